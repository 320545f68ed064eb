//! The same answer from another text of the article: one beside it, in another language.

use super::{Answer, Source};
use crate::content::Passage;

/// `answer` to `question`, told from the text of `source` instead of another of the same article: the same sections, and
/// of a quoted one the blocks that answer best there.
pub fn retold(answer: Answer, source: Source<'_>, question: &str) -> Answer {
    let Source { article, index, .. } = source;
    let again = |passage: Passage| {
        let ranking = index.search(question);
        index.passage(article, passage.section(), &ranking)
    };
    match answer {
        Answer::Passage(passage) => Answer::Passage(again(passage)),
        Answer::Section(passage) => Answer::Section(again(passage)),
        Answer::Likely(passage, others) => Answer::Likely(again(passage), others),
        other => other,
    }
}
