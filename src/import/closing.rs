//! Where an article sums up.

use super::draft::{Line, Role};
use super::line::bare;
use super::part::Part;
use crate::content::{import_words, is_item, numbered};
use crate::text::words;
use serde::Deserialize;
use std::collections::HashSet;
use std::sync::LazyLock;

/// What `import.toml` says of closings.
#[derive(Deserialize)]
struct Said {
    closing: Closing,
}

/// In folded words.
#[derive(Deserialize)]
struct Closing {
    names: Vec<String>,
    beginnings: Vec<String>,
}

static SAID: LazyLock<Said> = LazyLock::new(import_words);

/// A heading of ours where the text has none.
const HEADING: &str = "Closing";

/// Three things make a list worth calling a summary.
const FEWEST_ITEMS: usize = 3;

/// Shorter words carry grammar more often than matter. In letters.
const TELLING_WORD: usize = 4;

/// Whether `heading` names a closing.
pub fn is_name(heading: &str) -> bool {
    let title = numbered(heading).1;
    title.len() < 60 && SAID.closing.names.contains(&folded(title).join(" "))
}

/// Marks the closing among `parts`, or cuts it off the last section where that sums up the others.
///
/// A closing is a section of that name; without one, it begins with "In conclusion, …" or with the
/// list whose points repeat what the other headings named.
pub fn find(parts: &mut Vec<Part>) {
    let named = |part: &Part| part.heading.as_deref().is_some_and(is_name);
    // A summary may also stand at the very beginning.
    let second_half = parts.len() / 2;
    let mut late = parts.iter_mut().skip(second_half).rev();
    if let Some(closing) = late.find(|part| named(part)) {
        closing.is_closing = true;
        return;
    }
    let Some((last, others)) = parts.split_last() else {
        return;
    };
    let Some(start) = beginning(&last.lines).or_else(|| summary(&last.lines, others)) else {
        return;
    };
    let has_own_words = last.lines[..start].iter().any(|line| !line.is_blank());
    if last.heading.is_some() && has_own_words {
        cut_off(parts, start);
    }
}

fn cut_off(parts: &mut Vec<Part>, start: usize) {
    let last = parts.last_mut().expect("the closing was found in it");
    let lines = last.lines.split_off(start);
    parts.push(Part {
        heading: Some(HEADING.to_owned()),
        line: lines[0].number,
        is_closing: true,
        lines,
    });
}

/// The paragraph that says that it sums up.
fn beginning(lines: &[Line]) -> Option<usize> {
    lines.iter().enumerate().position(|(at, line)| {
        let begins_paragraph = at == 0 || lines[at - 1].is_blank();
        let text = folded(bare(&line.text)).join(" ");
        begins_paragraph
            && SAID
                .closing
                .beginnings
                .iter()
                .any(|begin| text.starts_with(begin))
    })
}

/// The lead-in of the last list, if at least half of its points repeat a word of an earlier heading,
/// and more than one heading is repeated.
fn summary(lines: &[Line], others: &[Part]) -> Option<usize> {
    let is_point = |line: &&Line| is_item(&line.text);
    let lead_in = lines.iter().rposition(|line| {
        line.role == Role::Text && line.text.trim_end().ends_with(':') && !is_item(&line.text)
    })?;
    let list = lines[lead_in + 1..]
        .iter()
        .skip_while(|line| line.is_blank());
    let points: Vec<&Line> = list
        .filter(|line| !line.is_blank())
        .take_while(is_point)
        .collect();
    let headings: Vec<HashSet<String>> = others.iter().map(|part| telling(part.title())).collect();
    let repeated: Vec<usize> = points
        .iter()
        .filter_map(|point| names_one(&point.text, &headings))
        .collect();
    let distinct: HashSet<usize> = repeated.iter().copied().collect();
    let sums_up =
        points.len() >= FEWEST_ITEMS && 2 * repeated.len() >= points.len() && distinct.len() > 1;
    sums_up.then_some(lead_in)
}

/// The first heading that shares a telling word with `point`.
fn names_one(point: &str, headings: &[HashSet<String>]) -> Option<usize> {
    let words = telling(point);
    headings
        .iter()
        .position(|heading| !heading.is_disjoint(&words))
}

fn telling(text: &str) -> HashSet<String> {
    let long = |word: &String| word.chars().count() >= TELLING_WORD;
    folded(text).into_iter().filter(long).collect()
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{draft::Draft, outline, parts, plain};
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, usize)>) {
        let mut draft: Draft = plain::read(text, 1);
        outline::find(&mut draft);
        let mut parts = parts::cut(&mut draft);
        find(&mut parts);
        let closing = parts.iter().find(|part| part.is_closing);
        let found = closing.map(|part| (part.title(), part.line));
        assert_eq!(found, expected);
    }

    #[test]
    fn a_closing_has_a_name() {
        check(
            "1. One\na.\n2. Two\nb.\nFinal Thoughts\nc.",
            Some(("Final Thoughts", 5)),
        );
        check("1. One\na.\n2. Conclusion\nb.", Some(("Conclusion", 3)));
        check("1. Summary\na.\n2. One\nb.\n3. Two\nc.", None);
    }

    #[test]
    fn a_closing_says_that_it_sums_up() {
        check(
            "1. One\na.\n2. Two\nb.\nIn conclusion, c.\nd.",
            Some(("Closing", 5)),
        );
        check("1. One\na.\n2. Two\nIn conclusion, c.", None);
    }

    #[test]
    fn a_list_that_repeats_the_headings_sums_up() {
        let text = "1. Fear of loss\na.\n2. Deep shame\nb.\n3. The question\nc.\nMen leave for reasons:\n- Fear\n- Great shame\n- Work\nd.";
        check(text, Some(("Closing", 7)));
        check(&text.replace("- Great shame", "- Money"), None);
        check(
            "1. Fear\na.\n2. What to say\nb.\nYou may say:\n- Hello\n- What?\n- Stay\nc.",
            None,
        );
    }
}
