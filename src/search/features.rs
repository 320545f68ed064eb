//! A text as a sparse vector: what the linear model and the nearest examples look at.

use super::concepts::Concepts;
use super::query::Token;
use super::rows::Rows;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Character n-grams this long tell misspelt and inflected words apart. Three to five characters of one
/// word, with its borders, measured as well as n-grams across words and needs half the features.
const GRAMS: std::ops::RangeInclusive<usize> = 3..=5;

/// A feature that only one example has says nothing about other questions.
const SEEN_FROM: u32 = 2;

/// One feature of one text: its number in the [`Vocabulary`] and its weight.
pub(super) type Vector = Vec<(u32, f32)>;

/// The features that examples share, numbered, with how rare each is.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<u64, u32, BuildHasherDefault<AsIs>>,
    rarity: Vec<f32>,
}

impl Vocabulary {
    /// Numbers the features that at least [`SEEN_FROM`] of `texts` have.
    pub(super) fn of(texts: &Rows<u64>) -> Vocabulary {
        let mut seen: HashMap<u64, (u32, usize), BuildHasherDefault<AsIs>> = HashMap::default();
        for (at, text) in texts.iter().enumerate() {
            for &feature in text {
                let (count, last) = seen.entry(feature).or_insert((0, usize::MAX));
                if *last != at {
                    *count += 1;
                    *last = at;
                }
            }
        }
        let mut kept: Vec<(u64, u32)> = seen
            .into_iter()
            .filter(|(_, (count, _))| *count >= SEEN_FROM)
            .map(|(feature, (count, _))| (feature, count))
            .collect();
        kept.sort_unstable();
        let of = texts.len() as f32;
        Vocabulary {
            rarity: kept.iter().map(|(_, n)| rarity(of, *n as f32)).collect(),
            numbers: kept.iter().map(|(f, _)| *f).zip(0..).collect(),
        }
    }

    /// How many features there are.
    pub(super) fn len(&self) -> usize {
        self.rarity.len()
    }

    /// The number of `feature`, if examples share it.
    pub(super) fn number(&self, feature: u64) -> Option<u32> {
        self.numbers.get(&feature).copied()
    }

    /// `text` as a vector of length one, each feature weighed by its rarity and the logarithm of its count.
    pub(super) fn vector(&self, text: &[u64]) -> Vector {
        let mut numbers: Vec<u32> = text.iter().filter_map(|f| self.number(*f)).collect();
        numbers.sort_unstable();
        let mut vector: Vector = Vec::with_capacity(numbers.len());
        for run in numbers.chunk_by(|a, b| a == b) {
            let count = 1.0 + (run.len() as f32).ln();
            vector.push((run[0], count * self.rarity[run[0] as usize]));
        }
        let length = vector.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        if length > 0.0 {
            vector.iter_mut().for_each(|(_, weight)| *weight /= length);
        }
        vector
    }
}

/// Inverse document frequency, smoothed as if one more text had every feature.
fn rarity(texts: f32, with: f32) -> f32 {
    ((1.0 + texts) / (1.0 + with)).ln() + 1.0
}

/// The features of `tokens`: stems, pairs of neighbouring stems, character n-grams, concepts.
pub(super) fn features(tokens: &[Token], concepts: &Concepts) -> Vec<u64> {
    let mut found = Vec::with_capacity(tokens.len() * 16);
    for token in tokens {
        found.push(word_feature(&token.stem));
        grams(&token.word, &mut found);
    }
    let concepts = concepts.found(tokens).into_iter();
    found.extend(concepts.map(|number| Fnv::of(b'c').number(number).0));
    for pair in tokens.windows(2) {
        found.push(pair_feature(&pair[0].stem, &pair[1].stem));
    }
    found
}

/// The feature of one stem.
pub(super) fn word_feature(stem: &str) -> u64 {
    Fnv::of(b'w').text(stem).0
}

/// The feature of two neighbouring stems.
pub(super) fn pair_feature(first: &str, second: &str) -> u64 {
    Fnv::of(b'p').text(first).byte(b' ').text(second).0
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
            found.push(hash.0);
        }
    }
}

/// FNV-1a, 64 bits: fast on short keys and the same on every machine.
#[derive(Clone, Copy)]
struct Fnv(u64);

impl Fnv {
    fn of(kind: u8) -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325).byte(kind)
    }

    fn byte(self, byte: u8) -> Fnv {
        self.number(u32::from(byte))
    }

    fn number(self, number: u32) -> Fnv {
        Fnv((self.0 ^ u64::from(number)).wrapping_mul(0x0000_0100_0000_01b3))
    }

    fn text(self, text: &str) -> Fnv {
        text.bytes().fold(self, Fnv::byte)
    }
}

/// Keys that are hashes already; the high bits are folded down because FNV mixes upward.
#[derive(Default)]
pub(super) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("features are written as whole numbers")
    }

    fn write_u64(&mut self, feature: u64) {
        self.0 = (feature ^ (feature >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
