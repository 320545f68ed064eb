//! Messages that ask nothing: "him", one letter, a stage direction as in "*sighs*".

use super::Source;
use crate::text::{typed, words};
use std::borrow::Cow;

/// What people write around something done and not said, or around the name of a picture.
const AROUND: &[(char, char)] = &[
    ('*', '*'),
    ('_', '_'),
    ('~', '~'),
    ('(', ')'),
    ('[', ']'),
    ('<', '>'),
    (':', ':'),
];

/// A stage direction is short: "*looks away slowly*". In words.
const LONGEST: usize = 4;

/// A longer message asks something, whatever stands in it. In words.
const LONGEST_MESSAGE: usize = 16;

/// Whether there is nothing in `question` to look for.
pub(super) fn asks_nothing(source: Source<'_>, question: &str) -> bool {
    let Source { index, taught, .. } = source;
    if typed(question).nth(LONGEST_MESSAGE).is_some() {
        return false;
    }
    let said = said(question, |inner| is_done(source, inner));
    is_bare(source, &said) && index.nearest(question, taught).is_none()
}

fn is_bare(source: Source<'_>, text: &str) -> bool {
    let Source { article, index, .. } = source;
    index.is_bare(text, &article.about.language)
}

/// `text` without what `is_done` and not said.
fn said(text: &str, is_done: impl Fn(&str) -> bool) -> Cow<'_, str> {
    let mut said = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(is_opening) {
        let (before, marked) = rest.split_at(at);
        said.push_str(before);
        rest = match enclosed(marked).filter(|(inner, _)| is_done(inner)) {
            Some((_, after)) => after,
            None => {
                let next = marked.chars().next().map_or(0, char::len_utf8);
                said.push_str(&marked[..next]);
                &marked[next..]
            }
        };
    }
    match said.is_empty() && rest.len() == text.len() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(said + rest),
    }
}

fn is_opening(c: char) -> bool {
    AROUND.iter().any(|(open, _)| *open == c)
}

/// What stands between the signs with which `marked` begins and those that close them, and what follows.
fn enclosed(marked: &str) -> Option<(&str, &str)> {
    let open = marked.chars().next()?;
    let (_, close) = *AROUND.iter().find(|(known, _)| *known == open)?;
    let inner = marked.trim_start_matches(open);
    let (inner, after) = inner.split_once(close)?;
    Some((inner, after.trim_start_matches(close)))
}

/// Whether `inner` tells what somebody does: a few words that begin with no word of grammar, ask nothing and name no
/// part of the article.
fn is_done(source: Source<'_>, inner: &str) -> bool {
    let count = typed(inner).take(LONGEST + 1).count();
    let begins = typed(inner).next();
    (1..=LONGEST).contains(&count)
        && !inner.contains('?')
        && begins.is_some_and(|(first, _)| !is_bare(source, &first))
        && !is_named(source, inner)
}

/// Whether `inner` is a keyword of the article, or stands in one title alone.
fn is_named(source: Source<'_>, inner: &str) -> bool {
    let Source { article, index, .. } = source;
    let folded =
        |text: &str| -> Vec<String> { words(text).into_iter().map(|w| w.folded).collect() };
    let inner = folded(inner);
    let sections = article.sections().iter();
    let mut keywords = sections.flat_map(|section| &section.about.keywords);
    index.titled(article, &inner).is_some() || keywords.any(|it| folded(it) == inner)
}
