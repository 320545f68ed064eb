//! What the linear model looks at in a text.

use super::concepts::Concepts;
use super::dictionary::{Dictionary, Known, Stem};
use super::query::{Meaning, Reader, Token};
use crate::learn::{Keys, Numbers, Rows};
use crate::text::Fnv;
use serde::{Deserialize, Serialize};

/// Character n-grams this long tell misspelt and inflected words apart. Three to five characters of one
/// word, with its borders, measured as well as n-grams across words and needs half the features.
const GRAMS: std::ops::RangeInclusive<usize> = 3..=5;

/// A feature that only one example has says nothing about other questions.
const SEEN_FROM: u32 = 2;

/// A word has twenty n-grams and one stem. At full weight they drown it: cross-validated over the examples, right
/// first 0.770 at 1, 0.780 at 0.5, 0.786 at 0.25; below a half, words that are misspelt find less.
const GRAM: f32 = 0.5;

/// A concept stands for what an author knows to be one thing: at 2.5 the right section is in the first three for 0.919
/// instead of 0.915.
const CONCEPT: f32 = 2.5;

/// Pairs of stems stand side by side or have one word between them: right first 0.780 instead of 0.772.
const REACH: usize = 2;

/// The features that examples share, numbered, with how rare each is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Vocabulary {
    numbers: Keys,
    /// How much each feature weighs: the weight of its kind, and how rare it is.
    weights: Vec<f32>,
    highest_rarity: f32,
}

/// Texts as the model learns from them.
#[derive(Debug)]
pub(super) struct Texts {
    /// One row of features a text.
    pub(super) vectors: Rows<(u32, f32)>,
    /// What each word of the dictionary has by itself.
    pub(super) words: Rows<u32>,
}

/// Features while they are counted.
#[derive(Default)]
struct Count {
    numbers: Numbers,
    /// The weight of each one's kind.
    kinds: Vec<f32>,
    /// What each word of the dictionary has by itself.
    words: Rows<u32>,
}

/// Features by number, and how often each counts.
type Row = Vec<(u32, f32)>;

impl Vocabulary {
    /// Numbers the features that at least [`SEEN_FROM`] of `texts` have.
    pub(super) fn of<'t>(
        reader: &Reader,
        texts: impl Iterator<Item = &'t str>,
    ) -> (Vocabulary, Texts) {
        let mut count = Count::of_words(reader.dictionary());
        let mut rows = Rows::new();
        for text in texts {
            rows.push(count.features(reader, text));
        }
        let (vocabulary, words, places) = count.keep_shared(&rows);
        let mut vectors = Rows::new();
        for row in rows.iter() {
            let row = row.iter();
            let row = row.filter_map(|(at, times)| Some((places[*at as usize]?, *times)));
            vectors.push(vocabulary.vector(row.collect()));
        }
        (vocabulary, Texts { vectors, words })
    }

    /// The number of `feature`, if examples share it.
    pub(super) fn number(&self, feature: u64) -> Option<u32> {
        self.numbers.place(feature)
    }

    /// How much the feature of this number weighs.
    pub(super) fn weight(&self, number: u32) -> f32 {
        self.weights[number as usize]
    }

    /// How much `feature` weighs, if examples share it.
    pub(super) fn weight_of(&self, feature: u64) -> Option<f32> {
        self.number(feature).map(|number| self.weight(number))
    }

    /// How rare a feature is that a single example has.
    pub(super) fn highest_rarity(&self) -> f32 {
        self.highest_rarity
    }

    /// How many features there are.
    pub(super) fn len(&self) -> usize {
        self.weights.len()
    }

    /// `row` as a vector of length one, each feature weighed by its kind and its rarity. What several words have counts
    /// for each by itself, in the length too: so a word says the same wherever it stands, and can be added up before.
    fn vector(&self, mut row: Row) -> Row {
        row.sort_unstable_by_key(|(feature, _)| *feature);
        let squares = row
            .iter()
            .map(|(feature, times)| (times * self.weight(*feature)).powi(2));
        let length = squares.sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        let uses = row.chunk_by(|a, b| a.0 == b.0);
        let vector = uses.map(|uses| {
            let times: f32 = uses.iter().map(|(_, times)| times).sum();
            (uses[0].0, times * self.weight(uses[0].0) / length)
        });
        vector.collect()
    }
}

impl Count {
    /// Every feature that a word of `dictionary` has by itself.
    fn of_words(dictionary: &Dictionary) -> Count {
        let mut count = Count::default();
        for known in 0..dictionary.len() as u32 {
            let stem = count.number(stem_feature(dictionary.stem(known)), 1.0);
            let grams = grams(dictionary.word(known)).into_iter();
            let grams = grams.map(|gram| count.number(gram, GRAM));
            let features: Vec<u32> = std::iter::once(stem).chain(grams).collect();
            count.words.push(features);
        }
        count
    }

    /// Every feature of `text`, whose words are all known.
    fn features(&mut self, reader: &Reader, text: &str) -> Row {
        let tokens = reader.tokens(text);
        let mut features = Row::new();
        for (known, times) in each_once(known(&tokens)) {
            let own = self.words.row(known as usize).iter();
            features.extend(own.map(|feature| (*feature, times)));
        }
        let between = between(&tokens, reader.concepts());
        let between = between.map(|(feature, weight)| self.number(feature, weight));
        features.extend(each_once(between.collect()));
        features
    }

