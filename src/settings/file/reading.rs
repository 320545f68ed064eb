//! Settings read again, every mistake told with its line.

use super::{
    CLOSINGS, CONFIDENCES, GATES, LANGUAGES, MENTION_SPANS, MENTIONED, Names, SPANS, STYLES, Span,
    VISIBILITIES,
};
use crate::care::PlaceId;
use crate::content::reader::{self, At, Table};
use crate::content::{Mistake, Mistakes, Slug, instead_of};
use crate::settings::{Change, Channels, Mentions, Pace, Settings};
use crate::who::{ChannelId, RoleId};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;

/// What the file is called; mistakes are told with it.
const FILE: &str = "settings.toml";

/// Reads the settings that `text` holds; what it does not name has its default.
///
/// # Errors
///
/// Every mistake, with its line.
pub fn read(text: &str, names: &Names<'_>) -> Result<Settings, Vec<Mistake>> {
    let mistakes = RefCell::new(Mistakes::new(Path::new(FILE), text));
    let settings = reader::read(&mistakes, text, |root| Reading::of(root, names));
    let mistakes = mistakes.into_inner().into_vec();
    match mistakes.is_empty() {
        true => Ok(settings),
        false => Err(mistakes),
    }
}

/// The settings read so far.
struct Reading<'r, 'n> {
    settings: Settings,
    names: &'r Names<'n>,
}

impl Reading<'_, '_> {
    fn of(root: &Table<'_, '_, '_>, names: &Names<'_>) -> Settings {
        let settings = Settings {
            visibility: root.one_of("visibility", VISIBILITIES).unwrap_or_default(),
            confidence: root.one_of("confidence", CONFIDENCES).unwrap_or_default(),
            closing: root.one_of("closing", CLOSINGS).unwrap_or_default(),
            style: root.one_of("style", STYLES).unwrap_or_default(),
            language: root.one_of("language", LANGUAGES).unwrap_or_default(),
            gate: root.one_of("gate", GATES).unwrap_or_default(),
            ..Settings::default()
        };
        let mut reading = Reading { settings, names };
        reading.texts(root);
        reading.tables(root);
        reading.settings
    }

    fn texts(&mut self, root: &Table<'_, '_, '_>) {
        if let Some(article) = root.text("article") {
            let at = article.at;
            if let Some(article) = self.article(root, article) {
                self.make(root, at, Change::Article(Some(article)));
            }
        }
        if let Some(place) = root.text("helplines") {
            let known = &self.names.places;
            if known.contains(&place.value.as_str()) {
                let change = Change::Helplines(Some(PlaceId(place.value)));
                self.make(root, place.at, change);
            } else {
                let what = format!("there is no place `{}`", place.value);
                root.mistake(
                    place.at,
                    what,
                    instead_of(&place.value, known.iter().copied()),
                );
            }
        }
        if let Some(line) = root.text("care-line") {
            self.make(root, line.at, Change::CareLine(Some(line.value)));
        }
        if let Some(channel) = root.text("review") {
            let at = channel.at;
            if let Some(channel) = id(root, channel) {
                self.make(root, at, Change::Review(Some(ChannelId(channel))));
            }
        }
    }

    fn tables(&mut self, root: &Table<'_, '_, '_>) {
        if let Some(table) = root.table("channels") {
            if let Some(channels) = channels(&table, SPANS) {
                self.make(&table, table.at, Change::Channels(channels));
            }
            table.end();
        }
        if let Some(table) = root.table("mentions") {
            self.settings.mentioned = table.one_of("answered", MENTIONED).unwrap_or_default();
            if let Some(channels) = channels(&table, MENTION_SPANS) {
                self.make(&table, table.at, Change::Mentions(Mentions::In(channels)));
            }
            table.end();
        }
        if let Some(table) = root.table("pace") {
            let Pace { minute, hour } = Pace::default();
            let number = |key, usual| match table.number(key) {
                Some(number) => u32::try_from(number.value).unwrap_or(u32::MAX),
                None => usual,
            };
            let (minute, hour) = (number("minute", minute), number("hour", hour));
            self.make(&table, table.at, Change::Pace(Pace { minute, hour }));
            table.end();
        }
        if let Some(table) = root.table("roles") {
            for (key, change) in [
                ("ignored", Change::Ignore as fn(RoleId) -> Change),
                ("moderators", Change::Trust),
            ] {
                for role in table.texts(key) {
                    let at = role.at;
                    if let Some(role) = id(&table, role) {
                        self.make(&table, at, change(RoleId(role)));
                    }
                }
            }
            table.end();
        }
        if let Some(table) = root.table("articles") {
            for (channel, article) in table.named_texts() {
                let at = channel.at;
                let (channel, article) = (id(&table, channel), self.article(&table, article));
                if let (Some(channel), Some(article)) = (channel, article) {
                    let change = Change::ArticleIn(ChannelId(channel), Some(article));
                    self.make(&table, at, change);
                }
            }
        }
    }

    fn article(&self, table: &Table<'_, '_, '_>, named: At<String>) -> Option<Slug> {
        let known = self.names.articles.iter().copied();
        let found = known.clone().find(|known| *known == named.value);
        if found.is_none() {
            let what = format!("there is no article `{}`", named.value);
            table.mistake(named.at, what, instead_of(&named.value, known));
        }
        Slug::new(found?)
    }

    /// Makes the change, or notes at `at` why it is not made.
    fn make(&mut self, table: &Table<'_, '_, '_>, at: usize, change: Change) {
        match self.settings.clone().apply(change) {
            Ok(settings) => self.settings = settings,
            Err(refused) => table.mistake(at, "not allowed", refused.to_string()),
        }
    }
}

/// The channels that a table means; none if nobody chose.
fn channels(table: &Table<'_, '_, '_>, spans: &[(&'static str, Span)]) -> Option<Channels> {
    let span = table.one_of("where", spans);
    let list = table.texts("list");
    let ids = list.into_iter().filter_map(|text| id(table, text));
    let ids: BTreeSet<ChannelId> = ids.map(ChannelId).collect();
    match span? {
        Span::NotChosen => None,
        Span::All => Some(Channels::All),
        Span::Only => Some(Channels::Only(ids)),
        Span::AllBut => Some(Channels::AllBut(ids)),
    }
}

/// One of Discord's ids.
fn id(table: &Table<'_, '_, '_>, text: At<String>) -> Option<u64> {
    let id = text.value.parse().ok();
    if id.is_none() {
        let what = format!("`{}` is no id", text.value);
        table.mistake(
            text.at,
            what,
            "write digits in quotes, as Discord's “Copy ID” gives them",
        );
    }
    id
}
