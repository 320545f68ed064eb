//! What a menu of channels or roles shows as picked.

use super::PICK_LIMIT;
use crate::reply::press::{Key, List, Span};
use crate::settings::{Channels, Mentions, Settings};

/// What a list held when it was shown; two moderators at once do not undo each other.
pub fn seen(settings: &Settings, list: List) -> Key {
    let held = match list {
        List::Channels => format!("{:?}", settings.channels),
        List::Mentions => format!("{:?}", settings.mentions),
        List::Moderators => format!("{:?}", settings.moderator_roles),
        List::Ignored => format!("{:?}", settings.ignored_roles),
        List::Review => format!("{:?}", settings.review),
        List::ArticleIn => String::new(),
    };
    Key::of(&held)
}

/// What a list shows as picked, if it means `span` already.
pub fn picked(settings: &Settings, list: List, span: Span) -> Option<Vec<u64>> {
    let channels = |channels: &Channels| match (channels, span) {
        (Channels::Only(these), Span::Only) | (Channels::AllBut(these), Span::AllBut) => {
            Some(these.iter().map(|id| id.0).collect::<Vec<u64>>())
        }
        _ => None,
    };
    let held = match (list, &settings.mentions) {
        (List::Channels, _) => channels(&settings.channels)?,
        (List::Mentions, Mentions::In(these)) => channels(these)?,
        (List::Mentions, Mentions::NotChosen) => return None,
        (List::Moderators, _) => settings.moderator_roles.iter().map(|id| id.0).collect(),
        (List::Ignored, _) => settings.ignored_roles.iter().map(|id| id.0).collect(),
        (List::Review, _) => settings.review.iter().map(|id| id.0).collect(),
        (List::ArticleIn, _) => Vec::new(),
    };
    Some(held.into_iter().take(PICK_LIMIT.into()).collect())
}
