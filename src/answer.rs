//! What we say to a question; pure and unable to fail.

mod command;
mod confidence;
mod context;
mod effect;
mod explanation;
mod named;
mod nothing;

pub use command::{Commands, Talk};
pub use confidence::{Confidence, Costs, Decision};
pub use context::after;
pub use effect::{Effect, Verdict, effect, effects};
pub use explanation::Explanation;
pub use named::{LEADS_TO, Named, named, naming};

use crate::care::{Care, Ear, Signal};
use crate::content::{Article, Passage};
use crate::encoder::Question;
use crate::search::{Index, Ranking, Taught};
use crate::text::is_foreign;
use command::Command;
use nothing::asks_nothing;

/// Everything we may say to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Someone may need a person; the article waits.
    Care(Signal),
    /// The article answers; quote this passage.
    Passage(Passage),
    /// Two to four sections may be meant, the likeliest first.
    DidYouMean(Vec<usize>),
    /// The article does not speak of it; the nearest sections, to look around.
    NotInArticle(Vec<usize>),
    /// The question is in another language than the article.
    OtherLanguage,
    /// The list of sections was asked for.
    Contents,
    /// One section was asked for by its number or name.
    Section(Passage),
    /// Several sections were asked for by their numbers.
    Sections(Vec<usize>),
}

/// An answer and what the search saw on the way.
#[derive(Clone, Debug)]
pub struct Answered {
    /// What we say.
    pub answer: Answer,
    /// How the sections ranked; nothing is ranked where care comes first.
    pub ranking: Option<Ranking>,
    /// The reason, for those who ask why.
    pub rule: Rule,
}

/// Which rule decided.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// A sign of need came before any search.
    Care,
    /// The words were an order: "section 7", "the part about guilt".
    Command,
    /// The outcome that costs least by the probabilities.
    Cost(Decision),
    /// Nothing in the message could be searched for.
    NoWords,
    /// The message is in another language than the article.
    OtherLanguage,
}

/// What one article answers with: the article itself, what the search knows of it, the orders it understands.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// What is quoted.
    pub article: &'a Article,
    /// What is searched.
    pub index: &'a Index,
    /// What the server we are asked in taught about it.
    pub taught: &'a Taught,
    /// How people ask for a section by its number or name.
    pub commands: &'a Commands,
}

impl Source<'_> {
    /// How closely care listens to those who ask this article.
    pub fn ear(self) -> Ear {
        self.article.about.audience.into()
    }
}

/// So many nearest titles are shown where nothing answers.
const NEAREST: usize = 3;

/// Answers one question.
pub fn answer<'q>(
    source: Source<'_>,
    care: &Care,
    confidence: Confidence,
    question: impl Into<Question<'q>>,
) -> Answered {
    let question = question.into();
    match care.signal(question, source.ear()) {
        Some(signal) => Answered {
            answer: Answer::Care(signal),
            ranking: None,
            rule: Rule::Care,
        },
        None => answer_calmly(source, confidence, question),
    }
}

/// Answers a question that needs no care, or whose asker said that the article was meant.
pub fn answer_calmly<'q>(
    source: Source<'_>,
    confidence: Confidence,
    question: impl Into<Question<'q>>,
) -> Answered {
    let Source {
        article,
        index,
        taught,
        commands,
    } = source;
    let asked = question.into();
    let named = named(article, asked.text);
    let asked = named.map_or(asked, |named| Question::from(named.question));
    let question: &str = asked.text;
    let mut ranking = index.search_with(asked, taught);
    let order = named.map(|named| Command::Section(named.section));
    let order = order.or_else(|| commands.read(article, index, question));
    let (answer, rule) = match order {
        Some(Command::Contents) => (Answer::Contents, Rule::Command),
        Some(Command::Section(section)) => {
            ranking.put_first(section);
            let passage = index.passage(article, section, &ranking);
            (Answer::Section(passage), Rule::Command)
        }
        Some(Command::Sections(sections)) => {
            sections.iter().rev().for_each(|it| ranking.put_first(*it));
            (Answer::Sections(sections), Rule::Command)
        }
        None if asks_nothing(source, question) => {
            (Answer::NotInArticle(nearest(&ranking)), Rule::NoWords)
        }
        // What was taught here is understood here, whatever its language.
        None if is_foreign(question, &article.about.language)
            && index.nearest(question, taught).is_none() =>
        {
            (Answer::OtherLanguage, Rule::OtherLanguage)
        }
        None => {
            let decision = confidence.decide(&ranking);
            let answer = match decision {
                Decision::Answer => {
                    let best = ranking.hits[0].section;
                    Answer::Passage(index.passage(article, best, &ranking))
                }
                Decision::Choices(count) => Answer::DidYouMean(
                    ranking.hits[..count]
                        .iter()
                        .map(|hit| hit.section)
                        .collect(),
                ),
                Decision::None => Answer::NotInArticle(nearest(&ranking)),
            };
            (answer, Rule::Cost(decision))
        }
    };
    Answered {
        answer,
        ranking: Some(ranking),
        rule,
    }
}

/// A section this likely by its words alone needs no second reader. At 0.9, of real people's questions that the article does
/// not answer, words alone quoted something to 0.04 that both readers together would have left.
const CLEAR: f32 = 0.97;

/// Whether the words of `question` leave open what is meant, or whether somebody is in need.
pub fn is_open(source: Source<'_>, care: &Care, question: &str) -> bool {
    let ranking = source.index.search_with(question, source.taught);
    let best = ranking.hits.first();
    let clear = best.is_some_and(|hit| hit.probability >= CLEAR);
    !ranking.query.is_empty() && (!clear || care.is_open(question, source.ear()))
}

fn nearest(ranking: &Ranking) -> Vec<usize> {
    let hits = ranking.hits.iter().take(NEAREST);
    hits.map(|hit| hit.section).collect()
}
