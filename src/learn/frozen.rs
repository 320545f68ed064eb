//! Rows of numbers by hash, filled once and then only read.

use super::keys::Keys;
use serde::{Deserialize, Serialize};

/// From hashes to rows of `N` numbers, each number kept as so many steps of its column's size.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Frozen<const N: usize> {
    keys: Keys,
    /// Row after row.
    steps: Vec<i16>,
    /// What one step of each column is worth.
    step: Vec<f32>,
}

impl<const N: usize> Frozen<N> {
    /// The table that has `row(place)` for each of `keys`.
    pub fn of(keys: Keys, row: impl Fn(u32) -> [f32; N]) -> Frozen<N> {
        let places = || 0..keys.len() as u32;
        let mut step = [f32::MIN_POSITIVE; N];
        for row in places().map(&row) {
            for (step, number) in step.iter_mut().zip(row) {
                *step = step.max(number.abs() / f32::from(i16::MAX));
            }
        }
        let steps = |row: [f32; N]| -> [i16; N] {
            std::array::from_fn(|column| (row[column] / step[column]).round() as i16)
        };
        let steps = places().flat_map(|place| steps(row(place))).collect();
        Frozen {
            keys,
            steps,
            step: step.to_vec(),
        }
    }

    /// The row of `hash`, in steps.
    pub fn get(&self, hash: u64) -> Option<[i32; N]> {
        let place = self.keys.place(hash)?;
        let (rows, _) = self.steps.as_chunks::<N>();
        Some(rows[place as usize].map(i32::from))
    }

    /// What so many steps of each column are worth.
    pub fn worth(&self, steps: &[i32; N]) -> [f32; N] {
        std::array::from_fn(|column| steps[column] as f32 * self.step[column])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Fnv;

    #[test]
    fn what_was_put_in_comes_out_but_for_a_step() {
        let hash = |number: u32| Fnv::of(b'x').number(number).value();
        let keys = Keys::of((0..1_000).map(hash));
        let places: Vec<u32> = (0..1_000)
            .filter_map(|number| keys.place(hash(number)))
            .collect();
        let row = |place: u32| [place as f32, -0.5 * place as f32, 0.0];
        let table = Frozen::of(keys, row);
        for (number, place) in (0..).zip(places) {
            let steps = table.get(hash(number)).expect("it was put in");
            for (worth, wanted) in table.worth(&steps).into_iter().zip(row(place)) {
                assert!(
                    (worth - wanted).abs() <= 1_000.0 / 32_767.0,
                    "{number}: {worth}"
                );
            }
        }
        assert_eq!(table.get(hash(1_000)), None);
    }
}
