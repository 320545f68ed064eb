//! The texts of an article that the encoder reads: headings, examples, stretches of what the sections say.

use super::query::Reader;
use crate::content::{Article, Asked};
use crate::text::sentences;
use serde::{Deserialize, Serialize};

/// A stretch of a section has about so many words: the encoder reads twice as many at most.
const STRETCH: usize = 50;

/// Of a section at most so many stretches and examples are read, spread over all of it.
const STRETCHES: usize = 12;
const EXAMPLES: usize = 40;

/// An article of more texts is searched by its words alone: reading takes some ten milliseconds each.
const MOST: usize = 3_000;

/// The texts of an article that are read, each with its section.
#[derive(Debug, Default)]
pub(super) struct Texts(Vec<(usize, Kind, String)>);

/// What a text is to its section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Kind {
    /// What the section is called, or what it says where it is called nothing.
    Name,
    /// How it is asked for.
    Example,
    /// What it says besides.
    Body,
}

impl Texts {
    /// Those of `article`, which people `asked` so; none if there are too many to read.
    pub(super) fn of(article: &Article, asked: &Asked, reader: &Reader) -> Option<Texts> {
        let mut texts = Texts::default();
        for section in 0..article.sections().len() {
            let heading = article.section_title(section).as_str();
            // A heading of grammar alone says nothing: what the section says stands for it.
            let is_named = !reader.matter(&reader.tokens(heading)).is_empty();
            if is_named {
                texts.0.push((section, Kind::Name, heading.to_owned()));
            }
            for example in spread(asked.of(section), EXAMPLES) {
                texts.0.push((section, Kind::Example, example.clone()));
            }
            let said = if is_named { Kind::Body } else { Kind::Name };
            let whole = article.whole(section).map(|whole| article.excerpt(whole));
            for stretch in stretches(whole.map_or("", |whole| whole.as_str())) {
                texts.0.push((section, said, stretch));
            }
        }
        (texts.0.len() <= MOST).then_some(texts)
    }

    /// The section and the kind of each, in order.
    pub(super) fn kinds(&self) -> impl Iterator<Item = (usize, Kind)> {
        self.0.iter().map(|(section, kind, _)| (*section, *kind))
    }

    /// The texts themselves, in order.
    pub(super) fn words(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(_, _, words)| words)
    }
}

/// At most `most` of `all`, spread evenly.
fn spread<T>(all: &[T], most: usize) -> impl Iterator<Item = &T> {
    all.iter().step_by(all.len().div_ceil(most).max(1))
}

/// Neighbouring sentences of `text` together, about [`STRETCH`] words each.
fn stretches(text: &str) -> Vec<String> {
    let words = |text: &str| text.split_whitespace().count();
    let most = STRETCH.max(words(text).div_ceil(STRETCHES));
    let (mut stretches, mut last) = (Vec::<String>::new(), 0);
    for sentence in sentences(text) {
        let sentence = sentence.of(text);
        let more = words(sentence);
        match stretches.last_mut() {
            Some(stretch) if last + more <= most => {
                stretch.push(' ');
                stretch.push_str(sentence);
                last += more;
            }
            _ => {
                stretches.push(sentence.to_owned());
                last = more;
            }
        }
    }
    stretches
}
