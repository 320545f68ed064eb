//! Labelled questions from a file, as `verbatim eval` reads them.

use crate::content::{Article, Mistake, read_text};
use crate::eval::Labelled;
use std::path::Path;

/// So many are asked: with an encoder that reads each in ten milliseconds, for half a minute of one core.
const MOST: usize = 3_000;

/// The questions of `file` about `article`.
///
/// # Errors
///
/// The first line that is none.
pub(super) fn questions(file: &Path, article: &Article) -> Result<Vec<Labelled>, Mistake> {
    let mistake = |line, what: String| Mistake {
        file: file.to_owned(),
        line,
        what,
        instead: "write {\"id\", \"text\", \"kind\", \"gold\"} a line, as for `verbatim eval`"
            .to_owned(),
    };
    let text = read_text(file).map_err(|error| mistake(1, format!("cannot be read: {error}")))?;
    let mut questions = Vec::new();
    for (number, line) in (1..).zip(text.lines()).take(MOST) {
        let question = Labelled::read(article, line, None);
        questions.extend(question.map_err(|error| mistake(number, error.to_string()))?);
    }
    Ok(questions)
}
