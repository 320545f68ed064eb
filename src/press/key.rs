//! Short names of what an author named, for ids that hold a hundred characters.

use super::UnknownPress;
use crate::text::checksum;
use std::fmt;
use std::str::FromStr;

/// A short form of a stable name: its checksum in 32 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u32);

impl Key {
    /// As long on the wire as a key gets.
    #[cfg(test)]
    pub(super) const LONGEST: Key = Key(u32::MAX);

    /// So many bytes it takes.
    pub(super) const LENGTH: usize = size_of::<u32>();

    /// The key of a stable name.
    pub fn of(name: &str) -> Key {
        Key(checksum(name))
    }

    pub(super) fn to_bytes(self) -> [u8; Key::LENGTH] {
        self.0.to_be_bytes()
    }

    pub(super) fn from_bytes(bytes: [u8; Key::LENGTH]) -> Key {
        Key(u32::from_be_bytes(bytes))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}", self.0)
    }
}

impl FromStr for Key {
    type Err = UnknownPress;

    fn from_str(key: &str) -> Result<Key, UnknownPress> {
        let number = u32::from_str_radix(key, 16).map_err(|_| UnknownPress)?;
        Ok(Key(number))
    }
}
