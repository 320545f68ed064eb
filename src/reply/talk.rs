//! What we say in a conversation of two, around the answers.

use super::build::ask_in;
use super::privacy::privacy;
use super::ways::contents_button;
use super::{Button, Part, Reply, Row, Voice};
use crate::content::Article;
use crate::content::words::Itself;
use crate::press::Press;

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

/// An answer to a word in passing.
pub fn fine(voice: Voice<'_>) -> Reply {
    Reply::say(voice.say("fine"))
}

/// An answer to blame: what to try instead.
pub fn blamed(voice: Voice<'_>, article: &Article) -> Reply {
    Reply {
        rows: vec![Row::Buttons(vec![contents_button(voice, article)])],
        ..Reply::say(voice.say("blamed"))
    }
}

/// What we are, and what we do with what we are told.
pub fn about_us(voice: Voice<'_>, article: &Article, asked: Itself) -> Reply {
    match asked {
        Itself::IsPrivate => Reply::say(voice.say("about-private")),
        Itself::Kept => privacy(voice),
        Itself::Forget => Reply {
            rows: vec![Row::Buttons(vec![Button::press(
                voice.say("button-forget"),
                Press::Forget,
            )])],
            ..Reply::say(voice.say("about-forget"))
        },
        Itself::Author => author(voice, article),
        Itself::IsBot => Reply::say(voice.say_of("about-bot", article)),
        Itself::Stop => Reply::say(voice.say("stopped")),
    }
}

fn author(voice: Voice<'_>, article: &Article) -> Reply {
    let title = article.title().as_str();
    let said = match &article.about.author {
        Some(author) => voice.say_all("about-author", &[("article", title), ("author", author)]),
        None => voice.say_of("about-author-unknown", article),
    };
    let source = article.about.source.as_ref();
    let source = source.map(|source| Part::Note(voice.say_with("about-source", "source", source)));
    let mut reply = Reply::say(said);
    reply.parts.extend(source);
    reply
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
