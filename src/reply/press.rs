//! A press and its form on the wire: a button's whole meaning, so that it works after a restart.
//!
//! No custom id carries a word of a person, and each fits Discord's 100 characters: articles and
//! sections are named by short keys made of their stable names.

mod after;
mod offer;
mod panel;
mod review;
mod setup;

pub use after::{After, Seal};
pub use offer::Offering;
pub use panel::{Choice, Field, List, Page, Panel, Span};
pub use review::Review;
pub use setup::{Setup, Step};

use crate::care::{Length, Route, Whose};
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
    /// Open a section at its beginning: whole if it is short.
    Open {
        /// The article.
        article: Key,
        /// The section.
        section: Key,
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
    Show {
        /// The only one who may open it.
        asker: UserId,
        /// The article.
        article: Key,
        /// What comes before the article, if anything.
        need: Option<Need>,
        /// What was found in the article.
        shown: Shown,
    },
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
}

/// Stands before a press whose answer is plain text.
const PLAIN: &str = "plain:";

/// What kind of help, and whose need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// The kind of help.
    pub route: Route,
    /// Whose need.
    pub whose: Whose,
}

/// What was found, without a word of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A passage: its section, its first and last block.
    Passage(Key, u16, u16),
    /// Sections to choose from.
    Choices(Vec<Key>),
    /// Nothing answers; the nearest sections.
    Nearest(Vec<Key>),
    /// That the article is in another language.
    OtherLanguage,
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
            Press::Whole { article, section } => write!(f, "whole:{article}:{section}"),
            Press::Page {
                article,
                section,
                page,
            } => write!(f, "page:{article}:{section}:{page}"),
            Press::Contents { article } => write!(f, "contents:{article}"),
            Press::ContentsPage { article, page } => write!(f, "list:{article}:{page}"),
            Press::Show {
                asker,
                article,
                need,
                shown,
            } => match need {
                None => write!(f, "show:{}:{article}:-:{shown}", asker.0),
                Some(need) => write!(f, "show:{}:{article}:{need}:{shown}", asker.0),
            },
            Press::Place {
                need,
                length,
                place,
                article,
                shown,
            } => {
                let length = match length {
                    Length::Full => "f",
                    Length::Short => "s",
                };
                write!(f, "place:{need}:{length}:{place}:{article}:{shown}")
            }
            Press::Meant { article, shown } => write!(f, "meant:{article}:{shown}"),
            Press::Hide => write!(f, "hide"),
            Press::Offer(press) => press.fmt(f),
            Press::Plain(press) => write!(f, "{PLAIN}{press}"),
            Press::Forget => write!(f, "forget"),
            Press::Panel(panel) => write!(f, "panel:{panel}"),
            Press::Setup(setup) => write!(f, "setup:{setup}"),
            Press::Review(press) => press.fmt(f),
            Press::After(press) => press.fmt(f),
        }
    }
}

/// Two digits, so that a public button names no kind of help to whoever looks at its id.
impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let route = Route::ALL.iter().position(|route| *route == self.route);
        let whose = Whose::ALL.iter().position(|whose| *whose == self.whose);
        let of = |position: Option<usize>| position.unwrap_or_default();
        write!(f, "{}{}", of(route), of(whose))
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Shown::Passage(section, first, last) => write!(f, "p:{section}:{first}:{last}"),
            Shown::Choices(sections) => write!(f, "c:{}", written(sections)),
            Shown::Nearest(sections) => write!(f, "n:{}", written(sections)),
            Shown::OtherLanguage => write!(f, "o"),
            Shown::Contents => write!(f, "l"),
        }
    }
}

/// Several keys, as [`keys`] reads them.
fn written(keys: &[Key]) -> String {
    let keys: Vec<String> = keys.iter().map(Key::to_string).collect();
    keys.join(",")
}

impl FromStr for Key {
    type Err = UnknownPress;

    fn from_str(key: &str) -> Result<Key, UnknownPress> {
        let number = u32::from_str_radix(key, 16).map_err(|_| UnknownPress)?;
        Ok(Key(number))
    }
}

impl FromStr for Need {
    type Err = UnknownPress;

    fn from_str(need: &str) -> Result<Need, UnknownPress> {
        let digit = |at| Some(need.chars().nth(at)?.to_digit(10)? as usize);
        let (route, whose) = (digit(0), digit(1));
        let known = Option::zip(
            route.and_then(|route| Route::ALL.get(route)),
            whose.and_then(|whose| Whose::ALL.get(whose)),
        );
        let (&route, &whose) = known.filter(|_| need.len() == 2).ok_or(UnknownPress)?;
        Ok(Need { route, whose })
    }
}

impl FromStr for Press {
    type Err = UnknownPress;

