//! Words too common to tell sections apart.

use crate::text::terms;
use std::collections::HashSet;

/// English words that carry grammar, not matter. The linear model keeps them (it learns what
/// "what are we" means); BM25F leaves them out, where they would only add noise.
const ENGLISH: &[&str] = &[
    "a", "about", "after", "again", "all", "also", "am", "an", "and", "any", "are", "as", "at",
    "be", "because", "been", "before", "being", "but", "by", "can", "could", "did", "do", "does",
    "doing", "done", "else", "ever", "for", "from", "get", "got", "had", "has", "have", "having",
    "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its",
    "just", "know", "like", "may", "me", "might", "more", "most", "much", "must", "my", "no",
    "not", "now", "of", "on", "one", "only", "or", "other", "our", "out", "over", "own", "really",
    "said", "same", "say", "says", "shall", "she", "should", "so", "some", "still", "such", "tell",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "thing", "things",
    "this", "those", "though", "to", "too", "up", "us", "very", "was", "we", "well", "were",
    "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with",
    "would", "yes", "yet", "you", "your", "yours",
];

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
        let primary = language.split(['-', '_']).next().unwrap_or_default();
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
            StopWords::English => ENGLISH.binary_search(&word).is_ok(),
            StopWords::Listed(words) => words.contains(word),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn the_list_is_in_order() {
        assert!(ENGLISH.is_sorted());
    }

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
