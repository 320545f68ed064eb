//! Which elements of a page are no part of its article, and which one holds the article.

use super::dom::{Element, Tree};
use crate::import::left_out::Why;

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
    ("input", Why::Form),
    ("label", Why::Form),
    ("figure", Why::Image),
    ("picture", Why::Image),
    ("svg", Why::Image),
    ("video", Why::Image),
    ("audio", Why::Image),
    ("canvas", Why::Image),
];

/// What makers of pages call the frame around an article, as words of an `id`, a `class` or a `role`.
const NAMES: &[(&str, Why)] = &[
    ("cookie", Why::Frame),
    ("cookies", Why::Frame),
    ("consent", Why::Frame),
    ("gdpr", Why::Frame),
    ("masthead", Why::Frame),
    ("navbar", Why::Frame),
    ("navigation", Why::Frame),
    ("nav", Why::Frame),
    ("menu", Why::Frame),
    ("breadcrumb", Why::Frame),
    ("breadcrumbs", Why::Frame),
    ("sidebar", Why::Frame),
    ("secondary", Why::Frame),
    ("widget", Why::Frame),
    ("widgets", Why::Frame),
    ("footer", Why::Frame),
    ("colophon", Why::Frame),
    ("banner", Why::Frame),
    ("contentinfo", Why::Frame),
    ("toc", Why::Contents),
    ("comments", Why::Comments),
    ("comment", Why::Comments),
    ("respond", Why::Comments),
    ("disqus", Why::Comments),
    ("relatedposts", Why::Related),
    ("related", Why::Related),
    ("recommended", Why::Related),
    ("share", Why::Share),
    ("sharing", Why::Share),
    ("sharedaddy", Why::Share),
    ("social", Why::Share),
    ("newsletter", Why::Newsletter),
    ("subscribe", Why::Newsletter),
    ("signup", Why::Newsletter),
    ("promo", Why::Advertisement),
    ("advert", Why::Advertisement),
    ("advertisement", Why::Advertisement),
    ("sponsored", Why::Advertisement),
    ("byline", Why::Byline),
    ("postmeta", Why::Byline),
    ("pagination", Why::Frame),
    ("headerlink", Why::Frame),
    ("editsection", Why::Frame),
    ("navbox", Why::Frame),
    ("skip", Why::Frame),
];

/// Two words beside each other that together name a frame: `entry-meta`, `author-box`.
const PAIRS: &[(&str, &str, Why)] = &[
    ("entry", "meta", Why::Byline),
    ("post", "meta", Why::Byline),
    ("article", "meta", Why::Byline),
    ("author", "box", Why::Author),
    ("author", "bio", Why::Author),
    ("site", "header", Why::Frame),
    ("site", "info", Why::Frame),
    ("read", "next", Why::Related),
    ("read", "more", Why::Related),
    ("sign", "up", Why::Newsletter),
];

/// How main parts are called beside `<main>` and `<article>`, as a whole `class` or `id`.
const BODIES: &[&str] = &[
    "entry-content",
    "post-content",
    "article-content",
    "article-body",
    "articlebody",
    "post-body",
    "mw-content-text",
    "markdown-body",
    "story-body",
    "page-content",
];

/// What holds this share of the words that are read is no frame around them.
const SHARE: f64 = 0.5;

/// A form with so many words has an article in it. In words.
const FORM_WORDS: usize = 30;

/// Why the element at `at` is no part of the article, if it is none; `whole` are the words of all that is read.
pub fn foreign(tree: &Tree, at: usize, whole: usize) -> Option<Why> {
    let element = &tree.elements[at];
    if is_hidden(element) {
        return Some(Why::Hidden);
    }
    let by_name = FOREIGN.iter().find(|(name, _)| *name == element.name);
    let by_name = by_name.map(|(_, why)| *why);
    if let Some(Why::Script | Why::Image) = by_name {
        return by_name;
    }
    let named = by_name.or_else(|| {
        let carries = !matches!(element.name.as_str(), "html" | "body" | "main" | "article");
        carries.then(|| called(element)).flatten()
    })?;
    let words = count(&tree.words(at));
    let form_with_words =
        element.name == "form" && (words >= FORM_WORDS || tree.holds(at, &["h1", "h2", "h3"]));
    let is_body = words as f64 >= SHARE * whole as f64 && words > 0;
    let is_control = matches!(element.name.as_str(), "button" | "select" | "textarea");
    (is_control || !(form_with_words || is_body)).then_some(named)
}

