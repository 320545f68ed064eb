//! From an author's words to patterns, and the classes that they name.

use super::reader::read;
use super::{ClassId, Element, Pattern};
use crate::care::vocabulary::{Vocabulary, WordId, inflected};
use crate::content::reader::{At, Table};
use std::collections::{BTreeMap, HashMap};

/// Turns the author's words into patterns, and keeps the classes.
#[derive(Debug)]
pub(in crate::care) struct Compiler<'v> {
    pub(super) vocabulary: &'v mut Vocabulary,
    classes: BTreeMap<String, ClassId>,
    /// The single words of each class.
    members: HashMap<ClassId, Vec<WordId>>,
    prefixes: Vec<(String, ClassId)>,
}

impl<'v> Compiler<'v> {
    /// A compiler that knows the classes of these names.
    pub(in crate::care) fn new<'n>(
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

    /// The patterns of `written`, one for each way between its top bars.
    fn patterns(&mut self, written: &str) -> Result<Vec<Pattern>, String> {
        let ways = read(self, written)?.into_iter().map(|way| {
            if !way.iter().any(has_words) {
                return Err("nothing in it must be said".to_owned());
            }
            Ok(Pattern {
                elements: way.into(),
            })
        });
        ways.collect()
    }

    /// The class named `name`, new or known.
    fn class(&mut self, name: &str) -> ClassId {
        let next =
            ClassId(u32::try_from(self.classes.len()).expect("fewer than four billion classes"));
        *self.classes.entry(name.to_owned()).or_insert(next)
    }

    /// The class named `name`.
    pub(in crate::care) fn known(&self, name: &str) -> Option<ClassId> {
        self.classes.get(name).copied()
    }

    /// Makes `word` one of `class`.
    pub(in crate::care) fn add(&mut self, class: ClassId, word: WordId) {
        self.members.entry(class).or_default().push(word);
    }

    /// The class of the forms of `typed`: `hit+`.
    pub(super) fn forms(&mut self, typed: &str) -> ClassId {
        let class = self.class(&format!("{typed}+"));
        if !self.members.contains_key(&class) {
            let forms = inflected(typed);
            let members = forms.iter().map(|form| self.vocabulary.learn(form));
            let members = members.collect();
            self.members.insert(class, members);
        }
        class
    }

    /// The class of the words that begin with `typed`: `suicid~`.
    pub(super) fn prefix(&mut self, typed: &str) -> ClassId {
        let class = self.class(&format!("{typed}~"));
        if !self.members.contains_key(&class) {
            let id = self.vocabulary.learn_prefix(typed);
            self.members.insert(class, vec![id]);
            self.prefixes.push((typed.to_owned(), class));
        }
        class
    }

    /// The single words of every class, those of `suicid~` as well, now that all are known.
    pub(in crate::care) fn finish(mut self) -> HashMap<ClassId, Vec<WordId>> {
        for (prefix, class) in self.prefixes {
            let words = self.vocabulary.beginning(&prefix);
            self.members.entry(class).or_default().extend(words);
        }
        self.members
    }
}

/// What an author wrote as one pattern.
pub(in crate::care) struct Written {
    pub(in crate::care) text: String,
    /// One for each way between its top bars.
    pub(in crate::care) patterns: Vec<Pattern>,
}

/// The patterns of `texts`; what cannot be read is a mistake in `table`.
pub(in crate::care) fn read_patterns(
    table: &Table<'_, '_, '_>,
    compiler: &mut Compiler<'_>,
    texts: Vec<At<String>>,
) -> Vec<Written> {
    let mut all = Vec::new();
    for At { value: text, at } in texts {
        match compiler.patterns(&text) {
            Ok(patterns) => all.push(Written { text, patterns }),
            Err(why) => table.mistake(
                at,
                format!("\"{text}\": {why}"),
                "see the head of rules.toml for what a pattern may hold",
            ),
        }
    }
    all
}

/// Whether something must be said for `element`.
fn has_words(element: &Element) -> bool {
    match element {
        Element::Choice(choice) => choice.ways.iter().all(|way| way.iter().any(has_words)),
        Element::Word(_) | Element::Class(_) | Element::Number(..) => true,
        _ => false,
    }
}
