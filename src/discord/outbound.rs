//! From our replies to Discord's messages.
//!
//! Bodies are written in `body` and `controls`, not by the library's builders, so that each one pings nobody: the
//! library's own default reaches only what its builders make.

mod body;
mod controls;
mod send;

pub use body::message;
pub(super) use body::{ASKED_COLOUR, is_framed};
pub(super) use send::{Undelivered, send};

use super::inbound::Call;
use crate::bot::Post;
use crate::reply::{Arrival, Audience, Form, Part, Reply, Suggestion};
use crate::who::Place;
use controls::modal;
use send::tell;
use serde_json::{Value, json};
use serenity::all::{ChannelId, CreateAttachment, GuildId, MessageId};
use serenity::http::{Http, LightMethod, Multipart, MultipartUpload, Request, Route};

const EPHEMERAL: u64 = 1 << 6;

const NEW_MESSAGE: u8 = 4;
const ACKNOWLEDGED: u8 = 6;
const CHANGED_MESSAGE: u8 = 7;
const SUGGESTIONS: u8 = 8;
const FORM: u8 = 9;

/// Answers an interaction, directly and once.
pub(super) async fn respond(http: &Http, call: &Call, reply: &Reply) {
    let kind = match reply.arrival {
        Arrival::Gone => ACKNOWLEDGED,
        Arrival::InPlace if call.in_private => CHANGED_MESSAGE,
        Arrival::InPlace | Arrival::New => NEW_MESSAGE,
    };
    let mut body = json!({ "type": kind });
    if kind != ACKNOWLEDGED {
        body["data"] = message(reply);
        let alone = match call.place {
            Place::Dm => false,
            // Nobody there let us in but the asker.
            Place::Elsewhere => true,
            // Nobody speaks through us where they may not themselves.
            Place::Channel(_) => reply.audience == Audience::OnlyAsker || !call.may_write,
        };
        if alone && kind == NEW_MESSAGE {
            let flags = body["data"]["flags"].as_u64().unwrap_or_default();
            body["data"]["flags"] = json!(flags | EPHEMERAL);
        }
    }
    call_back(http, call, &body, files(reply)).await;
    if kind == ACKNOWLEDGED {
        tell(take_away(http, call).await);
    }
}

/// Answers an interaction with something to fill in.
pub(super) async fn ask_for(http: &Http, call: &Call, form: &Form) {
    let body = json!({ "type": FORM, "data": modal(form) });
    call_back(http, call, &body, Vec::new()).await;
}

/// Answers somebody who is still typing.
pub(super) async fn suggest(http: &Http, call: &Call, suggestions: &[Suggestion]) {
    let choices: Vec<Value> = suggestions.iter().map(choice).collect();
    let body = json!({ "type": SUGGESTIONS, "data": { "choices": choices } });
    call_back(http, call, &body, Vec::new()).await;
}

/// A line to choose, as Discord takes it.
pub(super) fn choice(line: &Suggestion) -> Value {
    json!({ "name": line.name, "value": line.value })
}

async fn call_back(http: &Http, call: &Call, body: &Value, files: Vec<CreateAttachment>) {
    let route = Route::InteractionResponse {
        interaction_id: call.id,
        token: &call.token,
    };
    let request = Request::new(route, LightMethod::Post);
    let request = match files.is_empty() {
        true => request.body(Some(body.to_string().into_bytes())),
        false => request.multipart(Some(Multipart {
            upload: MultipartUpload::Attachments(files),
            payload_json: Some(body.to_string()),
            fields: Vec::new(),
        })),
    };
    tell(send(http, request).await);
}

/// The files that come with `reply`.
fn files(reply: &Reply) -> Vec<CreateAttachment> {
    let files = reply.parts.iter().filter_map(|part| match part {
        Part::File(file) => Some(CreateAttachment::bytes(file.words.as_bytes(), &file.name)),
        _ => None,
    });
    files.collect()
}

/// Deletes the message whose button was pressed.
async fn take_away(http: &Http, call: &Call) -> Result<(), Undelivered> {
    let Some(application_id) = http.application_id() else {
        return Ok(());
    };
    let route = Route::WebhookOriginalInteractionResponse {
        application_id,
        token: &call.token,
    };
    send(http, Request::new(route, LightMethod::Delete)).await
}

/// Answers a message in its channel. `points` is whether the answer says so.
pub(super) async fn answer(
    http: &Http,
    channel: ChannelId,
    answers: MessageId,
    points: bool,
    reply: &Reply,
) {
    let points_at = points.then(|| reference(answers.get()));
    tell(write(http, channel, answers.get(), points_at, reply).await);
}

/// Writes a greeting into a channel of a server.
pub(super) async fn greet(http: &Http, channel: ChannelId, guild: GuildId, greeting: &Reply) {
    tell(write(http, channel, guild.get(), None, greeting).await);
}

/// Writes a message into a channel for what was asked by the interaction `call`; whether it stands there.
pub(super) async fn post(http: &Http, call: &Call, post: &Post) -> bool {
    let channel = ChannelId::new(post.channel.0);
    let number = post.about.unwrap_or(call.id.get());
    let points_at = post.about.filter(|_| call.may_point).map(reference);
    let written = write(http, channel, number, points_at, &post.reply).await;
    let stands = written.is_ok();
    tell(written);
    stands
}

/// What makes a message an answer to `message`, which pings nobody.
fn reference(message: u64) -> Value {
    json!({ "message_id": message.to_string(), "fail_if_not_exists": false })
}

/// Sent twice, it stands once: what was asked by the same `number` is written once.
async fn write(
    http: &Http,
    channel: ChannelId,
    number: u64,
    points_at: Option<Value>,
    reply: &Reply,
) -> Result<(), Undelivered> {
    let mut body = message(reply);
    body["nonce"] = json!(number.to_string());
    body["enforce_nonce"] = json!(true);
    if let Some(points_at) = points_at {
        body["message_reference"] = points_at;
    }
    let route = Route::ChannelMessages {
        channel_id: channel,
    };
    let request = Request::new(route, LightMethod::Post).body(Some(body.to_string().into_bytes()));
    send(http, request).await
}
