//! Where in a section the answer stands.

use super::bm25f::{Postings, Term};
use super::query::Reader;
use super::stop::is_stop_word;
use crate::content::{Article, Passage};

/// An excerpt is at most this long, so that it is read and not skimmed. In characters.
pub const EXCERPT_LIMIT: usize = 900;

/// The blocks of `section` that answer a question of `terms` best: the section whole if it is
/// short; else the best run of blocks that fits, and the earliest of equals.
pub(super) fn passage(
    article: &Article,
    section: usize,
    terms: &[Term],
    postings: &Postings,
    reader: &Reader,
) -> Passage {
    let whole = article
        .whole(section)
        .expect("a section has at least one block");
    if article.excerpt(whole).chars() <= EXCERPT_LIMIT {
        return whole;
    }
    let worth: Vec<f32> = whole
        .blocks()
        .map(|block| worth(article, section, block, terms, postings, reader))
        .collect();
    runs(article, section, worth.len())
        .max_by(|a, b| {
            let sum = |run: &Passage| -> f32 { run.blocks().map(|block| worth[block]).sum() };
            let first = |run: &Passage| std::cmp::Reverse(*run.blocks().start());
            sum(a).total_cmp(&sum(b)).then(first(a).cmp(&first(b)))
        })
        .unwrap_or(whole)
}

/// Every longest run of blocks that fits an excerpt, one for each first block.
fn runs(article: &Article, section: usize, blocks: usize) -> impl Iterator<Item = Passage> {
    (0..blocks).filter_map(move |first| {
        (first..blocks)
            .map_while(|last| article.passage(section, first..=last))
            .take_while(|run| article.excerpt(*run).chars() <= EXCERPT_LIMIT)
            .last()
    })
}

/// How much of the question one block speaks of: each of its words once, by rarity.
fn worth(
    article: &Article,
    section: usize,
    block: usize,
    terms: &[Term],
    postings: &Postings,
    reader: &Reader,
) -> f32 {
    let Some(block) = article.passage(section, block..=block) else {
        return 0.0;
    };
    let mut here: Vec<Term> = reader
        .tokens(article.excerpt(block).as_str())
        .iter()
        .filter(|token| !is_stop_word(&token.word))
        .filter_map(|token| postings.term(&token.stem))
        .collect();
    here.sort_unstable();
    here.dedup();
    here.iter()
        .filter(|term| terms.contains(term))
        .map(|term| postings.rarity(*term))
        .sum()
}
