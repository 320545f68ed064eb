//! `/privacy`: what we keep, and how to have it deleted.

use super::{CHAT_INPUT, CONTEXTS, FLAG, INSTALLS, Wording};
use crate::bot::Request;
use serde_json::{Value, json};
use serenity::all::CommandData;

pub(super) const NAME: &str = "privacy";
const DELETE: &str = "delete";

pub(super) fn command(words: Wording<'_>) -> Value {
    let delete = json!({ "type": FLAG, "name": DELETE });
    let command = json!({
        "type": CHAT_INPUT,
        "name": NAME,
        "integration_types": INSTALLS,
        "contexts": CONTEXTS,
        "options": [words.put("command-privacy-delete", delete)],
    });
    words.put("command-privacy", command)
}

pub(super) fn request(used: &CommandData) -> Request {
    let mut options = used.options.iter();
    let delete = options.find(|option| option.name == DELETE);
    match delete.and_then(|option| option.value.as_bool()) {
        Some(true) => Request::Forget,
        _ => Request::Privacy,
    }
}
