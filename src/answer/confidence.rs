//! When to answer surely, when to quote the likeliest, when to offer a choice, when to say that the article is silent.
//!
//! No threshold is set by taste: each outcome has a price, and the one that is cheapest by the
//! probabilities is chosen. Of some thousand ways to set the prices few let more of real people's questions meet the right
//! section at once (0.45), and those leave more of them without any; 0.06 of what the article does not answer is quoted
//! something.

use crate::search::{Hit, Ranking};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantNames};

/// The price of quoting a section that does not answer; a miss costs 1.
const WRONG_EXCERPT: f32 = 4.0;

/// The price of quoting anything at all where the article is silent.
const OFF_TOPIC_ANSWER: f32 = 5.5;

/// The price of saying "this may be it" where it is.
const HEDGE: f32 = 0.1;

/// The price of quoting the likeliest where one of those beside it answers: it was read in vain.
const BESIDE: f32 = 0.2;

/// The price of quoting the likeliest where none of those shown answers.
const WRONG_LIKELY: f32 = 3.0;

/// A section leads if it is so many times as likely as the next; where none does, several contend evenly.
const LEADS: f32 = 1.3;

/// The price of making someone choose.
const CHOICE: f32 = 0.3;

/// The price of leaving a question unanswered that the article answers.
const MISS: f32 = 1.0;

/// The most sections a choice offers: more are a table of contents.
const MOST_CHOICES: usize = 4;

/// One section alone is no choice.
const FEWEST_CHOICES: usize = 2;

/// A section beyond those is offered only if it is at least this likely.
const WORTH_OFFERING: f32 = 0.04;

/// How sure we must be before we quote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[derive(EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Confidence {
    /// A wrong excerpt counts double.
    Careful,
    /// The stated prices.
    #[default]
    Balanced,
    /// A wrong excerpt counts half.
    Generous,
}

/// The cheapest outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Quote the likeliest section.
    Answer,
    /// Quote it as the likeliest, and offer the others of so many beside it.
    Likely(usize),
    /// Offer so many of the likeliest.
    Choices(usize),
    /// Say that the article is silent.
    None,
}

/// What each outcome is expected to cost, in misses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Costs {
    /// Of quoting the likeliest section.
    pub answer: f32,
    /// Of quoting it as the likeliest and offering the others of [`Costs::offered`] beside it; none if there are none.
    pub likely: Option<f32>,
    /// Of offering [`Costs::offered`] sections; none if there are too few.
    pub choices: Option<f32>,
    /// Whether those sections contend, because several are likely or none leads.
    pub contended: bool,
    /// Of saying that the article is silent.
    pub none: f32,
    /// So many sections would be offered.
    pub offered: usize,
}

impl Confidence {
    /// The outcome that costs least if the probabilities are honest.
    pub fn decide(self, ranking: &Ranking) -> Decision {
        if ranking.hits.is_empty() {
            return Decision::None;
        }
        let costs = self.costs(ranking);
        let choices = costs.choices.unwrap_or(f32::INFINITY);
        let (price, quote) = match costs.likely {
            Some(likely) if likely < costs.answer => (likely, Decision::Likely(costs.offered)),
            _ => (costs.answer, Decision::Answer),
        };
        // Beside one that leads, what hardly anybody means is no choice: it is only better than silence.
        if price <= costs.none && (price <= choices || !costs.contended) {
            quote
        } else if choices < costs.none {
            Decision::Choices(costs.offered)
        } else {
            Decision::None
        }
    }

    /// What each outcome is expected to cost.
    pub fn costs(self, ranking: &Ranking) -> Costs {
        let caution = self.caution();
        let elsewhere = ranking.elsewhere;
        let inside = 1.0 - elsewhere;
        let best = likelihood(&ranking.hits[..ranking.hits.len().min(1)]);
        let wrong = (inside - best).max(0.0);

        let worthy = |hit: &&Hit| hit.probability >= WORTH_OFFERING;
        let worthy = ranking.hits.iter().take(MOST_CHOICES).take_while(worthy);
        let worthy = worthy.count();
        let offered = worthy.max(FEWEST_CHOICES).min(ranking.hits.len());
        let several = offered >= FEWEST_CHOICES;
        let shown = likelihood(&ranking.hits[..offered]);
        let missed = (inside - shown).max(0.0);
        let vain = BESIDE * (shown - best) + WRONG_LIKELY * missed;
        let next = likelihood(ranking.hits.get(1..2).unwrap_or_default());
        let leads = best >= LEADS * next;
        Costs {
            answer: caution * (WRONG_EXCERPT * wrong + OFF_TOPIC_ANSWER * elsewhere),
            likely: (several && leads)
                .then_some(HEDGE + caution * (vain + OFF_TOPIC_ANSWER * elsewhere)),
            choices: several.then_some(CHOICE + MISS * missed + caution * CHOICE * elsewhere),
            contended: !leads || worthy >= FEWEST_CHOICES,
            none: MISS * inside,
            offered,
        }
    }

    fn caution(self) -> f32 {
        match self {
            Confidence::Careful => 2.0,
            Confidence::Balanced => 1.0,
            Confidence::Generous => 0.5,
        }
    }
}

/// How likely one of `hits` answers.
fn likelihood(hits: &[Hit]) -> f32 {
    hits.iter().map(|hit| hit.probability).sum()
}
