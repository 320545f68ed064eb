//! What commands and their options are called, in every language that Discord and we both speak.

use crate::bot::Knowledge;
use crate::content::Phrases;
use crate::content::phrases::FIRST_LANGUAGE;
use serde_json::{Map, Value, json};

/// Puts our sentences into commands.
#[derive(Clone, Copy)]
pub(super) struct Wording<'p> {
    phrases: &'p Phrases,
}

impl<'p> Wording<'p> {
    pub(super) fn new(phrases: &'p Phrases) -> Wording<'p> {
        Wording { phrases }
    }

    /// `command`, or an option of one, described by the sentence `key` and, where a language has a
    /// name of its own for it, called by `key-name`.
    pub(super) fn put(self, key: &str, mut command: Value) -> Value {
        command["description"] = json!(self.phrases.say(FIRST_LANGUAGE, key, &[]));
        self.localize(&mut command, "description_localizations", key);
        self.localize(&mut command, "name_localizations", &format!("{key}-name"));
        command
    }

    /// `command`, which a menu lists by its name alone, called by the sentence `key`.
    pub(super) fn put_name(self, key: &str, mut command: Value) -> Value {
        self.localize(&mut command, "name_localizations", key);
        command
    }

    /// A choice of an option, called by the sentence `key`.
    pub(super) fn choice(self, key: &str, value: &str) -> Value {
        let name = self.phrases.say(FIRST_LANGUAGE, key, &[]);
        let mut choice = json!({ "name": name, "value": value });
        self.localize(&mut choice, "name_localizations", key);
        choice
    }

    /// What the language `tag` calls itself or, if it is none of ours, what it is called in English.
    pub(super) fn language(self, knowledge: &Knowledge, tag: &str) -> String {
        let own = format!("language-{}", tag.to_lowercase());
        match self.phrases.has(FIRST_LANGUAGE, &own) {
            true => self.phrases.say(FIRST_LANGUAGE, &own, &[]),
            false => {
                let known = knowledge.languages.known(tag);
                known.map_or_else(|| tag.to_owned(), |known| known.name.clone())
            }
        }
    }

    fn localize(self, command: &mut Value, field: &str, key: &str) {
        let mut said = Map::new();
        // What Discord calls no language of its own says the first.
        let others = self
            .phrases
            .heads()
            .filter(|head| head.tag != FIRST_LANGUAGE);
        for head in others.filter(|head| self.phrases.has(&head.tag, key)) {
            let words = self.phrases.say(&head.tag, key, &[]);
            let locales = head.locales.iter();
            said.extend(locales.map(|locale| (locale.clone(), json!(words))));
        }
        if !said.is_empty() {
            command[field] = Value::Object(said);
        }
    }
}
