//! Lists of channels and roles: bounded, and they never refuse what they hold.

use super::Refused;
use std::collections::{BTreeMap, BTreeSet};

/// How many channels or roles a list holds: more than any server's moderators oversee.
pub const LIST_LIMIT: usize = 100;

pub(super) fn add<T: Ord>(list: &mut BTreeSet<T>, item: T) -> Result<(), Refused> {
    if list.len() >= LIST_LIMIT && !list.contains(&item) {
        return Err(Refused::Full);
    }
    list.insert(item);
    Ok(())
}

pub(super) fn put<K: Ord, V>(list: &mut BTreeMap<K, V>, key: K, value: V) -> Result<(), Refused> {
    if list.len() >= LIST_LIMIT && !list.contains_key(&key) {
        return Err(Refused::Full);
    }
    list.insert(key, value);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Slug;
    use crate::settings::{Change, Channels, Mentions, Settings};
    use crate::who::{ChannelId, RoleId};

    #[test]
    fn lists_are_bounded_but_never_refuse_what_they_hold() {
        let mut settings = Settings::default();
        for id in 0..LIST_LIMIT as u64 {
            settings = settings.apply(Change::Ignore(RoleId(id))).unwrap();
            settings = settings.apply(Change::Forbid(ChannelId(id))).unwrap();
            settings = settings
                .apply(Change::AllowMentions(ChannelId(id)))
                .unwrap();
            let article = Change::ArticleIn(ChannelId(id), Slug::new("a"));
            settings = settings.apply(article).unwrap();
        }
        for again in [
            Change::Ignore(RoleId(0)),
            Change::Forbid(ChannelId(0)),
            Change::ArticleIn(ChannelId(0), Slug::new("b")),
        ] {
            settings = settings.apply(again).unwrap();
        }
        let more = ChannelId(1000);
        for one_more in [
            Change::Ignore(RoleId(1000)),
            Change::Forbid(more),
            Change::AllowMentions(more),
            Change::ArticleIn(more, Slug::new("a")),
            Change::Channels(Channels::Only((0..=100).map(ChannelId).collect())),
            Change::Mentions(Mentions::In(Channels::AllBut(
                (0..=100).map(ChannelId).collect(),
            ))),
        ] {
            assert_eq!(settings.clone().apply(one_more), Err(Refused::Full));
        }
    }
}
