//! One belief of all who were asked: the examples' words, the rules and the encoder.

use super::rules::Judgement;
use super::{LEARNED, MOST_POINTS, Route, Signal, Whose};
use crate::encoder::{Classes, Sense};
use crate::text::Span;

/// How much the odds of the examples' words count beside the encoder's. This and the next three were set together: of a
/// grid, most needs of real people caught at no more than 0.03 of their other messages.
const WORDS: f32 = 0.45;

/// What a rule that would call for a card by itself adds to the odds.
const RULE: f32 = 4.2;

/// What each point of a weaker sign adds, up to [`MOST_POINTS`].
const POINT: f32 = 1.2;

/// The odds of need, as a logarithm, from which there is a card. Of messages of real people 0.783 of those in need are
/// caught with 0.029 of the others.
const ENOUGH: f32 = 1.32;

/// The language of a message, as far as the examples differ in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    /// That of most examples.
    Own,
    /// Another: examples of need are fewer there, and so are the rules.
    Other,
}

/// How much what the examples in other languages say counts beside the encoder, by what our own language's do. With this
/// and [`LESS_HEARD`], 0.90, 0.85, 0.80 and 0.70 of the needs in French, Spanish, Portuguese and Swahili are caught with
/// 0.02, 0.01, 0.04 and 0.03 of the others: of a grid over both, the most at about 0.03 on the whole.
const ABROAD: f32 = 0.5;

/// What is added to their odds of need, as a logarithm, because the rules for those languages are few.
const LESS_HEARD: f32 = 4.5;

impl Tongue {
    /// The odds of `need` by the examples' words, as a logarithm, as they count beside the encoder.
    pub(super) fn beside_encoder(self, need: f32) -> f32 {
        match self {
            Tongue::Own => need,
            Tongue::Other => ABROAD * need + LESS_HEARD,
        }
    }
}

/// Which class of the encoder's stands for which need.
#[derive(Clone, Debug)]
pub(super) struct Heard {
    routes: Vec<Route>,
    whose: Vec<Whose>,
}

impl Heard {
    /// What the names of `classes` mean; none if one of them means nothing to us.
    pub(super) fn of(classes: &Classes) -> Option<Heard> {
        let route = |name: &String| Route::ALL.into_iter().find(|route| route.name() == name);
        let whose = |name: &String| Whose::ALL.into_iter().find(|whose| whose.name() == name);
        Some(Heard {
            routes: classes.routes.iter().map(route).collect::<Option<_>>()?,
            whose: classes.whose.iter().map(whose).collect::<Option<_>>()?,
        })
    }

    /// What a message needs, by the odds of the examples' `words`, the encoder's `sense`, and the rules' `judgement`;
    /// `spoke` names the words that spoke loudest.
    pub(super) fn signal(
        &self,
        words: f32,
        sense: &Sense,
        judgement: Judgement,
        spoke: impl FnOnce() -> Vec<Span>,
    ) -> Option<Signal> {
        if believed(words, sense, &judgement) < ENOUGH {
            return judgement.certain;
        }
        judgement.signal.or_else(|| {
            // Who says nothing of an age is no child to us, whatever it sounds like.
            let spoken_for = |route| route != Route::Minor || judgement.minor;
            Some(Signal {
                route: likeliest(&self.routes, &sense.routes, spoken_for),
                whose: likeliest(&self.whose, &sense.whose, |_| true),
                details: judgement.details,
                rule: LEARNED.to_owned(),
                spans: spoke(),
            })
        })
    }
}

/// The odds of need, as a logarithm: those that are [`believed`], and where a rule is certain, enough for a card.
pub(super) fn odds(words: f32, sense: &Sense, judgement: &Judgement) -> f32 {
    let believed = believed(words, sense, judgement);
    match judgement.certain {
        Some(_) => believed.max(ENOUGH),
        None => believed,
    }
}

/// The odds of need, as a logarithm, by the examples' words, the encoder and the rules together.
fn believed(words: f32, sense: &Sense, judgement: &Judgement) -> f32 {
    let by_rule = judgement.signal.as_ref().map_or(0.0, |_| RULE);
    WORDS * words + sense.need + by_rule + POINT * judgement.points.min(MOST_POINTS) as f32
}

/// Of `classes` that `may` be meant the one with the highest logit.
pub(super) fn likeliest<C: Copy>(classes: &[C], logits: &[f32], may: impl Fn(C) -> bool) -> C {
    let known = classes.iter().zip(logits).filter(|(class, _)| may(**class));
    let likeliest = known.max_by(|a, b| a.1.total_cmp(b.1));
    likeliest.map_or(classes[0], |(class, _)| *class)
}
