//! Presses on the moderators' panel. Each carries its whole meaning, and no word of a person.

use super::{Key, UnknownPress, number};
use crate::answer::Confidence;
use crate::settings::{Closing, Gate, Language, Mentioned, Style, Visibility};
use crate::who::ChannelId;
use std::fmt;
use std::str::FromStr;

/// What a press on the panel means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Turn to a page.
    Turn(Page),
    /// Choose what a list of channels means; nothing changes before channels are picked.
    Narrow(List, Span),
    /// Choose this.
    Choose(Choice),
    /// Answer from this article, here or everywhere; as everywhere or as the operator says, if none is named.
    Article(Option<ChannelId>, Option<Key>),
    /// Show the helplines of this place.
    Helplines(Option<Key>),
    /// Pick channels or roles for that page of a list that held, when it was shown, what the key says.
    Pick(List, Span, Key, u8),
    /// Write something: opens the form, and is the form.
    Write(Field),
    /// Take back the change of this number, and show that page of the history again.
    Undo(u64, u8),
    /// Give the settings as a file.
    Export,
    /// Forget every choice, now that the moderator said so twice.
    Reset,
}

/// A page of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Everything at a glance.
    Overview,
    /// Where commands are answered.
    Channels,
    /// Where and how mentions are answered.
    Mentions,
    /// Which article answers, and a page of those there are.
    Articles(u8),
    /// Which article answers in one channel, and a page of those there are.
    ArticleIn(ChannelId, u8),
    /// What an answer looks like.
    Answers,
    /// Who moderates, who is ignored, how much one may ask.
    People,
    /// Care and the gate, and a page of the places there are.
    Care(u8),
    /// Where reports go.
    Reports,
    /// A page of a list that holds more than can be picked at once.
    Rest(List, Span, u8),
    /// What was changed, from the newest: a page of it.
    History(u8),
    /// Whether to forget every choice.
    Reset,
}

/// A list that is picked from the server's own channels or roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Where commands are answered.
    Channels,
    /// Where mentions are answered.
    Mentions,
    /// Who moderates too.
    Moderators,
    /// Who is ignored.
    Ignored,
    /// Where reports go.
    Review,
    /// The channel to choose an article for.
    ArticleIn,
}

/// What the channels of a list mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// These and no other.
    Only,
    /// All but these.
    AllBut,
}

/// Something that a moderator writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// How much one may ask.
    Pace,
    /// The line on every care card.
    CareLine,
    /// Settings to bring in.
    Import,
}

/// One value of one setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Answer commands in every channel.
    Everywhere,
    /// Answer mentions in no channel.
    MentionsNowhere,
    /// Answer mentions wherever commands are answered.
    MentionsEverywhere,
    /// How mentions are answered.
    Mentioned(Mentioned),
    /// Who sees answers.
    Visibility(Visibility),
    /// How sure to be.
    Confidence(Confidence),
    /// When to advise.
    Closing(Closing),
    /// What keeps sensitive articles.
    Gate(Gate),
    /// What a message looks like.
    Style(Style),
    /// What is spoken before everyone.
    Language(Language),
}

