//! When to answer, when to offer a choice, when to say that the article is silent.
//!
//! No threshold is set by taste: each outcome has a price, and the one that is cheapest by the
//! probabilities is chosen.

use crate::search::{Hit, Ranking};
use serde::{Deserialize, Serialize};

/// The price of quoting a section that does not answer; a miss costs 1.
const WRONG_EXCERPT: f32 = 3.0;

/// The price of quoting anything at all where the article is silent.
const OFF_TOPIC_ANSWER: f32 = 5.0;

/// The price of making someone choose.
const CHOICE: f32 = 0.3;

/// The price of leaving a question unanswered that the article answers.
const MISS: f32 = 1.0;

/// The most sections a choice offers: more are a table of contents.
const MOST_CHOICES: usize = 4;

/// One section alone is no choice.
const FEWEST_CHOICES: usize = 2;

/// A section beyond those is offered only if it is at least this likely.
const WORTH_OFFERING: f32 = 0.06;

/// How sure we must be before we quote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    /// Of offering [`Costs::offered`] sections; none if there are too few.
    pub choices: Option<f32>,
    /// Of saying that the article is silent.
    pub none: f32,
    /// So many sections would be offered.
    pub offered: usize,
}

impl Confidence {
    /// The outcome that costs least if the probabilities are honest.
    pub fn decide(self, ranking: &Ranking) -> Decision {
        let costs = self.costs(ranking);
        let choices = costs.choices.unwrap_or(f32::INFINITY);
        if ranking.hits.is_empty() {
            Decision::None
        } else if costs.answer <= choices && costs.answer <= costs.none {
            Decision::Answer
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

        let likely = |hit: &&Hit| hit.probability >= WORTH_OFFERING;
        let likely = ranking.hits.iter().take(MOST_CHOICES).take_while(likely);
        let offered = likely.count().max(FEWEST_CHOICES).min(ranking.hits.len());
        let missed = (inside - likelihood(&ranking.hits[..offered])).max(0.0);
        Costs {
            answer: caution * (WRONG_EXCERPT * wrong + OFF_TOPIC_ANSWER * elsewhere),
            choices: (offered >= FEWEST_CHOICES)
                .then_some(CHOICE + MISS * missed + caution * CHOICE * elsewhere),
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
