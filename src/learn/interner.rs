//! Words, numbered in the order in which they come.
//!
//! Thousands of them lie end to end in one text, and the table that finds them holds their numbers: a word costs its
//! letters and ten bytes. As a map from boxed words each cost ten times as much.

use crate::text::Fnv;
use serde::{Deserialize, Serialize};
use std::hash::Hasher;

/// A slot of the table that holds no number.
const FREE: u32 = u32::MAX;

/// Words and their numbers.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Interner {
    text: String,
    /// Where each word ends.
    ends: Vec<u32>,
    /// Numbers, each in the first slot that was free from where its word's hash points. A power of two of them, or none.
    slots: Vec<u32>,
}

impl Interner {
    /// The number of `word`, which is noted if it is new.
    ///
    /// # Panics
    ///
    /// If all words together reach four gigabytes.
    pub fn intern(&mut self, word: &str) -> u32 {
        // A third stays free, so that what is not there is soon known not to be.
        if 3 * self.len() >= 2 * self.slots.len() {
            self.grow();
        }
        let slot = self.slot(word);
        if self.slots[slot] == FREE {
            self.slots[slot] = self.len() as u32;
            self.text.push_str(word);
            self.ends
                .push(u32::try_from(self.text.len()).expect("less text than four gigabytes"));
        }
        self.slots[slot]
    }

    /// The number of `word`, if it was noted.
    pub fn number(&self, word: &str) -> Option<u32> {
        let slot = *self.slots.get(self.slot(word))?;
        (slot != FREE).then_some(slot)
    }

    /// The word with this number.
    pub fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[number] as usize]
    }

    /// Every word, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        (0..self.len() as u32).map(|number| self.word(number))
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The slot that holds the number of `word` or, if it was never noted, would hold it.
    fn slot(&self, word: &str) -> usize {
        let last = self.slots.len().wrapping_sub(1);
        let mut hash = Fnv::default();
        hash.write(word.as_bytes());
        let mut slot = hash.finish() as usize & last;
        while let Some(&number) = self.slots.get(slot) {
            if number == FREE || self.word(number) == word {
                break;
            }
            slot = (slot + 1) & last;
        }
        slot
    }

    fn grow(&mut self) {
        let twice = (2 * self.slots.len()).max(8);
        self.slots.clear();
        self.slots.resize(twice, FREE);
        for number in 0..self.len() as u32 {
            let slot = self.slot(self.word(number));
            self.slots[slot] = number;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_one_number_and_each_number_its_word() {
        let mut interner = Interner::default();
        assert_eq!(interner.number("w1"), None);
        let words: Vec<String> = (0..1000).map(|n| format!("w{n}")).collect();
        for _ in 0..2 {
            for (number, word) in (0..).zip(&words) {
                assert_eq!(interner.intern(word), number);
                assert_eq!(interner.number(word), Some(number));
                assert_eq!(interner.word(number), word);
            }
        }
        assert_eq!(interner.len(), words.len());
        assert!(interner.words().eq(&words));
        assert_eq!(interner.number("w"), None);
        assert_eq!(interner.number(""), None);
    }
}
