//! `/test`: a question as a member would ask it, and why it meets what it meets.

use super::ask::QUESTION_LIMIT;
use super::command::{BARE, Command, STRING};
use super::options::text;
use super::wording::Wording;
use crate::bot::{Knowledge, Refusal, Request};
use serde_json::{Value, json};
use serenity::all::CommandData;

pub(super) const COMMAND: Command = Command {
    name: "test",
    words: "command-test",
    options,
    request,
    ..BARE
};
const QUESTION: &str = "question";

fn options(words: Wording<'_>, _: &Knowledge) -> Vec<Value> {
    let question = json!({
        "type": STRING,
        "name": QUESTION,
        "required": true,
        "max_length": QUESTION_LIMIT,
    });
    vec![words.put("command-test-question", question)]
}

fn request(used: &CommandData) -> Result<Request, Refusal> {
    let question = text(used, QUESTION).ok_or(Refusal::UnknownCommand)?;
    Ok(Request::Try(question.to_owned()))
}
