//! The classes that patterns name: those of the rule file, and those made for `hit+` and `suicid~`.

use crate::care::vocabulary::{ClassId, Vocabulary, WordId, inflected};
use std::collections::{BTreeMap, HashMap};

/// Keeps the classes and their words while patterns are read.
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
