//! How near the sentences of a section come to a question.
//!
//! Counting words, a section that has some here and some there equals one that says them in one breath.
//! It is read again here: for the words of the question that one sentence holds, and those that stand side by side.

use super::bm25f::Postings;
use super::dictionary::Stem;
use super::query::{Reader, Token};
use crate::text::sentences;

/// What every word weighs beyond its rarity, as a part of the highest rarity: one that all sections have tells none of
/// them apart, yet the sentence that has it beside rarer ones is the likelier to answer. At 0, a third and two thirds, of
/// questions to articles of 14 sections 0.838, 0.849 and 0.848 find theirs first, to articles of five 0.921, 0.921, 0.919.
const COMMON: f32 = 0.33;

/// What two words add that stand side by side as in the question, in weights of one. At 0, 1.3 and 2, the right one of 14
/// sections is found first by 0.837, 0.849 and 0.847.
const PAIR: f32 = 1.3;

/// So many words of a question are looked for, a bit each, the rarest: more are a story.
const LOOKED_FOR: usize = 64;

/// A run of more words that matter is a list or a table, whatever stands at its end: that it holds two words says
/// little. Of 19,000 sentences of Wikipedia five are longer.
const LONGEST: usize = 80;

/// The same where letter pairs stand for words, some five for one: of 80, Chinese questions find theirs first for 0.912
/// and Japanese for 0.782; of 400 for 0.960 and 0.877.
const LONGEST_IN_PAIRS: usize = 5 * LONGEST;

/// Ends a sentence.
const END: u16 = 0;

/// The stems that carry matter of every section, in reading order.
#[derive(Clone, Debug, Default)]
pub(super) struct Sentences {
    stems: Box<[u16]>,
    /// Where each section ends.
    ends: Box<[u32]>,
}

/// Reads sections, one after another.
#[derive(Debug, Default)]
pub(super) struct Gatherer {
    stems: Vec<u16>,
    ends: Vec<u32>,
}

/// What of a question is looked for.
#[derive(Debug)]
pub(super) struct LookedFor {
    /// The words, in the order of their stems, and what each is worth.
    words: Vec<(u16, f32)>,
    /// Whether a stem may be one of them, by its last bits: most are not.
    mask: u64,
    /// Two words, one right behind the other.
    pairs: Vec<(u16, u16)>,
}

impl Gatherer {
    /// Adds `text`, read as `tokens`, to the section.
    pub(super) fn add(&mut self, text: &str, tokens: &[Token], reader: &Reader) {
        let mut rest = tokens;
        for sentence in sentences(text) {
            let end = rest.partition_point(|token| token.span.start < sentence.end);
            let (here, behind) = rest.split_at(end);
            let longest = if in_pairs(here) {
                LONGEST_IN_PAIRS
            } else {
                LONGEST
            };
            self.sentence(&reader.matter(here), longest);
            rest = behind;
        }
    }

    fn sentence(&mut self, stems: &[Stem], longest: usize) {
        if (1..=longest).contains(&stems.len()) {
            self.stems.extend(stems.iter().map(|stem| short(*stem)));
            self.stems.push(END);
        }
    }

    /// Ends the section.
    pub(super) fn end_section(&mut self) {
        let end = u32::try_from(self.stems.len()).expect("fewer words than four thousand million");
        self.ends.push(end);
    }

    /// All sections that were read.
    pub(super) fn finish(self) -> Sentences {
        Sentences {
            stems: self.stems.into(),
            ends: self.ends.into(),
        }
    }
}

/// Whether `tokens` overlap, as letter pairs do.
fn in_pairs(tokens: &[Token]) -> bool {
    tokens
        .windows(2)
        .any(|pair| pair[1].span.start < pair[0].span.end && pair[0].span != pair[1].span)
}

impl Sentences {
    /// What the nearest sentence of `section` is worth, and the words that stand side by side as in the question.
    pub(super) fn nearness(&self, section: usize, asked: &LookedFor) -> f32 {
        let start = section.checked_sub(1).map_or(0, |before| self.ends[before]);
        let stems = &self.stems[start as usize..self.ends[section] as usize];
        let (mut nearest, mut pairs, mut sentence) = (0.0_f32, 0_u64, Sentence::default());
        for &stem in stems {
            if stem == END {
                nearest = nearest.max(sentence.worth);
                sentence = Sentence::default();
                continue;
            }
            let place = asked.place(stem);
            if let (Some(before), Some(_)) = (sentence.before, place) {
                let pair = asked.pairs.iter().position(|pair| *pair == (before, stem));
                pairs |= pair.map_or(0, |at| 1 << at);
            }
            sentence.before = place.map(|_| stem);
            if let Some(place) = place.filter(|place| sentence.held & 1 << place == 0) {
                sentence.held |= 1 << place;
                sentence.worth += asked.words[place].1;
            }
        }
        let pairs = asked
            .pairs
            .iter()
            .enumerate()
            .filter(|(at, _)| pairs & 1 << at != 0);
        let pairs: f32 = pairs.map(|(_, pair)| asked.worth(*pair)).sum();
        nearest + PAIR * pairs
    }
}

