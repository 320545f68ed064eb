//! What a pattern asks for, as far as single words can tell.

use crate::care::pattern::{Choice, Element};
use crate::care::vocabulary::{ClassId, WordId};
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

/// The words of every class.
#[derive(Debug, Default)]
pub(in crate::care) struct ClassWords(HashMap<ClassId, OfClass>);

#[derive(Debug, Default)]
struct OfClass {
    /// Its single words and, of each phrase, the one thing in it that fewest words can say.
    tell: AnyOf,
    /// Its single words and those with which its phrases begin.
    begin: AnyOf,
    /// Whether a phrase may begin with any word.
    open: bool,
}

impl ClassWords {
    /// Adds single words to `class`.
    pub(in crate::care) fn add(&mut self, class: ClassId, words: impl IntoIterator<Item = WordId>) {
        let of_class = self.0.entry(class).or_default();
        for word in words {
            of_class.tell.insert(word);
            of_class.begin.insert(word);
        }
    }

    /// Adds a phrase to `class`; the classes it names must be complete.
    pub(in crate::care) fn add_phrase(&mut self, class: ClassId, phrase: &[Element]) {
        let tell = self.fewest(phrase).unwrap_or_default();
        let begin = self.begin(phrase);
        let of_class = self.0.entry(class).or_default();
        of_class.tell.extend(tell);
        of_class.open |= begin.is_none();
        of_class.begin.extend(begin.unwrap_or_default());
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

    /// The words with which `elements` begin; none if that may be any word.
    pub(super) fn begin(&self, elements: &[Element]) -> Option<AnyOf> {
        match elements.first()? {
            Element::Class(class) => match self.0.get(class) {
                Some(OfClass { open: true, .. }) => None,
                of_class => Some(
                    of_class
                        .map(|known| known.begin.clone())
                        .unwrap_or_default(),
                ),
            },
            Element::Choice(choice) => any_way(choice, |way| self.begin(way)),
            first => self.must(first),
        }
    }

    /// What must be said for `element`.
    fn must(&self, element: &Element) -> Option<AnyOf> {
        match element {
            Element::Word(word) => Some(AnyOf::from([*word])),
            Element::Number(..) => Some(AnyOf::from([WordId::NUMBER])),
            Element::Class(class) => {
                let of_class = self.0.get(class);
                Some(of_class.map(|known| known.tell.clone()).unwrap_or_default())
            }
            Element::Choice(choice) => any_way(choice, |way| self.fewest(way)),
            _ => None,
        }
    }

    fn fewest(&self, elements: &[Element]) -> Option<AnyOf> {
        let musts = self.musts(elements).into_iter().map(|must| must.words);
        musts.min_by_key(AnyOf::len)
    }
}

/// What must be `said` for one of the ways; none if any way may be said with any word.
fn any_way(choice: &Choice, said: impl Fn(&[Element]) -> Option<AnyOf>) -> Option<AnyOf> {
    let mut all: AnyOf = choice.words.iter().copied().collect();
    for way in &choice.ways {
        all.extend(said(way)?);
    }
    Some(all)
}
