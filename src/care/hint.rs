//! Which patterns are worth trying in a sentence, and from where, told by its words alone.
//!
//! A pattern that asks for "wish … dead" waits for the rarer of the two: where that stands, the other is looked for, and
//! only then is the pattern tried, from as far before as the words between may be. Without looking, care takes two fifths
//! longer; looking for a third spares nothing.

mod must;

use super::pattern::Pattern;
use super::sentence::Sentence;
use super::vocabulary::WordId;
use crate::learn::Rows;
use must::{AnyOf, Must};
use std::collections::HashMap;

pub(super) use must::ClassWords;

/// The number of a set of words.
type Set = u32;

/// The set of which every sentence has a word.
const ANY: Set = 0;

/// A pattern, by its position, and where it may begin.
pub(super) type Try = (u32, u16);

/// Every pattern's hints.
#[derive(Clone, Debug, Default)]
pub(super) struct Hints {
    sets: Sets,
    /// The patterns that wait for each word, in order; and of each the set of which one word must be there as well: of
    /// several, the one with the rarest words. Further ones are of words that most sentences have: to look for them
    /// costs as much as to try.
    waiting: Rows<(u32, Set)>,
    patterns: Vec<Hint>,
}

/// To which sets each word belongs.
#[derive(Clone, Debug, Default)]
struct Sets {
    /// The position of each word among those below, which many words share.
    of: Vec<u32>,
    /// Sets, a bit each; so many numbers as hold all of them for each.
    bits: Vec<u64>,
    width: usize,
}

#[derive(Clone, Debug)]
struct Hint {
    /// The set of which one word must be there as well. It lies beside the waiting pattern too: nearly all go on waiting,
    /// and what tells that is looked through without a step aside.
    other: Set,
    /// The set with which it begins, if it begins with a word and waits for another.
    first: Option<Set>,
    /// So many words before that for which it waits it begins, at least and at most.
    near: u16,
    far: u16,
}

/// The sets to which the words of one sentence belong, a bit each.
pub(super) struct Announced(Vec<u64>);

impl Hints {
    /// The hints of `patterns`, each known by its position; every one of them asks for a word.
    pub(super) fn new<'p>(
        patterns: impl Iterator<Item = &'p Pattern>,
        classes: &ClassWords,
        words: usize,
    ) -> Hints {
        let patterns = patterns.map(|pattern| {
            let elements = &pattern.elements[..];
            (classes.begin(elements), classes.musts(elements))
        });
        let patterns: Vec<(Option<AnyOf>, Vec<Must>)> = patterns.collect();
        let named = named(patterns.iter().flat_map(|(_, musts)| musts), words);
        let mut numbers: HashMap<AnyOf, Set> = HashMap::new();
        let mut waiting = vec![Vec::new(); words];
        let mut hints = Vec::new();
        let mut firsts = Vec::new();
        for (pattern, (first, mut musts)) in (0..).zip(patterns) {
            let rarest = |musts: &[Must]| rarest(musts, &named);
            let at = rarest(&musts).expect("the compiler refuses a pattern without words");
            let awaited = musts.remove(at);
            let other = rarest(&musts).map(|at| number(&mut numbers, musts.remove(at).words));
            let other = other.unwrap_or(ANY);
            for word in &awaited.words {
                waiting[word.0 as usize].push((pattern, other));
            }
            let begins = at == 0 && first.as_ref() == Some(&awaited.words);
            firsts.push(first.filter(|_| !begins));
            hints.push(Hint {
                other,
                first: None,
                near: awaited.near as u16,
                far: if begins { 0 } else { awaited.far as u16 },
            });
        }
        for (hint, first) in hints.iter_mut().zip(firsts) {
            hint.first = first.map(|first| number(&mut numbers, first));
        }
        Hints {
            sets: Sets::new(&numbers, words),
            waiting: rows(waiting),
            patterns: hints,
        }
    }

    /// What the words of `sentence` announce.
    pub(super) fn announced(&self, sentence: &Sentence<'_>) -> Announced {
        let mut announced = vec![0; self.sets.width];
        add(&mut announced, ANY);
        for at in 0..sentence.words.len() {
            for word in words_at(sentence, at) {
                for (sets, more) in announced.iter_mut().zip(self.sets.of(word)) {
                    *sets |= more;
                }
            }
        }
        Announced(announced)
    }

    /// What of the first `count` patterns is worth trying in a sentence, in order.
    pub(super) fn tries(
        &self,
        count: usize,
        sentence: &Sentence<'_>,
        announced: &Announced,
    ) -> Vec<Try> {
        let count = count as u32;
        let mut woken: Vec<Try> = Vec::with_capacity(4 * sentence.words.len());
        for at in 0..sentence.words.len() {
            for word in words_at(sentence, at) {
                for &(pattern, other) in self.waiting(word) {
                    if pattern >= count {
                        break;
                    }
                    if announced.has(other) {
                        woken.push((pattern, at as u16));
                    }
                }
            }
        }
        woken.sort_unstable_by_key(|(pattern, at)| u64::from(*pattern) << 16 | u64::from(*at));
        let mut tries = Vec::with_capacity(woken.len());
        for places in woken.chunk_by(|a, b| a.0 == b.0) {
            let hint = &self.patterns[places[0].0 as usize];
            let mut untried = 0;
            for &(pattern, place) in places {
                for start in hint.before(place, &mut untried) {
                    if self.begins(hint, sentence, start) {
                        tries.push((pattern, start));
                    }
                }
            }
        }
        tries
    }

    /// Where `pattern` may begin in a sentence.
    pub(super) fn starts<'a>(
        &'a self,
        pattern: u32,
        sentence: &'a Sentence<'_>,
        announced: &Announced,
    ) -> impl Iterator<Item = u16> + 'a {
        let length = match announced.has(self.patterns[pattern as usize].other) {
            true => sentence.words.len(),
            false => 0,
        };
        let waits = move |at: &usize| {
            let mut words = words_at(sentence, *at);
            words.any(|word| {
                let waiting = self.waiting(word);
                waiting
                    .binary_search_by_key(&pattern, |(pattern, _)| *pattern)
                    .is_ok()
            })
        };
        let hint = &self.patterns[pattern as usize];
        let mut untried = 0;
        let places = (0..length).filter(waits).map(|at| at as u16);
        let starts = places.flat_map(move |place| hint.before(place, &mut untried));
        starts.filter(move |start| self.begins(hint, sentence, *start))
    }

    /// Whether a pattern of this `hint` may begin at `start`, by the word there.
    fn begins(&self, hint: &Hint, sentence: &Sentence<'_>, start: u16) -> bool {
        hint.first.is_none_or(|first| {
            let mut words = words_at(sentence, usize::from(start));
            words.any(|word| has(self.sets.of(word), first))
        })
    }

    fn waiting(&self, word: WordId) -> &[(u32, Set)] {
        self.waiting.row(word.0 as usize)
    }
}

