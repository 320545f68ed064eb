//! One edit of a server's settings, and what becomes of them.

use super::{
    CARE_LINE_LIMIT, CareLine, Channels, Closing, Gate, LIST_LIMIT, Language, Mentioned, Mentions,
    PLACE_LIMIT, Pace, Settings, Style, Visibility,
};
use crate::answer::Confidence;
use crate::care::PlaceId;
use crate::content::Slug;
use crate::who::{ChannelId, RoleId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

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
    /// Answer mentions this way.
    Mentioned(Mentioned),
    /// Answer from this article; from the operator's, if none is named.
    Article(Option<Slug>),
    /// Answer from this one in this channel; as everywhere, if none is named.
    ArticleIn(ChannelId, Option<Slug>),
    /// Show the answers to commands to these.
    Visibility(Visibility),
    /// Be this sure.
    Confidence(Confidence),
    /// Show the closing advice then.
    Closing(Closing),
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
    /// Keep sensitive articles this way.
    Gate(Gate),
    /// Send reports to this channel; nowhere, if none is named.
    Review(Option<ChannelId>),
    /// Write messages this way.
    Style(Style),
    /// Speak this before everyone.
    Language(Language),
    /// Forget every choice.
    Reset,
    /// Choose everything at once, as an import does.
    All(Box<Settings>),
}

/// Why a change is not made, in words for the moderator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A list is full.
    Full,
    /// The line is too long.
    TooLong,
    /// The line would ping somebody.
    Pings,
    /// Nobody could ask at such a pace, or somebody could flood the channel.
    Pace,
    /// No place is called like that.
    Place,
}

/// The highest pace; more is no conversation. In questions.
const MOST_A_MINUTE: u32 = 60;
/// The same for an hour.
const MOST_AN_HOUR: u32 = 600;

impl Settings {
    /// These settings after `change`.
    ///
    /// # Errors
    ///
    /// A refusal, in words for the moderator.
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
            Change::Mentioned(mentioned) => self.mentioned = mentioned,
            Change::Article(article) => self.article = article,
            Change::ArticleIn(channel, Some(article)) => put(&mut self.articles, channel, article)?,
            Change::ArticleIn(channel, None) => drop(self.articles.remove(&channel)),
            Change::Visibility(visibility) => self.visibility = visibility,
            Change::Confidence(confidence) => self.confidence = confidence,
            Change::Closing(closing) => self.closing = closing,
            Change::Pace(pace) => self.pace = pace.checked()?,
            Change::Ignore(role) => add(&mut self.ignored_roles, role)?,
            Change::Heed(role) => drop(self.ignored_roles.remove(&role)),
            Change::Trust(role) => add(&mut self.moderator_roles, role)?,
            Change::Distrust(role) => drop(self.moderator_roles.remove(&role)),
            Change::Helplines(place) => self.helplines = place.map(checked_place).transpose()?,
            Change::CareLine(line) => self.care_line = care_line(&line.unwrap_or_default())?,
            Change::Gate(gate) => self.gate = gate,
            Change::Review(channel) => self.review = channel,
            Change::Style(style) => self.style = style,
            Change::Language(language) => self.language = language,
            Change::Reset => self = Settings::default(),
            Change::All(settings) => self = settings.checked()?,
        }
        Ok(self)
    }
}

