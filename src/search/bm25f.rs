//! Sections ranked by the words they share with a question: BM25F (Robertson, Zaragoza and Taylor 2004).
//!
//! What depends on the sections alone is worked out when the index is built, so that a question
//! costs one addition for each section that shares a word.

use super::dictionary::Stem;

/// How soon repeating a word stops counting; the value that Robertson and Zaragoza (2009) recommend.
const K1: f32 = 1.2;

/// The parts of a section.
pub(super) const FIELDS: usize = 3;

/// How much a word counts in the heading, in the keywords and in the body.
const WEIGHTS: [f32; FIELDS] = [2.5, 2.0, 1.0];

/// How much a long heading, list of keywords or body lowers the weight of each of its words.
const LENGTHS: [f32; FIELDS] = [0.4, 0.3, 0.75];

/// Which sections hold which stems, and what each is worth there.
#[derive(Clone, Debug, Default)]
pub(super) struct Postings {
    lists: Vec<Box<[Posting]>>,
    rarity: Vec<f32>,
    /// What each stem is worth at most.
    highest: Vec<f32>,
    sections: usize,
}

/// One stem in one section.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub(super) section: u32,
    pub(super) worth: f32,
}

/// Counts the stems of sections, one section after another.
#[derive(Debug, Default)]
pub(super) struct Counter {
    counts: Vec<Vec<(u32, [u16; FIELDS])>>,
    lengths: Vec<[u32; FIELDS]>,
}

impl Counter {
    /// Counts the next section, the stems of each of its fields.
    pub(super) fn add(&mut self, fields: [&[Stem]; FIELDS]) {
        let section = self.lengths.len() as u32;
        for (field, stems) in fields.iter().enumerate() {
            for stem in *stems {
                self.count(*stem as usize, section, field);
            }
        }
        self.lengths.push(fields.map(|stems| stems.len() as u32));
    }

    fn count(&mut self, stem: usize, section: u32, field: usize) {
        if stem >= self.counts.len() {
            self.counts.resize(stem + 1, Vec::new());
        }
        let counts = &mut self.counts[stem];
        if counts.last().is_none_or(|(last, _)| *last != section) {
            counts.push((section, [0; FIELDS]));
        }
        let (_, fields) = counts.last_mut().expect("one was just put there");
        fields[field] = fields[field].saturating_add(1);
    }

    /// Works out what every stem is worth in every section.
    pub(super) fn finish(self) -> Postings {
        let sections = self.lengths.len();
        let mut mean = [0.0_f32; FIELDS];
        for lengths in &self.lengths {
            for (mean, length) in mean.iter_mut().zip(lengths) {
                *mean += *length as f32 / sections as f32;
            }
        }
        let rarity: Vec<f32> = self
            .counts
            .iter()
            .map(|counts| rarity(sections as f32, counts.len() as f32))
            .collect();
        let lists = self.counts.iter().zip(&rarity).map(|(counts, rarity)| {
            counts
                .iter()
                .map(|(section, fields)| Posting {
                    section: *section,
                    worth: rarity * saturated(fields, &self.lengths[*section as usize], &mean),
                })
                .collect()
        });
        let lists: Vec<Box<[Posting]>> = lists.collect();
        let highest = |list: &[Posting]| list.iter().map(|p| p.worth).fold(0.0, f32::max);
        Postings {
            highest: lists.iter().map(|list| highest(list)).collect(),
            lists,
            rarity,
            sections,
        }
    }
}

impl Postings {
    /// Whether a section holds `stem`.
    pub(super) fn hold(&self, stem: Stem) -> bool {
        !self.list(stem).is_empty()
    }

    /// How rare `stem` is, which a section holds: its inverse document frequency.
    pub(super) fn rarity(&self, stem: Stem) -> f32 {
        self.rarity[stem as usize]
    }

    /// How rare a stem is that a single section holds.
    pub(super) fn highest_rarity(&self) -> f32 {
        rarity(self.sections as f32, 1.0)
    }

    /// What `stem` is worth at most.
    pub(super) fn highest(&self, stem: Stem) -> f32 {
        self.highest[stem as usize]
    }

    /// How many sections there are.
    pub(super) fn sections(&self) -> usize {
        self.sections
    }

    /// The sections that hold `stem`, in reading order.
    pub(super) fn list(&self, stem: Stem) -> &[Posting] {
        self.lists.get(stem as usize).map_or(&[], |list| list)
    }
}

/// Inverse document frequency as in BM25, never below zero.
fn rarity(sections: f32, with: f32) -> f32 {
    (1.0 + (sections - with + 0.5) / (with + 0.5)).ln()
}

/// The weighted count of one stem over the fields, saturated.
fn saturated(counts: &[u16; FIELDS], lengths: &[u32; FIELDS], mean: &[f32; FIELDS]) -> f32 {
    let mut weighted = 0.0;
    for field in 0..FIELDS {
        if counts[field] == 0 {
            continue;
        }
        let relative = lengths[field] as f32 / mean[field].max(1.0);
        let normal = 1.0 - LENGTHS[field] + LENGTHS[field] * relative;
        weighted += WEIGHTS[field] * f32::from(counts[field]) / normal;
    }
    weighted * (K1 + 1.0) / (weighted + K1)
}

#[cfg(test)]
mod tests {
    use super::super::best::best;
    use super::*;

    #[test]
    fn the_section_with_the_rarer_word_comes_first() {
        let (men, quiet, guilt) = (0, 1, 2);
        let mut counter = Counter::default();
        for body in [[men, quiet], [men, guilt], [men, men]] {
            counter.add([&[], &[], &body]);
        }
        let postings = counter.finish();
        let sections: Vec<usize> = best(&postings, &[men, guilt], 3)
            .into_iter()
            .map(|(section, _)| section)
            .collect();
        assert_eq!(sections, [1, 2, 0]);
        assert!(postings.hold(quiet) && !postings.hold(3));
    }
}
