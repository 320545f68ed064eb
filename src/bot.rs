//! Every doorway leads here: one request in, one reply or one refusal out.

mod press;
mod shelf;
mod told;

pub use shelf::{Served, Shelf};
pub use told::Told;

use crate::answer::{Answer, Confidence, Rule, answer, answer_calmly};
use crate::care::{Care, Helplines, Signal};
use crate::content::{Library, Mistake, Phrases};
use crate::reply::{Audience, Key, Need, Press, Reply, Shown, Voice, hint, reply, teaser};
use crate::who::{Asker, Place};
use std::sync::Arc;
use std::time::Instant;

/// Everything needed to answer.
#[derive(Debug)]
pub struct Bot {
    /// The articles and what is known of them.
    pub shelf: Arc<Shelf>,
    /// When we do not quote.
    pub care: Arc<Care>,
    /// The bot's own sentences.
    pub phrases: Arc<Phrases>,
    /// Who read which card today.
    pub told: Told,
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

/// Why we do not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The button is older than what it opened.
    UnknownPress,
    /// The button is for the person who asked.
    NotYours,
    /// We no longer have that command.
    UnknownCommand,
    /// Our fault; the operator's log says where.
    Trouble,
}

impl Refusal {
    /// The refusal in words for the person asking: kind, short, with the next step.
    pub fn reply(self, voice: Voice<'_>) -> Reply {
        Reply::say(match self {
            Refusal::UnknownPress => voice.say("refusal-unknown-press"),
            Refusal::NotYours => voice.say("refusal-not-yours"),
            Refusal::UnknownCommand => voice.say("refusal-unknown-command"),
            Refusal::Trouble => voice.say("refusal-trouble"),
        })
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
            care: Arc::new(rules.with(lines)),
            shelf: Arc::new(Shelf::build(library.articles, &library.words)),
            phrases: Arc::new(library.phrases),
            told: Told::default(),
        })
    }

    /// Makes the article named `slug` the one that answers; false if there is none.
    ///
    /// # Panics
    ///
    /// If somebody else holds the shelf already.
    pub fn answer_from(&mut self, slug: &str) -> bool {
        Arc::get_mut(&mut self.shelf)
            .expect("nobody holds the shelf before the bot runs")
            .set_default(slug)
    }

    /// How the bot speaks `language`.
    pub fn voice<'b>(&'b self, language: &'b str) -> Voice<'b> {
        Voice {
            phrases: &self.phrases,
            language,
        }
    }

    /// Serves one request that came at `now`.
    ///
    /// # Errors
    ///
    /// A refusal; [`Refusal::reply`] has the words.
    pub async fn handle(
        &self,
        asker: &Asker,
        _place: Place,
        request: Request,
        now: Instant,
    ) -> Result<Reply, Refusal> {
        let voice = self.voice(&asker.language);
        match request {
            Request::Ask(question) | Request::Message(question) => {
                Ok(self.asked(voice, asker, &question, now))
            }
            Request::Mention(question) => Ok(self.mentioned(voice, asker, &question)),
            Request::Press(press) => self.pressed(voice, asker, press, now),
        }
    }

    /// Answers the asker alone.
    fn asked(&self, voice: Voice<'_>, asker: &Asker, question: &str, now: Instant) -> Reply {
        let served = self.shelf.default_article();
        let found = self.found(served, question);
        match found.need {
            Some(need) => {
                let length = self.told.length(asker.user, need.route, now);
                let article = Key::of(served.article.slug.as_str());
                self.card(voice, need, length, None, article, found.shown)
            }
            None => match found.answer {
                Some(answer) => reply(voice, &served.article, &answer),
                None => hint(voice, &served.article, Audience::OnlyAsker),
            },
        }
    }

    /// Answers where everybody reads along: never with the answer itself.
    fn mentioned(&self, voice: Voice<'_>, asker: &Asker, question: &str) -> Reply {
        let served = self.shelf.default_article();
        let found = self.found(served, question);
        if found.answer.is_none() {
            return hint(voice, &served.article, Audience::Everyone);
        }
        teaser(voice, &served.article, asker.user, found.need, found.shown)
    }

    fn found(&self, served: &Served, question: &str) -> Found {
        let source = self.shelf.source(served);
        let mut answered = answer(source, &self.care, Confidence::default(), question);
        let mut need = None;
        if let Answer::Care(Signal { route, whose, .. }) = answered.answer {
            need = Some(Need { route, whose });
            answered = answer_calmly(source, Confidence::default(), question);
        }
        let wordless = answered.rule == Rule::NoWords && need.is_none();
        Found {
            need,
            shown: press::shown(&served.article, &answered.answer),
            answer: (!wordless).then_some(answered.answer),
        }
    }
}

/// What a question met.
struct Found {
    /// What comes before the article, if anything.
    need: Option<Need>,
    /// What the article has, without a word of it.
    shown: Shown,
    /// What the article has; nothing if nothing was asked.
    answer: Option<Answer>,
}
