//! How we say it: parts, buttons, and who sees it. No Discord yet.

mod build;
mod press;

pub use build::{Voice, reply};
pub use press::{Key, Press, Shown, UnknownPress};

/// One message to send.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// What it says, in reading order.
    pub parts: Vec<Part>,
    /// What can be pressed, row by row: at most five rows of five.
    pub rows: Vec<Vec<Button>>,
    /// Who sees it, where there is a choice.
    pub audience: Audience,
}

/// One thing a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Our own words.
    Say(String),
    /// The article's words, byte for byte, and where they stand.
    Quote(Quote),
    /// The article's closing advice, byte for byte, under a line of our own.
    Advice {
        /// Our line above it.
        lead: String,
        /// The article's words.
        words: String,
    },
    /// Something quiet under the rest: where the words stand, what is kept.
    Note(String),
}

/// A passage in its frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The section's title with its number: "3. Attachment Styles".
    pub title: String,
    /// The article's words, byte for byte.
    pub words: String,
    /// Where they stand, in our words: the article's title.
    pub stands: String,
}

/// Who sees a reply in a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Only the person who asked.
    OnlyAsker,
    /// Everyone in the channel.
    Everyone,
}

/// Something to press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What is written on it, at most [`LABEL_LIMIT`] characters.
    pub label: String,
    /// What it does.
    pub action: Action,
}

/// What a button does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// It asks us something.
    Press(Press),
    /// It opens a page.
    Link(String),
}

/// Discord prints at most this much on a button. In characters.
pub const LABEL_LIMIT: usize = 80;

impl Reply {
    /// A reply of one sentence, for the asker alone.
    pub fn say(words: impl Into<String>) -> Reply {
        Reply {
            parts: vec![Part::Say(words.into())],
            rows: Vec::new(),
            audience: Audience::OnlyAsker,
        }
    }

    /// Every button, in reading order.
    pub fn buttons(&self) -> impl Iterator<Item = &Button> {
        self.rows.iter().flatten()
    }
}

impl Button {
    /// A button that asks us something; a label that is too long ends in "…".
    pub fn press(label: impl Into<String>, press: Press) -> Button {
        Button {
            label: shortened(&label.into(), LABEL_LIMIT),
            action: Action::Press(press),
        }
    }
}

/// `text` cut to `limit` characters at a word's end, with "…" if anything was cut.
pub fn shortened(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let cut: String = text.chars().take(limit - 1).collect();
    let end = cut.rfind(char::is_whitespace).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}
