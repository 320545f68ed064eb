//! Classes and idioms as `words.toml` and `idioms.toml` write them.

use super::{Grammar, Special};
use crate::care::hint::{ClassWords, Hints};
use crate::care::pattern::{Compiler, Element, Pattern, read_patterns};
use crate::care::vocabulary::{ClassId, WordId};
use crate::content::reader::{At, Table};
use std::collections::{HashMap, HashSet};

/// Classes by name, each with what belongs to it.
pub(in crate::care) type Classes = Vec<(At<String>, Vec<At<String>>)>;

/// A grammar while more words may still be learned.
pub(in crate::care) struct Draft {
    phrases: Vec<(ClassId, Pattern)>,
    idioms: Vec<Pattern>,
    special: Special,
}

impl Draft {
    /// Reads `classes`, which stand in the table `words` and which `compiler` knows by name, and the idioms.
    pub(in crate::care) fn read(
        words: &Table<'_, '_, '_>,
        idioms: &Table<'_, '_, '_>,
        compiler: &mut Compiler<'_>,
        classes: Classes,
    ) -> Draft {
        let special = special(words, compiler);
        let phrases = phrases(words, compiler, classes);
        let lists = idioms.table("idioms").map(|table| table.named_lists());
        let lists = lists.unwrap_or_default().into_iter();
        Draft {
            phrases,
            idioms: lists
                .flat_map(|(_, texts)| patterns(idioms, compiler, texts))
                .collect(),
            special,
        }
    }

    /// The grammar where the single words of classes are `members`, out of `words` words; and all words of classes.
    pub(in crate::care) fn finish(
        self,
        members: HashMap<ClassId, Vec<WordId>>,
        words: usize,
    ) -> (Grammar, ClassWords) {
        let Draft {
            phrases,
            idioms,
            special,
        } = self;
        let mut classes_of = vec![Vec::new(); words];
        let mut class_words = ClassWords::default();
        for (class, words) in members {
            for word in &words {
                classes_of[word.0 as usize].push(class);
            }
            class_words.add(class, words);
        }
        for classes in &mut classes_of {
            classes.sort_unstable();
            classes.dedup();
        }
        for (class, phrase) in &phrases {
            class_words.add_phrase(*class, &phrase.elements);
        }
        let hinted = phrases.iter().map(|(_, phrase)| phrase);
        let grammar = Grammar {
            phrase_hints: Hints::new(hinted, &class_words, words),
            idiom_hints: Hints::new(idioms.iter(), &class_words, words),
            classes_of: classes_of.into_iter().map(Vec::into_boxed_slice).collect(),
            phrases,
            idioms,
            special,
        };
        (grammar, class_words)
    }
}

fn special(root: &Table<'_, '_, '_>, compiler: &Compiler<'_>) -> Special {
    let find = |name: &str| {
        compiler.known(name).unwrap_or_else(|| {
            root.mistake(
                root.at,
                format!("the class `{name}` is missing under [words]"),
                format!("write `{name} = [\"…\"]`"),
            );
            ClassId(u32::MAX)
        })
    };
    Special {
        not: find("not"),
        denial: find("denial"),
        filler: find("filler"),
        subject: find("subject"),
    }
}

/// The phrases of all classes, each class before those that use it; single words become members.
fn phrases(
    root: &Table<'_, '_, '_>,
    compiler: &mut Compiler<'_>,
    classes: Classes,
) -> Vec<(ClassId, Pattern)> {
    let mut waiting = Vec::new();
    for (name, texts) in classes {
        let class = compiler
            .known(&name.value)
            .expect("every class was named before");
        let mut phrases = Vec::new();
        for pattern in patterns(root, compiler, texts) {
            match pattern.elements[..] {
                [Element::Word(word)] => compiler.add(class, word),
                _ => phrases.push(pattern),
            }
        }
        waiting.push((class, name, phrases));
    }
    let mut ordered = Vec::new();
    while !waiting.is_empty() {
        let open: HashSet<ClassId> = waiting.iter().map(|(class, ..)| *class).collect();
        let (ready, rest): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|(_, _, phrases)| {
            !phrases.iter().any(|phrase| uses(&phrase.elements, &open))
        });
        if ready.is_empty() {
            let (_, name, _) = &rest[0];
            root.mistake(
                name.at,
                format!("the class `{}` uses itself", name.value),
                "write its words out",
            );
            break;
        }
        for (class, _, phrases) in ready {
            ordered.extend(phrases.into_iter().map(|phrase| (class, phrase)));
        }
        waiting = rest;
    }
    ordered
}

/// The patterns of `texts`, whichever text each is from.
fn patterns(
    root: &Table<'_, '_, '_>,
    compiler: &mut Compiler<'_>,
    texts: Vec<At<String>>,
) -> impl Iterator<Item = Pattern> + use<> {
    let written = read_patterns(root, compiler, texts).into_iter();
    written.flat_map(|written| written.patterns)
}

fn uses(elements: &[Element], open: &HashSet<ClassId>) -> bool {
    elements.iter().any(|element| match element {
        Element::Class(class) => open.contains(class),
        Element::Choice(choice) | Element::Optional(choice) | Element::Absent(choice) => {
            choice.ways.iter().any(|way| uses(way, open))
        }
        _ => false,
    })
}
