//! A server's settings as a file that people can read, keep and bring back.

use super::{
    CareLine, Change, Channels, Closing, Gate, Mentioned, Mentions, Pace, Settings, Style,
    Visibility,
};
use crate::answer::Confidence;
use crate::care::PlaceId;
use crate::content::reader::{self, At, Table};
use crate::content::{Mistake, Mistakes, Slug, instead_of};
use crate::who::{ChannelId, RoleId};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use toml::Value;

/// What the file is called; mistakes are told with it.
const FILE: &str = "settings.toml";

const HEAD: &str = "\
# The settings of one server. `/settings import` takes this file back, whole or not at all.
# Channels and roles stand here by Discord's ids; what is left out has its default.
";

/// The names that a setting may take from elsewhere.
#[derive(Clone, Debug, Default)]
pub struct Names<'n> {
    /// The articles there are.
    pub articles: Vec<&'n str>,
    /// The places there are helplines for.
    pub places: Vec<&'n str>,
}

const VISIBILITIES: &[(&str, Visibility)] = &[
    ("private", Visibility::Private),
    ("public", Visibility::Public),
];
const CONFIDENCES: &[(&str, Confidence)] = &[
    ("careful", Confidence::Careful),
    ("balanced", Confidence::Balanced),
    ("generous", Confidence::Generous),
];
const CLOSINGS: &[(&str, Closing)] = &[
    ("always", Closing::Always),
    ("when-sure", Closing::WhenSure),
];
const STYLES: &[(&str, Style)] = &[("embeds", Style::Embeds), ("plain", Style::Plain)];
const GATES: &[(&str, Gate)] = &[
    ("advise", Gate::Advise),
    ("age-restricted", Gate::AgeRestricted),
];
const MENTIONED: &[(&str, Mentioned)] = &[
    ("by-button", Mentioned::ByButton),
    ("in-public", Mentioned::InPublic),
];

/// Which channels a list means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Span {
    NotChosen,
    All,
    Only,
    AllBut,
}

const SPANS: &[(&str, Span)] = &[
    ("all", Span::All),
    ("only", Span::Only),
    ("all-but", Span::AllBut),
];
const MENTION_SPANS: &[(&str, Span)] = &[
    ("not-chosen", Span::NotChosen),
    ("all", Span::All),
    ("only", Span::Only),
    ("all-but", Span::AllBut),
];

/// Writes `settings`, every one of them, as TOML.
pub fn write(settings: &Settings) -> String {
    let mut file = File(HEAD.to_owned());
    file.line("visibility", name(VISIBILITIES, settings.visibility));
    file.line("confidence", name(CONFIDENCES, settings.confidence));
    file.line("closing", name(CLOSINGS, settings.closing));
    file.line("style", name(STYLES, settings.style));
    file.line("gate", name(GATES, settings.gate));
    file.maybe("article", settings.article.as_ref().map(Slug::as_str));
    file.maybe(
        "helplines",
        settings.helplines.as_ref().map(|place| place.0.as_str()),
    );
    file.maybe(
        "care-line",
        settings.care_line.as_ref().map(CareLine::as_str),
    );
    let review = settings.review.map(|channel| channel.0.to_string());
    file.maybe("review", review.as_deref());

    file.table("channels");
    file.channels(&settings.channels);
    file.table("mentions");
    file.line("answered", name(MENTIONED, settings.mentioned));
    match &settings.mentions {
        Mentions::NotChosen => file.line("where", name(MENTION_SPANS, Span::NotChosen)),
        Mentions::In(channels) => file.channels(channels),
    }
    file.table("pace");
    file.raw("minute", settings.pace.minute);
    file.raw("hour", settings.pace.hour);
    file.table("roles");
    file.ids("ignored", settings.ignored_roles.iter().map(|role| role.0));
    file.ids(
        "moderators",
        settings.moderator_roles.iter().map(|role| role.0),
    );
    file.table("articles");
    for (channel, article) in &settings.articles {
        file.line(&format!("\"{}\"", channel.0), article.as_str());
    }
    file.0
}

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

fn name<T: Copy + PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    let named = names.iter().find(|(_, other)| *other == value);
    named.expect("every value has a name").0
}

