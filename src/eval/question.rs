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
    /// It needs no person, though it may sound so; nobody said whether the article answers it.
    #[serde(alias = "lookalike")]
    Calm,
}

/// Whether a card should come, as those who label messages for care alone say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Card {
    Yes,
    No,
    /// Both can be defended: it counts in no figure.
    Either,
}

/// How labels call a question in another language than the article's. Who wrote them had a bot before them that heard one
/// language; whether such a question is answered now rests on the language, which the label does not tell.
const OTHER_LANGUAGE: &str = "otherlang";

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
    kind: Option<Kind>,
    card: Option<Card>,
    part: Option<String>,
    #[serde(default, alias = "route")]
    style: Option<String>,
    #[serde(default)]
    gold: Vec<String>,
}

impl Labelled {
    /// Reads one line: `{"id","text","gold":["s3"],"kind":"in|off|care","style"}`, or, where only care was judged,
    /// `{"id","text","card":"yes|no|either","route"}`. Nothing if it counts in no figure, or belongs to another
    /// `part` than the wanted one.
    ///
    /// # Errors
    ///
    /// What is wrong with the line; never a word of the question.
    pub fn read(
        article: &Article,
        line: &str,
        part: Option<&str>,
    ) -> Result<Option<Labelled>, UnreadableQuestion> {
        let line: Line = serde_json::from_str(line).map_err(|error| {
            UnreadableQuestion(format!(
                "not a labelled question, column {}",
                error.column()
            ))
        })?;
        let kind = match (line.kind, line.card) {
            (Some(Kind::Off), _) if line.style.as_deref() == Some(OTHER_LANGUAGE) => Kind::Calm,
            (Some(kind), _) => kind,
            (None, Some(Card::Yes)) => Kind::Care,
            (None, Some(Card::No)) => Kind::Calm,
            (None, Some(Card::Either)) => return Ok(None),
            (None, None) => return Err(UnreadableQuestion("neither `kind` nor `card`".to_owned())),
        };
        if part.is_some() && part != line.part.as_deref() {
            return Ok(None);
        }
        let unknown = |label: &String| position(article, label).is_none();
        if let Some(label) = line.gold.iter().find(|label| unknown(label)) {
            return Err(UnreadableQuestion(format!("`{label}` is no section")));
        }
        Ok(Some(Labelled {
            gold: line
                .gold
                .iter()
                .filter_map(|label| position(article, label))
                .collect(),
            id: line.id,
            text: line.text,
            kind,
            style: line.style.unwrap_or_default(),
        }))
    }
}

impl fmt::Display for UnreadableQuestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for UnreadableQuestion {}
