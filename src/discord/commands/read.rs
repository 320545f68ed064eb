//! `/read`: the contents, or a section in full.

use super::{
    ARTICLE, CHAT_INPUT, CONTEXTS, INSTALLS, LANGUAGE, STRING, Wording, articles, languages, style,
    styled, text,
};
use crate::bot::{Knowledge, Reading, Request};
use crate::reply::SUGGESTION_LIMIT;
use serde_json::{Value, json};
use serenity::all::CommandData;

pub(super) const NAME: &str = "read";
pub(super) const SECTION: &str = "section";

pub(super) fn command(words: Wording<'_>, knowledge: &Knowledge) -> Value {
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
    let options = options.chain(languages(words, knowledge));
    let command = json!({
        "type": CHAT_INPUT,
        "name": NAME,
        "integration_types": INSTALLS,
        "contexts": CONTEXTS,
        "options": options.collect::<Vec<_>>(),
    });
    words.put("command-read", command)
}

pub(super) fn request(used: &CommandData) -> Request {
    let read = Request::Read(Reading {
        section: text(used, SECTION).map(str::to_owned),
        article: text(used, ARTICLE).map(str::to_owned),
        language: text(used, LANGUAGE).map(str::to_owned),
    });
    styled(used, read)
}
