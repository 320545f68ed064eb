//! Words of grammar (stop words): too common to tell sections apart.

use crate::text::terms;
use serde::Deserialize;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The author's lists in `grammar.toml`, in folded words.
#[derive(Deserialize)]
struct Grammar {
    common: HashSet<String>,
    alone: HashSet<String>,
    asking: HashSet<String>,
    compounding: HashSet<String>,
}

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| {
    toml::from_str(include_str!("../../content/grammar.toml"))
        .expect("the program carries every list that it reads")
});

/// Vietnamese parts its syllables, and without their tones those of grammar are those of matter too: with the list
/// 0.921 of questions find theirs first, without it 0.942.
const UNLISTED: &[&str] = &["vi"];

/// The words of one language that carry grammar, not matter.
#[derive(Clone, Debug)]
pub(super) enum StopWords {
    /// Our own list.
    English,
    /// A list of others, as terms. Empty for a language that has none: then only rarity tells.
    Listed(HashSet<Box<str>>),
}

impl StopWords {
    /// Those of a language, by its tag.
    pub(super) fn of(language: &str) -> StopWords {
        let primary = primary(language);
        if primary == "en" {
            return StopWords::English;
        }
        if UNLISTED.contains(&primary) {
            return StopWords::Listed(HashSet::new());
        }
        let listed = stop_words::lookup(listed_as(primary)).unwrap_or_default();
        let words = listed.iter().filter(|words| !words.contains(' '));
        // A single sign is grammar here and half of a word there.
        let terms = words
            .flat_map(|word| terms(word))
            .filter(|(term, _)| term.chars().nth(1).is_some());
        StopWords::Listed(terms.map(|(term, _)| term.into()).collect())
    }

    /// Whether `word` is one of them.
    pub(super) fn hold(&self, word: &str) -> bool {
        match self {
            StopWords::English => GRAMMAR.common.contains(word),
            StopWords::Listed(words) => words.contains(word),
        }
    }
}

/// Whether `language`, a tag, writes several words as one.
pub(super) fn compounds(language: &str) -> bool {
    GRAMMAR.compounding.contains(primary(language))
}

/// `de` of `de-AT`.
fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or_default()
}

/// The name under which the list of a language stands.
fn listed_as(primary: &str) -> &str {
    match primary {
        "nb" | "nn" => "no",
        "iw" => "he",
        "in" => "id",
        other => other,
    }
}

/// Whether `word`, though it may be what a section is about, names nothing by itself.
pub(super) fn names_nothing(word: &str) -> bool {
    GRAMMAR.alone.contains(word)
}

/// Whether `word` makes a question of a second one: "why him".
pub(super) fn asks(word: &str) -> bool {
    GRAMMAR.asking.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn every_language_has_its_own_grammar() {
        for (language, grammar, matter) in [
            ("en-GB", "when", "water"),
            ("de-AT", "wann", "garten"),
            ("fr", "quand", "engrais"),
            ("nb", "når", "vann"),
            ("zh", "什么", "浇水"),
            ("hi", "और", "पानी"),
            ("ar", "من", "ماء"),
            ("fr", "quand", "will"),
            ("xx", "", "the"),
        ] {
            let words = StopWords::of(language);
            let [grammar, matter] = [grammar, matter].map(fold);
            assert!(grammar.is_empty() || words.hold(&grammar), "{grammar}");
            assert!(!words.hold(&matter), "{matter}");
        }
    }
}
