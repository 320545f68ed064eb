//! Presses on the moderators' panel. Each carries its whole meaning, and no word of a person.

use super::table::table;
use super::wire::{Parts, Wire, parsed};
use super::{Key, UnknownPress};
use crate::content::LanguageName;
#[cfg(test)]
use crate::settings::{SETTINGS, Setting};
use crate::settings::{Topic, Value};
use crate::who::ChannelId;
use std::fmt::{self, Formatter};
use strum::{EnumString, VariantArray};

table! {
    /// What a press on the panel means.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Panel {
        /// Turn to a page.
        "turn" => Turn(page: Page),
        /// Choose what a list of channels means; nothing changes before channels are picked.
        "narrow" => Narrow(list: List, span: Span),
        /// Choose this.
        "choose" => Choose(choice: Choice),
        /// Answer from this article, here or everywhere; as everywhere or as the operator says, if none is named.
        "article" => Article(channel: Option<ChannelId>, article: Option<Key>),
        /// Show the helplines of this place.
        "helplines" => Helplines(place: Option<Key>),
        /// Pick channels or roles for that page of a list that held, when it was shown, what the key says.
        "pick" => Pick(list: List, span: Span, seen: Key, page: u8 as Last),
        /// Write something: opens the form, and is the form.
        "write" => Write(field: Field),
        /// Take back the change of this number, and show that page of the history again.
        "undo" => Undo(change: u64, page: u8),
        /// Give the settings as a file.
        "export" => Export,
        /// Take the settings that were brought in, if they still change what the key says.
        "import" => Import(seen: Key),
        /// Leave everything as it is, and let go what was brought in.
        "leave" => Leave,
        /// Forget every choice, now that the moderator said so twice.
        "reset" => Reset,
        /// The same, and everything that was taught.
        "reset:taught" => ResetTaught,
    }
}

table! {
    /// A page of the panel. The first page of several has no number.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Page {
        /// Everything at a glance.
        "overview" => Overview,
        /// Where commands are answered.
        "channels" => Channels,
        /// Where and how mentions are answered.
        "mentions" => Mentions,
        /// Which article answers, and a page of those there are.
        "articles" => Articles(page: u8 as Last),
        /// Which article answers in one channel, and a page of those there are.
        "article-in" => ArticleIn(channel: ChannelId, page: u8 as Last),
        /// What an answer looks like.
        "answers" => Answers,
        /// Who moderates, who is ignored, how much one may ask.
        "people" => People,
        /// Care and the gate, and a page of the places there are.
        "care" => Care(page: u8 as Last),
        /// Where reports go, and what else moderators hear.
        "reports" => Reports,
        /// A page of a list that holds more than can be picked at once.
        "rest" => Rest(list: List, span: Span, page: u8),
        /// What was changed, from the newest: a page of it.
        "history" => History(page: u8),
        /// Whether to forget every choice.
        "reset" => Reset,
    }
}

/// A list that is picked from the server's own channels or roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Span {
    /// These and no other.
    Only,
    /// All but these.
    AllBut,
}

/// Something that a moderator writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Field {
    /// How much one may ask.
    Pace,
    /// The line on every care card.
    CareLine,
    /// Settings to bring in.
    Import,
}

// Ids name them.
parsed! {
    List: List::VARIANTS;
    Span: Span::VARIANTS;
    Field: Field::VARIANTS;
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
            other => {
                let mut others = Choice::OTHERS.iter();
                let named = others.find(|(_, choice)| *choice == other);
                named.expect("every other has a name").0.to_owned()
            }
        }
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
}

/// By its name.
impl Wire for Choice {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }

    fn read(parts: &mut Parts<'_>) -> Result<Choice, UnknownPress> {
        let text = parts.take()?;
        let mut others = Choice::OTHERS.iter();
        let other = others.find(|(name, _)| *name == text);
        let other = other.map(|(_, choice)| *choice);
        let set = || Value::spelled(text).map(Choice::Set);
        let choice = other.or_else(set).or_else(|| language(text));
        choice.ok_or(UnknownPress)
    }

    /// With those of some languages.
    #[cfg(test)]
    fn every() -> Vec<Choice> {
        let set = SETTINGS.iter().flat_map(Setting::values).map(Choice::Set);
        let others = Choice::OTHERS.iter().map(|(_, choice)| *choice);
        let languages = [FOLLOW, "en", "sw", "fr", "es", "pt-br"];
        let languages = languages.map(|tag| format!("{LANGUAGE}{tag}"));
        let languages = languages.iter().filter_map(|name| language(name));
        others.chain(set).chain(languages).collect()
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
