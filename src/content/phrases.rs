//! Every sentence the bot says that is not the article's: `phrases/*.ftl`.

mod head;
mod sentences;

pub use head::{Head, LanguageName};
pub use sentences::sentences;

use super::mistake::{Mistake, Mistakes};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue;

/// The language that every sentence is written in first.
pub const FIRST_LANGUAGE: &str = "en";

/// The bot's own sentences, in every language it speaks.
pub struct Phrases {
    languages: Vec<Language>,
}

struct Language {
    head: Head,
    bundle: FluentBundle<FluentResource>,
}

impl Phrases {
    /// No sentences yet.
    pub fn none() -> Phrases {
        Phrases {
            languages: Vec::new(),
        }
    }

    /// Adds the sentences of one file, named after its language: `en.ftl`, `pt-BR.ftl`.
    pub fn add(&mut self, file: &Path, text: &str) -> Vec<Mistake> {
        let mut mistakes = Mistakes::new(file, text);
        let tag = file.file_stem().unwrap_or_default().to_string_lossy();
        let Ok(language) = tag.parse::<LanguageIdentifier>() else {
            mistakes.at(
                0,
                format!("`{tag}` is no language tag"),
                "name the file after a language: en.ftl, pt-BR.ftl",
            );
            return mistakes.into_vec();
        };
        let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        for error in errors {
            mistakes.at(
                error.pos.start,
                format!("not Fluent: {}", error.kind),
                "write `name = sentence`",
            );
        }
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The signs that keep right-to-left values apart would be printed into messages and snapshots.
        bundle.set_use_isolating(false);
        if let Err(errors) = bundle.add_resource(resource) {
            for error in errors {
                mistakes.at(0, overridden(&error), "keep one sentence under each name");
            }
        }
        match Head::read(&tag, &bundle) {
            Ok(head) => self.languages.push(Language { head, bundle }),
            Err((what, instead)) => mistakes.at(0, what, instead),
        }
        mistakes.into_vec()
    }

    /// What `text`, the sentences of one file, holds that nobody says and what it lacks: its head, and in the first
    /// language any sentence.
    pub fn unsaid(file: &Path, text: &str) -> Vec<Mistake> {
        let mut mistakes = Mistakes::new(file, text);
        let mut there = BTreeSet::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if let Some(name) = sentences::name(line) {
                there.insert(name);
                if !sentences().any(|known| known == name) {
                    let what = format!("nobody says `{name}`");
                    mistakes.at(
                        at,
                        what,
                        "delete it, or write its name as the other languages do",
                    );
                }
            }
            at += line.len();
        }
        let first = file.file_stem().is_some_and(|tag| tag == FIRST_LANGUAGE);
        let needed = |name: &&str| first || *name == head::SENTENCE;
        for name in sentences().filter(|name| needed(name) && !there.contains(name)) {
            let what = format!("there is no sentence `{name}`");
            mistakes.at(0, what, format!("write `{name} = …`"));
        }
        mistakes.into_vec()
    }

    /// The sentences that `text`, the file of another language than the first, leaves to that one, if any.
    pub fn left_to_others(file: &Path, text: &str) -> Option<Mistake> {
        let there: BTreeSet<&str> = text.lines().filter_map(sentences::name).collect();
        let missing: Vec<&str> = sentences().filter(|name| !there.contains(name)).collect();
        let names = missing.join("`, `");
        let mut told = Mistakes::new(file, text);
        told.at(
            0,
            format!("said in another language, for want of a sentence here: `{names}`"),
            "write them, each as `name = …`",
        );
        told.into_vec().pop().filter(|_| !missing.is_empty())
    }

    /// The language tags there are sentences for.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.heads().map(|head| head.tag.as_str())
    }

    /// What the languages there are sentences for are called.
    pub fn heads(&self) -> impl Iterator<Item = &Head> {
        self.languages.iter().map(|language| &language.head)
    }

    /// The same in their order in a menu.
    pub fn menu(&self) -> Vec<&Head> {
        let mut heads: Vec<&Head> = self.heads().collect();
        heads.sort_by_key(|head| (head.place, &head.tag));
        heads
    }

    /// The language in which a sentence for `language` is said, as a tag: itself or the nearest there is.
    pub fn spoken(&self, language: &str) -> &str {
        let known = || self.languages.iter();
        let same = known().find(|known| known.head.tag == language);
        let alike = || known().find(|known| tongue(&known.head.tag) == tongue(language));
        same.or_else(alike)
            .map_or(FIRST_LANGUAGE, |known| &known.head.tag)
    }

    /// Whether `language` has its own sentence `name`.
    pub fn has(&self, language: &str, name: &str) -> bool {
        self.languages
            .iter()
            .any(|known| known.head.tag == language && known.bundle.has_message(name))
    }

    /// The sentence `name` in `language`, or in the nearest language that has it, with `values` put in.
    pub fn say(&self, language: &str, name: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        for bundle in self.nearest(language) {
            let Some(pattern) = bundle.get_message(name).and_then(|found| found.value()) else {
                continue;
            };
            let mut args = FluentArgs::with_capacity(values.len());
            for (key, value) in values {
                args.set(*key, value.clone());
            }
            let mut errors = Vec::new();
            return bundle
                .format_pattern(pattern, Some(&args), &mut errors)
                .into_owned();
        }
        debug_assert!(self.languages.is_empty(), "there is no sentence `{name}`");
        name.to_owned()
    }

    /// The bundles to try for `language`: itself, another of the same tongue, the first language.
    fn nearest<'p>(
        &'p self,
        language: &'p str,
    ) -> impl Iterator<Item = &'p FluentBundle<FluentResource>> {
        let same = move |known: &&Language| known.head.tag == language;
        let alike = move |known: &&Language| tongue(&known.head.tag) == tongue(language);
        let first = |known: &&Language| known.head.tag == FIRST_LANGUAGE;
        let all = || self.languages.iter();
        all()
            .filter(same)
            .chain(all().filter(alike))
            .chain(all().filter(first))
            .map(|known| &known.bundle)
    }
}

impl fmt::Debug for Phrases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.languages()).finish()
    }
}

/// A language without what is said of its country: `pt` of `pt-BR`.
pub fn tongue(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

fn overridden(error: &FluentError) -> String {
    match error {
        FluentError::Overriding { id, .. } => format!("`{id}` stands twice"),
        other => format!("not Fluent: {other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_said_in_the_nearest_language() {
        let mut phrases = Phrases::none();
        assert!(
            phrases
                .add(Path::new("en.ftl"), "hi = Hello, { $name }.\nbye = Bye.\n")
                .is_empty()
        );
        assert!(
            phrases
                .add(Path::new("pt-BR.ftl"), "hi = Olá, { $name }.\n")
                .is_empty()
        );
        let say = |language, name| phrases.say(language, name, &[("name", "Ann".into())]);
        assert_eq!(say("pt-BR", "hi"), "Olá, Ann.");
        assert_eq!(say("pt-PT", "hi"), "Olá, Ann.");
        assert_eq!(say("pt-BR", "bye"), "Bye.");
        assert_eq!(say("ja", "hi"), "Hello, Ann.");
    }

    #[test]
    fn a_broken_file_names_its_line() {
        let mut phrases = Phrases::none();
        let found = phrases.add(Path::new("en.ftl"), "a = A\n\n= B\na = C\n");
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(
            found.iter().any(|m| m.starts_with("en.ftl:3: not Fluent")),
            "{found:?}"
        );
        assert!(
            found.iter().any(|m| m.contains("`a` stands twice")),
            "{found:?}"
        );
    }
}
