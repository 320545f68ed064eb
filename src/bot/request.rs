//! Everything anyone can ask of us.

use super::{Asking, Pointed, Reading, Typing};
use crate::press::{Press, Review, Setup};
use crate::settings::Survey;
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
