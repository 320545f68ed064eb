//! The rule language: what people say, written so that an author can read it.
//!
//! | written | stands for |
//! |---|---|
//! | `kill myself` | these words, one after the other |
//! | `hit+` | hit, hits, hitting |
//! | `suicid~` | every word that begins so |
//! | `{die}` | anything from the class `die` |
//! | `(a \| b c)` | one of these |
//! | `really?` `{x}?` `(…)?` | may be missing |
//! | `..` | up to three words between, none of them a "not" |
//! | `...` | up to eight words between, none of them a "not" |
//! | `*` | up to twenty-five words between, whatever they are |
//! | `<9-17>` | a number from 9 to 17 |
//! | `!x` | not followed by x |
//! | `,` | a pause: a comma, a dash, a bracket, the end of the sentence |
//! | `^` `$` | the sentence begins, ends |
//! | `^^` `$$` | the message begins, ends |
//!
//! A pattern never reaches over the end of a sentence. It is matched as a set of places where it may
//! stand so far, kept in the bits of one number: no backtracking, and a bounded window.

mod compiler;
mod reader;

use super::sentence::Sentence;
use super::vocabulary::{ClassId, WordId};

pub(super) use compiler::Compiler;
pub(super) use reader::{Written, read_patterns};

/// One thing said, compiled.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    pub(super) elements: Box<[Element]>,
}

/// One thing in a pattern. There are tens of thousands, so that what is large lies in a box.
#[derive(Clone, Debug)]
pub(super) enum Element {
    Word(WordId),
    Class(ClassId),
    Number(u16, u16),
    /// One of these.
    Choice(Box<Choice>),
    /// One of these, or nothing.
    Optional(Box<Choice>),
    /// None of these.
    Absent(Box<Choice>),
    Gap {
        most: u32,
        over_not: bool,
    },
    Pause,
    SentenceStart,
    SentenceEnd,
    MessageStart,
    MessageEnd,
}

/// Ways to say something.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// The ways of one word, sorted: they are most, and quickly told.
    pub(super) words: Box<[WordId]>,
    /// The others.
    pub(super) ways: Box<[Box<[Element]>]>,
}

/// The most words a phrase of a class is taken to cover: it is no longer than a sentence's breath.
const PHRASE: u32 = 16;

impl Element {
    /// How many words it covers, at least and at most.
    pub(super) fn length(&self) -> (u32, u32) {
        match self {
            Element::Word(_) | Element::Number(..) => (1, 1),
            Element::Class(_) => (1, PHRASE),
            Element::Gap { most, .. } => (0, *most),
            Element::Choice(choice) => choice.length(),
            Element::Optional(choice) => (0, choice.length().1),
            _ => (0, 0),
        }
    }
}

impl Choice {
    fn length(&self) -> (u32, u32) {
        let word = (!self.words.is_empty()).then_some((1, 1));
        let lengths = self.ways.iter().map(|way| length(way)).chain(word);
        let lengths = lengths.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
        lengths.unwrap_or_default()
    }

    /// The places after any of the ways, from those `reached`.
    fn walk(&self, sentence: &Sentence<'_>, start: usize, reached: Reached) -> Reached {
        let said = places(reached).fold(0, |all, offset| {
            let word = sentence.words.get(start + offset as usize);
            let known = word.is_some_and(|word| self.words.binary_search(word).is_ok());
            all | bit_if(known, offset + 1)
        });
        let ways = self.ways.iter();
        ways.fold(said, |all, way| all | walk(way, sentence, start, reached))
    }
}

fn length(elements: &[Element]) -> (u32, u32) {
    let lengths = elements.iter().map(Element::length);
    lengths.fold((0, 0), |sum, (shortest, longest)| {
        (sum.0 + shortest, sum.1 + longest)
    })
}

/// Places reached, as bits counted from where the match begins.
type Reached = u64;
/// How many words one match may cover. The gaps of the widest pattern of ours take 28.
const WINDOW: u32 = Reached::BITS;

impl Pattern {
    /// The place after its shortest match at `start`.
    pub(super) fn match_at(&self, sentence: &Sentence<'_>, start: usize) -> Option<usize> {
        let reached = walk(&self.elements, sentence, start, 1);
        (reached != 0).then(|| start + reached.trailing_zeros() as usize)
    }
}

fn walk(
    elements: &[Element],
    sentence: &Sentence<'_>,
    start: usize,
    mut reached: Reached,
) -> Reached {
    for element in elements {
        reached = step(element, sentence, start, reached);
        if reached == 0 {
            break;
        }
    }
    reached
}

fn step(element: &Element, sentence: &Sentence<'_>, start: usize, reached: Reached) -> Reached {
    let end = sentence.words.len();
    match element {
        Element::Choice(choice) => choice.walk(sentence, start, reached),
        Element::Optional(choice) => reached | choice.walk(sentence, start, reached),
        _ => places(reached).fold(0, |all, offset| {
            let at = start + offset as usize;
            all | match element {
                Element::Word(id) => bit_if(sentence.words.get(at) == Some(id), offset + 1),
                Element::Class(class) => class_ends(sentence, *class, at, start),
                Element::Number(least, most) => {
                    let number = sentence.numbers.get(at).copied().flatten();
                    bit_if(
                        number.is_some_and(|n| (*least..=*most).contains(&n)),
                        offset + 1,
                    )
                }
                Element::Gap { most, over_not } => gap(sentence, start, offset, *most, *over_not),
                Element::Absent(choice) => {
                    let found = choice.walk(sentence, start, 1 << offset) != 0;
                    bit_if(!found, offset)
                }
                Element::Pause => {
                    bit_if(sentence.pauses.get(at).is_none_or(|pause| *pause), offset)
                }
                Element::SentenceStart => bit_if(at == 0, offset),
                Element::SentenceEnd => bit_if(at == end, offset),
                Element::MessageStart => bit_if(at == 0 && sentence.first, offset),
                Element::MessageEnd => bit_if(at == end && sentence.last, offset),
                Element::Choice(_) | Element::Optional(_) => 0,
            }
        }),
    }
}

fn places(mut reached: Reached) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let offset = reached.trailing_zeros();
        reached &= reached.wrapping_sub(1);
        (offset < WINDOW).then_some(offset)
    })
}

fn bit_if(yes: bool, offset: u32) -> Reached {
    if yes && offset < WINDOW {
        1 << offset
    } else {
        0
    }
}

fn class_ends(sentence: &Sentence<'_>, class: ClassId, at: usize, start: usize) -> Reached {
    sentence
        .ends(class, at)
        .fold(0, |all, end| all | bit_if(true, (end - start) as u32))
}

fn gap(sentence: &Sentence<'_>, start: usize, offset: u32, most: u32, over_not: bool) -> Reached {
    let mut all = 0;
    for next in offset..=offset + most {
        let at = start + next as usize;
        if at > sentence.words.len() {
            break;
        }
        all |= bit_if(true, next);
        if !over_not && sentence.denied.get(at) == Some(&true) {
            break;
        }
    }
    all
}
