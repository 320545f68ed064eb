//! Probabilities for an article without example questions, from its words alone.
//!
//! Sections that share rare words with a question are found by BM25F; those that say them close together come
//! before others. How likely any of them answers, three facts decide: how much of the question the best section holds,
//! how many of its words the article knows at all, and whether it names the article's subject.
//!
//! All constants but [`EVEN`] were fitted on 89 articles of the SQuAD training set, whose questions no test asks.

use super::Hit;
use super::bm25f::Postings;
use super::dictionary::Stem;
use super::query::Reader;
use super::sentences::Sentences;
use super::weighed::{Weighed, grammar};
use crate::content::{Article, Asked};
use crate::learn::softmax;

/// How much belief grows with what the best section is worth, measured by what all words of the question weigh.
const HELD: f32 = 5.3;

/// How much it grows with the share of its words that the article has anywhere.
const KNOWN: f32 = 4.6;

/// How much it grows if the question names what the article's title names. Questions of other articles are told apart
/// at 0.991 (area under the curve); fitted without the title at 0.983, and without [`KNOWN`] too at 0.978.
const TITLED: f32 = 4.5;

/// What all of that must come to for an answer to be as likely as not. For the questions of SQuAD it is 8, but they were
/// written with their paragraph in view, and people use other words. Of 6, 6.5, 7 and 8, on the development questions
/// without their examples, 6.5 offers or quotes the right section to 0.50 of them (0.56, 0.50, 0.48, 0.43) and offers
/// choices to 0.23 of the off-topic ones (0.23, 0.23, 0.13, 0.10). The lower it is, the more of what belongs to other
/// articles is believed: of SQuAD's questions, 0.08 too much on average at 6.5, and 0.11 at 6.
const EVEN: f32 = 6.5;

/// How much one unit of worth favours a section over another.
const LEAD: f32 = 0.52;

/// So many sections are ranked, twice as many as are ever offered: whoever looks further has the table of contents.
pub(super) const RANKED: usize = 8;

/// What is known of an article beside which section has which word that carries matter.
#[derive(Clone, Debug, Default)]
pub(super) struct ByWords {
    pub(super) sentences: Sentences,
    /// Which heading or example has which word of grammar.
    pub(super) grammar: Postings,
    /// The stems of its title that carry matter.
    pub(super) title: Box<[Stem]>,
}

impl ByWords {
    /// What is known of `article`, whose sections have these `sentences`, and which people `asked` so.
    pub(super) fn new(
        article: &Article,
        asked: &Asked,
        sentences: Sentences,
        reader: &Reader,
    ) -> ByWords {
        ByWords {
            sentences,
            grammar: grammar(article, asked, reader),
            title: reader
                .matter(&reader.tokens(article.title().as_str()))
                .into(),
        }
    }
}

/// The sections of an article of so many that are likeliest to answer what was `weighed`, best first; and how likely none
/// does.
pub(super) fn ranked(weighed: &Weighed, sections: usize) -> (Vec<Hit>, f32) {
    let mut best = weighed.all.clone();
    best.sort_by(|a, b| b.1.total_cmp(&a.1));
    best.truncate(RANKED);
    let first = best.first().map(|(section, _)| *section);
    let mut matter = weighed.matter.iter();
    let worth = matter.find(|(section, _)| Some(*section) == first);
    let answered = worth.map_or(0.0, |(_, worth)| answered(weighed, *worth));
    let mut shares: Vec<f32> = best.iter().map(|(_, worth)| worth * LEAD).collect();
    softmax(&mut shares);
    let hits = best.iter().zip(&shares);
    let hits = hits.map(|((section, _), share)| Hit {
        section: *section,
        probability: share * answered,
    });
    let mut hits: Vec<Hit> = hits.collect();
    fill(&mut hits, sections);
    (hits, 1.0 - answered)
}

/// How likely some section answers, of which the best is worth this.
fn answered(weighed: &Weighed, worth: f32) -> f32 {
    let titled = f32::from(u8::from(weighed.titled));
    let held = worth / weighed.matter_whole;
    let belief = HELD * held + KNOWN * weighed.known + TITLED * titled - EVEN;
    1.0 / (1.0 + (-belief).exp())
}

/// Adds the first sections that share nothing, so that there is always something to look at.
pub(super) fn fill(hits: &mut Vec<Hit>, sections: usize) {
    for section in 0..sections {
        if hits.len() >= RANKED {
            return;
        }
        if !hits.iter().any(|hit| hit.section == section) {
            hits.push(Hit {
                section,
                probability: 0.0,
            });
        }
    }
}
