//! Why sections rank as they do.

use super::best::worth_in;
use super::query::Token;
use super::{Correction, Index, Ranking};
use crate::text::ByHash;

/// Whoever asks why sees the first so many sections.
const SECTIONS: usize = 3;

/// An explanation names at most so many words for each section.
const WORDS: usize = 6;

/// And so many examples.
const EXAMPLES: usize = 3;

/// An example less alike than this shares little but grammar with the question. Cosine.
const ALIKE: f32 = 0.15;

/// What spoke for the first sections of a [`Ranking`].
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The words that were read as others.
    pub corrections: Vec<Correction>,
    /// The first sections, best first.
    pub sections: Vec<Reasons>,
    /// How likely it is that no section answers.
    pub elsewhere: f32,
}

/// What spoke for one section.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// Its position in the article.
    pub section: usize,
    /// How likely it is that this section answers.
    pub probability: f32,
    /// The words of the question that spoke for it, as they were read, the strongest first.
    pub words: Vec<String>,
    /// The examples that are most like the question, the nearest first.
    pub examples: Vec<Example>,
}

/// An example question of the author's.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Its words.
    pub text: String,
    /// How alike it is, from 0 to 1.
    pub alike: f32,
}

/// Explains the first sections of `ranking`.
pub(super) fn explain(index: &Index, ranking: &Ranking) -> Evidence {
    let hits = ranking.hits.iter().take(SECTIONS);
    let reasons = hits.map(|hit| Reasons {
        section: hit.section,
        probability: hit.probability,
        words: words(index, &ranking.query.tokens, hit.section),
        examples: examples(index, &ranking.query.tokens, hit.section),
    });
    Evidence {
        corrections: ranking.query.corrections.clone(),
        sections: reasons.collect(),
        elsewhere: ranking.elsewhere,
    }
}

/// The words among `tokens` that spoke for `section`, the strongest first, each once.
fn words(index: &Index, tokens: &[Token], section: usize) -> Vec<String> {
    let worth = match &index.learned {
        Some(learned) => learned.by_token(tokens, section),
        None => tokens.iter().map(|t| shared(index, t, section)).collect(),
    };
    weightiest(index, tokens, worth)
}

/// The words among `tokens` that `section` holds, the weightiest first, each once.
pub(super) fn held(index: &Index, tokens: &[Token], section: usize) -> Vec<String> {
    let worth = tokens.iter().map(|token| shared(index, token, section));
    weightiest(index, tokens, worth.collect())
}

/// The words of `tokens` that are worth anything, each with its own worth, the weightiest first, each once.
fn weightiest(index: &Index, tokens: &[Token], worth: Vec<f32>) -> Vec<String> {
    let words = tokens.iter().map(|token| index.reader.word(token));
    let mut spoke: Vec<(f32, &str)> = worth.into_iter().zip(words).collect();
    spoke.retain(|(worth, _)| *worth > 0.0);
    spoke.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut words: Vec<String> = Vec::new();
    for (_, word) in spoke {
        if words.len() < WORDS && !words.iter().any(|named| named == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// What a word is worth to `section` because the section holds it.
fn shared(index: &Index, token: &Token, section: usize) -> f32 {
    let stem = token.stem.filter(|_| index.reader.matters(token));
    stem.map_or(0.0, |stem| {
        worth_in(index.postings.list(stem), section as u32)
    })
}

/// The examples of `section` that are most like `tokens`.
fn examples(index: &Index, tokens: &[Token], section: usize) -> Vec<Example> {
    let asked: ByHash<f32> = index.features(tokens).into_iter().collect();
    let alike = |text: &String| -> f32 {
        let features = index.features(&index.reader.tokens(text)).into_iter();
        let shared = features.filter_map(|(feature, weight)| Some(weight * asked.get(&feature)?));
        shared.sum()
    };
    let examples = index.asked.of(section).iter();
    let mut examples: Vec<(f32, &String)> = examples
        .map(|text| (alike(text), text))
        .filter(|(alike, _)| *alike >= ALIKE)
        .collect();
    examples.sort_by(|a, b| b.0.total_cmp(&a.0));
    examples.truncate(EXAMPLES);
    let example = |(alike, text): (f32, &String)| Example {
        text: text.clone(),
        alike,
    };
    examples.into_iter().map(example).collect()
}
