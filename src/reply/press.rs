//! A press and its form on the wire: a button's whole meaning, so that it works after a restart.
//!
//! No custom id carries a word of a person, and each fits Discord's 100 characters: articles and
//! sections are named by short keys made of their stable names.

mod after;
#[cfg(test)]
mod contract;
mod key;
mod need;
mod offer;
mod opening;
mod panel;
mod review;
mod sealed;
mod setup;
mod shown;
mod tally;
mod wire;

pub use after::{After, Seal};
pub use key::Key;
pub use offer::Offering;
pub use opening::Opening;
#[cfg(test)]
pub(crate) use opening::every_opening;
pub use panel::{Choice, Field, List, Page, Panel, Span};
pub use review::Review;
pub use sealed::Sealed;
pub use setup::{Setup, Step};
pub use shown::Shown;
pub use tally::TallyPress;

use crate::care::{Length, Need};
use std::str::FromStr;

/// The whole meaning of a press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Press {
    /// Open a section at its beginning: whole if it is short.
    Open {
        /// The article.
        article: Key,
        /// The section.
        section: Key,
        /// What it was listed with, for whoever finds that another one was meant.
        others: Vec<Key>,
    },
    /// Read a section whole, from its first page.
    Whole {
        /// The article.
        article: Key,
        /// The section.
        section: Key,
    },
    /// Turn to another page of a section.
    Page {
        /// The article.
        article: Key,
        /// The section.
        section: Key,
        /// Which page, from 0.
        page: u8,
    },
    /// Show the list of sections.
    Contents {
        /// The article.
        article: Key,
    },
    /// Turn to another page of the list of sections.
    ContentsPage {
        /// The article.
        article: Key,
        /// Which page, from 0.
        page: u8,
    },
    /// Open, for the asker alone, what a public reply did not say.
    Sealed(Sealed),
    /// The same, written in clear: so it stands under older messages. Nothing new is written like that.
    Show(Opening),
    /// Show a card again, with the lines of a place.
    Place {
        /// What the card is for.
        need: Need,
        /// How much of it was said.
        length: Length,
        /// The place.
        place: Key,
        /// The article.
        article: Key,
        /// What was found in the article.
        shown: Shown,
    },
    /// "I meant the article": open what was found in it, past the card.
    Meant {
        /// The article.
        article: Key,
        /// What was found.
        shown: Shown,
    },
    /// Take the message away.
    Hide,
    /// Something about somebody else's message.
    Offer(Offering),
    /// The same, and the answer in plain text.
    Plain(Box<Press>),
    /// Forget whoever presses.
    Forget,
    /// Something on the moderators' panel.
    Panel(Panel),
    /// Something of the setup.
    Setup(Setup),
    /// What leads to the moderators, and what they do about it.
    Review(Review),
    /// Go on from an answer.
    After(After),
    /// Something on what was counted.
    Tally(TallyPress),
}

/// A button we no longer know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownPress;

fn number<T: FromStr>(text: &str) -> Result<T, UnknownPress> {
    text.parse().map_err(|_| UnknownPress)
}
