//! The ways into an article: what a button must say to open a section, a page, the contents or what is related.

use super::{Button, Voice};
use crate::content::Article;
use crate::press::{After, Key, Press};

/// Opens `section`, which is listed as one of `sections`.
pub(super) fn open(article: &Article, section: usize, sections: &[usize]) -> Press {
    let others = sections.iter().filter(|other| **other != section);
    Press::Open {
        article: key_of(article),
        section: section_key(article, section),
        others: others.map(|&other| section_key(article, other)).collect(),
    }
}

/// What a custom id calls `article`.
pub(super) fn key_of(article: &Article) -> Key {
    Key::of(&article.name())
}

/// What it calls its `section`.
pub(super) fn section_key(article: &Article, section: usize) -> Key {
    Key::of(article.sections()[section].id.as_str())
}

/// A page of a section, read in place of what was read before.
pub(super) fn reading(article: &Article, section: usize, page: u8) -> Press {
    Press::Page {
        article: key_of(article),
        section: section_key(article, section),
        page,
    }
}

/// The button that lists what to read next.
pub(super) fn related_button(voice: Voice<'_>, article: &Article, section: usize) -> Button {
    let press = After::Related {
        article: key_of(article),
        section: section_key(article, section),
    };
    Button::press(voice.say("button-related"), Press::After(press))
}

/// The button that lists the sections.
pub(super) fn contents_button(voice: Voice<'_>, article: &Article) -> Button {
    let press = Press::Contents {
        article: key_of(article),
    };
    Button::press(voice.say("button-contents"), press)
}
