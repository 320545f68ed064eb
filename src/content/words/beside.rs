//! What people say beside their question that somebody else than an article should hear.

use crate::content::reader::Table;
use crate::text::words;
use std::collections::HashMap;

/// What is said beside a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// That nobody is there to talk to.
    Company,
    /// What only a doctor or a clinic can tell.
    Clinic,
    /// Words that could hurt somebody in need: nobody puts them on a card.
    Harm,
}

/// Every way to say so.
#[derive(Clone, Debug, Default)]
pub struct Besides {
    /// The phrases, in folded words, by their first.
    ways: HashMap<String, Vec<(Beside, Vec<String>)>>,
}

impl Besides {
    /// Reads the table `[beside]`.
    pub(super) fn read_table(table: &Table<'_, '_, '_>) -> Besides {
        let mut besides = Besides::default();
        let kinds = [
            ("company", Beside::Company),
            ("clinic", Beside::Clinic),
            ("harm", Beside::Harm),
        ];
        for (key, beside) in kinds {
            for way in table.texts(key) {
                besides.add(beside, folded(&way.value));
            }
        }
        table.end();
        besides
    }

    fn add(&mut self, beside: Beside, phrase: Vec<String>) {
        if let Some(first) = phrase.first() {
            let ways = self.ways.entry(first.clone()).or_default();
            ways.push((beside, phrase));
        }
    }

    /// Everything of the kind that `message` says, in its order.
    pub fn read(&self, message: &str) -> Vec<Beside> {
        let said = folded(message);
        let at = |at: usize| {
            let said = &said[at..];
            let ways = self.ways.get(&said[0])?;
            let way = ways.iter().find(|(_, phrase)| said.starts_with(phrase))?;
            Some(way.0)
        };
        (0..said.len()).filter_map(at).collect()
    }
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}
