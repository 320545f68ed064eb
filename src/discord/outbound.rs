//! From our replies to Discord's messages.
//!
//! The article's words go out in embeds, not in Components V2. Both were tried against the fake Discord, and both are
//! taken. But serenity 0.12 neither writes V2 nor reads it back, and the mark of V2 stays with a message for ever: a
//! quote could no longer turn in place into the contents or a card, which are plain text, nor they into a quote. All
//! its text together is held to 4,000 characters and a number of bytes, where embeds take 6,000 characters of any
//! script. For whoever wants no frames there is plain text.
//!
//! Bodies are written here, not by the library's builders, so that each one pings nobody: the
//! library's own default reaches only what its builders make.

use super::inbound::Call;
use crate::bot::Post;
use crate::reply::{
    Action, Arrival, Audience, Button, CONTENT_LIMIT, FORM_TITLE_LIMIT, Form, GAP, Input, Part,
    Pick, Pickable, Press, Reply, Row, Suggestion, quiet, shortened,
};
use crate::who::Place;
use serde_json::{Value, json};
use serenity::all::{ChannelId, CreateAttachment, GuildId, MessageId};
use serenity::http::{Http, HttpError, LightMethod, Multipart, MultipartUpload, Request, Route};
use std::time::Duration;
use tracing::{debug, warn};

/// Discord's limits, in characters.
const EMBED_TITLE_LIMIT: usize = 256;
const FOOTER_LIMIT: usize = 2_048;
const PLACEHOLDER_LIMIT: usize = 150;

/// The bar beside the article's words: a calm blue. What is ours has none.
const QUOTE_COLOUR: u32 = 0x5B_7D_B1;

/// The bar beside a person's words, by which we know them again: a warm grey.
pub(super) const ASKED_COLOUR: u32 = 0x9A_8F_84;

/// A longer aside would crowd out the words it stands beside, which are 6,000 together. In characters.
const ASIDE_LIMIT: usize = 1_500;

const EPHEMERAL: u64 = 1 << 6;
const SUPPRESS_EMBEDS: u64 = 1 << 2;

const ROW: u8 = 1;
const BUTTON: u8 = 2;
const MENU: u8 = 3;
const INPUT: u8 = 4;
const ROLES: u8 = 6;
const CHANNELS: u8 = 8;
/// The kinds of channels that people write in: text, announcements, forums.
const WRITTEN_IN: [u8; 3] = [0, 5, 15];
const ONE_LINE: u8 = 1;
const SEVERAL_LINES: u8 = 2;
const PRIMARY: u8 = 1;
const SECONDARY: u8 = 2;
const LINK: u8 = 5;

const NEW_MESSAGE: u8 = 4;
const ACKNOWLEDGED: u8 = 6;
const CHANGED_MESSAGE: u8 = 7;
const SUGGESTIONS: u8 = 8;
const FORM: u8 = 9;

/// No answer is worth waiting longer for: an interaction is void after 3 seconds.
const PATIENCE: Duration = Duration::from_secs(10);

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
            Place::Channel(_) => reply.audience == Audience::OnlyAsker,
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
    let choice = |line: &Suggestion| json!({ "name": line.name, "value": line.value });
    let choices: Vec<Value> = suggestions.iter().map(choice).collect();
    let body = json!({ "type": SUGGESTIONS, "data": { "choices": choices } });
    call_back(http, call, &body, Vec::new()).await;
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

/// `reply` as Discord's message. It pings nobody, and names all it has, so that it can replace another.
pub fn message(reply: &Reply) -> Value {
    let mut embeds: Vec<Value> = reply.parts.iter().filter_map(embed).collect();
    if let Some(last) = embeds.last_mut() {
        go_on(last, &reply.parts);
    }
    // Without a quote there is nothing of ours to hide, and no page that a line names is unfolded.
    let flags = match embeds.is_empty() {
        true => SUPPRESS_EMBEDS,
        false => 0,
    };
    json!({
        "content": content(&reply.parts),
        "embeds": embeds,
        "components": reply.rows.iter().enumerate().map(row).collect::<Vec<_>>(),
        "allowed_mentions": { "parse": [] },
        "flags": flags,
    })
}

/// Whether `reply` holds frames.
pub(super) fn is_framed(reply: &Reply) -> bool {
    reply.parts.iter().any(|part| embed(part).is_some())
}

/// Our own words, above every quote.
fn content(parts: &[Part]) -> String {
    let said: Vec<String> = parts
        .iter()
        .filter_map(|part| match part {
            Part::Say(words) => Some(words.clone()),
            Part::Note(words) => Some(quiet(words)),
            Part::Quote(_)
            | Part::Advice { .. }
            | Part::Onward(_)
            | Part::Asked { .. }
            | Part::Aside { .. }
            | Part::File(_) => None,
        })
        .collect();
    shortened(&said.join(GAP), CONTENT_LIMIT)
}

/// Puts how to go on below the last block, where a reader's eye arrives.
fn go_on(last: &mut Value, parts: &[Part]) {
    for part in parts {
        if let Part::Onward(words) = part {
            let stands = last["footer"]["text"].as_str();
            let lines = stands.into_iter().chain([words.as_str()]);
            let text = lines.collect::<Vec<_>>().join("\n");
            last["footer"] = json!({ "text": shortened(&text, FOOTER_LIMIT) });
        }
    }
}

