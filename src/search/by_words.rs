//! Probabilities for an article without example questions, from its words alone.
//!
//! Sections that share rare words with a question are found by BM25F; those that say them close together come
//! before others. How likely any of them answers, three facts decide: how much of the question the best section holds,
//! how many of its words the article knows at all, and whether it names the article's subject.
//!
//! All constants but [`EVEN`] were fitted on 89 articles of the SQuAD training set, whose questions no test asks.

use super::Hit;
use super::best::{Worth, best};
use super::bm25f::Postings;
use super::dictionary::Stem;
use super::query::Reader;
use super::sentences::{LookedFor, Sentences, weight};
use crate::content::Article;
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
const RANKED: usize = 8;

/// What is known of an article beside which section has which word.
#[derive(Clone, Debug, Default)]
pub(super) struct ByWords {
    sentences: Sentences,
    /// The stems of its title that carry matter.
    title: Box<[Stem]>,
}

impl ByWords {
    /// What is known of `article`, whose sections have these `sentences`.
    pub(super) fn new(article: &Article, sentences: Sentences, reader: &Reader) -> ByWords {
        ByWords {
            sentences,
            title: reader
                .matter(&reader.tokens(article.title().as_str()))
                .into(),
        }
    }

    /// The sections likeliest to answer a question of `words`, best first; and how likely none does.
    /// Of each word the stem, if some section holds it; `stems` are the same, each once.
    pub(super) fn ranked(
        &self,
        postings: &Postings,
        words: &[Option<Stem>],
        stems: &[Stem],
    ) -> (Vec<Hit>, f32) {
        let asked = LookedFor::new(words, stems, postings);
        let mut best = best(postings, stems, RANKED);
        for (section, worth) in &mut best {
            *worth += self.sentences.nearness(*section, &asked);
        }
        best.sort_by(|a, b| b.1.total_cmp(&a.1));
        let answered = match best.first() {
            Some((_, worth)) => self.answered(*worth, postings, words, stems),
            None => 0.0,
        };
        let mut shares: Vec<f32> = best.iter().map(|(_, worth)| worth * LEAD).collect();
        softmax(&mut shares);
        let hit = |((section, _), share): (&Worth, &f32)| Hit {
            section: *section,
            probability: share * answered,
        };
        let mut hits: Vec<Hit> = best.iter().zip(&shares).map(hit).collect();
        fill(&mut hits, postings.sections());
        (hits, 1.0 - answered)
    }

    /// How likely some section answers, of which the best is worth this.
    fn answered(
        &self,
        worth: f32,
        postings: &Postings,
        words: &[Option<Stem>],
        stems: &[Stem],
    ) -> f32 {
        let unknown = words.iter().filter(|word| word.is_none()).count() as f32;
        let known = stems.len() as f32 / (stems.len() as f32 + unknown);
        let weights = stems.iter().map(|stem| weight(postings, Some(*stem)));
        let whole = weights.sum::<f32>() + unknown * weight(postings, None);
        let titled = stems.iter().any(|stem| self.title.contains(stem));
        let titled = f32::from(u8::from(titled));
        let belief = HELD * worth / whole + KNOWN * known + TITLED * titled - EVEN;
        1.0 / (1.0 + (-belief).exp())
    }
}

/// Adds the first sections that share nothing, so that there is always something to look at.
fn fill(hits: &mut Vec<Hit>, sections: usize) {
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
