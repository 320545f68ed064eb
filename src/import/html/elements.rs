//! What the elements of a page mean to a reader of its article.

use super::super::left_out::Why;
use html5gum::emitters::default::StartTag;

pub(super) type Tag = StartTag<usize>;

/// Elements whose content is no article.
const FOREIGN: &[(&str, Why)] = &[
    ("script", Why::Script),
    ("style", Why::Script),
    ("template", Why::Script),
    ("noscript", Why::Script),
    ("iframe", Why::Script),
    ("object", Why::Script),
    ("nav", Why::Frame),
    ("header", Why::Frame),
    ("footer", Why::Frame),
    ("aside", Why::Frame),
    ("dialog", Why::Frame),
    ("menu", Why::Frame),
    ("form", Why::Form),
    ("button", Why::Form),
    ("select", Why::Form),
    ("textarea", Why::Form),
    ("figure", Why::Image),
    ("picture", Why::Image),
    ("svg", Why::Image),
    ("video", Why::Image),
    ("audio", Why::Image),
    ("canvas", Why::Image),
    ("table", Why::Table),
    ("pre", Why::Code),
];

/// Elements that begin a line of their own.
pub(super) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "section",
    "summary",
    "title",
    "ul",
];

/// Elements without an end.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Why the element that `tag` begins is no article, if it is none.
pub(super) fn foreign(name: &str, tag: &Tag) -> Option<Why> {
    let known = FOREIGN.iter().find(|(foreign, _)| *foreign == name);
    let hidden = tag.attributes.contains_key(b"hidden".as_slice());
    let closes_itself = VOID.contains(&name) || (name == "svg" && tag.self_closing);
    let why = known.map(|(_, why)| *why).or(hidden.then_some(Why::Frame));
    why.filter(|_| !closes_itself)
}

/// The level of a heading's element.
pub(super) fn level(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// The value of an attribute of `tag`, if there is any.
pub(super) fn value(tag: &Tag, attribute: &[u8]) -> Option<String> {
    let value = tag.attributes.get(attribute)?;
    let value = String::from_utf8_lossy(value).trim().to_owned();
    Some(value).filter(|value| !value.is_empty())
}
