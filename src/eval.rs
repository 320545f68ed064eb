//! How answers are judged against what people expected.

mod apart;
mod calibration;
mod figures;
mod floors;
mod lines;
mod question;

pub use calibration::Calibration;
pub use figures::Figures;
pub use floors::{Floor, IMAGINED, LANGUAGE, REAL, REAL_CARE};
pub use lines::{Lines, UnreadableLine};
pub use question::{Kind, Labelled, UnreadableQuestion};

use crate::answer::{Answer, Answered};
use crate::content::Article;

/// One labelled question and what we said to it.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The question and its labels.
    pub question: Labelled,
    /// The sections that rank first, best first; empty where care comes first.
    pub ranked: Vec<usize>,
    /// The probability of the first of them.
    pub sure: f32,
    /// The probability that none of them answers.
    pub elsewhere: f32,
    /// How near it is to a card, whatever was done, as [`crate::care::Care::nearness`] says.
    pub need: f32,
    /// What we did.
    pub outcome: Outcome,
    /// What [`Lines::quoted`] says: nothing if nothing was quoted or nobody said which line answers.
    pub line: Option<bool>,
    /// What [`Lines::chosen`] says.
    pub chosen: Option<bool>,
    /// How long it took, in nanoseconds.
    pub nanos: u64,
}

/// What we did, as the evaluation counts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Quoted this section, and was sure.
    Quoted(usize),
    /// Quoted the first of these as the likeliest, and offered the others beside it.
    Likely(Vec<usize>),
    /// Offered these.
    Offered(Vec<usize>),
    /// Said that the article is silent, or listed its contents.
    Nothing,
    /// Asked for another language.
    OtherLanguage,
    /// Gave a card, of the route with this name.
    Care(&'static str),
}

impl Judged {
    /// Judges `answered`. What it does not tell is left open: its lines, its time, and how near a card is.
    pub fn new(question: Labelled, answered: &Answered) -> Judged {
        let outcome = match &answered.answer {
            Answer::Care(signal) => Outcome::Care(signal.route.name()),
            Answer::Passage(passage) | Answer::Section(passage) => {
                Outcome::Quoted(passage.section())
            }
            Answer::Likely(passage, others) => {
                Outcome::Likely([&[passage.section()], others.as_slice()].concat())
            }
            Answer::DidYouMean(sections) | Answer::Sections(sections) => {
                Outcome::Offered(sections.clone())
            }
            Answer::NotInArticle(_) | Answer::Clinic | Answer::Contents => Outcome::Nothing,
            Answer::OtherLanguage => Outcome::OtherLanguage,
        };
        let hits = answered
            .ranking
            .as_ref()
            .map_or(&[][..], |ranking| &ranking.hits);
        Judged {
            question,
            elsewhere: answered.ranking.as_ref().map_or(1.0, |r| r.elsewhere),
            need: 0.0,
            sure: hits.first().map_or(0.0, |hit| hit.probability),
            ranked: hits.iter().map(|hit| hit.section).collect(),
            outcome,
            line: None,
            chosen: None,
            nanos: 0,
        }
    }

    /// Whether one of the labelled sections is among the first `count`.
    pub fn right_within(&self, count: usize) -> bool {
        let mut first = self.ranked.iter().take(count);
        first.any(|section| self.question.gold.contains(section))
    }

    /// Whether a labelled section was quoted or offered.
    pub fn right_or_offered(&self) -> bool {
        match &self.outcome {
            Outcome::Quoted(section) => self.question.gold.contains(section),
            Outcome::Likely(sections) | Outcome::Offered(sections) => {
                sections.iter().any(|s| self.question.gold.contains(s))
            }
            Outcome::Nothing | Outcome::OtherLanguage | Outcome::Care(_) => false,
        }
    }

    /// The section that was quoted at once, surely or not.
    pub fn quoted(&self) -> Option<usize> {
        match &self.outcome {
            Outcome::Quoted(section) => Some(*section),
            Outcome::Likely(sections) => sections.first().copied(),
            Outcome::Offered(_) | Outcome::Nothing | Outcome::OtherLanguage | Outcome::Care(_) => {
                None
            }
        }
    }

    /// Whether a section was quoted at once that is none of the labelled.
    pub fn wrong_at_once(&self) -> bool {
        self.quoted()
            .is_some_and(|section| !self.question.gold.contains(&section))
    }

    /// Whether a labelled section was quoted at once.
    pub fn right_at_once(&self) -> bool {
        self.quoted()
            .is_some_and(|section| self.question.gold.contains(&section))
    }

    /// Whether another section was quoted as if it answered.
    pub fn wrong_but_sure(&self) -> bool {
        matches!(&self.outcome, Outcome::Quoted(section) if !self.question.gold.contains(section))
    }
}

/// The position of the section that a label names: `s7` by its number, `intro`, `closing`, or an id.
pub fn position(article: &Article, label: &str) -> Option<usize> {
    let number: Option<u32> = label
        .strip_prefix('s')
        .and_then(|number| number.parse().ok());
    let sections = article.sections();
    match (label, number) {
        ("intro", _) => article.introduction(),
        ("closing", _) => article.closing(),
        (_, Some(number)) => sections.iter().position(|s| s.number == Some(number)),
        _ => sections.iter().position(|s| s.id.as_str() == label),
    }
}
