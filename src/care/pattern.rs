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

use super::vocabulary::{Vocabulary, WordId, inflected};
use std::collections::{BTreeMap, HashMap};

/// A class of the rule file, or one made for `hit+` and `suicid~`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct ClassId(pub(super) u32);

/// One thing said, compiled.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    /// As the author wrote it.
    pub(super) written: String,
    pub(super) elements: Vec<Element>,
    /// How many words it may cover.
    pub(super) reach: u32,
}

#[derive(Clone, Debug)]
pub(super) enum Element {
    Word(WordId),
    Class(ClassId),
    Number(u16, u16),
    Choice {
        /// The ways of one word, sorted.
        words: Vec<WordId>,
        ways: Vec<Vec<Element>>,
        optional: bool,
    },
    Gap {
        most: u32,
        over_not: bool,
    },
    Absent(Vec<Vec<Element>>),
    Pause,
    SentenceStart,
    SentenceEnd,
    MessageStart,
    MessageEnd,
}

/// A sentence with the classes that stand in it.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) words: Vec<WordId>,
    pub(super) numbers: Vec<Option<u16>>,
    /// Where each class found at a place ends.
    pub(super) classes: Vec<Vec<(ClassId, u16)>>,
    /// Which places hold a word that denies.
    pub(super) denied: Vec<bool>,
    /// Before which places there is a pause.
    pub(super) pauses: Vec<bool>,
    pub(super) first: bool,
    pub(super) last: bool,
}

/// Places reached, as bits counted from where the match begins.
type Reached = u128;
/// How many words one match may cover.
const WINDOW: u32 = 128;

impl Pattern {
    /// The place after its shortest match at `start`.
    pub(super) fn match_at(&self, sentence: &Sentence, start: usize) -> Option<usize> {
        let reached = walk(&self.elements, sentence, start, 1);
        (reached != 0).then(|| start + reached.trailing_zeros() as usize)
    }
}

fn walk(elements: &[Element], sentence: &Sentence, start: usize, mut reached: Reached) -> Reached {
    for element in elements {
        reached = step(element, sentence, start, reached);
        if reached == 0 {
            break;
        }
    }
    reached
}

fn step(element: &Element, sentence: &Sentence, start: usize, reached: Reached) -> Reached {
    let end = sentence.words.len();
    match element {
        Element::Choice {
            words,
            ways,
            optional,
        } => {
            let skipped = if *optional { reached } else { 0 };
            let said = places(reached).fold(0, |all, offset| {
                let word = sentence.words.get(start + offset as usize);
                let known = word.is_some_and(|word| words.binary_search(word).is_ok());
                all | bit_if(known, offset + 1)
            });
            let ways = ways
                .iter()
                .fold(0, |all, way| all | walk(way, sentence, start, reached));
            skipped | said | ways
        }
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
                Element::Absent(ways) => {
                    let found = ways
                        .iter()
                        .any(|way| walk(way, sentence, start, 1 << offset) != 0);
                    bit_if(!found, offset)
                }
                Element::Pause => {
                    bit_if(sentence.pauses.get(at).is_none_or(|pause| *pause), offset)
                }
                Element::SentenceStart => bit_if(at == 0, offset),
                Element::SentenceEnd => bit_if(at == end, offset),
                Element::MessageStart => bit_if(at == 0 && sentence.first, offset),
                Element::MessageEnd => bit_if(at == end && sentence.last, offset),
                Element::Choice { .. } => 0,
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

fn class_ends(sentence: &Sentence, class: ClassId, at: usize, start: usize) -> Reached {
    let Some(found) = sentence.classes.get(at) else {
        return 0;
    };
    found
        .iter()
        .filter(|(known, _)| *known == class)
        .fold(0, |all, (_, end)| {
            all | bit_if(true, u32::from(*end) - start as u32)
        })
}

fn gap(sentence: &Sentence, start: usize, offset: u32, most: u32, over_not: bool) -> Reached {
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

/// Turns the author's words into patterns, and keeps the classes.
#[derive(Debug)]
pub(super) struct Compiler<'v> {
    pub(super) vocabulary: &'v mut Vocabulary,
    classes: BTreeMap<String, ClassId>,
    /// The single words of each class.
    pub(super) members: HashMap<ClassId, Vec<WordId>>,
    prefixes: Vec<(String, ClassId)>,
}

impl<'v> Compiler<'v> {
    /// A compiler that knows the classes of these names.
    pub(super) fn new<'n>(
        vocabulary: &'v mut Vocabulary,
        names: impl Iterator<Item = &'n str>,
    ) -> Compiler<'v> {
        let mut compiler = Compiler {
            vocabulary,
            classes: BTreeMap::new(),
            members: HashMap::new(),
            prefixes: Vec::new(),
        };
        for name in names {
            compiler.class(name);
        }
        compiler
    }

    /// The class named `name`, new or known.
    fn class(&mut self, name: &str) -> ClassId {
        let next =
            ClassId(u32::try_from(self.classes.len()).expect("fewer than four billion classes"));
        *self.classes.entry(name.to_owned()).or_insert(next)
    }

    /// The class named `name`.
    pub(super) fn known(&self, name: &str) -> Option<ClassId> {
        self.classes.get(name).copied()
    }

    /// Gives every `suicid~` the known words that begin so.
    pub(super) fn finish(&mut self) {
        for (prefix, class) in std::mem::take(&mut self.prefixes) {
            let words = self.vocabulary.beginning(&prefix);
            self.members.entry(class).or_default().extend(words);
        }
    }

    /// The patterns of `written`, one for each way between its top bars.
    pub(super) fn patterns(&mut self, written: &str) -> Result<Vec<Pattern>, String> {
        let mut reader = Reader {
            compiler: self,
            rest: written,
        };
        let ways = reader.ways()?;
        if !reader.rest.is_empty() {
            return Err(format!("a `)` without its `(` before `{}`", reader.rest));
        }
        ways.into_iter()
            .map(|elements| {
                if !elements.iter().any(has_words) {
                    return Err("nothing in it must be said".to_owned());
                }
                let reach = reach(&elements);
                Ok(Pattern {
                    written: written.to_owned(),
                    elements,
                    reach,
                })
            })
            .collect()
    }
}

