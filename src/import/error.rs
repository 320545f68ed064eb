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
    /// The file holds no text that we can read.
    NoText(Other),
    /// The article whose words of knowledge were wanted cannot be read.
    NoSibling(PathBuf),
    /// There is no article to import over.
    NothingBefore(PathBuf),
    /// There is no article to put a text beside.
    NothingBeside(PathBuf),
    /// The article is in that language already.
    SameLanguage(String),
    /// A text has not the sections of the article that it should stand beside; each by its heading.
    NotTheSame {
        /// Those of the article that it lacks.
        lacks: Vec<String>,
        /// Those that it has alone.
        alone: Vec<String>,
        /// The first that stands elsewhere, where nothing lacks.
        swapped: Option<String>,
    },
    /// The folder holds no text.
    NoTexts(PathBuf),
    /// The name of a language is none.
    Language(String),
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

/// A kind of file that holds no plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// Pages for a printer.
    Pdf,
    /// A file of Word, LibreOffice or Pages.
    Document,
    /// A book for a reader of books.
    Epub,
    /// A text with marks of an old word processor.
    Rtf,
    /// A picture.
    Picture,
    /// Packed files.
    Archive,
    /// Anything else.
    Unknown,
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
                 move that folder away first, or import a newer text over it with `--again`.",
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
            ImportError::NoText(other) => f.write_str(match other {
                Other::Pdf => "This is a PDF, which holds places on paper and no text. Open it, copy its words into a file of plain text, or export it as HTML, then import that.",
                Other::Document => "This is a document of a word processor. Save it there as HTML or as plain text (UTF-8), then import that.",
                Other::Epub => "This is an EPUB, a book packed into one file. Unpack it (it is a zip file) and import the chapter that you want, an .xhtml file inside.",
                Other::Rtf => "This is RTF, a text with marks of a word processor. Save it there as HTML or as plain text (UTF-8), then import that.",
                Other::Picture => "This is a picture. Type its words, or let a program read them, into a file of plain text, then import that.",
                Other::Archive => "These are packed files. Unpack them and import the text inside.",
                Other::Unknown => "This is no text that I can read. Save it as plain text (UTF-8), Markdown or HTML, then import that.",
            }),
            ImportError::NoSibling(folder) => write!(
                f,
                "{} is no article that I can read. Run `verbatim check`, or name another with `--like`.",
                folder.display()
            ),
            ImportError::NothingBefore(folder) => write!(
                f,
                "{} is no article yet, and `--again` imports over one. Leave `--again` out.",
                folder.display()
            ),
            ImportError::NothingBeside(folder) => write!(
                f,
                "{} is no article yet, and `--beside` puts the same in another language beside one. \
                 Import the article first, without `--beside`.",
                folder.display()
            ),
            ImportError::SameLanguage(tag) => write!(
                f,
                "The article is in `{tag}` itself. Name the language of this text with `--language`, \
                 or import a newer text over the article with `--again` alone."
            ),
            ImportError::NotTheSame { lacks, alone, swapped } => {
                f.write_str("This is not that article section for section, so I wrote nothing.")?;
                for heading in lacks {
                    write!(f, "\n  It lacks {heading}.")?;
                }
                for heading in alone {
                    write!(f, "\n  It alone has {heading}.")?;
                }
                if let Some(heading) = swapped {
                    write!(f, "\n  {heading} stands elsewhere than in article.md.")?;
                }
                f.write_str(
                    "\nGive each heading the number that it has in article.md, and leave those without a number in their order; then try again.",
                )
            }
            ImportError::NoTexts(folder) => write!(
                f,
                "{} holds no text of a kind that I know: .md, .html, .txt, .rst, .adoc. Name a file, or another folder.",
                folder.display()
            ),
            ImportError::Language(tag) => write!(
                f,
                "`{tag}` is no language's tag. Write two or three small letters: `--language fr`."
            ),
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
