//! Articles and everything their author has written about them.
//!
//! Only [`Article`] makes an [`Excerpt`]: what the bot quotes is what was printed.

mod about;
mod article;
mod asked;
mod blocks;
mod forbidden;
mod import_words;
mod languages;
mod load;
mod mistake;
mod names;
pub mod phrases;
mod read_text;
pub mod reader;
pub mod words;

pub use about::{About, AboutSection, Rating};
pub use article::{
    Article, Edition, Excerpt, HEADING_LIMIT, Passage, SECTION_LIMIT, Section, numbered,
};
pub use asked::Asked;
pub use blocks::{BLOCK_LIMIT, Block, is_item};
pub use forbidden::{Forbidden, forbidden, holds_number, note_forbidden};
pub use import_words::import_words;
pub use languages::{Language, Languages, UNDETERMINED, is_in_other_letters};
pub use load::{Entry, Library, Rulebook, Text};
pub use mistake::{Fault, Mistake, Mistakes, Wanted, did_you_mean, instead_of};
pub use names::{NAME_LIMIT, SectionId, Slug};
pub use phrases::{LanguageName, Phrases};
pub use read_text::{FILE_LIMIT, ReadError, read_bytes, read_text};
pub use words::{Concept, Words};
