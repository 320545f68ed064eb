//! A line of examples, and whether it nearly repeats another.

use verbatim::text::words;

/// Two lines more alike than this are copies of one thought. Levenshtein, as a share of the longer line.
pub const COPY: f64 = 0.9;

/// One line, ready to be compared.
pub struct Line {
    pub shown: String,
    folded: String,
    letters: [u8; 32],
}

impl Line {
    pub fn new(shown: &str) -> Line {
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

    /// How many bytes are compared.
    pub fn len(&self) -> usize {
        self.folded.len()
    }

    /// Whether `self` nearly repeats `other`. Every edit moves at most two letter counts: what differs
    /// in more cannot be a copy, and most pairs end there.
    pub fn copies(&self, other: &Line) -> bool {
        let longer = self.len().max(other.len());
        let edits = ((1.0 - COPY) * longer as f64) as usize;
        if self.len().abs_diff(other.len()) > edits {
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

/// The development questions: those in other languages, and the English ones where they lie beside the project.
pub fn development_questions() -> Vec<Line> {
    let beside = std::fs::read_to_string("../shared/questions/dev.jsonl").unwrap_or_else(|_| {
        println!("no development questions beside the project: nothing to compare");
        String::new()
    });
    let others = ["es", "fr", "pt-BR", "sw"].map(|language| {
        let file = format!("tests/data/languages/{language}.jsonl");
        std::fs::read_to_string(file).expect("the development questions")
    });
    let questions = [beside].into_iter().chain(others);
    questions
        .flat_map(|file| file.lines().map(question).collect::<Vec<_>>())
        .collect()
}

fn question(line: &str) -> Line {
    let line: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
    Line::new(line["text"].as_str().expect("a text"))
}
