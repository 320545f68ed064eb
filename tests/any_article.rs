//! An article without example questions is searched by its words alone, at least as well as a textbook does.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use verbatim::content::{Article, Asked, Entry, Library, Words};
use verbatim::search::Index;
use verbatim::text::{Stemmer, words};

/// BM25 as Robertson and Zaragoza (2009) print it, over the stems of each section.
struct Textbook {
    stemmer: Stemmer,
    counts: Vec<HashMap<String, f32>>,
}

impl Textbook {
    const K1: f32 = 1.2;
    const B: f32 = 0.75;

    fn new(article: &Article) -> Textbook {
        let mut book = Textbook {
            stemmer: Stemmer::of("en"),
            counts: Vec::new(),
        };
        for section in 0..article.sections().len() {
            let whole = article.whole(section).expect("a section has a block");
            let title = article.section_title(section).as_str();
            let mut counts = HashMap::new();
            for stem in book.stems(&format!("{title} {}", article.excerpt(whole).as_str())) {
                *counts.entry(stem).or_default() += 1.0;
            }
            book.counts.push(counts);
        }
        book
    }

    fn stems(&self, text: &str) -> Vec<String> {
        let stem = |word: String| self.stemmer.stem(&word).into_owned();
        words(text)
            .into_iter()
            .map(|word| stem(word.folded))
            .collect()
    }

    fn scores(&self, question: &str) -> Vec<f32> {
        let length = |counts: &HashMap<String, f32>| counts.values().sum::<f32>();
        let sections = self.counts.len() as f32;
        let mean = self.counts.iter().map(length).sum::<f32>() / sections;
        let mut scores = vec![0.0; self.counts.len()];
        for stem in self
            .stems(question)
            .into_iter()
            .collect::<HashSet<String>>()
        {
            let with = self.counts.iter().filter(|c| c.contains_key(&stem)).count() as f32;
            let rarity = (1.0 + (sections - with + 0.5) / (with + 0.5)).ln();
            for (score, counts) in scores.iter_mut().zip(&self.counts) {
                let count = counts.get(&stem).copied().unwrap_or(0.0);
                let normal = 1.0 - Self::B + Self::B * length(counts) / mean;
                *score += rarity * count * (Self::K1 + 1.0) / (count + Self::K1 * normal);
            }
        }
        scores
    }
}

/// How sure of an answer, and which section first.
type Found = (f32, usize);

struct Shares {
    /// The right section comes first.
    first: f32,
    /// A question that the article answers looks likelier than one of the same length that it does not.
    apart: f32,
}

fn shares(entry: &Entry, find: impl Fn(&str) -> Found) -> Shares {
    // Every fourth example: two thousand are enough for two digits.
    let every = |asked: &[String]| asked.iter().step_by(4).cloned().collect::<Vec<String>>();
    let (mut sure, mut right) = (Vec::new(), 0);
    for section in 0..entry.article.sections().len() {
        for question in every(entry.asked.of(section)) {
            let (how, first) = find(&question);
            sure.push((length(&question), how));
            right += usize::from(first == section);
        }
    }
    let off = every(entry.asked.elsewhere());
    let off: Vec<(usize, f32)> = off.iter().map(|q| (length(q), find(q).0)).collect();
    let (mut above, mut pairs) = (0.0, 0.0);
    for (length, one) in &sure {
        for (_, other) in off.iter().filter(|(other, _)| other == length) {
            pairs += 1.0;
            above += if one > other {
                1.0
            } else {
                f32::from(u8::from(one == other)) / 2.0
            };
        }
    }
    Shares {
        first: right as f32 / sure.len() as f32,
        apart: above / pairs,
    }
}

/// In groups of three words: questions about the article are longer than others, which tells nothing about a search.
fn length(question: &str) -> usize {
    words(question).len() / 3
}

#[test]
fn words_alone_find_more_than_the_textbook() {
    let library = Library::load(Path::new("content")).expect("the content has no mistakes");
    let entry = &library.articles[0];
    let none = Asked::none(entry.article.sections().len());
    for words in [Words::default(), library.words.clone()] {
        let index = Index::build(&entry.article, &none, &words);
        let ours = shares(entry, |question| {
            let ranking = index.search(question);
            (1.0 - ranking.elsewhere, ranking.hits[0].section)
        });
        let book = Textbook::new(&entry.article);
        let theirs = shares(entry, |question| {
            let scores = book.scores(question);
            let best = scores
                .iter()
                .copied()
                .enumerate()
                .reduce(|best, other| if other.1 > best.1 { other } else { best });
            best.map(|(section, score)| (score, section))
                .expect("there are sections")
        });
        println!(
            "right first {:.3} (textbook {:.3}), off-topic told apart {:.3} (textbook {:.3})",
            ours.first, theirs.first, ours.apart, theirs.apart
        );
        assert!(ours.first >= theirs.first);
        assert!(ours.apart >= theirs.apart);
    }
}
