//! One interaction from its event to its last followup, and every rule on the way.
//!
//! Source: interactions/receiving-and-responding.

use super::discord::State;
use super::message::{EPHEMERAL, Message};
use super::outcome::{Outcome, Refused};
use super::payloads;
use super::posts::Draft;
use super::rest::Request;
use super::rules::{Carrier, Findings, check_choices, check_modal};
use super::world::{APPLICATION, BOT};
use serde_json::{Value, json};
use std::time::Duration;

/// For the first response.
const FIRST: Duration = Duration::from_secs(3);
/// For edits and followups.
const TOKEN: Duration = Duration::from_secs(15 * 60);
/// Where only the person installed the bot.
const FOLLOWUPS: usize = 5;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Command,
    Autocomplete,
    Component,
    /// A modal that a command opened.
    Submit,
    /// A modal that a component of a message opened.
    SubmitFromMessage,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Message,
    Deferred,
    Update,
    DeferredUpdate,
    Choices(Vec<Value>),
    Modal(Value),
}

pub struct Interaction {
    pub id: u64,
    pub token: String,
    pub kind: Kind,
    /// What the person did, for the reader of a failed test.
    pub label: String,
    pub at: Duration,
    pub asker: u64,
    pub channel: u64,
    /// The message whose component was used.
    pub source: Option<u64>,
    /// Only the person, not the guild, installed the bot.
    pub only_user_install: bool,
    pub event: Value,
    pub answer: Option<Answer>,
    /// The first answer's message, or the source it changes.
    pub original: Option<u64>,
    /// Whether the person sees the answer by now.
    pub shown: bool,
    pub followups: Vec<u64>,
}

impl Interaction {
    fn allows(&self, kind: u64) -> bool {
        match self.kind {
            Kind::Command => matches!(kind, 4 | 5 | 9),
            Kind::Autocomplete => kind == 8,
            Kind::Component => matches!(kind, 4..=7 | 9),
            Kind::Submit => matches!(kind, 4 | 5),
            Kind::SubmitFromMessage => matches!(kind, 4..=7),
        }
    }

    /// What the person still waits for, if anything.
    pub fn unanswered(&self) -> Option<String> {
        let what = match (&self.answer, self.shown) {
            (None, _) => "was never answered",
            (Some(Answer::Deferred), false) => "was deferred and never answered",
            _ => return None,
        };
        Some(format!("{} {what}", self.label))
    }
}

impl State {
    /// What people still wait for.
    pub fn open_answers(&self) -> Vec<String> {
        let all = self.interactions.values();
        all.filter_map(Interaction::unanswered).collect()
    }

    /// `POST /interactions/{id}/{token}/callback`
    pub fn callback(&mut self, request: &Request, id: u64, token: &str) -> Outcome {
        self.check_callback(request.at, id, token)?;
        let body = &request.body;
        let kind = body["type"].as_u64().unwrap_or_default();
        let interaction = &self.interactions[&id];
        if !interaction.allows(kind) {
            let label = &interaction.label;
            let fault = format!("{label}: a callback of type {kind} does not answer this");
            return Err(Refused::form(vec![fault]));
        }
        let mut findings = Findings::default();
        findings.known_keys("callback", body, &["type", "data"]);
        let faults = findings.into_vec();
        if !faults.is_empty() {
            return Err(Refused::form(faults));
        }
        let answer = self.answer(request, id, kind)?;
        let interaction = self.interactions.get_mut(&id).expect("checked above");
        interaction.answer = Some(answer);
        Ok(self.callback_response(request, id))
    }

    fn check_callback(&self, now: Duration, id: u64, token: &str) -> Result<(), Refused> {
        let unknown = |fault: String| Refused::fault(404, 10062, fault);
        let Some(interaction) = self.interactions.get(&id) else {
            return Err(unknown(format!("callback to the unknown interaction {id}")));
        };
        let label = &interaction.label;
        if interaction.token != token {
            return Err(unknown(format!("{label}: callback with a wrong token")));
        }
        if interaction.answer.is_some() {
            let fault = format!("{label}: answered twice");
            return Err(Refused::fault(400, 40060, fault));
        }
        if now.saturating_sub(interaction.at) > FIRST {
            let fault = format!("{label}: answered later than three seconds after it came");
            return Err(unknown(fault));
        }
        Ok(())
    }

