//! Reads plain text: headings as a reader sees them, and lines that are paragraphs or, in wrapped text, parts of one.

mod pages;

use super::draft::{Draft, Line, Role};
use super::headings::{self, has_headings};
use super::left_out::Why;
use super::line::{bare, begins_small};
use super::matter::{is_foreign, leave_out_tagline};
use super::signs::safe;
use super::wrap;
use crate::content::is_item;

/// A title fits into one line of a page. In characters.
const TITLE_LIMIT: usize = 120;

/// Reads `text`, whose first line has the number `first`.
pub fn read(text: &str, first: usize) -> Draft {
    let mut draft = Draft::default();
    let lines = text.split('\n').enumerate();
    draft.lines = lines.map(|(at, line)| Line::of(first + at, line)).collect();
    pages::leave_out(&mut draft);
    underlined(&mut draft);
    run_in(&mut draft);
    let wrapped = wrap::is_wrapped(&draft.lines);
    if wrapped {
        wrap::unwrap(&mut draft);
    }
    headings::mark_numbered(&mut draft);
    leave_out_tagline(&mut draft);
    take_title(&mut draft);
    if !has_headings(&draft.lines) {
        headings::mark_by_looks(&mut draft);
    }
    draft.lines = in_paragraphs(draft.lines, wrapped);
    for line in draft
        .lines
        .iter_mut()
        .filter(|line| line.role == Role::Text)
    {
        line.text = safe(&line.text).into_owned();
    }
    draft
}

/// Whether `line` is nothing but a drawn line: `* * *`, `-----`, `=====`.
pub fn is_rule(line: &str) -> bool {
    let signs = line.chars().filter(|c| !c.is_whitespace());
    let drawn = |c: char| {
        matches!(
            c,
            '-' | '–' | '—' | '_' | '*' | '=' | '~' | '#' | '+' | '•' | '^'
        )
    };
    signs.clone().count() >= 3 && signs.clone().all(drawn)
}

/// A short line with a line drawn below it is a heading; other drawn lines go.
fn underlined(draft: &mut Draft) {
    let mut lines: Vec<Line> = Vec::with_capacity(draft.lines.len());
    let mut drawn: Vec<char> = Vec::new();
    for line in std::mem::take(&mut draft.lines) {
        if !is_rule(&line.text) {
            lines.push(line);
            continue;
        }
        let rule = line.text.trim();
        let sign = rule.chars().next().unwrap_or('-');
        let above = lines
            .len()
            .checked_sub(2)
            .map(|at| lines[at].is_blank())
            .unwrap_or(true);
        match lines.last_mut().filter(|_| above) {
            Some(title) if is_underlined(title, rule) => {
                let level = drawn
                    .iter()
                    .position(|known| *known == sign)
                    .unwrap_or_else(|| {
                        drawn.push(sign);
                        drawn.len() - 1
                    });
                // Who draws `=` means the highest.
                let level = u8::try_from(level).unwrap_or(5).min(5) + 1;
                let higher = if sign == '=' { 1 } else { level.max(2) };
                title.role = Role::Heading(higher);
                title.text = bare(&title.text).to_owned();
            }
            _ => draft.leave_out(line.number, &line.text, Why::Rule),
        }
    }
    draft.lines = lines;
}

fn is_underlined(title: &Line, rule: &str) -> bool {
    let length = title.text.trim().chars().count();
    let drawn = rule.chars().count();
    let alike = 2 * drawn >= length && !rule.contains(char::is_whitespace);
    let words = title.text.trim();
    title.role == Role::Text
        && alike
        && length <= TITLE_LIMIT
        && words.contains(char::is_alphabetic)
        && !words.ends_with(['.', ',', ';'])
}

/// `1. MUST   This word means …`: what stands behind a gap is no more of the heading.
fn run_in(draft: &mut Draft) {
    let mut lines = Vec::with_capacity(draft.lines.len());
    for line in std::mem::take(&mut draft.lines) {
        match gap(&line) {
            None => lines.push(line),
            Some(at) => {
                lines.push(Line::of(line.number, line.text[..at].trim_end()));
                lines.push(Line::of(line.number, line.text[at..].trim_start()));
            }
        }
    }
    draft.lines = lines;
}

/// Where the words behind the gap begin.
fn gap(line: &Line) -> Option<usize> {
    let indent = line.text.len() - line.text.trim_start().len();
    headings::label(&line.text)?;
    let at = indent + line.text[indent..].find("   ")?;
    let words = line.text[..at].contains(char::is_alphabetic)
        && line.text[at..].contains(char::is_alphabetic);
    words.then_some(at)
}

