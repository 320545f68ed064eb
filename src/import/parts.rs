//! The lines cut at their headings, and put together again as `article.md`.

use super::Found;
use super::draft::{Draft, Line, Role};
use super::left_out::Why;
use crate::content::{NAME_LIMIT, SectionId, is_item, numbered};

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
            if gap && above.is_some_and(|above| !belongs(line, above)) {
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
    let lead_in = above.text.trim_end().ends_with(':') || is_item(&above.text);
    above.role == Role::Subheading || (is_item(&line.text) && lead_in)
}

/// Cuts the lines of `draft` into the introduction and what stands below each heading.
pub fn cut(draft: &mut Draft) -> Vec<Part> {
    let mut parts = vec![Part {
        heading: None,
        line: 1,
        is_closing: false,
        lines: Vec::new(),
    }];
    for line in std::mem::take(&mut draft.lines) {
        match parts.last_mut() {
            Some(open) if !line.is_heading() => open.lines.push(line),
            _ => parts.push(Part {
                line: line.number,
                heading: Some(line.text),
                is_closing: false,
                lines: Vec::new(),
            }),
        }
    }
    let (full, empty): (Vec<Part>, Vec<Part>) = parts.into_iter().partition(has_words);
    for part in empty {
        if let Some(heading) = &part.heading {
            draft.leave_out(part.line, heading, Why::EmptyHeading);
        }
        for line in part.lines.iter().filter(|line| !line.is_blank()) {
            draft.leave_out(line.number, &line.text, Why::EmptyHeading);
        }
    }
    full.into_iter().map(from_first_line).collect()
}

fn has_words(part: &Part) -> bool {
    let is_named = part.heading.as_deref().is_none_or(|h| !h.trim().is_empty());
    is_named && part.lines.iter().any(|line| line.role == Role::Text)
}

/// An introduction begins where its words do.
fn from_first_line(part: Part) -> Part {
    let first = part.lines.iter().find(|line| !line.is_blank());
    let line = match (&part.heading, first) {
        (None, Some(first)) => first.number,
        _ => part.line,
    };
    Part { line, ..part }
}

/// `parts` as `article.md`.
pub fn article_md(title: &str, parts: &[Part]) -> String {
    let mut text = format!("# {title}\n");
    for part in parts {
        if let Some(heading) = &part.heading {
            text.push_str(&format!("\n## {heading}\n"));
        }
        text.push('\n');
        text.push_str(&part.body());
    }
    text
}

/// What was found, each section under a name of its own.
pub fn found(parts: &[Part]) -> Vec<Found> {
    let mut ids: Vec<SectionId> = Vec::with_capacity(parts.len());
    for part in parts {
        ids.push(name(part, &ids));
    }
    let named = parts.iter().zip(ids);
    named
        .map(|(part, id)| Found {
            id,
            number: part.number(),
            title: part.title().to_owned(),
            line: part.line,
        })
        .collect()
}

fn name(part: &Part, taken: &[SectionId]) -> SectionId {
    if part.heading.is_none() {
        return SectionId::introduction();
    }
    if part.is_closing {
        return SectionId::closing();
    }
    let made = SectionId::made_of(part.title());
    let reserved = [SectionId::introduction(), SectionId::closing()];
    let free = |id: &SectionId| !taken.contains(id) && !reserved.contains(id);
    let counted = (2..).map(|count| with_count(&made, count));
    std::iter::once(made.clone())
        .chain(counted)
        .find(free)
        .expect("the count goes on until a name is free")
}

/// `id` with a number behind it, within the limit of a name.
fn with_count(id: &SectionId, count: usize) -> SectionId {
    let end = format!("-{count}");
    let room = (NAME_LIMIT - end.len()).min(id.as_str().len());
    let begin = id.as_str()[..room].trim_end_matches('-');
    SectionId::new(&format!("{begin}{end}")).expect("a name with digits behind it is a name")
}
