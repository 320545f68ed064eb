//! What a command is, and how Discord takes it.

use super::wording::Wording;
use crate::bot::{Knowledge, Refusal, Request};
use serde_json::{Value, json};
use serenity::all::CommandData;

/// Typed after a slash, or chosen from the menu of a message.
const CHAT_INPUT: u8 = 1;
pub(super) const IN_MENU_OF_MESSAGES: u8 = 3;

/// What an option takes.
pub(super) const SUBCOMMAND: u8 = 1;
pub(super) const STRING: u8 = 3;
pub(super) const FLAG: u8 = 5;
pub(super) const ATTACHMENT: u8 = 11;

/// Discord shows such a command to whoever may manage the server; its administrators can change that. The bit
/// goes as text, and is no check: that is made at every use.
const MANAGE_SERVER: &str = "32";

/// One command.
pub(super) struct Command {
    /// What is typed, or read in the menu.
    pub(super) name: &'static str,
    /// The key of its words.
    pub(super) words: &'static str,
    /// Whether it is typed or stands in a menu, as Discord numbers them.
    pub(super) kind: u8,
    pub(super) who: Who,
    /// What it takes along, as Discord wants to hear it.
    pub(super) options: fn(Wording<'_>, &Knowledge) -> Vec<Value>,
    /// What whoever used it asks of us.
    pub(super) request: fn(&CommandData) -> Result<Request, Refusal>,
}

/// Whom Discord offers a command to.
pub(super) enum Who {
    /// Anybody, in servers, in direct messages and in any other conversation.
    Everyone,
    /// Whoever manages the server they are in.
    Moderators,
}

/// A command that is typed, is the moderators', and takes nothing along.
pub(super) const BARE: Command = Command {
    name: "",
    words: "",
    kind: CHAT_INPUT,
    who: Who::Moderators,
    options: |_, _| Vec::new(),
    request: |_| Err(Refusal::UnknownCommand),
};

impl Command {
    /// As Discord takes it.
    pub(super) fn put(&self, words: Wording<'_>, knowledge: &Knowledge) -> Value {
        let mut command = json!({ "type": self.kind, "name": self.name });
        match self.who {
            // Installed in a server, or by one person for themselves.
            Who::Everyone => {
                command["integration_types"] = json!([0, 1]);
                command["contexts"] = json!([0, 1, 2]);
            }
            Who::Moderators => {
                command["integration_types"] = json!([0]);
                command["contexts"] = json!([0]);
                command["default_member_permissions"] = json!(MANAGE_SERVER);
            }
        }
        let options = (self.options)(words, knowledge);
        if !options.is_empty() {
            command["options"] = json!(options);
        }
        match self.kind {
            IN_MENU_OF_MESSAGES => words.put_name(self.words, command),
            _ => words.put(self.words, command),
        }
    }
}
