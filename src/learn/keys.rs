//! A set of hashes that is filled once and then only read: each has a place, and there are no empty ones.

use super::hash::spread;

/// Hashes that share a bucket, on average: few enough to look through, many enough to spare the buckets.
const CROWD: usize = 4;

/// Hashes, numbered from zero without a gap.
#[derive(Clone, Debug)]
pub struct Keys {
    /// How far a hash is shifted to give its bucket.
    shift: u32,
    /// Where each bucket begins, and where the last ends.
    begins: Vec<u32>,
    /// The lower half of each hash. Two in the same bucket share it once in a thousand million times.
    halves: Vec<u32>,
}

impl Keys {
    /// The keys of `hashes`, each of which is there once.
    pub fn of(hashes: impl IntoIterator<Item = u64>) -> Keys {
        let mut hashes: Vec<u64> = hashes.into_iter().map(spread).collect();
        hashes.sort_unstable();
        let buckets = (hashes.len() / CROWD).next_power_of_two().max(2);
        let shift = u64::BITS - buckets.trailing_zeros();
        let before = |bucket| hashes.partition_point(|hash| hash >> shift < bucket);
        Keys {
            shift,
            begins: (0..=buckets as u64)
                .map(|bucket| before(bucket) as u32)
                .collect(),
            halves: hashes.iter().map(|hash| *hash as u32).collect(),
        }
    }

    /// The place of `hash`, if it is there.
    pub fn place(&self, hash: u64) -> Option<u32> {
        let hash = spread(hash);
        let bucket = (hash >> self.shift) as usize;
        let [begin, end] = [bucket, bucket + 1].map(|at| self.begins[at]);
        let halves = &self.halves[begin as usize..end as usize];
        (begin..)
            .zip(halves)
            .find_map(|(place, half)| (*half == hash as u32).then_some(place))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.halves.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.halves.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::Fnv;

    #[test]
    fn each_hash_has_a_place_of_its_own() {
        let hash = |number: u32| Fnv::of(b'x').number(number).value();
        let keys = Keys::of((0..1_000).map(hash));
        assert_eq!(keys.len(), 1_000);
        let mut places: Vec<u32> = (0..1_000)
            .filter_map(|number| keys.place(hash(number)))
            .collect();
        places.sort_unstable();
        assert!(places.into_iter().eq(0..1_000));
        assert!((1_000..2_000).all(|number| keys.place(hash(number)).is_none()));
    }

    #[test]
    fn none_has_no_place() {
        let keys = Keys::of([]);
        assert!(keys.is_empty());
        assert_eq!(keys.place(7), None);
    }
}
