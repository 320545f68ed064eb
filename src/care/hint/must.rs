//! What a pattern asks for, as far as single words can tell.

use crate::care::pattern::{ClassId, Element};
use crate::care::vocabulary::WordId;
use std::collections::{BTreeSet, HashMap};

/// Words of which one must be there.
pub(super) type AnyOf = BTreeSet<WordId>;

/// One thing that must be said.
#[derive(Debug)]
pub(super) struct Must {
    /// By one of these words.
    pub(super) words: AnyOf,
    /// At least so many words of the pattern come before that one.
    pub(super) near: u32,
    /// And at most so many.
    pub(super) far: u32,
}

/// The words of every class; of a phrase, the one thing in it that fewest words can say.
#[derive(Debug, Default)]
pub(in crate::care) struct ClassWords(HashMap<ClassId, AnyOf>);

impl ClassWords {
    /// Adds single words to `class`.
    pub(in crate::care) fn add(&mut self, class: ClassId, words: impl IntoIterator<Item = WordId>) {
        self.0.entry(class).or_default().extend(words);
    }

    /// Adds a phrase to `class`; the classes it names must be complete.
    pub(in crate::care) fn add_phrase(&mut self, class: ClassId, phrase: &[Element]) {
        let words = self.fewest(phrase).unwrap_or_default();
        self.add(class, words);
    }

    /// What must be said for `elements`, in order.
    pub(super) fn musts(&self, elements: &[Element]) -> Vec<Must> {
        let (mut least, mut most) = (0, 0);
        let mut musts = Vec::new();
        for element in elements {
            let (shortest, longest) = element.length();
            musts.extend(self.must(element).map(|words| Must {
                words,
                near: least,
                far: most + longest.saturating_sub(1),
            }));
            least += shortest;
            most += longest;
        }
        musts
    }

    /// What must be said for `element`.
    pub(super) fn must(&self, element: &Element) -> Option<AnyOf> {
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
        let musts = self.musts(elements).into_iter().map(|must| must.words);
        musts.min_by_key(AnyOf::len)
    }
}
