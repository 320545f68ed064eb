//! A set of hashes that is filled once and then only read: each has a place.
//!
//! It is too large to stay in a processor's cache from one question to the next. So all that tells whether a hash is
//! here, and where, lies in one line of it.

use crate::text::spread;
use serde::{Deserialize, Serialize};

/// So many hashes fill a bucket.
const ROOM: usize = 14;

/// So many belong to each on average. One in seven is full, and what has no room goes into the next.
const CROWD: usize = 10;

/// Hashes, numbered from zero without a gap.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Keys {
    /// How many buckets have hashes of their own; those after them hold what had no room.
    own: u64,
    buckets: Vec<Bucket>,
}

/// Some of the hashes, in one line of the cache.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[repr(align(64))]
struct Bucket {
    /// The place of the first.
    first: u32,
    /// How many there are.
    count: u32,
    /// The lower half of each. Two in the same bucket share it once in three hundred million times.
    halves: [u32; ROOM],
}

impl Keys {
    /// The keys of `hashes`, each of which is there once.
    pub fn of(hashes: impl IntoIterator<Item = u64>) -> Keys {
        let mut hashes: Vec<u64> = hashes.into_iter().map(spread).collect();
        hashes.sort_unstable();
        let mut keys = Keys {
            own: (hashes.len() / CROWD + 1) as u64,
            buckets: Vec::new(),
        };
        let mut rest = &hashes[..];
        while !rest.is_empty() || keys.buckets.len() < keys.own as usize {
            let at = keys.buckets.len();
            let here = rest.iter().take(ROOM);
            let here = here.take_while(|hash| keys.bucket(**hash) <= at).count();
            let mut halves = [0; ROOM];
            for (half, hash) in halves.iter_mut().zip(&rest[..here]) {
                *half = *hash as u32;
            }
            keys.buckets.push(Bucket {
                first: (hashes.len() - rest.len()) as u32,
                count: here as u32,
                halves,
            });
            rest = &rest[here..];
        }
        keys.buckets.shrink_to_fit();
        keys
    }

    /// The place of `hash`, if it is there.
    pub fn place(&self, hash: u64) -> Option<u32> {
        let hash = spread(hash);
        for bucket in &self.buckets[self.bucket(hash)..] {
            let place = bucket.place(hash as u32);
            if place.is_some() || bucket.count < ROOM as u32 {
                return place;
            }
        }
        None
    }

    /// The bucket to which `hash` belongs, after it was spread.
    fn bucket(&self, hash: u64) -> usize {
        (((hash >> 32) * self.own) >> 32) as usize
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        let last = self.buckets.last();
        last.map_or(0, |last| (last.first + last.count) as usize)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Bucket {
    fn place(&self, half: u32) -> Option<u32> {
        let halves = &self.halves[..self.count as usize];
        let at = halves.iter().position(|other| *other == half)?;
        Some(self.first + at as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Fnv;

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
        assert!((1_000..100_000).all(|number| keys.place(hash(number)).is_none()));
    }

    #[test]
    fn none_has_no_place() {
        let keys = Keys::of([]);
        assert!(keys.is_empty());
        assert_eq!(keys.place(7), None);
    }
}
