//! What a server's moderators chose, and what that means for a channel; pure.
//!
//! Who never chose gets [`Settings::default`], which is private. [`Change`] is the only way to other values.

mod care_line;
mod change;
mod channels;
mod doctor;
mod file;
mod inverse;
mod language;
mod lists;
mod pace;
mod refused;
mod rows;

pub use care_line::{CARE_LINE_LIMIT, CareLine};
pub use change::Change;
pub use channels::{Channels, Mentions};
pub use doctor::{AutoMod, Finding, Lacks, Permission, Survey, Use, examine, uses};
pub use file::{
    Carried, CarriedLesson, LESSON_LIMIT, Names, Slip, Wrong, read, says_nothing, write,
    write_lessons,
};
pub use language::Language;
pub use lists::LIST_LIMIT;
pub use pace::{MOST_A_MINUTE, MOST_AN_HOUR, Pace};
pub use refused::Refused;
pub use rows::{Kind, Own, SETTINGS, Setting, Topic, Value};

use crate::answer::Confidence;
use crate::care::PlaceId;
use crate::content::{Rating, Slug};
use crate::who::{Channel, ChannelId, RoleId};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::num::ParseIntError;
use strum::{EnumString, IntoStaticStr, VariantNames};

/// How long a place's short name may be; `helplines.toml` uses two and three letters. In bytes.
const PLACE_LIMIT: usize = 16;

/// One server's choices. A new one of a few values needs a row in [`SETTINGS`].
///
/// As JSON it is one document; what a document does not name has its default, so that an older one keeps its meaning. What
/// we do not know in it a newer program may have closed something by, so such a document is not read at all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Where commands are answered.
    pub channels: Channels,
    /// Where mentions are answered.
    pub mentions: Mentions,
    /// How mentions are answered.
    pub mentioned: Mentioned,
    /// The channels whose new posts and threads may meet a line of ours; nobody asked us there.
    pub posts: BTreeSet<ChannelId>,
    /// The article for channels that have none of their own; without one, the operator's.
    pub article: Option<Slug>,
    /// The channels with an article of their own.
    #[serde(deserialize_with = "by_channel")]
    pub articles: BTreeMap<ChannelId, Slug>,
    /// Who sees the answer to a command.
    pub visibility: Visibility,
    /// How sure we must be before we quote.
    pub confidence: Confidence,
    /// When the closing advice stands under an answer.
    pub closing: Closing,
    /// How much one person may ask.
    pub pace: Pace,
    /// Whoever holds one of these is not answered.
    pub ignored_roles: BTreeSet<RoleId>,
    /// Whoever holds one of these moderates, besides those who manage the server.
    pub moderator_roles: BTreeSet<RoleId>,
    /// Whose helplines a care card shows.
    pub helplines: Option<PlaceId>,
    /// The moderators' own line on a care card.
    pub care_line: Option<CareLine>,
    /// What keeps a sensitive article from those it is not for.
    pub gate: Gate,
    /// Where reports to the moderators go.
    pub review: Option<ChannelId>,
    /// Whether moderators hear that something was shared.
    pub sharing: Sharing,
    /// What a message looks like.
    pub style: Style,
    /// What is spoken before everyone.
    pub language: Language,
}

/// The articles of channels. JSON writes a channel's number as text, and where a document stands in a change it is text still.
fn by_channel<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<ChannelId, Slug>, D::Error> {
    let articles = BTreeMap::<String, Slug>::deserialize(from)?.into_iter();
    let read = |(id, slug): (String, Slug)| Ok((ChannelId(id.parse()?), slug));
    let articles: Result<_, ParseIntError> = articles.map(read).collect();
    articles.map_err(Error::custom)
}

/// How a mention is answered.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Mentioned {
    /// By a button that shows the answer to whoever presses it.
    #[default]
    ByButton,
    /// For everyone to read.
    InPublic,
}

/// What a mention in some channel meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mention {
    /// The moderators want none answered here.
    Silence,
    /// The moderators have said nothing.
    NotChosen,
    /// An answer, this way.
    Answer(Mentioned),
}

