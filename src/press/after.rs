//! What is pressed under an answer.

use super::table::table;
use super::wire::{Parts, Wire};
use super::{Key, UnknownPress};
use std::fmt::{self, Formatter};

table! {
    /// A press that goes on from an answer.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum After {
        /// List the sections that a reader of this one needs next.
        "related" => Related { article: Key, section: Key },
        /// That was not what I asked: offer something else. `next` came next to it, the likeliest first; what it
        /// was instead, ids of old do not say.
        "amiss" => Amiss { article: Key, next: Vec<Key>, section: Option<Key> as Last },
        /// Write the blocks from the first to the last of these into the channel, for everyone.
        "share" => Share { article: Key, section: Key, blocks: (u16, u16) },
        /// Choose for whom these blocks are; also the choice that this opens.
        "with" => ShareWith { article: Key, section: Key, blocks: (u16, u16) },
        /// Delete a message that everyone sees.
        "delete" => Delete(seal: Seal),
    }
}

/// Who may delete a public message, in a form that only we can read: everyone can look at a button's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// When it was made, so that no two of one person look alike. In milliseconds.
    pub moment: u64,
    /// The person, under a key that stays with us.
    pub digest: u64,
}

impl Wire for Seal {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}:{:016x}", self.moment, self.digest)
    }

    fn read(parts: &mut Parts<'_>) -> Result<Seal, UnknownPress> {
        let mut hex = || u64::from_str_radix(parts.take()?, 16).map_err(|_| UnknownPress);
        let (moment, digest) = (hex()?, hex()?);
        Ok(Seal { moment, digest })
    }

    #[cfg(test)]
    fn every() -> Vec<Seal> {
        let (moment, digest) = (u64::MAX, u64::MAX);
        vec![Seal { moment, digest }]
    }
}
