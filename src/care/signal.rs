//! Why a message needs a card, and how closely care listens for it.

use super::need::{Details, Need};
use super::route::{Route, Whose};
use crate::content::Rating;
use crate::text::Span;

/// How closely care listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ear {
    /// To every sign of need.
    Open,
    /// To the rules alone that the author calls plain: the asker's own death or harm, said outright. An article about
    /// gardens or accounts is asked by people who use the same words for other things.
    Plain,
}

impl From<Rating> for Ear {
    fn from(rating: Rating) -> Ear {
        match rating {
            Rating::Sensitive => Ear::Open,
            Rating::Everyone => Ear::Plain,
        }
    }
}

/// Why a message needs a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// The kind of help.
    pub route: Route,
    /// Whose need it is.
    pub whose: Whose,
    /// What else it tells.
    pub details: Details,
    /// The rule that decided, or [`LEARNED`].
    pub rule: String,
    /// Where the words stand that it met.
    pub spans: Vec<Span>,
}

impl Signal {
    /// What it says is needed.
    pub fn need(&self) -> Need {
        Need {
            route: self.route,
            whose: self.whose,
            details: self.details,
        }
    }
}

/// What [`Signal::rule`] names where no rule decided: the examples of `said.tsv`.
pub const LEARNED: &str = "learned";
