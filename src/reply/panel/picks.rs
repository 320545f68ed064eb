//! What a menu of channels or roles shows as picked.

use super::PICK_LIMIT;
use crate::press::{Key, List, Span};
use crate::settings::{Channels, Mentions, Settings};

const PICKED: usize = PICK_LIMIT as usize;

/// What a list held when it was shown; two moderators at once do not undo each other.
pub fn seen(settings: &Settings, list: List) -> Key {
    Key::of(&spelled(settings, list))
}

/// What a list holds, as text. The keys under open panels are made of it, so it never changes.
fn spelled(settings: &Settings, list: List) -> String {
    match list {
        List::Channels => of_channels(&settings.channels),
        List::Mentions => match &settings.mentions {
            Mentions::NotChosen => "NotChosen".to_owned(),
            Mentions::In(channels) => format!("In({})", of_channels(channels)),
        },
        List::Moderators => of_ids("RoleId", settings.moderator_roles.iter().map(|id| id.0)),
        List::Ignored => of_ids("RoleId", settings.ignored_roles.iter().map(|id| id.0)),
        List::Posts => of_ids("ChannelId", settings.posts.iter().map(|id| id.0)),
        List::Review => match settings.review {
            None => "None".to_owned(),
            Some(channel) => format!("Some(ChannelId({}))", channel.0),
        },
        List::ArticleIn => String::new(),
    }
}

fn of_channels(channels: &Channels) -> String {
    let (span, these) = match channels {
        Channels::All => return "All".to_owned(),
        Channels::Only(these) => ("Only", these),
        Channels::AllBut(these) => ("AllBut", these),
    };
    let ids = of_ids("ChannelId", these.iter().map(|id| id.0));
    format!("{span}({ids})")
}

fn of_ids(kind: &str, ids: impl Iterator<Item = u64>) -> String {
    let ids: Vec<String> = ids.map(|id| format!("{kind}({id})")).collect();
    format!("{{{}}}", ids.join(", "))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::who::{ChannelId, RoleId};

    /// A panel that was opened before an update is not told that somebody changed something.
    #[test]
    fn what_was_seen_is_spelled_as_it_always_was() {
        let channels = || [ChannelId(1), ChannelId(22)].into();
        let settings = Settings {
            channels: Channels::Only(channels()),
            mentions: Mentions::In(Channels::AllBut(channels())),
            moderator_roles: [RoleId(5)].into(),
            posts: channels(),
            review: Some(ChannelId(9)),
            ..Settings::default()
        };
        let usual = Settings::default();
        for (settings, list, spelling) in [
            (
                &settings,
                List::Channels,
                "Only({ChannelId(1), ChannelId(22)})",
            ),
            (
                &settings,
                List::Mentions,
                "In(AllBut({ChannelId(1), ChannelId(22)}))",
            ),
            (&settings, List::Moderators, "{RoleId(5)}"),
            (&settings, List::Ignored, "{}"),
            (&settings, List::Posts, "{ChannelId(1), ChannelId(22)}"),
            (&settings, List::Review, "Some(ChannelId(9))"),
            (&settings, List::ArticleIn, ""),
            (&usual, List::Channels, "All"),
            (&usual, List::Mentions, "NotChosen"),
            (&usual, List::Review, "None"),
        ] {
            assert_eq!(seen(settings, list), Key::of(spelling), "{spelling}");
        }
    }
}
