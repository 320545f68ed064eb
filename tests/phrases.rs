//! Every sentence we say stands in `en.ftl`, and none stands there unsaid.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use verbatim::content::Phrases;
use verbatim::content::phrases::{FIRST_LANGUAGE, sentences as names};
use verbatim::settings::{SETTINGS, Setting};

const SENTENCES: &str = "content/phrases/en.ftl";

#[test]
fn every_name_we_say_has_its_sentence() {
    let text = fs::read_to_string(SENTENCES).unwrap();
    let mut phrases = Phrases::none();
    assert!(phrases.add(Path::new("en.ftl"), &text).is_empty());
    let said = said();
    assert!(
        said.contains("teaser"),
        "the search itself must find something"
    );
    for name in said {
        assert!(
            phrases.has(FIRST_LANGUAGE, &name),
            "`{name}` is said, and not in {SENTENCES}"
        );
    }
}

/// Names with a hyphen in our code that name no sentence: what stands in files, and in custom ids.
const OTHER_NAMES: &[&str] = &[
    "all-but",
    "article-in",
    "care-line",
    "kebab-case",
    "only-me",
    "pt-br",
];

#[test]
fn no_name_in_the_code_lacks_its_sentence() {
    let known: BTreeSet<&str> = names().collect();
    let is_name = |text: &&str| {
        let kebab = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        text.contains('-')
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && !text.ends_with('-')
            && text.bytes().all(kebab)
    };
    for file in sources() {
        let code = fs::read_to_string(&file).unwrap();
        // Tests make names of their own.
        let code = code
            .split("#[cfg(test)]\nmod tests")
            .next()
            .unwrap_or_default();
        let code = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code: String = code.collect::<Vec<_>>().join("\n");
        for name in code.split('"').filter(is_name) {
            let ours = known.contains(name) || OTHER_NAMES.contains(&name);
            assert!(ours, "{}: there is no sentence `{name}`", file.display());
        }
    }
}

#[test]
fn the_table_of_names_is_the_first_languages() {
    let text = fs::read_to_string(SENTENCES).unwrap();
    let unsaid = Phrases::unsaid(Path::new("en.ftl"), &text);
    assert!(unsaid.is_empty(), "{unsaid:?}");
    let broken = text.replace("form-care-line =", "form-care-lines =");
    let told = Phrases::unsaid(Path::new("en.ftl"), &broken);
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told.iter()
            .any(|line| line.contains("there is no sentence `form-care-line`"))
    );
    assert!(
        told.iter()
            .any(|line| line.contains("nobody says `form-care-lines`"))
    );
}

#[test]
fn every_sentence_is_said_somewhere() {
    let code: String = sources()
        .iter()
        .map(|file| fs::read_to_string(file).unwrap())
        .chain(of_settings().iter().map(|name| format!("\"{name}\"")))
        .collect();
    for line in fs::read_to_string(SENTENCES).unwrap().lines() {
        let named = line
            .split_once(" = ")
            .filter(|_| !line.starts_with(['#', ' ']));
        if let Some((name, _)) = named {
            // The name of a command stands beside its description, and a sentence may be part of another.
            let said = name.strip_suffix("-name").unwrap_or(name);
            let part = said == "language";
            assert!(
                part || code.contains(&format!("\"{said}\"")),
                "nobody says `{name}`"
            );
        }
    }
}

/// The names in every `say("…")` and `say_with("…")`, and those handed on to them.
fn said() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in sources() {
        let code = fs::read_to_string(file).unwrap();
        for start in ["say(", "say_with(", "say_of(", "say_count("] {
            names.extend(code.split(start).skip(1).filter_map(|call| {
                let name = call.trim_start().strip_prefix('"')?.split('"').next()?;
                Some(name.to_owned())
            }));
        }
        let literals = code.split('"').map(str::to_owned);
        let ours = ["button-", "menu-", "refusal-", "command-"];
        let is_name = |text: &String| {
            ours.iter().any(|start| text.starts_with(start))
                && text
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        };
        names.extend(literals.filter(is_name));
    }
    names.extend(of_settings());
    // `Reply::say` takes words, not names.
    names.retain(|name| !name.is_empty());
    names
}

