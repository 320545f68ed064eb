//! The ways to ask for a part by its number or name, and what people say to somebody who answers.

use super::number::Numbers;
use crate::content::reader::{At, Table};
use crate::text::words;
use std::collections::HashMap;
use std::sync::Arc;

/// What an order asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The list of sections.
    Contents,
    /// What stands before the first heading.
    Introduction,
    /// The closing.
    Closing,
    /// The last section before the closing.
    Last,
    /// The section with a number.
    Number,
    /// The section about a topic.
    Topic,
    /// The section before a number or a topic.
    Before,
    /// The section after a number or a topic.
    After,
    /// Several sections beside each other, by their numbers.
    Compare,
    /// A greeting.
    Hello,
    /// How this works.
    Help,
    /// Thanks.
    Thanks,
    /// More of what was just read.
    More,
    /// What follows what was just read.
    Next,
    /// What stands before it.
    Previous,
    /// One of what was just offered, by its place in the list.
    Pick,
    /// The last of what was just offered.
    PickLast,
    /// That was not it.
    Amiss,
    /// A word in passing, which asks nothing.
    Fine,
    /// A word of blame.
    Blame,
    /// Something about whoever answers.
    About(Itself),
}

/// What people ask about whoever answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Itself {
    /// Does anybody else read this?
    IsPrivate,
    /// What do you keep?
    Kept,
    /// Forget me.
    Forget,
    /// Who wrote the article?
    Author,
    /// Are you a person?
    IsBot,
    /// Leave me alone.
    Stop,
}

/// Every way to give an order.
#[derive(Clone, Debug, Default)]
pub struct Orders {
    ways: Vec<(Order, Vec<Piece>)>,
    /// Which ways begin with each word.
    by_word: HashMap<String, Vec<usize>>,
    /// Which begin with anything else.
    by_gap: Vec<usize>,
    /// What people say before and after an order that changes nothing of it.
    courtesy: Vec<Phrase>,
    numbers: Numbers,
}

/// Folded words in a row.
type Phrase = Vec<String>;

/// The phrases that a name in braces stands for.
type Sets = HashMap<String, Arc<[Phrase]>>;

/// One piece of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// This word.
    Word(String),
    /// One of these phrases.
    One(Arc<[Phrase]>),
    /// One of these phrases, or nothing.
    Maybe(Arc<[Phrase]>),
    /// A number, in a word or several.
    Number,
    /// One or more words.
    Topic,
}

/// What stands in the gaps of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps<'t> {
    /// The numbers, in the order in which they were typed.
    pub numbers: Vec<u32>,
    /// The words of the topic, if there is one.
    pub topic: &'t [String],
}

impl Orders {
    /// An order is short; a longer message is a question. In words.
    pub const LONGEST: usize = 12;

    /// Reads the table `[orders]`.
    pub(super) fn read_table(table: &Table<'_, '_, '_>) -> Orders {
        // The first that fits counts, so those without a gap stand before those with one, and a topic, which takes any
        // words, stands last.
        let kinds = [
            ("hello", Order::Hello),
            ("help", Order::Help),
            ("thanks", Order::Thanks),
            ("more", Order::More),
            ("next", Order::Next),
            ("previous", Order::Previous),
            ("amiss", Order::Amiss),
            ("fine", Order::Fine),
            ("blame", Order::Blame),
            ("is-private", Order::About(Itself::IsPrivate)),
            ("kept", Order::About(Itself::Kept)),
            ("forget", Order::About(Itself::Forget)),
            ("author", Order::About(Itself::Author)),
            ("is-bot", Order::About(Itself::IsBot)),
            ("stop", Order::About(Itself::Stop)),
            ("contents", Order::Contents),
            ("introduction", Order::Introduction),
            ("closing", Order::Closing),
            ("pick-last", Order::PickLast),
            ("last", Order::Last),
            ("pick", Order::Pick),
            ("number", Order::Number),
            ("before", Order::Before),
            ("after", Order::After),
            ("compare", Order::Compare),
            ("topic", Order::Topic),
        ];
        let sets = table.table("sets").map(|sets| sets.named_lists());
        let sets = sets.unwrap_or_default().into_iter();
        let sets: Sets = sets.map(|(name, set)| (name.value, phrases(set))).collect();
        let mut orders = Orders {
            courtesy: phrases(table.texts("courtesy")).to_vec(),
            numbers: Numbers::read_table(table),
            ..Orders::default()
        };
        for (key, order) in kinds {
            for way in table.texts(key) {
                orders.add(order, pieces(table, &sets, &way));
            }
        }
        table.end();
        orders
    }

    fn add(&mut self, order: Order, pieces: Vec<Piece>) {
        let way = self.ways.len();
        match pieces.first() {
            Some(Piece::Word(word)) => self.by_word.entry(word.clone()).or_default().push(way),
            _ => self.by_gap.push(way),
        }
        self.ways.push((order, pieces));
    }

