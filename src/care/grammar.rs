//! How sentences are made of words: the classes, the phrases that stand for them, harmless idioms, and what is denied.

mod read;

use super::hint::Hints;
use super::message::Token;
use super::pattern::Pattern;
use super::sentence::Sentence;
use super::vocabulary::{ClassId, WordId};

pub(super) use read::Draft;

/// The author's classes and idioms.
#[derive(Clone, Debug)]
pub(super) struct Grammar {
    /// The classes to which each word belongs, by its number, in order.
    classes_of: Vec<Box<[ClassId]>>,
    /// Phrases that make up a class, a class before those that use it.
    phrases: Vec<(ClassId, Pattern)>,
    phrase_hints: Hints,
    pub(super) idioms: Vec<Pattern>,
    idiom_hints: Hints,
    special: Special,
}

/// The classes that the language itself leans on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Special {
    not: ClassId,
    denial: ClassId,
    filler: ClassId,
    subject: ClassId,
}

/// How many words may stand between a "not" and what it denies: "never really ever even been".
const FILLERS: usize = 5;

/// The longest phrase that denies or fills, in words.
const LONGEST_FILLER: usize = 6;

impl Grammar {
    /// The sentences of a message with their classes; the words of a harmless idiom count for nothing.
    pub(super) fn sentences(&self, message: &[Vec<Token<'_>>]) -> Vec<Sentence<'_>> {
        let last = message.len().saturating_sub(1);
        let borders = (0..message.len()).map(|at| [at == 0, at == last]);
        let sentences = message.iter().zip(borders);
        sentences
            .map(|(tokens, borders)| {
                let mut sentence = self.bare(tokens, borders);
                self.mask_idioms(&mut sentence);
                sentence
            })
            .collect()
    }

    /// `tokens` with their classes, idioms and all.
    pub(super) fn bare(&self, tokens: &[Token<'_>], borders: [bool; 2]) -> Sentence<'_> {
        let classes = |word: WordId| &*self.classes_of[word.0 as usize];
        let mut sentence = Sentence::new(tokens, borders, classes);
        self.add_phrases(&mut sentence);
        for at in 0..tokens.len() {
            sentence.denied[at] = sentence.holds(self.special.not, at);
        }
        sentence
    }

    fn add_phrases(&self, sentence: &mut Sentence<'_>) {
        let announced = self.phrase_hints.announced(sentence);
        for (phrase, at) in self
            .phrase_hints
            .tries(self.phrases.len(), sentence, &announced)
        {
            let (class, pattern) = &self.phrases[phrase as usize];
            let at = usize::from(at);
            if let Some(end) = pattern.match_at(sentence, at)
                && end > at
            {
                sentence.phrases[at].push((*class, end as u16));
            }
        }
    }

    fn mask_idioms(&self, sentence: &mut Sentence<'_>) {
        let announced = self.idiom_hints.announced(sentence);
        let mut masked = vec![false; sentence.words.len()];
        for (idiom, at) in self
            .idiom_hints
            .tries(self.idioms.len(), sentence, &announced)
        {
            let at = usize::from(at);
            if let Some(end) = self.idioms[idiom as usize].match_at(sentence, at) {
                masked[at..end].fill(true);
            }
        }
        if masked.contains(&true) {
            sentence.mask(&masked);
        }
    }

    /// Whether what begins at `start` is denied by the words before it: "he has never even | hit me",
    /// "it's not that | he hits me".
    pub(super) fn denied(&self, sentence: &Sentence<'_>, start: usize) -> bool {
        let ends = |class: ClassId, end: usize| {
            let mut starts = end.saturating_sub(LONGEST_FILLER)..end;
            starts.any(|at| sentence.ends(class, at).any(|other| other == end))
        };
        if ends(self.special.denial, start) || start > 0 && ends(self.special.denial, start - 1) {
            return true;
        }
        if sentence.holds(self.special.subject, start) {
            return false;
        }
        let mut before = start;
        while before > 0 && start - before < FILLERS && !sentence.pauses[before] {
            if sentence.denied[before - 1] {
                return true;
            }
            if !ends(self.special.filler, before) {
                return false;
            }
            before -= 1;
        }
        false
    }
}
