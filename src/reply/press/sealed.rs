//! What a public button opens, in a form that only we can read.

use super::{Opening, UnknownPress};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as LETTERS;
use std::fmt;
use std::str::FromStr;

/// An [`Opening`] that nobody reads without our key. What is in it, its length does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sealed(pub [u8; Sealed::LENGTH]);

/// What every id of this kind begins with.
pub(super) const PREFIX: &str = "sealed";

impl Sealed {
    /// What makes each one different from every other. In bytes.
    pub const NONCE: usize = 12;

    /// What proves that it is ours. In bytes.
    pub const PROOF: usize = 16;

    /// All of it. In bytes.
    pub const LENGTH: usize = Sealed::NONCE + Opening::LENGTH + Sealed::PROOF;
}

impl fmt::Display for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}:{}", LETTERS.encode(self.0))
    }
}

impl FromStr for Sealed {
    type Err = UnknownPress;

    fn from_str(id: &str) -> Result<Sealed, UnknownPress> {
        let letters = id.strip_prefix(PREFIX).and_then(|id| id.strip_prefix(':'));
        let bytes = LETTERS.decode(letters.ok_or(UnknownPress)?);
        let bytes = bytes.map_err(|_| UnknownPress)?;
        bytes.try_into().map(Sealed).map_err(|_| UnknownPress)
    }
}
