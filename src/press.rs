//! A press and its custom id: a button's whole meaning, so that it works after a restart.
//!
//! No id carries a word of a person, and each fits Discord's 100 characters: articles and sections are named by short
//! keys made of their stable names. Every family of presses is a table, a row each.

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
mod table;
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
pub use shown::{Shown, blocks};
pub use tally::TallyPress;

use crate::care::{Length, Need};
use std::fmt::{self, Formatter};
use std::str::FromStr;
use table::table;
use wire::{Parts, Wire};

table! {
    /// The whole meaning of a press. Pages count from 0.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Press {
        /// Open a section at its beginning: whole if it is short. The others it was listed with are for whoever finds
        /// that another one was meant.
        "open" => Open { article: Key, section: Key, others: Vec<Key> as Last },
        /// Read a section whole, from its first page.
        "whole" => Whole { article: Key, section: Key },
        /// Turn to another page of a section.
        "page" => Page { article: Key, section: Key, page: u8 },
        /// Show the list of sections.
        "contents" => Contents { article: Key },
        /// Turn to another page of the list of sections.
        "list" => ContentsPage { article: Key, page: u8 },
        /// Open, for the asker alone, what a public reply did not say.
        "sealed" => Sealed(sealed: Sealed),
        /// The same, written in clear: so it stands under older messages. Nothing new is written like that.
        "show" => Show(opening: Opening),
        /// Show a card again, with the lines of a place: for this need, as much of it as was said, and behind it what
        /// was found in the article.
        "place" => Place { need: Need, length: Length, place: Key, article: Key, shown: Shown },
        /// "I meant the article": open what was found in it, past the card.
        "meant" => Meant { article: Key, shown: Shown },
        /// Take the message away.
        "hide" => Hide,
        /// Something about somebody else's message.
        "offer" => Offer(offering: Offering),
        /// The same as another press, and the answer in plain text.
        "plain" => Plain(press: Box<Press>),
        /// Forget whoever presses.
        "forget" => Forget,
        /// Something on the moderators' panel.
        "panel" => Panel(panel: Panel),
        /// Something of the setup.
        "setup" => Setup(setup: Setup),
        /// What leads to the moderators, and what they do about it.
        "review" => Review(review: Review),
        /// Go on from an answer.
        "after" => After(after: After),
        /// Something on what was counted.
        "tally" => Tally(tally: TallyPress),
    }
}

impl Wire for Box<Press> {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Press::write(self, f)
    }

    /// Plainer than plain there is nothing.
    fn read(parts: &mut Parts<'_>) -> Result<Box<Press>, UnknownPress> {
        match Press::read(parts)? {
            Press::Plain(_) => Err(UnknownPress),
            press => Ok(Box::new(press)),
        }
    }

    #[cfg(test)]
    fn every() -> Vec<Box<Press>> {
        vec![Box::new(Press::Hide)]
    }
}

/// Its custom id.
impl fmt::Display for Press {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl FromStr for Press {
    type Err = UnknownPress;

    fn from_str(id: &str) -> Result<Press, UnknownPress> {
        Press::read(&mut Parts::of(id))
    }
}

/// A button we no longer know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownPress;
