//! Questions that one server's moderators taught: a question like one of them votes for its section.
//!
//! The article's own examples teach a model once, when the program starts. What a server teaches must count at
//! once, for it alone and in microseconds, so its few questions are compared one by one.

use super::features::{concept_feature, stem_feature};
use super::query::{Meaning, Query, Token};
use super::{Hit, Index};
use crate::text::{ByHash, Fnv};
use std::collections::hash_map::Entry;

/// Two questions less alike than this share grammar and chance. Cosine over rarity, as all numbers here.
const ALIKE: f32 = 0.55;

/// Two questions as alike as this ask the same.
const SAME: f32 = 0.85;

/// So much of the belief a question takes that was taught word for word; the rest stays where it was. With 0.97 it could still
/// be quoted as the likeliest only.
pub(super) const BELIEF: f32 = 0.98;

/// How much the nearest lesson is heard before others: one that is less alike by a tenth has a seventh of its voice.
const NEARER: f32 = 20.0;

/// A word of grammar weighs so much of a rare one, for an article without examples to count words in.
const GRAMMAR: f32 = 0.2;

/// What one server taught about one article.
#[derive(Clone, Debug, Default)]
pub struct Taught {
    /// Which lessons have a feature, and how much of each it is.
    lessons: ByHash<Vec<(u16, f32)>>,
    /// The section that answers each lesson.
    sections: Vec<usize>,
    /// How much of each lesson, squared, is no word of it but a concept.
    concepts: Vec<f32>,
}

/// The lesson that is most like a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearest {
    /// Its position among the lessons.
    pub lesson: usize,
    /// How alike it is, from 0 to 1.
    pub alike: f32,
}

impl Taught {
    /// Whether nothing was taught.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// Whether some lesson may be alike enough to vote on `query`. No lesson is more alike than the part of it that the
    /// question shares; for one that shares little, this spares working out the rest.
    fn may_be_alike(&self, query: &Query) -> bool {
        let mut words: Vec<u64> = query.tokens.iter().map(word_feature).collect();
        words.sort_unstable();
        words.dedup();
        let mut shared = vec![0.0; self.sections.len()];
        for (lesson, weight) in words
            .iter()
            .filter_map(|word| self.lessons.get(word))
            .flatten()
        {
            shared[usize::from(*lesson)] += weight * weight;
        }
        shared
            .iter()
            .zip(&self.concepts)
            .any(|(shared, concepts)| shared + concepts >= ALIKE * ALIKE)
    }

    /// How alike each lesson is to a question with these `features`.
    fn alike(&self, features: &[(u64, f32)]) -> Vec<f32> {
        let mut alike = vec![0.0; self.sections.len()];
        for (feature, weight) in features {
            for (lesson, other) in self.lessons.get(feature).into_iter().flatten() {
                alike[usize::from(*lesson)] += weight * other;
            }
        }
        alike
    }
}

