//! Messages as Discord keeps them: who sees them, what they were, what they became.

use super::discord::State;
use super::payloads;
use super::rules::{V2, overlaid};
use super::shown::File;
use super::world::BOT;
use serde_json::{Value, json};
use std::time::Duration;

pub const EPHEMERAL: u64 = 1 << 6;
const LOADING: u64 = 1 << 7;

#[derive(Clone)]
pub struct Message {
    pub id: u64,
    pub channel: u64,
    pub author: u64,
    pub at: Duration,
    /// When its writer last changed it.
    pub edited: Option<Duration>,
    /// `content`, `embeds`, `components`, `flags` as they stand now.
    pub body: Value,
    /// Every earlier state that a person could see.
    pub history: Vec<Value>,
    pub files: Vec<File>,
    pub allowed_mentions: Value,
    /// The only person who sees an ephemeral message.
    pub only_for: Option<u64>,
    pub interaction: Option<u64>,
    pub replies_to: Option<u64>,
    pub nonce: Value,
    /// Deferred: "is thinking…" stands where the answer will be.
    pub thinking: bool,
    pub deleted: bool,
}

impl Message {
    /// A message of `author` with nothing in it yet.
    pub fn new(id: u64, channel: u64, author: u64, at: Duration) -> Message {
        Message {
            id,
            channel,
            author,
            at,
            edited: None,
            body: json!({}),
            history: Vec::new(),
            files: Vec::new(),
            allowed_mentions: Value::Null,
            only_for: None,
            interaction: None,
            replies_to: None,
            nonce: Value::Null,
            thinking: false,
            deleted: false,
        }
    }

    /// Takes on what `body` says and leaves the rest as it is.
    pub fn overlay(&mut self, body: &Value, files: Vec<File>) {
        self.body = overlaid(&self.body, body);
        self.allowed_mentions = body["allowed_mentions"].clone();
        self.files.extend(files);
        self.thinking = false;
    }

    pub fn content(&self) -> &str {
        self.body["content"].as_str().unwrap_or_default()
    }

    pub fn flags(&self) -> u64 {
        let own = self.body["flags"].as_u64().unwrap_or_default();
        let only = self.only_for.map_or(0, |_| EPHEMERAL);
        let loading = if self.thinking { LOADING } else { 0 };
        own | only | loading
    }

    pub fn is_laid_out(&self) -> bool {
        self.flags() & V2 != 0
    }

    pub fn mentions_bot(&self) -> bool {
        let names = [format!("<@{BOT}>"), format!("<@!{BOT}>")];
        names.iter().any(|name| self.content().contains(name))
    }
}

impl State {
    /// Keeps a message and tells the bot about it, if it may know.
    pub fn publish(&mut self, message: Message) -> u64 {
        let id = message.id;
        self.messages.insert(id, message);
        self.announce("MESSAGE_CREATE", id);
        id
    }

    /// Changes a standing message; a placeholder leaves no history.
    pub fn revise(&mut self, id: u64, body: &Value, files: Vec<File>) {
        let message = self.messages.get_mut(&id).expect("a standing message");
        let first = message.thinking;
        if !first {
            message.history.push(message.body.clone());
        }
        message.overlay(body, files);
        self.announce(
            if first {
                "MESSAGE_CREATE"
            } else {
                "MESSAGE_UPDATE"
            },
            id,
        );
    }

    /// Sends the message over the gateway, unless the bot cannot see it there.
    pub fn announce(&mut self, event: &str, id: u64) {
        let message = &self.messages[&id];
        let channel = self.world.channel(message.channel);
        let seen = message.only_for.is_none() && !message.thinking;
        if !seen || !self.world.bot_is_in(channel) {
            return;
        }
        let guild = channel.guild;
        let data = payloads::message_event(self, message);
        self.gateway.dispatch(event, guild, data);
    }

    /// Whether the bot reads the content without the Message Content intent.
    ///
    /// Its own messages, direct messages, mentions, and replies to its messages that ping; answers
    /// to interactions count for no reply (gateway/you-might-not-need-a-privileged-intent).
    pub fn bot_reads(&self, message: &Message) -> bool {
        let direct = self.world.channel(message.channel).guild.is_none();
        message.author == BOT || direct || message.mentions_bot() || self.pings_bot(message)
    }

    /// A reply to a message of the bot, with the ping left on.
    pub fn pings_bot(&self, message: &Message) -> bool {
        let answered = message.replies_to.and_then(|id| self.messages.get(&id));
        answered.is_some_and(|answered| answered.author == BOT && answered.interaction.is_none())
    }
}
