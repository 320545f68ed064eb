//! What many labelled messages taught: how near a message is to those that need a person, and which need it is.
//!
//! A linear model, so every word's share can be told. What a word says by itself is added up when the program
//! starts: a question costs one look for each of its words and three for what stands beside it.

mod features;
mod fit;

use super::belief::likeliest;
use super::message::Token;
use super::said::Said;
use super::{Route, Whose};
use crate::learn::{Frozen, Interner};
use crate::text::{Span, Stemmer};
use features::{Stem, alone, stem, together};
use fit::Lessons;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::ops::Range;

/// What is answered at once: need or none, which route, whose.
const HEADS: usize = 1 + Route::ALL.len() + Whose::ALL.len();
const NEED: usize = 0;
const ROUTES: Range<usize> = 1..1 + Route::ALL.len();
const WHOSE: Range<usize> = ROUTES.end..HEADS;

/// The heads, and what a feature adds to the square of a message's length.
const COLUMNS: usize = HEADS + 1;
const SQUARE: usize = HEADS;

/// Shorter messages are left to the rules. In words.
const FEWEST: usize = 4;

/// At most so many words are named as those that spoke.
const SPOKE: usize = 5;

/// The learned part.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Learned {
    #[serde(skip, default = "english")]
    stemmer: Stemmer,
    /// Those that the reader remembers come first, with the same numbers.
    words: Interner,
    /// What we know of each word.
    known: Vec<Known>,
    features: Frozen<COLUMNS>,
    bias: [f32; COLUMNS],
}

/// Most of the examples are in English.
fn english() -> Stemmer {
    Stemmer::of("en")
}

/// A word that is remembered, or that some example uses.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Known {
    stem: Stem,
    says: Says,
    /// Whether enough examples use it to say anything of other messages.
    common: bool,
}

/// A word of a message, and what we know of it.
struct Word<'w> {
    token: &'w Token<'w>,
    known: Option<&'w Known>,
}

/// How much something speaks for each answer, and what it adds to the message's length; in steps.
type Says = [i32; COLUMNS];

fn add(sum: &mut Says, more: &Says) {
    sum.iter_mut()
        .zip(more)
        .for_each(|(sum, more)| *sum += more);
}

/// What the learned part thinks of a message.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opinion {
    /// The logarithm of the odds that it needs a person; even odds where the examples cannot tell.
    pub(super) need: f32,
    /// The likeliest need, if it has one.
    pub(super) route: Route,
    /// The likeliest need of somebody who is no child.
    pub(super) grown: Route,
    /// The likeliest person in need.
    pub(super) whose: Whose,
}

impl Learned {
    /// Learns from `said`, and from `calm` questions that need nobody; `read` makes sentences of a text, of whose words
    /// some are `remembered`.
    pub(super) fn from(
        said: &Said,
        calm: &[&str],
        remembered: &Interner,
        read: impl for<'t> Fn(&'t str) -> Vec<Vec<Token<'t>>>,
    ) -> Learned {
        let stemmer = english();
        let mut lessons = Lessons::new(&stemmer, remembered);
        for message in said.messages() {
            lessons.add(&stemmer, &read(&message.text), message.need);
        }
        for text in calm {
            lessons.add(&stemmer, &read(text), None);
        }
        lessons.learn(stemmer)
    }

    /// What it thinks of a message.
    pub(super) fn opinion(&self, sentences: &[Vec<Token<'_>>]) -> Opinion {
        let words = self.words(sentences);
        let mut all = Says::default();
        self.each(&words, |_, _, says| add(&mut all, says));
        let all = self.features.worth(&all);
        let length = all[SQUARE].sqrt().max(f32::MIN_POSITIVE);
        let mut scores = self.bias;
        for (score, says) in scores.iter_mut().zip(all) {
            *score += says / length;
        }
        if !understands(&words) {
            scores[NEED] = 0.0;
        }
        Opinion {
            need: scores[NEED],
            route: likeliest(&Route::ALL, &scores[ROUTES], |_| true),
            grown: likeliest(&Route::ALL, &scores[ROUTES], |route| route != Route::Minor),
            whose: likeliest(&Whose::ALL, &scores[WHOSE], |_| true),
        }
    }

    /// The words that spoke loudest for a need, in their order.
    pub(super) fn spoke(&self, sentences: &[Vec<Token<'_>>]) -> Vec<Span> {
        let words = self.words(sentences);
        let mut loud: Vec<(i32, usize)> = (0..words.len()).map(|at| (0, at)).collect();
        self.each(&words, |first, last, says| {
            loud[first].0 += says[NEED];
            if last != first {
                loud[last].0 += says[NEED];
            }
        });
        loud.sort_by_key(|(said, _)| Reverse(*said));
        loud.truncate(SPOKE);
        loud.sort_by_key(|(_, at)| *at);
        let mut spans: Vec<Span> = loud.iter().map(|(_, at)| words[*at].token.span).collect();
        spans.dedup();
        spans
    }

    /// The words of a message.
    fn words<'w>(&'w self, sentences: &'w [Vec<Token<'w>>]) -> Vec<Word<'w>> {
        let mut words = Vec::with_capacity(sentences.iter().map(Vec::len).sum());
        words.extend(sentences.iter().flatten().map(|token| Word {
            token,
            known: self.known(token),
        }));
        words
    }

    fn known(&self, token: &Token<'_>) -> Option<&Known> {
        let number = token.remembered.or_else(|| self.words.number(&token.word));
        Some(&self.known[number? as usize])
    }

    /// Every feature of a message, with the positions of its first and its last word.
    fn each(&self, words: &[Word<'_>], mut each: impl FnMut(usize, usize, &Says)) {
        let mut stems = Vec::with_capacity(words.len());
        let mut strange = Vec::new();
        for (at, Word { token, known }) in words.iter().enumerate() {
            if let Some(known) = known {
                stems.push(known.stem);
                each(at, at, &known.says);
                continue;
            }
            let stem = stem(&self.stemmer, &token.word);
            stems.push(stem);
            strange.clear();
            alone(&token.word, stem, &mut strange);
            let found = strange.iter().filter_map(|hash| self.features.get(*hash));
            found.for_each(|says| each(at, at, &says));
        }
        together(&stems, |first, last, hash| {
            let says = self.features.get(hash);
            says.inspect(|says| each(first, last, says)).is_some()
        });
    }
}

/// Whether there are enough words, two of them different, and half of all are common in the examples. In fewer words the
/// rules know what to look for ("section 16" is no age); one word over and over says nothing by its number; and of a
/// language that no example is in, the letters would say anything.
fn understands(words: &[Word<'_>]) -> bool {
    let common = |word: &&Word<'_>| word.known.is_some_and(|known| known.common);
    let different = |word: &Word<'_>| word.token.word != words[0].token.word;
    words.len() >= FEWEST
        && words.iter().any(different)
        && 2 * words.iter().filter(common).count() >= words.len()
}
