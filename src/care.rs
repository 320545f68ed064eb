//! Messages that need a person before an article: who writes one, and the card that answers it.
//!
//! The rules, the words and the lines are the author's (`content/care.toml`, `content/helplines.toml`).
//! Nothing here has a clock, keeps a message or knows who wrote it.

mod message;
mod pattern;
mod rules;
mod vocabulary;

use crate::content::Mistake;
use crate::content::Mistakes;
use crate::content::reader;
use crate::content::words::Words;
use crate::text::Span;
use rules::Rules;
use std::cell::RefCell;
use std::path::Path;

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

/// The author's rules and cards.
#[derive(Clone, Debug)]
pub struct Care {
    rules: Rules,
}

impl Care {
    /// Reads `care.toml`; the short forms of `words` hold here too.
    pub fn read(file: &Path, text: &str, words: &Words) -> (Care, Vec<Mistake>) {
        let mistakes = RefCell::new(Mistakes::new(file, text));
        let care = reader::read(&mistakes, text, |root| Care {
            rules: rules::read(root, words),
        });
        (care, mistakes.into_inner().into_vec())
    }

    /// What `question` needs before any article, if anything.
    pub fn signal(&self, question: &str) -> Option<Signal> {
        self.rules.signal(question)
    }

    /// The ids of every rule that `question` meets, for an author who wonders why.
    pub fn met(&self, question: &str) -> Vec<&str> {
        self.rules.met(question)
    }
}
