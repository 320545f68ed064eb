//! What the house keeps to, beside its floors: lines that can be read, and an author's words in the author's folder.

use std::fs;
use std::path::{Path, PathBuf};

/// A longer line is cut off on most screens, and a change in it cannot be seen. In bytes: letters of other scripts, which take
/// two or three, are wider too.
const LINE: usize = 160;

/// Fewer words in a row may be anything; so many are a list.
const LIST: usize = 5;

/// Files of `src` whose lists are of a format or a contract and of no language, and what they hold.
const FORMATS: &[(&str, &str)] = &[
    ("src/care/card/words.rs", "keys of the files of cards"),
    ("src/care/helpline.rs", "names in `helplines.toml`"),
    (
        "src/care/vocabulary.rs",
        "endings before which an English plural has an e: a rule",
    ),
    ("src/config/read.rs", "levels of the log"),
    ("src/content/about.rs", "keys of `article.toml`"),
    ("src/content/words/orders.rs", "keys of `words.toml`"),
    ("src/encoder/layers.rs", "outputs of the encoder's model"),
    ("src/eval/figures.rs", "names of figures"),
    ("src/eval/floors.rs", "names of figures"),
    ("src/import/bytes.rs", "ends of the names of files"),
    ("src/import/folder.rs", "ends of the names of files"),
    ("src/import/front.rs", "keys of the facts above a text"),
    ("src/import/html/dom.rs", "elements of HTML"),
    (
        "src/import/html/frames.rs",
        "elements of HTML and what their classes are called",
    ),
    ("src/import/html/page.rs", "elements of HTML"),
    (
        "src/import/html/words.rs",
        "components and attributes of HTML",
    ),
    ("src/import/kind.rs", "ends of the names of files"),
    ("src/import/rst.rs", "directives of reStructuredText"),
    ("src/reply/tally.rs", "names of sentences"),
    ("src/settings/rows.rs", "keys of settings"),
    ("src/text/fold.rs", "letters that look alike"),
];

#[test]
fn no_line_of_the_authors_tables_is_too_long_to_read() {
    let mut long = Vec::new();
    for file in files(Path::new("content"), "toml") {
        let text = fs::read_to_string(&file).unwrap();
        let lines = text.lines().enumerate();
        let lines = lines.filter(|(_, line)| line.len() > LINE);
        long.extend(lines.map(|(at, _)| format!("{}:{}", file.display(), at + 1)));
    }
    assert!(long.is_empty(), "longer than {LINE}:\n{}", long.join("\n"));
}

#[test]
fn words_of_a_language_stand_in_the_authors_folder() {
    let mut found = Vec::new();
    for file in files(Path::new("src"), "rs") {
        let at = file.to_str().unwrap();
        let code = fs::read_to_string(&file).unwrap();
        let lists = lists(&code);
        let is_format = FORMATS.iter().any(|(format, _)| *format == at);
        match is_format {
            true => assert!(!lists.is_empty(), "{at} holds no list any more"),
            false => found.extend(lists.iter().map(|list| format!("{at}: {list}"))),
        }
    }
    assert!(
        found.is_empty(),
        "these belong in content/:\n{}",
        found.join("\n")
    );
}

/// Two Discords side by side are more than one conversation.
const SIDE_BY_SIDE: &str = "tests/conversations/processes.rs";

#[test]
fn no_conversation_is_opened_or_closed_by_hand() {
    for file in files(Path::new("tests/conversations"), "rs") {
        let at = file.to_str().unwrap();
        let code = fs::read_to_string(&file).unwrap();
        let by_hand = code.contains("Fake::start()") || code.contains(".finish()");
        assert_eq!(by_hand, at == SIDE_BY_SIDE, "{at}");
    }
}

#[test]
fn a_list_of_words_is_seen() {
    let list = ["a is to of in"];
    assert_eq!(lists("f([\"a\", \"is\", \"to\", \"of\", \"in\"])"), list);
    assert_eq!(
        lists("\"a\" | \"is\"\n | \"to\" | \"of\" | \"in\" => 1"),
        list
    );
    let pairs = "[(\"a\", X::A), (\"is\", X::B), (\"to\", 2), (\"of\", 2), (\"in\", 3)]";
    assert_eq!(lists(pairs), list);
    assert_eq!(
        lists("f(\"how are you what is it who did why he was at the sea with us and her\")").len(),
        1
    );
    assert!(lists("[\"a\", \"is\", \"to\", \"of\", \"A\"]").is_empty());
    assert!(lists("f(\"a\"); f(\"is\"); f(\"to\"); f(\"of\"); f(\"in\");").is_empty());
    assert!(lists("// [\"a\", \"is\", \"to\", \"of\", \"in\"]").is_empty());
    assert!(
        lists("f(\"this file cannot be read, and nobody knows why that is: look there\")")
            .is_empty()
    );
}

/// The lists of small words in `code`, outside its comments and its inline tests: many texts in a row that are nothing but
/// small letters, or one text of many such words without any sign between.
fn lists(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let code: Vec<&str> = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code
        .join("\n")
        .replace("\\\\", "")
        .replace("\\\"", "")
        .replace("'\"'", "")
        .replace("\\\n", "");
    let mut found = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    // What stands at odd places is a text.
    for (at, part) in code.split('"').enumerate() {
        if at % 2 == 1 && is_small(part) {
            run.push(part);
            continue;
        }
        let apart = part.contains([';', '{', '}']) || part.contains("=>") || part.contains('=');
        if at % 2 == 1 || apart {
            found.extend(list(&std::mem::take(&mut run)));
        }
    }
    found.extend(list(&run));
    found
}

fn list(run: &[&str]) -> Option<String> {
    let words = run.join(" ");
    let many = run
        .iter()
        .any(|text| text.split_whitespace().count() >= 3 * LIST);
    (run.len() >= LIST || many).then_some(words)
}

/// Whether `text` is nothing but words in small letters.
fn is_small(text: &str) -> bool {
    let small = |c: char| c.is_alphabetic() && !c.is_uppercase() || matches!(c, ' ' | '\'');
    !text.trim().is_empty() && text.chars().all(small)
}

/// Every file below `folder` whose name ends so.
fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path, end)),
            false if path.extension().is_some_and(|it| it == end) => found.push(path),
            false => (),
        }
    }
    found.sort();
    found
}
