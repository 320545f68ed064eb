//! The example questions bring breadth: no line nearly repeats another or a development question.

use crate::line::{COPY, Line, development_questions};
use std::path::Path;
use verbatim::content::{Asked, Entry, Library};

fn entry() -> Entry {
    let library = Library::load(Path::new("content")).expect("the content has no mistakes");
    library.articles.into_iter().next().expect("an article")
}

fn lines(asked: &Asked) -> impl Iterator<Item = Line> {
    asked.all().map(|text| Line::new(text))
}

#[test]
fn no_example_nearly_repeats_another() {
    let mut lines: Vec<Line> = lines(&entry().asked).collect();
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
    let Entry {
        asked, asked_in, ..
    } = entry();
    let questions = development_questions();
    let files = [asked].into_iter().chain(asked_in).collect::<Vec<_>>();
    let copies = files.iter().flat_map(lines);
    let copies = copies.filter(|line| questions.iter().any(|asked| line.copies(asked)));
    let copies: Vec<String> = copies.map(|line| line.shown).collect();
    assert!(copies.is_empty(), "{copies:?}");
}

#[test]
fn every_section_is_asked_about_in_two_hundred_ways() {
    let entry = entry();
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

/// What the encoder knows of one language serves the others: fewer ways are enough.
#[test]
fn every_section_is_asked_about_in_forty_ways_in_each_other_language() {
    let entry = entry();
    let languages = &entry.article.about.asked_in;
    assert_eq!(languages.len(), entry.asked_in.len());
    for (language, asked) in languages.iter().zip(&entry.asked_in) {
        for (at, section) in entry.article.sections().iter().enumerate() {
            let ways = asked.of(at).len();
            assert!(ways >= 40, "{language}, {}: {ways}", section.id);
        }
        let elsewhere = asked.elsewhere().len();
        assert!(elsewhere >= 300, "{language}: {elsewhere} elsewhere");
    }
}