/// Whether a way says nothing at all, or only what may be missing.
fn may_be_empty(way: &[Element]) -> bool {
    way.iter()
        .all(|element| matches!(element, Element::Choice { optional: true, .. }))
}

/// How many words `elements` may cover; a phrase of a class is taken to be no longer than a sentence's breath.
fn reach(elements: &[Element]) -> u32 {
    let reach = elements.iter().map(|element| match element {
        Element::Word(_) | Element::Number(..) => 1,
        Element::Class(_) => PHRASE,
        Element::Gap { most, .. } => *most,
        Element::Choice { ways, .. } => ways
            .iter()
            .map(|way| self::reach(way))
            .max()
            .unwrap_or(0)
            .max(1),
        _ => 0,
    });
    reach.sum()
}

/// The most words a phrase of a class may cover.
const PHRASE: u32 = 16;

fn has_words(element: &Element) -> bool {
    match element {
        Element::Choice { ways, optional, .. } => {
            !optional && ways.iter().all(|way| way.iter().any(has_words))
        }
        Element::Word(_) | Element::Class(_) | Element::Number(..) => true,
        _ => false,
    }
}

/// One of `ways`; those of one word are kept apart, for they are most and quickly told.
fn choice(ways: Vec<Vec<Element>>, optional: bool) -> Element {
    let mut words = Vec::new();
    let mut longer = Vec::new();
    for way in ways {
        match way[..] {
            [Element::Word(word)] => words.push(word),
            _ => longer.push(way),
        }
    }
    words.sort_unstable();
    words.dedup();
    Element::Choice {
        words,
        ways: longer,
        optional,
    }
}

/// Reads one written pattern from left to right.
struct Reader<'c, 'v, 'w> {
    compiler: &'c mut Compiler<'v>,
    rest: &'w str,
}

impl<'w> Reader<'_, '_, 'w> {
    /// `a b | c`
    fn ways(&mut self) -> Result<Vec<Vec<Element>>, String> {
        let mut ways = vec![Vec::new()];
        loop {
            self.rest = self.rest.trim_start();
            match self.rest.chars().next() {
                None | Some(')') if ways.iter().any(|way| may_be_empty(way)) => {
                    return Err("an empty way: something is missing beside a `|`".to_owned());
                }
                None | Some(')') => return Ok(ways),
                Some('|') => {
                    self.skip(1);
                    ways.push(Vec::new());
                }
                Some(_) => {
                    let way = ways.last_mut().expect("begins with one way");
                    self.element(way)?;
                }
            }
        }
    }

