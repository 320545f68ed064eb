//! How to use us, in one screen.

use super::build::ask_in;
use super::ways::contents_button;
use super::{Button, Part, Reply, Row, Voice};
use crate::content::Article;
use crate::who::Moderator;

/// Pages of the operator's that belong to the bot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// What is kept of people.
    pub privacy: Option<String>,
    /// On which terms the bot is used.
    pub terms: Option<String>,
    /// Where to find help.
    pub support: Option<String>,
}

/// What members do, and below it what moderators do, if a moderator asks.
pub fn help(
    voice: Voice<'_>,
    article: &Article,
    moderator: Option<Moderator>,
    pages: &Pages,
) -> Reply {
    let links = [
        ("button-privacy", &pages.privacy),
        ("button-terms", &pages.terms),
        ("button-support", &pages.support),
    ];
    let links = links
        .into_iter()
        .filter_map(|(name, page)| Some(Button::link(voice.say(name), page.as_deref()?)));
    let members = Part::Say(voice.say_of("help", article));
    let moderators = moderator.map(|_| Part::Say(voice.say("help-moderators")));
    Reply {
        parts: [Some(members), ask_in(voice, article), moderators]
            .into_iter()
            .flatten()
            .collect(),
        rows: vec![Row::Buttons(
            [contents_button(voice, article)]
                .into_iter()
                .chain(links)
                .collect(),
        )],
        ..Reply::say("")
    }
}

/// What we say once, when a server has just taken us in, to whoever may set us up.
pub fn greeting(voice: Voice<'_>) -> Reply {
    Reply::say(voice.say("greeting"))
}
