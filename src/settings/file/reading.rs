//! Settings read again, every mistake told with its line.

use super::{
    ABOVE, Carried, CarriedLesson, LESSON_LIMIT, MENTION_SPANS, Names, SPANS, Slip, Span, Wrong,
    key,
};
use crate::care::PlaceId;
use crate::content::reader::{self, At, Table};
use crate::content::{Fault, Mistakes, Slug};
use crate::settings::language::FOLLOW;
use crate::settings::{Change, Channels, Language, Mentions, Pace, Setting, Settings, Topic};
use crate::text::line_of;
use crate::who::{ChannelId, RoleId};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;

/// Reads the settings and the lessons that `text` holds; what it does not name has its default.
///
/// # Errors
///
/// Every mistake, with its line.
pub fn read(text: &str, names: &Names<'_>) -> Result<Carried, Vec<Slip>> {
    let mistakes = RefCell::new(Mistakes::new(Path::new(""), text));
    let (carried, slips) = reader::read(&mistakes, text, |root| {
        let mut reading = Reading::new(text, names);
        reading.choices(root, &ABOVE);
        reading.texts(root);
        reading.tables(root);
        let lessons = reading.lessons(root);
        let settings = reading.settings;
        (Carried { settings, lessons }, reading.slips)
    });
    let faults = mistakes.into_inner().into_faults().into_iter();
    let faults = faults.map(|(line, fault)| Slip {
        line,
        what: Wrong::File(fault),
    });
    let mut slips: Vec<Slip> = faults.chain(slips).collect();
    slips.sort();
    match slips.is_empty() {
        true => Ok(carried),
        false => Err(slips),
    }
}

/// Whether `text` sets nothing: it is empty, or holds comments alone.
pub fn says_nothing(text: &str) -> bool {
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    lines.all(|line| line.is_empty() || line.starts_with('#'))
}

/// The settings read so far, and what was wrong in them.
struct Reading<'r, 'n> {
    text: &'r str,
    names: &'r Names<'n>,
    settings: Settings,
    slips: Vec<Slip>,
}

impl<'r, 'n> Reading<'r, 'n> {
    fn new(text: &'r str, names: &'r Names<'n>) -> Reading<'r, 'n> {
        Reading {
            text,
            names,
            settings: Settings::default(),
            slips: Vec::new(),
        }
    }

    /// The settings of a few values about `topics`.
    fn choices(&mut self, table: &Table<'_, '_, '_>, topics: &[Topic]) {
        for setting in topics.iter().flat_map(|topic| Setting::of(*topic)) {
            let values = setting.values().map(|value| (value.name(), value));
            let values: Vec<_> = values.collect();
            if values.is_empty() {
                continue;
            }
            if let Some(value) = table.one_of(key(setting), &values) {
                self.make(table.at, Change::Set(value));
            }
        }
    }

    fn texts(&mut self, root: &Table<'_, '_, '_>) {
        if let Some(article) = root.text("article") {
            let at = article.at;
            if let Some(article) = self.article(root, "article", article) {
                self.make(at, Change::Article(Some(article)));
            }
        }
        if let Some(place) = one_of(root, "helplines", &self.names.places) {
            self.make(place.at, Change::Helplines(Some(PlaceId(place.value))));
        }
        let languages = [FOLLOW]
            .into_iter()
            .chain(self.names.languages.iter().copied());
        let languages: Vec<&str> = languages.collect();
        if let Some(name) = one_of(root, "language", &languages) {
            let language = Language::named(&name.value).unwrap_or_default();
            self.make(name.at, Change::Language(language));
        }
        if let Some(line) = root.text("care-line") {
            self.make(line.at, Change::CareLine(Some(line.value)));
        }
        for channel in root.texts("posts") {
            let at = channel.at;
            if let Some(channel) = self.id(channel) {
                self.make(at, Change::AllowPosts(ChannelId(channel)));
            }
        }
        if let Some(channel) = root.text("review") {
            let at = channel.at;
            if let Some(channel) = self.id(channel) {
                self.make(at, Change::Review(Some(ChannelId(channel))));
            }
        }
    }

