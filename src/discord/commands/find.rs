//! "Find in the article", in the menu of every message: looks its words up.

use super::{CONTEXTS, IN_MENU_OF_MESSAGES, INSTALLS, Wording};
use crate::bot::{Pointed, Refusal, Request};
use crate::discord::words::said;
use crate::who::UserId;
use serde_json::{Value, json};
use serenity::all::{CommandData, ResolvedTarget};

pub(super) const NAME: &str = "Find in the article";

pub(super) fn command(words: Wording<'_>) -> Value {
    let command = json!({
        "type": IN_MENU_OF_MESSAGES,
        "name": NAME,
        "integration_types": INSTALLS,
        "contexts": CONTEXTS,
    });
    words.put_name("command-find", command)
}

/// Discord hands us the words with the command, whether we may read the channel or not.
pub(super) fn request(used: &CommandData) -> Result<Request, Refusal> {
    let Some(ResolvedTarget::Message(message)) = used.target() else {
        return Err(Refusal::UnknownCommand);
    };
    Ok(Request::Find(Pointed {
        message: message.id.get(),
        author: UserId(message.author.id.get()),
        text: said(message),
    }))
}
