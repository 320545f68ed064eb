//! What we offer while somebody types. Nothing typed is kept, and who may need a person is offered nothing.

use super::here::Here;
use super::{Bot, Served};
use crate::content::Article;
use crate::reply::{SUGGESTIONS_LIMIT, Suggestion, suggested_question, suggested_section};
use crate::search::Ranking;
use crate::text::typed;

/// What somebody is typing into a command that is not sent yet.
#[derive(Clone, Debug)]
pub struct Typing {
    /// What kind of words we wait for.
    pub box_of: BoxOf,
    /// The words so far.
    pub text: String,
    /// The article they named, if they did.
    pub article: Option<String>,
}

/// What a box of a command is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxOf {
    /// A question.
    Question,
    /// A section.
    Section,
}

/// So many sections stand above the questions: more would push those off a phone's screen.
const SECTIONS: usize = 4;

/// So many questions are offered. A list on a phone shows five lines at once.
const QUESTIONS: usize = 12;

/// So many lines wait in an empty box.
const STARTERS: usize = 5;

/// A section is offered by the search only if it is at least this likely.
const LIKELY: f32 = 0.08;

/// A line says at most so many of the words that spoke for it.
const REASONS: usize = 2;

impl Bot {
    /// The lines to choose for what is typed `here`; none where the answer would not come.
    pub(super) fn suggested(&self, here: &Here<'_>, typing: &Typing) -> Vec<Suggestion> {
        let served = self.served_for(here, typing.article.as_deref());
        let text = typing.text.trim_start();
        let care = &self.knowledge.care;
        // A title beside words of need would mock them.
        if here.admits(&served.article).is_err() || care.signal(text).is_some() {
            return Vec::new();
        }
        let mut lines = match (typing.box_of, text.is_empty()) {
            (BoxOf::Question, true) => starters(here, served),
            (BoxOf::Question, false) => questions(here, served, text),
            (BoxOf::Section, true) => every_section(here, served),
            (BoxOf::Section, false) => sections(here, served, text, SUGGESTIONS_LIMIT).0,
        };
        // What we offer opens its section for certain, so it must not be words that need a person.
        lines.retain(|line| care.signal(&line.value).is_none());
        lines.truncate(SUGGESTIONS_LIMIT);
        lines
    }
}

/// What people ask most simply: of the introduction, and of the sections that most others lead to.
fn starters(here: &Here<'_>, served: &Served) -> Vec<Suggestion> {
    let article = &served.article;
    let line = |section: usize| {
        let asked = served.completions.first(section);
        let question = asked
            .and_then(|asked| suggested_question(here.voice(), article, section, asked.question));
        question.or_else(|| suggested_section(here.voice(), article, section, &[]))
    };
    let sections = served.first.iter().copied();
    sections.filter_map(line).take(STARTERS).collect()
}

/// The likeliest sections, and below them what others ask in these words.
fn questions(here: &Here<'_>, served: &Served, text: &str) -> Vec<Suggestion> {
    let (mut lines, ranking) = sections(here, served, text, SECTIONS);
    let mut likely = vec![0.0; served.article.sections().len()];
    for hit in &ranking.hits {
        likely[hit.section] = hit.probability;
    }
    let asked = served
        .completions
        .like(text, QUESTIONS, |section| likely[section]);
    lines.extend(asked.iter().filter_map(|asked| {
        suggested_question(here.voice(), &served.article, asked.section, asked.question)
    }));
    lines
}

/// The sections that `text` may mean: by number, by the words of their titles, by what the search thinks.
fn sections(
    here: &Here<'_>,
    served: &Served,
    text: &str,
    most: usize,
) -> (Vec<Suggestion>, Ranking) {
    let article = &served.article;
    let ranking = served.index.search(text);
    let mut meant: Vec<usize> = titled(article, text);
    let likely = ranking
        .hits
        .iter()
        .filter(|hit| hit.probability >= LIKELY && hit.probability > ranking.elsewhere / 4.0);
    meant.extend(likely.map(|hit| hit.section));
    let mut lines: Vec<Suggestion> = Vec::new();
    for section in meant {
        let mut reasons = served.index.held(&ranking, section);
        reasons.truncate(REASONS);
        let line = suggested_section(here.voice(), article, section, &reasons);
        match line {
            Some(line) if lines.iter().all(|other| other.value != line.value) => lines.push(line),
            _ => (),
        }
        if lines.len() == most {
            break;
        }
    }
    (lines, ranking)
}

fn every_section(here: &Here<'_>, served: &Served) -> Vec<Suggestion> {
    let sections = 0..served.article.sections().len();
    sections
        .filter_map(|section| suggested_section(here.voice(), &served.article, section, &[]))
        .collect()
}

/// The sections whose number is typed, or whose title holds every typed word, the last as its beginning.
pub(super) fn titled(article: &Article, text: &str) -> Vec<usize> {
    let words: Vec<String> = typed(text).map(|(word, _)| word.into_owned()).collect();
    let holds = |section: &usize| {
        let number = article.sections()[*section].number;
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        let title: Vec<String> = typed(article.section_title(*section).as_str())
            .map(|(word, _)| word.into_owned())
            .collect();
        let (last, rest) = words.split_last()?;
        let known = |word: &String| *word == number || title.contains(word);
        let begun = number.starts_with(last.as_str())
            || title.iter().any(|word| word.starts_with(last.as_str()));
        (begun && rest.iter().all(known)).then_some(())
    };
    (0..article.sections().len())
        .filter(|section| holds(section).is_some())
        .collect()
}
