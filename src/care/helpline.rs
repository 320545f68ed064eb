//! Who answers, where: the lines that a card may show, each with the pages it was read on.

use super::{Route, Whose};
use crate::content::reader::{self, Table};
use crate::content::{Mistake, Mistakes};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::path::Path;
use time::format_description::well_known::Iso8601;
use time::{Date, Duration};

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
    /// The number to call in danger.
    pub emergency: String,
    checked: Date,
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
    /// The day its pages were read.
    pub checked: Date,
    /// The pages.
    pub sources: Vec<String>,
    /// How to reach it: numbers, text, chat.
    pub ways: Vec<String>,
    hours: Option<String>,
    free: bool,
    place: String,
    routes: Vec<Route>,
    helps: Vec<Whose>,
}

/// Every line and place of `helplines.toml`.
#[derive(Clone, Debug, Default)]
pub struct Helplines {
    places: Vec<Place>,
    lines: Vec<Line>,
}

/// The lines for everybody, wherever they are.
const ANYWHERE: &str = "INT";
/// How many lines a card shows: more overwhelm.
const SHOWN: usize = 2;
/// After how many days a line must be read again. Numbers move.
const KEEPS: Duration = Duration::days(180);

impl Helplines {
    /// Reads `helplines.toml`.
    pub fn read(file: &Path, text: &str) -> (Helplines, Vec<Mistake>) {
        let mistakes = RefCell::new(Mistakes::new(file, text));
        let helplines = reader::read(&mistakes, text, |root| {
            let places: Vec<Place> = root.tables("place").iter().filter_map(read_place).collect();
            let lines = root.tables("line");
            let lines = lines.iter().filter_map(|line| read_line(line, &places));
            Helplines {
                lines: lines.collect(),
                places,
            }
        });
        (helplines, mistakes.into_inner().into_vec())
    }

    /// The places to choose from, in the order of the file.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Every line, in the order of the file.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The place called `id`.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.places.iter().find(|place| place.id == *id)
    }

    /// The lines for this need in `place`: its own first, and the directory for everywhere where few are known.
    pub(super) fn for_need(&self, route: Route, whose: Whose, place: Option<&Place>) -> Vec<&Line> {
        if route == Route::Medical {
            return Vec::new();
        }
        let fits = |line: &&Line| line.routes.contains(&route) && line.helps.contains(&whose);
        let here = place.map(|place| place.id.0.as_str());
        let own = self
            .lines
            .iter()
            .filter(|line| Some(line.place.as_str()) == here);
        let mut found: Vec<&Line> = own.filter(fits).take(SHOWN).collect();
        let anywhere = self.lines.iter().filter(|line| line.place == ANYWHERE);
        let wanted = if here.is_some() { SHOWN } else { 1 };
        if found.len() < wanted {
            found.extend(anywhere.filter(fits).take(1));
        }
        found
    }

    /// What must be read again: names and days.
    pub(super) fn stale(&self, today: Date) -> Vec<(&str, Date)> {
        let places = self
            .places
            .iter()
            .map(|place| (place.name.as_str(), place.checked));
        let lines = self
            .lines
            .iter()
            .map(|line| (line.name.as_str(), line.checked));
        places
            .chain(lines)
            .filter(|(_, checked)| today - *checked > KEEPS)
            .collect()
    }
}

impl Line {
    /// What a card prints of it: how to reach it, when, for whom, and when that was last read.
    pub(super) fn words(&self, free: &str, checked: &str) -> String {
        let mut parts = self.ways.clone();
        parts.extend(self.free.then(|| free.to_owned()));
        parts.extend(self.hours.clone());
        parts.push(self.for_whom.clone());
        let month = format!(
            "{}-{:02}",
            self.checked.year(),
            u8::from(self.checked.month())
        );
        parts.push(checked.replace("{month}", &month));
        format!("**{}**: {}", self.name, parts.join(" · "))
    }
}

