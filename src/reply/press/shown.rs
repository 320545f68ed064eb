//! What was found for a question, without a word of either.

use super::key::{keys, rest, written};
use super::{Key, UnknownPress, number};
use std::fmt;

/// What was found, without a word of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A passage.
    Passage {
        /// Its section.
        section: Key,
        /// Its first and last block.
        blocks: (u16, u16),
        /// The sections that came next to it, the likeliest first.
        next: Vec<Key>,
    },
    /// A passage of the likeliest section, and the others that may be meant.
    Likely {
        /// Its section.
        section: Key,
        /// Its first and last block.
        blocks: (u16, u16),
        /// The others, the likeliest first.
        others: Vec<Key>,
    },
    /// Sections to choose from.
    Choices(Vec<Key>),
    /// Nothing answers; the nearest sections.
    Nearest(Vec<Key>),
    /// That only a doctor or a clinic can tell.
    Clinic,
    /// That the article is in another language.
    OtherLanguage,
    /// The list of sections.
    Contents,
}

impl Shown {
    /// Everything that can be found, as long and as short as it gets.
    #[cfg(test)]
    pub(super) fn every(key: Key) -> Vec<Shown> {
        vec![
            Shown::Passage {
                section: key,
                blocks: (u16::MAX, u16::MAX),
                next: vec![key; 3],
            },
            Shown::Passage {
                section: key,
                blocks: (0, 0),
                next: Vec::new(),
            },
            Shown::Likely {
                section: key,
                blocks: (u16::MAX, u16::MAX),
                others: vec![key; 3],
            },
            Shown::Choices(vec![key; 4]),
            Shown::Nearest(vec![key; 3]),
            Shown::Nearest(Vec::new()),
            Shown::Contents,
            Shown::OtherLanguage,
            Shown::Clinic,
        ]
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Shown::Passage {
                section,
                blocks: (first, last),
                next,
            } => {
                write!(f, "p:{section}:{first}:{last}")?;
                match next.is_empty() {
                    true => Ok(()),
                    false => write!(f, ":{}", written(next)),
                }
            }
            Shown::Likely {
                section,
                blocks: (first, last),
                others,
            } => write!(f, "y:{section}:{first}:{last}:{}", written(others)),
            Shown::Choices(sections) => write!(f, "c:{}", written(sections)),
            Shown::Nearest(sections) => write!(f, "n:{}", written(sections)),
            Shown::Clinic => write!(f, "d"),
            Shown::OtherLanguage => write!(f, "o"),
            Shown::Contents => write!(f, "l"),
        }
    }
}

/// What the last fields of a custom id say was found.
pub(super) fn shown(fields: &[&str]) -> Result<Shown, UnknownPress> {
    match fields {
        ["p", section, first, last, next @ ..] => Ok(Shown::Passage {
            section: section.parse()?,
            blocks: (number(first)?, number(last)?),
            next: rest(next)?,
        }),
        ["y", section, first, last, others] => Ok(Shown::Likely {
            section: section.parse()?,
            blocks: (number(first)?, number(last)?),
            others: keys(others)?,
        }),
        ["c", sections] => Ok(Shown::Choices(keys(sections)?)),
        ["n", sections] => Ok(Shown::Nearest(keys(sections)?)),
        ["d"] => Ok(Shown::Clinic),
        ["o"] => Ok(Shown::OtherLanguage),
        ["l"] => Ok(Shown::Contents),
        _ => Err(UnknownPress),
    }
}
