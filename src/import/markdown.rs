//! Reads Markdown: its headings by their marks, its lines as they are written, other marks as Discord has them.

mod dialect;
mod marks;
mod places;

use super::changed::Mark;
use super::code;
use super::draft::{Draft, Line, Role};
use super::html;
use super::left_out::Why;
use super::line::{bare, begins_small, ends_a_sentence};
use super::signs::safe_marked;
use super::table;
use super::wrap::join;
use crate::text::Span;
use marks::marks;
use places::{Block, Marks, covering, whole_lines};

/// A line that is shorter was ended on purpose, as in a poem or an address. In characters.
const ENDED: usize = 30;

/// A line of a text on its way to be read, and where it stood.
pub type Numbered = (usize, String);

/// Reads `text`, whose first line has the number `first`.
pub fn read(text: &str, first: usize) -> Draft {
    let lines = text.split('\n').enumerate();
    read_lines(
        lines
            .map(|(at, line)| (first + at, line.to_owned()))
            .collect(),
        Draft::default(),
    )
}

/// Reads `lines`, of which `draft` knows something already.
pub fn read_lines(lines: Vec<Numbered>, mut draft: Draft) -> Draft {
    let lines = dialect::prepared(lines, &mut draft).into_iter();
    let lines = lines.flat_map(|(number, line)| {
        let lines = line.split('\n').map(|line| (number, line.to_owned()));
        lines.collect::<Vec<Numbered>>()
    });
    let lines: Vec<Numbered> = lines.collect();
    let numbers: Vec<usize> = lines.iter().map(|(number, _)| *number).collect();
    let lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
    let text = lines.join("\n");
    let marks = marks(&text);
    let mut reader = Reader {
        text: &text,
        wrapped: is_wrapped(&text, &marks),
        marks,
        draft,
        level: 1,
        due: Vec::new(),
        goes_on: false,
    };
    for (line, number) in whole_lines(&text).zip(numbers) {
        reader.take(line, number);
    }
    reader.ended()
}

struct Reader<'t> {
    text: &'t str,
    marks: Marks,
    wrapped: bool,
    draft: Draft,
    /// The level of the last heading of the text's own.
    level: u8,
    /// The notes that belong at the end of this section: their numbers and their places.
    due: Vec<usize>,
    /// Whether the next line belongs to the last one.
    goes_on: bool,
}

