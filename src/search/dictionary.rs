//! Every word we know, numbered, with its stem.

use super::stop::StopWords;
use crate::learn::Interner;
use crate::text::Stemmer;

/// The number of a word.
pub(super) type Known = u32;

/// The number of a stem.
pub(super) type Stem = u32;

/// The words of articles, examples and word lists.
#[derive(Clone, Debug)]
pub(super) struct Dictionary {
    stemmer: Stemmer,
    grammar: StopWords,
    words: Interner,
    stems: Interner,
    /// What we know of each word.
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    stem: Stem,
    matters: bool,
}

impl Dictionary {
    /// A dictionary without words, for a language.
    pub(super) fn new(language: &str) -> Dictionary {
        Dictionary {
            stemmer: Stemmer::of(language),
            grammar: StopWords::of(language),
            words: Interner::default(),
            stems: Interner::default(),
            entries: Vec::new(),
        }
    }

    /// The number of `word`, which is noted if it is new.
    pub(super) fn learn(&mut self, word: &str) -> Known {
        let known = self.words.intern(word);
        if self.entries.len() < self.words.len() {
            self.entries.push(Entry {
                stem: self.stems.intern(&self.stemmer.stem(word)),
                matters: !self.grammar.hold(word),
            });
        }
        known
    }

    /// The number of `word`, if we know it.
    pub(super) fn number(&self, word: &str) -> Option<Known> {
        self.words.number(word)
    }

    /// The word with this number.
    pub(super) fn word(&self, known: Known) -> &str {
        self.words.word(known)
    }

    /// Its stem.
    pub(super) fn stem(&self, known: Known) -> Stem {
        self.entries[known as usize].stem
    }

    /// Whether it carries matter; else it carries grammar.
    pub(super) fn matters(&self, known: Known) -> bool {
        self.entries[known as usize].matters
    }

    /// Whether a word that we do not know carries matter.
    pub(super) fn strange_matters(&self, word: &str) -> bool {
        !self.grammar.hold(word)
    }

    /// The stem of a word that we do not know, if another word has it.
    pub(super) fn stem_of_strange(&self, word: &str) -> Option<Stem> {
        self.stems.number(&self.stemmer.stem(word))
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_stem_meet_and_strangers_find_it() {
        let mut dictionary = Dictionary::new("en");
        let [one, other] = ["withdraws", "withdrawing"].map(|word| dictionary.learn(word));
        assert_ne!(one, other);
        assert_eq!(dictionary.learn("withdraws"), one);
        assert_eq!(dictionary.stem(one), dictionary.stem(other));
        assert_eq!(dictionary.word(other), "withdrawing");
        let strange = dictionary.stem_of_strange("withdraw");
        assert_eq!(strange, Some(dictionary.stem(one)));
        assert_eq!(dictionary.stem_of_strange("quantum"), None);
    }
}
