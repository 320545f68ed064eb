//! What a printed page has around its words: a foot with its number, a head that runs through, a head in columns.

use super::super::draft::{Draft, Line};
use super::super::left_out::Why;
use super::super::line::{begins_small, ends_a_sentence};

/// Words that far apart stand in columns. In spaces.
const COLUMN: &str = "     ";

/// Moves the feet and heads of pages out of `draft`; a paragraph goes on over them.
pub fn leave_out(draft: &mut Draft) {
    columns(draft);
    let mut lines: Vec<Line> = Vec::with_capacity(draft.lines.len());
    let mut after_foot = false;
    let mut gap = false;
    for mut line in std::mem::take(&mut draft.lines) {
        let fresh_page = line.text.starts_with('\u{c}');
        if fresh_page {
            line = Line::of(line.number, line.text.trim_start_matches('\u{c}'));
        }
        if is_foot(&line.text) {
            draft.leave_out(line.number, &line.text, Why::PageFoot);
            (after_foot, gap) = (true, true);
        } else if line.is_blank() {
            match after_foot || gap {
                true => gap = true,
                false => lines.push(line),
            }
        } else if after_foot && line.text.trim().contains("   ") {
            draft.leave_out(line.number, &line.text, Why::PageFoot);
            after_foot = false;
        } else {
            if gap {
                close_gap(&mut lines, &line);
            }
            (after_foot, gap) = (false, false);
            lines.push(line);
        }
    }
    draft.lines = lines;
}

/// An empty line ends the paragraph above a page's foot, unless it goes on below.
fn close_gap(lines: &mut Vec<Line>, below: &Line) {
    while lines.last().is_some_and(Line::is_blank) {
        lines.pop();
    }
    let open = lines
        .last()
        .is_some_and(|above| !ends_a_sentence(&above.text));
    if !(open && begins_small(&below.text)) {
        lines.push(Line::blank(below.number));
    }
}

/// `Nobody    Informational    [Page 7]`, `Page 7 of 9`.
fn is_foot(line: &str) -> bool {
    let line = line.trim();
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let bracketed = line
        .rsplit_once("[Page ")
        .and_then(|(_, page)| page.strip_suffix(']'))
        .is_some_and(number);
    let mut words = line.split_whitespace();
    let named = words
        .next()
        .is_some_and(|word| matches!(word, "Page" | "page" | "PAGE"));
    let counted = words.next().is_some_and(number);
    let of = words.next().is_none_or(|word| word == "of" || word == "/");
    bracketed || (named && counted && of && words.all(number))
}

/// The lines in columns above everything: who, when, which series.
fn columns(draft: &mut Draft) {
    let first = draft
        .lines
        .iter()
        .position(|line| !line.is_blank())
        .unwrap_or(0);
    let end = draft.lines[first..]
        .iter()
        .position(|line| !line.text.trim().contains(COLUMN))
        .map_or(first, |length| first + length);
    for line in draft.lines.drain(first..end).collect::<Vec<_>>() {
        draft.leave_out(line.number, &line.text, Why::Byline);
    }
}
