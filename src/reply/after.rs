//! The ways on from an answer, and where they lead.

use super::build::{listed, section_title};
use super::ways::{key_of, section_key};
use super::{Button, Part, Pick, Pickable, Reply, Row, Voice};
use crate::content::{Article, Passage};
use crate::press::{After, Press, Seal};
use crate::who::UserId;

/// The button under an answer from `section` that did not help. `next` are the sections that came next to it.
pub fn amiss_button(voice: Voice<'_>, article: &Article, section: usize, next: &[usize]) -> Button {
    let next = next.iter().map(|&section| section_key(article, section));
    let press = After::Amiss {
        article: key_of(article),
        next: next.collect(),
        section: Some(section_key(article, section)),
    };
    Button::press(voice.say("button-amiss"), Press::After(press))
}

/// The button that shows `passage` to everyone.
pub fn share_button(voice: Voice<'_>, article: &Article, passage: Passage) -> Button {
    let press = After::Share {
        article: key_of(article),
        section: section_key(article, passage.section()),
        blocks: blocks(passage),
    };
    Button::press(voice.say("button-share"), Press::After(press))
}

/// The button that shows it to everyone, with the name of whom it is for.
pub fn share_with_button(voice: Voice<'_>, article: &Article, passage: Passage) -> Button {
    let press = After::ShareWith {
        article: key_of(article),
        section: section_key(article, passage.section()),
        blocks: blocks(passage),
    };
    Button::press(voice.say("button-share-with"), Press::After(press))
}

/// The first and the last block of `passage`, as a custom id has room for them.
fn blocks(passage: Passage) -> (u16, u16) {
    let block = |block: &usize| u16::try_from(*block).unwrap_or(u16::MAX);
    let blocks = passage.blocks();
    (block(blocks.start()), block(blocks.end()))
}

/// For whom to share what `press` shares.
pub fn share_with(voice: Voice<'_>, press: After) -> Reply {
    let pick = Pick {
        label: voice.say("pick-person"),
        what: Pickable::People,
        press: Press::After(press),
        chosen: Vec::new(),
        most: 1,
    };
    Reply {
        rows: vec![Row::Pick(pick)],
        ..Reply::say(voice.say("share-with"))
    }
}

/// The line that says for whom something is. Nobody is pinged by it.
pub fn shared_for(voice: Voice<'_>, person: UserId) -> Part {
    let name = format!("<@{}>", person.0);
    Part::Say(voice.say_with("shared-for", "person", &name))
}

/// The button that deletes a public message.
pub fn delete_button(voice: Voice<'_>, seal: Seal) -> Button {
    Button::press(
        voice.say("button-delete"),
        Press::After(After::Delete(seal)),
    )
}

/// What a reader of `section` needs next.
pub fn related(voice: Voice<'_>, article: &Article, section: usize, next: &[usize]) -> Reply {
    let title = section_title(voice, article, section);
    let says = voice.say_with("related", "section", &title);
    listed(voice, article, says, next)
}

/// What came next to an answer that did not help, the contents, and how to ask again.
pub fn amiss(voice: Voice<'_>, article: &Article, next: &[usize]) -> Reply {
    let says = match next {
        [] => voice.say("amiss-without-next"),
        _ => voice.say("amiss"),
    };
    listed(voice, article, says, next)
}

/// What the one who shared reads when it stands in the channel.
pub fn shared(voice: Voice<'_>) -> Reply {
    Reply::say(voice.say("shared"))
}
