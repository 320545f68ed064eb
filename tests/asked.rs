//! The example questions bring breadth: no line nearly repeats another or a development question.

use std::path::Path;
use verbatim::content::Library;
use verbatim::text::words;

/// Two lines more alike than this are copies of one thought. Levenshtein, as a share of the longer line.
const COPY: f64 = 0.9;

/// One line, ready to be compared.
struct Line {
    shown: String,
    folded: String,
    letters: [u8; 32],
}

impl Line {
    fn new(shown: &str) -> Line {
        let folded: Vec<String> = words(shown).into_iter().map(|word| word.folded).collect();
        let folded = if folded.is_empty() {
            shown.to_owned()
        } else {
            folded.join(" ")
        };
        let mut letters = [0_u8; 32];
        for c in folded.chars() {
            let count = &mut letters[c as usize % 32];
            *count = count.saturating_add(1);
        }
        Line {
            shown: shown.to_owned(),
            folded,
            letters,
        }
    }

    /// Whether `self` nearly repeats `other`. Every edit moves at most two letter counts: what differs
    /// in more cannot be a copy, and most pairs end there.
    fn copies(&self, other: &Line) -> bool {
        let longer = self.folded.len().max(other.folded.len());
        let edits = ((1.0 - COPY) * longer as f64) as usize;
        if self.folded.len().abs_diff(other.folded.len()) > edits {
            return false;
        }
        let moved: usize = self
            .letters
            .iter()
            .zip(&other.letters)
            .map(|(a, b)| a.abs_diff(*b) as usize)
            .sum();
        moved <= 2 * edits && strsim::normalized_levenshtein(&self.folded, &other.folded) > COPY
    }
}

fn examples() -> Vec<Line> {
    let library = Library::load(Path::new("content")).expect("the content has no mistakes");
    let entry = &library.articles[0];
    let sections = (0..entry.article.sections().len()).flat_map(|section| entry.asked.of(section));
    sections
        .chain(entry.asked.elsewhere())
        .map(|text| Line::new(text))
        .collect()
}

#[test]
fn no_example_nearly_repeats_another() {
    let mut lines = examples();
    lines.sort_by_key(|line| line.folded.len());
    let mut copies = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let reach = (line.folded.len() as f64 / COPY) as usize + 1;
        let near = lines[at + 1..]
            .iter()
            .take_while(|other| other.folded.len() <= reach);
        for other in near.filter(|other| line.copies(other)) {
            copies.push(format!("{:?} ~ {:?}", line.shown, other.shown));
        }
    }
    assert!(
        copies.is_empty(),
        "{} copies:\n{}",
        copies.len(),
        copies.join("\n")
    );
}

#[test]
fn no_example_nearly_repeats_a_development_question() {
    let Ok(questions) = std::fs::read_to_string("../shared/questions/dev.jsonl") else {
        println!("no development questions beside the project: nothing to compare");
        return;
    };
    let lines = examples();
    let mut copies = Vec::new();
    for question in questions.lines() {
        let question: serde_json::Value = serde_json::from_str(question).expect("a line of JSON");
        let asked = Line::new(question["text"].as_str().expect("a text"));
        copies.extend(
            lines
                .iter()
                .filter(|line| line.copies(&asked))
                .map(|line| line.shown.clone()),
        );
    }
    assert!(copies.is_empty(), "{copies:?}");
}

#[test]
fn every_section_is_asked_about_in_two_hundred_ways() {
    let library = Library::load(Path::new("content")).expect("the content has no mistakes");
    let entry = &library.articles[0];
    for (at, section) in entry.article.sections().iter().enumerate() {
        assert!(
            entry.asked.of(at).len() >= 200,
            "{}: {}",
            section.id,
            entry.asked.of(at).len()
        );
    }
    assert!(entry.asked.elsewhere().len() >= 500);
}
