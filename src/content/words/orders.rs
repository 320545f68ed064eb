//! The ways to ask for a part by its number or name, and what people say to somebody who answers.

use crate::content::reader::Table;
use crate::text::words;
use std::collections::HashMap;

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
    /// The section after a number or a topic.
    After,
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
}

/// Every way to give an order.
#[derive(Clone, Debug, Default)]
pub struct Orders {
    ways: Vec<(Order, Vec<Piece>)>,
    /// Which ways begin with each word.
    by_word: HashMap<String, Vec<usize>>,
    /// Which begin with any.
    by_gap: Vec<usize>,
}

/// One piece of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// This word.
    Word(String),
    /// One word that is a number.
    Number,
    /// One or more words.
    Topic,
}

impl Orders {
    /// An order is short; a longer message is a question. In words.
    pub const LONGEST: usize = 12;

    /// Reads the table `[orders]`.
    pub(super) fn read_table(table: &Table<'_, '_, '_>) -> Orders {
        // The first that fits counts, so those without a gap stand before those with one.
        let kinds = [
            ("hello", Order::Hello),
            ("help", Order::Help),
            ("thanks", Order::Thanks),
            ("more", Order::More),
            ("next", Order::Next),
            ("previous", Order::Previous),
            ("contents", Order::Contents),
            ("introduction", Order::Introduction),
            ("closing", Order::Closing),
            ("last", Order::Last),
            ("number", Order::Number),
            ("topic", Order::Topic),
            ("after", Order::After),
        ];
        let mut orders = Orders::default();
        for (key, order) in kinds {
            for way in table.texts(key) {
                orders.add(order, pieces(&way.value));
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

    /// The order that `typed` is, whole, and the words in its gap.
    pub fn read<'t>(&self, typed: &'t [String]) -> Option<(Order, &'t [String])> {
        let worded = self.by_word.get(typed.first()?).into_iter().flatten();
        let mut ways: Vec<usize> = worded.chain(&self.by_gap).copied().collect();
        ways.sort_unstable();
        let mut ways = ways.into_iter().map(|way| &self.ways[way]);
        ways.find_map(|(order, pieces)| Some((*order, gap(pieces, typed)?)))
    }
}

fn pieces(way: &str) -> Vec<Piece> {
    let piece = |word: &str| match word {
        "{number}" => vec![Piece::Number],
        "{topic}" => vec![Piece::Topic],
        plain => words(plain)
            .into_iter()
            .map(|w| Piece::Word(w.folded))
            .collect(),
    };
    way.split_whitespace().flat_map(piece).collect()
}

/// The words of `typed` that stand in the gap of `pieces`, if all of it fits.
fn gap<'t>(pieces: &[Piece], typed: &'t [String]) -> Option<&'t [String]> {
    let is_gap = |piece: &Piece| !matches!(piece, Piece::Word(_));
    let Some(at) = pieces.iter().position(is_gap) else {
        let same = pieces.len() == typed.len() && fits(pieces, typed);
        return same.then_some(&[]);
    };
    let after = pieces.len() - at - 1;
    let width = typed.len().checked_sub(at + after)?;
    let allowed = match pieces[at] {
        Piece::Number => width == 1,
        _ => width >= 1,
    };
    let fits =
        allowed && fits(&pieces[..at], typed) && fits(&pieces[at + 1..], &typed[at + width..]);
    fits.then(|| &typed[at..at + width])
}

fn fits(pieces: &[Piece], typed: &[String]) -> bool {
    let word =
        |(piece, typed): (&Piece, &String)| matches!(piece, Piece::Word(word) if word == typed);
    pieces.iter().zip(typed).all(word)
}