impl Hint {
    /// Where its pattern may begin if what it waits for stands at `place`, but for what came before `untried`.
    fn before(&self, place: u16, untried: &mut u16) -> std::ops::Range<u16> {
        let end = (place + 1).saturating_sub(self.near);
        let from = place.saturating_sub(self.far).max(*untried);
        *untried = end.max(*untried);
        from..end
    }
}

impl Sets {
    /// To which of the sets of these `numbers` each of `words` words belongs.
    fn new(numbers: &HashMap<AnyOf, Set>, words: usize) -> Sets {
        let width = (numbers.len() + 1).div_ceil(64);
        let mut of_words = vec![Vec::new(); words];
        for (set, number) in numbers {
            for word in set {
                let sets: &mut Vec<u64> = &mut of_words[word.0 as usize];
                sets.resize(width, 0);
                add(sets, *number);
            }
        }
        let mut known: HashMap<Vec<u64>, u32> = HashMap::new();
        let mut sets = Sets {
            of: Vec::with_capacity(words),
            bits: Vec::new(),
            width,
        };
        for mut bits in of_words {
            bits.resize(width, 0);
            let next = known.len() as u32;
            let at = *known.entry(bits).or_insert_with_key(|bits| {
                sets.bits.extend(bits);
                next
            });
            sets.of.push(at);
        }
        sets.bits.shrink_to_fit();
        sets
    }

    fn of(&self, word: WordId) -> &[u64] {
        let at = self.of[word.0 as usize] as usize * self.width;
        &self.bits[at..at + self.width]
    }
}

impl Announced {
    fn has(&self, set: Set) -> bool {
        has(&self.0, set)
    }
}

fn add(bits: &mut [u64], set: Set) {
    bits[set as usize / 64] |= 1 << (set % 64);
}

fn has(bits: &[u64], set: Set) -> bool {
    bits[set as usize / 64] >> (set % 64) & 1 == 1
}

/// What stands at `at`: a word, and a number if it is one.
fn words_at(sentence: &Sentence<'_>, at: usize) -> impl Iterator<Item = WordId> {
    let number = sentence.numbers[at].map(|_| WordId::NUMBER);
    [sentence.words[at]].into_iter().chain(number)
}

/// The number of a set, new or known.
fn number(numbers: &mut HashMap<AnyOf, Set>, words: AnyOf) -> Set {
    let next = numbers.len() as Set + ANY + 1;
    *numbers.entry(words).or_insert(next)
}

/// How often each of `words` words is named.
fn named<'m>(musts: impl Iterator<Item = &'m Must>, words: usize) -> Vec<usize> {
    let mut named = vec![0; words];
    for word in musts.flat_map(|must| &must.words) {
        named[word.0 as usize] += 1;
    }
    named
}

/// Which of `musts` has the words that are named least: what many patterns name, people often say.
fn rarest(musts: &[Must], named: &[usize]) -> Option<usize> {
    let often = |must: &Must| -> usize {
        let words = must.words.iter();
        words.map(|word| named[word.0 as usize]).sum()
    };
    (0..musts.len()).min_by_key(|at| often(&musts[*at]))
}

fn rows<T>(lists: Vec<Vec<T>>) -> Rows<T> {
    let mut rows = Rows::new();
    lists.into_iter().for_each(|list| rows.push(list));
    rows.shrink();
    rows
}
