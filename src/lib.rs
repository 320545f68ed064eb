//! A bot that answers questions from an article, in the article's own words.
//!
//! Floors, ground first. A module may use only those declared before it; `tests/floors.rs` checks.

/// Words, where they stand, and quick hashes of them.
pub mod text;

/// The article; the only maker of excerpts.
pub mod content;

/// Which class a text belongs to, learned from examples.
pub mod learn;

/// What a small language model inside makes of a message.
pub mod encoder;

/// Somebody's text becomes an article, word for word.
pub mod import;

/// Question in, ranked sections and passages out.
pub mod search;

/// Messages that need a person before any article.
pub mod care;

/// What we say to a question; pure, cannot fail.
pub mod answer;

/// How an answer is judged against what people expected.
pub mod eval;

/// Who asks, and where.
pub mod who;

/// What a server's moderators chose; pure.
pub mod settings;

/// A press and its custom id, a row each.
pub mod press;

/// How we say it: parts, buttons, audience.
pub mod reply;

/// Where choices are kept: SQLite or PostgreSQL.
pub mod store;

/// The operator's file: how the bot runs.
pub mod config;

/// Seen from outside: health and numbers.
pub mod watch;

/// One request in, one reply out.
pub mod bot;

/// The only module that knows Discord.
pub mod discord;

/// What is typed on the command line.
pub mod cli;