/// The article's words in a block of their own. They are never cut: pages are made to fit.
fn embed(part: &Part) -> Option<Value> {
    match part {
        Part::Say(_) | Part::Note(_) | Part::Onward(_) | Part::File(_) => None,
        Part::Quote(quote) => Some(json!({
            "title": shortened(&quote.title, EMBED_TITLE_LIMIT),
            "description": quote.words,
            "footer": { "text": shortened(&quote.stands, FOOTER_LIMIT) },
            "color": QUOTE_COLOUR,
        })),
        Part::Advice { lead, words } => Some(json!({
            "author": { "name": shortened(lead, EMBED_TITLE_LIMIT) },
            "description": words,
        })),
        Part::Asked { lead, words } => Some(json!({
            "author": { "name": shortened(lead, EMBED_TITLE_LIMIT) },
            "description": words,
            "color": ASKED_COLOUR,
        })),
        Part::Aside { lead, words } => Some(json!({
            "author": { "name": shortened(lead, EMBED_TITLE_LIMIT) },
            "description": shortened(words, ASIDE_LIMIT),
        })),
    }
}

fn row((at, row): (usize, &Row)) -> Value {
    match row {
        Row::Buttons(buttons) => json!({
            "type": ROW,
            "components": buttons.iter().map(button).collect::<Vec<_>>(),
        }),
        Row::Menu { label, choices } => json!({
            "type": ROW,
            "components": [{
                "type": MENU,
                // What is chosen carries the meaning; the menu itself has none.
                "custom_id": format!("menu:{at}"),
                "placeholder": shortened(label, PLACEHOLDER_LIMIT),
                "options": choices.iter().map(choice).collect::<Vec<_>>(),
            }],
        }),
        Row::Pick(pick) => json!({ "type": ROW, "components": [self::pick(pick)] }),
    }
}

fn pick(pick: &Pick) -> Value {
    let (kind, name) = match pick.what {
        Pickable::Channels => (CHANNELS, "channel"),
        Pickable::Roles => (ROLES, "role"),
    };
    let chosen = pick.chosen.iter().take(usize::from(pick.most));
    let mut menu = json!({
        "type": kind,
        "custom_id": pick.press.to_string(),
        "placeholder": shortened(&pick.label, PLACEHOLDER_LIMIT),
        "min_values": 0,
        "max_values": pick.most,
        "default_values": chosen
            .map(|id| json!({ "id": id.to_string(), "type": name }))
            .collect::<Vec<_>>(),
    });
    if pick.what == Pickable::Channels {
        menu["channel_types"] = json!(WRITTEN_IN);
    }
    menu
}

/// A form as Discord's modal. Its texts stand in rows of their own: of the newer labels the library
/// loses what was written.
fn modal(form: &Form) -> Value {
    json!({
        "custom_id": form.press.to_string(),
        "title": shortened(&form.title, FORM_TITLE_LIMIT),
        "components": form.inputs.iter().enumerate().map(input).collect::<Vec<_>>(),
    })
}

fn input((at, input): (usize, &Input)) -> Value {
    let style = match input.lines {
        true => SEVERAL_LINES,
        false => ONE_LINE,
    };
    json!({
        "type": ROW,
        "components": [{
            "type": INPUT,
            "custom_id": at.to_string(),
            "style": style,
            "label": shortened(&input.label, FORM_TITLE_LIMIT),
            "value": input.value,
            "max_length": input.longest,
            "required": input.required,
        }],
    })
}

fn button(button: &Button) -> Value {
    let label = &button.label;
    match &button.action {
        Action::Press(press) => {
            let style = match press {
                Press::Show { .. } => PRIMARY,
                _ => SECONDARY,
            };
            json!({ "type": BUTTON, "style": style, "label": label, "custom_id": press.to_string() })
        }
        Action::Link(page) => json!({ "type": BUTTON, "style": LINK, "label": label, "url": page }),
    }
}

fn choice(choice: &Button) -> Value {
    let value = match &choice.action {
        Action::Press(press) => press.to_string(),
        Action::Link(page) => page.clone(),
    };
    json!({ "label": choice.label, "value": value })
}

/// What came of a request that failed: numbers only, for an address holds tokens and a body words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Undelivered {
    /// The answer's status, if there was an answer.
    pub status: Option<u16>,
    /// Discord's own code, if it gave one.
    pub code: Option<isize>,
}

/// The interaction has its answer already.
const ALREADY_ANSWERED: isize = 40_060;

/// Sends `request`, once more where the first try failed on Discord's side.
///
/// Every request of ours may be sent twice: a message carries its number, an interaction takes one
/// answer, the commands are replaced whole.
pub(super) async fn send(http: &Http, request: Request<'_>) -> Result<(), Undelivered> {
    match try_send(http, request.clone()).await {
        Err(failed) if failed.status.is_some_and(|status| status >= 500) => (),
        done => return done,
    }
    match try_send(http, request).await {
        Err(failed) if failed.code == Some(ALREADY_ANSWERED) => Ok(()),
        done => done,
    }
}

async fn try_send(http: &Http, request: Request<'_>) -> Result<(), Undelivered> {
    let nothing = Undelivered {
        status: None,
        code: None,
    };
    match tokio::time::timeout(PATIENCE, http.request(request)).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(serenity::Error::Http(HttpError::UnsuccessfulRequest(answer)))) => {
            Err(Undelivered {
                status: Some(answer.status_code.as_u16()),
                code: Some(answer.error.code),
            })
        }
        Ok(Err(_)) | Err(_) => Err(nothing),
    }
}

/// What happens without anybody's fault: the channel, the message or the right is gone, direct
/// messages are closed, the interaction is void.
const FATE: &[isize] = &[10_003, 10_008, 10_015, 10_062, 50_001, 50_007, 50_013];

fn tell(done: Result<(), Undelivered>) {
    match done {
        Ok(()) => (),
        Err(Undelivered { status, code }) if code.is_some_and(|code| FATE.contains(&code)) => {
            debug!(status, code, "An answer found nobody to take it.");
        }
        Err(Undelivered { status, code }) => {
            warn!(status, code, "An answer could not be delivered.");
        }
    }
}
