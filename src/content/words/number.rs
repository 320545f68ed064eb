//! A number as people type it: `7`, `7th`, or any of the words that the author lists for it.

use crate::content::reader::Table;
use crate::text::words;
use std::collections::HashMap;

/// The words that are numbers, folded.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers(HashMap<String, u32>);

impl Numbers {
    /// Reads the list `numbers`: each line holds every word for one number, from one on.
    pub(super) fn read_table(table: &Table<'_, '_, '_>) -> Numbers {
        let mut numbers = HashMap::new();
        for (number, line) in (1..).zip(table.texts("numbers")) {
            for word in words(&line.value) {
                numbers.insert(word.folded, number);
            }
        }
        Numbers(numbers)
    }

    /// The number that the folded `word` is.
    pub(super) fn of(&self, word: &str) -> Option<u32> {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        digits.parse().ok().or_else(|| self.0.get(word).copied())
    }
}
