//! Every doorway leads here: one request in, one reply or one refusal out.

mod shelf;

pub use shelf::{Served, Shelf};

use crate::answer::{Confidence, answer};
use crate::care::{Care, Helplines};
use crate::content::{Library, Mistake, Phrases};
use crate::reply::{Press, Reply, Voice, reply};
use crate::who::{Asker, Place};
use std::fmt;

/// Everything needed to answer.
#[derive(Debug)]
pub struct Bot {
    /// The articles and what is known of them.
    pub shelf: Shelf,
    /// When we do not quote.
    pub care: Care,
    /// The bot's own sentences.
    pub phrases: Phrases,
}

/// Everything anyone can ask of us, whichever doorway they used.
#[derive(Debug)]
pub enum Request {
    /// A question by slash command.
    Ask(String),
    /// A direct message.
    Message(String),
    /// A message in a server that mentions the bot.
    Mention(String),
    /// A press of one of our buttons.
    Press(Press),
}

/// Why we do not answer, in words for the person asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The button is older than what it opened, or somebody else's.
    UnknownPress,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::UnknownPress => {
                write!(f, "That button no longer leads anywhere. Please ask again.")
            }
        }
    }
}

impl Bot {
    /// Builds the index of every article of `library` and reads what care needs.
    ///
    /// # Errors
    ///
    /// Every mistake in the care files.
    pub fn build(library: Library) -> Result<Bot, Vec<Mistake>> {
        let Library {
            words,
            care,
            helplines,
            ..
        } = &library;
        let (rules, mut mistakes) = Care::read(&care.file, &care.content, words);
        let (lines, more) = Helplines::read(&helplines.file, &helplines.content);
        mistakes.extend(more);
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        Ok(Bot {
            care: rules.with(lines),
            shelf: Shelf::build(library.articles, &library.words),
            phrases: library.phrases,
        })
    }

    /// Serves one request.
    ///
    /// # Errors
    ///
    /// A refusal, in words for the person asking.
    pub async fn handle(
        &self,
        asker: &Asker,
        _place: Place,
        request: Request,
    ) -> Result<Reply, Refusal> {
        let voice = Voice {
            phrases: &self.phrases,
            language: &asker.language,
        };
        match request {
            Request::Ask(question) | Request::Message(question) | Request::Mention(question) => {
                let served = self.shelf.default_article();
                let answered = answer(
                    self.shelf.source(served),
                    &self.care,
                    Confidence::Balanced,
                    &question,
                );
                Ok(reply(voice, &served.article, &answered.answer))
            }
            Request::Press(_) => Err(Refusal::UnknownPress),
        }
    }
}
