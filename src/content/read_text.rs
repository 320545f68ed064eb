//! A file read as a text of ours: UTF-8, and no longer than an article may be.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

/// No article is a book: a larger file is a mistake, refused before it is read. In bytes.
pub const FILE_LIMIT: u64 = 2 * 1024 * 1024;

/// Why a file is not a text of ours.
#[derive(Debug)]
pub enum ReadError {
    /// The disk said no.
    Io(io::Error),
    /// Too long, or not UTF-8.
    Unfit {
        /// Where.
        line: usize,
        /// What is wrong.
        what: String,
        /// What to do.
        instead: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Io(error) => write!(f, "{error}"),
            ReadError::Unfit { what, instead, .. } => write!(f, "{what}; {instead}"),
        }
    }
}

/// Reads a UTF-8 text of at most [`FILE_LIMIT`] bytes; a byte order mark is left out.
///
/// # Errors
///
/// The disk's own error, or what is wrong with the text.
pub fn read_text(file: &Path) -> Result<String, ReadError> {
    let bytes = read_bytes(file)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text
            .strip_prefix('\u{feff}')
            .map(str::to_owned)
            .unwrap_or(text)),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let before = &error.as_bytes()[..good];
            Err(ReadError::Unfit {
                line: 1 + before.iter().filter(|&&byte| byte == b'\n').count(),
                what: "not UTF-8 text".to_owned(),
                instead: "save the file as UTF-8".to_owned(),
            })
        }
    }
}

/// Reads a file of at most [`FILE_LIMIT`] bytes, whatever they say.
///
/// # Errors
///
/// The disk's own error, or that it is too large.
pub fn read_bytes(file: &Path) -> Result<Vec<u8>, ReadError> {
    let about = fs::metadata(file).map_err(ReadError::Io)?;
    if !about.is_file() {
        // A pipe or a device never ends.
        return Err(ReadError::Io(io::Error::other("it is not a file")));
    }
    let size = about.len();
    if size > FILE_LIMIT {
        return Err(ReadError::Unfit {
            line: 1,
            what: format!("{size} bytes, and a text of ours has at most {FILE_LIMIT} (2 MB)"),
            instead: "cut it into several articles".to_owned(),
        });
    }
    fs::read(file).map_err(ReadError::Io)
}