    fn answer(&mut self, request: &Request, id: u64, kind: u64) -> Result<Answer, Refused> {
        let data = &request.body["data"];
        match kind {
            4 => self.answer_with_message(request, id),
            5 => self.defer(request, id),
            6 => {
                request.refuse(Vec::new())?;
                let interaction = self.interactions.get_mut(&id).expect("checked above");
                interaction.original = interaction.source;
                Ok(Answer::DeferredUpdate)
            }
            7 => self.update_source(request, id),
            8 => {
                request.refuse(check_choices(data))?;
                let choices = data["choices"].as_array().cloned().unwrap_or_default();
                Ok(Answer::Choices(choices))
            }
            _ => {
                request.refuse(check_modal(data))?;
                Ok(Answer::Modal(data.clone()))
            }
        }
    }

    fn answer_with_message(&mut self, request: &Request, id: u64) -> Result<Answer, Refused> {
        let data = &request.body["data"];
        self.check_draft(Draft::of(Carrier::Answer, data, request))?;
        let original = self.new_answer(request, id, data);
        self.interaction_mut(id).original = Some(original);
        self.interaction_mut(id).shown = true;
        Ok(Answer::Message)
    }

    /// Puts "is thinking…" where the answer will stand; the only flag it may bear is ephemeral.
    fn defer(&mut self, request: &Request, id: u64) -> Result<Answer, Refused> {
        let data = &request.body["data"];
        let flags = data["flags"].as_u64().unwrap_or_default();
        // Serenity sends `allowed_mentions` and empty `attachments` along; Discord ignores them.
        let says = ["content", "embeds", "components", "poll"];
        let bare = says.iter().all(|key| data[key].is_null());
        if !bare || flags & !EPHEMERAL != 0 {
            let fault = "a deferral bears no more than the ephemeral flag";
            return Err(Refused::form(vec![fault.to_owned()]));
        }
        request.refuse(Vec::new())?;
        let mut message = self.empty_answer(request.at, id, flags);
        message.thinking = true;
        let original = self.publish(message);
        self.interaction_mut(id).original = Some(original);
        Ok(Answer::Deferred)
    }

    fn update_source(&mut self, request: &Request, id: u64) -> Result<Answer, Refused> {
        let data = &request.body["data"];
        let source = self.interactions[&id]
            .source
            .expect("an update has a source");
        let before = self.messages[&source].body.clone();
        let draft = Draft::of(Carrier::Update, data, request);
        self.check_draft(draft.onto(&before))?;
        self.revise(source, data, request.files.clone());
        self.interaction_mut(id).original = Some(source);
        self.interaction_mut(id).shown = true;
        Ok(Answer::Update)
    }

    /// `POST /webhooks/{application}/{token}`
    pub fn followup(&mut self, request: &Request, token: &str) -> Outcome {
        let id = self.answered(request.at, token)?;
        let interaction = &self.interactions[&id];
        let label = interaction.label.clone();
        if matches!(interaction.answer, Some(Answer::Choices(_))) {
            let fault = format!("{label}: autocomplete takes no followup");
            return Err(Refused::fault(404, 10015, fault));
        }
        if interaction.only_user_install && interaction.followups.len() >= FOLLOWUPS {
            let fault = format!("{label}: more than five followups in a user install");
            return Err(Refused::fault(400, 40094, fault));
        }
        if interaction.answer == Some(Answer::Deferred) && !interaction.shown {
            self.violation(format!(
                "{label}: a followup straight after a deferral; edit `@original` instead"
            ));
            return self.edit_original(request, token);
        }
        self.check_draft(Draft::of(Carrier::Followup, &request.body, request))?;
        let followup = self.new_answer(request, id, &request.body);
        self.interaction_mut(id).followups.push(followup);
        Ok(payloads::message(self, &self.messages[&followup]))
    }

    /// `GET /webhooks/{application}/{token}/messages/{which}`
    pub fn get_answer(&mut self, request: &Request, token: &str, which: &str) -> Outcome {
        let message = self.answer_message(request.at, token, which)?;
        Ok(payloads::message(self, &self.messages[&message]))
    }

