//! The articles we serve, each with what the search knows of it.

use crate::answer::{Commands, Source};
use crate::content::{Article, Entry, Words};
use crate::encoder::Classes;
use crate::learn::Recollection;
use crate::press::Key;
use crate::search::{Completions, Index, Taught};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The articles we serve. There is always at least one.
#[derive(Clone, Debug)]
pub struct Shelf {
    served: Vec<Served>,
    default: usize,
    commands: Commands,
    untaught: Taught,
}

/// One article and its index.
#[derive(Clone, Debug)]
pub struct Served {
    /// What is quoted.
    pub article: Article,
    /// What is searched.
    pub index: Index,
    /// The sections to begin with: the introduction, then those that most others lead to.
    pub first: Vec<usize>,
    /// What people ask, for somebody who is still typing.
    pub completions: Completions,
    /// For each section the ones its reader needs next.
    related: Vec<Vec<usize>>,
}

/// So many sections are offered to read next: more would be a list of contents.
const RELATED: usize = 3;

impl Served {
    /// Works out everything about one article, but for what is `kept`.
    fn build(entry: Entry, words: &Words, kept: &Recollection) -> Served {
        let Entry {
            article,
            mut asked,
            asked_in,
        } = entry;
        asked_in.into_iter().for_each(|more| asked.join(more));
        let index = Index::recalling(&article, &asked, words, kept);
        let sections = 0..article.sections().len();
        let related: Vec<Vec<usize>> = sections
            .clone()
            .map(|section| related(&article, &index, section))
            .collect();
        Served {
            first: first(&article, &related),
            completions: Completions::new(&asked, sections.len()),
            related,
            index,
            article,
        }
    }

    /// Questions as people ask them, for somebody who does not know what to ask.
    pub fn questions(&self) -> impl Iterator<Item = &str> {
        let first = self.first.iter();
        first.filter_map(|&section| Some(self.completions.first(section)?.question))
    }

    /// The sections that a reader of `section` needs next, the nearest first.
    pub fn related(&self, section: usize) -> &[usize] {
        &self.related[section]
    }
}

/// The introduction, and the sections that others lead to by what is `related` to them, the most led to first.
fn first(article: &Article, related: &[Vec<usize>]) -> Vec<usize> {
    let mut led_to: BTreeMap<usize, usize> = BTreeMap::new();
    for &next in related.iter().flatten() {
        *led_to.entry(next).or_default() += 1;
    }
    let introduction = article.introduction();
    let mut sections: Vec<usize> = led_to.keys().copied().collect();
    sections.retain(|section| Some(*section) != introduction);
    sections.sort_by_key(|section| (Reverse(led_to[section]), *section));
    introduction.into_iter().chain(sections).collect()
}

/// The sections that the author names; where there are none, those that speak most of the same.
fn related(article: &Article, index: &Index, section: usize) -> Vec<usize> {
    let named = &article.sections()[section].about.related;
    let named: Vec<usize> = named.iter().filter_map(|id| article.position(id)).collect();
    let alike = || {
        let whole = article.whole(section).map(|whole| article.excerpt(whole));
        let words = whole.map_or("", |whole| whole.as_str());
        let title = article.section_title(section).as_str();
        let ranking = index.search(&format!("{title}\n{words}"));
        let hits = ranking.hits.into_iter().map(|hit| hit.section);
        hits.filter(|other| *other != section).collect()
    };
    let mut related = match named.is_empty() {
        true => alike(),
        false => named,
    };
    related.truncate(RELATED);
    related
}

impl Shelf {
    /// Builds the index of every one of `articles`, but for what is `kept`; the first is answered from unless told
    /// otherwise.
    ///
    /// # Panics
    ///
    /// If there is none; `Library::load` lets no such folder pass.
    pub fn build(articles: Vec<Entry>, words: &Words, kept: &Recollection) -> Shelf {
        let commands = Commands::new(words);
        let served: Vec<Served> = articles
            .into_iter()
            .map(|entry| Served::build(entry, words, kept))
            .collect();
        assert!(!served.is_empty(), "a loaded library holds an article");
        Shelf {
            served,
            default: 0,
            commands,
            untaught: Taught::default(),
        }
    }

    /// The same where the encoder tells `classes` apart.
    pub fn hearing(mut self, classes: &Classes) -> Shelf {
        for served in &mut self.served {
            served.index.hear(&served.article, classes);
        }
        self
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
