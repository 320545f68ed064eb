//! `/read`: the contents, or a section in full.

use super::command::{BARE, Command, STRING, Who};
use super::options::{ARTICLE, LANGUAGE, articles, languages, style, styled, text};
use super::wording::Wording;
use crate::bot::{Knowledge, Reading, Refusal, Request};
use crate::reply::SUGGESTION_LIMIT;
use serde_json::{Value, json};
use serenity::all::CommandData;

pub(super) const COMMAND: Command = Command {
    name: "read",
    words: "command-read",
    who: Who::Everyone,
    options,
    request,
    ..BARE
};
pub(super) const SECTION: &str = "section";

fn options(words: Wording<'_>, knowledge: &Knowledge) -> Vec<Value> {
    let section = json!({
        "type": STRING,
        "name": SECTION,
        "required": false,
        "autocomplete": true,
        "max_length": SUGGESTION_LIMIT,
    });
    let section = words.put("command-read-section", section);
    let own = [section, style(words)].into_iter();
    let options = own.chain(articles(words, knowledge));
    options.chain(languages(words, knowledge)).collect()
}

fn request(used: &CommandData) -> Result<Request, Refusal> {
    let read = Request::Read(Reading {
        section: text(used, SECTION).map(str::to_owned),
        article: text(used, ARTICLE).map(str::to_owned),
        language: text(used, LANGUAGE).map(str::to_owned),
    });
    Ok(styled(used, read))
}