    /// `PATCH /webhooks/{application}/{token}/messages/{which}`
    pub fn edit_answer(&mut self, request: &Request, token: &str, which: &str) -> Outcome {
        if which == "@original" {
            return self.edit_original(request, token);
        }
        let message = self.answer_message(request.at, token, which)?;
        self.edit_checked(request, message)
    }

    /// `DELETE /webhooks/{application}/{token}/messages/{which}`
    pub fn delete_answer(&mut self, request: &Request, token: &str, which: &str) -> Outcome {
        let id = self.answered(request.at, token)?;
        let message = self.answer_message(request.at, token, which)?;
        self.delete(message);
        self.interaction_mut(id).shown = true;
        Ok(Value::Null)
    }

    fn edit_original(&mut self, request: &Request, token: &str) -> Outcome {
        let id = self.answered(request.at, token)?;
        let message = self.answer_message(request.at, token, "@original")?;
        let edited = self.edit_checked(request, message)?;
        self.interaction_mut(id).shown = true;
        Ok(edited)
    }

    fn edit_checked(&mut self, request: &Request, message: u64) -> Outcome {
        let before = self.messages[&message].body.clone();
        let draft = Draft::of(Carrier::Edit, &request.body, request);
        self.check_draft(draft.onto(&before))?;
        self.revise(message, &request.body, request.files.clone());
        Ok(payloads::message(self, &self.messages[&message]))
    }

    /// The interaction of a token that may be used now.
    fn answered(&self, now: Duration, token: &str) -> Result<u64, Refused> {
        let fits = |interaction: &&Interaction| interaction.token == token;
        let Some(interaction) = self.interactions.values().find(fits) else {
            let fault = "a webhook request with an unknown token";
            return Err(Refused::fault(404, 10015, fault));
        };
        let label = &interaction.label;
        if interaction.answer.is_none() {
            let fault = format!("{label}: edited or followed up before it was answered");
            return Err(Refused::fault(404, 10015, fault));
        }
        if now.saturating_sub(interaction.at) > TOKEN {
            let fault = format!("{label}: its token was used after fifteen minutes");
            return Err(Refused::fault(401, 50027, fault));
        }
        Ok(interaction.id)
    }

    fn answer_message(&self, now: Duration, token: &str, which: &str) -> Result<u64, Refused> {
        let interaction = &self.interactions[&self.answered(now, token)?];
        let own =
            |id: &u64| interaction.original == Some(*id) || interaction.followups.contains(id);
        let wanted = match which {
            "@original" => interaction.original,
            id => id.parse().ok().filter(own),
        };
        let Some(message) = wanted else {
            let fault = format!("{}: no message `{which}` belongs to it", interaction.label);
            return Err(Refused::fault(404, 10008, fault));
        };
        if self.messages[&message].deleted {
            return Err(Refused::fate(404, 10008));
        }
        Ok(message)
    }

    fn new_answer(&mut self, request: &Request, id: u64, body: &Value) -> u64 {
        let flags = body["flags"].as_u64().unwrap_or_default();
        let mut message = self.empty_answer(request.at, id, flags);
        message.overlay(body, request.files.clone());
        self.publish(message)
    }

    fn empty_answer(&mut self, now: Duration, id: u64, flags: u64) -> Message {
        let new = self.world.new_id();
        let interaction = &self.interactions[&id];
        let mut message = Message::new(new, interaction.channel, BOT, now);
        message.interaction = Some(id);
        message.only_for = (flags & EPHEMERAL != 0).then_some(interaction.asker);
        message
    }

    /// Nothing, or the answer when the bot asked for it.
    fn callback_response(&self, request: &Request, id: u64) -> Value {
        if !request.query.contains("with_response=true") {
            return Value::Null;
        }
        let original = self.interactions[&id].original;
        let message = original.map(|id| payloads::message(self, &self.messages[&id]));
        json!({
            "interaction": { "id": id.to_string(), "type": 2 },
            "resource": { "type": request.body["type"], "message": message },
        })
    }

    fn interaction_mut(&mut self, id: u64) -> &mut Interaction {
        self.interactions.get_mut(&id).expect("checked above")
    }
}

/// Interaction webhooks belong to the application.
pub fn is_ours(application: &str) -> bool {
    application == APPLICATION.to_string()
}
