//! Which patterns are worth trying in a sentence, and from where, told by its words alone.
//!
//! A pattern that asks for "wish … dead" is not tried where one of the two is missing, and where both stand it is
//! tried only near the rarer one. What this says may be too much, never too little.

use super::pattern::{ClassId, Element, Pattern};
use super::vocabulary::WordId;
use std::collections::{BTreeSet, HashMap};

/// Words of which one must be there.
type AnyOf = BTreeSet<WordId>;

/// The words of every class, as far as a single word can tell.
#[derive(Debug, Default)]
pub(super) struct ClassWords(HashMap<ClassId, AnyOf>);

impl ClassWords {
    /// Adds single words to `class`.
    pub(super) fn add(&mut self, class: ClassId, words: impl IntoIterator<Item = WordId>) {
        self.0.entry(class).or_default().extend(words);
    }

    /// Adds a phrase to `class`; the classes it names must be complete.
    pub(super) fn add_phrase(&mut self, class: ClassId, phrase: &[Element]) {
        let words = self.fewest(phrase).unwrap_or_default();
        self.add(class, words);
    }

    /// What must be said for `elements`, one set for each thing.
    fn musts(&self, elements: &[Element]) -> Vec<AnyOf> {
        elements
            .iter()
            .filter_map(|element| self.must(element))
            .collect()
    }

    fn must(&self, element: &Element) -> Option<AnyOf> {
        match element {
            Element::Word(word) => Some(AnyOf::from([*word])),
            Element::Number(..) => Some(AnyOf::from([WordId::NUMBER])),
            Element::Class(class) => Some(self.0.get(class).cloned().unwrap_or_default()),
            Element::Choice {
                words,
                ways,
                optional: false,
            } => {
                let mut all: AnyOf = words.iter().copied().collect();
                for way in ways {
                    all.extend(self.fewest(way)?);
                }
                Some(all)
            }
            _ => None,
        }
    }

    fn fewest(&self, elements: &[Element]) -> Option<AnyOf> {
        self.musts(elements).into_iter().min_by_key(AnyOf::len)
    }
}

/// Every pattern's hints.
#[derive(Clone, Debug, Default)]
pub(super) struct Hints {
    /// To which sets each word belongs.
    sets_of: Vec<Vec<u32>>,
    patterns: Vec<Hint>,
    /// The patterns to look at when one of a set's words is there.
    by_set: Vec<Vec<u32>>,
    /// The patterns that no word announces.
    always: Vec<u32>,
}

#[derive(Clone, Debug)]
struct Hint {
    sets: Vec<u32>,
    /// The set with which it begins, if it begins with a word.
    first: Option<u32>,
    /// How many words it may cover.
    reach: u32,
}

/// What the words of one sentence announce.
pub(super) struct Announced {
    /// Where the words of each set stand, one after another.
    places: Vec<u16>,
    begin: Vec<u32>,
    length: u16,
}

impl Hints {
    /// The hints of `patterns`, each known by its position.
    pub(super) fn new<'p>(
        patterns: impl Iterator<Item = &'p Pattern>,
        classes: &ClassWords,
        words: usize,
    ) -> Hints {
        let mut numbers: HashMap<AnyOf, u32> = HashMap::new();
        let mut number = |set: AnyOf| {
            let next = numbers.len() as u32;
            *numbers.entry(set).or_insert(next)
        };
        let hints: Vec<Hint> = patterns
            .map(|pattern| {
                let mut sets: Vec<u32> = classes
                    .musts(&pattern.elements)
                    .into_iter()
                    .map(&mut number)
                    .collect();
                sets.sort_unstable();
                sets.dedup();
                let first = pattern
                    .elements
                    .first()
                    .and_then(|element| classes.must(element));
                Hint {
                    sets,
                    first: first.map(&mut number),
                    reach: pattern.reach,
                }
            })
            .collect();
        let mut sets_of = vec![Vec::new(); words];
        for (set, number) in &numbers {
            for word in set {
                sets_of[word.0 as usize].push(*number);
            }
        }
        let mut uses = vec![0; numbers.len()];
        for set in hints.iter().flat_map(|hint| &hint.sets) {
            uses[*set as usize] += 1;
        }
        let (mut by_set, mut always) = (vec![Vec::new(); numbers.len()], Vec::new());
        for (pattern, hint) in (0..).zip(&hints) {
            match hint.sets.iter().min_by_key(|set| uses[**set as usize]) {
                Some(rarest) => by_set[*rarest as usize].push(pattern),
                None => always.push(pattern),
            }
        }
        Hints {
            sets_of,
            patterns: hints,
            by_set,
            always,
        }
    }

    /// What `words` announce; `numbers` says where numbers stand.
    pub(super) fn announced(&self, words: &[WordId], numbers: &[Option<u16>]) -> Announced {
        let number = &self.sets_of[WordId::NUMBER.0 as usize];
        let sets = |at: usize| {
            let also = numbers[at].map_or(&[][..], |_| number);
            self.sets_of[words[at].0 as usize].iter().chain(also)
        };
        let mut begin = vec![0; self.by_set.len() + 1];
        for set in (0..words.len()).flat_map(sets) {
            begin[*set as usize + 1] += 1;
        }
        for set in 1..begin.len() {
            begin[set] += begin[set - 1];
        }
        let mut places = vec![0; begin[begin.len() - 1] as usize];
        let mut next = begin.clone();
        for at in 0..words.len() {
            for set in sets(at) {
                places[next[*set as usize] as usize] = at as u16;
                next[*set as usize] += 1;
            }
        }
        Announced {
            places,
            begin,
            length: words.len() as u16,
        }
    }

    /// The patterns that may stand in a sentence.
    pub(super) fn candidates(&self, announced: &Announced) -> Vec<usize> {
        let present = (0..self.by_set.len()).filter(|set| !announced.of(*set as u32).is_empty());
        let keyed = present
            .flat_map(|set| &self.by_set[set])
            .chain(&self.always);
        let whole = |pattern: &&u32| {
            let sets = &self.patterns[**pattern as usize].sets;
            sets.iter().all(|set| !announced.of(*set).is_empty())
        };
        keyed
            .filter(whole)
            .map(|pattern| *pattern as usize)
            .collect()
    }

    /// Whether `pattern` may stand in a sentence.
    pub(super) fn may_stand(&self, pattern: usize, announced: &Announced) -> bool {
        let sets = &self.patterns[pattern].sets;
        sets.iter().all(|set| !announced.of(*set).is_empty())
    }

    /// Where `pattern` may begin in a sentence.
    pub(super) fn starts<'a>(
        &'a self,
        pattern: usize,
        announced: &'a Announced,
    ) -> impl Iterator<Item = usize> + 'a {
        let hint = &self.patterns[pattern];
        let rarest = hint
            .sets
            .iter()
            .map(|set| announced.of(*set))
            .min_by_key(|places| places.len());
        let firsts = hint.first.map(|set| announced.of(set));
        let all = if firsts.is_none() {
            announced.length
        } else {
            0
        };
        let near = move |start: &u16| {
            rarest.is_none_or(|places| {
                let next = places.partition_point(|place| place < start);
                places
                    .get(next)
                    .is_some_and(|place| u32::from(place - start) < hint.reach)
            })
        };
        let firsts = firsts.unwrap_or_default().iter().copied();
        firsts.chain(0..all).filter(near).map(usize::from)
    }
}

impl Announced {
    fn of(&self, set: u32) -> &[u16] {
        let set = set as usize;
        &self.places[self.begin[set] as usize..self.begin[set + 1] as usize]
    }
}
