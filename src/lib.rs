//! A bot that answers questions from an article, in the article's own words.

/// Words and where they stand.
pub mod text;

/// The article; the only maker of excerpts.
pub mod content;

/// Messages that need a person before an article.
pub mod care;