    /// The number of `feature`, of a kind with this weight; a new one if it is new.
    fn number(&mut self, feature: u64, weight: f32) -> u32 {
        let number = self.numbers.number(feature);
        self.kinds.resize(self.numbers.len(), weight);
        number
    }

    /// Only what at least [`SEEN_FROM`] of `texts` have; what each word has of it; and for each feature its new number.
    fn keep_shared(self, texts: &Rows<(u32, f32)>) -> (Vocabulary, Rows<u32>, Vec<Option<u32>>) {
        let seen = self.seen(texts);
        let of = texts.len() as f32;
        let (numbers, places) = self
            .numbers
            .keep(|number| seen[number as usize] >= SEEN_FROM);
        let mut weights = vec![0.0; numbers.len()];
        for ((place, kind), seen) in places.iter().zip(&self.kinds).zip(&seen) {
            if let Some(place) = place {
                weights[*place as usize] = kind * rarity(of, *seen as f32);
            }
        }
        let mut words = Rows::new();
        for row in self.words.iter() {
            words.push(row.iter().filter_map(|feature| places[*feature as usize]));
        }
        let vocabulary = Vocabulary {
            numbers,
            weights,
            highest_rarity: rarity(of, 1.0),
        };
        (vocabulary, words, places)
    }

    /// How many of `texts` have each feature.
    fn seen(&self, texts: &Rows<(u32, f32)>) -> Vec<u32> {
        let mut seen = vec![0; self.numbers.len()];
        let mut last = vec![usize::MAX; self.numbers.len()];
        for (at, text) in texts.iter().enumerate() {
            for &(feature, _) in text {
                let last = &mut last[feature as usize];
                seen[feature as usize] += u32::from(*last != at);
                *last = at;
            }
        }
        seen
    }
}

/// Everything that was `said` once, with how often it counts: by the logarithm, so that nothing said again and again
/// drowns the rest.
pub(super) fn each_once<T: Ord + Copy>(mut said: Vec<T>) -> impl Iterator<Item = (T, f32)> {
    said.sort_unstable();
    let mut rest = 0;
    std::iter::from_fn(move || {
        let first = *said.get(rest)?;
        let uses = said[rest..].iter().take_while(|other| **other == first);
        let uses = uses.count();
        rest += uses;
        Some((first, 1.0 + (uses as f32).ln()))
    })
}

/// The words of `tokens` that the dictionary knows, in order.
pub(super) fn known(tokens: &[Token]) -> Vec<Known> {
    let mut known = Vec::with_capacity(tokens.len());
    known.extend(tokens.iter().filter_map(|token| match token.meaning {
        Meaning::Known(known) => Some(known),
        Meaning::Strange(_) => None,
    }));
    known
}

/// Inverse document frequency, smoothed as if one more text had every feature.
fn rarity(texts: f32, with: f32) -> f32 {
    ((1.0 + texts) / (1.0 + with)).ln() + 1.0
}

/// What several of `tokens` have together, each with the weight of its kind: concepts, and pairs of stems.
pub(super) fn between(tokens: &[Token], concepts: &Concepts) -> impl Iterator<Item = (u64, f32)> {
    let concepts = concepts.found(tokens);
    concepts
        .map(|number| (concept_feature(number), CONCEPT))
        .chain(pairs(tokens).map(|(_, feature)| (feature, 1.0)))
}

/// The features of stems near each other, with the positions of both.
pub(super) fn pairs(tokens: &[Token]) -> impl Iterator<Item = ([usize; 2], u64)> {
    (1..=REACH).flat_map(move |gap| {
        let pairs = tokens.iter().zip(tokens.iter().skip(gap)).enumerate();
        pairs.filter_map(move |(at, (first, second))| {
            let feature = pair_feature(gap, first.stem?, second.stem?);
            Some(([at, at + gap], feature))
        })
    })
}

pub(super) fn stem_feature(stem: Stem) -> u64 {
    Fnv::of(b'w').number(stem).value()
}

pub(super) fn concept_feature(number: u32) -> u64 {
    Fnv::of(b'c').number(number).value()
}

fn pair_feature(gap: usize, first: Stem, second: Stem) -> u64 {
    let kind = Fnv::of(b'p').number(gap as u32);
    kind.number(first).number(second).value()
}

/// The n-grams of one word between its borders.
pub(super) fn grams(word: &str) -> Vec<u64> {
    let mut bounded = Vec::with_capacity(word.len() + 2);
    bounded.push(' ');
    bounded.extend(word.chars());
    bounded.push(' ');
    let hash = |gram: &[char]| {
        let letters = gram.iter().map(|c| u32::from(*c));
        letters.fold(Fnv::of(b'g'), Fnv::number).value()
    };
    let mut grams = Vec::with_capacity(GRAMS.count() * bounded.len());
    for length in GRAMS {
        grams.extend(bounded.windows(length).map(hash));
    }
    grams
}
