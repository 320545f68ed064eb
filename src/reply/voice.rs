//! In which language we speak, and the sentences we have in it.

use super::shortened;
use crate::content::phrases::FluentValue;
use crate::content::{Article, Phrases};

/// An article's title is told in our sentences only so far, or it would drown them. In characters.
pub(super) const TITLE_LIMIT: usize = 200;

/// A language and the sentences we have in it.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'p> {
    /// Every sentence.
    pub phrases: &'p Phrases,
    /// The language to say them in, as a tag.
    pub language: &'p str,
}

impl Voice<'_> {
    /// The sentence `name`.
    pub fn say(self, name: &str) -> String {
        self.phrases.say(self.language, name, &[])
    }

    /// The sentence `name` with `value` put in for `key`.
    pub fn say_with(self, name: &str, key: &str, value: &str) -> String {
        self.phrases
            .say(self.language, name, &[(key, value.into())])
    }

    /// The sentence `name`, which counts.
    pub fn say_count(self, name: &str, count: u128) -> String {
        // Fluent chooses the plural by a number, and none of ours is beyond a double.
        let count = FluentValue::from(count as f64);
        self.phrases.say(self.language, name, &[("count", count)])
    }

    /// The sentence `name` with every one of `values` put in.
    pub fn say_all(self, name: &str, values: &[(&str, &str)]) -> String {
        let values: Vec<_> = values
            .iter()
            .map(|(key, value)| (*key, (*value).into()))
            .collect();
        self.phrases.say(self.language, name, &values)
    }

    /// The sentence `name`, which speaks of `article` by its title.
    pub(super) fn say_of(self, name: &str, article: &Article) -> String {
        let title = shortened(article.title().as_str(), TITLE_LIMIT);
        self.say_with(name, "article", &title)
    }
}
