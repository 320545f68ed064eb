//! Words and how often each is used.
//!
//! Whoever numbers words begins with the commonest: what is known of the words of a question then lies close together.

use super::interner::Interner;
use std::cmp::Reverse;

/// Words while they are counted.
#[derive(Debug, Default)]
pub struct Counted {
    words: Interner,
    counts: Vec<u32>,
}

impl Counted {
    /// Counts `word` so many times more.
    pub fn add(&mut self, word: &str, times: u32) {
        let number = self.words.intern(word) as usize;
        self.counts.resize(self.words.len(), 0);
        self.counts[number] += times;
    }

    /// Every word with its count, the commonest first; of two equally common ones that which came first.
    pub fn commonest(&self) -> impl Iterator<Item = (&str, u32)> {
        let mut words: Vec<(&str, u32)> = self
            .words
            .words()
            .zip(self.counts.iter().copied())
            .collect();
        words.sort_by_key(|(_, count)| Reverse(*count));
        words.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commonest_word_comes_first() {
        let mut words = Counted::default();
        for (word, times) in [("once", 1), ("thrice", 2), ("also", 1), ("thrice", 1)] {
            words.add(word, times);
        }
        let commonest: Vec<_> = words.commonest().collect();
        assert_eq!(commonest, [("thrice", 3), ("once", 1), ("also", 1)]);
    }
}