    fn from_str(id: &str) -> Result<Press, UnknownPress> {
        if let Some(press) = id.strip_prefix(PLAIN) {
            return match press.parse()? {
                Press::Plain(_) => Err(UnknownPress),
                press => Ok(Press::Plain(Box::new(press))),
            };
        }
        let fields: Vec<&str> = id.split(':').collect();
        match fields.as_slice() {
            ["open", article, section] => Ok(Press::Open {
                article: article.parse()?,
                section: section.parse()?,
            }),
            ["whole", article, section] => Ok(Press::Whole {
                article: article.parse()?,
                section: section.parse()?,
            }),
            ["page", article, section, page] => Ok(Press::Page {
                article: article.parse()?,
                section: section.parse()?,
                page: number(page)?,
            }),
            ["contents", article] => Ok(Press::Contents {
                article: article.parse()?,
            }),
            ["list", article, page] => Ok(Press::ContentsPage {
                article: article.parse()?,
                page: number(page)?,
            }),
            ["show", asker, article, need, shown @ ..] => Ok(Press::Show {
                asker: UserId(number(asker)?),
                article: article.parse()?,
                need: match *need {
                    "-" => None,
                    need => Some(need.parse()?),
                },
                shown: self::shown(shown)?,
            }),
            ["place", need, length, place, article, shown @ ..] => Ok(Press::Place {
                need: need.parse()?,
                length: match *length {
                    "f" => Length::Full,
                    "s" => Length::Short,
                    _ => return Err(UnknownPress),
                },
                place: place.parse()?,
                article: article.parse()?,
                shown: self::shown(shown)?,
            }),
            ["meant", article, shown @ ..] => Ok(Press::Meant {
                article: article.parse()?,
                shown: self::shown(shown)?,
            }),
            ["hide"] => Ok(Press::Hide),
            [offer::PREFIX, ..] => id.parse().map(Press::Offer),
            ["forget"] => Ok(Press::Forget),
            ["panel", panel @ ..] => Ok(Press::Panel(Panel::read(panel)?)),
            ["setup", setup @ ..] => Ok(Press::Setup(Setup::read(setup)?)),
            [review::PREFIX, ..] => id.parse().map(Press::Review),
            [after::PREFIX, ..] => id.parse().map(Press::After),
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
        ["o"] => Ok(Shown::OtherLanguage),
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

    /// Every press, as long as it gets.
    fn every_press() -> Vec<Press> {
        let key = Key(u32::MAX);
        let mut all = vec![
            Press::Open {
                article: key,
                section: key,
            },
            Press::Whole {
                article: key,
                section: key,
            },
            Press::Page {
                article: key,
                section: key,
                page: 255,
            },
            Press::Contents { article: key },
            Press::ContentsPage {
                article: key,
                page: 255,
            },
            Press::Hide,
            Press::Forget,
        ];
        all.extend(Panel::every(key).into_iter().map(Press::Panel));
        all.extend(Setup::every(key).into_iter().map(Press::Setup));
        all.extend(review::every_press());
        all.extend(after::every_press());
        for shown in [
            Shown::Passage(key, u16::MAX, u16::MAX),
            Shown::Choices(vec![key; 4]),
            Shown::Nearest(vec![key; 3]),
            Shown::Nearest(Vec::new()),
            Shown::Contents,
            Shown::OtherLanguage,
        ] {
            all.extend(offer::every_press(key, &shown));
            all.push(Press::Meant {
                article: key,
                shown: shown.clone(),
            });
            let needs = Route::ALL
                .iter()
                .flat_map(|&route| Whose::ALL.iter().map(move |&whose| Need { route, whose }));
            for need in needs {
                all.extend([Length::Full, Length::Short].map(|length| Press::Place {
                    need,
                    length,
                    place: key,
                    article: key,
                    shown: shown.clone(),
                }));
                all.extend([None, Some(need)].map(|need| Press::Show {
                    asker: UserId(u64::MAX),
                    article: key,
                    need,
                    shown: shown.clone(),
                }));
            }
        }
        all
    }

    #[test]
    fn every_press_survives_the_wire_and_fits() {
        let plain = |press: Press| Press::Plain(Box::new(press));
        let fits = |press: &Press| press.to_string().len() <= 100;
        let all = every_press();
        let plain: Vec<Press> = all.iter().cloned().map(plain).filter(fits).collect();
        assert!(plain.len() > all.len() / 2);
        for press in all.into_iter().chain(plain) {
            let wire = press.to_string();
            assert!(wire.len() <= 100, "{wire}");
            assert_eq!(wire.parse(), Ok(press));
        }
    }

    #[test]
    fn an_unknown_press_is_no_press() {
        for id in [
            "",
            "open",
            "open:x:y",
            "show:1:2",
            "show:1:2:9:l",
            "show:1:2:900:l",
            "page:1:2:999",
            "place:00:x:1:2:l",
            "plain:",
            "plain:plain:hide",
            "✂",
        ] {
            assert_eq!(id.parse::<Press>(), Err(UnknownPress), "{id}");
        }
    }
}