    /// One element, appended to `way`.
    fn element(&mut self, way: &mut Vec<Element>) -> Result<(), String> {
        let simple = [
            (
                "...",
                Element::Gap {
                    most: 8,
                    over_not: false,
                },
            ),
            (
                "..",
                Element::Gap {
                    most: 3,
                    over_not: false,
                },
            ),
            (
                "*",
                Element::Gap {
                    most: 25,
                    over_not: true,
                },
            ),
            (",", Element::Pause),
            ("^^", Element::MessageStart),
            ("^", Element::SentenceStart),
            ("$$", Element::MessageEnd),
            ("$", Element::SentenceEnd),
        ];
        if let Some((sign, element)) = simple
            .into_iter()
            .find(|(sign, _)| self.rest.starts_with(sign))
        {
            self.skip(sign.len());
            way.push(element);
            return Ok(());
        }
        if self.took("!") {
            let mut absent = Vec::new();
            self.element(&mut absent)?;
            way.push(Element::Absent(vec![absent]));
            return Ok(());
        }
        let said = self.said()?;
        if self.took("?") {
            way.push(choice(vec![said], true));
        } else {
            way.extend(said);
        }
        Ok(())
    }

    /// A class, a number, a group or a word.
    fn said(&mut self) -> Result<Vec<Element>, String> {
        if self.took("(") {
            let ways = self.ways()?;
            if !self.took(")") {
                return Err("a `(` without its `)`".to_owned());
            }
            return Ok(vec![choice(ways, false)]);
        }
        if self.took("{") {
            let name = self.until('}')?;
            let class = self.compiler.known(name);
            let class = class.ok_or_else(|| format!("there is no class `{name}` under [words]"))?;
            return Ok(vec![Element::Class(class)]);
        }
        if self.took("<") {
            let range = self.until('>')?;
            let (least, most) = range.split_once('-').unwrap_or((range, range));
            let bounds = least.parse().ok().zip(most.parse().ok());
            let (least, most) =
                bounds.ok_or_else(|| format!("`<{range}>` is no range of numbers"))?;
            return Ok(vec![Element::Number(least, most)]);
        }
        self.word()
    }

    fn word(&mut self) -> Result<Vec<Element>, String> {
        let end = self
            .rest
            .find(|c: char| c.is_whitespace() || "()|?{}<>!+~^$*.,".contains(c));
        let typed = &self.rest[..end.unwrap_or(self.rest.len())];
        if typed.is_empty() {
            return Err(format!("cannot read `{}`", self.rest));
        }
        self.skip(typed.len());
        if self.took("~") {
            return Ok(vec![Element::Class(self.prefix(typed))]);
        }
        if self.took("+") {
            return Ok(vec![Element::Class(self.forms(typed))]);
        }
        let words = self.compiler.vocabulary.spelled(typed);
        if words.is_empty() {
            return Err(format!("`{typed}` holds no word"));
        }
        let number = |word: &str| word.parse().ok().filter(|n: &u16| *n < 1000);
        Ok(words
            .iter()
            .map(|word| match number(word) {
                Some(n) => Element::Number(n, n),
                None => Element::Word(self.compiler.vocabulary.learn(word)),
            })
            .collect())
    }

    fn forms(&mut self, typed: &str) -> ClassId {
        let class = self.compiler.class(&format!("{typed}+"));
        if !self.compiler.members.contains_key(&class) {
            let forms = inflected(typed);
            let members = forms
                .iter()
                .map(|form| self.compiler.vocabulary.learn(form))
                .collect();
            self.compiler.members.insert(class, members);
        }
        class
    }

    fn prefix(&mut self, typed: &str) -> ClassId {
        let class = self.compiler.class(&format!("{typed}~"));
        if !self.compiler.members.contains_key(&class) {
            let id = self.compiler.vocabulary.learn_prefix(typed);
            self.compiler.members.insert(class, vec![id]);
            self.compiler.prefixes.push((typed.to_owned(), class));
        }
        class
    }

    fn until(&mut self, sign: char) -> Result<&'w str, String> {
        let rest = self.rest;
        let (inside, after) = rest
            .split_once(sign)
            .ok_or_else(|| format!("`{sign}` is missing"))?;
        self.rest = after;
        Ok(inside.trim())
    }

    fn took(&mut self, sign: &str) -> bool {
        let took = self.rest.starts_with(sign);
        if took {
            self.skip(sign.len());
        }
        took
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = &self.rest[bytes..];
    }
}