/// What is said of settings, whose sentences are called after them and their values.
fn of_settings() -> BTreeSet<String> {
    let names = SETTINGS.iter().map(|it| format!("setting-{}", it.key));
    let values = SETTINGS.iter().flat_map(Setting::values);
    let values = values.map(|value| value.full_name());
    names
        .chain(values)
        .chain(["language-follow".to_owned()])
        .collect()
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut dirs = vec![
        PathBuf::from("src/reply"),
        "src/bot".into(),
        "src/press".into(),
        "src/discord".into(),
    ];
    while let Some(dir) = dirs.pop() {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                dirs.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.push("src/bot.rs".into());
    found
}

/// What may read the same in two languages: names of languages in themselves, names that Discord's own client
/// shows, words that two languages share, and what is only put together from values.
const ALIKE: &[&str] = &[
    "command-ask-name",
    "command-help-name",
    "command-privacy-name",
    "command-read-name",
    "introduction",
    "permission-commands",
    "permission-embed",
    "permission-history",
    "permission-send",
    "permission-threads",
    "permission-view",
    "taught-line",
];

/// A sentence of a language: its own lines, and the values it takes.
struct Sentence {
    words: String,
    values: BTreeSet<String>,
}

fn sentences(file: &Path) -> BTreeMap<String, Sentence> {
    let text = fs::read_to_string(file).unwrap();
    let mut found = BTreeMap::new();
    let mut open: Option<String> = None;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, words)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
            let words = words.trim().to_owned();
            let values = BTreeSet::new();
            found.insert(name.to_owned(), Sentence { words, values });
            open = Some(name.to_owned());
        } else if let Some(sentence) = open.as_ref().and_then(|name| found.get_mut(name)) {
            sentence.words.push('\n');
            sentence.words.push_str(line);
        }
    }
    for sentence in found.values_mut() {
        sentence.words = sentence.words.trim().to_owned();
        let named = sentence.words.split("{ $").skip(1);
        let names = named.filter_map(|rest| rest.split([' ', '}']).next());
        sentence.values = names.map(str::to_owned).collect();
        if sentence.words.contains("{ language-name }") {
            sentence.values.insert("language".to_owned());
        }
    }
    found
}

fn other_languages() -> Vec<PathBuf> {
    let files = fs::read_dir("content/phrases").unwrap();
    let files = files.map(|file| file.unwrap().path());
    let mut others: Vec<PathBuf> = files.filter(|file| file != Path::new(SENTENCES)).collect();
    others.sort();
    others
}

#[test]
fn every_language_has_every_sentence_with_the_same_values() {
    let english = sentences(Path::new(SENTENCES));
    let others = other_languages();
    assert!(!others.is_empty());
    let mut wrong = Vec::new();
    for file in others {
        let theirs = sentences(&file);
        let file = file.display();
        for (name, ours) in &english {
            match theirs.get(name) {
                None => wrong.push(format!("{file}: `{name}` is missing")),
                Some(their) if their.values != ours.values => {
                    wrong.push(format!("{file}: `{name}` takes other values"))
                }
                Some(their) if their.words == ours.words && !ALIKE.contains(&name.as_str()) => {
                    wrong.push(format!("{file}: `{name}` is English"))
                }
                Some(_) => (),
            }
        }
        let unknown = theirs.keys().filter(|name| !english.contains_key(*name));
        wrong.extend(unknown.map(|name| format!("{file}: `{name}` is not in English")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_sentence_fits_where_discord_puts_it() {
    let mut phrases = Phrases::none();
    let files: Vec<PathBuf> = [SENTENCES.into()]
        .into_iter()
        .chain(other_languages())
        .collect();
    for file in &files {
        let text = fs::read_to_string(file).unwrap();
        let mistakes = phrases.add(file, &text);
        assert!(mistakes.is_empty(), "{mistakes:?}");
    }
    let names = sentences(Path::new(SENTENCES)).into_keys();
    let limits = names.map(|name| (limit(&name), name));
    let limits: Vec<(usize, String)> = limits.collect();
    for language in phrases.languages() {
        for (limit, name) in &limits {
            let said = phrases.say(language, name, &[]);
            let length = said.chars().count();
            assert!(
                (1..=*limit).contains(&length),
                "{language}: `{name}` has {length}, and {limit} fit"
            );
        }
    }
}

/// Whoever hears a message read aloud, or sees no colours, misses nothing.
#[test]
fn nothing_is_said_by_a_sign_alone() {
    for file in [SENTENCES.into()].into_iter().chain(other_languages()) {
        for (name, sentence) in sentences(&file) {
            let letters = sentence.words.chars().filter(|c| c.is_alphabetic()).count();
            let signs = sentence
                .words
                .chars()
                .filter(|c| *c as u32 > 0x2100)
                .count();
            assert!(letters > 1 && signs <= 1, "{}: `{name}`", file.display());
        }
    }
}

/// How long a sentence may be by the place that Discord gives it. In characters.
fn limit(name: &str) -> usize {
    match name {
        _ if name.starts_with("command-") && name.ends_with("-name") => 32,
        "command-find" => 32,
        "language" => 80,
        _ if name.starts_with("command-") => 100,
        _ if name.starts_with("button-") => 80,
        _ if name.starts_with("choice-") => 100,
        _ if name.starts_with("menu-") || name.starts_with("pick-") => 150,
        _ if name.starts_with("form-") => 45,
        _ => 2_000,
    }
}

#[test]
fn a_command_is_called_in_english_by_its_own_name() {
    let english = sentences(Path::new(SENTENCES));
    for (name, sentence) in &english {
        if let Some(command) = name
            .strip_prefix("command-")
            .and_then(|name| name.strip_suffix("-name"))
        {
            assert_eq!(sentence.words, command);
        }
    }
}
