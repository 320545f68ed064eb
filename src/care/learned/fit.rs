//! From labelled messages to weights.

use super::features::{Stem, alone, stem, together};
use super::{HEADS, Known, Learned, NEED, ROUTES, Says, WHOSE};
use crate::care::message::Token;
use crate::care::said::Said;
use crate::care::{Route, Whose};
use crate::learn::{ByHash, ByWord, Examples, Model, Rows};
use crate::text::Stemmer;

/// A feature that only one example has says nothing about other messages.
const SEEN_FROM: u32 = 2;

/// How much a feature counts that is as common in messages of need as in others; the logarithm of how much more
/// common it is in one of them is added (Wang & Manning 2012). Nothing, 0.1 and 0.3 measured alike above none.
const EVEN: f32 = 0.3;

/// Messages while they are counted.
#[derive(Default)]
pub(super) struct Lessons {
    numbers: ByHash<u32>,
    words: ByWord<(Stem, Vec<u32>)>,
    rows: Rows<u32>,
    needs: Vec<Option<(Route, Whose)>>,
    /// For each feature, in how many messages of need and in how many others it stands.
    seen: Vec<[u32; 2]>,
}

impl Lessons {
    /// Adds one message.
    pub(super) fn add(
        &mut self,
        stemmer: &Stemmer,
        sentences: &[Vec<Token>],
        need: Option<(Route, Whose)>,
    ) {
        let mut row = Vec::new();
        let mut stems = Vec::new();
        let Lessons {
            numbers,
            words,
            seen,
            ..
        } = self;
        let mut number = |hash: u64| {
            let next = seen.len() as u32;
            *numbers.entry(hash).or_insert_with(|| {
                seen.push([0, 0]);
                next
            })
        };
        for token in sentences.iter().flatten() {
            let word = token.word.as_str();
            if !words.contains_key(word) {
                let (stem, mut own) = (stem(stemmer, word), Vec::new());
                alone(word, stem, &mut own);
                let own = own.into_iter().map(&mut number).collect();
                words.insert(word.into(), (stem, own));
            }
            let (stem, own) = &words[word];
            stems.push(*stem);
            row.extend_from_slice(own);
        }
        together(&stems, |_, _, hash| row.push(number(hash)));
        row.sort_unstable();
        for run in row.chunk_by(|a, b| a == b) {
            self.seen[run[0] as usize][usize::from(need.is_none())] += 1;
        }
        self.rows.push(row);
        self.needs.push(need);
    }

    /// Learns from all that was added.
    pub(super) fn learn(self, stemmer: Stemmer, said: Said) -> Learned {
        let weights = self.weights();
        let vectors: Vec<Vec<(u32, f32)>> =
            self.rows.iter().map(|row| vector(row, &weights)).collect();
        let fit = |classes: usize, class: &dyn Fn(Option<(Route, Whose)>) -> Option<usize>| {
            let mut examples = Examples {
                vectors: Rows::new(),
                classes: Vec::new(),
            };
            for (vector, need) in vectors.iter().zip(&self.needs) {
                if let Some(class) = class(*need) {
                    examples.vectors.push(vector.iter().copied());
                    examples.classes.push(class);
                }
            }
            Model::fit(&examples, weights.len(), classes)
        };
        let need = fit(2, &|need| Some(usize::from(need.is_some())));
        let route = fit(Route::ALL.len(), &|need| {
            need.map(|(route, _)| route as usize)
        });
        let whose = fit(Whose::ALL.len(), &|need| {
            need.map(|(_, whose)| whose as usize)
        });
        let says = |feature: Option<u32>, weight: f32| -> [f32; HEADS] {
            let of = |model: &Model, class: usize| match feature {
                Some(feature) => weight * model.speaks(feature, class),
                None => model.leans(class),
            };
            let mut says = [0.0; HEADS];
            says[NEED] = of(&need, 1) - of(&need, 0);
            for (says, class) in says[ROUTES].iter_mut().zip(0..) {
                *says = of(&route, class);
            }
            for (says, class) in says[WHOSE].iter_mut().zip(0..) {
                *says = of(&whose, class);
            }
            says
        };
        let all: Vec<Says> = (0..)
            .zip(&weights)
            .map(|(feature, &weight)| Says {
                heads: says(Some(feature), weight),
                square: weight * weight,
            })
            .collect();
        let words = self.words.into_iter().map(|(word, (stem, own))| {
            let mut says = Says::default();
            own.iter()
                .for_each(|feature| says.add(&all[*feature as usize]));
            // The first feature of a word is its stem.
            let common = own
                .first()
                .is_some_and(|stem| weights[*stem as usize] > 0.0);
            (word, Known { stem, says, common })
        });
        let features = self
            .numbers
            .into_iter()
            .filter(|(_, feature)| weights[*feature as usize] > 0.0);
        Learned {
            said,
            stemmer,
            words: words.collect(),
            features: features
                .map(|(hash, feature)| (hash, all[feature as usize]))
                .collect(),
            bias: says(None, 1.0),
        }
    }

    /// What each feature weighs: the rarer, and the more it tells need from none, the more.
    fn weights(&self) -> Vec<f32> {
        let with =
            |side: usize| -> f32 { self.seen.iter().map(|seen| seen[side] as f32 + 0.5).sum() };
        let (need, none) = (with(0), with(1));
        let of = self.needs.len() as f32;
        let weight = |seen: &[u32; 2]| {
            let all = seen[0] + seen[1];
            if all < SEEN_FROM {
                return 0.0;
            }
            let rarity = ((1.0 + of) / (1.0 + all as f32)).ln() + 1.0;
            let tells = ((seen[0] as f32 + 0.5) / need).ln() - ((seen[1] as f32 + 0.5) / none).ln();
            rarity * (EVEN + tells.abs())
        };
        self.seen.iter().map(weight).collect()
    }
}

/// `row` as a vector of length one, each use of a feature counted by itself.
fn vector(row: &[u32], weights: &[f32]) -> Vec<(u32, f32)> {
    let square: f32 = row
        .iter()
        .map(|feature| weights[*feature as usize].powi(2))
        .sum();
    let length = square.sqrt().max(f32::MIN_POSITIVE);
    let runs = row.chunk_by(|a, b| a == b);
    let runs = runs.filter(|run| weights[run[0] as usize] > 0.0);
    runs.map(|run| (run[0], run.len() as f32 * weights[run[0] as usize] / length))
        .collect()
}
