//! What the words say and what the encoder says, as one belief.
//!
//! Each is trusted by a power of its probabilities (a logarithmic opinion pool): where both see the same, belief
//! grows; where one is sure and the other is not, it gives way.

use super::Hit;
use crate::learn::softmax;

/// How much the words count, and how much the encoder, which has read many real people's messages. Both have seen much of
/// the same examples, so that the words are worth less than a whole witness. Of a grid over these and the prices of the
/// outcomes, those around here let most of real people's questions meet the right section at once, and lose nothing of imagined
/// ones.
const WORDS: f32 = 0.9;
const SENSE: f32 = 0.95;

/// No probability of the words' is taken to be smaller: one rare word that belongs to a section ("exclusively") rules out
/// nothing.
const SMALLEST_BY_WORDS: f32 = 0.002;

/// Nor one of the encoder's.
const SMALLEST: f32 = 1e-6;

/// Words this sure of a section need no second reader. They are that of 0.007 of real people's questions that the
/// article does not answer, of 0.018 from 0.99 on; of imagined questions still a quarter.
const CLEAR: f32 = 0.999;

/// Whether the words alone leave no doubt, `hits` being in order.
pub(super) fn is_clear(hits: &[Hit]) -> bool {
    hits.first().is_some_and(|hit| hit.probability >= CLEAR)
}

/// How much the words count, and what is added for the class of what no section answers, where nobody else read the
/// question: they are as sure of what strangers mean as of what we imagined. With both 0.05 of real people's questions that
/// the article does not answer are quoted something; of those it answers 0.17 meet the right section at once.
const ALONE: f32 = 0.7;
const DOUBT: f32 = 0.3;

/// Where nobody else can read it, words this sure are believed: of them hardly any is wrong on imagined questions.
const SURE: f32 = 0.99;

/// Trusts the words less, where nobody else read the question, unless they are sure.
pub(super) fn alone(hits: &mut [Hit], elsewhere: &mut f32) {
    if hits.first().is_some_and(|hit| hit.probability >= SURE) {
        return;
    }
    believe(hits, elsewhere, |words, section| {
        let doubt = section.map_or(DOUBT, |_| 0.0);
        ALONE * words.max(SMALLEST).ln() + doubt
    });
}

/// Blends what the encoder says, a logit a class, into `hits` and `elsewhere`. `classes` holds for each section its
/// class; the last class is that of what no section answers.
pub(super) fn blend(hits: &mut [Hit], elsewhere: &mut f32, sense: &[f32], classes: &[usize]) {
    let mut said = sense.to_vec();
    softmax(&mut said);
    believe(hits, elsewhere, |words, section| {
        let class = section.map_or(sense.len() - 1, |section| classes[section]);
        WORDS * words.max(SMALLEST_BY_WORDS).ln() + SENSE * said[class].max(SMALLEST).ln()
    });
}

/// Makes probabilities of what speaks for each section, and for none, by what the words say of it.
fn believe(hits: &mut [Hit], elsewhere: &mut f32, speaks: impl Fn(f32, Option<usize>) -> f32) {
    let sections = hits
        .iter()
        .map(|hit| speaks(hit.probability, Some(hit.section)));
    let mut belief: Vec<f32> = sections.collect();
    belief.push(speaks(*elsewhere, None));
    softmax(&mut belief);
    *elsewhere = belief.pop().expect("the class that was pushed");
    for (hit, belief) in hits.iter_mut().zip(belief) {
        hit.probability = belief;
    }
    hits.sort_by(|a, b| b.probability.total_cmp(&a.probability));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(of: &[f32]) -> Vec<Hit> {
        let hits = of.iter().enumerate();
        hits.map(|(section, &probability)| Hit {
            section,
            probability,
        })
        .collect()
    }

    #[test]
    fn what_both_see_comes_first_and_all_adds_up_to_one() {
        let (mut words, mut elsewhere) = (hits(&[0.5, 0.4]), 0.1);
        blend(&mut words, &mut elsewhere, &[2.0, 0.0, -1.0], &[1, 0]);
        assert_eq!(words[0].section, 1);
        let all = words.iter().map(|hit| hit.probability).sum::<f32>() + elsewhere;
        assert!((all - 1.0).abs() < 1e-5);
    }

    #[test]
    fn what_the_words_rule_out_can_still_be_meant() {
        let (mut words, mut elsewhere) = (hits(&[0.0, 0.6]), 0.4);
        blend(&mut words, &mut elsewhere, &[20.0, 0.0, 0.0], &[0, 1]);
        assert_eq!(words[0].section, 0);
    }
}
