//! A press on the panel as a custom id, and back.

use super::{Choice, Field, List, Page, Panel, Span};
use crate::reply::press::{UnknownPress, number};
use crate::who::ChannelId;
use std::fmt;
use std::str::FromStr;

impl List {
    /// Every list, with its name.
    pub(in crate::reply::press) const NAMES: &[(&'static str, List)] = &[
        ("channels", List::Channels),
        ("mentions", List::Mentions),
        ("moderators", List::Moderators),
        ("ignored", List::Ignored),
        ("posts", List::Posts),
        ("review", List::Review),
        ("article-in", List::ArticleIn),
    ];
}

const SPANS: &[(&str, Span)] = &[("only", Span::Only), ("all-but", Span::AllBut)];

const FIELDS: &[(&str, Field)] = &[
    ("pace", Field::Pace),
    ("care-line", Field::CareLine),
    ("import", Field::Import),
];

/// The pages that have no number.
const PAGES: &[(&str, Page)] = &[
    ("overview", Page::Overview),
    ("channels", Page::Channels),
    ("mentions", Page::Mentions),
    ("answers", Page::Answers),
    ("people", Page::People),
    ("reports", Page::Reports),
    ("reset", Page::Reset),
];

/// What stands for nothing.
const NONE: &str = "-";

impl fmt::Display for Panel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Panel::Turn(page) => write!(f, "turn:{page}"),
            Panel::Narrow(list, span) => {
                write!(
                    f,
                    "narrow:{}:{}",
                    name(List::NAMES, *list),
                    name(SPANS, *span)
                )
            }
            Panel::Choose(choice) => write!(f, "choose:{}", choice.name()),
            Panel::Article(channel, article) => {
                let channel = channel.map(|channel| channel.0);
                write!(f, "article:{}:{}", Maybe(channel), Maybe(*article))
            }
            Panel::Helplines(place) => write!(f, "helplines:{}", Maybe(*place)),
            Panel::Pick(list, span, seen, page) => {
                let (list, span) = (name(List::NAMES, *list), name(SPANS, *span));
                write!(f, "pick:{list}:{span}:{seen}{}", Later(*page))
            }
            Panel::Write(field) => write!(f, "write:{}", name(FIELDS, *field)),
            Panel::Undo(change, page) => write!(f, "undo:{change}:{page}"),
            Panel::Export => write!(f, "export"),
            Panel::Import(seen) => write!(f, "import:{seen}"),
            Panel::Leave => write!(f, "leave"),
            Panel::Reset => write!(f, "reset"),
            Panel::ResetTaught => write!(f, "reset:taught"),
        }
    }
}

impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Page::ArticleIn(channel, page) => {
                write!(f, "article-in:{}{}", channel.0, Later(*page))
            }
            Page::Articles(page) => write!(f, "articles{}", Later(*page)),
            Page::Care(page) => write!(f, "care{}", Later(*page)),
            Page::History(page) => write!(f, "history:{page}"),
            Page::Rest(list, span, page) => {
                let (list, span) = (name(List::NAMES, *list), name(SPANS, *span));
                write!(f, "rest:{list}:{span}:{page}")
            }
            page => f.write_str(name(PAGES, *page)),
        }
    }
}

/// The number of a page; the first has none, as when there was no other.
struct Later(u8);

impl fmt::Display for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => Ok(()),
            page => write!(f, ":{page}"),
        }
    }
}

/// The page that [`Later`] wrote.
fn later(fields: &[&str]) -> Result<u8, UnknownPress> {
    match fields {
        [] => Ok(0),
        [page] => number(page),
        _ => Err(UnknownPress),
    }
}

/// A value, or the sign for none.
struct Maybe<T>(Option<T>);

impl<T: fmt::Display> fmt::Display for Maybe<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(value) => value.fmt(f),
            None => f.write_str(NONE),
        }
    }
}

impl Page {
    fn read(fields: &[&str]) -> Result<Page, UnknownPress> {
        match fields {
            ["article-in", channel, page @ ..] => {
                let channel = ChannelId(number(channel)?);
                Ok(Page::ArticleIn(channel, later(page)?))
            }
            ["articles", page @ ..] => Ok(Page::Articles(later(page)?)),
            ["care", page @ ..] => Ok(Page::Care(later(page)?)),
            ["history", page] => Ok(Page::History(number(page)?)),
            ["rest", list, span, page] => Ok(Page::Rest(
                value(List::NAMES, list)?,
                value(SPANS, span)?,
                number(page)?,
            )),
            [page] => value(PAGES, page),
            _ => Err(UnknownPress),
        }
    }
}

