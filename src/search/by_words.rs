//! Probabilities for an article without example questions, from its words alone.
//!
//! Two facts decide: how much of the question the best section holds, and by how much it leads.

use super::Hit;
use super::best::{Worth, best};
use super::bm25f::Postings;
use super::dictionary::Stem;
use crate::learn::softmax;

/// So much of a question's rarity must the best section hold to be as likely as not to answer. A section that
/// holds every word once, none of them in its heading, is worth about 1; a question on another subject shares a
/// common word or two. Of 0.35, 0.42 and 0.55 on the development questions without their examples, 0.42 offers the right
/// section to 0.49 of them (0.55, 0.39) and choices to 0.25 of the off-topic ones (0.30, 0.13).
const EVEN: f32 = 0.42;

/// How fast belief grows around [`EVEN`]: at 0.18 one in ten, at 0.66 nine in ten.
const STEEP: f32 = 9.0;

/// How much one unit of BM25F favours a section over another.
const LEAD: f32 = 0.9;

/// So many sections are ranked, twice as many as are ever offered: whoever looks further has the table of contents.
const RANKED: usize = 8;

/// The sections likeliest to answer a question of `stems`, `unknown` of whose words no section holds, best first;
/// and how likely none does.
pub(super) fn by_words(postings: &Postings, stems: &[Stem], unknown: usize) -> (Vec<Hit>, f32) {
    let best = best(postings, stems, RANKED);
    let known: f32 = stems.iter().map(|stem| postings.rarity(*stem)).sum();
    let asked = known + unknown as f32 * postings.highest_rarity();
    let answered = match best.first() {
        Some((_, worth)) => 1.0 / (1.0 + (STEEP * (EVEN - worth / asked)).exp()),
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
