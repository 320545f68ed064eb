//! One edit of a server's settings, and what becomes of them.

use super::care_line::{CareLine, care_line};
use super::lists::{LIST_LIMIT, add, put};
use super::{Channels, Language, Mentions, PLACE_LIMIT, Pace, Refused, Settings, Value};
use crate::care::PlaceId;
use crate::content::Slug;
use crate::who::{ChannelId, RoleId};
use serde::{Deserialize, Serialize};

/// One edit. Lists change by one channel or role, so that two moderators at once do not undo each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Answer commands in these channels.
    Channels(Channels),
    /// Answer commands in this one too.
    Allow(ChannelId),
    /// No longer in this one.
    Forbid(ChannelId),
    /// Answer mentions in these channels.
    Mentions(Mentions),
    /// Answer mentions in this one too.
    AllowMentions(ChannelId),
    /// No longer in this one.
    ForbidMentions(ChannelId),
    /// Look at the titles of new posts in this channel.
    AllowPosts(ChannelId),
    /// No longer in this one.
    ForbidPosts(ChannelId),
    /// Answer from this article; from the operator's, if none is named.
    Article(Option<Slug>),
    /// Answer from this one in this channel; as everywhere, if none is named.
    ArticleIn(ChannelId, Option<Slug>),
    /// Let one person ask this much.
    Pace(Pace),
    /// Do not answer whoever holds this role.
    Ignore(RoleId),
    /// Answer them again.
    Heed(RoleId),
    /// Let whoever holds this role moderate.
    Trust(RoleId),
    /// No longer.
    Distrust(RoleId),
    /// Show the helplines of this place.
    Helplines(Option<PlaceId>),
    /// Put this line on every care card.
    CareLine(Option<String>),
    /// Send reports to this channel; nowhere, if none is named.
    Review(Option<ChannelId>),
    /// Speak this before everyone.
    Language(Language),
    /// Forget every choice.
    Reset,
    /// Choose everything at once, as an import does.
    All(Box<Settings>),
    /// Choose one value of a setting of a few.
    #[serde(untagged)]
    Set(Value),
}

impl Change {
    /// Chooses `value` of the setting of a few values that is called `key`.
    ///
    /// # Panics
    ///
    /// There is no such setting, or it has no such value.
    pub fn set(key: &str, value: impl Into<&'static str>) -> Change {
        let value = Value::named(key, value.into());
        Change::Set(value.expect("a setting, and one of its values"))
    }
}

impl Settings {
    /// These settings after `change`.
    ///
    /// # Errors
    ///
    /// Such a change is not made.
    pub fn apply(mut self, change: Change) -> Result<Settings, Refused> {
        match change {
            Change::Channels(channels) => self.channels = channels.checked()?,
            Change::Allow(channel) => self.channels.allow(channel)?,
            Change::Forbid(channel) => self.channels.forbid(channel)?,
            Change::Mentions(Mentions::NotChosen) => self.mentions = Mentions::NotChosen,
            Change::Mentions(Mentions::In(channels)) => {
                self.mentions = Mentions::In(channels.checked()?)
            }
            Change::AllowMentions(channel) => self.mentions.chosen().allow(channel)?,
            Change::ForbidMentions(channel) => self.mentions.chosen().forbid(channel)?,
            Change::AllowPosts(channel) => add(&mut self.posts, channel)?,
            Change::ForbidPosts(channel) => drop(self.posts.remove(&channel)),
            Change::Article(article) => self.article = article,
            Change::ArticleIn(channel, Some(article)) => put(&mut self.articles, channel, article)?,
            Change::ArticleIn(channel, None) => drop(self.articles.remove(&channel)),
            Change::Pace(pace) => self.pace = pace.checked()?,
            Change::Ignore(role) => add(&mut self.ignored_roles, role)?,
            Change::Heed(role) => drop(self.ignored_roles.remove(&role)),
            Change::Trust(role) => add(&mut self.moderator_roles, role)?,
            Change::Distrust(role) => drop(self.moderator_roles.remove(&role)),
            Change::Helplines(place) => self.helplines = place.map(checked_place).transpose()?,
            Change::CareLine(line) => self.care_line = care_line(&line.unwrap_or_default())?,
            Change::Review(channel) => self.review = channel,
            Change::Language(language) => self.language = language,
            Change::Reset => self = Settings::default(),
            Change::All(settings) => self = settings.checked()?,
            Change::Set(value) => value.put(&mut self),
        }
        Ok(self)
    }
}

impl Settings {
    /// These settings, if each of them may be chosen.
    fn checked(self) -> Result<Settings, Refused> {
        let lists = [
            self.articles.len(),
            self.posts.len(),
            self.ignored_roles.len(),
            self.moderator_roles.len(),
        ];
        if lists.iter().any(|length| *length > LIST_LIMIT) {
            return Err(Refused::Full);
        }
        let mentions = match self.mentions {
            Mentions::NotChosen => Mentions::NotChosen,
            Mentions::In(channels) => Mentions::In(channels.checked()?),
        };
        let line = self.care_line.as_ref().map_or("", CareLine::as_str);
        Ok(Settings {
            channels: self.channels.checked()?,
            mentions,
            pace: self.pace.checked()?,
            helplines: self.helplines.map(checked_place).transpose()?,
            care_line: care_line(line)?,
            ..self
        })
    }
}

