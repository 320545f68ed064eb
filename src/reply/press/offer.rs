//! Presses about somebody else's message: offering the article under it, and reading what was offered.

use super::shown::shown;
use super::{Key, Shown, UnknownPress, number};
use std::fmt;
use std::str::FromStr;

/// How the ids of these presses begin.
pub(super) const PREFIX: &str = "offer";

/// A press about somebody else's message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offering {
    /// Offer to everyone what was found for a message.
    Publicly {
        /// The message.
        message: u64,
        /// The article.
        article: Key,
        /// What was found in it.
        shown: Shown,
    },
    /// Open, for whoever presses, what was offered.
    Alone {
        /// The article.
        article: Key,
        /// What was found in it.
        shown: Shown,
    },
}

impl fmt::Display for Offering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Offering::Publicly {
                message,
                article,
                shown,
            } => write!(f, "{PREFIX}:all:{message}:{article}:{shown}"),
            Offering::Alone { article, shown } => write!(f, "{PREFIX}:me:{article}:{shown}"),
        }
    }
}

impl FromStr for Offering {
    type Err = UnknownPress;

    fn from_str(id: &str) -> Result<Offering, UnknownPress> {
        let fields: Vec<&str> = id.split(':').collect();
        match fields.as_slice() {
            [PREFIX, "all", message, article, rest @ ..] => Ok(Offering::Publicly {
                message: number(message)?,
                article: article.parse()?,
                shown: shown(rest)?,
            }),
            [PREFIX, "me", article, rest @ ..] => Ok(Offering::Alone {
                article: article.parse()?,
                shown: shown(rest)?,
            }),
            _ => Err(UnknownPress),
        }
    }
}

/// Every press of this family, as long as it gets.
#[cfg(test)]
pub(super) fn every_press(article: Key, shown: &Shown) -> Vec<super::Press> {
    use super::Press;
    let publicly = Offering::Publicly {
        message: u64::MAX,
        article,
        shown: shown.clone(),
    };
    let alone = Offering::Alone {
        article,
        shown: shown.clone(),
    };
    vec![Press::Offer(publicly), Press::Offer(alone)]
}
