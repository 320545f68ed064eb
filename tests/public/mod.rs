//! Public question sets: for each question to an article, the paragraph that answers it.

mod textbook;
pub mod topic;

pub use textbook::Textbook;
pub use topic::{Topic, read};

use verbatim::answer::{Confidence, Decision};
use verbatim::content::Words;
use verbatim::search::{Index, Ranking};

/// What a search says to a question.
pub struct Found {
    /// How sure it is of an answer.
    pub sure: f32,
    /// The sections, best first.
    pub sections: Vec<usize>,
    /// So many of them are quoted or offered, where that is decided at all.
    pub shown: Option<usize>,
}

impl Found {
    /// What is ranked, and not decided on.
    pub fn ranked(sure: f32, sections: Vec<usize>) -> Found {
        Found {
            sure,
            sections,
            shown: None,
        }
    }
}

/// Our search, with what `words` every article shares.
pub fn ours(topic: &Topic, words: &Words) -> impl Fn(&str) -> Found + use<> {
    let article = topic.article();
    let index = Index::build(&article, &topic.asked(&article), words);
    move |question| decided(&index.search(question))
}

/// What `ranking` comes to.
pub fn decided(ranking: &Ranking) -> Found {
    let sections = ranking.hits.iter().map(|hit| hit.section);
    Found {
        sure: 1.0 - ranking.elsewhere,
        sections: sections.collect(),
        shown: Some(shown(Confidence::default().decide(ranking))),
    }
}

/// So many sections are shown at once.
fn shown(decision: Decision) -> usize {
    match decision {
        Decision::Answer => 1,
        Decision::Likely(count) | Decision::Choices(count) => count,
        Decision::None => 0,
    }
}

/// The textbook's.
pub fn textbook(topic: &Topic) -> impl Fn(&str) -> Found + use<> {
    let texts: Vec<String> = topic.texts().collect();
    let book = Textbook::new(texts.iter().map(String::as_str), &topic.language);
    move |question| book.search(question)
}

/// How well a search finds.
#[derive(Debug, Default)]
pub struct Figures {
    pub questions: usize,
    /// The right section comes first, of all questions.
    pub first: f64,
    /// It is one of the first three.
    pub in_three: f64,
    /// The mean of one divided by its place.
    pub reciprocal: f64,
    /// First, averaged over the articles: some have eight times the questions of others.
    pub first_by_article: f64,
    /// A question to the article looks likelier to be answered than one to another article (AUROC).
    pub apart: f64,
    /// The right section is quoted or offered.
    pub shown: f64,
    /// Something is quoted or offered to a question that no section answers.
    pub shown_off: f64,
}

/// Asks every question to its article, and each article as many that it does not answer: its own of that kind, or
/// those of other articles, or else `strange` ones.
pub fn measured<F: Fn(&str) -> Found>(
    topics: &[Topic],
    strange: &[String],
    search: impl Fn(&Topic) -> F,
) -> Figures {
    let (mut figures, mut sure, mut off) = (Figures::default(), Vec::new(), Vec::new());
    let mut asked = 0.0;
    for (at, topic) in topics.iter().enumerate() {
        let inside = || topic.questions.iter().filter(|it| !it.right.is_empty());
        if inside().next().is_none() {
            continue;
        }
        let find = search(topic);
        let mut first = 0.0;
        for question in inside() {
            let found = find(&question.words);
            sure.push(found.sure);
            let is_right = |section: &usize| question.right.contains(section);
            if let Some(place) = found.sections.iter().position(is_right) {
                first += share(place == 0);
                figures.in_three += share(place < 3);
                figures.reciprocal += 1.0 / (place + 1) as f64;
                figures.shown += share(found.shown.is_some_and(|shown| place < shown));
            }
        }
        figures.first += first;
        figures.first_by_article += first / inside().count() as f64;
        asked += 1.0;
        for question in outside(topics, at, strange) {
            let found = find(question);
            off.push(found.sure);
            figures.shown_off += share(found.shown.is_some_and(|shown| shown > 0));
        }
    }
    figures.questions = sure.len();
    let each = sure.len() as f64;
    figures.first /= each;
    figures.in_three /= each;
    figures.reciprocal /= each;
    figures.shown /= each;
    figures.first_by_article /= asked;
    figures.shown_off /= off.len() as f64;
    figures.apart = apart(&sure, &off);
    figures
}

/// Chinese, Japanese, Thai, Lao, Khmer and Burmese put no blank between words.
pub fn is_unspaced(language: &str) -> bool {
    const UNSPACED: [&str; 6] = ["zh", "ja", "th", "lo", "km", "my"];
    let tongue = language.split('-').next().unwrap_or_default();
    UNSPACED.contains(&tongue)
}

fn share(of: bool) -> f64 {
    f64::from(u8::from(of))
}

/// Questions that the article at `at` does not answer, at most as many as it has, spread over all that there are.
fn outside<'t>(topics: &'t [Topic], at: usize, strange: &'t [String]) -> Vec<&'t str> {
    let own = topics[at].questions.iter().filter(|it| it.right.is_empty());
    let others = topics
        .iter()
        .filter(|other| other.title != topics[at].title)
        .flat_map(|other| &other.questions);
    let own: Vec<&str> = own.map(|question| &*question.words).collect();
    if !own.is_empty() {
        return own;
    }
    let mut others: Vec<&str> = others.map(|question| &*question.words).collect();
    if others.is_empty() {
        others = strange.iter().map(String::as_str).collect();
    }
    let count = topics[at].questions.len();
    (0..count)
        .filter_map(|n| others.get(n * others.len() / count).copied())
        .collect()
}

/// How often one of `sure` is above one of `off`; equals count half.
pub fn apart(sure: &[f32], off: &[f32]) -> f64 {
    let mut off = off.to_vec();
    off.sort_by(f32::total_cmp);
    let above = sure.iter().map(|one| {
        let below = off.partition_point(|other| other < one);
        let not_above = off.partition_point(|other| other <= one);
        (below + not_above) as f64 / 2.0
    });
    above.sum::<f64>() / (sure.len() * off.len()) as f64
}
