//! Public question sets: for each question to an encyclopaedia article, the paragraph that answers it.

mod textbook;

pub use textbook::Textbook;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::path::Path;
use verbatim::content::{About, Article, Asked, Mistakes, Slug, Words};
use verbatim::search::Index;

/// An article and what people asked about it.
#[derive(Clone)]
pub struct Topic {
    pub title: String,
    pub sections: Vec<String>,
    pub questions: Vec<Question>,
}

#[derive(Clone)]
pub struct Question {
    pub words: String,
    /// The position of the section that answers.
    pub section: usize,
}

/// A line of `articles.jsonl`.
#[derive(Deserialize)]
struct Paragraphs {
    article: String,
    paragraphs: Vec<String>,
}

/// A line of `questions.jsonl`.
#[derive(Deserialize)]
struct Asking {
    article: String,
    question: String,
    paragraph: usize,
}

/// The articles of `folder`, every paragraph a section.
pub fn read(folder: &Path) -> Vec<Topic> {
    let asked: Vec<Asking> = lines(&folder.join("questions.jsonl"));
    let articles: Vec<Paragraphs> = lines(&folder.join("articles.jsonl"));
    let topic = |article: Paragraphs| Topic {
        questions: asked
            .iter()
            .filter(|asked| asked.article == article.article)
            .map(|asked| Question {
                words: asked.question.clone(),
                section: asked.paragraph,
            })
            .collect(),
        title: article.article,
        sections: article.paragraphs.iter().map(|text| plain(text)).collect(),
    };
    articles.into_iter().map(topic).collect()
}

fn lines<T: DeserializeOwned>(file: &Path) -> Vec<T> {
    let text = fs::read_to_string(file).expect("a readable file");
    let line = |line| serde_json::from_str(line).expect("one JSON object a line");
    text.lines().map(line).collect()
}

/// A paragraph as one line without signs that would make it a heading.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace('#', "")
}

impl Topic {
    /// The same article in at most `most` sections of as many neighbouring paragraphs each.
    pub fn merged(&self, most: usize) -> Topic {
        let paragraphs = self.sections.len();
        let sections = paragraphs.min(most);
        let section = |paragraph: usize| paragraph * sections / paragraphs;
        let mut merged = vec![Vec::new(); sections];
        for (at, paragraph) in self.sections.iter().enumerate() {
            merged[section(at)].push(paragraph.as_str());
        }
        Topic {
            title: self.title.clone(),
            sections: merged.iter().map(|parts| parts.join("\n\n")).collect(),
            questions: self
                .questions
                .iter()
                .map(|question| Question {
                    words: question.words.clone(),
                    section: section(question.section),
                })
                .collect(),
        }
    }

    /// Every `most` neighbouring paragraphs as a short article of their own.
    pub fn cut(&self, most: usize) -> impl Iterator<Item = Topic> {
        (0..self.sections.len()).step_by(most).map(move |start| {
            let end = self.sections.len().min(start + most);
            let questions = self.questions.iter();
            Topic {
                title: self.title.clone(),
                sections: self.sections[start..end].to_vec(),
                questions: questions
                    .filter(|question| (start..end).contains(&question.section))
                    .map(|question| Question {
                        words: question.words.clone(),
                        section: question.section - start,
                    })
                    .collect(),
            }
        })
    }

    /// As an article that somebody imported, under headings that say nothing.
    fn article(&self) -> Article {
        let mut text = format!("# {}\n", self.title);
        for (number, section) in (1..).zip(&self.sections) {
            text += &format!("\n## {number}. {}\n\n{section}\n", heading(number));
        }
        let mut about = About::default();
        "en".clone_into(&mut about.language);
        let slug = Slug::new("imported").expect("a name");
        let copy = text.clone();
        let mut mistakes = Mistakes::new(Path::new("article.md"), &copy);
        let article = Article::read(slug, text, about, &mut mistakes);
        assert_eq!(
            article.sections().len(),
            self.sections.len(),
            "{}",
            self.title
        );
        article
    }
}

/// Words of grammar, no two headings the same.
fn heading(mut number: usize) -> String {
    const GRAMMAR: [&str; 8] = ["what", "is", "it", "to", "be", "and", "or", "not"];
    let mut words = Vec::new();
    while number > 0 {
        words.push(GRAMMAR[number % 8]);
        number /= 8;
    }
    words.join(" ")
}

/// What a search says to a question: how sure it is of an answer, and the sections, best first.
pub type Found = (f32, Vec<usize>);

/// Our search in an article that was just imported.
pub fn ours(topic: &Topic) -> impl Fn(&str) -> Found + use<> {
    let article = topic.article();
    let index = Index::build(
        &article,
        &Asked::none(article.sections().len()),
        &Words::default(),
    );
    move |question| {
        let ranking = index.search(question);
        let sections = ranking.hits.iter().map(|hit| hit.section);
        (1.0 - ranking.elsewhere, sections.collect())
    }
}

/// The textbook's.
pub fn textbook(topic: &Topic) -> impl Fn(&str) -> Found + use<> {
    let book = Textbook::new(topic.sections.iter().map(String::as_str));
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
}

/// Asks every question to its article, and each article as many of others.
pub fn measured<F: Fn(&str) -> Found>(topics: &[Topic], search: impl Fn(&Topic) -> F) -> Figures {
    let (mut figures, mut sure, mut off) = (Figures::default(), Vec::new(), Vec::new());
    for (at, topic) in topics
        .iter()
        .enumerate()
        .filter(|(_, t)| !t.questions.is_empty())
    {
        let find = search(topic);
        let mut first = 0.0;
        for question in &topic.questions {
            let (how, sections) = find(&question.words);
            sure.push(how);
            if let Some(place) = sections.iter().position(|s| *s == question.section) {
                first += f64::from(u8::from(place == 0));
                figures.in_three += f64::from(u8::from(place < 3));
                figures.reciprocal += 1.0 / (place + 1) as f64;
            }
        }
        figures.first += first;
        figures.first_by_article += first / topic.questions.len() as f64;
        off.extend(others(topics, at).map(|question| find(question).0));
    }
    let asked = topics.iter().filter(|topic| !topic.questions.is_empty());
    figures.first_by_article /= asked.count() as f64;
    figures.questions = sure.len();
    let each = sure.len() as f64;
    figures.first /= each;
    figures.in_three /= each;
    figures.reciprocal /= each;
    figures.apart = apart(&sure, &off);
    figures
}

/// As many questions as the article at `at` has, spread over those of articles with another title.
fn others(topics: &[Topic], at: usize) -> impl Iterator<Item = &str> {
    let others = topics
        .iter()
        .filter(|other| other.title != topics[at].title);
    let others: Vec<&str> = others
        .flat_map(|other| other.questions.iter().map(|question| &*question.words))
        .collect();
    let count = topics[at].questions.len();
    (0..count).map(move |n| others[n * others.len() / count])
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
