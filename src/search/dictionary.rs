//! Every word we know, numbered, with its stem.

use super::stop::is_stop_word;
use crate::learn::ByWord;
use crate::text::Stemmer;

/// The number of a word.
pub(super) type Known = u32;

/// The number of a stem.
pub(super) type Stem = u32;

/// The words of articles, examples and word lists.
#[derive(Clone, Debug)]
pub(super) struct Dictionary {
    stemmer: Stemmer,
    numbers: ByWord<Known>,
    stems: ByWord<Stem>,
    words: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    word: Box<str>,
    stem: Stem,
    matters: bool,
}

impl Dictionary {
    /// A dictionary without words, for a language.
    pub(super) fn new(language: &str) -> Dictionary {
        Dictionary {
            stemmer: Stemmer::of(language),
            numbers: ByWord::default(),
            stems: ByWord::default(),
            words: Vec::new(),
        }
    }

    /// The number of `word`, which is noted if it is new.
    pub(super) fn learn(&mut self, word: &str) -> Known {
        if let Some(&known) = self.numbers.get(word) {
            return known;
        }
        let known = Known::try_from(self.words.len()).expect("fewer words than numbers");
        let stem = self.stemmer.stem(word);
        let next = Stem::try_from(self.stems.len()).expect("fewer stems than words");
        let stem = *self.stems.entry(stem.into()).or_insert(next);
        self.words.push(Entry {
            word: word.into(),
            stem,
            matters: !is_stop_word(word),
        });
        self.numbers.insert(word.into(), known);
        known
    }

    /// The number of `word`, if we know it.
    pub(super) fn number(&self, word: &str) -> Option<Known> {
        self.numbers.get(word).copied()
    }

    /// The word with this number.
    pub(super) fn word(&self, known: Known) -> &str {
        &self.words[known as usize].word
    }

    /// Its stem.
    pub(super) fn stem(&self, known: Known) -> Stem {
        self.words[known as usize].stem
    }

    /// Whether it carries matter; else it carries grammar.
    pub(super) fn matters(&self, known: Known) -> bool {
        self.words[known as usize].matters
    }

    /// The stem of a word that we do not know, if another word has it.
    pub(super) fn stem_of_strange(&self, word: &str) -> Option<Stem> {
        self.stems.get(&*self.stemmer.stem(word)).copied()
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
