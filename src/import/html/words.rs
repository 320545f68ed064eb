//! Words of a page as a browser prints them, and what a few elements mean.

use super::dom::{Element, Tree};
use crate::content::import_words;
use serde::Deserialize;
use std::sync::LazyLock;

/// What `import.toml` says of headings.
#[derive(Deserialize)]
struct Said {
    headings: Headings,
}

/// In small letters.
#[derive(Deserialize)]
struct Headings {
    edit: Vec<String>,
}

static SAID: LazyLock<Said> = LazyLock::new(import_words);

/// The first element called `name` inside the one at `at`.
pub fn first(tree: &Tree, at: usize, name: &str) -> Option<usize> {
    tree.elements[at].elements().find_map(|inner| {
        let is = tree.elements[inner].name == name;
        is.then_some(inner).or_else(|| first(tree, inner, name))
    })
}

/// The level of a heading's element.
pub fn level(element: &Element) -> Option<u8> {
    if element.value("role") == Some("heading") {
        let told = element
            .value("aria-level")
            .and_then(|level| level.parse().ok());
        return Some(told.unwrap_or(2).clamp(1, 6));
    }
    let level = element.name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// What stands behind a heading for those who make the page.
pub fn is_edit_mark(words: &str) -> bool {
    let words = words.trim_matches(['[', ']', ' ', '|']);
    let signs = matches!(words, "¶" | "#" | "§" | "🔗");
    signs || SAID.headings.edit.contains(&words.to_lowercase())
}

/// What HTML collapses; a space that must not break stays.
pub fn is_space(c: char) -> bool {
    c.is_ascii_whitespace()
}

pub fn collapse(line: &mut String, words: &str) {
    for c in words.chars() {
        if !is_space(c) {
            line.push(c);
        } else if !line.ends_with(' ') && !line.is_empty() {
            line.push(' ');
        }
    }
}

pub fn collapsed(words: &str) -> String {
    let mut line = String::new();
    collapse(&mut line, words);
    line.truncate(line.trim_end().len());
    line
}

/// What a component that opens is called: `<Accordion title="When do I sow?">`.
pub fn titled(element: &Element) -> Option<&str> {
    let opens = [
        "accordion",
        "collaps",
        "expand",
        "tabitem",
        "toggle",
        "faq",
        "question",
        "step",
    ];
    let named = opens.iter().any(|name| element.name.starts_with(name)) || element.name == "tab";
    let keys = ["title", "label", "question", "header", "summary"];
    let title = || keys.into_iter().find_map(|key| element.value(key));
    named.then(title).flatten()
}
