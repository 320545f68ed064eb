//! Several ways to say one thing, found in a text.

use super::dictionary::{Dictionary, Stem};
use super::token::Token;
use crate::content::Words;
use crate::text::{ByHash, terms};

/// Every phrase of the author's concepts, a tree of stems.
#[derive(Clone, Debug)]
pub(super) struct Concepts {
    /// Where a stem leads from a place in the tree.
    steps: ByHash<u32>,
    /// The concept of the phrase that ends at each place.
    ends: Vec<Option<u32>>,
}

/// Where every phrase begins.
const ROOT: u32 = 0;

impl Concepts {
    /// The concepts of `words`, whose words `dictionary` learns.
    pub(super) fn new(words: &Words, dictionary: &mut Dictionary) -> Concepts {
        let mut concepts = Concepts {
            steps: ByHash::default(),
            ends: vec![None],
        };
        for (number, concept) in (0..).zip(words.concepts()) {
            for phrase in &concept.phrases {
                concepts.add(number, phrase, dictionary);
            }
        }
        concepts
    }

    fn add(&mut self, number: u32, phrase: &[String], dictionary: &mut Dictionary) {
        let mut place = ROOT;
        for (term, _) in phrase.iter().flat_map(|word| terms(word)) {
            let known = dictionary.learn(&term);
            let fresh = u32::try_from(self.ends.len()).expect("fewer places than numbers");
            place = *self
                .steps
                .entry(step(place, dictionary.stem(known)))
                .or_insert(fresh);
            if place == fresh {
                self.ends.push(None);
            }
        }
        self.ends[place as usize].get_or_insert(number);
    }

    /// The concepts that `tokens` speak of, in order: at each word the longest phrase that begins there,
    /// and none inside it.
    pub(super) fn found(&self, tokens: &[Token]) -> impl Iterator<Item = u32> {
        let mut rest = tokens;
        std::iter::from_fn(move || {
            while !rest.is_empty() {
                let (width, number) = self.longest(rest);
                rest = &rest[width..];
                if number.is_some() {
                    return number;
                }
            }
            None
        })
    }

    /// The longest phrase that begins with `tokens`, and its width; one word if there is none.
    fn longest(&self, tokens: &[Token]) -> (usize, Option<u32>) {
        let mut longest = (1, None);
        let mut place = ROOT;
        for (width, token) in (1..).zip(tokens) {
            let next = token
                .stem
                .and_then(|stem| self.steps.get(&step(place, stem)));
            let Some(&next) = next else { break };
            place = next;
            if let Some(number) = self.ends[place as usize] {
                longest = (width, Some(number));
            }
        }
        longest
    }
}

fn step(place: u32, stem: Stem) -> u64 {
    u64::from(place) << 32 | u64::from(stem)
}

#[cfg(test)]
mod tests {
    use super::super::query::Reader;
    use super::*;
    use std::path::Path;

    #[test]
    fn the_longest_phrase_counts_and_hides_what_is_inside_it() {
        let list = "[concepts]\ntalk = ['talk']\nquiet = ['stopped talking']\n";
        let (words, _) = Words::read(Path::new("words.toml"), list);
        let reader = Reader::new("en", &words);
        let read = |text: &str| -> Vec<u32> {
            reader.concepts().found(&reader.read(text).tokens).collect()
        };
        assert_eq!(read("he stopped talking, we talk"), [1, 0]);
        assert!(read("nothing").is_empty());
    }
}