/// The first line is the title if it says so with `# `, or if it looks like one.
fn take_title(draft: &mut Draft) {
    let Some(first) = draft.lines.iter().position(|line| !line.is_blank()) else {
        return;
    };
    let line = &draft.lines[first];
    let text = line.text.trim();
    if line.role != Role::Text || is_foreign(text) || draft.title.is_some() {
        return;
    }
    let title = match text.strip_prefix("# ") {
        Some(title) => title.trim(),
        None if looks_like_title(text, &draft.lines[first + 1..]) => bare(text),
        None => return,
    };
    draft.title = Some(title.to_owned());
    draft.lines.remove(first);
}

fn looks_like_title(text: &str, below: &[Line]) -> bool {
    let ends_as_sentence = text.ends_with(['.', ':', ',', ';', '…', '。']);
    let goes_on = below.first().is_some_and(|next| begins_small(&next.text));
    let short = text.chars().count() <= TITLE_LIMIT && text.contains(char::is_alphabetic);
    let marked = is_item(text) || text.starts_with('#') || headings::framed(text).is_some();
    let leads = below.iter().any(|line| !line.is_blank());
    short && !marked && !ends_as_sentence && !goes_on && !begins_small(text) && leads
}

/// `lines` with an empty one between any two that are paragraphs of their own.
fn in_paragraphs(lines: Vec<Line>, wrapped: bool) -> Vec<Line> {
    let mut spaced: Vec<Line> = Vec::with_capacity(lines.len() * 2);
    for line in lines {
        let fresh = spaced
            .last()
            .is_some_and(|above| is_paragraph(&line, above));
        if fresh && !wrapped {
            spaced.push(Line::blank(line.number));
        }
        spaced.push(line);
    }
    spaced
}

/// Whether `line` begins a paragraph below `above`, in a text whose lines are paragraphs.
fn is_paragraph(line: &Line, above: &Line) -> bool {
    let indented = line.text.starts_with(char::is_whitespace);
    let belongs = is_item(&line.text) || (indented && is_item(&above.text));
    line.role == Role::Text && above.role == Role::Text && !belongs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn printed(text: &str) -> Vec<String> {
        let lines = read(text, 1).lines;
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn the_first_line_is_a_title_or_a_slogan_or_neither() {
        let body = "1. One\na\n2. Two\nb";
        for (first, title, left_out) in [
            ("# He left", Some("He left"), 0),
            ("Why he left\n", Some("Why he left"), 0),
            ("Why did he leave?\nThe text.", Some("Why did he leave?"), 0),
            ("always yours.\nThe text.", None, 1),
            (
                "always yours.\nWhy he left\n\nText.",
                Some("Why he left"),
                1,
            ),
            ("Few are as odd as this:\nHe left.", None, 0),
            ("He left on a day\nwhen I was away.", None, 0),
            ("dear reader,\nHe left.", None, 0),
        ] {
            let draft = read(&format!("{first}\n{body}"), 1);
            assert_eq!(draft.title.as_deref(), title, "{first}");
            assert_eq!(draft.left_out.len(), left_out, "{first}");
        }
    }

    #[test]
    fn a_line_is_a_paragraph_unless_the_text_is_wrapped() {
        assert_eq!(
            printed("Hello there.\nHe left.\nThese:\n- a\n- b\nDone."),
            [
                "Hello there.",
                "",
                "He left.",
                "",
                "These:",
                "- a",
                "- b",
                "",
                "Done."
            ]
        );
        let wrapped = "He left on a day\nwhen I was away from\nhome. Then he\ncame back.";
        assert_eq!(printed(wrapped), [wrapped.replace('\n', " ")]);
    }

    #[test]
    fn what_a_printed_page_has_around_its_words_is_no_part_of_them() {
        let text = "A house rule says what the people of a house may\ndo when they meet on the stairs at night and the\n\n\nNobody      Informational      [Page 1]\n\u{c}\nRFC 9      Rules      March 1997\n\nnight is long.\n\n1. MUST   This word has no exception at any time of\n   the day.\n\n2. MAY   Everybody is free.\n";
        assert_eq!(
            printed(text),
            [
                "A house rule says what the people of a house may do when they meet on the stairs at night and the night is long.",
                "",
                "1. MUST",
                "This word has no exception at any time of the day.",
                "",
                "2. MAY",
                "Everybody is free.",
                "",
            ]
        );
    }
}