impl Index {
    /// Learns `lessons`: the words of each, and the position of the section that answers it.
    pub fn taught<'t>(&self, lessons: impl IntoIterator<Item = (&'t str, usize)>) -> Taught {
        let mut taught = Taught::default();
        for (lesson, (words, section)) in (0..=u16::MAX).zip(lessons) {
            let query = self.reader.read(words);
            let mut concepts = 1.0;
            for (feature, weight) in self.features(&query.tokens) {
                let with = taught.lessons.entry(feature).or_default();
                with.push((lesson, weight));
                if query
                    .tokens
                    .iter()
                    .any(|token| word_feature(token) == feature)
                {
                    concepts -= weight * weight;
                }
            }
            taught.concepts.push(concepts);
            taught.sections.push(section);
        }
        taught
    }

    /// The lesson most like `question`, if one is so much like it that it votes.
    pub fn nearest(&self, question: &str, taught: &Taught) -> Option<Nearest> {
        let query = self.reader.read(question);
        if !taught.may_be_alike(&query) {
            return None;
        }
        let alike = taught.alike(&self.features(&query.tokens));
        let nearest = alike.into_iter().enumerate();
        let (lesson, alike) = nearest.max_by(|a, b| a.1.total_cmp(&b.1))?;
        (strength(alike) > 0.0).then_some(Nearest { lesson, alike })
    }

    /// Lets what was `taught` vote on `query`.
    pub(super) fn vote(
        &self,
        query: &Query,
        taught: &Taught,
        hits: &mut Vec<Hit>,
        elsewhere: &mut f32,
    ) {
        if taught.is_empty() {
            return;
        }
        let alike = taught.alike(&self.features(&query.tokens));
        let nearest = alike.iter().copied().fold(0.0, f32::max);
        let taken = BELIEF * strength(nearest);
        if taken == 0.0 {
            return;
        }
        let mut votes = vec![0.0_f32; self.postings.sections()];
        for (alike, section) in alike.into_iter().zip(&taught.sections) {
            let vote = (NEARER * (alike - nearest)).exp() * strength(alike);
            votes[*section] = votes[*section].max(vote);
        }
        let all: f32 = votes.iter().sum();
        *elsewhere *= 1.0 - taken;
        // Of an article of many sections only the likeliest are ranked; a lesson may name another.
        for &section in &taught.sections {
            if !hits.iter().any(|hit| hit.section == section) {
                hits.push(Hit {
                    section,
                    probability: 0.0,
                });
            }
        }
        for hit in hits.iter_mut() {
            hit.probability *= 1.0 - taken;
            hit.probability += taken * votes[hit.section] / all;
        }
        hits.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    }

    /// What a question of these `tokens` is compared by, weighed by rarity, of length one: its words, and what the author
    /// knows to be other ways to say them. A word that nobody ever used counts most: it is why the question was taught.
    pub(super) fn features(&self, tokens: &[Token]) -> Vec<(u64, f32)> {
        let mut weights: ByHash<f32> = tokens
            .iter()
            .map(|token| (word_feature(token), self.weight(token)))
            .collect();
        if let Some(learned) = &self.learned {
            for number in self.reader.concepts().found(tokens) {
                let feature = concept_feature(number);
                let rarity = learned.vocabulary.weight_of(feature);
                if let (Some(rarity), Entry::Vacant(free)) = (rarity, weights.entry(feature)) {
                    free.insert(rarity);
                }
            }
        }
        let length = weights.values().map(|w| w * w).sum::<f32>().sqrt();
        let mut features: Vec<(u64, f32)> = weights.into_iter().collect();
        features
            .iter_mut()
            .for_each(|(_, weight)| *weight /= length.max(f32::MIN_POSITIVE));
        features
    }

    /// How rare a word is.
    fn weight(&self, token: &Token) -> f32 {
        if let Some(learned) = &self.learned {
            let known = token
                .stem
                .and_then(|stem| learned.vocabulary.weight_of(stem_feature(stem)));
            return known.unwrap_or(learned.vocabulary.highest_rarity());
        }
        let highest = self.postings.highest_rarity();
        if !self.reader.matters(token) {
            return GRAMMAR * highest;
        }
        let held = token.stem.filter(|stem| self.postings.hold(*stem));
        held.map_or(highest, |stem| self.postings.rarity(stem))
    }
}

/// How strongly a lesson votes that is so much `alike`, from 0 to 1.
fn strength(alike: f32) -> f32 {
    ((alike - ALIKE) / (SAME - ALIKE)).clamp(0.0, 1.0)
}

/// The stem of a word or, if it has none that we know, the word.
fn word_feature(token: &Token) -> u64 {
    match (token.stem, &token.meaning) {
        (Some(stem), _) => stem_feature(stem),
        (None, Meaning::Strange(word)) => {
            let letters = word.chars().map(u32::from);
            letters.fold(Fnv::of(b's'), Fnv::number).value()
        }
        (None, Meaning::Known(known)) => Fnv::of(b'k').number(*known).value(),
    }
}
