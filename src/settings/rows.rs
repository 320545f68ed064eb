//! Every setting, a row each: whatever lists settings walks the rows.
//!
//! A new setting of a few values is a field of [`Settings`] and a row here. Its sentences are called after it:
//! `setting-KEY` names it, `KEY-VALUE` each of its values.

use super::Settings;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::str::FromStr;
use strum::VariantNames;

/// A setting.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// What it is called: in documents, in files, on buttons, and of its sentences.
    pub key: &'static str,
    /// Where the panel shows it.
    pub topic: Topic,
    /// What it can be.
    pub kind: Kind,
}

/// What a page of the panel is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Where commands are answered.
    Channels,
    /// Where and how mentions are answered.
    Mentions,
    /// Which article answers.
    Articles,
    /// What an answer looks like.
    Answers,
    /// Who moderates, who is ignored, how much one may ask.
    People,
    /// Care and the gate.
    Care,
    /// Where reports go, and what else moderators hear.
    Reports,
}

/// What a setting can be.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// One of a few values.
    Few(Few),
    /// Something with words, controls and lines in a file of its own.
    Own(Own),
}

/// A few values.
#[derive(Clone, Copy, Debug)]
pub struct Few(Field);

/// Where the value of a setting stands.
type Field = fn(&mut Settings) -> &mut dyn Named;

/// A value of a closed set, in which each has a name.
trait Named {
    fn names(&self) -> &'static [&'static str];
    fn name(&self) -> &'static str;
    fn put(&mut self, name: &str);
}

impl<T: Copy + Default + FromStr + Into<&'static str> + VariantNames> Named for T {
    fn names(&self) -> &'static [&'static str] {
        T::VARIANTS
    }

    fn name(&self) -> &'static str {
        (*self).into()
    }

    fn put(&mut self, name: &str) {
        *self = name.parse().unwrap_or_default();
    }
}

/// A setting that is like no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// Where commands are answered.
    Channels,
    /// Where mentions are answered.
    Mentions,
    /// Where new posts are met.
    Posts,
    /// Which article answers.
    Article,
    /// Which channels have an article of their own.
    Articles,
    /// What is spoken before everyone.
    Language,
    /// Who moderates too.
    Moderators,
    /// Who is not answered.
    Ignored,
    /// How much one may ask.
    Pace,
    /// Whose helplines are shown.
    Helplines,
    /// The line on every care card.
    CareLine,
    /// Where reports go.
    Review,
}

/// Every setting, in the order in which all of them are told.
pub static SETTINGS: &[Setting] = &[
    own("channels", Topic::Channels, Own::Channels),
    own("mentions", Topic::Mentions, Own::Mentions),
    few("mentioned", Topic::Mentions, |it| &mut it.mentioned),
    own("posts", Topic::Channels, Own::Posts),
    own("article", Topic::Articles, Own::Article),
    own("articles", Topic::Articles, Own::Articles),
    few("visibility", Topic::Answers, |it| &mut it.visibility),
    few("confidence", Topic::Answers, |it| &mut it.confidence),
    few("closing", Topic::Answers, |it| &mut it.closing),
    few("style", Topic::Answers, |it| &mut it.style),
    own("language", Topic::People, Own::Language),
    own("moderators", Topic::People, Own::Moderators),
    own("ignored", Topic::People, Own::Ignored),
    own("pace", Topic::People, Own::Pace),
    own("helplines", Topic::Care, Own::Helplines),
    own("care-line", Topic::Care, Own::CareLine),
    few("gate", Topic::Care, |it| &mut it.gate),
    own("review", Topic::Reports, Own::Review),
    few("sharing", Topic::Reports, |it| &mut it.sharing),
];

const fn few(key: &'static str, topic: Topic, field: Field) -> Setting {
    let kind = Kind::Few(Few(field));
    Setting { key, topic, kind }
}

const fn own(key: &'static str, topic: Topic, own: Own) -> Setting {
    let kind = Kind::Own(own);
    Setting { key, topic, kind }
}

