//! What people type and what they mean by it: short forms, slang and words that mean the same.

mod beside;
mod number;
mod orders;

pub use beside::{Beside, Besides};
pub use orders::{Gaps, Itself, Order, Orders};

use super::languages::Languages;
use super::mistake::{Mistake, Mistakes};
use super::reader::{self, At, Table};
use crate::text::words;
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// The author's word lists, which hold for every article (`words.toml`).
#[derive(Clone, Debug, Default)]
pub struct Words {
    short_forms: HashMap<String, Vec<String>>,
    concepts: Vec<Concept>,
    orders: Orders,
    besides: Besides,
    languages: Arc<Languages>,
    elsewhere: Arc<[String]>,
}

/// Several ways to say one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    /// Its name, for explanations.
    pub name: String,
    /// The ways, each a run of folded words.
    pub phrases: Vec<Vec<String>>,
}

impl Words {
    /// Reads `words.toml`.
    pub fn read(file: &Path, text: &str) -> (Words, Vec<Mistake>) {
        let mistakes = RefCell::new(Mistakes::new(file, text));
        let words = reader::read(&mistakes, text, |root| Words {
            short_forms: root
                .table("short_forms")
                .map(|table| short_forms(&table))
                .unwrap_or_default(),
            concepts: root
                .table("concepts")
                .map(|table| concepts(&table))
                .unwrap_or_default(),
            orders: root
                .table("orders")
                .map(|table| Orders::read_table(&table))
                .unwrap_or_default(),
            besides: root
                .table("beside")
                .map(|table| Besides::read_table(&table))
                .unwrap_or_default(),
            languages: Arc::default(),
            elsewhere: Arc::default(),
        });
        (words, mistakes.into_inner().into_vec())
    }

    /// The same words, where these `languages` are known.
    pub fn among(self, languages: Languages) -> Words {
        Words {
            languages: Arc::new(languages),
            ..self
        }
    }

    /// The same words, where people also type these `lines` (`elsewhere.toml`).
    pub fn beside_lines(self, lines: &[String]) -> Words {
        Words {
            elsewhere: lines.into(),
            ..self
        }
    }

    /// What people also type to a bot, whatever its articles are about.
    pub fn elsewhere(&self) -> &[String] {
        &self.elsewhere
    }

    /// The languages that we know when we meet them.
    pub fn languages(&self) -> &Arc<Languages> {
        &self.languages
    }

    /// What the short form `folded` stands for, if it is one.
    pub fn meaning(&self, folded: &str) -> Option<&[String]> {
        self.short_forms.get(folded).map(Vec::as_slice)
    }

    /// Every short form with what it stands for.
    pub fn short_forms(&self) -> impl Iterator<Item = (&str, &[String])> {
        let forms = self.short_forms.iter();
        forms.map(|(short, long)| (short.as_str(), long.as_slice()))
    }

    /// The ways to ask for a part by its number or name.
    pub fn orders(&self) -> &Orders {
        &self.orders
    }

    /// The ways to say beside a question what somebody else should hear.
    pub fn besides(&self) -> &Besides {
        &self.besides
    }

    /// The things that people say in several ways.
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }
}

/// `bf = "boyfriend"`: one typed word and what it stands for.
fn short_forms(table: &Table<'_, '_, '_>) -> HashMap<String, Vec<String>> {
    let mut forms = HashMap::new();
    for (short, long) in table.named_texts() {
        let mut typed = folded(&short.value);
        let meant = folded(&long.value);
        match typed.pop() {
            Some(word) if typed.is_empty() && !meant.is_empty() => {
                forms.insert(word, meant);
            }
            _ => table.mistake(
                short.at,
                format!(
                    "the short form `{}` is not one word with a meaning",
                    short.value
                ),
                "write word = \"what it stands for\"",
            ),
        }
    }
    forms
}

/// `quiet = ["goes silent", "radio silence"]`: a name and the ways to say it.
fn concepts(table: &Table<'_, '_, '_>) -> Vec<Concept> {
    let mut concepts = Vec::new();
    let mut owner: HashMap<Vec<String>, String> = HashMap::new();
    for (name, ways) in table.named_lists() {
        let mut phrases = Vec::new();
        for At { value, at } in ways {
            let phrase = folded(&value);
            match owner.get(&phrase) {
                _ if phrase.is_empty() => {
                    table.mistake(
                        at,
                        format!("\"{value}\" holds no word"),
                        "write words, or delete it",
                    );
                }
                Some(other) => table.mistake(
                    at,
                    format!(
                        "\"{value}\" stands under `{other}` and under `{}`",
                        name.value
                    ),
                    "keep it under one of them",
                ),
                None => {
                    owner.insert(phrase.clone(), name.value.clone());
                    phrases.push(phrase);
                }
            }
        }
        concepts.push(Concept {
            name: name.value,
            phrases,
        });
    }
    concepts
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Words, Vec<String>) {
        let (words, mistakes) = Words::read(Path::new("words.toml"), text);
        (words, mistakes.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_short_form_stands_for_its_words() {
        let (list, mistakes) = read("[short_forms]\nidk = \"I don't know\"\n");
        assert!(mistakes.is_empty(), "{mistakes:?}");
        let meant = ["i", "dont", "know"].map(str::to_owned);
        assert_eq!(list.meaning("idk"), Some(&meant[..]));
        assert_eq!(list.meaning("why"), None);
    }

    #[test]
    fn a_phrase_belongs_to_one_concept() {
        let (_, mistakes) =
            read("[concepts]\nsex = [\"hooked up\"]\nmet = [\"hooked up\", \"!\"]\n");
        assert_eq!(
            mistakes,
            [
                "words.toml:3: \"!\" holds no word; write words, or delete it",
                "words.toml:3: \"hooked up\" stands under `sex` and under `met`; keep it under one of them",
            ]
        );
    }
}
