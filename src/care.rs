//! Messages that need a person before an article: who writes one, and the card that answers it.
//!
//! The rules, the words and the lines are the author's (`content/care.toml`, `content/helplines.toml`).
//! Nothing here has a clock, keeps a message or knows who wrote it.

mod card;
mod helpline;
mod hint;
mod message;
mod pattern;
mod rules;
mod vocabulary;

use crate::content::reader::{self, Table};
use crate::content::words::Words;
use crate::content::{Mistake, Mistakes};
use crate::text::Span;
use card::Cards;
use rules::Rules;
use std::cell::RefCell;
use std::fmt;
use std::path::Path;
use time::Date;

pub use card::{Card, Contact, Length};
pub use helpline::{Helplines, Line, Place, PlaceId};

/// What kind of help a message needs. The first that fits decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// Someone may end or hurt their own life.
    SelfHarm,
    /// The asker or the partner is under 18.
    Minor,
    /// A body in acute danger.
    Medical,
    /// Hit, threatened, controlled, afraid.
    Violence,
    /// Sex that someone did not want.
    Assault,
}

impl Route {
    /// All of them, in the order in which they decide.
    pub const ALL: [Route; 5] = [
        Route::SelfHarm,
        Route::Minor,
        Route::Medical,
        Route::Violence,
        Route::Assault,
    ];

    /// Its name in files and answers.
    pub fn name(self) -> &'static str {
        match self {
            Route::SelfHarm => "self-harm",
            Route::Minor => "minor",
            Route::Medical => "medical",
            Route::Violence => "violence",
            Route::Assault => "assault",
        }
    }
}

/// Whose need a message tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    /// The asker's own.
    Own,
    /// Somebody whom the asker may have hurt.
    Done,
    /// Somebody about whom the asker worries.
    Friend,
}

impl Whose {
    /// All of them.
    pub const ALL: [Whose; 3] = [Whose::Own, Whose::Done, Whose::Friend];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Whose::Own => "own",
            Whose::Done => "done",
            Whose::Friend => "friend",
        }
    }
}

/// Why a message needs a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// The kind of help.
    pub route: Route,
    /// Whose need it is.
    pub whose: Whose,
    /// The rule that decided.
    pub rule: String,
    /// Where the words stand that it met.
    pub spans: Vec<Span>,
}

/// The author's rules, cards and lines.
#[derive(Clone, Debug)]
pub struct Care {
    rules: Rules,
    cards: Cards,
    helplines: Helplines,
    reviewed: bool,
}

/// Something that an author or a person who checks lines should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Nobody has read the cards yet.
    NotReviewed,
    /// A line or a place that was last read too long ago.
    Stale(String, Date),
    /// A rule that names no example.
    NoExample(String),
    /// A rule that does not catch an example of its own.
    Misses(String, String),
}

impl Care {
    /// Reads `care.toml`; the short forms of `words` hold here too. It has no lines yet: see [`Care::with`].
    pub fn read(file: &Path, text: &str, words: &Words) -> (Care, Vec<Mistake>) {
        let mistakes = RefCell::new(Mistakes::new(file, text));
        let care = reader::read(&mistakes, text, |root| Care {
            rules: rules::read(root, words),
            cards: card::read(root),
            helplines: Helplines::default(),
            reviewed: reviewed(root),
        });
        (care, mistakes.into_inner().into_vec())
    }

    /// The same with `helplines` on its cards.
    pub fn with(self, helplines: Helplines) -> Care {
        Care { helplines, ..self }
    }

    /// What `question` needs before any article, if anything.
    pub fn signal(&self, question: &str) -> Option<Signal> {
        self.rules.signal(question)
    }

    /// The card for `signal`, with the lines of `place`; `server_line` is what the moderators wrote.
    pub fn card(
        &self,
        signal: &Signal,
        place: Option<&PlaceId>,
        length: Length,
        server_line: Option<&str>,
    ) -> Card {
        self.cards
            .card(&self.helplines, signal, place, length, server_line)
    }

    /// The places to choose from.
    pub fn places(&self) -> &[Place] {
        self.helplines.places()
    }

    /// The ids of every rule that `question` meets, for an author who wonders why.
    pub fn met(&self, question: &str) -> Vec<&str> {
        self.rules.met(question)
    }

    /// Which patterns stand in `question`, and which set others aside, for an author who wonders why.
    pub fn explain(&self, question: &str) -> Vec<String> {
        self.rules.explain(question)
    }

    /// What should be looked at before a public launch, as of `today`.
    pub fn warnings(&self, today: Date) -> Vec<Warning> {
        let mut warnings = Vec::new();
        if !self.reviewed {
            warnings.push(Warning::NotReviewed);
        }
        let stale = self.helplines.stale(today).into_iter();
        warnings.extend(stale.map(|(name, day)| Warning::Stale(name.to_owned(), day)));
        for rule in self.rules.all() {
            if rule.examples.is_empty() {
                warnings.push(Warning::NoExample(rule.id.clone()));
            }
            let missed = rule
                .examples
                .iter()
                .filter(|example| !self.met(example).contains(&rule.id.as_str()));
            warnings
                .extend(missed.map(|example| Warning::Misses(rule.id.clone(), example.clone())));
        }
        warnings
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Warning::NotReviewed => write!(
                f,
                "nobody has reviewed the care cards; a person must read them and check every line before a public launch, then write [review] in care.toml"
            ),
            Warning::Stale(name, day) => {
                write!(
                    f,
                    "{name} was last checked on {day}; read its page again and write the new day in helplines.toml"
                )
            }
            Warning::NoExample(rule) => write!(
                f,
                "the rule `{rule}` names no example; write one, or delete the rule"
            ),
            Warning::Misses(rule, example) => write!(
                f,
                "the rule `{rule}` does not catch its own example \"{example}\""
            ),
        }
    }
}

fn reviewed(root: &Table<'_, '_, '_>) -> bool {
    let Some(review) = root.table("review") else {
        return false;
    };
    let (by, on) = (review.required_text("by"), review.required_text("on"));
    review.end();
    by.is_some() && on.is_some()
}
