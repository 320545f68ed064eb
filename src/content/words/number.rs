//! A number as people type it: `7`, `7th`, or any of the words that the author lists for it.

use crate::content::reader::Table;
use crate::text::words;
use std::collections::HashMap;

/// The words that are numbers, folded.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers(HashMap<Vec<String>, u32>);

/// "kumi na moja" is eleven: no number below twenty takes more words.
const MOST_WORDS: usize = 3;

impl Numbers {
    /// Reads the list `numbers`: each line holds every name of one number, from one on; a name of several words has hyphens
    /// between them.
    pub(super) fn read_table(table: &Table<'_, '_, '_>) -> Numbers {
        let mut numbers = HashMap::new();
        for (number, line) in (1..).zip(table.texts("numbers")) {
            for name in line.value.split_whitespace() {
                let name = words(name).into_iter().map(|word| word.folded);
                numbers.insert(name.collect(), number);
            }
        }
        Numbers(numbers)
    }

    /// The numbers that the folded words `typed` begin with, each with how many words it takes; the longest first.
    pub(super) fn at(&self, typed: &[String]) -> impl Iterator<Item = (u32, usize)> {
        let widths = (1..=MOST_WORDS.min(typed.len())).rev();
        widths.filter_map(move |width| Some((self.named(&typed[..width])?, width)))
    }

    fn named(&self, name: &[String]) -> Option<u32> {
        let digits = || match name {
            [word] => word
                .trim_end_matches(|c: char| c.is_ascii_alphabetic())
                .parse()
                .ok(),
            _ => None,
        };
        self.0.get(name).copied().or_else(digits)
    }
}
