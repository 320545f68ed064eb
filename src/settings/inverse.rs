//! What takes a change back.

use super::{CareLine, Change, Channels, Mentions, Settings};
use crate::who::ChannelId;

impl Settings {
    /// The change that leads from these settings after `change` back to these.
    ///
    /// Made later, when more was changed, it takes back this change alone.
    pub fn inverse(&self, change: &Change) -> Change {
        match change {
            Change::Channels(_) => Change::Channels(self.channels.clone()),
            Change::Allow(channel) | Change::Forbid(channel) => {
                as_before(&self.channels, *channel, Change::Allow, Change::Forbid)
            }
            Change::Mentions(_) => Change::Mentions(self.mentions.clone()),
            Change::AllowMentions(channel) | Change::ForbidMentions(channel) => {
                match &self.mentions {
                    Mentions::NotChosen => Change::Mentions(Mentions::NotChosen),
                    Mentions::In(channels) => as_before(
                        channels,
                        *channel,
                        Change::AllowMentions,
                        Change::ForbidMentions,
                    ),
                }
            }
            Change::AllowPosts(channel) | Change::ForbidPosts(channel) => {
                match self.posts.contains(channel) {
                    true => Change::AllowPosts(*channel),
                    false => Change::ForbidPosts(*channel),
                }
            }
            Change::Article(_) => Change::Article(self.article.clone()),
            Change::ArticleIn(channel, _) => {
                Change::ArticleIn(*channel, self.articles.get(channel).cloned())
            }
            Change::Pace(_) => Change::Pace(self.pace),
            Change::Ignore(role) | Change::Heed(role) => match self.ignored_roles.contains(role) {
                true => Change::Ignore(*role),
                false => Change::Heed(*role),
            },
            Change::Trust(role) | Change::Distrust(role) => {
                match self.moderator_roles.contains(role) {
                    true => Change::Trust(*role),
                    false => Change::Distrust(*role),
                }
            }
            Change::Helplines(_) => Change::Helplines(self.helplines.clone()),
            Change::CareLine(_) => {
                let line = self.care_line.as_ref().map(CareLine::as_str);
                Change::CareLine(line.map(str::to_owned))
            }
            Change::Review(_) => Change::Review(self.review),
            Change::Language(_) => Change::Language(self.language),
            Change::Set(value) => Change::Set(value.instead(self)),
            Change::Reset | Change::All(_) => Change::All(Box::new(self.clone())),
        }
    }
}

/// What leaves `channel` as it is in `channels`.
fn as_before(
    channels: &Channels,
    channel: ChannelId,
    allow: impl Fn(ChannelId) -> Change,
    forbid: impl Fn(ChannelId) -> Change,
) -> Change {
    match channels.holds(channel) {
        true => allow(channel),
        false => forbid(channel),
    }
}

#[cfg(test)]
mod tests {
    use super::super::change::tests::{change, chosen};
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_inverse_leads_back(before in chosen(), change in change()) {
            let inverse = before.inverse(&change);
            if let Ok(after) = before.clone().apply(change) {
                prop_assert_eq!(after.apply(inverse), Ok(before));
            }
        }

        #[test]
        fn an_inverse_takes_back_no_other_change(id in 0u64..8, other in 8u64..16, before in chosen()) {
            let one = Change::Forbid(ChannelId(id));
            let another = Change::Forbid(ChannelId(other));
            let inverse = before.inverse(&one);
            let both = before.clone().apply(one).unwrap().apply(another).unwrap();
            let back = both.apply(inverse).unwrap();
            prop_assert!(!back.channels.holds(ChannelId(other)));
            prop_assert_eq!(back.channels.holds(ChannelId(id)), before.channels.holds(ChannelId(id)));
        }
    }
}