/// A file on its way.
struct File(String);

impl File {
    fn table(&mut self, name: &str) {
        self.put(format_args!("\n[{name}]"));
    }

    fn line(&mut self, key: &str, text: &str) {
        self.raw(key, Value::from(text));
    }

    fn maybe(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.line(key, text);
        }
    }

    fn ids(&mut self, key: &str, ids: impl Iterator<Item = u64>) {
        let ids = ids.map(|id| Value::from(id.to_string()));
        self.raw(key, Value::from(ids.collect::<Vec<_>>()));
    }

    fn channels(&mut self, channels: &Channels) {
        let (span, list) = match channels {
            Channels::All => (Span::All, None),
            Channels::Only(list) => (Span::Only, Some(list)),
            Channels::AllBut(list) => (Span::AllBut, Some(list)),
        };
        self.line("where", name(SPANS, span));
        if let Some(list) = list {
            self.ids("list", list.iter().map(|channel| channel.0));
        }
    }

    fn raw(&mut self, key: &str, value: impl std::fmt::Display) {
        self.put(format_args!("{key} = {value}"));
    }

    fn put(&mut self, line: std::fmt::Arguments<'_>) {
        writeln!(self.0, "{line}").expect("a string takes everything");
    }
}

#[cfg(test)]
mod tests {
    use super::super::change::tests::chosen;
    use super::*;
    use proptest::prelude::*;

    fn names() -> Names<'static> {
        Names {
            articles: vec!["other", "another"],
            places: vec!["KE", "UK"],
        }
    }

    #[track_caller]
    fn mistakes(text: &str) -> Vec<String> {
        let mistakes = read(text, &names()).expect_err("mistakes");
        mistakes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn nothing_written_is_nothing_chosen() {
        assert_eq!(read("", &names()), Ok(Settings::default()));
    }

    #[test]
    fn a_file_reads_like_what_was_chosen() {
        let settings = Settings {
            channels: Channels::Only(BTreeSet::from([ChannelId(7), ChannelId(8)])),
            review: Some(ChannelId(9)),
            ..Settings::default()
        };
        let settings = settings.apply(Change::CareLine(Some("Say \"hi\".".to_owned())));
        insta::assert_snapshot!(write(&settings.unwrap()));
    }

    #[test]
    fn every_mistake_is_told_with_its_line() {
        let long = format!("care-line = \"{}\"", "x".repeat(201));
        for (text, told) in [
            (
                "visibility = \"pubic\"",
                "settings.toml:1: `visibility` cannot be \"pubic\"; did you mean `public`?",
            ),
            (
                "\narticle = \"othr\"",
                "settings.toml:2: there is no article `othr`; did you mean `other`?",
            ),
            (
                "helplines = \"XX\"",
                "settings.toml:1: there is no place `XX`; known here: `KE`, `UK`",
            ),
            (
                "care-line = \"@everyone\"",
                "settings.toml:1: not allowed; That line would ping somebody. Please write names without the @ sign.",
            ),
            (
                &long,
                "settings.toml:1: not allowed; That line is too long. Please say it in 200 characters.",
            ),
            (
                "[roles]\nignored = [\"x\"]",
                "settings.toml:2: `x` is no id; write digits in quotes, as Discord's “Copy ID” gives them",
            ),
            (
                "[channel]\nwhere = \"all\"",
                "settings.toml:1: unknown key `channel`; did you mean `channels`?",
            ),
        ] {
            assert_eq!(mistakes(text), [told]);
        }
        let pace = mistakes("[pace]\nminute = 0");
        assert!(
            pace[0].starts_with("settings.toml:1: not allowed; Please choose 1 to 60"),
            "{pace:?}"
        );
        let several = mistakes("gate = 1\nstyle = \"\"\n[articles]\n\"5\" = \"nope\"");
        assert_eq!(several.len(), 3, "{several:?}");
    }

    proptest! {
        #[test]
        fn whatever_was_chosen_survives_its_file(settings in chosen()) {
            let file = write(&settings);
            prop_assert_eq!(read(&file, &names()), Ok(settings), "{}", file);
        }
    }
}
