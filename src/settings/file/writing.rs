//! Settings written down.

use super::{ABOVE, CarriedLesson, MENTION_SPANS, SPANS, Span, key};
use crate::content::Slug;
use crate::settings::language::FOLLOW;
use crate::settings::{CareLine, Channels, Mentions, Setting, Settings, Topic};
use std::fmt::Write;
use toml::Value;

const HEAD: &str = "\
# The settings of one server. `/settings import` takes this file back, whole or not at all.
# Channels and roles stand here by Discord's ids; what is left out has its default.
";

/// Writes `settings`, every one of them, as TOML.
pub fn write(settings: &Settings) -> String {
    let mut file = File(HEAD.to_owned());
    let [answers, people, care, others @ ..] = ABOVE;
    file.choices(settings, answers);
    file.line("language", settings.language.name().unwrap_or(FOLLOW));
    file.choices(settings, people);
    file.choices(settings, care);
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
    file.ids("posts", settings.posts.iter().map(|channel| channel.0));
    for topic in others {
        file.choices(settings, topic);
    }

    file.table("channels");
    file.channels(&settings.channels);
    file.table("mentions");
    file.choices(settings, Topic::Mentions);
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

/// Writes what was taught, to stand below the settings.
pub fn write_lessons(lessons: &[CarriedLesson]) -> String {
    let mut file = File(String::new());
    for lesson in lessons {
        file.put(format_args!("\n[[lessons]]"));
        file.line("article", &lesson.article);
        file.line("section", &lesson.section);
        file.line("words", &lesson.words);
    }
    file.0
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

    /// The settings of a few values about `topic`.
    fn choices(&mut self, settings: &Settings, topic: Topic) {
        for setting in Setting::of(topic) {
            if let Some(value) = setting.held(settings) {
                self.line(key(setting), value.name());
            }
        }
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
