//! A text on its way to an article: lines that know where they stood and what they are.

use super::changed::{Changed, Mark};
use super::left_out::{LeftOut, Why};

/// What a reader of one kind of text has found so far.
#[derive(Debug, Default)]
pub struct Draft {
    /// The title, if the text tells it.
    pub title: Option<String>,
    /// Who wrote it, if the text tells it.
    pub author: Option<String>,
    /// Its language, if the text tells it.
    pub language: Option<String>,
    /// Under what licence it may be copied, if the text tells it.
    pub license: Option<String>,
    /// The lines that may become the article.
    pub lines: Vec<Line>,
    /// What is no part of it.
    pub left_out: Vec<LeftOut>,
    /// Marks that were put into others.
    pub changed: Changed,
    /// What the reader has to tell besides.
    pub notes: Vec<String>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stood in the text, counted from 1.
    pub number: usize,
    /// Its words; a heading without the marks that made it one.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// Whether all of it was one link.
    pub is_link: bool,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Nothing: it ends a paragraph.
    Blank,
    /// Words of a paragraph or a list.
    Text,
    /// A line of a program, or a fence around some.
    Code,
    /// A heading inside a section; it belongs to the paragraph below it.
    Subheading,
    /// A heading of this level; 1 is the highest.
    Heading(u8),
}

impl Draft {
    /// Notes that `text` on line `line` is no part of the article.
    pub fn leave_out(&mut self, line: usize, text: &str, why: Why) {
        self.left_out.push(LeftOut::new(line, text, why));
    }

    /// Notes that marks on line `line` were put into others.
    pub fn change(&mut self, line: usize, mark: Mark) {
        self.changed.note(line, mark);
    }

    /// Notes that a heading stands above others and has no words of its own.
    pub fn group(&mut self, line: usize, heading: &str) {
        self.notes.push(format!(
            "line {line}: \"{heading}\" stands above other headings; those are the sections"
        ));
    }

    /// Fails a test unless these are the lines, headings as `h2 Title`, and this was left out.
    #[cfg(test)]
    #[track_caller]
    pub fn is(&self, lines: &[&str], left_out: &[(usize, &str, Why)]) {
        let printed = self.lines.iter().filter(|line| !line.is_blank());
        let printed: Vec<String> = printed
            .map(|line| match line.role {
                Role::Heading(level) => format!("h{level} {}", line.text),
                _ => line.text.clone(),
            })
            .collect();
        let left = self.left_out.iter();
        let left: Vec<_> = left.map(|l| (l.line, l.text.as_str(), l.why)).collect();
        assert_eq!(
            (printed, left),
            (
                lines.iter().map(ToString::to_string).collect(),
                left_out.to_vec()
            )
        );
    }
}

impl Line {
    /// A line of a paragraph, or an empty one.
    pub fn of(number: usize, text: &str) -> Line {
        let blank = text.trim().is_empty();
        Line {
            number,
            text: text.to_owned(),
            role: if blank { Role::Blank } else { Role::Text },
            is_link: false,
        }
    }

    /// A line with a role of its own.
    pub fn with(number: usize, text: &str, role: Role) -> Line {
        Line {
            role,
            ..Line::of(number, text)
        }
    }

    /// The end of a paragraph.
    pub fn blank(number: usize) -> Line {
        Line::of(number, "")
    }

    /// Whether it is a heading that begins a section.
    pub fn is_heading(&self) -> bool {
        matches!(self.role, Role::Heading(_))
    }

    /// Whether it prints nothing.
    pub fn is_blank(&self) -> bool {
        self.role == Role::Blank
    }
}
