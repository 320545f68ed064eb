//! From our replies to Discord's messages.
//!
//! Bodies are written in `body` and `controls`, not by the library's builders, so that each one pings nobody: the
//! library's own default reaches only what its builders make.

mod body;
mod controls;
mod lines;
mod send;
mod undelivered;

pub(super) use body::{ASKED_COLOUR, is_framed};
pub use body::{Message, message};
pub(super) use lines::Patience;
pub(super) use send::{Sender, Way};
pub(super) use undelivered::Undelivered;

use super::call::Call;
use crate::bot::{Post, Removal};
use crate::reply::{Arrival, Audience, Form, Part, Reply, Suggestion};
use crate::watch::numbers;
use crate::who::Place;
use controls::modal;
use serde::Serialize;
use serenity::all::{ChannelId, CreateAttachment, GuildId, MessageId};
use serenity::http::{LightMethod, Multipart, MultipartUpload, Request, Route};
use tokio::time::Instant;
use undelivered::tell;

/// The message is gone already.
const UNKNOWN_MESSAGE: isize = 10_008;

const EPHEMERAL: u64 = 1 << 6;

const NEW_MESSAGE: u8 = 4;
const ACKNOWLEDGED: u8 = 6;
const CHANGED_MESSAGE: u8 = 7;
const SUGGESTIONS: u8 = 8;
const FORM: u8 = 9;

/// The answer to an interaction.
#[derive(Serialize)]
struct Callback<T> {
    #[serde(rename = "type")]
    kind: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<T>,
}

/// Lines to choose from.
#[derive(Serialize)]
struct Choices<'s> {
    choices: Vec<Choice<'s>>,
}

/// A line to choose, as Discord takes it.
#[derive(Serialize)]
pub(super) struct Choice<'s> {
    name: &'s str,
    value: &'s str,
}

/// A message with the number of what it answers: sent twice, it stands once.
#[derive(Serialize)]
struct Numbered<'r> {
    #[serde(flatten)]
    message: Message<'r>,
    nonce: String,
    enforce_nonce: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_reference: Option<Reference>,
}

/// What makes a message an answer to another, which pings nobody.
#[derive(Serialize)]
struct Reference {
    message_id: String,
    fail_if_not_exists: bool,
}

/// Answers an interaction, directly and once.
pub(super) async fn respond(way: Way<'_>, call: &Call, reply: &Reply) {
    let kind = match reply.arrival {
        Arrival::Gone => ACKNOWLEDGED,
        Arrival::InPlace if call.in_private => CHANGED_MESSAGE,
        Arrival::InPlace | Arrival::New => NEW_MESSAGE,
    };
    let alone = match call.place {
        Place::Dm => false,
        // Nobody there let us in but the asker.
        Place::Elsewhere => true,
        // Nobody speaks through us where they may not themselves.
        Place::Channel(_) => reply.audience == Audience::OnlyAsker || !call.may_write,
    };
    let mut data = (kind != ACKNOWLEDGED).then(|| message(reply));
    if let Some(message) = data.as_mut().filter(|_| alone && kind == NEW_MESSAGE) {
        message.flags |= EPHEMERAL;
    }
    call_back(way, call, Callback { kind, data }, files(reply)).await;
    if kind == ACKNOWLEDGED {
        tell(take_away(way, call).await);
    }
}

/// Answers an interaction with something to fill in.
pub(super) async fn ask_for(way: Way<'_>, call: &Call, form: &Form) {
    let form = Callback {
        kind: FORM,
        data: Some(modal(form)),
    };
    call_back(way, call, form, Vec::new()).await;
}

/// Answers somebody who is still typing.
pub(super) async fn suggest(way: Way<'_>, call: &Call, suggestions: &[Suggestion]) {
    let choices = suggestions.iter().map(choice).collect();
    let suggestions = Callback {
        kind: SUGGESTIONS,
        data: Some(Choices { choices }),
    };
    call_back(way, call, suggestions, Vec::new()).await;
}

/// A line to choose, as Discord takes it.
pub(super) fn choice(line: &Suggestion) -> Choice<'_> {
    Choice {
        name: &line.name,
        value: &line.value,
    }
}

async fn call_back(
    way: Way<'_>,
    call: &Call,
    answer: Callback<impl Serialize>,
    files: Vec<CreateAttachment>,
) {
    let body = json(&answer);
    let route = Route::InteractionResponse {
        interaction_id: call.id,
        token: &call.token,
    };
    let request = Request::new(route, LightMethod::Post);
    let request = match files.is_empty() {
        true => request.body(Some(body.into_bytes())),
        false => request.multipart(Some(Multipart {
            upload: MultipartUpload::Attachments(files),
            payload_json: Some(body),
            fields: Vec::new(),
        })),
    };
    let sent = way.send(request, Patience::Interaction(call.came)).await;
    if sent.is_ok() {
        numbers::answered(call.came.elapsed());
    }
    tell(sent);
}

