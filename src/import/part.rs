//! One section to be: its heading, its lines, and how `article.md` prints them.

use super::draft::{Line, Role};
use crate::content::{is_item, numbered};

/// One section to be.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its heading with the number, if it has one; the introduction has no heading.
    pub heading: Option<String>,
    /// The line of the text where it begins.
    pub line: usize,
    /// Whether it is the closing.
    pub is_closing: bool,
    /// What stands below its heading.
    pub lines: Vec<Line>,
}

impl Part {
    /// The number in its heading, if it has one.
    pub fn number(&self) -> Option<u32> {
        numbered(self.heading.as_deref()?).0
    }

    /// Its heading without the number; empty for the introduction.
    pub fn title(&self) -> &str {
        numbered(self.heading.as_deref().unwrap_or_default()).1
    }

    /// Its words as `article.md` prints them: paragraphs apart, a list right below its lead-in.
    pub fn body(&self) -> String {
        let mut body = String::new();
        let mut above: Option<&Line> = None;
        let mut gap = false;
        for line in &self.lines {
            if line.is_blank() {
                gap = true;
                continue;
            }
            let begins = gap || line.role == Role::Subheading;
            if begins && above.is_some_and(|above| !belongs(line, above)) {
                body.push('\n');
            }
            body.push_str(&line.text);
            body.push('\n');
            above = Some(line);
            gap = false;
        }
        body
    }
}

/// Whether `line` stands right below `above` though the text has an empty line between them.
fn belongs(line: &Line, above: &Line) -> bool {
    let announces = above.text.trim_end().ends_with([':', '：']);
    if line.role == Role::Code {
        return announces;
    }
    let lead_in = announces || is_item(&above.text);
    if is_item(&above.text) && is_item(&line.text) && is_numbered(above) != is_numbered(line) {
        let nested = |line: &Line| line.text.starts_with(char::is_whitespace);
        return nested(line) || nested(above);
    }
    above.role == Role::Subheading || (is_item(&line.text) && lead_in && above.role != Role::Code)
}

fn is_numbered(point: &Line) -> bool {
    point
        .text
        .trim_start()
        .starts_with(|c: char| c.is_ascii_digit())
}
