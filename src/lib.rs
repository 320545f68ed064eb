//! A bot that answers questions from an article, in the article's own words.
//!
//! Floors, ground first. A module may use only those declared before it; `tests/floors.rs` checks.

/// Words and where they stand.
pub mod text;

/// The article; the only maker of excerpts.
pub mod content;

/// Question in, ranked sections and passages out.
pub mod search;

/// Who asks, and where.
pub mod who;