impl Setting {
    /// The setting called `key`.
    pub fn named(key: &str) -> Option<&'static Setting> {
        SETTINGS.iter().find(|row| row.key == key)
    }

    /// Every setting of `topic`, those last that are chosen from a menu of a few.
    pub fn of(topic: Topic) -> impl Iterator<Item = &'static Setting> {
        let few =
            |setting: &&Setting| matches!(setting.kind, Kind::Few(_) | Kind::Own(Own::Language));
        let own = SETTINGS.iter().filter(move |setting| !few(setting));
        let all = own.chain(SETTINGS.iter().filter(few));
        all.filter(move |setting| setting.topic == topic)
    }

    /// What holds in `settings`, if it has a few values.
    pub fn held(&self, settings: &Settings) -> Option<Value> {
        let Kind::Few(Few(field)) = self.kind else {
            return None;
        };
        // A row names its field once, and to look is to be able to change: so a copy is looked at.
        let name = field(&mut settings.clone()).name();
        Some(Value {
            key: self.key,
            name,
        })
    }

    /// Its values, if it has a few.
    pub fn values(&self) -> impl Iterator<Item = Value> {
        let key = self.key;
        let names = match self.kind {
            Kind::Few(Few(field)) => field(&mut Settings::default()).names(),
            Kind::Own(_) => &[],
        };
        names.iter().map(move |name| Value { key, name })
    }
}

impl Own {
    /// Its row.
    pub fn setting(self) -> &'static Setting {
        let own = |row: &&Setting| matches!(row.kind, Kind::Own(own) if own == self);
        SETTINGS.iter().find(own).expect("every setting has a row")
    }
}

/// One value of a setting of a few values. As JSON it is `{"visibility": "public"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    key: &'static str,
    name: &'static str,
}

impl Value {
    /// The value called `name` of the setting called `key`, if there is one.
    pub fn named(key: &str, name: &str) -> Option<Value> {
        Setting::named(key)?
            .values()
            .find(|value| value.name == name)
    }

    /// The value that is called so with its setting: `visibility-public`.
    pub fn spelled(text: &str) -> Option<Value> {
        let of_row = |row: &Setting| {
            let name = text.strip_prefix(row.key)?.strip_prefix('-')?;
            row.values().find(|value| value.name == name)
        };
        SETTINGS.iter().find_map(of_row)
    }

    /// The setting.
    pub fn setting(self) -> &'static Setting {
        Setting::named(self.key).expect("it was made of a row")
    }

    /// What it is called, without its setting: `public`.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// What it is called with its setting, also of its sentence: `visibility-public`.
    pub fn full_name(self) -> String {
        format!("{}-{}", self.key, self.name)
    }

    /// Makes it hold in `settings`.
    pub(super) fn put(self, settings: &mut Settings) {
        if let Kind::Few(Few(field)) = self.setting().kind {
            field(settings).put(self.name);
        }
    }

    /// What holds in `settings` in its place.
    pub(super) fn instead(self, settings: &Settings) -> Value {
        self.setting().held(settings).unwrap_or(self)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map([(self.key, self.name)])
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Value, D::Error> {
        let entries = BTreeMap::<String, String>::deserialize(from)?;
        let mut entries = entries.iter();
        let (Some((key, name)), None) = (entries.next(), entries.next()) else {
            return Err(D::Error::custom("one setting and its value"));
        };
        Value::named(key, name).ok_or_else(|| D::Error::custom("no setting has such a value"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn values() -> impl Iterator<Item = Value> {
        SETTINGS.iter().flat_map(Setting::values)
    }

    #[test]
    fn every_value_that_is_put_is_what_holds_and_nothing_else_moves() {
        for value in values() {
            let mut settings = Settings::default();
            value.put(&mut settings);
            assert_eq!(value.instead(&settings), value);
            value.instead(&Settings::default()).put(&mut settings);
            assert_eq!(settings, Settings::default(), "{value:?}");
        }
    }

    #[test]
    fn a_value_is_called_in_the_document_as_in_its_row() {
        for value in values() {
            let mut settings = Settings::default();
            value.put(&mut settings);
            let document = serde_json::to_value(&settings).expect("a document");
            assert_eq!(document[value.key], value.name);
            assert_eq!(Value::spelled(&value.full_name()), Some(value));
        }
    }

    #[test]
    fn no_two_rows_or_values_are_called_alike() {
        let keys: BTreeSet<&str> = SETTINGS.iter().map(|setting| setting.key).collect();
        assert_eq!(keys.len(), SETTINGS.len());
        let names: BTreeSet<String> = values().map(Value::full_name).collect();
        assert_eq!(names.len(), values().count());
    }
}
