//! How we say it: parts, buttons, and who sees it. No Discord yet.

mod after;
mod build;
mod card;
mod choices;
mod help;
mod history;
mod offer;
mod pages;
mod panel;
mod plain;
mod preview;
mod privacy;
mod refused;
mod review;
mod setup;
mod slip;
mod suggest;
mod talk;
mod tally;
mod teaching;
mod tried;
mod voice;
mod ways;

pub use after::{
    amiss, amiss_button, delete_button, related, share_button, share_with, share_with_button,
    shared, shared_for,
};
pub use build::{contents, hint, quoted, reply, section_title, teaser};
pub use card::card;
pub use choices::Offer;
pub use help::{Pages, greeting, help};
pub use history::{CHANGES_ON_PAGE, Made, Undo, history};
pub use offer::offer;
pub use pages::{PAGE_LIMIT, page, pages};
pub use panel::{PICK_LIMIT, View, form, held, panel, picked, seen};
pub use plain::{GAP, quiet};
pub use preview::{line_preview, preview};
pub use privacy::{forgotten, privacy};
pub use refused::refused;
pub use review::{
    REPORT_LIMIT, Waiting, Words, answer_form, arrived, edit_form, from_moderators, nothing_waits,
    send_button, send_form, sent, shared_in, waiting,
};
pub use setup::{Examined, doctor, step};
pub use slip::slip;
pub use suggest::{
    SUGGESTION_LIMIT, SUGGESTIONS_LIMIT, Suggestion, suggested_article, suggested_question,
    suggested_section,
};
pub use talk::{about_us, blamed, fine, hello, welcome};
pub use tally::{Counted, TallyLine, TallyWeek, clear_tally, tally, tally_lines};
pub use teaching::{Listed, busy, choosing, not_taught, taught, weighed};
pub use tried::{numbers_button, why_in_words};
pub use voice::Voice;

use crate::press::Press;
use std::borrow::Cow;

/// One message to send.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// What it says, in reading order.
    pub parts: Vec<Part>,
    /// What can be pressed: at most five rows.
    pub rows: Vec<Row>,
    /// Who sees it, where there is a choice.
    pub audience: Audience,
    /// How it comes to the one who pressed.
    pub arrival: Arrival,
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
    /// Something quiet beside the rest: what the author says before a tender section.
    Note(String),
    /// How to go on, below everything else.
    Onward(String),
    /// What somebody asked, for them or for the moderators alone.
    Asked {
        /// Our line above it.
        lead: String,
        /// Their words.
        words: String,
    },
    /// Something of ours in a frame of its own, below what was quoted.
    Aside {
        /// Our line above it.
        lead: String,
        /// What it says.
        words: String,
    },
    /// A file to keep.
    File(File),
}

/// A file that comes with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What it is called.
    pub name: String,
    /// What it holds.
    pub words: String,
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

/// How the answer to a press arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// As a message of its own.
    New,
    /// In place of the message whose button was pressed, as a page turns.
    InPlace,
    /// The message whose button was pressed goes away, and nothing comes.
    Gone,
}

/// What stands side by side under a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// At most [`BUTTONS_IN_ROW`] buttons.
    Buttons(Vec<Button>),
    /// At most [`MENU_LIMIT`] choices that unfold.
    Menu {
        /// What stands on it while it is folded.
        label: String,
        /// What it offers; each asks us something.
        choices: Vec<Button>,
    },
    /// A choice among the server's own channels or roles.
    Pick(Pick),
}

/// A menu of the server's own things, which Discord fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// What stands on it while nothing is chosen.
    pub label: String,
    /// What it offers.
    pub what: Pickable,
    /// What a choice means.
    pub press: Press,
    /// What is chosen already.
    pub chosen: Vec<u64>,
    /// How many may be chosen; none is always possible.
    pub most: u8,
}

/// What a server has to pick from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pickable {
    /// Channels that people write in.
    Channels,
    /// Roles.
    Roles,
    /// Members, and whoever else can be found there.
    People,
}

