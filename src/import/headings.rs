//! Which lines a reader takes for headings where no mark makes them some: by their numbers, or by their looks.

mod chain;
mod label;
mod looks;
mod questions;

pub use label::label;
pub use looks::framed;

use super::changed::Mark;
use super::closing;
use super::draft::{Draft, Line, Role};
use super::line::bare;
use chain::numbered_headings;

/// A heading fits into one line of a page. In characters.
const SHORT: usize = 120;

/// One line is a remark; two make an order.
const FEWEST: usize = 2;

/// Whether any of `lines` begins a section.
pub fn has_headings(lines: &[Line]) -> bool {
    lines.iter().any(|line| line.is_heading())
}

/// Makes headings of the questions before answers ("Q:"), or of the numbered lines that run through the text, and of a
/// closing's name below the last.
pub fn mark_numbered(draft: &mut Draft) {
    if questions::mark(draft) {
        return;
    }
    let headings = numbered_headings(&draft.lines);
    let Some(&last) = headings.last() else { return };
    let named = draft.lines[last + 1..]
        .iter()
        .rposition(|line| line.role == Role::Text && closing::is_name(bare(&line.text)));
    for at in headings.into_iter().chain(named.map(|at| last + 1 + at)) {
        make_heading(draft, at, 2);
    }
    for at in 0..draft.lines.len() {
        let line = &draft.lines[at];
        if line.role == Role::Text && label::is_decimal(&line.text) {
            make_heading(draft, at, 3);
        }
    }
}

/// Makes headings of the lines that look like some: bold, in capitals, a question, a short line by itself.
pub fn mark_by_looks(draft: &mut Draft) {
    for at in looks::headings(&draft.lines) {
        let level = looks::level(&draft.lines[at].text);
        make_heading(draft, at, level);
    }
}

fn make_heading(draft: &mut Draft, at: usize, level: u8) {
    let line = &mut draft.lines[at];
    let words = looks::framed(&line.text).unwrap_or_else(|| bare(&line.text));
    // Half of a heading may be bold: `**1.** Fear`.
    let words = words.replace("**", "");
    if words != line.text.trim() {
        draft.changed.note(line.number, Mark::Heading);
    }
    line.text = words;
    line.role = Role::Heading(level);
}

#[cfg(test)]
mod tests {
    use super::Line;

    /// What `find` takes for headings in `text`.
    #[track_caller]
    pub(super) fn check(find: impl Fn(&[Line]) -> Vec<usize>, text: &str, expected: &[&str]) {
        let lines = text.lines().enumerate();
        let lines: Vec<Line> = lines.map(|(at, line)| Line::of(at + 1, line)).collect();
        let found = find(&lines);
        let found: Vec<&str> = found.iter().map(|at| lines[*at].text.as_str()).collect();
        assert_eq!(found, expected);
    }
}
