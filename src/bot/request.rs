//! Everything anyone can ask of us.

use crate::press::{Press, Review, Setup};
use crate::reply::Audience;
use crate::settings::Survey;
use crate::who::UserId;
use strum::IntoStaticStr;

/// Everything anyone can ask of us, whichever doorway they used.
#[derive(Debug, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Request {
    /// A question by slash command.
    Ask(Asking),
    /// A part of the article, to be read.
    Read(Reading),
    /// A command that somebody is still typing.
    Typing(Typing),
    /// A direct message.
    Message(String),
    /// A direct message that its writer changed.
    Edited(String),
    /// A message in a server that mentions the bot.
    Mention(String),
    /// The title of a post or a thread that somebody has just opened.
    Titled(String),
    /// What we keep of people.
    Privacy,
    /// Keep no more of the asker.
    Forget,
    /// A press of the setup, what was picked with it, and what the doctor looks at if it leads there.
    Setup(Setup, Vec<u64>, Survey),
    /// A server's settings, as an export wrote them.
    Import(String),
    /// What waits for the moderators.
    Review,
    /// What was taught in this server.
    Taught,
    /// What was shown and missed in this server, in numbers.
    Tally,
    /// A question as a member would ask it, and why it meets what it meets.
    Try(String),
    /// The numbers behind a question that was tried.
    Numbers(String),
    /// A message of anybody's, to be looked up.
    Find(Pointed),
    /// How to use us.
    Help,
    /// The same as another request, answered in plain text.
    Plainly(Box<Request>),
    /// A press of one of our buttons.
    Press(Press),
    /// A press of a button under a message that repeats what was asked, and those words.
    PressUnder(Press, String),
    /// Channels or roles picked from one of our menus.
    Picked(Press, Vec<u64>),
    /// One of our forms, filled in: its texts in their order.
    Filled(Press, Vec<String>),
}

impl Request {
    /// By which doorway it came, as numbers tell them apart.
    pub fn doorway(&self) -> &'static str {
        match self {
            Request::Plainly(request) => request.doorway(),
            Request::PressUnder(..) => "press",
            request => request.into(),
        }
    }

    /// The words that the asker put to us themselves: they tell in which language to answer.
    pub(super) fn own_words(&self) -> Option<&str> {
        match self {
            Request::Ask(asking) => Some(&asking.question),
            Request::Message(words) | Request::Edited(words) | Request::Mention(words) => {
                Some(words)
            }
            Request::Plainly(request) => request.own_words(),
            _ => None,
        }
    }

    /// The words by which to tell in which language to read the article: those that are put to us, come before
    /// everyone, or are still being typed.
    pub(super) fn written(&self) -> Option<&str> {
        match self {
            Request::Titled(words) | Request::Try(words) | Request::Numbers(words) => Some(words),
            Request::Read(reading) => reading.section.as_deref(),
            Request::Typing(typing) => Some(&typing.text),
            Request::Plainly(request) => request.written(),
            request => request.own_words(),
        }
    }

    /// The language that was chosen to read in, as a tag.
    pub(super) fn language(&self) -> Option<&str> {
        match self {
            Request::Ask(asking) => asking.language.as_deref(),
            Request::Read(reading) => reading.language.as_deref(),
            Request::Typing(typing) => typing.language.as_deref(),
            Request::Plainly(request) => request.language(),
            _ => None,
        }
    }

    /// Whether everybody sees what is asked.
    pub(super) fn is_open(&self) -> bool {
        matches!(self, Request::Mention(_) | Request::Titled(_))
    }

    /// The words that are asked, if it asks in words of its own.
    pub(super) fn question(&self) -> Option<&str> {
        match self {
            Request::Ask(asking) => Some(&asking.question),
            Request::Message(words)
            | Request::Edited(words)
            | Request::Mention(words)
            | Request::Titled(words)
            | Request::Try(words)
            | Request::Numbers(words) => Some(words),
            Request::Find(pointed) => Some(&pointed.text),
            Request::Plainly(request) => request.question(),
            Request::Filled(Press::Review(Review::Send { .. }), texts) => {
                texts.first().map(String::as_str)
            }
            _ => None,
        }
    }
}

/// A question put to us directly.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The question.
    pub question: String,
    /// The article to ask, if the asker named one.
    pub article: Option<String>,
    /// The language to read it in, as a tag, if the asker chose one.
    pub language: Option<String>,
    /// Who should see the answer, if the asker said so.
    pub audience: Option<Audience>,
}

impl Asking {
    /// `question`, and nothing else said.
    pub fn of(question: impl Into<String>) -> Asking {
        Asking {
            question: question.into(),
            article: None,
            language: None,
            audience: None,
        }
    }
}

/// A wish to read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The section, as it was chosen or typed; without one, the contents.
    pub section: Option<String>,
    /// The article, if they named one.
    pub article: Option<String>,
    /// The language to read it in, as a tag, if they chose one.
    pub language: Option<String>,
}

/// What somebody is typing into a command that is not sent yet.
#[derive(Clone, Debug)]
pub struct Typing {
    /// What kind of words we wait for.
    pub box_of: BoxOf,
    /// The words so far.
    pub text: String,
    /// The article they named, if they did.
    pub article: Option<String>,
    /// The language that they chose to read it in, as a tag, if they did.
    pub language: Option<String>,
}

/// What a box of a command is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxOf {
    /// A question.
    Question,
    /// A section.
    Section,
    /// An article.
    Article,
}

/// A message that somebody points at.
#[derive(Clone, Debug)]
pub struct Pointed {
    /// Which message.
    pub message: u64,
    /// Who wrote it.
    pub author: UserId,
    /// What it says.
    pub text: String,
}
