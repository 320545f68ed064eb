//! The options that several commands take, and what was chosen in them.

use super::command::STRING;
use super::wording::Wording;
use crate::bot::{Knowledge, Request, Served};
use crate::discord::outbound::choice;
use crate::reply::{SUGGESTION_LIMIT, suggested_article};
use serde_json::{Value, json};
use serenity::all::CommandData;

pub(super) const ARTICLE: &str = "article";

/// Discord lists at most so many choices.
const CHOICES_LIMIT: usize = 25;

/// The option that names an article, where there are several to choose from: out of a list, which is best on a
/// phone, or by typing where they are more than Discord lists.
pub(super) fn articles(words: Wording<'_>, knowledge: &Knowledge) -> Option<Value> {
    let all = knowledge.shelf.all();
    let listed = |served: &Served| json!(choice(&suggested_article(&served.article)));
    let mut option = json!({ "type": STRING, "name": ARTICLE, "required": false });
    match all.len() {
        0 | 1 => return None,
        2..=CHOICES_LIMIT => option["choices"] = all.iter().map(listed).collect(),
        _ => {
            option["autocomplete"] = json!(true);
            option["max_length"] = json!(SUGGESTION_LIMIT);
        }
    }
    Some(words.put("command-article", option))
}

pub(super) const LANGUAGE: &str = "language";

/// The option that names the language to read in, where there are several to choose from.
pub(super) fn languages(words: Wording<'_>, knowledge: &Knowledge) -> Option<Value> {
    let languages = knowledge.shelf.languages();
    let choice = |tag: &&str| json!({ "name": words.language(knowledge, tag), "value": tag });
    let choices = languages.iter().take(CHOICES_LIMIT).map(choice);
    let option = json!({
        "type": STRING,
        "name": LANGUAGE,
        "required": false,
        "choices": choices.collect::<Vec<_>>(),
    });
    (!languages.is_empty()).then(|| words.put("command-language", option))
}

/// How an answer comes, as it stands on the wire.
const STYLE: &str = "style";
const EMBEDS: &str = "embeds";
const PLAIN: &str = "plain";

/// The option that asks for an answer in plain text.
pub(super) fn style(words: Wording<'_>) -> Value {
    let choices = [("choice-embeds", EMBEDS), ("choice-plain", PLAIN)];
    one_of(words, "command-style", STYLE, choices)
}

/// The option `name`, described by the sentence `key`, that takes one of two values; each is called by a sentence of its own.
pub(super) fn one_of(
    words: Wording<'_>,
    key: &str,
    name: &str,
    choices: [(&str, &str); 2],
) -> Value {
    let option = json!({
        "type": STRING,
        "name": name,
        "required": false,
        "choices": choices.map(|(key, value)| words.choice(key, value)),
    });
    words.put(key, option)
}

/// `request`, answered in the form that was chosen with it.
pub(super) fn styled(used: &CommandData, request: Request) -> Request {
    match text(used, STYLE) {
        Some(PLAIN) => Request::Plainly(Box::new(request)),
        _ => request,
    }
}

/// The text of the option `name`, if it was given.
pub(super) fn text<'c>(used: &'c CommandData, name: &str) -> Option<&'c str> {
    let mut options = used.options.iter();
    let given = options.find(|option| option.name == name)?;
    given.value.as_str()
}
