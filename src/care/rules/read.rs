//! The author's rules as `rules.toml`, its neighbours in other languages, `words.toml` and `idioms.toml` write them.

use super::{Part, Rule, Rules, Sign, Spoken, Strength};
use crate::care::grammar::Draft;
use crate::care::hint::Hints;
use crate::care::message::Reader;
use crate::care::pattern::{Compiler, Written, read_patterns};
use crate::care::vocabulary::{Spelling, Vocabulary};
use crate::care::{Detail, Route, Whose};
use crate::content::reader::{self, Table};
use crate::content::words::Words;
use crate::content::{Mistake, Mistakes, Rulebook, Text};
use crate::learn::Interner;
use crate::text;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The points that call for a card when the file does not say.
const DECIDES: u64 = 3;

/// The signs of all rules while they are read.
#[derive(Default)]
struct Signs {
    says: Vec<Sign>,
    conditions: Vec<Sign>,
    written: Interner,
}

/// A file of rules, with its mistakes.
struct File<'b> {
    text: &'b Text,
    mistakes: RefCell<Mistakes<'b>>,
    /// What a rule looks at that does not say so.
    spoken: Spoken,
}

/// The files of `book`, each with its mistakes.
pub(in crate::care) fn read(book: &Rulebook, general: &Words) -> (Rules, Vec<Mistake>) {
    let [in_words, in_idioms] = [&book.words, &book.idioms].map(noted);
    let english = std::iter::once((&book.rules, Spoken::English));
    let others = book.rules_in.iter().map(|text| (text, Spoken::Any));
    let files: Vec<File<'_>> = english
        .chain(others)
        .map(|(text, spoken)| File {
            text,
            mistakes: noted(text),
            spoken,
        })
        .collect();
    let read = reader::read(&in_words, &book.words.content, |words| {
        reader::read(&in_idioms, &book.idioms.content, |idioms| {
            read_rules(&files, words, idioms, general)
        })
    });
    let in_rules = files.into_iter().map(|file| file.mistakes);
    let mistakes = in_rules.chain([in_words, in_idioms]);
    let mistakes = mistakes.map(RefCell::into_inner);
    (read, mistakes.flat_map(Mistakes::into_vec).collect())
}

fn noted(text: &Text) -> RefCell<Mistakes<'_>> {
    RefCell::new(Mistakes::new(&text.file, &text.content))
}

/// The rules of `files`, in the words of `words` and past the idioms of `idioms`.
fn read_rules(
    files: &[File<'_>],
    words: &Table<'_, '_, '_>,
    idioms: &Table<'_, '_, '_>,
    general: &Words,
) -> Rules {
    let mut vocabulary = Vocabulary::new(general, short_forms(words), spelling(words));
    let classes = words.table("words").map(|table| table.named_lists());
    let classes = classes.unwrap_or_default();
    let names: Vec<String> = classes.iter().map(|(name, _)| name.value.clone()).collect();
    let mut compiler = Compiler::new(&mut vocabulary, names.iter().map(String::as_str));
    let draft = Draft::read(words, idioms, &mut compiler, classes);
    let mut rules: Vec<Rule> = Vec::new();
    let mut read = Signs::default();
    let mut enough = DECIDES;
    for file in files {
        reader::read(&file.mistakes, &file.text.content, |root| {
            if let (Spoken::English, Some(number)) = (file.spoken, root.number("enough")) {
                enough = number.value.max(1);
            }
            for table in root.tables("rule") {
                rules.extend(read_rule(
                    &table,
                    file.spoken,
                    &mut compiler,
                    rules.len(),
                    &mut read,
                ));
                table.end();
            }
        });
    }
    let says = read.says.len();
    let signs: Vec<Sign> = read.says.into_iter().chain(read.conditions).collect();
    for part in rules.iter_mut().flat_map(|rule| &mut rule.parts[1..]) {
        *part = part.start + says..part.end + says;
    }
    let members = compiler.finish();
    let (grammar, class_words) = draft.finish(members, vocabulary.len());
    let patterns = signs.iter().map(|sign: &Sign| &sign.pattern);
    Rules {
        sign_hints: Hints::new(patterns, &class_words, vocabulary.len()),
        reader: Reader::new(vocabulary),
        languages: Arc::clone(general.languages()),
        grammar,
        rules,
        signs,
        says,
        written: read.written,
        enough,
    }
}

fn spelling(root: &Table<'_, '_, '_>) -> Spelling {
    let table = root.table("spelling");
    let list = |key: &'static str| -> HashSet<String> {
        let texts = table.iter().flat_map(|table| table.texts(key));
        texts.map(|text| text::fold(&text.value)).collect()
    };
    let spelling = Spelling {
        forgiven: list("forgiven"),
        ordinary: list("ordinary"),
        after_a_number: list("after_a_number"),
        before_a_number: list("before_a_number"),
    };
    if let Some(table) = &table {
        table.end();
    }
    spelling
}

