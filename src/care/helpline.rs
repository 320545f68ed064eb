//! Who answers, where: the lines that a card may show, each with the pages it was read on.

mod order;
mod read;
mod terms;
mod words;

use super::{Need, Route, Whose};
use crate::content::{Mistake, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::Path;
use terms::Terms;
use time::{Date, Duration};

pub(super) use order::Chosen;

/// A country, or a part of the world with one emergency number: `KE`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaceId(pub String);

/// Where an asker may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its short name, which a setting or a button carries.
    pub id: PlaceId,
    /// Its name for people.
    pub name: String,
    /// What to call in danger.
    pub emergency: String,
    /// What to call for a body in danger, where that is another number.
    pub ambulance: Option<String>,
    /// The part of the world it is listed under.
    pub region: Option<String>,
    read: Date,
}

/// One line, as its own pages and its country's describe it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its name in the file.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Its page, if somebody read it.
    pub url: Option<String>,
    /// Whom it is for.
    pub for_whom: String,
    /// The same, as it is said to somebody who may have harmed.
    pub for_done: Option<String>,
    /// The pages.
    pub sources: Vec<String>,
    ways: Ways,
    hours: Option<String>,
    languages: Option<String>,
    note: Option<String>,
    free: bool,
    /// The day its pages were read.
    read: Date,
    /// The day somebody called it.
    tried: Option<Date>,
    place: String,
    routes: Vec<Route>,
    helps: Vec<Whose>,
    groups: Vec<Group>,
    /// Whether it answers in a part of its place alone.
    regional: bool,
}

/// How to reach a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Ways {
    phone: Vec<String>,
    sms: Option<String>,
    /// The word to send there.
    sms_word: Option<String>,
    whatsapp: Option<String>,
    /// A page.
    chat: Option<String>,
}

/// Whom alone a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Women,
    Men,
    Lgbtq,
    Young,
    /// Whoever's private pictures are passed on, or threatened with.
    Pictures,
    /// Whoever took or swallowed something.
    Taken,
}

impl Group {
    const ALL: [(&'static str, Group); 6] = [
        ("women", Group::Women),
        ("men", Group::Men),
        ("lgbtq", Group::Lgbtq),
        ("young", Group::Young),
        ("pictures", Group::Pictures),
        ("taken", Group::Taken),
    ];
}

/// Every line and place of `helplines.toml`, and what its words are in other languages.
#[derive(Clone, Debug, Default)]
pub struct Helplines {
    places: Vec<Place>,
    lines: Vec<Line>,
    terms: Terms,
}

/// The lines for everybody, wherever they are.
const ANYWHERE: &str = "INT";
/// After how many days a line must be read again. Numbers move.
const KEEPS: Duration = Duration::days(180);

impl Helplines {
    /// Reads `helplines.toml`.
    pub fn read(file: &Path, text: &str) -> (Helplines, Vec<Mistake>) {
        read::read(file, text)
    }

    /// The same, with its words as `files` (`lines.fr.toml`) say them in other languages.
    pub fn speaking(mut self, files: &[Text]) -> (Helplines, Vec<Mistake>) {
        let said = self.said();
        let (terms, mistakes) = Terms::read(files, &said);
        self.terms = terms;
        (self, mistakes)
    }

    /// The places to choose from, in the order of the file.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Every line, in the order of the file.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The page of the first line for everybody, wherever they are.
    pub(super) fn anywhere(&self) -> Option<&str> {
        let mut lines = self.lines.iter().filter(|line| line.place == ANYWHERE);
        lines.find_map(|line| line.url.as_deref())
    }

    /// The place called `id`.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.places.iter().find(|place| place.id == *id)
    }

    /// `words` of this file in `language`, or as they are written.
    pub(super) fn say<'h>(&'h self, language: &str, words: &'h str) -> &'h str {
        self.terms.say(language, words)
    }

    /// What must be read again: names and days.
    pub(super) fn stale(&self, today: Date) -> Vec<(&str, Date)> {
        let places = self.places.iter();
        let places = places.map(|place| (place.name.as_str(), place.read));
        let lines = self.lines.iter();
        let lines = lines.map(|line| (line.name.as_str(), line.read));
        let all = places.chain(lines);
        all.filter(|(_, read)| today - *read > KEEPS).collect()
    }

    /// The ids of the lines that no card can show, wherever somebody is and whatever they need.
    pub(super) fn unseen(&self) -> Vec<&str> {
        let places = self.places.iter().map(Some).chain([None]);
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for place in places {
            for need in Need::every() {
                let chosen = self.chosen(need, place);
                let lines = chosen.full.iter().chain(&chosen.brief);
                seen.extend(lines.map(|line| line.id.as_str()));
            }
        }
        let ids = self.lines.iter().map(|line| line.id.as_str());
        ids.filter(|id| !seen.contains(id)).collect()
    }

    /// The words that `language` has no others for.
    pub(super) fn untranslated(&self, language: &str) -> Vec<&str> {
        let said = self.said().into_iter();
        said.filter(|words| !self.terms.knows(language, words))
            .collect()
    }

    /// Everything in the file that is words, and no number and no name of its own.
    fn said(&self) -> BTreeSet<&str> {
        let places = self.places.iter().flat_map(|place| {
            let more = [&place.ambulance, &place.region].into_iter().flatten();
            [&place.name, &place.emergency].into_iter().chain(more)
        });
        let lines = self.lines.iter().flat_map(|line| {
            let more = [&line.hours, &line.languages, &line.note, &line.for_done];
            more.into_iter().flatten().chain([&line.for_whom])
        });
        let letters = |words: &&str| words.contains(char::is_alphabetic);
        let all = places.chain(lines).map(String::as_str);
        all.filter(letters).collect()
    }
}
