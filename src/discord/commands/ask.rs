//! `/ask`: a question to the article.

use super::command::{BARE, Command, STRING, Who};
use super::options::{ARTICLE, LANGUAGE, articles, languages, one_of, style, styled, text};
use super::wording::Wording;
use crate::bot::{Asking, Knowledge, Refusal, Request};
use crate::reply::Audience;
use serde_json::{Value, json};
use serenity::all::CommandData;

pub(super) const COMMAND: Command = Command {
    name: "ask",
    words: "command-ask",
    who: Who::Everyone,
    options,
    request,
    ..BARE
};
pub(super) const QUESTION: &str = "question";
const VISIBLE: &str = "visible";

/// A question may be as long as Discord allows. In characters.
pub(super) const QUESTION_LIMIT: u32 = 6_000;

/// Who sees the answer, as it stands on the wire.
const ONLY_ME: &str = "only-me";
const EVERYONE: &str = "everyone";

fn options(words: Wording<'_>, knowledge: &Knowledge) -> Vec<Value> {
    let question = json!({
        "type": STRING,
        "name": QUESTION,
        "required": true,
        "autocomplete": true,
        "max_length": QUESTION_LIMIT,
    });
    let choices = [("choice-only-me", ONLY_ME), ("choice-everyone", EVERYONE)];
    let own = [
        words.put("command-ask-question", question),
        one_of(words, "command-ask-visible", VISIBLE, choices),
        style(words),
    ];
    let options = own.into_iter().chain(articles(words, knowledge));
    options.chain(languages(words, knowledge)).collect()
}

fn request(used: &CommandData) -> Result<Request, Refusal> {
    let question = text(used, QUESTION).ok_or(Refusal::UnknownCommand)?;
    let asked = Request::Ask(Asking {
        question: question.to_owned(),
        article: text(used, ARTICLE).map(str::to_owned),
        language: text(used, LANGUAGE).map(str::to_owned),
        audience: match text(used, VISIBLE) {
            Some(EVERYONE) => Some(Audience::Everyone),
            Some(_) => Some(Audience::OnlyAsker),
            None => None,
        },
    });
    Ok(styled(used, asked))
}