fn short_forms(root: &Table<'_, '_, '_>) -> HashMap<String, Vec<String>> {
    let table = root.table("short_forms");
    let texts = table.map(|table| table.named_texts()).unwrap_or_default();
    let folded = |text: &str| -> Vec<String> {
        let words = text::words(text).into_iter();
        words.map(|word| word.folded).collect()
    };
    texts
        .into_iter()
        .map(|(short, long)| (folded(&short.value).concat(), folded(&long.value)))
        .collect()
}

/// One rule, which looks at what is `spoken` if it does not say so, and whose signs join `signs`.
fn read_rule(
    table: &Table<'_, '_, '_>,
    spoken: Spoken,
    compiler: &mut Compiler<'_>,
    rule: usize,
    signs: &mut Signs,
) -> Option<Rule> {
    let id = table.required_text("id");
    let route = table.one_of("route", &Route::ALL.map(|route| (route.name(), route)));
    let whose = table.one_of("whose", &Whose::ALL.map(|whose| (whose.name(), whose)));
    let spoken = table.one_of("language", &Spoken::ALL).unwrap_or(spoken);
    let strength = strength(table);
    let tells = table.some_of("tells", &Detail::TOLD);
    let plain = table.flag("plain").filter(|plain| plain.value);
    let own = whose.is_none_or(|whose| whose == Whose::Own);
    let weak = matches!(strength, Strength::Weak(_));
    if let Some(plain) = plain.as_ref().filter(|_| weak || !own) {
        table.mistake(
            plain.at,
            "a plain rule decides alone, about the asker's own danger",
            "delete `plain`, or `points` and `whose`",
        );
    }
    let examples = table.texts("examples").into_iter();
    let examples = examples.map(|text| text.value).collect();
    let before = (signs.says.len(), signs.conditions.len());
    let parts = Part::ALL.map(|(part, key)| {
        let joined = match part {
            Part::Say => &mut signs.says,
            _ => &mut signs.conditions,
        };
        let begin = joined.len();
        for Written { text, patterns } in read_patterns(table, compiler, table.texts(key)) {
            let written = signs.written.intern(&text);
            joined.extend(patterns.into_iter().map(|pattern| Sign {
                rule,
                part,
                written,
                pattern,
            }));
        }
        begin..joined.len()
    });
    if parts[Part::Say as usize].is_empty() {
        table.missing("say", "[\"…\"]");
    }
    let (Some(id), Some(route)) = (id, route) else {
        signs.says.truncate(before.0);
        signs.conditions.truncate(before.1);
        return None;
    };
    Some(Rule {
        id: id.value,
        route,
        whose: whose.unwrap_or(Whose::Own),
        spoken,
        strength: match plain {
            Some(_) => Strength::Certain,
            None => strength,
        },
        tells: tells.into_iter().collect(),
        plain: plain.is_some(),
        parts,
        examples,
    })
}

/// How much a rule says: `certain = true`, `points = 2`, or neither.
fn strength(table: &Table<'_, '_, '_>) -> Strength {
    let points = table.number("points").map(|number| number.value);
    let certain = table.flag("certain").filter(|certain| certain.value);
    if let (Some(certain), Some(_)) = (&certain, points) {
        table.mistake(
            certain.at,
            "what is certain has no points",
            "delete `certain` or `points`",
        );
    }
    match (certain, points) {
        (_, Some(points)) => Strength::Weak(points),
        (Some(_), None) => Strength::Certain,
        (None, None) => Strength::Strong,
    }
}
