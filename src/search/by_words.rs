//! Probabilities for an article without example questions, from its words alone.
//!
//! Two facts decide: how much of the question the best section holds, and by how much it leads.

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

/// How likely each section answers a question of `stems`, `unknown` of whose words no section holds; and how
/// likely none does.
pub(super) fn by_words(postings: &Postings, stems: &[Stem], unknown: usize) -> (Vec<f32>, f32) {
    let mut scores = postings.scores(stems);
    let best = scores.iter().copied().fold(0.0, f32::max);
    let known: f32 = stems.iter().map(|stem| postings.rarity(*stem)).sum();
    let asked = known + unknown as f32 * postings.highest_rarity();
    let held = if asked > 0.0 { best / asked } else { 0.0 };
    let answered = if best > 0.0 {
        1.0 / (1.0 + (STEEP * (EVEN - held)).exp())
    } else {
        0.0
    };
    scores.iter_mut().for_each(|score| *score *= LEAD);
    softmax(&mut scores);
    scores.iter_mut().for_each(|score| *score *= answered);
    (scores, 1.0 - answered)
}
