//! `helplines.toml` read, every mistake noted.

use super::{ANYWHERE, Group, Helplines, Line, Place, PlaceId, Terms, Ways};
use crate::care::{Route, Whose};
use crate::content::reader::{self, Table};
use crate::content::{Mistake, Mistakes};
use std::cell::RefCell;
use std::path::Path;
use time::Date;
use time::format_description::well_known::Iso8601;

pub(super) fn read(file: &Path, text: &str) -> (Helplines, Vec<Mistake>) {
    let mistakes = RefCell::new(Mistakes::new(file, text));
    let helplines = reader::read(&mistakes, text, |root| {
        let places: Vec<Place> = root.tables("place").iter().filter_map(place).collect();
        let lines = root.tables("line");
        let lines = lines.iter().filter_map(|table| line(table, &places));
        Helplines {
            lines: lines.collect(),
            places,
            terms: Terms::default(),
        }
    });
    (helplines, mistakes.into_inner().into_vec())
}

fn place(table: &Table<'_, '_, '_>) -> Option<Place> {
    let id = table.required_text("id");
    let name = table.required_text("name");
    let emergency = table.required_text("emergency");
    let (ambulance, region) = (text(table, "ambulance"), text(table, "region"));
    let evidence = evidence(table);
    table.end();
    Some(Place {
        id: PlaceId(id?.value),
        name: name?.value,
        emergency: emergency?.value,
        ambulance,
        region,
        read: evidence?.0,
    })
}

fn line(table: &Table<'_, '_, '_>, places: &[Place]) -> Option<Line> {
    let (id, name) = (table.required_text("id"), table.required_text("name"));
    let for_whom = table.required_text("for_whom");
    let place = known_place(table, places);
    let (ways, url) = (ways(table), text(table, "url"));
    if ways == Ways::default() && url.is_none() {
        table.missing("phone", "[\"…\"]");
    }
    let whose = Whose::ALL.map(|whose| (whose.name(), whose));
    let mut helps = table.some_of("helps", &whose);
    if helps.is_empty() {
        helps = vec![Whose::Own, Whose::Friend];
    }
    let routes = Route::ALL.map(|route| (route.name(), route));
    let routes = table.some_of("routes", &routes);
    let groups = table.some_of("for", &Group::ALL);
    // For the person who checks the line, not for the card.
    let _ = table.texts("inferred");
    let (for_done, hours) = (text(table, "for_done"), text(table, "hours"));
    let (languages, note) = (text(table, "languages"), text(table, "note"));
    let free = table.flag("free").is_some_and(|free| free.value);
    let regional = table.text("region").is_some();
    let (evidence, tried) = (evidence(table), day(table, "tried"));
    table.end();
    let (read, sources) = evidence?;
    Some(Line {
        id: id?.value,
        name: name?.value,
        url,
        for_whom: for_whom?.value,
        for_done,
        sources,
        ways,
        hours,
        languages,
        note,
        free,
        read,
        tried,
        place: place?,
        routes,
        helps,
        groups,
        regional,
    })
}

fn ways(table: &Table<'_, '_, '_>) -> Ways {
    let phone = table.texts("phone").into_iter();
    let ways = Ways {
        phone: phone.map(|text| text.value).collect(),
        sms: text(table, "sms"),
        sms_word: text(table, "sms_word"),
        whatsapp: text(table, "whatsapp"),
        chat: text(table, "chat"),
    };
    if ways.sms_word.is_some() && ways.sms.is_none() {
        table.missing("sms", "\"…\"");
    }
    ways
}

fn text(table: &Table<'_, '_, '_>, key: &'static str) -> Option<String> {
    table.text(key).map(|text| text.value)
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
    let sources = table.texts("sources").into_iter();
    let sources: Vec<String> = sources.map(|text| text.value).collect();
    if sources.is_empty() {
        table.missing("sources", "[\"the page it was read on\"]");
    }
    // The date of the newest page, for the person who checks.
    let _ = table.text("newest");
    let read = day(table, "read");
    if table.text("read").is_none() {
        table.missing("read", "\"2026-11-22\"");
    }
    read.filter(|_| !sources.is_empty())
        .map(|read| (read, sources))
}

fn day(table: &Table<'_, '_, '_>, key: &'static str) -> Option<Date> {
    let day = table.text(key)?;
    let date = Date::parse(&day.value, &Iso8601::DATE).ok();
    if date.is_none() {
        table.mistake(
            day.at,
            format!("`{key}` cannot be \"{}\"", day.value),
            "write a day: \"2026-11-22\"",
        );
    }
    date
}
