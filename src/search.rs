//! Which section a question is about, and where in it.
//!
//! Search never sees who is asking.

mod bare;
mod best;
mod blend;
mod bm25f;
mod by_words;
mod completions;
mod compounds;
mod concepts;
mod dictionary;
mod explanation;
mod features;
mod fuzzy;
mod learned;
mod meanings;
mod passage;
mod query;
mod repeated;
mod sentences;
mod stop;
mod taught;
mod texts;
mod token;
mod understood;
mod vectors;
mod weighed;

pub use completions::{AskedOf, Completions};
pub use explanation::{Evidence, Example, Reasons};
pub use passage::EXCERPT_LIMIT;
pub use query::{Correction, Query, READ_LIMIT};
pub use taught::{Nearest, Taught};
pub use understood::Strangers;
use weighed::ByWords;

use crate::content::{Article, Asked, Passage, Section, Words};
use crate::encoder::{Classes, Question};
use crate::learn::Recollection;
use bm25f::{Counter, FIELDS, Postings};
use dictionary::Stem;
use learned::Learned;
use meanings::Meanings;
use passage::Passages;
use query::{Reader, Token, Trust};
use repeated::Repeated;
use sentences::Gatherer;
use std::borrow::Cow;
use understood::{is_enough, with_strangers};

/// Everything worked out about one article when the program starts.
#[derive(Clone, Debug)]
pub struct Index {
    reader: Reader,
    postings: Postings,
    passages: Passages,
    /// What the example questions taught, where there are enough.
    learned: Option<Learned>,
    /// The example questions themselves.
    asked: Asked,
    repeated: Repeated,
    /// Ranks the sections where there are few example questions.
    by_words: ByWords,
    /// What the encoder makes of the article, where there are few.
    meanings: Option<Meanings>,
    /// For each section the encoder's class, if the encoder was fitted for this article.
    classes: Option<Vec<usize>>,
}

/// One section that may answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its position in [`Article::sections`].
    pub section: usize,
    /// How likely it is that this section answers, from 0 to 1.
    pub probability: f32,
}

/// What the search found for one question.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// The question as it was read.
    pub query: Query,
    /// The likeliest sections, best first: all of an article with example questions, else the first few.
    /// The probabilities and [`Ranking::elsewhere`] add up to one.
    pub hits: Vec<Hit>,
    /// How likely it is that no section answers.
    pub elsewhere: f32,
    /// The stems of the question that carry matter and that some section holds, each once.
    stems: Vec<Stem>,
}

impl Ranking {
    /// Whether it leaves no doubt.
    pub fn is_clear(&self) -> bool {
        blend::is_clear(&self.hits)
    }

    /// Puts `section` before all others, for a question that named it; the rest keeps its order.
    pub fn put_first(&mut self, section: usize) {
        // What was asked for by name is certain.
        self.elsewhere = 0.0;
        self.hits.retain(|hit| hit.section != section);
        self.hits.iter_mut().for_each(|hit| hit.probability = 0.0);
        let named = Hit {
            section,
            probability: 1.0,
        };
        self.hits.insert(0, named);
    }
}

impl Index {
    /// Counts the words of `article` and learns from the questions people `asked` about it.
    pub fn build(article: &Article, asked: &Asked, words: &Words) -> Index {
        Index::recalling(article, asked, words, &Recollection::default())
    }

    /// The same where what the questions taught may be `kept`.
    pub fn recalling(
        article: &Article,
        asked: &Asked,
        words: &Words,
        kept: &Recollection<'_>,
    ) -> Index {
        let mut reader = Reader::new(&article.about.language, words);
        reader.learn(texts(article, asked));
        let enough = is_enough(asked, article.sections().len());
        let strangers = match enough {
            true => with_strangers(article, asked, words.elsewhere(), &reader),
            false => None,
        };
        if let Some(asked) = &strangers {
            reader = Reader::new(&article.about.language, words);
            reader.learn(texts(article, asked));
        }
        let (mut counter, mut gatherer) = (Counter::default(), Gatherer::default());
        for section in 0..article.sections().len() {
            // Where they do not teach, examples are words by which their section is known.
            let examples = if enough { &[] } else { asked.of(section) };
            let fields = fields(article, section, examples);
            let tokens = fields.each_ref().map(|text| reader.tokens(text));
            for (text, tokens) in fields.iter().zip(&tokens) {
                gatherer.add(text, tokens, &reader);
            }
            gatherer.end_section();
            let [heading, keywords, body] = tokens.map(|tokens| reader.matter(&tokens));
            counter.add([&heading, &keywords, &body]);
        }
        Index {
            learned: enough.then(|| {
                let teaching = strangers.as_ref().unwrap_or(asked);
                Learned::recalled(article, teaching, &reader, kept)
            }),
            by_words: ByWords::new(article, gatherer.finish(), &reader),
            asked: asked.clone(),
            repeated: Repeated::new(asked, article.sections().len()),
            meanings: None,
            passages: Passages::new(article, &reader),
            postings: counter.finish(),
            classes: None,
            reader,
        }
    }

    /// Listens to an encoder that tells `classes` apart: its word counts if it knows each section of `article`.
    pub fn hear(&mut self, article: &Article, classes: &Classes) {
        let class = |section: &Section| {
            let mut known = classes.sections.iter();
            known.position(|id| id == section.id.as_str())
        };
        let ours = classes.article == article.slug.as_str();
        let known: Option<Vec<usize>> = article.sections().iter().map(class).collect();
        self.classes = known.filter(|_| ours);
    }