impl Panel {
    /// What the fields of a custom id mean.
    pub(in crate::reply::press) fn read(fields: &[&str]) -> Result<Panel, UnknownPress> {
        match fields {
            ["turn", page @ ..] => Ok(Panel::Turn(Page::read(page)?)),
            ["narrow", list, span] => Ok(Panel::Narrow(
                value(List::NAMES, list)?,
                value(SPANS, span)?,
            )),
            ["choose", choice] => Ok(Panel::Choose(Choice::named(choice).ok_or(UnknownPress)?)),
            ["article", channel, article] => {
                let channel: Option<u64> = maybe(channel)?;
                Ok(Panel::Article(channel.map(ChannelId), maybe(article)?))
            }
            ["helplines", place] => Ok(Panel::Helplines(maybe(place)?)),
            ["pick", list, span, seen, page @ ..] => Ok(Panel::Pick(
                value(List::NAMES, list)?,
                value(SPANS, span)?,
                seen.parse()?,
                later(page)?,
            )),
            ["write", field] => Ok(Panel::Write(value(FIELDS, field)?)),
            ["undo", change, page] => Ok(Panel::Undo(number(change)?, number(page)?)),
            ["export"] => Ok(Panel::Export),
            ["import", seen] => Ok(Panel::Import(seen.parse()?)),
            ["leave"] => Ok(Panel::Leave),
            ["reset"] => Ok(Panel::Reset),
            ["reset", "taught"] => Ok(Panel::ResetTaught),
            _ => Err(UnknownPress),
        }
    }

    /// Every press on the panel, as long as it gets.
    #[cfg(test)]
    pub(in crate::reply::press) fn every(key: super::Key) -> Vec<Panel> {
        let channel = ChannelId(u64::MAX);
        let mut all = vec![
            Panel::Turn(Page::ArticleIn(channel, 0)),
            Panel::Turn(Page::ArticleIn(channel, u8::MAX)),
            Panel::Turn(Page::Articles(0)),
            Panel::Turn(Page::Articles(u8::MAX)),
            Panel::Turn(Page::Care(0)),
            Panel::Turn(Page::Care(u8::MAX)),
            Panel::Turn(Page::History(u8::MAX)),
            Panel::Article(None, None),
            Panel::Article(Some(channel), Some(key)),
            Panel::Helplines(None),
            Panel::Helplines(Some(key)),
            Panel::Undo(u64::MAX, u8::MAX),
            Panel::Export,
            Panel::Import(key),
            Panel::Leave,
            Panel::Reset,
            Panel::ResetTaught,
        ];
        all.extend(PAGES.iter().map(|(_, page)| Panel::Turn(*page)));
        all.extend(Choice::every().into_iter().map(Panel::Choose));
        all.extend(FIELDS.iter().map(|(_, field)| Panel::Write(*field)));
        for (_, list) in List::NAMES {
            for (_, span) in SPANS {
                all.push(Panel::Narrow(*list, *span));
                all.push(Panel::Pick(*list, *span, key, 0));
                all.push(Panel::Pick(*list, *span, key, u8::MAX));
                all.push(Panel::Turn(Page::Rest(*list, *span, u8::MAX)));
            }
        }
        all
    }
}

pub(in crate::reply::press) fn name<T: Copy + PartialEq>(
    names: &[(&'static str, T)],
    value: T,
) -> &'static str {
    let named = names.iter().find(|(_, other)| *other == value);
    named.expect("every value has a name").0
}

pub(in crate::reply::press) fn value<T: Copy>(
    names: &[(&str, T)],
    name: &str,
) -> Result<T, UnknownPress> {
    let named = names.iter().find(|(other, _)| *other == name);
    named.map(|(_, value)| *value).ok_or(UnknownPress)
}

pub(in crate::reply::press) fn maybe<T: FromStr>(text: &str) -> Result<Option<T>, UnknownPress> {
    match text {
        NONE => Ok(None),
        text => number(text).map(Some),
    }
}
