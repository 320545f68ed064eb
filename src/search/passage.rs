//! Where in a section the answer stands.

use super::bm25f::Postings;
use super::dictionary::Stem;
use super::query::Reader;
use crate::content::{Article, Passage};

/// An excerpt is at most this long, so that it is read and not skimmed. In characters.
pub const EXCERPT_LIMIT: usize = 900;

/// What the blocks of each section speak of, where a section is too long to be quoted whole.
#[derive(Clone, Debug)]
pub(super) struct Passages(Vec<Option<Blocks>>);

/// The stems of each block of one section.
type Blocks = Box<[Box<[Stem]>]>;

impl Passages {
    /// Notes the stems of every block of a long section of `article`.
    pub(super) fn new(article: &Article, reader: &Reader) -> Passages {
        let sections = 0..article.sections().len();
        Passages(
            sections
                .map(|section| {
                    let whole = whole(article, section);
                    let long = article.excerpt(whole).chars() > EXCERPT_LIMIT;
                    long.then(|| {
                        let blocks = whole.blocks();
                        blocks
                            .map(|block| stems(article, section, block, reader))
                            .collect()
                    })
                })
                .collect(),
        )
    }

    /// The blocks of `section` that answer a question of `asked` best: the section whole if it is
    /// short; else the best run of blocks that fits, and the earliest of equals.
    pub(super) fn best(
        &self,
        article: &Article,
        section: usize,
        asked: &[Stem],
        postings: &Postings,
    ) -> Passage {
        let whole = whole(article, section);
        let Some(blocks) = &self.0[section] else {
            return whole;
        };
        let worth: Vec<f32> = blocks
            .iter()
            .map(|block| worth(block, asked, postings))
            .collect();
        runs(article, section, worth.len())
            .max_by(|a, b| {
                let sum = |run: &Passage| -> f32 { run.blocks().map(|block| worth[block]).sum() };
                let first = |run: &Passage| std::cmp::Reverse(*run.blocks().start());
                sum(a).total_cmp(&sum(b)).then(first(a).cmp(&first(b)))
            })
            .unwrap_or(whole)
    }
}

fn whole(article: &Article, section: usize) -> Passage {
    article
        .whole(section)
        .expect("a section has at least one block")
}

/// The stems of one block that carry matter, each once.
fn stems(article: &Article, section: usize, block: usize, reader: &Reader) -> Box<[Stem]> {
    let block = article
        .passage(section, block..=block)
        .expect("a block of its own section");
    let mut stems = reader.matter(&reader.tokens(article.excerpt(block).as_str()));
    stems.sort_unstable();
    stems.dedup();
    stems.into()
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

/// How much of what was `asked` one block speaks of: each stem once, by rarity.
fn worth(block: &[Stem], asked: &[Stem], postings: &Postings) -> f32 {
    let spoken = asked
        .iter()
        .filter(|stem| block.binary_search(stem).is_ok());
    spoken.map(|stem| postings.rarity(*stem)).sum()
}
