//! Messages in channels: posting, reading, editing, deleting, typing, opening conversations.

use super::discord::State;
use super::message::Message;
use super::outcome::{Outcome, Refused};
use super::payloads;
use super::rest::Request;
use super::rules::{Carrier, check_mentions, check_message};
use super::world::{BOT, ChannelFacts, ChannelKind};
use serde_json::{Value, json};
use serenity::all::Permissions;
use std::sync::LazyLock;

/// A message body on its way in.
pub struct Draft<'a> {
    carrier: Carrier,
    body: &'a Value,
    request: &'a Request,
    before: &'a Value,
}

impl<'a> Draft<'a> {
    pub fn of(carrier: Carrier, body: &'a Value, request: &'a Request) -> Draft<'a> {
        static NOTHING: LazyLock<Value> = LazyLock::new(|| json!({}));
        Draft {
            carrier,
            body,
            request,
            before: &NOTHING,
        }
    }

    /// The message this draft changes.
    pub fn onto(self, before: &'a Value) -> Draft<'a> {
        Draft { before, ..self }
    }
}

impl State {
    /// Refuses what Discord refuses, and notes what only we forbid.
    pub fn check_draft(&mut self, draft: Draft<'_>) -> Result<(), Refused> {
        for fault in check_mentions(draft.body) {
            self.violation(fault);
        }
        let files = draft.request.files.iter().map(|file| file.bytes.len());
        let files: Vec<usize> = files.collect();
        let faults = check_message(draft.carrier, draft.before, draft.body, &files);
        draft.request.refuse(faults)
    }

    /// `POST /channels/{channel}/messages`
    pub fn post(&mut self, request: &Request, channel: u64) -> Outcome {
        self.check_may_send(request, channel)?;
        let body = &request.body;
        self.check_draft(Draft::of(Carrier::Post, body, request))?;
        if let Some(earlier) = self.same_nonce(channel, body) {
            return Ok(payloads::message(self, &self.messages[&earlier]));
        }
        let replies_to = self.check_reference(channel, &body["message_reference"])?;
        let id = self.world.new_id();
        let mut message = Message::new(id, channel, BOT, request.at);
        message.overlay(body, request.files.clone());
        message.replies_to = replies_to;
        message.nonce = body["nonce"].clone();
        self.publish(message);
        Ok(payloads::message(self, &self.messages[&id]))
    }

    /// `GET /channels/{channel}/messages/{message}`
    pub fn get_message(&self, channel: u64, id: u64) -> Outcome {
        self.check_may_read(channel)?;
        let message = self.public_message(channel, id)?;
        Ok(payloads::message_event(self, message))
    }

    /// `GET /channels/{channel}/messages`, newest first.
    pub fn list_messages(&self, channel: u64) -> Outcome {
        self.check_may_read(channel)?;
        let public = self.messages.values().rev().filter(|message| {
            message.channel == channel && message.only_for.is_none() && !message.deleted
        });
        Ok(public
            .map(|message| payloads::message_event(self, message))
            .collect())
    }

    /// `PATCH /channels/{channel}/messages/{message}`
    pub fn edit_post(&mut self, request: &Request, channel: u64, id: u64) -> Outcome {
        let message = self.public_message(channel, id)?;
        if message.author != BOT {
            let fault = format!("edit of message {id}, which is not the bot's");
            return Err(Refused::fault(403, 50005, fault));
        }
        let before = message.body.clone();
        let draft = Draft::of(Carrier::Edit, &request.body, request);
        self.check_draft(draft.onto(&before))?;
        self.revise(id, &request.body, request.files.clone());
        Ok(payloads::message(self, &self.messages[&id]))
    }

    /// `DELETE /channels/{channel}/messages/{message}`
    pub fn delete_post(&mut self, channel: u64, id: u64) -> Outcome {
        let message = self.public_message(channel, id)?;
        let has = self.world.permissions(BOT, self.world.channel(channel));
        if !has.contains(Permissions::VIEW_CHANNEL) {
            return Err(Refused::fate(403, 50001));
        }
        if message.author != BOT && !has.contains(Permissions::MANAGE_MESSAGES) {
            return Err(Refused::fault(
                403,
                50013,
                "delete: the bot lacks MANAGE_MESSAGES",
            ));
        }
        self.delete(id);
        Ok(Value::Null)
    }

    /// `POST /channels/{channel}/typing`
    pub fn type_in(&mut self, request: &Request, channel: u64) -> Outcome {
        self.check_may_send(request, channel)?;
        self.typing.push(channel);
        Ok(Value::Null)
    }

    /// `POST /users/@me/channels`
    pub fn open_conversation(&self, request: &Request) -> Outcome {
        request.refuse(Vec::new())?;
        let recipient = id_in(&request.body["recipient_id"]);
        let Some(user) = recipient.and_then(|id| self.world.users.get(&id)) else {
            return Err(Refused::fault(
                400,
                50033,
                "a conversation with nobody known",
            ));
        };
        if user.id == BOT {
            return Err(Refused::fault(400, 50007, "a conversation with itself"));
        }
        Ok(payloads::channel(&self.world, self.world.channel(user.dm)))
    }