fn checked_place(place: PlaceId) -> Result<PlaceId, Refused> {
    if place.0.is_empty() || place.0.len() > PLACE_LIMIT {
        return Err(Refused::Place);
    }
    Ok(place)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::settings::{SETTINGS, Setting};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_reset_forgets_every_choice() {
        let settings = Settings::default().apply(Change::set("visibility", "public"));
        let reset = settings.unwrap().apply(Change::Reset);
        assert_eq!(reset, Ok(Settings::default()));
    }

    fn ids() -> impl Strategy<Value = BTreeSet<ChannelId>> {
        prop::collection::btree_set((1u64..9).prop_map(ChannelId), 0..6)
    }

    fn channels() -> impl Strategy<Value = Channels> {
        prop_oneof![
            Just(Channels::All),
            ids().prop_map(Channels::Only),
            ids().prop_map(Channels::AllBut),
        ]
    }

    /// Settings that a series of changes leads to.
    pub(in super::super) fn chosen() -> impl Strategy<Value = Settings> {
        prop::collection::vec(change(), 0..30).prop_map(|changes| {
            let apply =
                |settings: Settings, change| settings.clone().apply(change).unwrap_or(settings);
            changes.into_iter().fold(Settings::default(), apply)
        })
    }

    fn with_articles() -> Settings {
        let article = Change::ArticleIn(ChannelId(4), Slug::new("other"));
        Settings::default().apply(article).unwrap()
    }

    pub(in super::super) fn change() -> impl Strategy<Value = Change> {
        let id = || (1u64..9).prop_map(ChannelId);
        let role = || (1u64..9).prop_map(RoleId);
        prop_oneof![
            channels().prop_map(Change::Channels),
            channels().prop_map(|channels| Change::Mentions(Mentions::In(channels))),
            id().prop_map(Change::Allow),
            id().prop_map(Change::Forbid),
            id().prop_map(Change::AllowMentions),
            id().prop_map(Change::ForbidMentions),
            id().prop_map(|id| Change::ArticleIn(id, Slug::new("other"))),
            id().prop_map(Change::AllowPosts),
            id().prop_map(Change::ForbidPosts),
            role().prop_map(Change::Ignore),
            role().prop_map(Change::Trust),
            role().prop_map(Change::Heed),
            role().prop_map(Change::Distrust),
            id().prop_map(|id| Change::ArticleIn(id, None)),
            id().prop_map(|id| Change::Review(Some(id))),
            ".{0,12}".prop_map(|line| Change::CareLine(Some(line))),
            (1u32..60, 60u32..600).prop_map(|(minute, hour)| Change::Pace(Pace { minute, hour })),
            prop::sample::select(vec![
                Change::Mentions(Mentions::NotChosen),
                Change::Article(Slug::new("other")),
                Change::Helplines(Some(PlaceId("KE".to_owned()))),
                Change::Language(Language::named("swahili").unwrap()),
                Change::Reset,
                Change::All(Box::default()),
                Change::All(Box::new(with_articles())),
            ]),
            prop::sample::select(
                SETTINGS
                    .iter()
                    .flat_map(Setting::values)
                    .collect::<Vec<_>>()
            )
            .prop_map(Change::Set),
        ]
    }

    proptest! {
        #[test]
        fn allowing_and_forbidding_move_one_channel_alone(before in channels(), id in 1u64..9) {
            let id = ChannelId(id);
            let settings = Settings { channels: before.clone(), ..Settings::default() };
            let allowed = settings.clone().apply(Change::Allow(id)).unwrap().channels;
            let forbidden = settings.apply(Change::Forbid(id)).unwrap().channels;
            prop_assert!(allowed.holds(id) && !forbidden.holds(id));
            for other in (1..10).map(ChannelId).filter(|other| *other != id) {
                prop_assert_eq!(allowed.holds(other), before.holds(other));
                prop_assert_eq!(forbidden.holds(other), before.holds(other));
            }
        }

        #[test]
        fn whatever_was_chosen_survives_its_document(changes in prop::collection::vec(change(), 0..30)) {
            let mut settings = Settings::default();
            for change in changes {
                let said = serde_json::to_string(&change).unwrap();
                prop_assert_eq!(&serde_json::from_str::<Change>(&said).unwrap(), &change);
                settings = settings.clone().apply(change).unwrap_or(settings);
            }
            let document = serde_json::to_string(&settings).unwrap();
            prop_assert_eq!(serde_json::from_str::<Settings>(&document).unwrap(), settings);
        }
    }
}