fn read_place(table: &Table<'_, '_, '_>) -> Option<Place> {
    let id = table.required_text("id");
    let name = table.required_text("name");
    let emergency = table.required_text("emergency");
    let checked = evidence(table).map(|(checked, _)| checked);
    table.end();
    Some(Place {
        id: PlaceId(id?.value),
        name: name?.value,
        emergency: emergency?.value,
        checked: checked?,
    })
}

fn read_line(table: &Table<'_, '_, '_>, places: &[Place]) -> Option<Line> {
    let texts = |key: &'static str| table.texts(key).into_iter().map(|text| text.value);
    let text = |key: &'static str| table.text(key).map(|text| text.value);
    let (id, name) = (table.required_text("id"), table.required_text("name"));
    let for_whom = table.required_text("for_whom");
    let place = known_place(table, places);
    let mut ways: Vec<String> = texts("phone").collect();
    ways.extend(["text", "chat"].into_iter().filter_map(text));
    let url = text("url");
    if ways.is_empty() && url.is_none() {
        table.missing("phone", "[\"…\"]");
    }
    let mut helps = names(
        table,
        "helps",
        &Whose::ALL.map(|whose| (whose.name(), whose)),
    );
    if helps.is_empty() {
        helps = vec![Whose::Own, Whose::Friend];
    }
    let routes = names(
        table,
        "routes",
        &Route::ALL.map(|route| (route.name(), route)),
    );
    let (hours, free) = (
        text("hours"),
        table.flag("free").is_some_and(|free| free.value),
    );
    // For the person who checks the line, not for the card.
    let _ = texts("inferred");
    let evidence = evidence(table);
    table.end();
    let (checked, sources) = evidence?;
    let (id, name, for_whom) = (id?.value, name?.value, for_whom?.value);
    Some(Line {
        id,
        name,
        url,
        for_whom,
        checked,
        sources,
        ways,
        hours,
        free,
        place: place?,
        routes,
        helps,
    })
}

fn known_place(table: &Table<'_, '_, '_>, places: &[Place]) -> Option<String> {
    let place = table.required_text("place")?;
    let known = place.value == ANYWHERE || places.iter().any(|known| known.id.0 == place.value);
    if !known {
        let what = format!("there is no `[[place]]` with the id \"{}\"", place.value);
        table.mistake(
            place.at,
            what,
            format!("write one, or \"{ANYWHERE}\" for everywhere"),
        );
    }
    known.then_some(place.value)
}

/// When and where a line was read. Without both, no card may show it.
fn evidence(table: &Table<'_, '_, '_>) -> Option<(Date, Vec<String>)> {
    let sources: Vec<String> = table
        .texts("sources")
        .into_iter()
        .map(|text| text.value)
        .collect();
    if sources.is_empty() {
        table.missing("sources", "[\"the page it was read on\"]");
    }
    // The date of the newest page, for the person who checks.
    let _ = table.text("newest");
    let day = table.required_text("checked")?;
    let checked = Date::parse(&day.value, &Iso8601::DATE).ok();
    if checked.is_none() {
        table.mistake(
            day.at,
            format!("`checked` cannot be \"{}\"", day.value),
            "write a day: \"2026-11-22\"",
        );
    }
    checked
        .filter(|_| !sources.is_empty())
        .map(|checked| (checked, sources))
}

fn names<T: Copy>(
    table: &Table<'_, '_, '_>,
    key: &'static str,
    names: &[(&'static str, T)],
) -> Vec<T> {
    let mut found = Vec::new();
    for text in table.texts(key) {
        match names.iter().find(|(name, _)| *name == text.value) {
            Some((_, value)) => found.push(*value),
            None => {
                let all: Vec<_> = names
                    .iter()
                    .map(|(name, _)| format!("\"{name}\""))
                    .collect();
                table.mistake(
                    text.at,
                    format!("`{key}` cannot hold \"{}\"", text.value),
                    format!("write some of {}", all.join(", ")),
                );
            }
        }
    }
    found
}
