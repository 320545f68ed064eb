//! What a lesson would change, seen before it is kept.

use super::{Answer, Confidence, Source, answer_calmly};
use crate::search::Taught;

/// What an answer comes to, so that two can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A section is quoted.
    Quoted(usize),
    /// A section is quoted as the likeliest.
    Likely(usize),
    /// A choice is offered, likeliest first.
    Choice(Vec<usize>),
    /// The article is said to be silent.
    Silent,
    /// It is said to be in another language.
    OtherLanguage,
    /// It is no matter of likeness: the contents were asked for, or a person is needed.
    Ordered,
}

/// A question that would be answered differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Its words.
    pub words: String,
    /// What it meets now.
    pub before: Verdict,
    /// What it would meet.
    pub after: Verdict,
}

/// Those of `questions` that would be answered differently if `more` were taught instead of what `source` holds.
/// `lesson` alone is the difference: what it does not touch is not asked twice.
pub fn effects<'q>(
    source: Source<'_>,
    more: &Taught,
    lesson: &Taught,
    confidence: Confidence,
    questions: impl Iterator<Item = &'q str>,
) -> Vec<Effect> {
    let touched = questions.filter(|words| source.index.nearest(words, lesson).is_some());
    let effects = touched.map(|words| effect(source, more, confidence, words));
    effects.filter(|it| it.before != it.after).collect()
}

/// What `words` meet now, and what they would meet if `more` were taught.
pub fn effect(source: Source<'_>, more: &Taught, confidence: Confidence, words: &str) -> Effect {
    let then = Source {
        taught: more,
        ..source
    };
    Effect {
        words: words.to_owned(),
        before: Verdict::of(&answer_calmly(source, confidence, words).answer),
        after: Verdict::of(&answer_calmly(then, confidence, words).answer),
    }
}

impl Verdict {
    /// What `answer` comes to.
    pub fn of(answer: &Answer) -> Verdict {
        match answer {
            Answer::Passage(passage) | Answer::Section(passage) => {
                Verdict::Quoted(passage.section())
            }
            Answer::Likely(passage, _) => Verdict::Likely(passage.section()),
            Answer::DidYouMean(sections) => Verdict::Choice(sections.clone()),
            Answer::NotInArticle(_) | Answer::Clinic => Verdict::Silent,
            Answer::OtherLanguage => Verdict::OtherLanguage,
            Answer::Sections(_) | Answer::Contents | Answer::Care(_) => Verdict::Ordered,
        }
    }
}
