//! What the words of `helplines.toml` are in other languages: `lines.fr.toml`, a line each.

use crate::content::reader;
use crate::content::{Mistake, Mistakes, Text};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// By language, what was written and how it is said there.
#[derive(Clone, Debug, Default)]
pub(super) struct Terms(HashMap<String, HashMap<String, String>>);

impl Terms {
    /// Reads every file; whatever is not among what is `said` is a mistake.
    pub(super) fn read(files: &[Text], said: &BTreeSet<&str>) -> (Terms, Vec<Mistake>) {
        let mut all = Vec::new();
        let mut terms = Terms::default();
        for file in files {
            let (language, mistakes) = (
                file.language(),
                RefCell::new(Mistakes::new(&file.file, &file.content)),
            );
            let read = reader::read(&mistakes, &file.content, |root| {
                let texts = root.named_texts().into_iter();
                let known = texts.filter(|(words, _)| {
                    let known = said.contains(words.value.as_str());
                    if !known {
                        let what = format!("nothing in helplines.toml says \"{}\"", words.value);
                        root.mistake(words.at, what, "write it as it stands there, or delete it");
                    }
                    known
                });
                known
                    .map(|(words, other)| (words.value, other.value))
                    .collect()
            });
            terms.0.insert(language.to_owned(), read);
            all.extend(mistakes.into_inner().into_vec());
        }
        (terms, all)
    }

    /// `words` in `language`, or as they are.
    pub(super) fn say<'t>(&'t self, language: &str, words: &'t str) -> &'t str {
        let terms = self.0.get(language);
        let found = terms.and_then(|terms| terms.get(words));
        found.map_or(words, String::as_str)
    }

    /// Whether `language` has its own for `words`.
    pub(super) fn knows(&self, language: &str, words: &str) -> bool {
        let terms = self.0.get(language);
        terms.is_some_and(|terms| terms.contains_key(words))
    }
}
