//! Which patterns are worth trying in a sentence, and from where, told by its words alone.
//!
//! A pattern that asks for "wish … dead" waits for the rarer of the two: where that stands, the other is looked for, and
//! only then is the pattern tried, from as far before as the words between may be. Without looking, care takes two fifths
//! longer; looking for a third spares nothing.

mod must;

use super::pattern::Pattern;
use super::sentence::Sentence;
use super::vocabulary::WordId;
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
    /// How many sets are announced: [`ANY`] and, from the first on, those that are the other of some pattern.
    announced: u32,
    /// To which sets each word belongs, in order.
    sets_of: Vec<Box<[Set]>>,
    /// The patterns that wait for each word, in order.
    waiting: Vec<Box<[u32]>>,
    patterns: Vec<Hint>,
}

#[derive(Clone, Debug)]
struct Hint {
    /// The set of which one word must be there as well: of several, the one with the rarest words. Further ones are of
    /// words that most sentences have: to look for them costs as much as to try.
    other: Set,
    /// The set with which it begins, if it begins with a word and waits for another.
    first: Option<Set>,
    /// So many words before that for which it waits it begins, at least and at most.
    near: u16,
    far: u16,
}

/// Which of the announced sets the words of one sentence belong to, a bit each.
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
            for word in &awaited.words {
                waiting[word.0 as usize].push(pattern);
            }
            let begins = at == 0 && first.as_ref() == Some(&awaited.words);
            firsts.push(first.filter(|_| !begins));
            hints.push(Hint {
                other: other.unwrap_or(ANY),
                first: None,
                near: awaited.near as u16,
                far: if begins { 0 } else { awaited.far as u16 },
            });
        }
        let announced = numbers.len() as Set + ANY + 1;
        for (hint, first) in hints.iter_mut().zip(firsts) {
            hint.first = first.map(|first| number(&mut numbers, first));
        }
        let mut sets_of = vec![Vec::new(); words];
        for (set, number) in &numbers {
            for word in set {
                sets_of[word.0 as usize].push(*number);
            }
        }
        sets_of.iter_mut().for_each(|sets| sets.sort_unstable());
        Hints {
            announced,
            sets_of: boxed(sets_of),
            waiting: boxed(waiting),
            patterns: hints,
        }
    }

    /// What the words of `sentence` announce.
    pub(super) fn announced(&self, sentence: &Sentence<'_>) -> Announced {
        let mut announced = Announced(vec![0; self.announced.div_ceil(64) as usize]);
        announced.add(ANY);
        for at in 0..sentence.words.len() {
            for word in words_at(sentence, at) {
                let sets = self.sets_of(word).iter();
                let others = sets.take_while(|set| **set < self.announced);
                others.for_each(|set| announced.add(*set));
            }
        }
        announced
    }

    /// What of the first `count` patterns is worth trying in a sentence, in order.
    pub(super) fn tries(
        &self,
        count: usize,
        sentence: &Sentence<'_>,
        announced: &Announced,
    ) -> Vec<Try> {
        let count = count as u32;
        let mut woken: Vec<Try> = Vec::new();
        for at in 0..sentence.words.len() {
            let waiting = words_at(sentence, at).flat_map(|word| {
                let waiting = self.waiting(word).iter();
                waiting.take_while(|pattern| **pattern < count)
            });
            let may = waiting.filter(|pattern| announced.has(self.other(**pattern)));
            woken.extend(may.map(|pattern| (*pattern, at as u16)));
        }
        woken.sort_unstable();
        let mut tries = Vec::with_capacity(woken.len());
        for places in woken.chunk_by(|a, b| a.0 == b.0) {
            let (pattern, _) = places[0];
            let places = places.iter().map(|(_, place)| *place);
            let starts = self.before(pattern, sentence, places);
            tries.extend(starts.map(|start| (pattern, start)));
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
        let length = match announced.has(self.other(pattern)) {
            true => sentence.words.len(),
            false => 0,
        };
        let waits = move |at: &usize| {
            let mut words = words_at(sentence, *at);
            words.any(|word| self.waiting(word).binary_search(&pattern).is_ok())
        };
        let places = (0..length).filter(waits).map(|at| at as u16);
        self.before(pattern, sentence, places)
    }

    /// Where `pattern` may begin if what it waits for stands at `places`.
    fn before<'a>(
        &'a self,
        pattern: u32,
        sentence: &'a Sentence<'_>,
        places: impl Iterator<Item = u16> + 'a,
    ) -> impl Iterator<Item = u16> + 'a {
        let &Hint {
            first, near, far, ..
        } = &self.patterns[pattern as usize];
        let begins = move |start: &u16| {
            let mut words = words_at(sentence, usize::from(*start));
            first.is_none_or(|first| {
                words.any(|word| self.sets_of(word).binary_search(&first).is_ok())
            })
        };
        let mut untried = 0;
        let starts = places.flat_map(move |place| {
            let end = (place + 1).saturating_sub(near);
            let from = untried.max(place.saturating_sub(far));
            untried = untried.max(end);
            from..end
        });
        starts.filter(begins)
    }

    fn sets_of(&self, word: WordId) -> &[Set] {
        &self.sets_of[word.0 as usize]
    }

    fn other(&self, pattern: u32) -> Set {
        self.patterns[pattern as usize].other
    }

    fn waiting(&self, word: WordId) -> &[u32] {
        &self.waiting[word.0 as usize]
    }
}

impl Announced {
    fn add(&mut self, set: Set) {
        self.0[set as usize / 64] |= 1 << (set % 64);
    }

    fn has(&self, set: Set) -> bool {
        self.0[set as usize / 64] >> (set % 64) & 1 == 1
    }
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

fn boxed(lists: Vec<Vec<u32>>) -> Vec<Box<[u32]>> {
    lists.into_iter().map(Vec::into_boxed_slice).collect()
}
