//! How to use us, in one screen.

use super::build::{ask_in, contents_button};
use super::{Part, Reply, Row, Voice};
use crate::content::Article;
use crate::who::Moderator;

/// What members do, and below it what moderators do, if a moderator asks.
pub fn help(voice: Voice<'_>, article: &Article, moderator: Option<Moderator>) -> Reply {
    let members = Part::Say(voice.say_of("help", article));
    let moderators = moderator.map(|_| Part::Say(voice.say("help-moderators")));
    Reply {
        parts: [Some(members), ask_in(voice, article), moderators]
            .into_iter()
            .flatten()
            .collect(),
        rows: vec![Row::Buttons(vec![contents_button(voice, article)])],
        ..Reply::say("")
    }
}

/// What we say once, when a server has just taken us in, to whoever may set us up.
pub fn greeting(voice: Voice<'_>) -> Reply {
    Reply::say(voice.say("greeting"))
}
