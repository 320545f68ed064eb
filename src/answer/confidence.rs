//! When to answer, when to offer a choice, when to say that the article is silent.
//!
//! No threshold is set by taste: each outcome has a price, and the one that is cheapest by the
//! probabilities is chosen.

use crate::search::{Hit, Ranking};

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

impl Confidence {
    /// The outcome that costs least if the probabilities are honest.
    pub fn decide(self, ranking: &Ranking) -> Decision {
        let Some(best) = ranking.hits.first() else {
            return Decision::None;
        };
        let caution = self.caution();
        let elsewhere = ranking.elsewhere;
        let wrong = (1.0 - elsewhere - best.probability).max(0.0);
        let answer = caution * (WRONG_EXCERPT * wrong + OFF_TOPIC_ANSWER * elsewhere);
        let none = MISS * (1.0 - elsewhere);

        let likely = |hit: &&Hit| hit.probability >= WORTH_OFFERING;
        let offered = ranking.hits.iter().take(MOST_CHOICES).take_while(likely);
        let count = offered.count().max(FEWEST_CHOICES).min(ranking.hits.len());
        let covered: f32 = ranking.hits[..count]
            .iter()
            .map(|hit| hit.probability)
            .sum();
        let missed = (1.0 - elsewhere - covered).max(0.0);
        let choices = CHOICE + MISS * missed + caution * CHOICE * elsewhere;

        if answer <= choices && answer <= none {
            Decision::Answer
        } else if choices < none && count >= FEWEST_CHOICES {
            Decision::Choices(count)
        } else {
            Decision::None
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
