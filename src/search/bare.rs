//! Messages of too little to search for: a word of grammar alone, one letter.

use super::Index;
use super::query::Token;
use super::stop::{asks, names_nothing};
use crate::text::typed;

/// A pair of words of grammar may lead to a question; three of them may be one: "what are we".
const FEW: usize = 2;

/// A longer message names something. In words.
const LONGEST: usize = 8;

impl Index {
    /// Whether `question` names nothing that could be searched for in an article in `language`. What people were seen
    /// to ask in so many words is a question all the same.
    pub fn is_bare(&self, question: &str, language: &str) -> bool {
        if typed(question).nth(LONGEST).is_some() {
            return false;
        }
        if typed(question).all(|(word, _)| is_letter(&word)) {
            return true;
        }
        // The commonest English words hold some that carry matter; those that do not have a list of their own.
        let languages = self.reader.languages();
        let is_common =
            |word: &str| !language.starts_with("en") && languages.is_common(word, language);
        let query = self.reader.read(question);
        let mut words: Vec<&str> = query.tokens.iter().map(|it| self.reader.word(it)).collect();
        words.sort_unstable();
        words.dedup();
        let is_asked = words.len() > 1 && words.iter().any(|word| asks(word));
        let grammar = |token: &Token| {
            let word = self.reader.word(token);
            !self.reader.matters(token) || names_nothing(word) || is_common(word)
        };
        words.len() <= FEW
            && !is_asked
            && query.tokens.iter().all(grammar)
            && !self.examples().any(|known| is_same(known, question))
    }
}

/// A letter of an alphabet; in other scripts one sign is a word.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters
        .next()
        .filter(|c| c.is_alphabetic() && *c < FIRST_SYLLABLE);
    first.is_some() && letters.next().is_none()
}

/// The alphabets (Latin to Arabic) come before the scripts that write syllables and words.
const FIRST_SYLLABLE: char = '\u{900}';

fn is_same(one: &str, other: &str) -> bool {
    let words = |text| typed(text).map(|(word, _)| word);
    words(one).eq(words(other))
}
