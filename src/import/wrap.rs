//! Lines that the width of a page broke, put together again.

use super::changed::Mark;
use super::draft::{Draft, Line, Role};
use super::line::{begins_small, ends_a_sentence};
use super::matter::is_foreign;
use crate::content::is_item;

/// A page's right margin is ragged. In characters.
const RAGGED: usize = 10;

/// A narrower page breaks no lines: shorter ones were ended on purpose, unless the next goes on with a small letter. In
/// columns.
const NARROW: usize = 45;

/// A longer line is a paragraph of its own. In characters.
const WIDEST: usize = 120;

/// Puts `more` behind `line`: with a space, but for scripts that write none.
pub fn join(line: &mut String, more: &str) {
    line.truncate(line.trim_end().len());
    let more = more.trim_start();
    let dense =
        line.chars().last().is_some_and(is_dense) && more.chars().next().is_some_and(is_dense);
    if !dense && !line.is_empty() && !more.is_empty() {
        line.push(' ');
    }
    line.push_str(more);
}

/// Whether `c` belongs to a script without spaces between words: Chinese, Japanese.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff65}')
}

/// Whether the paragraphs of `lines` run over several: then most lines that have one below end inside a sentence.
pub fn is_wrapped(lines: &[Line]) -> bool {
    let pairs = lines.windows(2).filter(|pair| {
        pair.iter()
            .all(|line| line.role == Role::Text && !is_item(&line.text))
    });
    let (mut open, mut closed) = (0, 0);
    for pair in pairs {
        match ends_a_sentence(&pair[0].text) {
            true => closed += 1,
            false => open += 1,
        }
    }
    open > closed
}

/// Joins the lines of each paragraph of `draft`. A line that had room for the next word was ended on purpose.
pub fn unwrap(draft: &mut Draft) {
    let width = width(&draft.lines);
    let mut joined: Vec<Line> = Vec::with_capacity(draft.lines.len());
    let mut last = 0;
    for mut line in std::mem::take(&mut draft.lines) {
        let length = columns(&line.text);
        let goes_on = joined
            .last()
            .is_some_and(|above| goes_on(above, last, &line, width));
        last = length;
        match joined.last_mut().filter(|_| goes_on) {
            Some(above) => {
                join(&mut above.text, &line.text);
                draft.changed.note(line.number, Mark::Wrapped);
            }
            None => {
                if !is_item(&line.text) {
                    line.text = line.text.trim().to_owned();
                }
                joined.push(line);
            }
        }
    }
    draft.lines = joined;
}

/// Whether `line` goes on with the paragraph whose last line had `length` characters on a page of `width`.
fn goes_on(above: &Line, length: usize, line: &Line, width: usize) -> bool {
    let text = |line: &Line| line.role == Role::Text;
    if !text(above) || !text(line) || is_item(&line.text) || is_foreign(&above.text) {
        return false;
    }
    let word = line.text.split_whitespace().next().unwrap_or_default();
    let full = length + 1 + columns(word) + RAGGED > width;
    let flows = width >= NARROW || begins_small(&line.text);
    // A point of a list goes on below it, further in.
    (full && flows) || (is_item(&above.text) && line.text.starts_with(char::is_whitespace))
}

/// How wide `text` is printed: a sign of Chinese or Japanese takes two columns.
fn columns(text: &str) -> usize {
    text.trim_end()
        .chars()
        .map(|c| 1 + usize::from(is_dense(c)))
        .sum()
}

fn width(lines: &[Line]) -> usize {
    let lengths = lines.iter().map(|line| columns(&line.text));
    lengths
        .filter(|length| *length <= WIDEST)
        .max()
        .unwrap_or(0)
}
