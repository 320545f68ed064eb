//! The articles we serve, each with what the search knows of it.

use crate::answer::{Commands, Source};
use crate::content::{Article, Asked, Entry, Words};
use crate::reply::Key;
use crate::search::{Index, Taught};

/// The articles we serve. There is always at least one.
#[derive(Debug)]
pub struct Shelf {
    served: Vec<Served>,
    default: usize,
    commands: Commands,
    untaught: Taught,
}

/// One article and its index.
#[derive(Debug)]
pub struct Served {
    /// What is quoted.
    pub article: Article,
    /// What is searched.
    pub index: Index,
    /// Some questions as people ask them, for somebody who does not know what to ask.
    pub starters: Vec<String>,
}

/// So many questions show what can be asked.
const STARTERS: usize = 3;

/// A starter fits on one line of a phone. In characters.
const STARTER_LIMIT: usize = 60;

/// The first short question of the introduction and of sections spread over the article.
fn starters(article: &Article, asked: &Asked) -> Vec<String> {
    let sections = article.sections().len();
    let short = |asked: &&String| asked.ends_with('?') && asked.chars().count() <= STARTER_LIMIT;
    let spread = (0..STARTERS).map(|at| at * sections / STARTERS);
    let questions = spread.filter_map(|section| asked.of(section).iter().find(short));
    questions.cloned().collect()
}

impl Shelf {
    /// Builds the index of every one of `articles`; the first is answered from unless told otherwise.
    ///
    /// # Panics
    ///
    /// If there is none; `Library::load` lets no such folder pass.
    pub fn build(articles: Vec<Entry>, words: &Words) -> Shelf {
        let commands = Commands::new(words.orders());
        let served: Vec<Served> = articles
            .into_iter()
            .map(|entry| Served {
                starters: starters(&entry.article, &entry.asked),
                index: Index::build(&entry.article, &entry.asked, words),
                article: entry.article,
            })
            .collect();
        assert!(!served.is_empty(), "a loaded library holds an article");
        Shelf {
            served,
            default: 0,
            commands,
            untaught: Taught::default(),
        }
    }

    /// The article that answers where nobody chose one.
    pub fn default_article(&self) -> &Served {
        &self.served[self.default]
    }

    /// Makes the article named `slug` the one that answers where nobody chose; false if there is none.
    pub fn set_default(&mut self, slug: &str) -> bool {
        let found = self
            .served
            .iter()
            .position(|served| served.article.slug.as_str() == slug);
        self.default = found.unwrap_or(self.default);
        found.is_some()
    }

    /// The article named `slug`.
    pub fn named(&self, slug: &str) -> Option<&Served> {
        self.served
            .iter()
            .find(|served| served.article.slug.as_str() == slug)
    }

    /// The article whose name has this key.
    pub fn keyed(&self, key: Key) -> Option<&Served> {
        self.served
            .iter()
            .find(|served| Key::of(served.article.slug.as_str()) == key)
    }

    /// All of them.
    pub fn all(&self) -> &[Served] {
        &self.served
    }

    /// How people order and what else they say.
    pub fn commands(&self) -> &Commands {
        &self.commands
    }

    /// What `served` answers with.
    /// What `served` answers with, where nothing was taught.
    pub fn source<'s>(&'s self, served: &'s Served) -> Source<'s> {
        Source {
            article: &served.article,
            index: &served.index,
            taught: &self.untaught,
            commands: &self.commands,
        }
    }
}
