//! The line of the article that answers a question, as people labelled it.

use crate::answer::{Answer, Answered, Source};
use crate::content::Article;
use crate::encoder::Question;
use std::collections::HashMap;
use std::fmt;

/// For some questions, by their names, the section that answers, as its position, and its line.
#[derive(Clone, Debug, Default)]
pub struct Lines(HashMap<String, (usize, String)>);

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
            let at = super::position(article, section);
            let Some((at, whole)) = at.and_then(|at| Some((at, article.whole(at)?))) else {
                return Err(wrong(format!("`{section}` is no section")));
            };
            if !holds(article.excerpt(whole).as_str(), line) {
                return Err(wrong(format!("`{section}` has no line \"{line}\"")));
            }
            lines.insert(question.to_owned(), (at, line.to_owned()));
        }
        Ok(Lines(lines))
    }

    /// Whether `answered` quotes the line that answers `question`; nothing if nobody labelled it
    /// or nothing was quoted.
    pub fn quoted(&self, article: &Article, question: &str, answered: &Answered) -> Option<bool> {
        let (_, line) = self.0.get(question)?;
        match answered.answer {
            Answer::Passage(passage) | Answer::Likely(passage, _) | Answer::Section(passage) => {
                Some(holds(article.excerpt(passage).as_str(), line))
            }
            _ => None,
        }
    }

    /// Whether the excerpt that `source` makes of the right section for `asked`, the question called `question`, holds the
    /// line that answers it; nothing if nobody labelled it.
    pub fn chosen(&self, source: Source<'_>, question: &str, asked: Question<'_>) -> Option<bool> {
        let (section, line) = self.0.get(question)?;
        let ranking = source.index.search(asked);
        let passage = source.index.passage(source.article, *section, &ranking);
        Some(holds(source.article.excerpt(passage).as_str(), line))
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
