//! What a menu of channels or roles shows as picked.

use super::PICK_LIMIT;
use crate::press::{Key, List, Span};
use crate::settings::{Channels, Mentions, Settings};

const PICKED: usize = PICK_LIMIT as usize;

/// What a list held when it was shown; two moderators at once do not undo each other.
pub fn seen(settings: &Settings, list: List) -> Key {
    let held = match list {
        List::Channels => format!("{:?}", settings.channels),
        List::Mentions => format!("{:?}", settings.mentions),
        List::Moderators => format!("{:?}", settings.moderator_roles),
        List::Ignored => format!("{:?}", settings.ignored_roles),
        List::Posts => format!("{:?}", settings.posts),
        List::Review => format!("{:?}", settings.review),
        List::ArticleIn => String::new(),
    };
    Key::of(&held)
}

/// What a list holds, if it means `span` already.
pub fn held(settings: &Settings, list: List, span: Span) -> Option<Vec<u64>> {
    let channels = |channels: &Channels| match (channels, span) {
        (Channels::Only(these), Span::Only) | (Channels::AllBut(these), Span::AllBut) => {
            Some(these.iter().map(|id| id.0).collect::<Vec<u64>>())
        }
        _ => None,
    };
    Some(match (list, &settings.mentions) {
        (List::Channels, _) => channels(&settings.channels)?,
        (List::Mentions, Mentions::In(these)) => channels(these)?,
        (List::Mentions, Mentions::NotChosen) => return None,
        (List::Moderators, _) => settings.moderator_roles.iter().map(|id| id.0).collect(),
        (List::Ignored, _) => settings.ignored_roles.iter().map(|id| id.0).collect(),
        (List::Posts, _) => settings.posts.iter().map(|id| id.0).collect(),
        (List::Review, _) => settings.review.iter().map(|id| id.0).collect(),
        (List::ArticleIn, _) => Vec::new(),
    })
}

/// How many pages show everything that is `held`. The last is never full: there is always room to pick one more.
pub fn pick_pages(held: &[u64]) -> usize {
    held.len() / PICKED + 1
}

/// What stands on the page `page` of what is `held`, or on the last one.
pub fn picked(held: &[u64], page: u8) -> &[u64] {
    let page = usize::from(page).min(pick_pages(held) - 1);
    held.chunks(PICKED).nth(page).unwrap_or_default()
}
