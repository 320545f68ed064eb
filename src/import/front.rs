//! The facts that some texts tell about themselves above their words: YAML, TOML.

use super::about;
use super::draft::Draft;
use super::left_out::Why;
use serde_json::Value;
use std::collections::BTreeMap;

/// Keys that only facts about a text have; one of them makes a block of lines such facts.
const KNOWN: &[&str] = &[
    "title",
    "author",
    "authors",
    "date",
    "layout",
    "lang",
    "language",
    "locale",
    "tags",
    "categories",
    "category",
    "description",
    "slug",
    "draft",
    "permalink",
    "weight",
    "id",
    "sidebar_position",
    "sidebar_label",
    "keywords",
    "url",
    "aliases",
    "summary",
    "subtitle",
    "published",
    "toc",
    "image",
    "updated",
    "created",
    "type",
    "status",
];

/// `text` below its facts and the number of its first line; what they say is noted.
pub fn take<'t>(text: &'t str, draft: &mut Draft) -> (&'t str, usize) {
    let text_below = text.trim_start_matches(['\n', ' ']);
    let blank = text[..text.len() - text_below.len()].matches('\n').count();
    for (mark, read) in [("---", yaml as fn(&str) -> Facts), ("+++", toml)] {
        let Some((front, below)) = between(text_below, mark) else {
            continue;
        };
        let Some(facts) = read(front).filter(is_about_a_text) else {
            continue;
        };
        note(&facts, draft);
        for (at, line) in front.lines().enumerate() {
            if !line.trim().is_empty() && !is_used(line) {
                draft.leave_out(blank + at + 2, line, Why::FrontMatter);
            }
        }
        return (below, blank + 3 + front.lines().count());
    }
    (text, 1)
}

/// Facts by their keys.
type Facts = Option<BTreeMap<String, Value>>;

/// What stands between a line `mark` at the beginning and the next one, and what follows.
fn between<'t>(text: &'t str, mark: &str) -> Option<(&'t str, &'t str)> {
    let (first, inside) = text.split_once('\n')?;
    if first.trim_end() != mark {
        return None;
    }
    let mut at = 0;
    for line in inside.split_inclusive('\n') {
        let is_end = line.trim_end() == mark || (mark == "---" && line.trim_end() == "...");
        if is_end {
            return Some((&inside[..at], &inside[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

fn yaml(front: &str) -> Facts {
    let facts = serde_saphyr::from_str(front).ok();
    facts.or_else(|| by_lines(front))
}

fn toml(front: &str) -> Facts {
    let facts: Option<toml::Table> = toml::from_str(front).ok();
    let facts = facts?.into_iter();
    Some(
        facts
            .filter_map(|(key, value)| Some((key, serde_json::to_value(value).ok()?)))
            .collect(),
    )
}

/// YAML that is not quite right, as people write it: `title: One: two`.
fn by_lines(front: &str) -> Facts {
    let mut facts = BTreeMap::new();
    for line in front.lines().filter(|line| !line.trim().is_empty()) {
        if line.starts_with([' ', '-', '#', '\t']) {
            continue;
        }
        let (key, fact) = line.split_once(':')?;
        if key.contains(' ') {
            return None;
        }
        let fact = fact.trim().trim_matches(['"', '\'']);
        facts.insert(key.to_owned(), Value::from(fact));
    }
    Some(facts)
}

/// Whether what a line tells stands in `article.toml` now.
fn is_used(line: &str) -> bool {
    let (key, value) = line.split_once([':', '=']).unwrap_or((line, ""));
    let value = value.trim().trim_matches(['"', '\'']);
    !value.is_empty() && place(key.trim()).is_some() && fits(key.trim(), value)
}

/// Whether `value` can be what `key` tells: a language is told by its tag.
fn fits(key: &str, value: &str) -> bool {
    !tells_language(&key.to_lowercase()) || about::language(value).is_some()
}

fn tells_language(key: &str) -> bool {
    matches!(key, "lang" | "language" | "locale")
}

fn is_about_a_text(facts: &BTreeMap<String, Value>) -> bool {
    let key = |key: &String| KNOWN.contains(&key.to_lowercase().as_str());
    facts.keys().any(key) && facts.keys().all(|key| !key.trim().contains(' '))
}

fn note(facts: &BTreeMap<String, Value>, draft: &mut Draft) {
    for (key, value) in facts {
        let said = said(value).filter(|said| fits(key, said));
        if let (Some(place), Some(said)) = (place(key), said) {
            *place(draft) = Some(said);
        }
    }
}

/// The fact of a draft that `key` tells.
fn place(key: &str) -> Option<fn(&mut Draft) -> &mut Option<String>> {
    match key.to_lowercase().as_str() {
        "title" => Some(|draft| &mut draft.title),
        "author" | "authors" => Some(|draft| &mut draft.author),
        key if tells_language(key) => Some(|draft| &mut draft.language),
        "license" | "licence" => Some(|draft| &mut draft.license),
        _ => None,
    }
}

/// What a value says on one line: a text, a list of them, or the name in a block.
fn said(value: &Value) -> Option<String> {
    let said = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => values
            .iter()
            .filter_map(said)
            .collect::<Vec<_>>()
            .join(", "),
        Value::Object(block) => block.get("name").and_then(said)?,
        Value::Null | Value::Bool(_) => return None,
    };
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(said).filter(|said| !said.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, title: Option<&str>, first: usize) {
        let mut draft = Draft::default();
        let (below, number) = take(text, &mut draft);
        assert_eq!((draft.title.as_deref(), number), (title, first));
        assert_eq!(below.lines().next(), text.lines().nth(first - 1));
    }

    #[test]
    fn facts_above_a_text_are_read_and_no_words_of_it() {
        check(
            "---\ntitle: \"He left\"\ntags:\n- a\n\nx: y\n---\nText\n",
            Some("He left"),
            8,
        );
        check(
            "+++\ntitle = \"He left\"\ndate = 2024-05-01\n+++\nText\n",
            Some("He left"),
            5,
        );
        check(
            "---\ntitle: He left: why\n---\nText\n",
            Some("He left: why"),
            4,
        );
        check("---\nHello there.\n---\nText\n", None, 1);
        check("---\nNote: all this is true\n---\nText\n", None, 1);
        check("Text\n", None, 1);
    }

    #[test]
    fn authors_may_be_several_and_a_language_has_many_names() {
        let mut draft = Draft::default();
        take(
            "---\ntitle: T\nauthors: [Ann, Ben]\nlocale: pt-BR\n---\n",
            &mut draft,
        );
        assert_eq!(draft.author.as_deref(), Some("Ann, Ben"));
        assert_eq!(draft.language.as_deref(), Some("pt-BR"));
    }

    #[test]
    fn a_language_is_taken_by_its_tag_or_told_as_left_out() {
        for (line, taken) in [("lang: EN", Some("EN")), ("lang: English", None)] {
            let mut draft = Draft::default();
            take(&format!("---\ntitle: T\n{line}\n---\n"), &mut draft);
            assert_eq!(draft.language.as_deref(), taken);
            assert_eq!(draft.left_out.is_empty(), taken.is_some(), "{line}");
        }
    }
}