fn json(body: &impl Serialize) -> String {
    serde_json::to_string(body).expect("words and numbers")
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
async fn take_away(way: Way<'_>, call: &Call) -> Result<(), Undelivered> {
    let Some(application_id) = way.http.application_id() else {
        return Ok(());
    };
    let route = Route::WebhookOriginalInteractionResponse {
        application_id,
        token: &call.token,
    };
    let patience = Patience::Message(Instant::now());
    way.send(Request::new(route, LightMethod::Delete), patience)
        .await
}

/// Answers a message in its channel; the number the answer then stands under. `points` is whether it says what it
/// answers.
pub(super) async fn answer(
    way: Way<'_>,
    channel: ChannelId,
    answers: MessageId,
    points: bool,
    reply: &Reply,
) -> Option<MessageId> {
    let points_at = points.then(|| reference(answers.get()));
    let written = write(way, channel, answers.get(), points_at, reply).await;
    let stands = written.as_ref().ok().copied();
    tell(written.map(drop));
    stands
}

/// Makes `reply` of our message `answer`; whether it stands so.
pub(super) async fn change(
    way: Way<'_>,
    channel: ChannelId,
    answer: MessageId,
    reply: &Reply,
) -> bool {
    let route = Route::ChannelMessage {
        channel_id: channel,
        message_id: answer,
    };
    let body = json(&message(reply)).into_bytes();
    let request = Request::new(route, LightMethod::Patch).body(Some(body));
    let changed = way.send(request, Patience::Message(Instant::now())).await;
    let stands = changed.is_ok();
    tell(changed);
    stands
}

/// Writes a greeting into a channel of a server.
pub(super) async fn greet(way: Way<'_>, channel: ChannelId, guild: GuildId, greeting: &Reply) {
    let written = write(way, channel, guild.get(), None, greeting).await;
    tell(written.map(drop));
}

/// Tells moderators in their channel that the report `number` came.
pub(super) async fn arrive(way: Way<'_>, channel: ChannelId, number: u64, arrival: &Reply) {
    let written = write(way, channel, number, None, arrival).await;
    tell(written.map(drop));
}

/// Writes a message into a channel for what was asked by the interaction `call`; the number it stands under, if it does.
pub(super) async fn post(way: Way<'_>, call: &Call, post: &Post) -> Option<MessageId> {
    let channel = ChannelId::new(post.channel.0);
    let number = post.about.unwrap_or(call.id.get());
    let points_at = post.about.filter(|_| call.may_point).map(reference);
    let patience = Patience::Interaction(call.came);
    let written = write_within(way, channel, number, points_at, &post.reply, patience).await;
    let stands = written.as_ref().ok().copied();
    tell(written.map(drop));
    stands
}

/// Writes `notice` of the message `about` into a channel.
pub(super) async fn notify(way: Way<'_>, channel: ChannelId, about: MessageId, notice: &Reply) {
    let written = write(way, channel, about.get(), None, notice).await;
    tell(written.map(drop));
}

/// Deletes a message of ours; whether it is gone.
pub(super) async fn remove(way: Way<'_>, call: &Call, removal: &Removal) -> bool {
    let route = Route::ChannelMessage {
        channel_id: ChannelId::new(removal.channel.0),
        message_id: MessageId::new(removal.message),
    };
    let request = Request::new(route, LightMethod::Delete);
    let done = way.send(request, Patience::Interaction(call.came)).await;
    let gone = done.is_ok() || done.is_err_and(|failed| failed.code == Some(UNKNOWN_MESSAGE));
    tell(done);
    gone
}

/// Points at `message`, and goes out without it where it is gone.
fn reference(message: u64) -> Reference {
    Reference {
        message_id: message.to_string(),
        fail_if_not_exists: false,
    }
}

/// Writes `reply` into a channel, once for what was asked by the same `number`.
async fn write(
    way: Way<'_>,
    channel: ChannelId,
    number: u64,
    points_at: Option<Reference>,
    reply: &Reply,
) -> Result<MessageId, Undelivered> {
    let patience = Patience::Message(Instant::now());
    write_within(way, channel, number, points_at, reply, patience).await
}

/// The same as long as `patience` lasts.
async fn write_within(
    way: Way<'_>,
    channel: ChannelId,
    number: u64,
    points_at: Option<Reference>,
    reply: &Reply,
    patience: Patience,
) -> Result<MessageId, Undelivered> {
    let body = Numbered {
        message: message(reply),
        nonce: number.to_string(),
        enforce_nonce: true,
        message_reference: points_at,
    };
    let route = Route::ChannelMessages {
        channel_id: channel,
    };
    let request = Request::new(route, LightMethod::Post).body(Some(json(&body).into_bytes()));
    way.write(request, patience).await
}
