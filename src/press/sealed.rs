//! What a public button opens, in a form that only we can read.

use super::wire::{Parts, Wire};
use super::{Opening, UnknownPress};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as LETTERS;
use std::fmt::{self, Formatter};

/// An [`Opening`] that nobody reads without our key. What is in it, its length does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sealed(pub [u8; Sealed::LENGTH]);

impl Sealed {
    /// What makes each one different from every other. In bytes.
    pub const NONCE: usize = 12;

    /// What proves that it is ours. In bytes.
    pub const PROOF: usize = 16;

    /// All of it. In bytes.
    pub const LENGTH: usize = Sealed::NONCE + Opening::LENGTH + Sealed::PROOF;
}

impl Wire for Sealed {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&LETTERS.encode(self.0))
    }

    fn read(parts: &mut Parts<'_>) -> Result<Sealed, UnknownPress> {
        let bytes = LETTERS.decode(parts.take()?).map_err(|_| UnknownPress)?;
        bytes.try_into().map(Sealed).map_err(|_| UnknownPress)
    }

    #[cfg(test)]
    fn every() -> Vec<Sealed> {
        vec![Sealed([0; Sealed::LENGTH])]
    }
}
