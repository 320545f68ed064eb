//! A sentence as patterns see it: its words, and the classes that stand in it.

use super::message::Token;
use super::vocabulary::{ClassId, WordId};

/// A sentence with the classes that stand in it.
#[derive(Clone, Debug)]
pub(super) struct Sentence<'g> {
    pub(super) words: Vec<WordId>,
    pub(super) numbers: Vec<Option<u16>>,
    /// The classes to which each word belongs by itself, in order.
    pub(super) classes: Vec<&'g [ClassId]>,
    /// The classes that a phrase beginning at each place makes up, and where it ends.
    pub(super) phrases: Vec<Vec<(ClassId, u16)>>,
    /// Which places hold a word that denies.
    pub(super) denied: Vec<bool>,
    /// Before which places there is a pause.
    pub(super) pauses: Vec<bool>,
    pub(super) first: bool,
    pub(super) last: bool,
}

impl<'g> Sentence<'g> {
    /// `tokens` of the classes that `classes` tells of a word; no phrase is known yet, and nothing denied.
    pub(super) fn new(
        tokens: &[Token<'_>],
        [first, last]: [bool; 2],
        classes: impl Fn(WordId) -> &'g [ClassId],
    ) -> Sentence<'g> {
        Sentence {
            words: tokens.iter().map(|token| token.id).collect(),
            numbers: tokens.iter().map(|token| token.number).collect(),
            classes: tokens.iter().map(|token| classes(token.id)).collect(),
            phrases: vec![Vec::new(); tokens.len()],
            denied: vec![false; tokens.len()],
            pauses: tokens.iter().map(|token| token.new_clause).collect(),
            first,
            last,
        }
    }

    /// Where each `class` that stands at `at` ends.
    pub(super) fn ends(&self, class: ClassId, at: usize) -> impl Iterator<Item = usize> {
        let alone = self
            .classes
            .get(at)
            .is_some_and(|classes| classes.binary_search(&class).is_ok());
        let phrases = self.phrases.get(at).into_iter().flatten();
        let phrases = phrases.filter(move |(known, _)| *known == class);
        let alone = alone.then_some(at + 1).into_iter();
        alone.chain(phrases.map(|(_, end)| usize::from(*end)))
    }

    /// Whether `class` stands at `at`.
    pub(super) fn holds(&self, class: ClassId, at: usize) -> bool {
        self.ends(class, at).next().is_some()
    }

    /// Makes the places that `masked` marks count for nothing.
    pub(super) fn mask(&mut self, masked: &[bool]) {
        for at in 0..masked.len() {
            if masked[at] {
                self.words[at] = WordId::IDIOM;
                self.numbers[at] = None;
                self.denied[at] = false;
                self.classes[at] = &[];
                self.phrases[at].clear();
            }
            self.phrases[at].retain(|(_, end)| !masked[at..usize::from(*end)].contains(&true));
        }
    }
}
