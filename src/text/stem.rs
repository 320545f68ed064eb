//! One word cut to its stem, as its language inflects it.

use rust_stemmers::Algorithm;
use std::borrow::Cow;

/// Cuts words of one language to their stems, after Snowball (Porter2 for English).
/// A language without an algorithm keeps its words whole.
#[derive(Clone, Copy, Debug)]
pub struct Stemmer(Option<Algorithm>);

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
        Stemmer(Some(algorithm))
    }

    /// The stem of a folded word.
    pub fn stem<'w>(&self, folded: &'w str) -> Cow<'w, str> {
        match self.0 {
            Some(algorithm) => rust_stemmers::Stemmer::create(algorithm).stem(folded),
            None => Cow::Borrowed(folded),
        }
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
