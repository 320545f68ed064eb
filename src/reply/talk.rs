//! What we say in a conversation of two, around the answers.

use super::build::{ask_in, contents_button};
use super::{Part, Reply, Row, Voice};
use crate::content::Article;

/// A greeting, and what to ask: some questions as people ask them.
pub fn hello(voice: Voice<'_>, article: &Article, questions: &[&str]) -> Reply {
    let questions = questions.iter().map(|question| format!("> {question}"));
    let questions: Vec<String> = questions.collect();
    let said = [
        Some(voice.say_of("hello", article)),
        (!questions.is_empty()).then(|| voice.say("hello-such-as")),
        (!questions.is_empty()).then(|| questions.join("\n")),
    ];
    let said = said.into_iter().flatten().map(Part::Say);
    Reply {
        parts: said.chain(ask_in(voice, article)).collect(),
        rows: vec![Row::Buttons(vec![contents_button(voice, article)])],
        ..Reply::say("")
    }
}

/// An answer to thanks and to a goodbye.
pub fn welcome(voice: Voice<'_>, article: &Article) -> Reply {
    Reply {
        rows: vec![Row::Buttons(vec![contents_button(voice, article)])],
        ..Reply::say(voice.say("welcome"))
    }
}

impl Reply {
    /// The same reply, which invites to go on if it quotes something.
    pub fn inviting(mut self, voice: Voice<'_>) -> Reply {
        let quotes = self.parts.iter().any(|part| matches!(part, Part::Quote(_)));
        if quotes {
            self.parts.push(Part::Onward(voice.say("onward")));
        }
        self
    }
}
