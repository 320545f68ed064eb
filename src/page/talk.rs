//! What the author asks and presses, as in a direct message with the bot.

use super::body::Body;
use super::served::served;
use crate::bot::{Asking, Bot, Now, Request, Response};
use crate::content::phrases::FIRST_LANGUAGE;
use crate::press::Press;
use crate::reply::{Arrival, Reply};
use crate::who::{Asker, Place, UserId};

/// Discord lets nobody write more in one message. In characters.
pub(super) const MESSAGE: usize = 4_000;

/// The author, whom nobody else can be here.
const AUTHOR: UserId = UserId(1);

/// So many presses under one question are kept to be made again when the files change.
const STEPS: usize = 20;

/// One question, what was pressed below it, and what stands there now.
pub(super) struct Talk {
    /// The article that is asked; none where it is the one that answers where nobody chose.
    pub(super) article: Option<String>,
    /// The language that the asker's Discord speaks, as a tag.
    pub(super) language: String,
    /// What was asked last.
    pub(super) question: String,
    /// What was pressed since: in which message, and what.
    pressed: Vec<(usize, String)>,
    /// What stands there, oldest first. One that was taken away leaves its place empty, so that the others keep theirs.
    pub(super) messages: Vec<Option<Body>>,
}

impl Talk {
    pub(super) fn new(article: Option<String>) -> Talk {
        Talk {
            article,
            language: FIRST_LANGUAGE.to_owned(),
            question: String::new(),
            pressed: Vec::new(),
            messages: Vec::new(),
        }
    }

    /// Asks `question` in place of what was asked before.
    pub(super) async fn ask(&mut self, bot: &Bot, question: String) {
        self.question = question;
        self.pressed.clear();
        self.again(bot).await;
    }

    /// Presses `press` in the message at `at`.
    pub(super) async fn press(&mut self, bot: &Bot, at: usize, press: String) {
        if self.pressed.len() < STEPS {
            self.pressed.push((at, press.clone()));
        }
        self.pressed_now(bot, at, &press).await;
    }

    /// Asks and presses all of it again, as after the files changed.
    pub(super) async fn again(&mut self, bot: &Bot) {
        self.messages.clear();
        if self.question.trim().is_empty() {
            return;
        }
        let asking = Asking {
            article: Some(
                served(bot, self.article.as_deref())
                    .article
                    .slug
                    .to_string(),
            ),
            ..Asking::of(self.question.clone())
        };
        self.handle(bot, 0, Request::Ask(asking)).await;
        for (at, press) in self.pressed.clone() {
            self.pressed_now(bot, at, &press).await;
        }
    }

    async fn pressed_now(&mut self, bot: &Bot, at: usize, press: &str) {
        match press.parse::<Press>() {
            Ok(press) => self.handle(bot, at, Request::Press(press)).await,
            Err(_) => self
                .messages
                .push(Some(Body::note("This button is none of ours."))),
        }
    }

    /// Lets the bot serve `request`, and puts what it says where Discord would.
    async fn handle(&mut self, bot: &Bot, at: usize, request: Request) {
        let asker = Asker {
            user: AUTHOR,
            language: self.language.clone(),
            common: self.language.clone(),
            member: None,
        };
        let response = bot.handle(&asker, Place::Dm, request, Now::read()).await;
        match response {
            Ok(Response::Reply(reply)) => self.put(at, &reply),
            Err(refusal) => {
                let reply = bot.refused(&asker, Place::Dm, refusal).await;
                self.put(at, &reply);
            }
            Ok(Response::Silence) => self.say("The bot says nothing to this."),
            Ok(Response::Form(form)) => {
                self.say(&format!("Here Discord opens a form: “{}”.", form.title));
            }
            Ok(Response::Posting(reply, _)) => self.put(at, &reply),
            Ok(Response::Removing(_) | Response::Suggestions(_)) => {
                self.say("This happens in a server alone.");
            }
        }
    }

    fn put(&mut self, at: usize, reply: &Reply) {
        let body = Body::of(reply);
        match (reply.arrival, self.messages.get_mut(at)) {
            (Arrival::InPlace, Some(place)) => *place = Some(body),
            (Arrival::Gone, Some(place)) => *place = None,
            (Arrival::Gone, None) => (),
            (Arrival::New | Arrival::InPlace, _) => self.messages.push(Some(body)),
        }
    }

    fn say(&mut self, words: &str) {
        self.messages.push(Some(Body::note(words)));
    }
}
