//! A message as a whole: content, flags, files, and which of them go together.
//!
//! Source: resources/message and interactions/receiving-and-responding.

use super::components::check_components;
use super::embeds::check_embeds;
use super::{Findings, list, text};
use serde_json::{Value, json};

/// How a message travels; each way knows other keys and flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// `POST /channels/…/messages`
    Post,
    /// `PATCH` of a channel's message, an original answer or a followup.
    Edit,
    /// Interaction callback, type 4.
    Answer,
    /// Interaction callback, type 7.
    Update,
    /// `POST /webhooks/…`
    Followup,
}

/// The flag of a message laid out with version 2 components.
pub const V2: u64 = 1 << 15;
const SUPPRESS_EMBEDS: u64 = 1 << 2;
const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
const EPHEMERAL: u64 = 1 << 6;

const CONTENT: usize = 2000;
const NONCE: usize = 25;
/// Ten MiB, Discord's default for each file.
const FILE_BYTES: usize = 10 * 1024 * 1024;
const FILES: usize = 10;

/// Holds the message `before` would become through `body` against the rules.
///
/// `before` is `{}` for a new message. `files` are the lengths of the files that came along.
pub fn check_message(
    carrier: Carrier,
    before: &Value,
    body: &Value,
    files: &[usize],
) -> Vec<String> {
    let mut findings = Findings::default();
    findings.known_keys("message", body, carrier.keys());
    findings.require(
        body["flags"].as_u64().unwrap_or_default() & !carrier.flags() == 0,
        "flags",
        "a flag that cannot be set here",
    );
    let message = overlaid(before, body);
    findings.length("message", &message, "content", 0, CONTENT);
    findings.length("message", body, "nonce", 0, NONCE);
    let version_2 = message["flags"].as_u64().unwrap_or_default() & V2 != 0;
    if version_2 {
        check_version_2(&mut findings, &message);
    }
    check_embeds(&mut findings, list(&message, "embeds"));
    check_components(&mut findings, list(&message, "components"), version_2);
    check_files(&mut findings, body, files);
    findings.require(
        shows_something(&message) || !files.is_empty(),
        "message",
        "is empty",
    );
    findings.into_vec()
}

/// The message after an edit: what `body` names replaces, what it leaves out stays.
pub fn overlaid(before: &Value, body: &Value) -> Value {
    let mut message = before.clone();
    for key in ["content", "embeds", "components", "poll", "sticker_ids"] {
        if let Some(new) = body.get(key) {
            message[key] = new.clone();
        }
    }
    // The version of its components stays with a message for ever.
    let kept = before["flags"].as_u64().unwrap_or_default() & (V2 | EPHEMERAL);
    let flags = body["flags"].as_u64().unwrap_or_default();
    message["flags"] = json!(kept | flags);
    message
}

impl Carrier {
    fn keys(self) -> &'static [&'static str] {
        match self {
            Carrier::Post => &[
                "content",
                "nonce",
                "enforce_nonce",
                "tts",
                "embeds",
                "allowed_mentions",
                "message_reference",
                "components",
                "sticker_ids",
                "attachments",
                "flags",
                "poll",
            ],
            Carrier::Edit => &[
                "content",
                "embeds",
                "flags",
                "allowed_mentions",
                "components",
                "attachments",
            ],
            Carrier::Answer | Carrier::Update | Carrier::Followup => &[
                "tts",
                "content",
                "embeds",
                "allowed_mentions",
                "flags",
                "components",
                "attachments",
                "poll",
            ],
        }
    }

    fn flags(self) -> u64 {
        match self {
            Carrier::Post => SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | V2,
            Carrier::Edit | Carrier::Update => SUPPRESS_EMBEDS | V2,
            Carrier::Answer | Carrier::Followup => {
                SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | V2 | EPHEMERAL
            }
        }
    }
}

fn check_version_2(findings: &mut Findings, message: &Value) {
    findings.require(
        text(message, "content").is_empty(),
        "content",
        "not with version 2 components",
    );
    for key in ["embeds", "sticker_ids"] {
        let empty = list(message, key).is_empty();
        findings.require(empty, key, "not with version 2 components");
    }
    let poll = message["poll"].is_null();
    findings.require(poll, "poll", "not with version 2 components");
}

/// Each attachment described is a file that came along, or one that stands there already.
fn check_files(findings: &mut Findings, body: &Value, files: &[usize]) {
    findings.require(files.len() <= FILES, "files", "more than 10");
    let small = files.iter().all(|bytes| *bytes <= FILE_BYTES);
    findings.require(small, "files", "a file of more than 10 MiB");
    for attachment in list(body, "attachments") {
        let index = attachment["id"].as_u64();
        let Some(index) = index.or_else(|| text(attachment, "id").parse().ok()) else {
            findings.add("attachments", "an attachment needs an id");
            continue;
        };
        // Snowflakes of standing attachments are far above any index.
        let came = (index as usize) < files.len() || index > 1_000;
        findings.require(
            came,
            "attachments",
            format!("file {index} did not come along"),
        );
    }
}

fn shows_something(message: &Value) -> bool {
    let lists = ["embeds", "components", "sticker_ids"];
    !text(message, "content").trim().is_empty()
        || lists.iter().any(|key| !list(message, key).is_empty())
        || message["poll"].is_object()
}
