//! Why there is no encoder.

use std::fmt;
use std::path::{Path, PathBuf};

/// A file of the encoder that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    file: PathBuf,
    what: String,
}

impl Fault {
    /// `file` cannot be read.
    pub(super) fn unreadable(file: &Path, why: impl Into<String>) -> Fault {
        Fault {
            file: file.to_owned(),
            what: why.into(),
        }
    }

    /// `file` is not the one that was measured.
    pub(super) fn altered(file: &Path) -> Fault {
        Fault::unreadable(
            file,
            "is not the file that encoder.toml names: it is cut short or altered",
        )
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}; put the folder back as it was, or write `encoder = false` under [answer]",
            self.file.display(),
            self.what
        )
    }
}

impl std::error::Error for Fault {}
