//! The slash commands, and how Discord learns of them.

use super::outbound::{Undelivered, send};
use super::watch::Pauses;
use crate::bot::Bot;
use crate::content::phrases::FIRST_LANGUAGE;
use serde_json::{Value, json};
use serenity::http::{Http, LightMethod, Request, Route};
use std::sync::Arc;
use std::time::Duration;
use tracing::{error, info, warn};

/// The command that asks the article.
pub(super) const ASK: &str = "ask";
/// Its one option.
pub(super) const QUESTION: &str = "question";

/// A question may be as long as Discord allows. In characters.
const QUESTION_LIMIT: u32 = 6_000;

const CHAT_INPUT: u8 = 1;
const STRING: u8 = 3;

/// Installed in a server, or by one person for themselves.
const INSTALLS: [u8; 2] = [0, 1];
/// In a server, in the bot's direct messages, in any other conversation.
const CONTEXTS: [u8; 3] = [0, 1, 2];

/// Every command, as Discord takes them.
pub(super) fn commands(bot: &Bot) -> Value {
    let voice = bot.voice(FIRST_LANGUAGE);
    json!([{
        "name": ASK,
        "type": CHAT_INPUT,
        "description": voice.say("command-ask"),
        "integration_types": INSTALLS,
        "contexts": CONTEXTS,
        "options": [{
            "type": STRING,
            "name": QUESTION,
            "description": voice.say("command-ask-question"),
            "required": true,
            "max_length": QUESTION_LIMIT,
        }],
    }])
}

/// Tells Discord our commands, again and again until it listens. Meanwhile the bot serves whoever asks.
pub(super) async fn register(http: Arc<Http>, bot: Arc<Bot>, first_pause: Duration) {
    let Some(application_id) = http.application_id() else {
        error!("Discord did not say which application we are; the commands stay as they were.");
        return;
    };
    let body = commands(&bot).to_string().into_bytes();
    for pause in Pauses::from(first_pause) {
        let route = Route::Commands { application_id };
        let request = Request::new(route, LightMethod::Put).body(Some(body.clone()));
        match send(&http, request).await {
            Ok(()) => return info!("The commands are registered."),
            Err(Undelivered {
                status: Some(status @ 400..=499),
                code,
            }) if status != 429 => {
                return error!(
                    status,
                    code, "Discord refuses the commands; they stay as they were."
                );
            }
            Err(Undelivered { status, code }) => {
                let seconds = pause.as_secs();
                warn!(
                    status,
                    code, seconds, "The commands are not registered yet; trying again."
                );
            }
        }
        tokio::time::sleep(pause).await;
    }
}