    /// Ranks the sections for `question`.
    pub fn search<'q>(&self, question: impl Into<Question<'q>>) -> Ranking {
        self.search_with(question, &Taught::default())
    }

    /// Ranks the sections for `question` where this was `taught`.
    pub fn search_with<'q>(&self, question: impl Into<Question<'q>>, taught: &Taught) -> Ranking {
        let Question { text, sense } = question.into();
        let query = self.reader.read(text);
        let (mut hits, mut elsewhere) = match (sense, &self.meanings, &self.learned) {
            (Some(sense), Some(meanings), _) => {
                meanings.ranked(&sense.vector, &self.weighed(&query))
            }
            (_, _, Some(learned)) => learned.ranked(&self.reader, &query),
            _ => by_words::ranked(&self.weighed(&query), self.postings.sections()),
        };
        match (sense, &self.classes) {
            (Some(sense), Some(classes)) => {
                blend::blend(&mut hits, &mut elsewhere, &sense.sections, classes);
            }
            (Some(_), None) if self.meanings.is_some() => (),
            // What was taught speaks for itself below.
            _ if self.learned.is_some() && self.nearest(text, taught).is_none() => {
                blend::alone(&mut hits, &mut elsewhere);
            }
            _ => (),
        }
        self.repeated.lead(text, &mut hits, &mut elsewhere);
        self.vote(&query, taught, &mut hits, &mut elsewhere);
        Ranking {
            stems: distinct(&self.words(&query)),
            query,
            hits,
            elsewhere,
        }
    }

    /// The blocks of `section` that answer best what was ranked.
    pub fn passage(&self, article: &Article, section: usize, ranking: &Ranking) -> Passage {
        self.passages
            .best(article, section, &ranking.stems, &self.postings)
    }

    /// Every example question of the author's.
    pub fn examples(&self) -> impl Iterator<Item = &str> {
        self.asked.all().map(String::as_str)
    }

    /// The author's examples of how people ask for `section`.
    pub fn examples_of(&self, section: usize) -> &[String] {
        self.asked.of(section)
    }

    /// Why `ranking` puts first what it puts first. Slower than the search: it looks at every example.
    pub fn explain(&self, ranking: &Ranking) -> Evidence {
        explanation::explain(self, ranking)
    }

    /// The words of the question that `section` itself holds, the weightiest first. Quick, for somebody who is
    /// still typing.
    pub fn held(&self, ranking: &Ranking, section: usize) -> Vec<String> {
        explanation::held(self, &ranking.query.tokens, section)
    }

    /// The one section whose title holds all of `words` but for grammar, if there is exactly one.
    pub fn titled(&self, article: &Article, words: &[String]) -> Option<usize> {
        let asked = self.reader.read(&words.join(" "));
        let mut asked = asked
            .tokens
            .iter()
            .filter(|token| self.reader.matters(token))
            .peekable();
        asked.peek()?;
        let asked: Vec<Stem> = asked.map(|token| token.stem).collect::<Option<_>>()?;
        let mut titled = (0..article.sections().len()).filter(|section| {
            let title = self.reader.tokens(article.section_title(*section).as_str());
            asked
                .iter()
                .all(|stem| title.iter().any(|token| token.stem == Some(*stem)))
        });
        let found = titled.next()?;
        titled.next().is_none().then_some(found)
    }

    /// The words of `query` that carry matter, in order: of each its stem, if some section holds it. A letter pair that no
    /// section holds stands across two words where a pair beside it is held, and is none.
    fn words(&self, query: &Query) -> Vec<Option<Stem>> {
        let tokens = query.tokens.iter();
        let matter = tokens.filter(|token| self.reader.matters(token));
        let held = |token: &Token| token.stem.filter(|stem| self.postings.hold(*stem));
        let words: Vec<_> = matter.map(|token| (token.span, held(token))).collect();
        let crosses = |at: usize| {
            let beside = words[at.saturating_sub(1)..].iter().take(3);
            let span = words[at].0;
            beside.filter(|(_, stem)| stem.is_some()).any(|(other, _)| {
                *other != span && other.start < span.end && span.start < other.end
            })
        };
        let kept = (0..words.len()).filter(|&at| words[at].1.is_some() || !crosses(at));
        kept.map(|at| words[at].1).collect()
    }
}

/// The stems of `words`, each once.
fn distinct(words: &[Option<Stem>]) -> Vec<Stem> {
    let mut stems: Vec<Stem> = words.iter().copied().flatten().collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// A section's heading, keywords and blocks.
fn own_words(article: &Article, section: usize) -> impl Iterator<Item = &str> {
    let about = &article.sections()[section].about;
    let blocks = 0..article.sections()[section].blocks().len();
    std::iter::once(article.section_title(section).as_str())
        .chain(about.keywords.iter().map(String::as_str))
        .chain(
            blocks
                .filter_map(move |block| article.passage(section, block..=block))
                .map(|block| article.excerpt(block).as_str()),
        )
}

/// Every text that teaches the reader words.
fn texts<'t>(article: &'t Article, asked: &'t Asked) -> impl Iterator<Item = (&'t str, Trust)> {
    let sections = 0..article.sections().len();
    let own = sections
        .clone()
        .flat_map(|section| own_words(article, section))
        .chain([article.title().as_str()]);
    let typed = sections
        .flat_map(|section| asked.of(section))
        .chain(asked.elsewhere());
    own.map(|text| (text, Trust::Edited))
        .chain(typed.map(|text| (text.as_str(), Trust::AsTyped)))
}

/// One section's heading, what it is known by (keywords and `examples`), and body.
fn fields<'a>(article: &'a Article, section: usize, examples: &[String]) -> [Cow<'a, str>; FIELDS] {
    let whole = article
        .whole(section)
        .expect("a section has at least one block");
    [
        article.section_title(section).as_str().into(),
        [&article.sections()[section].about.keywords, examples]
            .concat()
            .join("\n")
            .into(),
        article.excerpt(whole).as_str().into(),
    ]
}
