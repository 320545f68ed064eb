//! One labelled question, as a line of JSON.

use super::position;
use crate::content::Article;
use serde::Deserialize;
use std::fmt;

/// What a question wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The article answers it.
    In,
    /// The article does not.
    Off,
    /// It needs a person first.
    Care,
}

/// A question with what people expect of it.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// Its name.
    pub id: String,
    /// Its words.
    pub text: String,
    /// What it wants.
    pub kind: Kind,
    /// Its register, or the route of a care message.
    pub style: String,
    /// The sections that answer it, best first.
    pub gold: Vec<usize>,
}

/// A line that is no labelled question.
#[derive(Debug)]
pub struct UnreadableQuestion(String);

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    kind: Kind,
    #[serde(default)]
    style: String,
    #[serde(default)]
    gold: Vec<String>,
}

impl Labelled {
    /// Reads one line: `{"id","text","gold":["s3"],"kind":"in|off|care","style"}`.
    ///
    /// # Errors
    ///
    /// What is wrong with the line; never a word of the question.
    pub fn read(article: &Article, line: &str) -> Result<Labelled, UnreadableQuestion> {
        let line: Line = serde_json::from_str(line).map_err(|error| {
            UnreadableQuestion(format!(
                "not a labelled question, column {}",
                error.column()
            ))
        })?;
        let unknown = |label: &String| position(article, label).is_none();
        if let Some(label) = line.gold.iter().find(|label| unknown(label)) {
            return Err(UnreadableQuestion(format!("`{label}` is no section")));
        }
        Ok(Labelled {
            gold: line
                .gold
                .iter()
                .filter_map(|label| position(article, label))
                .collect(),
            id: line.id,
            text: line.text,
            kind: line.kind,
            style: line.style,
        })
    }
}

impl fmt::Display for UnreadableQuestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for UnreadableQuestion {}
