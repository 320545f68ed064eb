//! What an author should look at, though nothing is wrong with it.

use super::{Care, Ear, Message, Said};
use crate::content::phrases::FIRST_LANGUAGE;
use std::fmt;
use time::Date;

/// Something that an author or a person who checks lines should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Nobody who should has read the cards in this language yet.
    NotReviewed(String),
    /// Words of helplines that this language has no others for: how many, and the first.
    Untranslated(String, usize, String),
    /// A line that no card can show.
    Unseen(String),
    /// A line or a place that was last read too long ago.
    Stale(String, Date),
    /// A rule that names no example.
    NoExample(String),
    /// Examples of need that would meet no card: how many, and the first.
    Quiet(usize, String),
    /// Harmless examples that would meet a card: how many, and the first.
    Alarms(usize, String),
    /// A rule that does not catch an example of its own.
    Misses(String, String),
}

impl Care {
    /// What should be looked at before a public launch, as of `today`.
    pub fn warnings(&self, today: Date) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for (language, reviewed) in self.cards.languages() {
            if !reviewed {
                warnings.push(Warning::NotReviewed(language.to_owned()));
            }
            let words = self.helplines.untranslated(language);
            if let Some(first) = words.first().filter(|_| language != FIRST_LANGUAGE) {
                let (count, first) = (words.len(), (*first).to_owned());
                warnings.push(Warning::Untranslated(language.to_owned(), count, first));
            }
        }
        let unseen = self.helplines.unseen().into_iter();
        warnings.extend(unseen.map(|line| Warning::Unseen(line.to_owned())));
        let stale = self.helplines.stale(today).into_iter();
        warnings.extend(stale.map(|(name, day)| Warning::Stale(name.to_owned(), day)));
        for rule in self.rules.all() {
            if rule.examples.is_empty() {
                warnings.push(Warning::NoExample(rule.id.clone()));
            }
            let missed = rule
                .examples
                .iter()
                .filter(|example| !self.met(example).contains(&rule.id.as_str()));
            warnings
                .extend(missed.map(|example| Warning::Misses(rule.id.clone(), example.clone())));
        }
        warnings
    }

    /// The examples of `said` that it was taught and still gets wrong.
    pub fn misjudged(&self, said: &Said) -> impl Iterator<Item = Warning> {
        let messages = said.messages().iter();
        let wrong: Vec<&Message> = messages
            .filter(|message| {
                message.need.is_some() != self.signal(&message.text, Ear::Open).is_some()
            })
            .collect();
        let (quiet, alarms): (Vec<_>, Vec<_>) = wrong.into_iter().partition(|m| m.need.is_some());
        let first = |messages: &[&Message]| Some((messages.len(), messages.first()?.text.clone()));
        let quiet = first(&quiet).map(|(count, text)| Warning::Quiet(count, text));
        let alarms = first(&alarms).map(|(count, text)| Warning::Alarms(count, text));
        quiet.into_iter().chain(alarms)
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Warning::NotReviewed(language) => write!(
                f,
                "the care cards in `{language}` have not been read by a native specialist; one must read them and check every line before a public launch, then write [review] in cards.{language}.toml"
            ),
            Warning::Untranslated(language, count, first) => write!(
                f,
                "{count} words of helplines.toml are not in lines.{language}.toml, the first \"{first}\"; write them there"
            ),
            Warning::Unseen(line) => write!(
                f,
                "no card can show the line `{line}`; delete it, or write other `routes`, `helps` or `for`"
            ),
            Warning::Stale(name, day) => {
                write!(
                    f,
                    "{name} was last read on {day}; read its page again and write the new day in helplines.toml"
                )
            }
            Warning::NoExample(rule) => write!(
                f,
                "the rule `{rule}` names no example; write one, or delete the rule"
            ),
            Warning::Quiet(count, text) => write!(
                f,
                "{count} messages of need in said.tsv would meet no card, the first \"{text}\"; write more that are like them"
            ),
            Warning::Alarms(count, text) => write!(
                f,
                "{count} harmless messages in said.tsv would meet a card, the first \"{text}\"; write more that are like them"
            ),
            Warning::Misses(rule, example) => write!(
                f,
                "the rule `{rule}` does not catch its own example \"{example}\""
            ),
        }
    }
}
