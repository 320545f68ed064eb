//! A press as a custom id, and a custom id as a press.

use super::key::{rest, written};
use super::need::Written;
use super::shown::shown as found;
use super::{
    Opening, Panel, Press, Setup, UnknownPress, after, number, offer, review, sealed, tally,
};
use crate::care::Length;
use crate::who::UserId;
use std::fmt;
use std::str::FromStr;

/// Stands before a press whose answer is plain text.
const PLAIN: &str = "plain:";

impl fmt::Display for Press {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Press::Open {
                article,
                section,
                others,
            } if others.is_empty() => write!(f, "open:{article}:{section}"),
            Press::Open {
                article,
                section,
                others,
            } => write!(f, "open:{article}:{section}:{}", written(others)),
            Press::Whole { article, section } => write!(f, "whole:{article}:{section}"),
            Press::Page {
                article,
                section,
                page,
            } => write!(f, "page:{article}:{section}:{page}"),
            Press::Contents { article } => write!(f, "contents:{article}"),
            Press::ContentsPage { article, page } => write!(f, "list:{article}:{page}"),
            Press::Sealed(sealed) => sealed.fmt(f),
            Press::Show(Opening {
                asker,
                article,
                need,
                shown,
            }) => match need {
                None => write!(f, "show:{}:{article}:-:{shown}", asker.0),
                Some(need) => {
                    let need = Written(*need);
                    write!(f, "show:{}:{article}:{need}:{shown}", asker.0)
                }
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
                let need = Written(*need);
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
            Press::Tally(press) => press.fmt(f),
        }
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
            ["open", article, section, others @ ..] => Ok(Press::Open {
                article: article.parse()?,
                section: section.parse()?,
                others: rest(others)?,
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
            ["show", asker, article, need, shown @ ..] => Ok(Press::Show(Opening {
                asker: UserId(number(asker)?),
                article: article.parse()?,
                need: match *need {
                    "-" => None,
                    need => Some(need.parse::<Written>()?.0),
                },
                shown: found(shown)?,
            })),
            ["place", need, length, place, article, shown @ ..] => Ok(Press::Place {
                need: need.parse::<Written>()?.0,
                length: match *length {
                    "f" => Length::Full,
                    "s" => Length::Short,
                    _ => return Err(UnknownPress),
                },
                place: place.parse()?,
                article: article.parse()?,
                shown: found(shown)?,
            }),
            ["meant", article, shown @ ..] => Ok(Press::Meant {
                article: article.parse()?,
                shown: found(shown)?,
            }),
            ["hide"] => Ok(Press::Hide),
            [offer::PREFIX, ..] => id.parse().map(Press::Offer),
            ["forget"] => Ok(Press::Forget),
            ["panel", panel @ ..] => Ok(Press::Panel(Panel::read(panel)?)),
            ["setup", setup @ ..] => Ok(Press::Setup(Setup::read(setup)?)),
            [review::PREFIX, ..] => id.parse().map(Press::Review),
            [after::PREFIX, ..] => id.parse().map(Press::After),
            [tally::PREFIX, ..] => id.parse().map(Press::Tally),
            [sealed::PREFIX, ..] => id.parse().map(Press::Sealed),
            _ => Err(UnknownPress),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Key, Sealed, Shown, every_opening};
    use super::*;
    use crate::care::Need;
    use std::collections::BTreeSet;

    /// Every press, as long as it gets.
    fn every_press() -> Vec<Press> {
        let key = Key::LONGEST;
        let mut all = vec![
            Press::Open {
                article: key,
                section: key,
                others: Vec::new(),
            },
            Press::Open {
                article: key,
                section: key,
                others: vec![key; 3],
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
            Press::Sealed(Sealed([0; Sealed::LENGTH])),
            Press::Hide,
            Press::Forget,
        ];
        all.extend(Panel::every(key).into_iter().map(Press::Panel));
        all.extend(Setup::every(key).into_iter().map(Press::Setup));
        all.extend(review::every_press());
        all.extend(after::every_press());
        all.extend(tally::every_press());
        all.extend(every_opening(UserId(u64::MAX)).into_iter().map(Press::Show));
        for shown in Shown::every(key) {
            all.extend(offer::every_press(key, &shown));
            all.push(Press::Meant {
                article: key,
                shown: shown.clone(),
            });
            for need in Need::every() {
                all.extend([Length::Full, Length::Short].map(|length| Press::Place {
                    need,
                    length,
                    place: key,
                    article: key,
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

    /// An id without its numbers and keys.
    fn kind(id: &str) -> String {
        let number = |field: &str| field.bytes().all(|b| b.is_ascii_hexdigit() || b == b',');
        let fields = id.split(':');
        let fields = fields.map(|field| if number(field) { "#" } else { field });
        fields.collect::<Vec<_>>().join(":")
    }

    /// Under messages sent long ago stand ids of these forms, and they are read for ever. New ones are added there.
    #[test]
    fn every_kind_of_press_is_written_as_it_always_was() {
        let presses = every_press().into_iter();
        let kinds: BTreeSet<String> = presses.map(|press| kind(&press.to_string())).collect();
        for written in include_str!("kinds.txt").lines() {
            assert!(kinds.contains(written), "{written}");
        }
    }

    /// A press that is missing in [`every_press`] has no place here, and the compiler asks for one.
    #[test]
    fn every_press_is_among_them() {
        let place = |press: &Press| match press {
            Press::Open { .. } => 0,
            Press::Whole { .. } => 1,
            Press::Page { .. } => 2,
            Press::Contents { .. } => 3,
            Press::ContentsPage { .. } => 4,
            Press::Show(_) => 5,
            Press::Place { .. } => 6,
            Press::Meant { .. } => 7,
            Press::Hide => 8,
            Press::Offer(_) => 9,
            Press::Forget => 10,
            Press::Panel(_) => 11,
            Press::Setup(_) => 12,
            Press::Review(_) => 13,
            Press::After(_) => 14,
            Press::Sealed(_) => 15,
            Press::Tally(_) => 16,
            Press::Plain(press) => unreachable!("{press} is made of the others"),
        };
        let places: BTreeSet<usize> = every_press().iter().map(place).collect();
        assert_eq!(
            places.into_iter().collect::<Vec<_>>(),
            (0..17).collect::<Vec<_>>()
        );
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
            "sealed:",
            "sealed:AAAA",
            "sealed:show:1:2:-:l",
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