impl Settings {
    /// These settings, if each of them may be chosen.
    fn checked(self) -> Result<Settings, Refused> {
        let lists = [
            self.articles.len(),
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

impl Channels {
    /// Afterwards `channel` is among them; nothing else moves.
    fn allow(&mut self, channel: ChannelId) -> Result<(), Refused> {
        match self {
            Channels::All => (),
            Channels::Only(these) => add(these, channel)?,
            Channels::AllBut(these) => drop(these.remove(&channel)),
        }
        self.simplify();
        Ok(())
    }

    /// Afterwards `channel` is not among them; nothing else moves.
    fn forbid(&mut self, channel: ChannelId) -> Result<(), Refused> {
        match self {
            Channels::All => *self = Channels::AllBut(BTreeSet::from([channel])),
            Channels::Only(these) => drop(these.remove(&channel)),
            Channels::AllBut(these) => add(these, channel)?,
        }
        Ok(())
    }

    fn checked(mut self) -> Result<Channels, Refused> {
        self.simplify();
        match &self {
            Channels::Only(these) | Channels::AllBut(these) if these.len() > LIST_LIMIT => {
                Err(Refused::Full)
            }
            _ => Ok(self),
        }
    }

    fn simplify(&mut self) {
        if matches!(self, Channels::AllBut(these) if these.is_empty()) {
            *self = Channels::All;
        }
    }
}

impl Mentions {
    /// The chosen channels; choosing begins with none.
    fn chosen(&mut self) -> &mut Channels {
        if *self == Mentions::NotChosen {
            *self = Mentions::In(Channels::Only(BTreeSet::new()));
        }
        match self {
            Mentions::In(channels) => channels,
            Mentions::NotChosen => unreachable!("chosen above"),
        }
    }
}

impl Pace {
    fn checked(self) -> Result<Pace, Refused> {
        let minute = (1..=MOST_A_MINUTE).contains(&self.minute);
        let hour = (self.minute..=MOST_AN_HOUR).contains(&self.hour);
        if minute && hour {
            Ok(self)
        } else {
            Err(Refused::Pace)
        }
    }
}

fn add<T: Ord>(list: &mut BTreeSet<T>, item: T) -> Result<(), Refused> {
    if list.len() >= LIST_LIMIT && !list.contains(&item) {
        return Err(Refused::Full);
    }
    list.insert(item);
    Ok(())
}

fn put<K: Ord, V>(list: &mut BTreeMap<K, V>, key: K, value: V) -> Result<(), Refused> {
    if list.len() >= LIST_LIMIT && !list.contains_key(&key) {
        return Err(Refused::Full);
    }
    list.insert(key, value);
    Ok(())
}

fn checked_place(place: PlaceId) -> Result<PlaceId, Refused> {
    if place.0.is_empty() || place.0.len() > PLACE_LIMIT {
        return Err(Refused::Place);
    }
    Ok(place)
}

/// `typed` as one line; a blank one is none.
fn care_line(typed: &str) -> Result<Option<CareLine>, Refused> {
    let visible = |c: char| if is_hidden(c) { ' ' } else { c };
    let shown: String = typed.chars().map(visible).collect();
    let line = shown.split_whitespace().collect::<Vec<&str>>().join(" ");
    let lower = line.to_lowercase();
    match line.chars().count() {
        0 => Ok(None),
        count if count > CARE_LINE_LIMIT => Err(Refused::TooLong),
        _ if PINGS.iter().any(|ping| lower.contains(ping)) => Err(Refused::Pings),
        _ => Ok(Some(CareLine(line))),
    }
}

/// What Discord turns into a ping of everyone, of those online, of a person or a role.
const PINGS: [&str; 3] = ["@everyone", "@here", "<@"];

/// Signs without a shape: control characters, and those that turn the direction of a line.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Full => write!(
                f,
                "That list already holds {LIST_LIMIT}, and more do not fit. Please take one out first."
            ),
            Refused::TooLong => write!(
                f,
                "That line is too long. Please say it in {CARE_LINE_LIMIT} characters."
            ),
            Refused::Pings => write!(
                f,
                "That line would ping somebody. Please write names without the @ sign."
            ),
            Refused::Pace => write!(
                f,
                "Please choose 1 to {MOST_A_MINUTE} questions a minute and at most {MOST_AN_HOUR} an hour, but no fewer an hour than a minute."
            ),
            Refused::Place => write!(
                f,
                "I know no place called that. Please choose one from the list."
            ),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(typed: &str) -> Result<Option<String>, Refused> {
        let settings = Settings::default().apply(Change::CareLine(Some(typed.to_owned())))?;
        Ok(settings.care_line.map(|line| line.as_str().to_owned()))
    }

    #[test]
    fn a_care_line_is_one_short_line_that_pings_nobody() {
        let said = |line: &str| Ok(Some(line.to_owned()));
        let long = "é".repeat(CARE_LINE_LIMIT + 1);
        let cases = [
            (
                "Write to our team in <#12>.",
                said("Write to our team in <#12>."),
            ),
            ("  two\n lines\u{202E}\t", said("two lines")),
            ("", Ok(None)),
            (" \n ", Ok(None)),
            (&long[2..], said(&long[2..])),
            (&long, Err(Refused::TooLong)),
            ("hey @everyone", Err(Refused::Pings)),
            ("@Here", Err(Refused::Pings)),
            ("ask <@123>", Err(Refused::Pings)),
            ("ask <@&123>", Err(Refused::Pings)),
            ("ask <\u{200B}@123>", said("ask < @123>")),
            ("mail me@example.org", said("mail me@example.org")),
        ];
        for (typed, expected) in cases {
            assert_eq!(line(typed), expected, "{typed}");
        }
    }

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

    #[test]
    fn a_pace_lets_everyone_ask_and_nobody_flood() {
        let pace = |minute, hour| Settings::default().apply(Change::Pace(Pace { minute, hour }));
        for (minute, hour) in [(1, 1), (6, 60), (60, 600)] {
            assert!(pace(minute, hour).is_ok(), "{minute} {hour}");
        }
        for (minute, hour) in [(0, 0), (0, 60), (6, 5), (61, 600), (60, 601)] {
            assert_eq!(pace(minute, hour), Err(Refused::Pace), "{minute} {hour}");
        }
    }

    #[test]
    fn a_reset_forgets_every_choice() {
        let settings = Settings::default().apply(Change::Visibility(Visibility::Public));
        let reset = settings.unwrap().apply(Change::Reset);
        assert_eq!(reset, Ok(Settings::default()));
    }

    #[test]
    fn forbidding_a_mention_before_choosing_chooses_no_channel() {
        let settings = Settings::default().apply(Change::ForbidMentions(ChannelId(1)));
        let none = Mentions::In(Channels::Only(BTreeSet::new()));
        assert_eq!(settings.unwrap().mentions, none);
    }

    fn ids() -> impl Strategy<Value = BTreeSet<ChannelId>> {
        prop::collection::btree_set((0u64..8).prop_map(ChannelId), 0..6)
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

    pub(in super::super) fn change() -> impl Strategy<Value = Change> {
        let id = || (0u64..8).prop_map(ChannelId);
        let role = || (0u64..8).prop_map(RoleId);
        prop_oneof![
            channels().prop_map(Change::Channels),
            channels().prop_map(|channels| Change::Mentions(Mentions::In(channels))),
            id().prop_map(Change::Allow),
            id().prop_map(Change::Forbid),
            id().prop_map(Change::AllowMentions),
            id().prop_map(Change::ForbidMentions),
            id().prop_map(|id| Change::ArticleIn(id, Slug::new("other"))),
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
                Change::Mentioned(Mentioned::InPublic),
                Change::Article(Slug::new("other")),
                Change::Visibility(Visibility::Public),
                Change::Confidence(Confidence::Careful),
                Change::Confidence(Confidence::Generous),
                Change::Closing(Closing::WhenSure),
                Change::Gate(Gate::AgeRestricted),
                Change::Helplines(Some(PlaceId("KE".to_owned()))),
                Change::Style(Style::Plain),
                Change::Language(Language::Swahili),
                Change::Reset,
                Change::All(Box::default()),
            ]),
        ]
    }

    proptest! {
        #[test]
        fn allowing_and_forbidding_move_one_channel_alone(before in channels(), id in 0u64..8) {
            let id = ChannelId(id);
            let settings = Settings { channels: before.clone(), ..Settings::default() };
            let allowed = settings.clone().apply(Change::Allow(id)).unwrap().channels;
            let forbidden = settings.apply(Change::Forbid(id)).unwrap().channels;
            prop_assert!(allowed.holds(id) && !forbidden.holds(id));
            for other in (0..9).map(ChannelId).filter(|other| *other != id) {
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
