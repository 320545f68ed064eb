//! "Find in the article", in the menu of every message: looks its words up.

use super::command::{BARE, Command, IN_MENU_OF_MESSAGES, Who};
use crate::bot::{Pointed, Refusal, Request};
use crate::discord::words::said;
use crate::who::UserId;
use serenity::all::{CommandData, ResolvedTarget};

pub(super) const COMMAND: Command = Command {
    name: "Find in the article",
    words: "command-find",
    kind: IN_MENU_OF_MESSAGES,
    who: Who::Everyone,
    request,
    ..BARE
};

/// Discord hands us the words with the command, whether we may read the channel or not.
fn request(used: &CommandData) -> Result<Request, Refusal> {
    let Some(ResolvedTarget::Message(message)) = used.target() else {
        return Err(Refusal::UnknownCommand);
    };
    Ok(Request::Find(Pointed {
        message: message.id.get(),
        author: UserId(message.author.id.get()),
        text: said(message),
    }))
}