    pub fn delete(&mut self, id: u64) {
        let message = self.messages.get_mut(&id).expect("a standing message");
        message.deleted = true;
        let (channel, visible) = (message.channel, message.only_for.is_none());
        let guild = self.world.channel(channel).guild;
        let mut data = json!({ "id": id.to_string(), "channel_id": channel.to_string() });
        if let Some(guild) = guild {
            data["guild_id"] = json!(guild.to_string());
        }
        if visible && self.world.bot_is_in(self.world.channel(channel)) {
            self.gateway.dispatch("MESSAGE_DELETE", guild, data);
        }
    }

    /// A message anyone may name; an ephemeral one exists only for its interaction.
    fn public_message(&self, channel: u64, id: u64) -> Result<&Message, Refused> {
        let found = self
            .messages
            .get(&id)
            .filter(|m| m.channel == channel && !m.deleted);
        match found {
            None => Err(Refused::fate(404, 10008)),
            Some(message) if message.only_for.is_some() => {
                let fault = format!("message {id} is ephemeral; only its interaction reaches it");
                Err(Refused::fault(404, 10008, fault))
            }
            Some(message) => Ok(message),
        }
    }

    fn check_may_send(&self, request: &Request, channel: u64) -> Result<(), Refused> {
        let facts = self.known_channel(channel)?;
        if facts.kind == ChannelKind::Direct && self.dms_closed(facts) {
            return Err(Refused::fate(403, 50007));
        }
        let place = format!("{} in #{}", request.path, facts.name);
        if !self.world.bot_is_in(facts) {
            let fault = format!("{place}: the bot is not there");
            return Err(Refused::fault(403, 50001, fault));
        }
        let fault = |lacks: &str| format!("{place}: the bot lacks {lacks}");
        match self.world.bot_lacks_to_send(facts) {
            Some("VIEW_CHANNEL") => Err(Refused::fault(403, 50001, fault("VIEW_CHANNEL"))),
            Some(lacks) => Err(Refused::fault(403, 50013, fault(lacks))),
            None => self.check_extras(request, facts),
        }
    }

    /// Files, embeds and replies need a right of their own.
    fn check_extras(&self, request: &Request, channel: &ChannelFacts) -> Result<(), Refused> {
        let has = self.world.permissions(BOT, channel);
        if !request.files.is_empty() && !has.contains(Permissions::ATTACH_FILES) {
            let fault = format!("a file in #{}: the bot lacks ATTACH_FILES", channel.name);
            return Err(Refused::fault(403, 50013, fault));
        }
        if request.body["embeds"]
            .as_array()
            .is_some_and(|embeds| !embeds.is_empty())
            && !has.contains(Permissions::EMBED_LINKS)
        {
            let fault = format!("an embed in #{}: the bot lacks EMBED_LINKS", channel.name);
            return Err(Refused::fault(403, 50013, fault));
        }
        let replies = request.body["message_reference"].is_object();
        if replies && !has.contains(Permissions::READ_MESSAGE_HISTORY) {
            let fault = format!(
                "a reply in #{}: the bot lacks READ_MESSAGE_HISTORY",
                channel.name
            );
            return Err(Refused::fault(400, 160_002, fault));
        }
        Ok(())
    }

    fn check_may_read(&self, channel: u64) -> Result<(), Refused> {
        let facts = self.known_channel(channel)?;
        let has = self.world.permissions(BOT, facts);
        let needed = Permissions::VIEW_CHANNEL | Permissions::READ_MESSAGE_HISTORY;
        if self.world.bot_is_in(facts) && has.contains(needed) {
            return Ok(());
        }
        let fault = format!("messages of #{}: the bot may not read them", facts.name);
        Err(Refused::fault(403, 50001, fault))
    }

    pub fn known_channel(&self, channel: u64) -> Result<&ChannelFacts, Refused> {
        let unknown = || Refused::fault(404, 10003, format!("unknown channel {channel}"));
        self.world.channels.get(&channel).ok_or_else(unknown)
    }

    fn dms_closed(&self, channel: &ChannelFacts) -> bool {
        let mut people = channel.people.iter().filter(|id| **id != BOT);
        people.any(|id| self.world.user(*id).closed_dms)
    }

    /// The message answered. One that is gone refuses the reply, unless the bot said it may be.
    fn check_reference(&self, channel: u64, reference: &Value) -> Result<Option<u64>, Refused> {
        let Some(id) = id_in(&reference["message_id"]) else {
            return Ok(None);
        };
        let standing = self
            .messages
            .get(&id)
            .filter(|m| m.channel == channel && !m.deleted);
        match standing {
            Some(_) => Ok(Some(id)),
            None if reference["fail_if_not_exists"] == false => Ok(None),
            None => Err(Refused::fate(400, 50035)),
        }
    }

    /// With `enforce_nonce` a repeated post gives the earlier message.
    fn same_nonce(&self, channel: u64, body: &Value) -> Option<u64> {
        if body["enforce_nonce"] != true || body["nonce"].is_null() {
            return None;
        }
        let same =
            |message: &&Message| message.channel == channel && message.nonce == body["nonce"];
        self.messages.values().find(same).map(|message| message.id)
    }
}

fn id_in(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}