/// Something to write before we go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What stands above it, at most [`FORM_TITLE_LIMIT`] characters.
    pub title: String,
    /// What sending it means.
    pub press: Press,
    /// What there is to write: one to five.
    pub inputs: Vec<Input>,
}

/// One text of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// What stands above it, at most [`FORM_TITLE_LIMIT`] characters.
    pub label: String,
    /// What it holds already.
    pub value: String,
    /// Its longest text. In characters.
    pub longest: u16,
    /// Whether something must be written.
    pub required: bool,
    /// Whether it has several lines.
    pub lines: bool,
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

/// Discord takes at most this much as a message's own text. In characters.
pub const CONTENT_LIMIT: usize = 2_000;

/// Discord prints at most this much on a button. In characters.
pub const LABEL_LIMIT: usize = 80;

/// Discord puts at most this many rows under a message.
pub const ROWS: usize = 5;

/// Discord puts at most this many buttons side by side.
pub const BUTTONS_IN_ROW: usize = 5;

/// Discord prints at most this much above a form and above each text of it. In characters.
pub const FORM_TITLE_LIMIT: usize = 45;

/// Discord unfolds at most this many choices.
pub const MENU_LIMIT: usize = 25;

impl Reply {
    /// A reply of one sentence, for the asker alone.
    pub fn say(words: impl Into<String>) -> Reply {
        Reply {
            parts: vec![Part::Say(words.into())],
            rows: Vec::new(),
            audience: Audience::OnlyAsker,
            arrival: Arrival::New,
        }
    }

    /// Takes away the message whose button was pressed.
    pub fn gone() -> Reply {
        Reply {
            parts: Vec::new(),
            rows: Vec::new(),
            audience: Audience::OnlyAsker,
            arrival: Arrival::Gone,
        }
    }

    /// The same reply, which arrives as `arrival` says.
    pub fn arriving(self, arrival: Arrival) -> Reply {
        Reply { arrival, ..self }
    }

    /// The same reply, which `audience` sees.
    pub fn before(self, audience: Audience) -> Reply {
        Reply { audience, ..self }
    }

    /// Puts `button` beside the last ones, as long as there is room.
    pub fn put(&mut self, button: Button) {
        let rows = self.rows.len();
        match self.rows.last_mut() {
            Some(Row::Buttons(buttons)) if buttons.len() < BUTTONS_IN_ROW => buttons.push(button),
            _ if rows < ROWS => self.rows.push(Row::Buttons(vec![button])),
            _ => (),
        }
    }

    /// Every button and every choice of a menu, in reading order.
    pub fn buttons(&self) -> impl Iterator<Item = &Button> {
        self.rows.iter().flat_map(|row| match row {
            Row::Buttons(buttons)
            | Row::Menu {
                choices: buttons, ..
            } => buttons.as_slice(),
            Row::Pick(_) => &[],
        })
    }
}

impl Button {
    /// A button that asks us something; a label that is too long ends in "…".
    pub fn press(label: impl Into<String>, press: Press) -> Button {
        Button {
            label: shortened(label.into(), LABEL_LIMIT).into_owned(),
            action: Action::Press(press),
        }
    }

    /// A button that opens a page.
    pub fn link(label: impl Into<String>, page: impl Into<String>) -> Button {
        Button {
            label: shortened(label.into(), LABEL_LIMIT).into_owned(),
            action: Action::Link(page.into()),
        }
    }
}

/// `text` cut to `limit` characters at a word's end, with "…" if anything was cut.
pub fn shortened<'t>(text: impl Into<Cow<'t, str>>, limit: usize) -> Cow<'t, str> {
    let text = text.into();
    // No character is shorter than a byte.
    if text.len() <= limit || text.chars().count() <= limit {
        return text;
    }
    let cut: String = text.chars().take(limit - 1).collect();
    let end = cut.rfind(char::is_whitespace).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end()).into()
}
