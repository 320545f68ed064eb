//! Why a text did not become an article, and what to do.

use super::SECTIONS_LIMIT;
use crate::content::{Mistake, NAME_LIMIT, SECTION_LIMIT};
use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why there is no article. Nothing was written, and nothing that was there has changed.
#[derive(Debug)]
pub enum ImportError {
    /// The name cannot be a folder of ours.
    Slug(String),
    /// There is such a folder already.
    Exists(PathBuf),
    /// The disk does not give the file.
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the disk said.
        error: io::Error,
    },
    /// The file is too large, or no text.
    Unfit(Mistake),
    /// The file is empty.
    NoWords,
    /// No heading was found.
    NoHeadings,
    /// It is a book.
    TooManySections(usize),
    /// A section is too long to be read in messages.
    LongSection {
        /// The line of the text where it begins.
        line: usize,
        /// Its length in characters.
        length: usize,
    },
    /// What came out would be refused by the check.
    WouldNotPass(Vec<Mistake>),
    /// There is no folder to put the article into.
    NoContent(PathBuf),
    /// The disk does not take the article.
    Unwritable {
        /// The folder that was to be.
        folder: PathBuf,
        /// What the disk said.
        error: io::Error,
    },
}

impl std::error::Error for ImportError {}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportError::Slug(name) => write!(
                f,
                "`{name}` cannot be an article's name. Write small letters, digits and hyphens, \
                 at most {NAME_LIMIT}, such as `--as why-he-left`; `phrases` is taken."
            ),
            ImportError::Exists(folder) => write!(
                f,
                "{} is already there, and I overwrite nothing. Choose another name with `--as`, \
                 or move that folder away first.",
                folder.display()
            ),
            ImportError::Unreadable { file, error } => write!(
                f,
                "I cannot read {}: {error}. Check the path and its permissions.",
                file.display()
            ),
            ImportError::Unfit(mistake) => write!(f, "I cannot import this. {mistake}."),
            ImportError::NoWords => {
                f.write_str("The file holds no words. Check that you saved it, then try again.")
            }
            ImportError::NoHeadings => f.write_str(NO_HEADINGS),
            ImportError::TooManySections(sections) => write!(
                f,
                "This has {sections} sections, and nobody finds one among more than {SECTIONS_LIMIT}. \
                 Cut the file into several articles, then import each."
            ),
            ImportError::LongSection { line, length } => write!(
                f,
                "The section that begins on line {line} has {length} characters, and at most \
                 {SECTION_LIMIT} can be read in messages. Put another heading into it, then try again."
            ),
            ImportError::WouldNotPass(mistakes) => {
                f.write_str("The article I made would not pass `verbatim check`:")?;
                for mistake in mistakes {
                    write!(f, "\n  {mistake}")?;
                }
                f.write_str("\nChange these lines in your file, then try again.")
            }
            ImportError::NoContent(dir) => write!(
                f,
                "There is no folder {}. Make it, or name yours with `--content DIR`.",
                dir.display()
            ),
            ImportError::Unwritable { folder, error } => write!(
                f,
                "I cannot write {}: {error}. Nothing is left behind; check the space and the \
                 permissions, then try again.",
                folder.display()
            ),
        }
    }
}

const NO_HEADINGS: &str = "I found no headings with words below them. \
    In plain text a heading is a short line of its own that begins with its number, and the numbers run on: \
    `1. Why he goes quiet`, below it the text, then `2. What to do`. \
    In Markdown (a file ending in .md) it is `## Why he goes quiet`, in HTML `<h2>Why he goes quiet</h2>`. \
    Give the text at least two, then try again.";
