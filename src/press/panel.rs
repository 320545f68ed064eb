//! Presses on the moderators' panel. Each carries its whole meaning, and no word of a person.

use super::table::table;
use super::wire::{Parts, Wire, parsed};
use super::{Key, UnknownPress};
use crate::answer::Confidence;
use crate::settings::{Closing, Gate, Language, Mentioned, Sharing, Style, Visibility};
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
    /// Whether moderators hear of what is shared.
    Sharing(Sharing),
    /// What a message looks like.
    Style(Style),
    /// What is spoken before everyone.
    Language(Language),
}

impl Choice {
    /// Every choice, with its name: on the wire, and of its sentence.
    pub const ALL: [(&str, Choice); 24] = [
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
        ("sharing-quiet", Choice::Sharing(Sharing::Quiet)),
        ("sharing-told", Choice::Sharing(Sharing::Told)),
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
            Choice::Sharing(_) => Page::Reports,
            Choice::Language(_) => Page::People,
        }
    }
}

impl Wire for Choice {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }

    fn read(parts: &mut Parts<'_>) -> Result<Choice, UnknownPress> {
        let name = parts.take()?;
        let named = Choice::ALL.iter().find(|(other, _)| *other == name);
        named.map(|(_, choice)| *choice).ok_or(UnknownPress)
    }

    #[cfg(test)]
    fn every() -> Vec<Choice> {
        Choice::ALL.map(|(_, choice)| choice).to_vec()
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
