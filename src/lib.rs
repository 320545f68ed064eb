//! A bot that answers questions from an article, in the article's own words.
//!
//! The way of a question:
//!
//! 1. `discord` hears an event, makes it a request, and knows who asks and where (`who`).
//! 2. `bot` takes every request, under what moderators chose (`settings`, kept in `store`).
//! 3. `answer` decides: `care` looks first whether somebody needs a person, then `search` ranks the sections.
//! 4. What words leave open the `encoder` reads too; the article in `content` alone makes an excerpt.
//! 5. `reply` says it, and `discord` sends it; nothing on the way looks back.
//!
//! Floors, ground first. A module may use only those declared before it, no file one that leads back to it, and no file
//! meets two types of one name; `tests/floors.rs` checks.

/// Words, where they stand, and quick hashes of them.
pub mod text;

/// Articles and what their author wrote about them; the only maker of excerpts.
pub mod content;

/// Which class a text belongs to, learned from examples (a linear model).
pub mod learn;

/// What a small language model inside makes of a message.
pub mod encoder;

/// Somebody's text becomes an article, word for word.
pub mod import;

/// Question in, ranked sections and passages out; it never sees who asks.
pub mod search;

/// Which messages need a person before any article, and the card that answers them.
pub mod care;

/// What we say to a question; pure, and it cannot fail.
pub mod answer;

/// How an answer is judged against what people expected.
pub mod eval;

/// Who asks, and where.
pub mod who;

/// What a server's moderators chose; pure.
pub mod settings;

/// A press and its custom id, a row each.
pub mod press;

/// How we say it: parts, buttons, who sees it; no Discord yet.
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

/// The author's local page: ask, see why, edit, see again.
pub mod page;

/// What is typed on the command line.
pub mod cli;
