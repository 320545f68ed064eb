//! What we say to a question; pure and unable to fail.

mod command;
mod confidence;
mod context;
mod effect;
mod explanation;
mod named;
mod nothing;
mod retold;

pub use command::{Commands, Pick, Talk};
pub use confidence::{Confidence, Costs, Decision};
pub use context::after;
pub use effect::{Effect, Verdict, effect, effects};
pub use explanation::Explanation;
pub use named::{LEADS_TO, Named, named, naming, short};
pub use retold::retold;

use crate::care::{Care, Ear, Signal};
use crate::content::words::Beside;
use crate::content::{Article, Passage};
use crate::encoder::Question;
use crate::search::{Hit, Index, Ranking, Taught};
use crate::text::typed;
use command::Command;
use nothing::asks_nothing;
use strum::IntoStaticStr;

/// Everything we may say to a question.
#[derive(Clone, Debug, PartialEq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Answer {
    /// Someone may need a person; the article waits.
    Care(Signal),
    /// The article answers; quote this passage.
    Passage(Passage),
    /// One section leads, less than surely: quote this passage, and offer the others beside it, the likeliest first.
    Likely(Passage, Vec<usize>),
    /// Two to four sections may be meant, none more than the others; the likeliest first.
    DidYouMean(Vec<usize>),
    /// The article does not speak of it; the nearest sections, to look around.
    NotInArticle(Vec<usize>),
    /// Only a doctor or a clinic can tell.
    Clinic,
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
    /// Only a doctor or a clinic can tell.
    Clinic,
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
        self.article.about.rating.into()
    }
}

/// Where several may be meant and the introduction is likeliest, it is quoted if the article is no likelier silent than
/// this. At twice as much it was quoted to one of forty imagined questions that were not meant for it.
const OUT_OF_PLACE: f32 = 0.02;

/// So many causes are named beside the introduction.
const CAUSES: usize = 3;

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
        None if is_talk(source, question) || asks_nothing(source, question) => {
            (Answer::NotInArticle(nearest(&ranking)), Rule::NoWords)
        }
        // What was taught here is understood here, whatever its language.
        None if is_unheard(article, &ranking) && index.nearest(question, taught).is_none() => {
            (Answer::OtherLanguage, Rule::OtherLanguage)
        }
        None => {
            let decision = confidence.decide(&ranking);
            if is_for_clinic(source, question) && decision != Decision::Answer {
                return Answered {
                    answer: Answer::Clinic,
                    ranking: Some(ranking),
                    rule: Rule::Clinic,
                };
            }
            (decided(source, &ranking, decision), Rule::Cost(decision))
        }
    };
    Answered {
        answer,
        ranking: Some(ranking),
        rule,
    }
}

/// Whether `question` is said to whoever answers, and asks nothing of the article.
fn is_talk(source: Source<'_>, question: &str) -> bool {
    let talk = source.commands.talk(question);
    talk.is_some_and(|talk| !talk.goes_on())
}

/// A longer message tells more than that. In words.
const LONGEST_FOR_CLINIC: usize = 10;

/// Whether `question` asks what only a doctor or a clinic can tell, and nothing else.
fn is_for_clinic(source: Source<'_>, question: &str) -> bool {
    let short = typed(question).nth(LONGEST_FOR_CLINIC).is_none();
    short && source.commands.beside(question) == Some(Beside::Clinic)
}

/// What `decision` comes to.
fn decided(source: Source<'_>, ranking: &Ranking, decision: Decision) -> Answer {
    let Source { article, index, .. } = source;
    let sections = |hits: &[Hit]| hits.iter().map(|hit| hit.section).collect();
    let best = || index.passage(article, ranking.hits[0].section, ranking);
    match decision {
        Decision::None => Answer::NotInArticle(nearest(ranking)),
        _ if is_about_all(article, ranking, decision) => {
            Answer::Likely(best(), causes(article, ranking))
        }
        Decision::Answer => Answer::Passage(best()),
        Decision::Likely(count) => Answer::Likely(best(), sections(&ranking.hits[1..count])),
        Decision::Choices(count) => Answer::DidYouMean(sections(&ranking.hits[..count])),
    }
}

/// Whether the article as a whole is asked for, as by "why does he go quiet?": its introduction is likeliest, and would
/// be quoted or is hardly out of place.
fn is_about_all(article: &Article, ranking: &Ranking, decision: Decision) -> bool {
    let first = ranking.hits.first().map(|hit| hit.section);
    let quoted = matches!(decision, Decision::Answer | Decision::Likely(_));
    let begins = first.is_some() && first == article.introduction();
    begins && (quoted || ranking.elsewhere <= OUT_OF_PLACE)
}

/// The causes nearest to what was asked: the sections that bear a number.
fn causes(article: &Article, ranking: &Ranking) -> Vec<usize> {
    let sections = ranking.hits.iter().map(|hit| hit.section);
    let numbered = sections.filter(|section| article.sections()[*section].number.is_some());
    numbered.take(CAUSES).collect()
}

/// Whether what was ranked is in a language that `article` cannot be asked in.
fn is_unheard(article: &Article, ranking: &Ranking) -> bool {
    let foreign = ranking.query.foreign.as_ref();
    foreign.is_some_and(|language| !article.hears(language))
}

/// Whether the words of `question` leave open what is meant, or whether somebody is in need.
pub fn is_open(source: Source<'_>, care: &Care, question: &str) -> bool {
    let ranking = source.index.search_with(question, source.taught);
    !ranking.query.is_empty() && (!ranking.is_clear() || care.is_open(question, source.ear()))
}

fn nearest(ranking: &Ranking) -> Vec<usize> {
    let hits = ranking.hits.iter().take(NEAREST);
    hits.map(|hit| hit.section).collect()
}
