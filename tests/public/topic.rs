//! An article and what people asked about it, read from two files of JSON Lines.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::path::Path;
use verbatim::content::{About, Article, Asked, Mistakes, Slug};

/// An article and what people asked about it.
#[derive(Clone)]
pub struct Topic {
    pub title: String,
    /// Its tag.
    pub language: String,
    pub sections: Vec<String>,
    /// One a section, or none at all: then they are hidden.
    pub headings: Vec<String>,
    /// For each section the questions that its author wrote, or none at all.
    pub examples: Vec<Vec<String>>,
    pub questions: Vec<Question>,
}

#[derive(Clone)]
pub struct Question {
    pub words: String,
    /// The positions of the sections that answer; none if the article does not.
    pub right: Vec<usize>,
}

/// A line of `articles.jsonl`.
#[derive(Deserialize)]
struct Paragraphs {
    article: String,
    #[serde(default = "english")]
    language: String,
    paragraphs: Vec<String>,
    #[serde(default)]
    headings: Vec<String>,
    #[serde(default)]
    examples: Vec<Vec<String>>,
}

/// A line of `questions.jsonl`.
#[derive(Deserialize)]
struct Asking {
    article: String,
    question: String,
    paragraph: Option<Right>,
}

/// Which paragraphs answer.
#[derive(Deserialize)]
#[serde(untagged)]
enum Right {
    One(usize),
    Any(Vec<usize>),
}

/// The articles of `folder`, every paragraph a section.
pub fn read(folder: &Path) -> Vec<Topic> {
    let asked: Vec<Asking> = lines(&folder.join("questions.jsonl"));
    let articles: Vec<Paragraphs> = lines(&folder.join("articles.jsonl"));
    let topic = |article: Paragraphs| Topic {
        questions: asked
            .iter()
            .filter(|asked| asked.article == article.article)
            .map(Question::of)
            .collect(),
        title: plain(&article.article),
        language: article.language,
        sections: article.paragraphs.iter().map(|text| plain(text)).collect(),
        headings: article.headings.iter().map(|text| plain(text)).collect(),
        examples: article.examples,
    };
    articles.into_iter().map(topic).collect()
}

fn english() -> String {
    "en".to_owned()
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

impl Question {
    fn of(asked: &Asking) -> Question {
        let right = match &asked.paragraph {
            None => Vec::new(),
            Some(Right::One(paragraph)) => vec![*paragraph],
            Some(Right::Any(paragraphs)) => paragraphs.clone(),
        };
        Question {
            words: asked.question.clone(),
            right,
        }
    }
}

impl Topic {
    /// As an article that somebody imported, under headings that say nothing where it has none.
    pub fn article(&self) -> Article {
        let mut text = format!("# {}\n", self.title);
        for (number, section) in (1..).zip(&self.sections) {
            let heading = self.headings.get(number - 1).cloned();
            let heading = heading.unwrap_or_else(|| grammar(number));
            text += &format!("\n## {number}. {heading}\n\n{section}\n");
        }
        let mut about = About::default();
        about.language.clone_from(&self.language);
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

    /// The questions that its author wrote, as [`Topic::article`] is asked them.
    pub fn asked(&self, article: &Article) -> Asked {
        if self.examples.is_empty() {
            return Asked::none(self.sections.len());
        }
        let ids: Vec<_> = article.sections().iter().map(|it| it.id.clone()).collect();
        let mut text = "[sections]\n".to_owned();
        for (id, examples) in ids.iter().zip(&self.examples) {
            text += &format!("{} = {}\n", id.as_str(), serde_json::json!(examples));
        }
        // One question may stand under two sections: the first keeps it.
        Asked::read(Path::new("asked.toml"), &text, Some(&ids)).0
    }

    /// What stands in each section, its heading first.
    pub fn texts(&self) -> impl Iterator<Item = String> {
        let heading = |at| self.headings.get(at).map_or("", String::as_str);
        let sections = self.sections.iter().enumerate();
        sections.map(move |(at, section)| format!("{} {section}", heading(at)))
    }
}

/// Words of grammar, no two headings the same.
fn grammar(mut number: usize) -> String {
    const GRAMMAR: [&str; 8] = ["what", "is", "it", "to", "be", "and", "or", "not"];
    let mut words = Vec::new();
    while number > 0 {
        words.push(GRAMMAR[number % 8]);
        number /= 8;
    }
    words.join(" ")
}
