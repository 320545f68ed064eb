//! A press and its form on the wire: a button's whole meaning, so that it works after a restart.
//!
//! No custom id carries a word of a person, and each fits Discord's 100 characters: articles and
//! sections are named by short keys made of their stable names.

use crate::who::UserId;
use std::fmt;
use std::str::FromStr;

/// A short form of a stable name: its FNV-1a checksum in 32 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key(u32);

impl Key {
    /// The key of a stable name.
    pub fn of(name: &str) -> Key {
        Key(name.bytes().fold(0x811c_9dc5, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        }))
    }
}

/// The whole meaning of a press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Press {
    /// Open a section's answer: its best-known passage.
    Open {
        /// The article.
        article: Key,
        /// The section.
        section: Key,
    },
    /// Read a section whole, one message at a time.
    Whole {
        /// The article.
        article: Key,
        /// The section.
        section: Key,
        /// Which message of it, from 0.
        page: u8,
    },
    /// Show the list of sections.
    Contents {
        /// The article.
        article: Key,
        /// Which page of it, from 0.
        page: u8,
    },
    /// Open, for the asker alone, what a public reply did not say.
    Show {
        /// The only one who may open it.
        asker: UserId,
        /// The article.
        article: Key,
        /// What was found.
        shown: Shown,
    },
}

/// What a mention's answer was, without a word of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A passage: its section, its first and last block.
    Passage(Key, u16, u16),
    /// Sections to choose from.
    Choices(Vec<Key>),
    /// Nothing answers; the nearest sections.
    Nearest(Vec<Key>),
    /// The list of sections.
    Contents,
}

/// A button we no longer know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownPress;

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}", self.0)
    }
}

impl fmt::Display for Press {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Press::Open { article, section } => write!(f, "open:{article}:{section}"),
            Press::Whole {
                article,
                section,
                page,
            } => {
                write!(f, "whole:{article}:{section}:{page}")
            }
            Press::Contents { article, page } => write!(f, "contents:{article}:{page}"),
            Press::Show {
                asker,
                article,
                shown,
            } => {
                write!(f, "show:{}:{article}:{shown}", asker.0)
            }
        }
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Shown::Passage(section, first, last) => write!(f, "p:{section}:{first}:{last}"),
            Shown::Choices(sections) => write!(f, "c:{}", Keys(sections)),
            Shown::Nearest(sections) => write!(f, "n:{}", Keys(sections)),
            Shown::Contents => write!(f, "l"),
        }
    }
}

struct Keys<'k>(&'k [Key]);

impl fmt::Display for Keys<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, key) in self.0.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            write!(f, "{comma}{key}")?;
        }
        Ok(())
    }
}

impl FromStr for Key {
    type Err = UnknownPress;

    fn from_str(key: &str) -> Result<Key, UnknownPress> {
        let number = u32::from_str_radix(key, 16).map_err(|_| UnknownPress)?;
        Ok(Key(number))
    }
}

impl FromStr for Press {
    type Err = UnknownPress;

    fn from_str(id: &str) -> Result<Press, UnknownPress> {
        let fields: Vec<&str> = id.split(':').collect();
        match fields.as_slice() {
            ["open", article, section] => Ok(Press::Open {
                article: article.parse()?,
                section: section.parse()?,
            }),
            ["whole", article, section, page] => Ok(Press::Whole {
                article: article.parse()?,
                section: section.parse()?,
                page: number(page)?,
            }),
            ["contents", article, page] => Ok(Press::Contents {
                article: article.parse()?,
                page: number(page)?,
            }),
            ["show", asker, article, shown @ ..] => Ok(Press::Show {
                asker: UserId(number(asker)?),
                article: article.parse()?,
                shown: self::shown(shown)?,
            }),
            _ => Err(UnknownPress),
        }
    }
}

fn shown(fields: &[&str]) -> Result<Shown, UnknownPress> {
    match fields {
        ["p", section, first, last] => Ok(Shown::Passage(
            section.parse()?,
            number(first)?,
            number(last)?,
        )),
        ["c", sections] => Ok(Shown::Choices(keys(sections)?)),
        ["n", sections] => Ok(Shown::Nearest(keys(sections)?)),
        ["l"] => Ok(Shown::Contents),
        _ => Err(UnknownPress),
    }
}

fn keys(list: &str) -> Result<Vec<Key>, UnknownPress> {
    list.split(',')
        .filter(|key| !key.is_empty())
        .map(str::parse)
        .collect()
}

fn number<T: FromStr>(text: &str) -> Result<T, UnknownPress> {
    text.parse().map_err(|_| UnknownPress)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_press_survives_the_wire_and_fits() {
        let key = Key(u32::MAX);
        let show = |shown| Press::Show {
            asker: UserId(u64::MAX),
            article: key,
            shown,
        };
        for press in [
            Press::Open {
                article: key,
                section: key,
            },
            Press::Whole {
                article: key,
                section: key,
                page: 255,
            },
            Press::Contents {
                article: key,
                page: 255,
            },
            show(Shown::Passage(key, u16::MAX, u16::MAX)),
            show(Shown::Choices(vec![key; 4])),
            show(Shown::Nearest(vec![key; 4])),
            show(Shown::Nearest(Vec::new())),
            show(Shown::Contents),
        ] {
            let wire = press.to_string();
            assert!(wire.len() <= 100, "{wire}");
            assert_eq!(wire.parse(), Ok(press));
        }
    }

    #[test]
    fn an_unknown_press_is_no_press() {
        for id in ["", "open", "open:x:y", "show:1:2", "whole:1:2:999", "✂"] {
            assert_eq!(id.parse::<Press>(), Err(UnknownPress), "{id}");
        }
    }
}