/// Whether the page keeps it from its readers.
pub fn is_hidden(element: &Element) -> bool {
    let style = element.value("style").unwrap_or_default();
    let style: String = style.split_whitespace().collect();
    let styled = style.contains("display:none") || style.contains("visibility:hidden");
    styled || element.has("hidden") || element.value("aria-hidden") == Some("true")
}

/// What its `id`, `class` and `role` call it.
fn called(element: &Element) -> Option<Why> {
    ["id", "class", "role"]
        .into_iter()
        .filter_map(|attribute| element.value(attribute))
        .flat_map(str::split_whitespace)
        .find_map(|name| {
            let name = name.to_ascii_lowercase();
            let words: Vec<&str> = name.split(['-', '_']).collect();
            // `has-sidebar` and `no-comments` speak of a page that has or lacks one.
            if matches!(words[0], "has" | "no" | "with" | "without" | "wp") {
                return None;
            }
            let pair = words.windows(2).find_map(|pair| {
                let known = PAIRS.iter().find(|(a, b, _)| [*a, *b] == pair);
                known.map(|(.., why)| *why)
            });
            pair.or_else(|| {
                let known = NAMES.iter().find(|(known, _)| words.contains(known));
                known.map(|(_, why)| *why)
            })
        })
}

/// The element that holds the article, if the page says so; everything around it is frame.
///
/// Of several the one with the most words; none where most words stand outside.
pub fn scope(tree: &Tree) -> Option<usize> {
    let whole = count(&tree.words(0));
    let mut best: Option<(usize, usize)> = None;
    for (at, element) in tree.all() {
        if !is_main(element) {
            continue;
        }
        let words = count(&tree.words(at));
        let inner = best.is_some_and(|(found, most)| words >= most && found != at);
        if best.is_none() || inner {
            best = Some((at, words));
        }
    }
    let (at, words) = best?;
    // Menus and margins may be longer than a short article; what prints as text around it may not.
    let outside = prose(tree, 0).saturating_sub(prose(tree, at));
    let inside = prose(tree, at);
    (words > 0 && inside >= outside && words * 8 >= whole).then_some(at)
}

fn is_main(element: &Element) -> bool {
    let is = |attribute: &str, value: &str| element.value(attribute) == Some(value);
    let classes = element.value("class").unwrap_or_default();
    let classes = classes.split_whitespace().chain(element.value("id"));
    let body = || {
        classes
            .into_iter()
            .any(|class| BODIES.contains(&class.to_ascii_lowercase().as_str()))
    };
    matches!(element.name.as_str(), "main" | "article")
        || is("role", "main")
        || is("itemprop", "articleBody")
        || body()
}

/// How many words inside the element at `at` stand in paragraphs, headings and points of no frame.
fn prose(tree: &Tree, at: usize) -> usize {
    let element = &tree.elements[at];
    let whole = usize::MAX;
    let inner = element.elements().map(|inner| {
        let name = tree.elements[inner].name.as_str();
        match name {
            _ if foreign(tree, inner, whole).is_some() => 0,
            "p" | "h1" | "h2" | "h3" | "h4" | "td" | "dd" | "dt" | "summary" => {
                count(&tree.words(inner))
            }
            _ => prose(tree, inner),
        }
    });
    inner.sum()
}

/// An `<article>` that only announces another: the page has its own headings outside of all of them.
pub fn is_teaser(tree: &Tree, at: usize, outside: usize) -> bool {
    let headings = ["h1", "h2"];
    tree.elements[at].name == "article" && outside >= 2 && !tree.holds(at, &headings)
}

/// How many headings of sections stand outside of every `<article>`.
pub fn headings_outside(tree: &Tree, at: usize) -> usize {
    let inner = tree.elements[at].elements().map(|inner| {
        let name = tree.elements[inner].name.as_str();
        match name {
            "article" => 0,
            "h2" | "h3" => 1,
            _ => headings_outside(tree, inner),
        }
    });
    inner.sum()
}

/// How many words `text` has.
pub fn count(text: &str) -> usize {
    text.split_whitespace().count()
}
