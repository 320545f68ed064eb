//! `/test`: a question as a member would ask it, and why it meets what it meets.

use super::ask::QUESTION_LIMIT;
use super::{CHAT_INPUT, IN_SERVERS, MANAGE_SERVER, SERVER_INSTALL, STRING, Wording, text};
use crate::bot::{Refusal, Request};
use serde_json::{Value, json};
use serenity::all::CommandData;

pub(super) const NAME: &str = "test";
const QUESTION: &str = "question";

pub(super) fn command(words: Wording<'_>) -> Value {
    let question = json!({
        "type": STRING,
        "name": QUESTION,
        "required": true,
        "max_length": QUESTION_LIMIT,
    });
    let command = json!({
        "type": CHAT_INPUT,
        "name": NAME,
        "integration_types": SERVER_INSTALL,
        "contexts": IN_SERVERS,
        "default_member_permissions": MANAGE_SERVER,
        "options": [words.put("command-test-question", question)],
    });
    words.put("command-test", command)
}

pub(super) fn request(used: &CommandData) -> Result<Request, Refusal> {
    let question = text(used, QUESTION).ok_or(Refusal::UnknownCommand)?;
    Ok(Request::Try(question.to_owned()))
}
