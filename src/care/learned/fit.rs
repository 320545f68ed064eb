//! From labelled messages to weights.

use super::features::{Stem, alone, stem, stem_feature, together};
use super::{COLUMNS, Known, Learned, NEED, ROUTES, SQUARE, Says, WHOSE, add};
use crate::care::message::Token;
use crate::care::{Route, Whose};
use crate::learn::{Examples, Frozen, Interner, Keys, Model, Numbers, Rows};
use crate::text::Stemmer;

/// A feature that only one example has says nothing about other messages.
const SEEN_FROM: u32 = 2;

/// How much a feature counts that is as common in messages of need as in others; the logarithm of how much more
/// common it is in one of them is added (Wang & Manning 2012). Nothing, 0.1 and 0.3 measured alike above none.
const EVEN: f32 = 0.3;

/// Messages while they are counted.
#[derive(Default)]
pub(super) struct Lessons {
    numbers: Numbers,
    words: Interner,
    /// Each word's stem.
    stems: Vec<Stem>,
    /// What each word has by itself.
    alone: Rows<u64>,
    rows: Rows<u32>,
    needs: Vec<Option<(Route, Whose)>>,
    /// For each feature, in how many messages of need and in how many others it stands.
    seen: Vec<[u32; 2]>,
}

impl Lessons {
    /// No message yet; the words that are `remembered` keep their numbers.
    pub(super) fn new(stemmer: &Stemmer, remembered: &Interner) -> Lessons {
        let mut lessons = Lessons::default();
        for word in remembered.words() {
            lessons.note(stemmer, word);
        }
        lessons
    }

    /// Adds one message.
    pub(super) fn add(
        &mut self,
        stemmer: &Stemmer,
        sentences: &[Vec<Token<'_>>],
        need: Option<(Route, Whose)>,
    ) {
        let mut row = Vec::new();
        let mut stems = Vec::new();
        for token in sentences.iter().flatten() {
            let number = self.note(stemmer, &token.word);
            stems.push(self.stems[number]);
            let own = self.alone.row(number).iter();
            row.extend(own.map(|hash| self.numbers.number(*hash)));
        }
        together(&stems, |_, _, hash| {
            row.push(self.numbers.number(hash));
            true
        });
        row.sort_unstable();
        self.seen.resize(self.numbers.len(), [0, 0]);
        for run in row.chunk_by(|a, b| a == b) {
            self.seen[run[0] as usize][usize::from(need.is_none())] += 1;
        }
        self.rows.push(row);
        self.needs.push(need);
    }

    /// The number of `word`, new or known.
    fn note(&mut self, stemmer: &Stemmer, word: &str) -> usize {
        let number = self.words.intern(word) as usize;
        if number == self.stems.len() {
            let (stem, mut own) = (stem(stemmer, word), Vec::new());
            alone(word, stem, &mut own);
            self.stems.push(stem);
            self.alone.push(own);
        }
        number
    }

    /// Learns from all that was added.
    pub(super) fn learn(mut self, stemmer: Stemmer) -> Learned {
        let (keys, places) = self.shared();
        let weights = self.weights(&places);
        let vectors = self.vectors(&places, &weights);
        let fit = |classes: usize, class: &dyn Fn(Option<(Route, Whose)>) -> Option<usize>| {
            let examples = Examples {
                vectors: &vectors,
                classes: self.needs.iter().map(|need| class(*need)).collect(),
            };
            Model::fit(&examples, weights.len(), classes)
        };
        let models = Models {
            need: fit(2, &|need| Some(usize::from(need.is_some()))),
            route: fit(Route::ALL.len(), &|need| Some(need?.0 as usize)),
            whose: fit(Whose::ALL.len(), &|need| Some(need?.1 as usize)),
        };
        drop(vectors);
        let row = |feature: u32| {
            let weight = weights[feature as usize];
            let mut row = models.says(|model, class| weight * model.speaks(feature, class));
            row[SQUARE] = weight * weight;
            row
        };
        let features = Frozen::of(keys, row);
        let known = self.stems.iter().zip(self.alone.iter()).map(|(stem, own)| {
            let mut says = Says::default();
            let own = own.iter().filter_map(|hash| features.get(*hash));
            own.for_each(|steps| add(&mut says, &steps));
            Known {
                stem: *stem,
                says,
                common: features.get(stem_feature(*stem)).is_some(),
            }
        });
        Learned {
            stemmer,
            known: known.collect(),
            words: self.words,
            bias: models.says(Model::leans),
            features,
        }
    }

    /// The features that at least [`SEEN_FROM`] messages have; and for every feature its place among them.
    fn shared(&mut self) -> (Keys, Vec<Option<u32>>) {
        let numbers = std::mem::take(&mut self.numbers);
        numbers.keep(|number| self.seen[number as usize].iter().sum::<u32>() >= SEEN_FROM)
    }

    /// The messages as vectors.
    fn vectors(&mut self, places: &[Option<u32>], weights: &[f32]) -> Rows<(u32, f32)> {
        let mut vectors = Rows::new();
        let mut row = Vec::new();
        for features in std::mem::take(&mut self.rows).iter() {
            row.clear();
            row.extend(
                features
                    .iter()
                    .filter_map(|number| places[*number as usize]),
            );
            row.sort_unstable();
            vectors.push(vector(&row, weights));
        }
        vectors
    }

    /// What each feature that has a place weighs: the rarer, and the more it tells need from none, the more.
    fn weights(&self, places: &[Option<u32>]) -> Vec<f32> {
        let with =
            |side: usize| -> f32 { self.seen.iter().map(|seen| seen[side] as f32 + 0.5).sum() };
        let (need, none) = (with(0), with(1));
        let of = self.needs.len() as f32;
        let mut weights = vec![0.0; places.iter().flatten().count()];
        for (seen, place) in self.seen.iter().zip(places) {
            let Some(place) = place else { continue };
            let [with, without] = seen.map(|count| count as f32);
            let rarity = ((1.0 + of) / (1.0 + with + without)).ln() + 1.0;
            let tells = ((with + 0.5) / need).ln() - ((without + 0.5) / none).ln();
            weights[*place as usize] = rarity * (EVEN + tells.abs());
        }
        weights
    }
}

/// Who answers what the learned part is asked.
struct Models {
    need: Model,
    route: Model,
    whose: Model,
}

impl Models {
    /// What is `said` by each model for each of its classes.
    fn says(&self, said: impl Fn(&Model, usize) -> f32) -> [f32; COLUMNS] {
        let mut says = [0.0; COLUMNS];
        says[NEED] = said(&self.need, 1) - said(&self.need, 0);
        for (heads, model) in [(ROUTES, &self.route), (WHOSE, &self.whose)] {
            for (says, class) in says[heads].iter_mut().zip(0..) {
                *says = said(model, class);
            }
        }
        says
    }
}

/// `row` as a vector of length one, each use of a feature counted by itself.
fn vector(row: &[u32], weights: &[f32]) -> impl Iterator<Item = (u32, f32)> {
    let squares = row.iter().map(|feature| weights[*feature as usize].powi(2));
    let length = squares.sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    let runs = row.chunk_by(|a, b| a == b);
    runs.map(move |run| (run[0], run.len() as f32 * weights[run[0] as usize] / length))
}
