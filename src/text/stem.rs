//! One word cut to its stem, as its language inflects it.

use rust_stemmers::Algorithm;
use std::borrow::Cow;
use std::fmt;

/// Cuts words of one language to their stems, after Snowball (Porter2 for English).
/// A language without an algorithm keeps its words whole.
pub struct Stemmer(Option<rust_stemmers::Stemmer>);

impl Stemmer {
    /// The stemmer for a language tag: `en`, `en-GB`, `fr` …
    pub fn of(language: &str) -> Stemmer {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let algorithm = match primary {
            "ar" => Algorithm::Arabic,
            "da" => Algorithm::Danish,
            "de" => Algorithm::German,
            "el" => Algorithm::Greek,
            "en" => Algorithm::English,
            "es" => Algorithm::Spanish,
            "fi" => Algorithm::Finnish,
            "fr" => Algorithm::French,
            "hu" => Algorithm::Hungarian,
            "it" => Algorithm::Italian,
            "nl" => Algorithm::Dutch,
            "no" | "nb" => Algorithm::Norwegian,
            "pt" => Algorithm::Portuguese,
            "ro" => Algorithm::Romanian,
            "ru" => Algorithm::Russian,
            "sv" => Algorithm::Swedish,
            "ta" => Algorithm::Tamil,
            "tr" => Algorithm::Turkish,
            _ => return Stemmer(None),
        };
        Stemmer(Some(rust_stemmers::Stemmer::create(algorithm)))
    }

    /// The stem of a folded word.
    pub fn stem<'w>(&self, folded: &'w str) -> Cow<'w, str> {
        match &self.0 {
            Some(stemmer) => stemmer.stem(folded),
            None => Cow::Borrowed(folded),
        }
    }
}

impl fmt::Debug for Stemmer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Stemmer({})",
            if self.0.is_some() { "Snowball" } else { "none" }
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_words_meet_at_their_stem() {
        let english = Stemmer::of("en-GB");
        assert_eq!(english.stem("withdraws"), english.stem("withdrawing"));
        assert_eq!(Stemmer::of("sw").stem("wanaume"), "wanaume");
    }
}
