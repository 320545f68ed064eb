//! Lines that look like headings: bold, in capitals, a question, a short line by itself.

use super::{FEWEST, SHORT};
use crate::content::is_item;
use crate::import::draft::{Line, Role};
use crate::import::line::{bare, begins_small, ends_a_sentence};

/// A heading without any mark is shorter than one with. In characters.
const UNMARKED: usize = 70;

/// Where most lines look like headings, none is.
const SHARE: f64 = 0.6;

/// Whether a line, with the next one, looks like a heading.
type Look = fn(&Line, &Line) -> bool;

/// The surest first.
const LOOKS: &[Look] = &[
    is_framed,
    is_bold,
    is_in_capitals,
    is_question,
    is_title,
    is_lead_in,
];

/// The positions of the lines that look like headings, all in one way, if there are several.
pub fn headings(lines: &[Line]) -> Vec<usize> {
    let printed: Vec<usize> = (0..lines.len())
        .filter(|&at| !lines[at].is_blank())
        .collect();
    let spaced = lines.iter().any(Line::is_blank);
    for look in LOOKS {
        let mut found = Vec::new();
        for pair in printed.windows(2) {
            let (at, next) = (pair[0], pair[1]);
            let apart = !spaced
                || at
                    .checked_sub(1)
                    .is_none_or(|above| lines[above].is_blank());
            let texts = lines[at].role == Role::Text && lines[next].role != Role::Blank;
            if texts && apart && look(&lines[at], &lines[next]) {
                found.push(at);
            }
        }
        let few = found.len() as f64 <= SHARE * printed.len() as f64;
        if found.len() >= FEWEST && few {
            return found;
        }
    }
    Vec::new()
}

/// The level of a heading by the frame around it: `=== Soil ===` is deeper than `== Soil ==`.
pub fn level(text: &str) -> u8 {
    let text = text.trim();
    let frame = framed(text).map(|_| text.len() - text.trim_start_matches('=').len());
    frame.map_or(2, |length| u8::try_from(length).unwrap_or(6).clamp(2, 6))
}

/// The words of a line between equal signs: `== Soil ==`, `*** Soil ***`, or of a lead-in without its colon.
pub fn framed(text: &str) -> Option<&str> {
    let text = text.trim();
    let sign = text
        .chars()
        .next()
        .filter(|c| matches!(c, '=' | '*' | '-' | '~' | '+' | '#'));
    let Some(sign) = sign else {
        return text
            .strip_suffix(':')
            .map(str::trim)
            .filter(|words| !words.is_empty());
    };
    let length = text.len() - text.trim_start_matches(sign).len();
    let frame = sign.to_string().repeat(length);
    let words = text.strip_prefix(&frame)?.strip_suffix(&frame)?;
    let spaced = words.starts_with(' ') && words.ends_with(' ') || sign == '=';
    let words = words.trim();
    let whole = words.contains(char::is_alphabetic) && !words.ends_with(sign);
    (length >= 2 && spaced && whole).then_some(words)
}

fn is_framed(line: &Line, _: &Line) -> bool {
    let framed = framed(&line.text).is_some() && !line.text.trim().ends_with(':');
    framed && line.text.chars().count() <= SHORT
}

/// A short line that ends with a colon, above words and no list.
fn is_lead_in(line: &Line, next: &Line) -> bool {
    let text = line.text.trim();
    let words = text.strip_suffix(':').unwrap_or_default();
    let short =
        !words.is_empty() && words.chars().count() <= UNMARKED && !words.contains(['.', ',', ':']);
    short
        && !begins_small(text)
        && !is_item(text)
        && !is_item(&next.text)
        && ends_a_sentence(&next.text)
}

fn is_bold(line: &Line, _: &Line) -> bool {
    let words = bare(&line.text);
    let bold = words != line.text.trim() && !words.is_empty();
    bold && words.chars().count() <= SHORT && !words.ends_with(['.', ','])
}

fn is_in_capitals(line: &Line, next: &Line) -> bool {
    let capitals = |text: &str| {
        let mut letters = text.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() >= 3
            && letters.clone().any(char::is_uppercase)
            && !letters.any(char::is_lowercase)
    };
    let text = line.text.trim();
    capitals(text) && text.chars().count() <= SHORT && !is_item(text) && !capitals(&next.text)
}

fn is_question(line: &Line, next: &Line) -> bool {
    let asks = |text: &str| text.trim_end().ends_with(['?', '？', '؟']);
    let text = line.text.trim();
    let one = !text.trim_end_matches(['?', '？', '؟']).contains(['?', '!']) && !text.contains(". ");
    asks(text) && one && text.chars().count() <= SHORT && !is_item(text) && !asks(&next.text)
}

fn is_title(line: &Line, next: &Line) -> bool {
    let like = |text: &str| {
        let open = !text.ends_with(['.', ',', ';', ':', '!', '…', '。', '।']);
        let short = text.chars().count() <= UNMARKED && text.contains(char::is_alphabetic);
        open && short && !begins_small(text) && !is_item(text) && !text.contains(". ")
    };
    let (text, below) = (line.text.trim(), next.text.trim());
    let answered = ends_a_sentence(below) || below.chars().count() > UNMARKED || is_item(below);
    like(text) && answered && !line.is_link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        super::super::tests::check(headings, text, expected);
    }

    #[test]
    fn a_reader_sees_headings_by_their_looks() {
        check("**A?**\n\na.\n\n**B**\n\nb.", &["**A?**", "**B**"]);
        check(
            "FOOD AND WATER\n\nHens eat.\n\nTHE HOUSE\n\nDry.",
            &["FOOD AND WATER", "THE HOUSE"],
        );
        check(
            "When do I sow?\n\nIn spring.\n\nHow?\n\nAt night.",
            &["When do I sow?", "How?"],
        );
        check(
            "When to sow\n\nIn spring.\n\nHow to water\n\nAt night.",
            &["When to sow", "How to water"],
        );
    }

    #[test]
    fn prose_and_lists_are_no_headings() {
        check("One sentence here.\n\nAnother one.\n\nA third.", &[]);
        check("Apples\n\nPears\n\nPlums", &[]);
        check("Only one\n\nA sentence.\n\nAnother.", &[]);
    }
}
