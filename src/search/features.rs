//! A text as a sparse vector: what the linear model and the nearest examples look at.

use super::concepts::Concepts;
use super::dictionary::{Dictionary, Stem};
use super::query::{Meaning, Reader, Token};
use crate::learn::{Fnv, Keys, Numbers, Rows};

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

/// One feature of one text: its number in the [`Vocabulary`] and its weight.
pub(super) type Vector = Vec<(u32, f32)>;

/// The features that examples share, numbered, with how rare each is.
#[derive(Clone, Debug)]
pub(super) struct Vocabulary {
    numbers: Keys,
    /// How much each feature weighs: the weight of its kind, and how rare it is.
    weights: Vec<f32>,
    highest_rarity: f32,
    /// What each word of the dictionary has by itself: its stem and its n-grams.
    words: Rows<u32>,
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

impl Vocabulary {
    /// Numbers the features that at least [`SEEN_FROM`] of `texts` have, and gives the texts as vectors.
    pub(super) fn of<'t>(
        reader: &Reader,
        texts: impl Iterator<Item = &'t str>,
    ) -> (Vocabulary, Rows<(u32, f32)>) {
        let mut count = Count::of_words(reader.dictionary());
        let mut rows = Rows::new();
        for text in texts {
            rows.push(count.features(reader, text));
        }
        let (vocabulary, places) = count.keep_shared(&rows);
        let mut vectors = Rows::new();
        for row in rows.iter() {
            let row = row.iter().filter_map(|feature| places[*feature as usize]);
            vectors.push(vocabulary.weighed(row.collect()));
        }
        (vocabulary, vectors)
    }

    /// How much the feature `feature` weighs, if examples share it.
    pub(super) fn weight_of(&self, feature: u64) -> Option<f32> {
        let number = self.numbers.place(feature)?;
        Some(self.weights[number as usize])
    }

    /// How rare a feature is that a single example has.
    pub(super) fn highest_rarity(&self) -> f32 {
        self.highest_rarity
    }

    /// How many features there are.
    pub(super) fn len(&self) -> usize {
        self.weights.len()
    }

    /// `tokens` as a vector.
    pub(super) fn vector(&self, tokens: &[Token], concepts: &Concepts) -> Vector {
        let mut features = self.own(tokens);
        let between = between(tokens, concepts);
        features.extend(between.filter_map(|(feature, _)| self.numbers.place(feature)));
        self.weighed(features)
    }

    /// What each of `tokens` has by itself.
    fn own(&self, tokens: &[Token]) -> Vec<u32> {
        let mut found = Vec::with_capacity(tokens.len() * 24);
        for token in tokens {
            self.add_own(token, &mut found);
        }
        found
    }

    fn add_own(&self, token: &Token, found: &mut Vec<u32>) {
        match &token.meaning {
            Meaning::Known(known) => found.extend_from_slice(self.words.row(*known as usize)),
            Meaning::Strange(word) => {
                let mut strange: Vec<u64> = token.stem.map(stem_feature).into_iter().collect();
                grams(word, &mut strange);
                found.extend(strange.iter().filter_map(|f| self.numbers.place(*f)));
            }
        }
    }

    /// For each of `tokens` how much its features say, `says` of one feature; what a pair says counts for both.
    pub(super) fn by_token(&self, tokens: &[Token], says: impl Fn(u32) -> f32) -> Vec<f32> {
        let weighed = |feature: u32| self.weights[feature as usize] * says(feature);
        let mut own = Vec::new();
        let mut said: Vec<f32> = tokens
            .iter()
            .map(|token| {
                own.clear();
                self.add_own(token, &mut own);
                own.iter().map(|feature| weighed(*feature)).sum()
            })
            .collect();
        for ([first, second], pair) in pairs(tokens) {
            if let Some(feature) = self.numbers.place(pair) {
                said[first] += weighed(feature);
                said[second] += weighed(feature);
            }
        }
        said
    }

    /// `features` as a vector of length one, each weighed by its kind, its rarity and the logarithm of its count.
    fn weighed(&self, mut features: Vec<u32>) -> Vector {
        features.sort_unstable();
        let mut vector: Vector = Vec::with_capacity(features.len());
        for run in features.chunk_by(|a, b| a == b) {
            let count = match run.len() {
                1 => 1.0,
                more => 1.0 + (more as f32).ln(),
            };
            vector.push((run[0], count * self.weights[run[0] as usize]));
        }
        let length = vector.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        if length > 0.0 {
            vector.iter_mut().for_each(|(_, weight)| *weight /= length);
        }
        vector
    }
}

