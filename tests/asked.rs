//! The example questions bring breadth: no line nearly repeats another or a development question.

#[path = "support/line.rs"]
mod line;

use line::{COPY, Line, development_questions};
use std::path::Path;
use verbatim::content::Library;

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
    lines.sort_by_key(Line::len);
    let mut copies = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let reach = (line.len() as f64 / COPY) as usize + 1;
        let near = lines[at + 1..]
            .iter()
            .take_while(|other| other.len() <= reach);
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
    let lines = examples();
    let mut copies = Vec::new();
    for asked in development_questions() {
        let copied = lines.iter().filter(|line| line.copies(&asked));
        copies.extend(copied.map(|line| line.shown.clone()));
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
