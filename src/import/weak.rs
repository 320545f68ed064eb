//! What a section lacks most, so that its author knows where to begin.

use super::part::Part;
use crate::content::{BLOCK_LIMIT, is_item};
use crate::text::words;
use std::collections::BTreeMap;
use std::fmt;

/// Discord prints no more of a heading on a button. In characters.
const LABEL_LIMIT: usize = 80;

/// So many questions make a section easy to find; the first ones help most.
pub const QUESTIONS: usize = 3;

/// The weakest point of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    /// Another section has the same heading.
    SameHeading,
    /// Its heading is longer than a button. In characters.
    LongHeading(usize),
    /// Its heading says nothing of its matter: "Article 1".
    NoTopic,
    /// Nobody wrote keywords for it.
    Keywords,
    /// It has so few questions.
    Questions(usize),
}

impl Weak {
    /// The weakest point of the part at `at`, which has keywords that somebody wrote, and so many `questions`.
    pub fn of(parts: &[Part], at: usize, written: bool, questions: usize) -> Option<Weak> {
        let title = folded(parts[at].title());
        let length = parts[at].title().chars().count();
        let same = parts
            .iter()
            .filter(|part| folded(part.title()) == title)
            .count();
        if parts[at].heading.is_some() && same > 1 {
            return Some(Weak::SameHeading);
        }
        if length > LABEL_LIMIT {
            return Some(Weak::LongHeading(length));
        }
        let is_count = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
        let telling = title.iter().filter(|word| !is_count(word)).count();
        let counted = title.iter().any(is_count);
        if parts[at].heading.is_some() && (telling == 0 || (telling == 1 && counted)) {
            return Some(Weak::NoTopic);
        }
        if !written {
            return Some(Weak::Keywords);
        }
        (questions < QUESTIONS).then_some(Weak::Questions(questions))
    }
}

/// What there is to tell of `parts` besides: paragraphs that no message holds, headings that stand twice.
pub fn notes(parts: &[Part]) -> Vec<String> {
    let mut notes = Vec::new();
    let mut headings: BTreeMap<Vec<String>, (usize, String)> = BTreeMap::new();
    for part in parts {
        let subheadings = part
            .lines
            .iter()
            .filter(|line| line.role == super::draft::Role::Subheading);
        let subheadings = subheadings.map(|line| line.text.trim_start_matches('#').trim());
        for heading in part.heading.iter().map(String::as_str).chain(subheadings) {
            headings
                .entry(folded(heading))
                .or_insert((0, heading.to_owned()))
                .0 += 1;
        }
        for line in &part.lines {
            let length = line.text.chars().count();
            if length > BLOCK_LIMIT && !is_item(&line.text) {
                notes.push(format!(
                    "line {}: a paragraph of {length} characters is quoted in pieces of at most {BLOCK_LIMIT}, cut between sentences",
                    line.number
                ));
            }
        }
    }
    for (count, heading) in headings.into_values().filter(|(count, _)| *count > 1) {
        notes.push(format!(
            "\"{heading}\" is a heading {count} times; say in each what is special there"
        ));
    }
    notes
}

fn folded(title: &str) -> Vec<String> {
    words(title).into_iter().map(|word| word.folded).collect()
}

impl fmt::Display for Weak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Weak::SameHeading => {
                f.write_str("another section has this heading; say in it what is special here")
            }
            Weak::LongHeading(length) => write!(
                f,
                "a heading of {length} characters; a button shows {LABEL_LIMIT}"
            ),
            Weak::NoTopic => f.write_str("its heading does not name its topic; keywords must"),
            Weak::Keywords => {
                f.write_str("its keywords are its own words; write what readers call it")
            }
            Weak::Questions(0) => f.write_str("no question yet; three help most"),
            Weak::Questions(count) => write!(f, "{count} of three questions"),
        }
    }
}
