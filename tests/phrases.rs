//! Every sentence we say stands in `en.ftl`, and none stands there unsaid.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use verbatim::content::Phrases;
use verbatim::content::phrases::FIRST_LANGUAGE;

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

#[test]
fn every_sentence_is_said_somewhere() {
    let code: String = sources()
        .iter()
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    for line in fs::read_to_string(SENTENCES).unwrap().lines() {
        let named = line
            .split_once(" = ")
            .filter(|_| !line.starts_with(['#', ' ']));
        if let Some((name, _)) = named {
            assert!(
                code.contains(&format!("\"{name}\"")),
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
    // `Reply::say` takes words, not names.
    names.retain(|name| !name.is_empty());
    names
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut dirs = vec![
        PathBuf::from("src/reply"),
        "src/bot".into(),
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
