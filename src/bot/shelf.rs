//! The articles we serve, each with what the search knows of it.

use crate::answer::{Commands, Source};
use crate::content::phrases::tongue;
use crate::content::{Article, Asked, Edition, Entry, Languages, Words};
use crate::encoder::{Classes, Encoder};
use crate::learn::Recollection;
use crate::press::Key;
use crate::search::{Completions, Index, Strangers, Taught};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The articles we serve. There is always at least one.
#[derive(Clone, Debug)]
pub struct Shelf {
    served: Vec<Served>,
    /// The same articles in other languages.
    beside: Vec<Served>,
    default: usize,
    commands: Commands,
    untaught: Taught,
    /// What people also type, whatever the articles are about.
    elsewhere: Box<[String]>,
}

/// One text of an article and its index.
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
    /// For each language that it is asked in, the first short question about each section.
    asked_first: Vec<(String, Vec<Option<String>>)>,
    key: Key,
    /// For each section the ones its reader needs next.
    related: Vec<Vec<usize>>,
}

/// So many sections are offered to read next: more would be a list of contents.
const RELATED: usize = 3;

impl Served {
    /// Works out everything about every text of one article, but for what is `kept`; the author's own is the first.
    fn build_all(entry: Entry, words: &Words, kept: &Recollection<'_>) -> Vec<Served> {
        let Entry {
            article,
            beside,
            asked,
            asked_in,
        } = entry;
        let languages = [&article.about.language].into_iter();
        let languages = languages.chain(&article.about.asked_in).cloned();
        let files = [asked].into_iter().chain(asked_in);
        let asked: Vec<(String, Asked)> = languages.zip(files).collect();
        let texts = [article].into_iter().chain(beside);
        texts
            .map(|article| Served::build(article, &asked, words, kept))
            .collect()
    }

    /// Works out everything about one text, which can be `asked` in these languages.
    fn build(
        article: Article,
        asked_in: &[(String, Asked)],
        words: &Words,
        kept: &Recollection<'_>,
    ) -> Served {
        let asked = joined(&article, asked_in);
        let index = Index::recalling(&article, &asked, words, kept);
        let sections = 0..article.sections().len();
        let related: Vec<Vec<usize>> = sections
            .clone()
            .map(|section| related(&article, &index, section))
            .collect();
        Served {
            first: first(&article, &related),
            completions: match article.edition {
                Edition::Own => Completions::new(&asked, sections.len()),
                // Whoever reads in one language is offered no questions in another.
                Edition::Beside => Completions::new(
                    &own(&article, asked_in)
                        .cloned()
                        .unwrap_or_else(|| Asked::none(sections.len())),
                    sections.len(),
                ),
            },
            asked_first: asked_in.iter().map(asked_first).collect(),
            key: Key::of(&article.name()),
            related,
            index,
            article,
        }
    }

    /// The key of this text.
    pub fn key(&self) -> Key {
        self.key
    }

    /// Questions as people ask them, for somebody who speaks `language` and does not know what to ask.
    pub fn questions<'s>(&'s self, language: &'s str) -> impl Iterator<Item = &'s str> {
        let first = self.first.iter();
        first.filter_map(move |&section| self.question(section, language))
    }

    /// A short question about `section`: in `language` or, where nobody wrote any down, in that of this text.
    pub fn question(&self, section: usize, language: &str) -> Option<&str> {
        let mut asked = self.asked_first.iter();
        let spoken = asked.find(|(other, first)| {
            tongue(other) == tongue(language) && first.iter().any(Option::is_some)
        });
        match spoken {
            Some((_, first)) => first[section].as_deref(),
            None => Some(self.completions.first(section)?.question),
        }
    }

    /// The sections that a reader of `section` needs next, the nearest first.
    pub fn related(&self, section: usize) -> &[usize] {
        &self.related[section]
    }
}

/// The examples in the language of `article`, if there are any.
fn own<'a>(article: &Article, asked_in: &'a [(String, Asked)]) -> Option<&'a Asked> {
    let mut asked = asked_in.iter();
    let (_, own) = asked.find(|(language, _)| article.is_in(language))?;
    Some(own)
}

/// All the examples, those in the language of `article` first.
fn joined(article: &Article, asked_in: &[(String, Asked)]) -> Asked {
    let own = own(article, asked_in).cloned();
    let mut joined = own.unwrap_or_else(|| Asked::none(article.sections().len()));
    let others = asked_in
        .iter()
        .filter(|(language, _)| !article.is_in(language));
    others.for_each(|(_, more)| joined.join(more));
    joined
}

/// A language, and the first short question about each section in it.
fn asked_first((language, asked): &(String, Asked)) -> (String, Vec<Option<String>>) {
    let sections = asked.sections();
    let short = Completions::new(asked, sections);
    let first = |section| Some(short.first(section)?.question.to_owned());
    (language.clone(), (0..sections).map(first).collect())
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
    pub fn build(articles: Vec<Entry>, words: &Words, kept: &Recollection<'_>) -> Shelf {
        let commands = Commands::new(words);
        let (mut served, mut beside) = (Vec::new(), Vec::new());
        for entry in articles {
            let mut texts = Served::build_all(entry, words, kept).into_iter();
            served.extend(texts.next());
            beside.extend(texts);
        }
        assert!(!served.is_empty(), "a loaded library holds an article");
        Shelf {
            served,
            beside,
            default: 0,
            commands,
            untaught: Taught::default(),
            elsewhere: words.elsewhere().into(),
        }
    }

    /// The same where the encoder tells `classes` apart.
    pub fn hearing(mut self, classes: &Classes) -> Shelf {
        for served in self.served.iter_mut().chain(&mut self.beside) {
            served.index.hear(&served.article, classes);
        }
        self
    }

    /// The same where `encoder` has read the articles that nobody wrote examples for, unless that is `kept`.
    pub fn understood_by(mut self, encoder: &Encoder, kept: &Recollection<'_>) -> Shelf {
        let strangers = Strangers::default();
        for served in self.served.iter_mut().chain(&mut self.beside) {
            let (article, lines) = (&served.article, &self.elsewhere);
            served
                .index
                .understand(article, encoder, lines, &strangers, kept);
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

    /// The text of an article whose name has this key.
    pub fn keyed(&self, key: Key) -> Option<&Served> {
        self.texts().find(|text| text.key == key)
    }

    /// The article of which a text in one of `languages` had this key once, and that language.
    pub fn lost<'l>(&self, key: Key, languages: &'l Languages) -> Option<(&Served, &'l str)> {
        let languages = languages.all().iter().map(|known| known.tag.as_str());
        languages.into_iter().find_map(|language| {
            let had = |own: &&Served| Key::of(&own.article.name_beside(language)) == key;
            Some((self.served.iter().find(had)?, language))
        })
    }

    /// Every text of every article.
    pub fn texts(&self) -> impl Iterator<Item = &Served> {
        self.served.iter().chain(&self.beside)
    }

    /// Every text of the article of `served`, the author's own first.
    pub fn texts_of<'s>(&'s self, served: &Served) -> impl Iterator<Item = &'s Served> {
        let slug = served.article.slug.clone();
        self.texts().filter(move |text| text.article.slug == slug)
    }

    /// The author's own text of the article of `served`.
    pub fn own<'s>(&'s self, served: &'s Served) -> &'s Served {
        self.texts_of(served).next().unwrap_or(served)
    }

    /// The text of the article of `served` in `language`, a tag.
    pub fn in_language(&self, served: &Served, language: &str) -> Option<&Served> {
        self.texts_of(served)
            .find(|text| text.article.is_in(language))
    }

    /// All of them, as their authors wrote them.
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