/// Who sees the answer to a command.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Visibility {
    /// Only the asker, who may share it.
    #[default]
    Private,
    /// Everyone in the channel.
    Public,
}

/// When the closing advice stands under an answer.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Closing {
    /// Under every answer that quotes.
    #[default]
    Always,
    /// Only where we are sure.
    WhenSure,
}

/// What keeps a sensitive article from those it is not for.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Gate {
    /// Moderators are advised once; nothing is locked.
    #[default]
    Advise,
    /// It is read only in channels marked for adults.
    AgeRestricted,
}

/// Whether moderators hear that something was shared; by whom they never do.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Sharing {
    /// They see it where it stands, as everyone does.
    #[default]
    Quiet,
    /// They are told where reports go.
    Told,
}

/// What a message looks like.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Style {
    /// In Discord's frames.
    #[default]
    Embeds,
    /// As plain text.
    Plain,
}

impl Settings {
    /// What holds where nobody knows what was chosen: whatever moderators can close is closed.
    pub fn closed() -> Settings {
        Settings {
            channels: Channels::Only(BTreeSet::new()),
            mentions: Mentions::In(Channels::Only(BTreeSet::new())),
            gate: Gate::AgeRestricted,
            ..Settings::default()
        }
    }

    /// Whether commands are answered in `channel`.
    pub fn speaks_in(&self, channel: &Channel) -> bool {
        self.channels.hold(channel.home)
    }

    /// What a mention in `channel` meets.
    pub fn mention(&self, channel: &Channel) -> Mention {
        match &self.mentions {
            _ if !self.speaks_in(channel) => Mention::Silence,
            Mentions::NotChosen => Mention::NotChosen,
            Mentions::In(channels) if channels.hold(channel.home) => {
                Mention::Answer(self.mentioned)
            }
            Mentions::In(_) => Mention::Silence,
        }
    }

    /// Whether a new post or thread in `channel` may meet a line of ours: at most where commands are answered.
    pub fn looks_at_posts(&self, channel: &Channel) -> bool {
        let chosen = channel.home.is_some_and(|home| self.posts.contains(&home));
        chosen && self.speaks_in(channel)
    }

    /// The article that answers in `channel`, if the moderators chose one.
    pub fn article_in(&self, channel: &Channel) -> Option<&Slug> {
        let own = channel.home.and_then(|home| self.articles.get(&home));
        own.or(self.article.as_ref())
    }

    /// Whether an article of this `rating` may be read in `channel`.
    pub fn admits(&self, rating: Rating, channel: &Channel) -> bool {
        self.open_to(rating) || channel.age_restricted
    }

    /// Whether an article of this `rating` may be read wherever people are.
    pub fn open_to(&self, rating: Rating) -> bool {
        rating == Rating::Everyone || self.gate == Gate::Advise
    }