impl Reader<'_> {
    fn take(&mut self, line: Span, number: usize) {
        let goes_on = std::mem::take(&mut self.goes_on);
        if let Some(at) = covering(&self.marks.blocks, line, |(whole, _)| whole) {
            let begins = self.marks.blocks[at].0.start >= line.start;
            if begins {
                self.block(at, number);
            }
        } else if let Some(at) = covering(&self.marks.headings, line, |heading| &heading.whole) {
            let heading = &self.marks.headings[at];
            if heading.whole.start >= line.start {
                let (words, level) = (
                    Span {
                        start: heading.words.start,
                        end: heading.words.end,
                    },
                    heading.level,
                );
                self.settle(number);
                let words = self.with_edits(words, number).replace('\n', " ");
                let words = bare(&words).to_owned();
                self.level = level;
                self.draft
                    .lines
                    .push(Line::with(number, &words, Role::Heading(level)));
            }
        } else {
            self.line(line, number, goes_on);
        }
    }

    fn line(&mut self, line: Span, number: usize, goes_on: bool) {
        let is_link = self.marks.is_link(self.text, line);
        let kept = self.with_edits(line, number);
        let kept = safe_marked(&kept);
        for (at, piece) in kept.split('\n').enumerate() {
            let piece = piece.trim_end_matches('\r');
            match self.draft.lines.last_mut().filter(|_| goes_on && at == 0) {
                Some(above) => {
                    let more = piece.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
                    join(&mut above.text, more);
                    above.is_link = false;
                    self.draft.change(number, Mark::Wrapped);
                }
                None => {
                    let piece = spaced_quotation(piece);
                    let is_link = is_link && at == 0;
                    self.draft.lines.push(Line {
                        is_link,
                        ..Line::of(number, &piece)
                    });
                }
            }
        }
        self.goes_on = self.marks.is_soft_end(line) && self.is_broken(line);
    }

    /// Whether a line that the writer's page broke goes on below.
    fn is_broken(&self, line: Span) -> bool {
        let words = line.of(self.text).trim();
        let below = self.text[line.end..].trim_start();
        let below = below.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        let broken = self.wrapped || !ends_a_sentence(words);
        broken && (words.chars().count() >= ENDED || begins_small(below))
    }

    fn block(&mut self, at: usize, number: usize) {
        let (range, block) = &self.marks.blocks[at];
        // What went out of a cell or a note is told too.
        for edit in self
            .marks
            .edits
            .iter()
            .filter(|edit| range.contains(&edit.range.start))
        {
            if let Some((out, why)) = &edit.out {
                self.draft.leave_out(number, out, *why);
            }
        }
        let source = &self.text[range.clone()];
        match block {
            Block::Code(language) => {
                let lines = code_lines(source);
                let mut fenced =
                    code::fenced(language, lines.map(|(at, line)| (number + at, line)));
                if !source.trim_start().starts_with(['`', '~', '>']) {
                    self.draft.change(number, Mark::Code);
                }
                self.draft.lines.append(&mut fenced);
            }
            Block::Html => {
                let inner = html::fragment(source, number, self.level);
                if html::has_words(&inner.lines) {
                    self.draft.change(number, Mark::Tag);
                }
                self.draft.lines.push(Line::blank(number));
                self.draft.lines.extend(inner.lines);
                self.draft.left_out.extend(inner.left_out);
                self.draft.changed.join(inner.changed);
            }
            Block::Table(rows, named) => {
                self.draft.lines.push(Line::blank(number));
                for point in table::points(rows, *named) {
                    self.draft
                        .lines
                        .push(Line::of(number, &safe_marked(&point)));
                }
                self.draft.lines.push(Line::blank(number));
                self.draft.change(number, Mark::Table);
            }
            Block::Out(why) => {
                for (at, line) in source.lines().enumerate() {
                    if !line.trim().is_empty() {
                        self.draft.leave_out(number + at, line, *why);
                    }
                }
                self.draft.lines.push(Line::blank(number));
            }
            Block::Note => self.draft.lines.push(Line::blank(number)),
        }
    }

    /// What `span` says with other marks; what had to go is noted.
    fn with_edits(&mut self, span: Span, number: usize) -> String {
        let mut kept = String::with_capacity(span.len());
        let mut at = span.start;
        let first = self
            .marks
            .edits
            .partition_point(|edit| edit.range.end <= span.start);
        let mut noted = Vec::new();
        for edit in &self.marks.edits[first..] {
            if edit.range.start >= span.end {
                break;
            }
            if edit.range.start >= span.start {
                kept.push_str(&self.text[at.max(span.start)..edit.range.start.max(at)]);
                kept.push_str(&edit.instead);
                noted.push(edit);
            }
            at = at.max(edit.range.end.min(span.end));
        }
        kept.push_str(&self.text[at..span.end]);
        for edit in noted {
            if let Some((out, why)) = &edit.out {
                self.draft.leave_out(number, out, *why);
            }
            if let Some(mark) = edit.mark {
                self.draft.change(number, mark);
            }
            if let Some(note) = edit.note
                && !self.due.contains(&note)
            {
                self.due.push(note);
            }
        }
        kept
    }

    /// Writes the notes of the section that ends here.
    fn settle(&mut self, number: usize) {
        for note in std::mem::take(&mut self.due) {
            let note = &self.marks.notes[note];
            let words = format!("{} {}", note.sign, note.words.trim());
            self.draft.lines.push(Line::blank(number));
            self.draft
                .lines
                .push(Line::of(number, &safe_marked(&words)));
        }
    }

    fn ended(mut self) -> Draft {
        let last = self.draft.lines.last().map_or(1, |line| line.number);
        self.settle(last);
        for note in self.marks.notes.iter().filter(|note| !note.is_called) {
            self.draft.leave_out(last, &note.words, Why::Sources);
        }
        self.draft
    }
}

