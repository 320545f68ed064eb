//! What the words of a question say about an article, before anybody decides what that means.

use super::best::{Worth, best, worth_in};
use super::bm25f::{Counter, Postings};
use super::dictionary::Stem;
use super::query::{Query, Reader, Token};
use super::sentences::{LookedFor, Sentences, weight};
use super::{Index, distinct};
use crate::content::Article;

/// What a word of grammar counts that a heading holds too ("how do i"), beside one that carries matter.
/// Of 0, 0.5 and 1, by words alone, the right section comes first for .36, .47 and .50 of CovidFAQ's questions, .61, .68
/// and .59 of deepset's and .70, .73 and .60 of StackFAQ's: with the encoder 1 is worth nothing on the first either.
const GRAMMAR: f32 = 0.5;

/// A heading with one of these asks: in most letters, in Arabic ones, in Chinese and Japanese.
const MARKS: [char; 3] = ['?', '؟', '？'];

/// In an article of more sections only so many are looked at closely, those that hold most of the question.
const LOOKED_AT: usize = 256;
const OF_MANY: usize = 24;

/// What the words of one question say.
#[derive(Debug)]
pub(super) struct Weighed {
    /// The sections that share a word with it, and what each is worth by the words that carry matter.
    pub(super) matter: Vec<Worth>,
    /// The same with words of grammar.
    pub(super) all: Vec<Worth>,
    /// What all its words that carry matter weigh.
    pub(super) matter_whole: f32,
    /// What all its words weigh.
    pub(super) whole: f32,
    /// What the headings say, where most of them are questions.
    pub(super) headings: Option<ByHeadings>,
    /// The share of its words that carry matter which the article has anywhere.
    pub(super) known: f32,
    /// Whether it names what the article's title names.
    pub(super) titled: bool,
}

/// What the headings of an FAQ say to a question, by words of any kind.
#[derive(Debug)]
pub(super) struct ByHeadings {
    /// The sections whose heading shares a word with it, and what each is worth by that.
    pub(super) all: Vec<Worth>,
    /// What all its words weigh among headings.
    pub(super) whole: f32,
}

/// What is known of an article beside which section has which word that carries matter.
#[derive(Clone, Debug, Default)]
pub(super) struct ByWords {
    pub(super) sentences: Sentences,
    /// Which heading has which word, of matter and of grammar. Of examples those of grammar would tell who wrote them: the
    /// first of an article that says "what is the" would be found by whatever is asked so.
    pub(super) headings: Postings,
    /// Whether most headings are questions.
    pub(super) headings_ask: bool,
    /// The stems of its title that carry matter.
    pub(super) title: Box<[Stem]>,
}

impl ByWords {
    /// What is known of `article`, whose sections have these `sentences`.
    pub(super) fn new(article: &Article, sentences: Sentences, reader: &Reader) -> ByWords {
        ByWords {
            sentences,
            headings: headings(article, reader),
            headings_ask: headings_ask(article),
            title: reader
                .matter(&reader.tokens(article.title().as_str()))
                .into(),
        }
    }
}

/// The words of each section's heading.
fn headings(article: &Article, reader: &Reader) -> Postings {
    let mut counter = Counter::default();
    for section in 0..article.sections().len() {
        let heading = reader.tokens(article.section_title(section).as_str());
        // A heading of grammar alone says nothing.
        let says = !reader.matter(&heading).is_empty();
        let said = heading.into_iter().filter(|_| says);
        let stems: Vec<Stem> = said.filter_map(|token| token.stem).collect();
        counter.add([&stems, &[], &[]]);
    }
    counter.finish()
}

fn headings_ask(article: &Article) -> bool {
    let sections = 0..article.sections().len();
    let asks = |section: &usize| article.section_title(*section).as_str().contains(MARKS);
    2 * sections.clone().filter(asks).count() > sections.len()
}

impl Index {
    /// What the words of `query` say.
    pub(super) fn weighed(&self, query: &Query) -> Weighed {
        let words = self.words(query);
        let stems = distinct(&words);
        let ByWords {
            sentences,
            headings,
            title,
            ..
        } = &self.by_words;
        let postings = &self.postings;
        let sections = postings.sections();
        let count = if sections > LOOKED_AT {
            OF_MANY
        } else {
            sections
        };
        let asked = LookedFor::new(&words, &stems, postings);
        let mut matter = best(postings, &stems, count);
        for (section, worth) in &mut matter {
            *worth += sentences.nearness(*section, &asked);
        }
        let manner = self.grammar(query);
        // Words of grammar alone find a section only where they are all that was asked.
        let mut all = match matter.is_empty() {
            true => best(headings, &manner, count)
                .into_iter()
                .map(|(it, _)| (it, 0.0))
                .collect(),
            false => matter.clone(),
        };
        for (section, worth) in &mut all {
            let here = manner.iter();
            let here = here.map(|stem| worth_in(headings.list(*stem), *section as u32));
            *worth += GRAMMAR * here.sum::<f32>();
        }
        let unknown = words.iter().filter(|word| word.is_none()).count() as f32;
        let known = stems.len() as f32;
        let weights = stems.iter().map(|stem| weight(postings, Some(*stem)));
        let matter_whole = weights.sum::<f32>() + unknown * weight(postings, None);
        let grammar_whole = manner
            .iter()
            .map(|stem| headings.rarity(*stem))
            .sum::<f32>();
        Weighed {
            matter,
            all,
            matter_whole,
            whole: matter_whole + GRAMMAR * grammar_whole,
            headings: self.by_headings(query, count),
            known: known / f32::max(known + unknown, 1.0),
            titled: stems.iter().any(|stem| title.contains(stem)),
        }
    }

    /// The words of grammar of `query` that some heading holds, each once.
    fn grammar(&self, query: &Query) -> Vec<Stem> {
        let tokens = query.tokens.iter();
        let grammar = tokens.filter(|token| !self.reader.matters(token));
        distinct(&self.in_headings(grammar))
    }

    /// What the headings say to `query`, `count` of them at most, where most of them are questions.
    fn by_headings(&self, query: &Query, count: usize) -> Option<ByHeadings> {
        if !self.by_words.headings_ask {
            return None;
        }
        let headings = &self.by_words.headings;
        let held = self.in_headings(query.tokens.iter());
        let strange = held.iter().filter(|stem| stem.is_none()).count();
        let stems = distinct(&held);
        let rarity = stems.iter().map(|stem| headings.rarity(*stem));
        Some(ByHeadings {
            all: best(headings, &stems, count),
            whole: rarity.sum::<f32>() + strange as f32 * headings.highest_rarity(),
        })
    }

    /// The stem of each of `tokens`, if some heading holds it.
    fn in_headings<'t>(&self, tokens: impl Iterator<Item = &'t Token>) -> Vec<Option<Stem>> {
        let held = |stem: &Stem| self.by_words.headings.hold(*stem);
        tokens.map(|token| token.stem.filter(held)).collect()
    }
}
