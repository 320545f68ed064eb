//! Where one sentence ends and the next begins.

use super::Span;
use super::terms::is_south_east_asian;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of `text` in order, without the white space around them.
///
/// Boundaries follow Unicode's sentence rules (UAX #29) and every line break. Thai and its neighbours end a clause with
/// a space and a sentence with nothing: there each clause is one.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (start, sentence) in text.split_sentence_bound_indices() {
        match sentence.contains(is_south_east_asian) {
            true => clauses(start, sentence, &mut found),
            false => add(start, sentence, &mut found),
        }
    }
    found
}

fn clauses(mut start: usize, sentence: &str, found: &mut Vec<Span>) {
    for clause in sentence.split_inclusive(' ') {
        add(start, clause, found);
        start += clause.len();
    }
}

fn add(start: usize, sentence: &str, found: &mut Vec<Span>) {
    let leading = sentence.len() - sentence.trim_start().len();
    let start = start + leading;
    let end = start + sentence.trim().len();
    if start < end {
        found.push(Span { start, end });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_falls_into_its_sentences() {
        let story = "We met in May. He left!  Why?\nno idea";
        let found: Vec<&str> = sentences(story).into_iter().map(|s| s.of(story)).collect();
        assert_eq!(found, ["We met in May.", "He left!", "Why?", "no idea"]);
        let story = "รดน้ำตอนเย็น ฤดูร้อนต้องรดทุกวัน";
        let found: Vec<&str> = sentences(story).into_iter().map(|s| s.of(story)).collect();
        assert_eq!(found, ["รดน้ำตอนเย็น", "ฤดูร้อนต้องรดทุกวัน"]);
    }
}