/// What was read of one sentence.
#[derive(Default)]
struct Sentence {
    /// The words it holds, a bit each.
    held: u64,
    worth: f32,
    /// The last stem, if it is looked for.
    before: Option<u16>,
}

impl LookedFor {
    /// What to look for, for a question of `words`, some of which no section holds; their `stems` each once.
    pub(super) fn new(words: &[Option<Stem>], stems: &[Stem], postings: &Postings) -> LookedFor {
        let mut asked = LookedFor::words(stems, postings);
        for pair in words.windows(2) {
            let &[Some(first), Some(second)] = pair else {
                continue;
            };
            let pair = (short(first), short(second));
            let both = asked.place(pair.0).is_some() && asked.place(pair.1).is_some();
            if both && !asked.pairs.contains(&pair) && asked.pairs.len() < LOOKED_FOR {
                asked.pairs.push(pair);
            }
        }
        asked
    }

    fn words(stems: &[Stem], postings: &Postings) -> LookedFor {
        let word = |stem: &Stem| (short(*stem), weight(postings, Some(*stem)));
        let mut words: Vec<(u16, f32)> = stems.iter().map(word).collect();
        words.sort_by(|a, b| b.1.total_cmp(&a.1));
        words.truncate(LOOKED_FOR);
        words.sort_unstable_by_key(|(stem, _)| *stem);
        words.dedup_by_key(|(stem, _)| *stem);
        LookedFor {
            mask: words.iter().fold(0, |mask, (stem, _)| mask | bit(*stem)),
            words,
            pairs: Vec::new(),
        }
    }

    /// The place of `stem` among the words, if it is one.
    fn place(&self, stem: u16) -> Option<usize> {
        if self.mask & bit(stem) == 0 {
            return None;
        }
        self.words
            .binary_search_by_key(&stem, |(word, _)| *word)
            .ok()
    }

    /// What a pair is worth: as much as one of its words.
    fn worth(&self, pair: (u16, u16)) -> f32 {
        let worth = |stem| self.place(stem).map_or(0.0, |place| self.words[place].1);
        (worth(pair.0) + worth(pair.1)) / 2.0
    }
}

/// How much a word counts; one that no section holds, as much as the rarest.
pub(super) fn weight(postings: &Postings, stem: Option<Stem>) -> f32 {
    let highest = postings.highest_rarity();
    stem.map_or(highest, |stem| postings.rarity(stem)) + COMMON * highest
}

/// A stem in two bytes, never [`END`]. Only an article of more stems than that has two that look alike.
fn short(stem: Stem) -> u16 {
    (stem % u32::from(u16::MAX)) as u16 + 1
}

fn bit(stem: u16) -> u64 {
    1 << (stem % 64)
}

#[cfg(test)]
mod tests {
    use super::super::bm25f::Counter;
    use super::*;

    /// What a section of these sentences is worth to a question of these words, all in one order.
    fn nearness(sentences: &[&[Stem]], asked: &[Stem]) -> f32 {
        let (mut counter, mut gatherer) = (Counter::default(), Gatherer::default());
        counter.add([&[], &[], &[sentences.concat(), asked.to_vec()].concat()]);
        for sentence in sentences {
            gatherer.sentence(sentence, LONGEST);
        }
        gatherer.end_section();
        let words: Vec<Option<Stem>> = asked.iter().copied().map(Some).collect();
        let asked = LookedFor::new(&words, asked, &counter.finish());
        gatherer.finish().nearness(0, &asked)
    }

    #[test]
    fn words_in_one_sentence_are_worth_more_than_apart_and_most_side_by_side() {
        let [super_, bowl, won] = [0, 1, 2];
        let asked = [super_, bowl];
        let apart = nearness(&[&[super_, won], &[bowl]], &asked);
        let together = nearness(&[&[super_, won, bowl]], &asked);
        let beside = nearness(&[&[won], &[super_, bowl, won]], &asked);
        assert!(0.0 < apart && apart < together && together < beside);
        let crossed = nearness(&[&[super_], &[bowl]], &asked);
        assert_eq!(apart, crossed, "no pair stands across two sentences");
        assert_eq!(nearness(&[&[won]], &[0; 0]), 0.0);
    }

    #[test]
    fn a_story_of_many_words_is_looked_for_by_its_rarest() {
        let story: Vec<Stem> = (0..1_000).collect();
        assert!(nearness(&[&story[..LONGEST]], &story) > 0.0);
        assert_eq!(nearness(&[&story], &story), 0.0, "that is no sentence");
    }
}