    /// Whether whoever holds `roles` is not answered.
    pub fn ignores(&self, roles: &[RoleId]) -> bool {
        roles.iter().any(|role| self.ignored_roles.contains(role))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::who::GuildId;

    const HERE: ChannelId = ChannelId(1);
    const THERE: ChannelId = ChannelId(2);

    fn channel(id: ChannelId) -> Channel {
        Channel {
            guild: GuildId(9),
            id,
            home: Some(id),
            age_restricted: false,
        }
    }

    fn thread_of(parent: ChannelId) -> Channel {
        Channel {
            home: Some(parent),
            ..channel(ChannelId(77))
        }
    }

    fn after(changes: &[Change]) -> Settings {
        let apply = |settings: Settings, change: &Change| settings.apply(change.clone()).unwrap();
        changes.iter().fold(Settings::default(), apply)
    }

    #[test]
    fn who_never_chose_is_answered_in_private_everywhere() {
        let settings = Settings::default();
        assert!(settings.speaks_in(&channel(HERE)));
        assert_eq!(settings.mention(&channel(HERE)), Mention::NotChosen);
        assert_eq!(settings.visibility, Visibility::Private);
        assert_eq!(settings.mentioned, Mentioned::ByButton);
        assert_eq!((settings.pace.minute, settings.pace.hour), (6, 60));
    }

    #[test]
    fn a_thread_follows_its_parent() {
        let settings = after(&[
            Change::Forbid(HERE),
            Change::ArticleIn(THERE, Slug::new("other")),
        ]);
        assert!(!settings.speaks_in(&thread_of(HERE)));
        assert!(settings.speaks_in(&thread_of(THERE)));
        assert_eq!(
            settings.article_in(&thread_of(THERE)),
            Slug::new("other").as_ref()
        );
        assert_eq!(settings.article_in(&thread_of(HERE)), None);
    }

    #[test]
    fn where_nobody_told_whose_thread_it_is_no_choice_of_channels_lets_us_speak() {
        let lost = Channel {
            home: None,
            ..channel(ChannelId(77))
        };
        assert!(Settings::default().speaks_in(&lost));
        assert!(!after(&[Change::Forbid(HERE)]).speaks_in(&lost));
        let only = Channels::Only([HERE].into());
        assert!(!after(&[Change::Channels(only)]).speaks_in(&lost));
    }

    #[test]
    fn a_mention_is_answered_at_most_where_commands_are() {
        let settings = after(&[Change::AllowMentions(HERE)]);
        let answer = Mention::Answer(Mentioned::ByButton);
        assert_eq!(settings.mention(&channel(HERE)), answer);
        assert_eq!(settings.mention(&thread_of(HERE)), answer);
        assert_eq!(settings.mention(&channel(THERE)), Mention::Silence);
        let settings = settings.apply(Change::Forbid(HERE)).unwrap();
        assert_eq!(settings.mention(&channel(HERE)), Mention::Silence);
    }

    #[test]
    fn the_gate_closes_only_on_sensitive_articles_in_open_channels() {
        let settings = after(&[Change::set("gate", Gate::AgeRestricted)]);
        let marked = Channel {
            age_restricted: true,
            ..channel(HERE)
        };
        assert!(!settings.admits(Rating::Sensitive, &channel(HERE)));
        assert!(settings.admits(Rating::Sensitive, &marked));
        assert!(settings.admits(Rating::Everyone, &channel(HERE)));
        assert!(Settings::default().admits(Rating::Sensitive, &channel(HERE)));
    }

    #[test]
    fn what_nobody_knows_is_closed() {
        let closed = Settings::closed();
        assert!(!closed.speaks_in(&channel(HERE)));
        assert_eq!(closed.mention(&channel(HERE)), Mention::Silence);
        assert!(!closed.admits(Rating::Sensitive, &channel(HERE)));
        assert_eq!(closed.visibility, Visibility::Private);
    }

    #[test]
    fn an_older_document_keeps_its_meaning() {
        let older = r#"{"channels":{"only":[1]},"gate":"age-restricted","articles":{"2":"other"}}"#;
        let settings: Settings = serde_json::from_str(older).unwrap();
        assert!(settings.speaks_in(&channel(HERE)));
        assert!(!settings.speaks_in(&channel(THERE)));
        assert_eq!(settings.gate, Gate::AgeRestricted);
        assert_eq!(settings.articles.len(), 1);
        assert_eq!(settings.pace, Pace::default());
        assert_eq!(
            serde_json::from_str::<Settings>("{}").unwrap(),
            Settings::default()
        );
    }

    #[test]
    fn a_document_with_anything_that_we_do_not_know_is_not_read() {
        for newer in [
            r#"{"quiet-hours":{"from":22}}"#,
            r#"{"channels":{"none":[]}}"#,
            r#"{"channels":{"only":[1],"but":[2]}}"#,
            r#"{"gate":"locked"}"#,
            r#"{"pace":{"minute":1,"hour":2,"day":3}}"#,
            r#"{"gate":"advise","gate":"age-restricted"}"#,
        ] {
            let read = serde_json::from_str::<Settings>(newer);
            assert!(read.is_err(), "{newer}: {read:?}");
        }
    }
}
