//! The articles we serve, each with what the search knows of it.

use crate::answer::{Commands, Source};
use crate::content::{Article, Library};
use crate::reply::Key;
use crate::search::Index;

/// The articles we serve. There is always at least one.
#[derive(Debug)]
pub struct Shelf {
    served: Vec<Served>,
    default: usize,
    commands: Commands,
}

/// One article and its index.
#[derive(Debug)]
pub struct Served {
    /// What is quoted.
    pub article: Article,
    /// What is searched.
    pub index: Index,
}

impl Shelf {
    /// Builds the index of every article of `library`; the first is answered from unless told otherwise.
    ///
    /// # Panics
    ///
    /// If the library holds no article; [`Library::load`] lets none such pass.
    pub fn build(library: Library) -> (Shelf, crate::content::Phrases, crate::content::Text) {
        let commands = Commands::new(library.words.orders());
        let served: Vec<Served> = library
            .articles
            .into_iter()
            .map(|entry| Served {
                index: Index::build(&entry.article, &entry.asked, &library.words),
                article: entry.article,
            })
            .collect();
        assert!(!served.is_empty(), "a loaded library holds an article");
        let shelf = Shelf {
            served,
            default: 0,
            commands,
        };
        (shelf, library.phrases, library.care)
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

    /// What `served` answers with.
    pub fn source<'s>(&'s self, served: &'s Served) -> Source<'s> {
        Source {
            article: &served.article,
            index: &served.index,
            commands: &self.commands,
        }
    }
}
