//! One person, one channel, one way to speak for the bot; and the verdicts.

use crate::bodies::{button, message, of_kind, quiet, row, say};
use crate::fake::{APPLICATION, Channel, Exchange, Fake, Person, TOKEN};
use serde_json::{Value, json};
use serenity::all::{Http, HttpBuilder, MessageId};
use serenity::http::HttpError;
use std::time::Duration;

pub const SECOND: Duration = Duration::from_secs(1);

pub type Sent<T> = Result<T, serenity::Error>;

/// One person, one channel, one way to speak for the bot.
pub struct Case {
    pub fake: Fake,
    pub http: Http,
    pub general: Channel,
    pub alice: Person,
}

impl Case {
    pub async fn new() -> Case {
        let fake = Fake::start().await;
        Case {
            http: http(&fake),
            general: fake.guild(500).channel("general"),
            alice: fake.user("alice"),
            fake,
        }
    }

    pub fn ask(&self) -> Exchange {
        self.alice
            .slash(&self.general, "ask", json!({ "question": "what?" }))
    }

    /// A fresh interaction of each kind.
    pub async fn act(&self, kind: &str) -> Exchange {
        match kind {
            "slash" => self.ask(),
            "autocomplete" => {
                let typed = json!({ "question": "wh" });
                self.alice
                    .autocomplete(&self.general, "ask", typed, "question")
            }
            "press" => self.press().await,
            "submit" => self.submit_after(self.ask()).await,
            _ => self.submit_after(self.press().await).await,
        }
    }

    pub async fn press(&self) -> Exchange {
        let asked = self.ask();
        let mut reply = message("x");
        reply["data"]["components"] = json!([row(vec![button("a")])]);
        self.answer(&asked, reply).await.unwrap();
        self.alice.press(&asked.reply().await, "a")
    }

    pub async fn submit_after(&self, opener: Exchange) -> Exchange {
        self.answer(&opener, of_kind(9)).await.unwrap();
        self.alice.submit(&opener.modal().await, &[("a", "text")])
    }

    pub async fn answer(&self, exchange: &Exchange, body: Value) -> Sent<()> {
        answer(&self.http, exchange, body).await
    }

    pub async fn edit(&self, exchange: &Exchange, body: Value) -> Sent<()> {
        edit(&self.http, exchange, quiet(body)).await
    }

    pub async fn followup(&self, exchange: &Exchange, body: Value) -> Sent<MessageId> {
        followup(&self.http, exchange, quiet(body)).await
    }

    pub async fn send(&self, body: Value) -> Sent<()> {
        let (channel, body) = (self.general.id.into(), quiet(body));
        let sent = self.http.send_message(channel, vec![], &body);
        sent.await.map(drop)
    }

    #[track_caller]
    pub fn broke(&self, text: &str) {
        broke(&self.fake, text);
    }

    /// Finishes, and sees that nothing but this is wrong.
    pub async fn broke_at_the_end(self, text: &str) {
        self.fake.expects(text);
        self.fake.finish().await;
    }
}

/// Each row is a rule's name, a message that breaks it, and one that does not.
pub async fn messages(rows: &[(&str, Value, Value)]) {
    let case = Case::new().await;
    for (rule, broken, fine) in rows {
        let sent = case.send(broken.clone()).await;
        assert!(sent.is_err(), "{rule}: {broken}");
        named(&case.fake.take_violations(), rule);
        let sent = case.send(fine.clone()).await;
        let violations = case.fake.take_violations();
        assert!(sent.is_ok(), "{rule}: {violations:?}");
        none(&violations);
    }
}

pub async fn answer(http: &Http, exchange: &Exchange, body: Value) -> Sent<()> {
    let (id, token) = exchange.credentials();
    http.create_interaction_response(id.into(), &token, &body, vec![])
        .await
}

pub async fn edit(http: &Http, exchange: &Exchange, body: Value) -> Sent<()> {
    let (_, token) = exchange.credentials();
    let edited = http.edit_original_interaction_response(&token, &body, vec![]);
    edited.await.map(drop)
}

pub async fn followup(http: &Http, exchange: &Exchange, body: Value) -> Sent<MessageId> {
    let (_, token) = exchange.credentials();
    let sent = http.create_followup_message(&token, &body, vec![]);
    sent.await.map(|message| message.id)
}

pub async fn say_in(fake: &Fake, channel: u64) -> Sent<()> {
    let body = quiet(say("x"));
    http(fake)
        .send_message(channel.into(), vec![], &body)
        .await
        .map(drop)
}

/// The bot's way to REST, without a gateway.
pub fn http(fake: &Fake) -> Http {
    HttpBuilder::new(TOKEN)
        .proxy(fake.base())
        .ratelimiter_disabled(true)
        .application_id(APPLICATION.into())
        .build()
}

#[track_caller]
pub fn code_of<T>(sent: Sent<T>) -> isize {
    match sent.map(drop) {
        Err(serenity::Error::Http(HttpError::UnsuccessfulRequest(answer))) => answer.error.code,
        other => panic!("not refused: {other:?}"),
    }
}

#[track_caller]
pub fn broke(fake: &Fake, text: &str) {
    named(&fake.take_violations(), text);
}

#[track_caller]
pub fn named(violations: &[String], text: &str) {
    let found = violations.iter().any(|violation| violation.contains(text));
    assert!(found, "`{text}` is not among {violations:#?}");
}

#[track_caller]
pub fn none(violations: &[String]) {
    assert!(violations.is_empty(), "{violations:#?}");
}
