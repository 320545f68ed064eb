//! `/ask`: a question to the article.

use super::{CHAT_INPUT, CONTEXTS, INSTALLS, STRING, Wording, text};
use crate::bot::{Refusal, Request};
use serde_json::{Value, json};
use serenity::all::CommandData;

pub(super) const NAME: &str = "ask";
const QUESTION: &str = "question";

/// A question may be as long as Discord allows. In characters.
pub(super) const QUESTION_LIMIT: u32 = 6_000;

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
        "integration_types": INSTALLS,
        "contexts": CONTEXTS,
        "options": [words.put("command-ask-question", question)],
    });
    words.put("command-ask", command)
}

pub(super) fn request(used: &CommandData) -> Result<Request, Refusal> {
    let question = text(used, QUESTION).ok_or(Refusal::UnknownCommand)?;
    Ok(Request::Ask(question.to_owned()))
}