impl Count {
    /// Every feature that a word of `dictionary` has by itself.
    fn of_words(dictionary: &Dictionary) -> Count {
        let mut count = Count::default();
        let mut hashes = Vec::new();
        for known in 0..dictionary.len() as u32 {
            hashes.clear();
            grams(dictionary.word(known), &mut hashes);
            let stem = count.number(stem_feature(dictionary.stem(known)), 1.0);
            let grams = hashes.iter().map(|gram| count.number(*gram, GRAM));
            let features: Vec<u32> = std::iter::once(stem).chain(grams).collect();
            count.words.push(features);
        }
        count
    }

    /// Every feature of `text`, whose words are all known.
    fn features(&mut self, reader: &Reader, text: &str) -> Vec<u32> {
        let tokens = reader.tokens(text);
        let mut features = Vec::new();
        for token in &tokens {
            if let Meaning::Known(known) = token.meaning {
                features.extend_from_slice(self.words.row(known as usize));
            }
        }
        for (between, weight) in between(&tokens, reader.concepts()) {
            features.push(self.number(between, weight));
        }
        features
    }

    /// The number of `feature`, of a kind with this weight; a new one if it is new.
    fn number(&mut self, feature: u64, weight: f32) -> u32 {
        let number = self.numbers.number(feature);
        self.kinds.resize(self.numbers.len(), weight);
        number
    }

    /// Only what at least [`SEEN_FROM`] of `texts` have; and for each feature its new number.
    fn keep_shared(self, texts: &Rows<u32>) -> (Vocabulary, Vec<Option<u32>>) {
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
        words.shrink();
        let vocabulary = Vocabulary {
            numbers,
            weights,
            highest_rarity: rarity(of, 1.0),
            words,
        };
        (vocabulary, places)
    }

    /// How many of `texts` have each feature.
    fn seen(&self, texts: &Rows<u32>) -> Vec<u32> {
        let mut seen = vec![0; self.numbers.len()];
        let mut last = vec![usize::MAX; self.numbers.len()];
        for (at, text) in texts.iter().enumerate() {
            for &feature in text {
                let last = &mut last[feature as usize];
                seen[feature as usize] += u32::from(*last != at);
                *last = at;
            }
        }
        seen
    }
}

/// Inverse document frequency, smoothed as if one more text had every feature.
fn rarity(texts: f32, with: f32) -> f32 {
    ((1.0 + texts) / (1.0 + with)).ln() + 1.0
}

/// What several of `tokens` have together, each with the weight of its kind: concepts, and pairs of stems.
fn between(tokens: &[Token], concepts: &Concepts) -> impl Iterator<Item = (u64, f32)> {
    let concepts = concepts.found(tokens);
    concepts
        .map(|number| (concept_feature(number), CONCEPT))
        .chain(pairs(tokens).map(|(_, feature)| (feature, 1.0)))
}

/// The features of stems near each other, with the positions of both.
fn pairs(tokens: &[Token]) -> impl Iterator<Item = ([usize; 2], u64)> {
    (1..=REACH).flat_map(move |gap| {
        let pairs = tokens.iter().zip(tokens.iter().skip(gap)).enumerate();
        pairs.filter_map(move |(at, (first, second))| {
            let feature = pair_feature(gap, first.stem?, second.stem?);
            Some(([at, at + gap], feature))
        })
    })
}

/// How alike two vectors are: their cosine.
pub(super) fn similarity(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let all = b;
    let mut b = b.iter().peekable();
    let mut sum = 0.0;
    for (feature, weight) in a {
        while b.next_if(|(other, _)| other < feature).is_some() {}
        if let Some((_, other)) = b.next_if(|(other, _)| other == feature) {
            sum += weight * other;
        }
    }
    let length = |vector: &[(u32, f32)]| vector.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
    sum / (length(a) * length(all)).max(f32::MIN_POSITIVE)
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
fn grams(word: &str, found: &mut Vec<u64>) {
    let bounded: Vec<char> = std::iter::once(' ')
        .chain(word.chars())
        .chain([' '])
        .collect();
    for length in GRAMS {
        for gram in bounded.windows(length) {
            let hash = gram
                .iter()
                .fold(Fnv::of(b'g'), |hash, &c| hash.number(u32::from(c)));
            found.push(hash.value());
        }
    }
}
