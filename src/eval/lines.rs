//! The line of the article that answers a question, as people labelled it.

use crate::answer::{Answer, Answered};
use crate::content::Article;
use std::collections::HashMap;
use std::fmt;

/// For some questions, by their names, the line that answers.
#[derive(Clone, Debug, Default)]
pub struct Lines(HashMap<String, String>);

/// A line of the file that labels nothing.
#[derive(Debug, PartialEq, Eq)]
pub struct UnreadableLine {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

impl Lines {
    /// Reads `question TAB section TAB the line as printed`, one a line.
    ///
    /// # Errors
    ///
    /// The first line that names no section or that its section does not hold.
    pub fn read(article: &Article, text: &str) -> Result<Lines, UnreadableLine> {
        let mut lines = HashMap::new();
        for (number, row) in (1..).zip(text.lines()) {
            let wrong = |what: String| UnreadableLine { line: number, what };
            let cells: Vec<&str> = row.split('\t').collect();
            let [question, section, line] = cells[..] else {
                return Err(wrong("not a question, a section and a line".to_owned()));
            };
            let whole = super::position(article, section).and_then(|at| article.whole(at));
            let Some(whole) = whole else {
                return Err(wrong(format!("`{section}` is no section")));
            };
            if !holds(article.excerpt(whole).as_str(), line) {
                return Err(wrong(format!("`{section}` has no line \"{line}\"")));
            }
            lines.insert(question.to_owned(), line.to_owned());
        }
        Ok(Lines(lines))
    }

    /// Whether `answered` quotes the line that answers `question`; nothing if nobody labelled it
    /// or nothing was quoted.
    pub fn quoted(&self, article: &Article, question: &str, answered: &Answered) -> Option<bool> {
        let line = self.0.get(question)?;
        match answered.answer {
            Answer::Passage(passage) | Answer::Likely(passage, _) | Answer::Section(passage) => {
                Some(holds(article.excerpt(passage).as_str(), line))
            }
            _ => None,
        }
    }
}

fn holds(excerpt: &str, line: &str) -> bool {
    excerpt.lines().any(|other| other.trim_end() == line)
}

impl fmt::Display for UnreadableLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.what)
    }
}

impl std::error::Error for UnreadableLine {}
