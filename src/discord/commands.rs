//! The slash commands, and how Discord learns of them. Each has a file, or a row in `bare`: what it offers and what it asks of
//! us.

mod ask;
mod bare;
mod find;
mod help;
mod privacy;
mod read;
mod settings;
mod test;
mod wording;

use super::outbound::{Patience, Undelivered, Way, choice};
use super::pauses::Pauses;
use crate::bot::{Bot, BoxOf, Knowledge, Refusal, Request as Asked, Served, Typing};
use crate::reply::{SUGGESTION_LIMIT, suggested_article};
use serde_json::{Value, json};
use serenity::all::{Attachment, CommandData};
use serenity::http::{LightMethod, Request, Route};
use std::convert::Infallible;
use std::future::pending;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::time::Instant;
use tracing::{error, info, warn};
use wording::Wording;

const CHAT_INPUT: u8 = 1;
const SUBCOMMAND: u8 = 1;
const IN_MENU_OF_MESSAGES: u8 = 3;
const STRING: u8 = 3;
const FLAG: u8 = 5;
const ATTACHMENT: u8 = 11;

/// Installed in a server, or by one person for themselves.
const INSTALLS: [u8; 2] = [0, 1];
/// Installed in a server.
const SERVER_INSTALL: [u8; 1] = [0];
/// In a server only.
const IN_SERVERS: [u8; 1] = [0];
/// Discord shows such a command to whoever may manage the server; its administrators can change that. The bit
/// goes as text, and is no check: that is made at every use.
const MANAGE_SERVER: &str = "32";

/// In a server, in the bot's direct messages, in any other conversation.
const CONTEXTS: [u8; 3] = [0, 1, 2];

/// Every command, as Discord takes them.
pub(super) fn commands(knowledge: &Knowledge) -> Value {
    let words = Wording::new(&knowledge.phrases);
    json!([
        ask::command(words, knowledge),
        read::command(words, knowledge),
        privacy::command(words),
        settings::command(words),
        bare::SETUP.command(words),
        bare::REVIEW.command(words),
        bare::TAUGHT.command(words),
        bare::NUMBERS.command(words),
        test::command(words),
        find::command(words),
        help::command(words),
    ])
}

/// What somebody who used a command asks of us.
pub(super) fn request(used: &CommandData) -> Result<Asked, Refusal> {
    match used.name.as_str() {
        ask::NAME => ask::request(used),
        find::NAME => find::request(used),
        help::NAME => Ok(Asked::Help),
        privacy::NAME => Ok(privacy::request(used)),
        settings::NAME => settings::request(used),
        read::NAME => Ok(read::request(used)),
        test::NAME => test::request(used),
        name => bare::request(name).ok_or(Refusal::UnknownCommand),
    }
}

/// The file that somebody handed in with a command.
pub(super) fn file(used: &CommandData) -> Option<&Attachment> {
    match used.name.as_str() {
        settings::NAME => settings::file(used),
        _ => None,
    }
}

/// What somebody who is still typing a command waits for; nothing if the box is none of ours.
pub(super) fn typing(used: &CommandData) -> Option<Typing> {
    let typed = used.autocomplete()?;
    let box_of = match (used.name.as_str(), typed.name) {
        (ask::NAME, ask::QUESTION) => BoxOf::Question,
        (read::NAME, read::SECTION) => BoxOf::Section,
        (ask::NAME | read::NAME, ARTICLE) => BoxOf::Article,
        _ => return None,
    };
    Some(Typing {
        box_of,
        text: typed.value.to_owned(),
        article: text(used, ARTICLE).map(str::to_owned),
        language: text(used, LANGUAGE).map(str::to_owned),
    })
}

const ARTICLE: &str = "article";

/// Discord lists at most so many choices.
const CHOICES_LIMIT: usize = 25;

/// The option that names an article, where there are several to choose from: out of a list, which is best on a
/// phone, or by typing where they are more than Discord lists.
fn articles(words: Wording<'_>, knowledge: &Knowledge) -> Option<Value> {
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

const LANGUAGE: &str = "language";

/// The option that names the language to read in, where there are several to choose from.
fn languages(words: Wording<'_>, knowledge: &Knowledge) -> Option<Value> {
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
fn style(words: Wording<'_>) -> Value {
    let option = json!({
        "type": STRING,
        "name": STYLE,
        "required": false,
        "choices": [
            words.choice("choice-embeds", EMBEDS),
            words.choice("choice-plain", PLAIN),
        ],
    });
    words.put("command-style", option)
}

/// `request`, answered in the form that was chosen with it.
fn styled(used: &CommandData, request: Asked) -> Asked {
    match text(used, STYLE) {
        Some(PLAIN) => Asked::Plainly(Box::new(request)),
        _ => request,
    }
}

/// The text of the option `name`, if it was given.
fn text<'c>(used: &'c CommandData, name: &str) -> Option<&'c str> {
    let mut options = used.options.iter();
    let given = options.find(|option| option.name == name)?;
    given.value.as_str()
}

/// Tells Discord our commands, once it has told who we are, and whenever another bot took the place of this one.
pub(super) async fn register(
    way: Way<'_>,
    mut bot: watch::Receiver<Arc<Bot>>,
    known: &Notify,
    first_pause: Duration,
) -> Infallible {
    known.notified().await;
    loop {
        let serving = Arc::clone(&bot.borrow_and_update());
        tell(way, &serving, first_pause).await;
        if bot.changed().await.is_err() {
            // No other will come.
            pending::<()>().await;
        }
    }
}

/// Tells Discord our commands, again and again until it listens. Meanwhile the bot serves whoever asks.
async fn tell(way: Way<'_>, bot: &Bot, first_pause: Duration) {
    let Some(application_id) = way.http.application_id() else {
        error!("Discord did not say which application we are; the commands stay as they were.");
        return;
    };
    let body = commands(&bot.knowledge).to_string().into_bytes();
    for pause in Pauses::from(first_pause) {
        let route = Route::Commands { application_id };
        let request = Request::new(route, LightMethod::Put).body(Some(body.clone()));
        match way.send(request, Patience::Message(Instant::now())).await {
            Ok(()) => return info!("The commands are registered."),
            Err(Undelivered {
                status: Some(status @ 400..=499),
                code,
                ..
            }) if status != 429 => {
                return error!(
                    status,
                    code, "Discord refuses the commands; they stay as they were."
                );
            }
            Err(failed) => {
                let Undelivered { status, code, .. } = failed;
                let (why, seconds) = (failed.why(), pause.as_secs());
                warn!(
                    why,
                    status, code, seconds, "The commands are not registered yet; trying again."
                );
            }
        }
        tokio::time::sleep(pause).await;
    }
}
