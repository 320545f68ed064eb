//! A question that the author wrote down, asked again in the same words.

use super::Hit;
use super::taught::BELIEF;
use crate::content::Asked;
use crate::text::{ByHash, typed};
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// By its words, however they are written, the section that the author wrote each example for, or offers each line of; nothing
/// for the examples that no section answers.
#[derive(Clone, Debug, Default)]
pub(super) struct Repeated(ByHash<Option<usize>>);

impl Repeated {
    pub(super) fn new(asked: &Asked, sections: usize) -> Repeated {
        let elsewhere = asked.elsewhere().iter().map(|text| (text, None));
        let inside = (0..sections).flat_map(|section| {
            let its = asked.of(section).iter().chain(asked.offered(section));
            its.map(move |text| (text, Some(section)))
        });
        let all = elsewhere.chain(inside);
        Repeated(all.map(|(text, section)| (hash(text), section)).collect())
    }

    /// Believes the author, if `text` is one of theirs: whatever others read in a few plain words, they said what is meant.
    pub(super) fn lead(&self, text: &str, hits: &mut Vec<Hit>, elsewhere: &mut f32) {
        let Some(meant) = self.0.get(&hash(text)) else {
            return;
        };
        hits.iter_mut()
            .for_each(|hit| hit.probability *= 1.0 - BELIEF);
        *elsewhere *= 1.0 - BELIEF;
        match meant {
            None => *elsewhere += BELIEF,
            Some(section) => {
                match hits.iter_mut().find(|hit| hit.section == *section) {
                    Some(hit) => hit.probability += BELIEF,
                    // Of an article of many sections only the likeliest are ranked.
                    None => hits.push(Hit {
                        section: *section,
                        probability: BELIEF,
                    }),
                }
                hits.sort_by(|a, b| b.probability.total_cmp(&a.probability));
            }
        }
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    typed(text).for_each(|(word, _)| word.hash(&mut hasher));
    hasher.finish()
}
