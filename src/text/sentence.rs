//! Where one sentence ends and the next begins.

use super::Span;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of `text` in order, without the white space around them.
///
/// Boundaries follow Unicode's sentence rules (UAX #29) and every line break.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (start, sentence) in text.split_sentence_bound_indices() {
        let leading = sentence.len() - sentence.trim_start().len();
        let start = start + leading;
        let end = start + sentence.trim().len();
        if start < end {
            found.push(Span { start, end });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_falls_into_its_sentences() {
        let story = "We met in May. He left!  Why?\nno idea";
        let found: Vec<&str> = sentences(story).into_iter().map(|s| s.of(story)).collect();
        assert_eq!(found, ["We met in May.", "He left!", "Why?", "no idea"]);
    }
}
