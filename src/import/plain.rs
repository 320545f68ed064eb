//! Reads plain text: numbered headings, and lines that are paragraphs or, in wrapped text, parts of one.

use super::closing;
use super::draft::{Draft, Line, Role};
use super::headings::{bare, numbered_headings};
use super::left_out::Why;
use super::matter::{is_foreign, leave_out_tagline};
use crate::content::is_item;

/// A title fits into one line of a page. In characters.
const TITLE_LIMIT: usize = 120;

/// Reads `text`.
pub fn read(text: &str) -> Draft {
    let mut draft = Draft::default();
    for (at, line) in text.split('\n').enumerate() {
        match is_rule(line) {
            true => draft.leave_out(at + 1, line, Why::Rule),
            false => draft.lines.push(Line::of(at + 1, line)),
        }
    }
    mark_headings(&mut draft.lines);
    leave_out_tagline(&mut draft);
    take_title(&mut draft);
    draft.lines = in_paragraphs(draft.lines);
    draft
}

/// Makes headings of the numbered lines that are some, and of a closing's name below the last.
pub fn mark_headings(lines: &mut [Line]) {
    let headings = numbered_headings(lines);
    let Some(&last) = headings.last() else { return };
    let named = lines[last + 1..]
        .iter()
        .rposition(|line| line.role == Role::Text && closing::is_name(bare(&line.text)));
    for at in headings.into_iter().chain(named.map(|at| last + 1 + at)) {
        lines[at].text = bare(&lines[at].text).to_owned();
        lines[at].role = Role::Heading(2);
    }
}

/// Whether `line` is nothing but a drawn line: `* * *`, `-----`, `=====`.
pub fn is_rule(line: &str) -> bool {
    let signs = line.chars().filter(|c| !c.is_whitespace());
    let drawn = |c: char| matches!(c, '-' | '–' | '—' | '_' | '*' | '=' | '~' | '#' | '+' | '•');
    signs.clone().count() >= 3 && signs.clone().all(drawn)
}

/// The first line is the title if it says so with `# `, or if it looks like one.
fn take_title(draft: &mut Draft) {
    let Some(first) = draft.lines.iter().position(|line| !line.is_blank()) else {
        return;
    };
    let line = &draft.lines[first];
    let text = line.text.trim();
    if line.role != Role::Text || is_foreign(text) {
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
    let ends_as_sentence = text.ends_with(['.', ':', ',', ';', '…']);
    let goes_on = below.first().is_some_and(|next| begins_small(&next.text));
    let short = text.chars().count() <= TITLE_LIMIT && text.contains(char::is_alphabetic);
    let marked = is_item(text) || text.starts_with('#');
    short && !marked && !ends_as_sentence && !goes_on && !begins_small(text)
}

/// Whether `text` begins with a small letter, as no title and no paragraph does.
pub fn begins_small(text: &str) -> bool {
    text.trim_start().starts_with(char::is_lowercase)
}

/// `lines` with an empty one between any two that are paragraphs of their own.
fn in_paragraphs(lines: Vec<Line>) -> Vec<Line> {
    let wrapped = is_wrapped(&lines);
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

/// Whether paragraphs run over several lines: then most lines that have one below end inside a sentence.
fn is_wrapped(lines: &[Line]) -> bool {
    let pairs = lines
        .windows(2)
        .filter(|pair| is_paragraph(&pair[1], &pair[0]) && !is_item(&pair[0].text));
    let (mut open, mut closed) = (0, 0);
    for pair in pairs {
        match ends_a_sentence(&pair[0].text) {
            true => closed += 1,
            false => open += 1,
        }
    }
    open > closed
}

fn ends_a_sentence(line: &str) -> bool {
    let closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | '*' | '_');
    let line = line.trim_end().trim_end_matches(closing);
    line.ends_with(['.', '!', '?', ':', '…', '。', '！', '？'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn printed(text: &str) -> Vec<String> {
        let lines = read(text).lines;
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
            let draft = read(&format!("{first}\n{body}"));
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
        assert_eq!(printed(wrapped).join("\n"), wrapped);
    }
}
