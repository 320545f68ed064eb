//! A text as a sparse vector: what the linear model and the nearest examples look at.

use super::concepts::Concepts;
use super::dictionary::{Dictionary, Stem};
use super::query::{Meaning, Reader, Token};
use crate::learn::{ByHash, Fnv, Rows};

/// Character n-grams this long tell misspelt and inflected words apart. Three to five characters of one
/// word, with its borders, measured as well as n-grams across words and needs half the features.
const GRAMS: std::ops::RangeInclusive<usize> = 3..=5;

/// A feature that only one example has says nothing about other questions.
const SEEN_FROM: u32 = 2;

/// One feature of one text: its number in the [`Vocabulary`] and its weight.
pub(super) type Vector = Vec<(u32, f32)>;

/// The features that examples share, numbered, with how rare each is.
#[derive(Debug)]
pub(super) struct Vocabulary {
    numbers: ByHash<u32>,
    rarity: Vec<f32>,
    /// What each word of the dictionary has by itself: its stem and its n-grams.
    words: Rows<u32>,
}

impl Vocabulary {
    /// Numbers the features that at least [`SEEN_FROM`] of `texts` have, and gives the texts as vectors.
    pub(super) fn of<'t>(
        reader: &Reader,
        texts: impl Iterator<Item = &'t str>,
    ) -> (Vocabulary, Rows<(u32, f32)>) {
        let mut all = Vocabulary::every_word(reader.dictionary());
        let mut rows = Rows::new();
        for text in texts {
            let tokens = reader.tokens(text);
            let mut features = all.own(&tokens);
            for between in between(&tokens, reader.concepts()) {
                let next = all.numbers.len() as u32;
                features.push(*all.numbers.entry(between).or_insert(next));
            }
            rows.push(features);
        }
        let kept = all.keep_shared(&rows);
        let mut vectors = Rows::new();
        for row in rows.iter() {
            let row = row.iter().filter_map(|feature| kept[*feature as usize]);
            vectors.push(all.weighed(row.collect()));
        }
        (all, vectors)
    }

    /// Every feature that a word of `dictionary` has by itself.
    fn every_word(dictionary: &Dictionary) -> Vocabulary {
        let mut numbers = ByHash::default();
        let mut words = Rows::new();
        let mut features = Vec::new();
        for known in 0..dictionary.len() as u32 {
            features.clear();
            features.push(stem_feature(dictionary.stem(known)));
            grams(dictionary.word(known), &mut features);
            words.push(features.iter().map(|feature| {
                let next = numbers.len() as u32;
                *numbers.entry(*feature).or_insert(next)
            }));
        }
        Vocabulary {
            numbers,
            rarity: Vec::new(),
            words,
        }
    }

    /// Forgets what fewer than [`SEEN_FROM`] of `texts` have; for each feature its new number.
    fn keep_shared(&mut self, texts: &Rows<u32>) -> Vec<Option<u32>> {
        let mut seen = vec![(0_u32, usize::MAX); self.numbers.len()];
        for (at, text) in texts.iter().enumerate() {
            for &feature in text {
                let (count, last) = &mut seen[feature as usize];
                if *last != at {
                    *count += 1;
                    *last = at;
                }
            }
        }
        let of = texts.len() as f32;
        let kept = seen.into_iter().map(|(count, _)| {
            (count >= SEEN_FROM).then(|| {
                self.rarity.push(rarity(of, count as f32));
                self.rarity.len() as u32 - 1
            })
        });
        let kept: Vec<Option<u32>> = kept.collect();
        self.numbers.retain(|_, number| {
            let new = kept[*number as usize];
            *number = new.unwrap_or_default();
            new.is_some()
        });
        self.numbers.shrink_to_fit();
        let mut words = Rows::new();
        for row in self.words.iter() {
            words.push(row.iter().filter_map(|feature| kept[*feature as usize]));
        }
        self.words = words;
        kept
    }

    /// How many features there are.
    pub(super) fn len(&self) -> usize {
        self.rarity.len()
    }

    /// `tokens` as a vector.
    pub(super) fn vector(&self, tokens: &[Token], concepts: &Concepts) -> Vector {
        let mut features = self.own(tokens);
        let between = between(tokens, concepts);
        features.extend(between.filter_map(|feature| self.numbers.get(&feature)));
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
                found.extend(strange.iter().filter_map(|f| self.numbers.get(f)));
            }
        }
    }

    /// For each of `tokens` how much its features say, `says` of one feature; what a pair says counts for both.
    pub(super) fn by_token(&self, tokens: &[Token], says: impl Fn(u32) -> f32) -> Vec<f32> {
        let weighed = |feature: u32| self.rarity[feature as usize] * says(feature);
        let mut own = Vec::new();
        let mut said: Vec<f32> = tokens
            .iter()
            .map(|token| {
                own.clear();
                self.add_own(token, &mut own);
                own.iter().map(|feature| weighed(*feature)).sum()
            })
            .collect();
        for (at, pair) in pairs(tokens) {
            if let Some(feature) = self.numbers.get(&pair) {
                said[at] += weighed(*feature);
                said[at + 1] += weighed(*feature);
            }
        }
        said
    }

    /// `features` as a vector of length one, each weighed by its rarity and the logarithm of its count.
    fn weighed(&self, mut features: Vec<u32>) -> Vector {
        features.sort_unstable();
        let mut vector: Vector = Vec::with_capacity(features.len());
        for run in features.chunk_by(|a, b| a == b) {
            let count = match run.len() {
                1 => 1.0,
                more => 1.0 + (more as f32).ln(),
            };
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

/// What several of `tokens` have together: concepts, and pairs of neighbouring stems.
fn between(tokens: &[Token], concepts: &Concepts) -> impl Iterator<Item = u64> {
    let concepts = concepts.found(tokens);
    concepts
        .map(|number| Fnv::of(b'c').number(number).value())
        .chain(pairs(tokens).map(|(_, feature)| feature))
}

/// The features of neighbouring stems, each with the position of the first.
fn pairs(tokens: &[Token]) -> impl Iterator<Item = (usize, u64)> {
    let pairs = tokens.iter().zip(tokens.iter().skip(1)).enumerate();
    pairs.filter_map(|(at, (first, second))| Some((at, pair_feature(first.stem?, second.stem?))))
}

/// How alike two vectors are: their cosine.
pub(super) fn similarity(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let mut b = b.iter().peekable();
    let mut sum = 0.0;
    for (feature, weight) in a {
        while b.next_if(|(other, _)| other < feature).is_some() {}
        if let Some((_, other)) = b.next_if(|(other, _)| other == feature) {
            sum += weight * other;
        }
    }
    sum
}

fn stem_feature(stem: Stem) -> u64 {
    Fnv::of(b'w').number(stem).value()
}

fn pair_feature(first: Stem, second: Stem) -> u64 {
    Fnv::of(b'p').number(first).number(second).value()
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