impl Choice {
    /// Every choice, with its name: on the wire, and of its sentence.
    pub const ALL: [(&str, Choice); 22] = [
        ("channels-everywhere", Choice::Everywhere),
        ("mentions-nowhere", Choice::MentionsNowhere),
        ("mentions-everywhere", Choice::MentionsEverywhere),
        (
            "mentioned-by-button",
            Choice::Mentioned(Mentioned::ByButton),
        ),
        (
            "mentioned-in-public",
            Choice::Mentioned(Mentioned::InPublic),
        ),
        (
            "visibility-private",
            Choice::Visibility(Visibility::Private),
        ),
        ("visibility-public", Choice::Visibility(Visibility::Public)),
        (
            "confidence-careful",
            Choice::Confidence(Confidence::Careful),
        ),
        (
            "confidence-balanced",
            Choice::Confidence(Confidence::Balanced),
        ),
        (
            "confidence-generous",
            Choice::Confidence(Confidence::Generous),
        ),
        ("closing-always", Choice::Closing(Closing::Always)),
        ("closing-when-sure", Choice::Closing(Closing::WhenSure)),
        ("gate-advise", Choice::Gate(Gate::Advise)),
        ("gate-age-restricted", Choice::Gate(Gate::AgeRestricted)),
        ("style-embeds", Choice::Style(Style::Embeds)),
        ("style-plain", Choice::Style(Style::Plain)),
        ("language-follow", Choice::Language(Language::Follow)),
        ("language-en", Choice::Language(Language::English)),
        ("language-sw", Choice::Language(Language::Swahili)),
        ("language-fr", Choice::Language(Language::French)),
        ("language-es", Choice::Language(Language::Spanish)),
        ("language-pt-br", Choice::Language(Language::Portuguese)),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        let mut all = Choice::ALL.iter();
        let named = all.find(|(_, choice)| *choice == self);
        named.expect("every choice has a name").0
    }
}

impl Choice {
    /// The page it stands on.
    pub fn page(self) -> Page {
        match self {
            Choice::Everywhere => Page::Channels,
            Choice::MentionsNowhere | Choice::MentionsEverywhere | Choice::Mentioned(_) => {
                Page::Mentions
            }
            Choice::Visibility(_)
            | Choice::Confidence(_)
            | Choice::Closing(_)
            | Choice::Style(_) => Page::Answers,
            Choice::Gate(_) => Page::Care(0),
            Choice::Language(_) => Page::People,
        }
    }
}

impl List {
    pub(super) const NAMES: &[(&'static str, List)] = &[
        ("channels", List::Channels),
        ("mentions", List::Mentions),
        ("moderators", List::Moderators),
        ("ignored", List::Ignored),
        ("review", List::Review),
        ("article-in", List::ArticleIn),
    ];

    /// The page of the panel that shows its page `page` with this `span`.
    pub fn page_of(self, span: Span, page: u8) -> Page {
        match page {
            0 => self.page(),
            page => Page::Rest(self, span, page),
        }
    }

    /// The page it begins on.
    pub fn page(self) -> Page {
        match self {
            List::Channels => Page::Channels,
            List::Mentions => Page::Mentions,
            List::Moderators | List::Ignored => Page::People,
            List::Review => Page::Reports,
            List::ArticleIn => Page::Articles(0),
        }
    }
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
            Panel::Reset => write!(f, "reset"),
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
    pub(super) fn read(fields: &[&str]) -> Result<Panel, UnknownPress> {
        match fields {
            ["turn", page @ ..] => Ok(Panel::Turn(Page::read(page)?)),
            ["narrow", list, span] => Ok(Panel::Narrow(
                value(List::NAMES, list)?,
                value(SPANS, span)?,
            )),
            ["choose", choice] => Ok(Panel::Choose(value(&Choice::ALL, choice)?)),
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
            ["reset"] => Ok(Panel::Reset),
            _ => Err(UnknownPress),
        }
    }

    /// Every press on the panel, as long as it gets.
    #[cfg(test)]
    pub(super) fn every(key: Key) -> Vec<Panel> {
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
            Panel::Reset,
        ];
        all.extend(PAGES.iter().map(|(_, page)| Panel::Turn(*page)));
        all.extend(Choice::ALL.iter().map(|(_, choice)| Panel::Choose(*choice)));
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

pub(super) fn name<T: Copy + PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    let named = names.iter().find(|(_, other)| *other == value);
    named.expect("every value has a name").0
}

pub(super) fn value<T: Copy>(names: &[(&str, T)], name: &str) -> Result<T, UnknownPress> {
    let named = names.iter().find(|(other, _)| *other == name);
    named.map(|(_, value)| *value).ok_or(UnknownPress)
}

pub(super) fn maybe<T: FromStr>(text: &str) -> Result<Option<T>, UnknownPress> {
    match text {
        NONE => Ok(None),
        text => number(text).map(Some),
    }
}
