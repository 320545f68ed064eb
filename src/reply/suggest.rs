//! What we suggest while somebody types: a line to read, and what is asked when it is chosen.
//!
//! Discord puts the chosen words into the box, so both are words that a person can read and edit.

use super::build::section_title;
use super::{Voice, shortened};
use crate::answer::{LEADS_TO, naming, short};
use crate::content::Article;

/// One line to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What is read, at most [`SUGGESTION_LIMIT`] characters.
    pub name: String,
    /// What is asked when it is chosen, at most as long.
    pub value: String,
}

/// Discord's limit for both. In characters.
pub const SUGGESTION_LIMIT: usize = 100;

/// Discord shows at most so many.
pub const SUGGESTIONS_LIMIT: usize = 25;

/// The line for a whole article.
pub fn suggested_article(article: &Article) -> Suggestion {
    Suggestion {
        name: shortened(article.title().as_str(), SUGGESTION_LIMIT).into_owned(),
        value: article.slug.as_str().to_owned(),
    }
}

/// The line for a section, marked with the words that spoke for it.
pub fn suggested_section(
    voice: Voice<'_>,
    article: &Article,
    section: usize,
    reasons: &[String],
) -> Option<Suggestion> {
    let title = section_title(voice, article, section);
    let marked = match reasons {
        [] => None,
        words => {
            let words = words.join(", ");
            let values = [("title", title.as_str().into()), ("words", words.into())];
            Some(voice.phrases.say(voice.language, "suggested-for", &values))
        }
    };
    let fits = |name: &String| name.chars().count() <= SUGGESTION_LIMIT;
    Some(Suggestion {
        name: marked
            .filter(fits)
            .unwrap_or_else(|| shortened(title, SUGGESTION_LIMIT).into_owned()),
        value: naming(article, None, section, SUGGESTION_LIMIT)?,
    })
}

/// The line for a question that people ask, marked with the section that answers it.
pub fn suggested_question(
    voice: Voice<'_>,
    article: &Article,
    section: usize,
    question: &str,
) -> Option<Suggestion> {
    let value = naming(article, Some(question), section, SUGGESTION_LIMIT)?;
    let title = section_title(voice, article, section);
    let brief = short(&title).unwrap_or(&title);
    let names = [&*title, brief].map(|name| format!("{question}{LEADS_TO}{name}"));
    let fits = |name: &&String| name.chars().count() <= SUGGESTION_LIMIT;
    let whole = names.iter().find(fits).cloned();
    Some(Suggestion {
        // What the author calls a section among ourselves is nothing to read.
        name: whole.unwrap_or_else(|| shortened(&*names[1], SUGGESTION_LIMIT).into_owned()),
        value,
    })
}
