//! What is pressed under an answer.

use super::key::{keys, written};
use super::{Key, UnknownPress, number};
use std::fmt;
use std::str::FromStr;

/// A press that goes on from an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum After {
    /// List the sections that a reader of this one needs next.
    Related {
        /// The article.
        article: Key,
        /// The section.
        section: Key,
    },
    /// That was not what I asked: offer something else.
    Amiss {
        /// The article.
        article: Key,
        /// The sections that came next to it, the likeliest first.
        next: Vec<Key>,
        /// What it was instead; ids of old do not say.
        section: Option<Key>,
    },
    /// Write these blocks into the channel, for everyone.
    Share {
        /// The article.
        article: Key,
        /// The section.
        section: Key,
        /// Its first and last block.
        blocks: (u16, u16),
    },
    /// Choose for whom these blocks are; also the choice that this opens.
    ShareWith {
        /// The article.
        article: Key,
        /// The section.
        section: Key,
        /// Its first and last block.
        blocks: (u16, u16),
    },
    /// Delete a message that everyone sees.
    Delete(Seal),
}

/// Who may delete a public message, in a form that only we can read: everyone can look at a button's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// When it was made, so that no two of one person look alike. In milliseconds.
    pub moment: u64,
    /// The person, under a key that stays with us.
    pub digest: u64,
}

/// What every id of this family begins with.
pub(super) const PREFIX: &str = "after";

impl fmt::Display for After {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}:")?;
        match self {
            After::Related { article, section } => write!(f, "related:{article}:{section}"),
            After::Amiss {
                article,
                next,
                section,
            } => {
                write!(f, "amiss:{article}:{}", written(next))?;
                match section {
                    Some(section) => write!(f, ":{section}"),
                    None => Ok(()),
                }
            }
            After::Share {
                article,
                section,
                blocks: (first, last),
            } => write!(f, "share:{article}:{section}:{first}:{last}"),
            After::ShareWith {
                article,
                section,
                blocks: (first, last),
            } => write!(f, "with:{article}:{section}:{first}:{last}"),
            After::Delete(Seal { moment, digest }) => write!(f, "delete:{moment:x}:{digest:016x}"),
        }
    }
}

impl FromStr for After {
    type Err = UnknownPress;

    fn from_str(id: &str) -> Result<After, UnknownPress> {
        let fields: Vec<&str> = id.split(':').collect();
        match fields.as_slice() {
            [PREFIX, "related", article, section] => Ok(After::Related {
                article: article.parse()?,
                section: section.parse()?,
            }),
            [PREFIX, "amiss", article, next] => Ok(After::Amiss {
                article: article.parse()?,
                next: keys(next)?,
                section: None,
            }),
            [PREFIX, "amiss", article, next, section] => Ok(After::Amiss {
                article: article.parse()?,
                next: keys(next)?,
                section: Some(section.parse()?),
            }),
            [PREFIX, "share", article, section, first, last] => Ok(After::Share {
                article: article.parse()?,
                section: section.parse()?,
                blocks: (number(first)?, number(last)?),
            }),
            [PREFIX, "with", article, section, first, last] => Ok(After::ShareWith {
                article: article.parse()?,
                section: section.parse()?,
                blocks: (number(first)?, number(last)?),
            }),
            [PREFIX, "delete", moment, digest] => Ok(After::Delete(Seal {
                moment: hex(moment)?,
                digest: hex(digest)?,
            })),
            _ => Err(UnknownPress),
        }
    }
}

fn hex(digits: &str) -> Result<u64, UnknownPress> {
    u64::from_str_radix(digits, 16).map_err(|_| UnknownPress)
}

/// Every press of this family, as long as it gets.
#[cfg(test)]
pub(super) fn every_press() -> Vec<super::Press> {
    let key = Key::LONGEST;
    let all = [
        After::Related {
            article: key,
            section: key,
        },
        After::Amiss {
            article: key,
            next: vec![key; 3],
            section: None,
        },
        After::Amiss {
            article: key,
            next: Vec::new(),
            section: None,
        },
        After::Amiss {
            article: key,
            next: vec![key; 3],
            section: Some(key),
        },
        After::Share {
            article: key,
            section: key,
            blocks: (u16::MAX, u16::MAX),
        },
        After::ShareWith {
            article: key,
            section: key,
            blocks: (u16::MAX, u16::MAX),
        },
        After::Delete(Seal {
            moment: u64::MAX,
            digest: u64::MAX,
        }),
    ];
    all.map(super::Press::After).to_vec()
}