    fn tables(&mut self, root: &Table<'_, '_, '_>) {
        if let Some(table) = root.table("channels") {
            if let Some(channels) = self.channels(&table, SPANS) {
                self.make(table.at, Change::Channels(channels));
            }
            table.end();
        }
        if let Some(table) = root.table("mentions") {
            self.choices(&table, &[Topic::Mentions]);
            if let Some(channels) = self.channels(&table, MENTION_SPANS) {
                self.make(table.at, Change::Mentions(Mentions::In(channels)));
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
            self.make(table.at, Change::Pace(Pace { minute, hour }));
            table.end();
        }
        if let Some(table) = root.table("roles") {
            for (key, change) in [
                ("ignored", Change::Ignore as fn(RoleId) -> Change),
                ("moderators", Change::Trust),
            ] {
                for role in table.texts(key) {
                    let at = role.at;
                    if let Some(role) = self.id(role) {
                        self.make(at, change(RoleId(role)));
                    }
                }
            }
            table.end();
        }
        if let Some(table) = root.table("articles") {
            for (channel, article) in table.named_texts() {
                let (at, named) = (channel.at, channel.value.clone());
                let channel = self.id(channel);
                let article = self.article(&table, &named, article);
                if let (Some(channel), Some(article)) = (channel, article) {
                    let change = Change::ArticleIn(ChannelId(channel), Some(article));
                    self.make(at, change);
                }
            }
        }
    }

    fn lessons(&mut self, root: &Table<'_, '_, '_>) -> Vec<CarriedLesson> {
        let tables = root.tables("lessons").into_iter();
        let read = |table: Table<'_, '_, '_>| {
            let lesson = self.lesson(&table);
            table.end();
            lesson
        };
        tables.filter_map(read).collect()
    }

    fn lesson(&mut self, table: &Table<'_, '_, '_>) -> Option<CarriedLesson> {
        let article = table.required_text("article");
        let (section, words) = (table.required_text("section"), table.required_text("words"));
        let article = self.article(table, "article", article?)?;
        let (section, words) = (section?, words?);
        let mut named = self.names.sections.iter();
        let sections = named.find(|(name, _)| *name == article.as_str());
        let sections = sections.map_or(&[][..], |(_, sections)| sections);
        if !sections.contains(&section.value.as_str()) {
            unknown(table, "section", section, sections);
            return None;
        }
        let length = words.value.trim().chars().count();
        if length == 0 || length > LESSON_LIMIT {
            self.slip(words.at, Wrong::Lesson);
            return None;
        }
        Some(CarriedLesson {
            article: article.as_str().to_owned(),
            section: section.value,
            words: words.value,
        })
    }

    fn article(&self, table: &Table<'_, '_, '_>, key: &str, named: At<String>) -> Option<Slug> {
        if self.names.articles.contains(&named.value.as_str()) {
            return Slug::new(&named.value);
        }
        unknown(table, key, named, &self.names.articles);
        None
    }

    /// The channels that a table means; none if nobody chose.
    fn channels(
        &mut self,
        table: &Table<'_, '_, '_>,
        spans: &[(&'static str, Span)],
    ) -> Option<Channels> {
        let span = table.one_of("where", spans);
        let list = table.texts("list").into_iter();
        let ids = list.filter_map(|text| self.id(text));
        let ids: BTreeSet<ChannelId> = ids.map(ChannelId).collect();
        match span? {
            Span::NotChosen => None,
            Span::All => Some(Channels::All),
            Span::Only => Some(Channels::Only(ids)),
            Span::AllBut => Some(Channels::AllBut(ids)),
        }
    }

    /// One of Discord's ids, none of which is 0.
    fn id(&mut self, text: At<String>) -> Option<u64> {
        let id = text.value.parse().ok().filter(|id| *id != 0);
        if id.is_none() {
            self.slip(text.at, Wrong::Id(text.value));
        }
        id
    }

    /// Makes the change, or notes at `at` why it is not made.
    fn make(&mut self, at: usize, change: Change) {
        match self.settings.clone().apply(change) {
            Ok(settings) => self.settings = settings,
            Err(refused) => self.slip(at, Wrong::Refused(refused)),
        }
    }

    fn slip(&mut self, at: usize, what: Wrong) {
        let line = line_of(self.text, at);
        self.slips.push(Slip { line, what });
    }
}

/// What stands under `key`, if it is one of `known`.
fn one_of(root: &Table<'_, '_, '_>, key: &'static str, known: &[&str]) -> Option<At<String>> {
    let text = root.text(key)?;
    if known.contains(&text.value.as_str()) {
        return Some(text);
    }
    unknown(root, key, text, known);
    None
}

/// Notes that `key` can hold one of `known`, and not what it holds.
fn unknown(table: &Table<'_, '_, '_>, key: &str, held: At<String>, known: &[&str]) {
    let known = known.iter().map(|name| (*name).to_owned()).collect();
    let fault = Fault::Value(key.to_owned(), held.value, known);
    table.fault(held.at, fault);
}