    /// The order that `typed` is, whole but for courtesy, and what stands in its gaps.
    pub fn read<'t>(&self, typed: &'t [String]) -> Option<(Order, Gaps<'t>)> {
        self.fitting(typed).or_else(|| {
            let order = self.without_courtesy(typed);
            let shorter = order.len() < typed.len();
            let found = shorter.then(|| self.fitting(order)).flatten();
            // A topic takes any words: "can you go to therapy with me" is a question.
            found.filter(|(_, gaps)| gaps.topic.is_empty())
        })
    }

    fn fitting<'t>(&self, typed: &'t [String]) -> Option<(Order, Gaps<'t>)> {
        let worded = self.by_word.get(typed.first()?).into_iter().flatten();
        let mut ways: Vec<usize> = worded.chain(&self.by_gap).copied().collect();
        ways.sort_unstable();
        let ways = ways.into_iter().map(|way| &self.ways[way]);
        let mut ways = ways.filter(|(_, pieces)| may_fit(pieces, typed, &self.numbers));
        ways.find_map(|(order, pieces)| {
            let mut gaps = fit(pieces, typed, &self.numbers)?;
            // They were found from the last to the first.
            gaps.numbers.reverse();
            Some((*order, gaps))
        })
    }

    /// `typed` without the courtesy at either end.
    fn without_courtesy<'t>(&self, mut typed: &'t [String]) -> &'t [String] {
        let shorter = |typed: &'t [String]| {
            let mut courtesy = self.courtesy.iter();
            courtesy.find_map(|said| {
                typed
                    .strip_prefix(&said[..])
                    .or(typed.strip_suffix(&said[..]))
            })
        };
        while let Some(rest) = shorter(typed) {
            typed = rest;
        }
        typed
    }
}

/// The texts as folded words; those without a word are left out.
fn phrases(texts: Vec<At<String>>) -> Arc<[Phrase]> {
    let texts = texts.into_iter().map(|text| folded(&text.value));
    texts.filter(|phrase| !phrase.is_empty()).collect()
}

fn folded(text: &str) -> Phrase {
    words(text).into_iter().map(|word| word.folded).collect()
}

fn pieces(table: &Table<'_, '_, '_>, sets: &Sets, way: &At<String>) -> Vec<Piece> {
    let set = |name: &str| {
        let set = sets.get(name).cloned();
        if set.is_none() {
            table.mistake(
                way.at,
                format!("`{{{name}}}` stands for nothing"),
                "write it under [orders.sets], or {number} or {topic}",
            );
        }
        set.unwrap_or_default()
    };
    let piece = |word: &str| match word {
        "{number}" => vec![Piece::Number],
        "{topic}" => vec![Piece::Topic],
        _ => match word
            .strip_prefix('{')
            .map(|name| name.trim_end_matches('?'))
        {
            None => folded(word).into_iter().map(Piece::Word).collect(),
            Some(name) => {
                let phrases = set(name.trim_end_matches('}'));
                match word.ends_with('?') {
                    true => vec![Piece::Maybe(phrases)],
                    false => vec![Piece::One(phrases)],
                }
            }
        },
    };
    way.value.split_whitespace().flat_map(piece).collect()
}

/// Whether `typed` has every word, and a number, that `pieces` cannot do without: most ways end here, before any gap is
/// tried.
fn may_fit(pieces: &[Piece], typed: &[String], numbers: &Numbers) -> bool {
    pieces.iter().all(|piece| match piece {
        Piece::Word(word) => typed.contains(word),
        Piece::Number => (0..typed.len()).any(|at| numbers.at(&typed[at..]).next().is_some()),
        Piece::One(_) | Piece::Maybe(_) | Piece::Topic => true,
    })
}

/// What stands in the gaps of `pieces` if all of `typed` fits them; the last number first.
fn fit<'t>(pieces: &[Piece], typed: &'t [String], numbers: &Numbers) -> Option<Gaps<'t>> {
    let Some((piece, pieces)) = pieces.split_first() else {
        return typed.is_empty().then(Gaps::default);
    };
    let one = |phrases: &[Phrase]| {
        let mut rests = phrases
            .iter()
            .filter_map(|phrase| typed.strip_prefix(&phrase[..]));
        rests.find_map(|rest| fit(pieces, rest, numbers))
    };
    match piece {
        Piece::Word(word) => {
            let (first, rest) = typed.split_first()?;
            (first == word).then(|| fit(pieces, rest, numbers))?
        }
        Piece::One(phrases) => one(phrases),
        Piece::Maybe(phrases) => one(phrases).or_else(|| fit(pieces, typed, numbers)),
        Piece::Number => numbers.at(typed).find_map(|(number, width)| {
            let mut gaps = fit(pieces, &typed[width..], numbers)?;
            gaps.numbers.push(number);
            Some(gaps)
        }),
        Piece::Topic => (1..=typed.len()).find_map(|width| {
            let (topic, rest) = typed.split_at(width);
            let gaps = fit(pieces, rest, numbers)?;
            Some(Gaps { topic, ..gaps })
        }),
    }
}
