//! `/privacy`: what we keep, and how to have it deleted.

use super::command::{BARE, Command, FLAG, Who};
use super::wording::Wording;
use crate::bot::{Knowledge, Refusal, Request};
use serde_json::{Value, json};
use serenity::all::CommandData;

pub(super) const COMMAND: Command = Command {
    name: "privacy",
    words: "command-privacy",
    who: Who::Everyone,
    options,
    request,
    ..BARE
};
const DELETE: &str = "delete";

fn options(words: Wording<'_>, _: &Knowledge) -> Vec<Value> {
    let delete = json!({ "type": FLAG, "name": DELETE });
    vec![words.put("command-privacy-delete", delete)]
}

fn request(used: &CommandData) -> Result<Request, Refusal> {
    let mut options = used.options.iter();
    let delete = options.find(|option| option.name == DELETE);
    Ok(match delete.and_then(|option| option.value.as_bool()) {
        Some(true) => Request::Forget,
        _ => Request::Privacy,
    })
}
