//! Hashes numbered as they come, until it is known which are worth keeping.

use super::keys::Keys;
use crate::text::ByHash;

/// The numbers of hashes, in the order in which they came.
#[derive(Debug, Default)]
pub struct Numbers(ByHash<u32>);

impl Numbers {
    /// The number of `hash`; the next if it is new.
    pub fn number(&mut self, hash: u64) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(hash).or_insert(next)
    }

    /// How many hashes have a number.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The keys of those whose number is to be `kept`, and for each number its place among them.
    pub fn keep(self, kept: impl Fn(u32) -> bool) -> (Keys, Vec<Option<u32>>) {
        let of_kept = self.0.iter().filter(|(_, number)| kept(**number));
        let keys = Keys::of(of_kept.map(|(hash, _)| *hash));
        let mut places = vec![None; self.0.len()];
        for (hash, number) in self.0 {
            if kept(number) {
                places[number as usize] = keys.place(hash);
            }
        }
        (keys, places)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_has_a_place() {
        let mut numbers = Numbers::default();
        assert_eq!([7, 8, 7, 9].map(|hash| numbers.number(hash)), [0, 1, 0, 2]);
        let (keys, places) = numbers.keep(|number| number != 1);
        assert_eq!(places, [keys.place(7), None, keys.place(9)]);
        assert_eq!(keys.len(), 2);
    }
}
