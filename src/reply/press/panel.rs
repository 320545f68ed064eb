//! Presses on the moderators' panel. Each carries its whole meaning, and no word of a person.

mod wire;

use super::Key;
use crate::content::LanguageName;
use crate::settings::{Topic, Value};
use crate::who::ChannelId;

pub(super) use wire::{maybe, name, value};

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
    /// Take the settings that were brought in, if they still change what the key says.
    Import(Key),
    /// Leave everything as it is, and let go what was brought in.
    Leave,
    /// Forget every choice, now that the moderator said so twice.
    Reset,
    /// The same, and everything that was taught.
    ResetTaught,
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
    /// Where reports go, and what else moderators hear.
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
    /// Where titles of new posts are looked at.
    Posts,
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

/// What a moderator chooses from a menu or by a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Answer commands in every channel.
    Everywhere,
    /// Answer mentions in no channel.
    MentionsNowhere,
    /// Answer mentions wherever commands are answered.
    MentionsEverywhere,
    /// What is spoken before everyone: the language of this tag in small letters, or the one that Discord says.
    Language(Option<LanguageName>),
    /// One value of a setting of a few.
    Set(Value),
}

/// What stands before the tag of a language.
const LANGUAGE: &str = "language-";

/// What stands for the language that Discord says.
const FOLLOW: &str = "follow";

impl Choice {
    /// Those that are no value of a setting, with their names.
    const OTHERS: [(&str, Choice); 3] = [
        ("channels-everywhere", Choice::Everywhere),
        ("mentions-nowhere", Choice::MentionsNowhere),
        ("mentions-everywhere", Choice::MentionsEverywhere),
    ];

    /// Its name: on the wire, and of its sentence.
    pub fn name(self) -> String {
        match self {
            Choice::Set(value) => value.full_name(),
            Choice::Language(None) => format!("{LANGUAGE}{FOLLOW}"),
            Choice::Language(Some(tag)) => format!("{LANGUAGE}{tag}"),
            other => name(&Choice::OTHERS, other).to_owned(),
        }
    }

    /// The choice of this name.
    pub(super) fn named(text: &str) -> Option<Choice> {
        let mut others = Choice::OTHERS.iter();
        let other = others.find(|(name, _)| *name == text);
        let other = other.map(|(_, choice)| *choice);
        let set = || Value::spelled(text).map(Choice::Set);
        other.or_else(set).or_else(|| language(text))
    }

    /// The page it stands on.
    pub fn page(self) -> Page {
        match self {
            Choice::Everywhere => Page::Channels,
            Choice::MentionsNowhere | Choice::MentionsEverywhere => Page::Mentions,
            Choice::Language(_) => Page::People,
            Choice::Set(value) => Page::about(value.setting().topic),
        }
    }

    /// Every choice there is, with those of some languages.
    #[cfg(test)]
    pub(super) fn every() -> Vec<Choice> {
        let set = crate::settings::SETTINGS
            .iter()
            .flat_map(crate::settings::Setting::values);
        let others = Choice::OTHERS.iter().map(|(_, choice)| *choice);
        let languages = "follow en sw fr es pt-br".split(' ');
        let languages = languages.filter_map(|tag| language(&format!("{LANGUAGE}{tag}")));
        others
            .chain(set.map(Choice::Set))
            .chain(languages)
            .collect()
    }
}

/// A choice of a language by its name. Whether the bot speaks it, only its sentences tell.
fn language(name: &str) -> Option<Choice> {
    match name.strip_prefix(LANGUAGE)? {
        FOLLOW => Some(Choice::Language(None)),
        "" => None,
        tag => tag.parse().ok().map(|tag| Choice::Language(Some(tag))),
    }
}

impl Page {
    /// The page about `topic`.
    pub fn about(topic: Topic) -> Page {
        match topic {
            Topic::Channels => Page::Channels,
            Topic::Mentions => Page::Mentions,
            Topic::Articles => Page::Articles(0),
            Topic::Answers => Page::Answers,
            Topic::People => Page::People,
            Topic::Care => Page::Care(0),
            Topic::Reports => Page::Reports,
        }
    }

    /// What it is about, if it is about some of the settings.
    pub fn topic(self) -> Option<Topic> {
        match self {
            Page::Channels => Some(Topic::Channels),
            Page::Mentions => Some(Topic::Mentions),
            Page::Articles(_) | Page::ArticleIn(..) => Some(Topic::Articles),
            Page::Answers => Some(Topic::Answers),
            Page::People => Some(Topic::People),
            Page::Care(_) => Some(Topic::Care),
            Page::Reports => Some(Topic::Reports),
            Page::Rest(list, ..) => list.page().topic(),
            Page::Overview | Page::History(_) | Page::Reset => None,
        }
    }
}

impl List {
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
            List::Channels | List::Posts => Page::Channels,
            List::Mentions => Page::Mentions,
            List::Moderators | List::Ignored => Page::People,
            List::Review => Page::Reports,
            List::ArticleIn => Page::Articles(0),
        }
    }
}
