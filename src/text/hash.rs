//! Quick hashes that are the same on every machine.
//!
//! The tables behind them are filled by authors, never by those who ask: nobody can crowd a bucket.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map keyed by words, kept as `W`.
pub type ByWord<V, W = Box<str>> = HashMap<W, V, BuildHasherDefault<Fnv>>;

/// A map keyed by numbers that are spread already.
pub type ByHash<V> = HashMap<u64, V, BuildHasherDefault<AsIs>>;

/// FNV-1a, 64 bits: fast on short keys.
#[derive(Clone, Copy)]
pub struct Fnv(u64);

impl Fnv {
    /// A hash that differs from those of other kinds.
    pub fn of(kind: u8) -> Fnv {
        Fnv::default().number(u32::from(kind))
    }

    /// The hash with `number` added.
    pub fn number(self, number: u32) -> Fnv {
        Fnv((self.0 ^ u64::from(number)).wrapping_mul(0x0000_0100_0000_01b3))
    }

    /// The hash of all that was added.
    pub fn value(self) -> u64 {
        self.0
    }
}

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        spread(self.0)
    }

    /// Eight bytes at once: most words are no longer, and each step waits for the one before.
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks();
        let rest = rest
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte));
        let numbers = whole.iter().map(|eight| u64::from_le_bytes(*eight));
        for number in numbers.chain([rest]) {
            self.0 = spread(self.0 ^ number);
        }
    }
}

/// FNV-1a, 32 bits: a short form of a name for what is kept and read for ever, the same in every version.
pub fn checksum(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Keys that are hashes already.
#[derive(Default)]
pub struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("hashes are written as whole numbers")
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = spread(hash);
    }
}

/// FNV mixes upward only; the high bits are folded down because tables look at the low ones.
pub fn spread(hash: u64) -> u64 {
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::checksum;

    /// Ids under messages and names of sections were made of these.
    #[test]
    fn a_checksum_is_what_it_always_was() {
        for (name, sum) in [
            ("", 0x811c_9dc5),
            ("a", 0xe40c_292c),
            ("foobar", 0xbf9c_f968),
        ] {
            assert_eq!(checksum(name), sum, "{name}");
        }
    }
}