/// Whether most lines of a paragraph end inside a sentence: then a page broke them.
fn is_wrapped(text: &str, marks: &Marks) -> bool {
    let (mut open, mut closed) = (0, 0);
    for line in whole_lines(text).filter(|line| marks.is_soft_end(*line)) {
        match ends_a_sentence(line.of(text)) {
            true => closed += 1,
            false => open += 1,
        }
    }
    open > closed
}

/// The lines of a code block without its fences and their common indentation.
fn code_lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_fence = |line: &str| {
        let line = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        line.starts_with("```") || line.starts_with("~~~")
    };
    let mut lines: Vec<(usize, &str)> = source.lines().enumerate().collect();
    if lines.first().is_some_and(|(_, line)| is_fence(line)) {
        lines.remove(0);
        if lines.last().is_some_and(|(_, line)| is_fence(line)) {
            lines.pop();
        }
    }
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let full = lines.iter().filter(|(_, line)| !line.trim().is_empty());
    // The first line of an indented block lies behind its indentation already.
    let common = full
        .skip(1)
        .map(|(_, line)| indent(line))
        .min()
        .unwrap_or(0);
    lines.into_iter().map(move |(at, line)| {
        let cut = common.min(indent(line));
        (at, &line[cut..])
    })
}

/// A quotation as Discord reads it: a space behind its mark.
fn spaced_quotation(line: &str) -> String {
    let marks = line.len() - line.trim_start_matches('>').len();
    let rest = line[marks..].trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    match marks {
        0 => line.to_owned(),
        // Discord knows no quotation in a quotation, and an empty line would end this one.
        _ if rest.is_empty() => String::new(),
        _ => format!("> {rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, lines: &[&str], left_out: &[(usize, &str, Why)]) {
        read(text, 1).is(lines, left_out);
    }

    #[test]
    fn headings_lose_their_marks_and_lines_keep_theirs() {
        check(
            "# T\n\n## **1. One** ##\n*He*  said  \n> so\n\nTwo\n---\n- a\n  - b\n\nA sentence.\n---\n",
            &[
                "h1 T",
                "h2 1. One",
                "*He*  said  ",
                "> so",
                "h2 Two",
                "- a",
                "  - b",
                "A sentence.",
            ],
            &[(13, "---", Why::Rule)],
        );
    }

    #[test]
    fn what_no_message_can_show_is_shown_otherwise_or_left_out() {
        check(
            "A ![cat](c.png) sat<br>down\n\n```sh\nx\n```\n\n<div>\ny\n</div>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n+ see [this][x], [that](/t) &amp; __so__\n\n[x]: http://y\n",
            &[
                "A  sat",
                "down",
                "```sh",
                "x",
                "```",
                "y",
                "a – b:",
                "- 1 – 2",
                "- see [this](http://y), that & **so**",
            ],
            &[
                (1, "![cat](c.png)", Why::Image),
                (1, "<br>", Why::Html),
                (15, "/t", Why::Address),
            ],
        );
    }

    #[test]
    fn notes_stand_at_the_end_of_their_section() {
        check(
            "## A\nOne[^n] || two.\n\n## B\nThree.\n\n[^n]: Not at *noon*.\n",
            &[
                "h2 A",
                "One¹ \\|\\| two.",
                "¹ Not at noon.",
                "h2 B",
                "Three.",
            ],
            &[],
        );
    }

    #[test]
    fn lines_that_the_page_broke_go_on() {
        check(
            "Carry a light that is bright enough to be seen from\nfar away. A lamp on\nthe belt swings.\n\nRoses are red\nViolets are blue\n",
            &[
                "Carry a light that is bright enough to be seen from far away. A lamp on the belt swings.",
                "Roses are red",
                "Violets are blue",
            ],
            &[],
        );
    }
}
