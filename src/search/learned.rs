//! What the example questions taught: how people ask for each section.
//!
//! A linear model, so every word's share can be told. What a word says by itself is added up when the program starts: a
//! question costs a row of numbers for each of its words, and a look for what two of them have together.

use super::dictionary::Known;
use super::features::{Vocabulary, between, each_once, grams, known, pairs, stem_feature};
use super::query::{Meaning, Query, Reader, Token};
use super::{Hit, own_words};
use crate::content::{Article, Asked};
use crate::learn::{Examples, Model, Recollection};
use serde::{Deserialize, Serialize};

/// The model, and all it needs to read a question.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Learned {
    pub(super) vocabulary: Vocabulary,
    model: Model,
    /// What each word of the dictionary says by itself, a row a word; see [`Learned::row`].
    words: Vec<f32>,
    /// One class a section, in order, and one for what no section answers.
    classes: usize,
}

/// What features say together.
struct Said {
    /// For each class.
    classes: Vec<f32>,
    /// The squares of what they weigh.
    square: f32,
}

impl Learned {
    /// Learns from the sections of `article` and the questions people `asked` about them, unless that is `kept`.
    pub(super) fn recalled(
        article: &Article,
        asked: &Asked,
        reader: &Reader,
        kept: &Recollection<'_>,
    ) -> Learned {
        let learn = || Learned::from(article, asked, reader);
        kept.recall(&format!("article.{}", article.name()), learn)
    }

    /// Learns from the sections of `article` and the questions people `asked` about them.
    fn from(article: &Article, asked: &Asked, reader: &Reader) -> Learned {
        let sections = article.sections().len();
        let (mut texts, mut classes): (Vec<&str>, _) = (Vec::new(), Vec::new());
        for section in 0..sections {
            let own = own_words(article, section);
            texts.extend(asked.of(section).iter().map(String::as_str).chain(own));
            classes.resize(texts.len(), Some(section));
        }
        texts.extend(asked.elsewhere().iter().map(String::as_str));
        classes.resize(texts.len(), Some(sections));
        let (vocabulary, texts) = Vocabulary::of(reader, texts.into_iter());
        let examples = Examples {
            vectors: &texts.vectors,
            classes,
        };
        let mut learned = Learned {
            model: Model::fit(&examples, vocabulary.len(), sections + 1),
            vocabulary,
            words: Vec::new(),
            classes: sections + 1,
        };
        drop(texts.vectors);
        learned
            .words
            .reserve_exact(texts.words.len() * (sections + 2));
        for word in texts.words.iter() {
            let mut said = learned.nothing();
            word.iter()
                .for_each(|feature| learned.add(*feature, 1.0, &mut said));
            learned.words.extend(said.classes);
            learned.words.push(said.square);
        }
        learned
    }

    /// Every section, the likeliest to answer first; and how likely none does.
    pub(super) fn ranked(&self, reader: &Reader, query: &Query) -> (Vec<Hit>, f32) {
        let mut said = self.nothing();
        let tokens = &query.tokens;
        for (known, times) in each_once(known(tokens)) {
            self.add_known(known, times, &mut said);
        }
        for (feature, times) in each_once(self.others(reader, tokens)) {
            self.add(feature, times, &mut said);
        }
        let length = said.square.sqrt().max(f32::MIN_POSITIVE);
        said.classes.iter_mut().for_each(|said| *said /= length);
        let mut probabilities = self.model.probabilities(&said.classes);
        let elsewhere = probabilities.pop().expect("the last class is `elsewhere`");
        let hits = probabilities.into_iter().enumerate();
        let hits = hits.map(|(section, probability)| Hit {
            section,
            probability,
        });
        let mut hits: Vec<Hit> = hits.collect();
        hits.sort_by(|a, b| b.probability.total_cmp(&a.probability));
        (hits, elsewhere)
    }

    /// How much each of `tokens` speaks for `section`, against the mean of all classes; what a pair says counts for both.
    pub(super) fn by_token(&self, tokens: &[Token], section: usize) -> Vec<f32> {
        let alone = tokens.iter().map(|token| {
            let mut said = self.nothing();
            match token.meaning {
                Meaning::Known(known) => self.add_known(known, 1.0, &mut said),
                Meaning::Strange(_) => {
                    let mut features = Vec::new();
                    strange(token, &mut features);
                    let features = features.into_iter();
                    let shared = features.filter_map(|feature| self.vocabulary.number(feature));
                    shared.for_each(|feature| self.add(feature, 1.0, &mut said));
                }
            }
            let mean = said.classes.iter().sum::<f32>() / self.classes as f32;
            said.classes[section] - mean
        });
        let mut speaks: Vec<f32> = alone.collect();
        for ([first, second], pair) in pairs(tokens) {
            if let Some(pair) = self.vocabulary.number(pair) {
                let both = self.vocabulary.weight(pair) * self.model.speaks(pair, section);
                speaks[first] += both;
                speaks[second] += both;
            }
        }
        speaks
    }

    /// The shared features of `tokens` that no known word has by itself: those of strange words, and what several have
    /// together.
    fn others(&self, reader: &Reader, tokens: &[Token]) -> Vec<u32> {
        let mut strangers = Vec::new();
        tokens
            .iter()
            .for_each(|token| strange(token, &mut strangers));
        let together = between(tokens, reader.concepts()).map(|(feature, _)| feature);
        let others = strangers.into_iter().chain(together);
        others
            .filter_map(|feature| self.vocabulary.number(feature))
            .collect()
    }

    fn nothing(&self) -> Said {
        Said {
            classes: vec![0.0; self.classes],
            square: 0.0,
        }
    }

    /// Adds what the word `known` says by itself, so many `times`.
    fn add_known(&self, known: Known, times: f32, said: &mut Said) {
        let (classes, square) = self.row(known);
        for (sum, more) in said.classes.iter_mut().zip(classes) {
            *sum += times * more;
        }
        said.square += times * times * square;
    }

    fn add(&self, feature: u32, times: f32, said: &mut Said) {
        let weight = times * self.vocabulary.weight(feature);
        self.model.add(feature, weight, &mut said.classes);
        said.square += weight * weight;
    }

    /// What the word `known` says for each class, and the squares of what its features weigh.
    fn row(&self, known: Known) -> (&[f32], f32) {
        let row = &self.words[known as usize * (self.classes + 1)..][..=self.classes];
        (&row[..self.classes], row[self.classes])
    }
}

/// Adds to `found` the features that the word of `token` has by itself, if it is a strange one.
fn strange(token: &Token, found: &mut Vec<u64>) {
    if let Meaning::Strange(word) = &token.meaning {
        found.extend(token.stem.map(stem_feature));
        found.extend(grams(word));
    }
}
