//! One word of a question, and what it is read as.

use super::dictionary::{Known, Stem};
use crate::text::Span;

/// One word of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) meaning: Meaning,
    /// Its stem, if a known word has it.
    pub(super) stem: Option<Stem>,
    /// Where the typed word stands in the question.
    pub(super) span: Span,
}

/// What a typed word is read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A word that an article, an example or a word list uses.
    Known(Known),
    /// Another word, folded.
    Strange(Box<str>),
}
