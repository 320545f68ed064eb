//! The sections that are worth most to a question, without a look at all the others.
//!
//! Sections are walked in stretches. Once enough good ones are known, a word that is everywhere can lift
//! none above them by itself, and is only looked up where rarer words lead (MaxScore, Turtle and Flood 1995).

use super::bm25f::{Posting, Postings};
use super::dictionary::Stem;

/// So many sections are worked out at once: their worths fit the fastest memory of a processor, and the first
/// stretch, in which every stem leads, is short. At 512, 1,024, 2,048 and 4,096 half of the questions to 100,000 sections
/// take less than 146, 128, 149 and 190 us.
const STRETCH: usize = 1024;

/// A section and what it is worth.
pub(super) type Worth = (usize, f32);

/// The sections worth most to a question of `stems`, at most `count`, the best first and the earliest of equals.
/// A section that shares no stem is none of them.
pub(super) fn best(postings: &Postings, stems: &[Stem], count: usize) -> Vec<Worth> {
    let mut walks: Vec<Walk<'_>> = stems
        .iter()
        .map(|stem| Walk::new(postings, *stem))
        .collect();
    walks.sort_by(|a, b| b.highest.total_cmp(&a.highest));
    let mut best = Best {
        found: Vec::with_capacity(count + 1),
        count,
    };
    let mut worths = vec![0.0; STRETCH.min(postings.sections())];
    for start in (0..postings.sections()).step_by(STRETCH) {
        stretch(start, &mut walks, &mut worths, &mut best);
    }
    best.found
}

/// One stem's way through the sections.
struct Walk<'p> {
    /// What of its list lies ahead.
    ahead: &'p [Posting],
    /// No section is worth more to it.
    highest: f32,
}

/// The best sections so far, best first.
struct Best {
    found: Vec<Worth>,
    count: usize,
}

impl<'p> Walk<'p> {
    fn new(postings: &'p Postings, stem: Stem) -> Walk<'p> {
        Walk {
            ahead: postings.list(stem),
            highest: postings.highest(stem),
        }
    }

    /// The part of the list before section `end`, which is then behind.
    fn up_to(&mut self, end: usize) -> &'p [Posting] {
        let before = |posting: &Posting| (posting.section as usize) < end;
        // Most lists have little in one stretch: a stride that doubles finds its end sooner than halving all.
        let mut stride = 8;
        while stride < self.ahead.len() && before(&self.ahead[stride]) {
            stride *= 2;
        }
        let reach = stride.min(self.ahead.len());
        let (here, ahead) = self
            .ahead
            .split_at(self.ahead[..reach].partition_point(before));
        self.ahead = ahead;
        here
    }
}

impl Best {
    /// What a section must be worth more than; nothing while there is room.
    fn bar(&self) -> f32 {
        match self.found.last() {
            Some((_, worth)) if self.found.len() == self.count => *worth,
            _ => 0.0,
        }
    }

    fn add(&mut self, section: usize, worth: f32) {
        if worth <= self.bar() {
            return;
        }
        let at = self.found.partition_point(|(_, other)| *other >= worth);
        self.found.insert(at, (section, worth));
        self.found.truncate(self.count);
    }
}

/// Adds the best sections of the stretch that begins at `start`; `worths` is zero before and after.
fn stretch(start: usize, walks: &mut [Walk<'_>], worths: &mut [f32], best: &mut Best) {
    let here: Vec<&[Posting]> = walks
        .iter_mut()
        .map(|walk| walk.up_to(start + STRETCH))
        .collect();
    // The commonest stems lead nowhere if all of them together stay below the bar.
    let mut lift = 0.0;
    let mut leading = walks.len();
    while leading > 0 && lift + walks[leading - 1].highest <= best.bar() {
        leading -= 1;
        lift += walks[leading].highest;
    }
    let (leading, others) = here.split_at(leading);
    for posting in leading.iter().copied().flatten() {
        worths[posting.section as usize - start] += posting.worth;
    }
    let highest: Vec<f32> = walks[leading.len()..]
        .iter()
        .map(|walk| walk.highest)
        .collect();
    for posting in leading.iter().copied().flatten() {
        let mut worth = std::mem::take(&mut worths[posting.section as usize - start]);
        if worth == 0.0 {
            continue;
        }
        let mut lift = lift;
        for (list, highest) in others.iter().zip(&highest) {
            if worth + lift <= best.bar() {
                break;
            }
            worth += worth_in(list, posting.section);
            lift -= highest;
        }
        best.add(posting.section as usize, worth);
    }
}

/// What the section is worth by one list.
pub(super) fn worth_in(list: &[Posting], section: u32) -> f32 {
    let at = list.binary_search_by_key(&section, |posting| posting.section);
    at.map_or(0.0, |at| list[at].worth)
}

#[cfg(test)]
mod tests {
    use super::super::bm25f::Counter;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Stems 0 and 1 are everywhere, 90 and above are rare: both ways through a stretch are taken.
        #[test]
        fn the_best_are_those_of_a_look_at_all(
            bodies in prop::collection::vec(prop::collection::vec(0_u32..100, 1..6), 1..300),
            asked in prop::collection::btree_set(0_u32..100, 0..8),
            copies in 1_usize..60,
            count in 1_usize..5,
        ) {
            let mut counter = Counter::default();
            for at in 0..bodies.len() * copies {
                let mut body = bodies[(at * 7) % bodies.len()].clone();
                body.extend([0, 1, 0, at as u32 % 3]);
                counter.add([&[], &[], &body]);
            }
            let postings = counter.finish();
            let asked: Vec<Stem> = asked.into_iter().filter(|stem| postings.hold(*stem)).collect();
            let mut all: Vec<Worth> = (0..postings.sections())
                .map(|section| {
                    let worth = |stem: &Stem| worth_in(postings.list(*stem), section as u32);
                    (section, asked.iter().map(worth).sum::<f32>())
                })
                .filter(|(_, worth)| *worth > 0.0)
                .collect();
            all.sort_by(|a, b| b.1.total_cmp(&a.1));
            let found = best(&postings, &asked, count);
            prop_assert_eq!(found.len(), all.len().min(count));
            for (found, other) in found.iter().zip(&all) {
                // Sums in another order differ in their last digit.
                prop_assert!((found.1 - other.1).abs() < 1e-4, "{:?} {:?}", found, other);
            }
        }
    }
}
