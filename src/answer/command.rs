//! Orders to open a section: "section 7", "the part about guilt", "list the topics", "tl;dr", "4 or 9?".

use crate::content::words::{Beside, Besides, Gaps, Itself, Order, Orders};
use crate::content::{Article, Words};
use crate::search::Index;
use crate::text::typed;

/// An order, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// Show the list of sections.
    Contents,
    /// Open the section at this position.
    Section(usize),
    /// Offer the sections at these positions.
    Sections(Vec<usize>),
}

/// What people say to somebody who answers, besides asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Talk {
    /// A greeting.
    Hello,
    /// How does this work?
    Help,
    /// Thanks.
    Thanks,
    /// More of what I just read, please.
    More,
    /// What follows it?
    Next,
    /// What stands before it?
    Previous,
    /// One of what you just offered.
    Pick(Pick),
    /// That was not it.
    Amiss,
    /// A word in passing.
    Fine,
    /// A word of blame.
    Blame,
    /// Something about whoever answers.
    About(Itself),
}

/// Which of several things that were offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The one with this number, or at this place: "2".
    Number(u32),
    /// The one at this place: "the second one".
    Place(u32),
    /// The last.
    Last,
}

impl Talk {
    /// Whether it means something in a conversation alone: what was read or offered before.
    pub fn goes_on(self) -> bool {
        match self {
            Talk::More | Talk::Next | Talk::Previous | Talk::Pick(_) => true,
            Talk::Hello | Talk::Help | Talk::Thanks => false,
            Talk::Amiss | Talk::Fine | Talk::Blame | Talk::About(_) => false,
        }
    }
}

/// The ways to give an order, and what is said beside a question, from the author's word lists.
#[derive(Clone, Debug, Default)]
pub struct Commands(Orders, Besides);

/// A topic must be at least this likely to be opened by name: "the part about {topic}".
const SURE_OF_TOPIC: f32 = 0.3;

impl Commands {
    /// The orders of `words.toml`.
    pub fn new(words: &Words) -> Commands {
        Commands(words.orders().clone(), words.besides().clone())
    }

    /// What `message` says beside its question that somebody else should hear.
    pub fn beside(&self, message: &str) -> Option<Beside> {
        let mut said = self.1.read(message).into_iter();
        said.find(|beside| *beside != Beside::Harm)
    }

    /// Whether `line` could hurt somebody in need who reads it.
    pub fn harms(&self, line: &str) -> bool {
        self.1.read(line).contains(&Beside::Harm)
    }

    /// What `message` says, if it asks nothing of the article.
    pub fn talk(&self, message: &str) -> Option<Talk> {
        let typed = words(message)?;
        let (order, gaps) = self.0.read(&typed)?;
        match order {
            Order::Hello => Some(Talk::Hello),
            Order::Help => Some(Talk::Help),
            Order::Thanks => Some(Talk::Thanks),
            Order::More => Some(Talk::More),
            Order::Next => Some(Talk::Next),
            Order::Previous => Some(Talk::Previous),
            Order::Pick => Some(Talk::Pick(picked(&typed, *gaps.numbers.first()?))),
            Order::PickLast => Some(Talk::Pick(Pick::Last)),
            Order::Amiss => Some(Talk::Amiss),
            Order::Fine => Some(Talk::Fine),
            Order::Blame => Some(Talk::Blame),
            Order::About(asked) => Some(Talk::About(asked)),
            Order::Contents | Order::Introduction | Order::Closing | Order::Last => None,
            Order::Number | Order::Topic | Order::Before | Order::After | Order::Compare => None,
        }
    }

    /// What `question` orders, if it is an order and nothing else.
    pub(super) fn read(&self, article: &Article, index: &Index, question: &str) -> Option<Command> {
        let typed = words(question)?;
        let (order, Gaps { numbers, topic }) = self.0.read(&typed)?;
        let named = || match numbers.first() {
            Some(number) => numbered(article, *number),
            None => titled(article, index, topic),
        };
        let section = match order {
            Order::Contents => return Some(Command::Contents),
            Order::Introduction => article.introduction()?,
            Order::Closing => article.closing()?,
            Order::Last | Order::PickLast => last(article)?,
            Order::Number | Order::Pick | Order::Topic => named()?,
            Order::Before => named()?.checked_sub(1)?,
            Order::After => {
                let before = named()?;
                (before + 1 < article.sections().len()).then_some(before + 1)?
            }
            Order::Compare => return compared(article, &numbers),
            // Talk has its own reader: it orders nothing of the article.
            Order::Hello
            | Order::Help
            | Order::Thanks
            | Order::More
            | Order::Next
            | Order::Previous
            | Order::Amiss
            | Order::Fine
            | Order::Blame
            | Order::About(_) => return None,
        };
        Some(Command::Section(section))
    }
}

/// What `number` in the words `typed` picks: digits may stand on what was offered, a word counts.
fn picked(typed: &[String], number: u32) -> Pick {
    let is_digits = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    match typed.iter().any(is_digits) {
        true => Pick::Number(number),
        false => Pick::Place(number),
    }
}

/// The words of a message that is short enough for an order; most are not.
fn words(message: &str) -> Option<Vec<String>> {
    let short = typed(message).nth(Orders::LONGEST).is_none();
    let words = typed(message).flat_map(|(word, _)| parted(&word));
    short.then(|| words.collect())
}

/// `s3` as `s` and `3`; any other word as it is.
fn parted(word: &str) -> Vec<String> {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let (letters, digits) = word.split_at(letters.len());
    let parts = [letters, digits].into_iter();
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The last section that is not the closing.
fn last(article: &Article) -> Option<usize> {
    let closing = article.closing();
    (0..article.sections().len())
        .rev()
        .find(|section| Some(*section) != closing)
}

/// The section with this number in its heading.
fn numbered(article: &Article, number: u32) -> Option<usize> {
    let sections = article.sections();
    sections
        .iter()
        .position(|section| section.number == Some(number))
}

/// The sections with these `numbers`, each once, as far as there are such.
fn compared(article: &Article, numbers: &[u32]) -> Option<Command> {
    let mut sections: Vec<usize> = Vec::new();
    for section in numbers.iter().filter_map(|it| numbered(article, *it)) {
        if !sections.contains(&section) {
            sections.push(section);
        }
    }
    match sections[..] {
        [] => None,
        [one] => Some(Command::Section(one)),
        _ => Some(Command::Sections(sections)),
    }
}

/// The section that `words` name, if they name one clearly: a title's own words before what the search thinks.
fn titled(article: &Article, index: &Index, words: &[String]) -> Option<usize> {
    let best = *index.search(&words.join(" ")).hits.first()?;
    let named = index.titled(article, words);
    named.or((best.probability >= SURE_OF_TOPIC).then_some(best.section))
}
