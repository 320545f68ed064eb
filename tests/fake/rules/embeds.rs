//! Embeds: their keys, their lengths and their common total.
//!
//! Source: resources/message, "Embed Limits". White space at the ends does not count.

use super::{Findings, characters, list, text};
use serde_json::Value;

/// Over all embeds of one message.
const TOTAL: usize = 6000;
const EMBEDS: usize = 10;
const FIELDS: usize = 25;
const COLOURS: u64 = 0x00FF_FFFF;

const EMBED: &[&str] = &[
    "title",
    "type",
    "description",
    "url",
    "timestamp",
    "color",
    "footer",
    "image",
    "thumbnail",
    "video",
    "provider",
    "author",
    "fields",
];
const IMAGE: &[&str] = &["url", "proxy_url", "height", "width", "description"];

pub fn check_embeds(findings: &mut Findings, embeds: &[Value]) {
    findings.require(embeds.len() <= EMBEDS, "embeds", "more than 10");
    for (i, embed) in embeds.iter().enumerate() {
        check_embed(findings, &format!("embeds[{i}]"), embed);
    }
    let total: usize = embeds.iter().map(size).sum();
    findings.require(
        total <= TOTAL,
        "embeds",
        format!("more than {TOTAL} characters in all ({total})"),
    );
}

fn check_embed(findings: &mut Findings, place: &str, embed: &Value) {
    findings.known_keys(place, embed, EMBED);
    findings.length(place, embed, "title", 0, 256);
    findings.length(place, embed, "description", 0, 4096);
    findings.require(shows_something(embed), place, "is empty");
    let colour = embed["color"].as_u64().unwrap_or_default();
    findings.require(colour <= COLOURS, place, "color beyond 0xFFFFFF");
    check_url(findings, &format!("{place}.url"), &embed["url"]);
    check_parts(findings, place, embed);
    check_fields(findings, place, list(embed, "fields"));
}

fn check_parts(findings: &mut Findings, place: &str, embed: &Value) {
    let footer = format!("{place}.footer");
    if embed["footer"].is_object() {
        findings.known_keys(
            &footer,
            &embed["footer"],
            &["text", "icon_url", "proxy_icon_url"],
        );
        findings.length(&footer, &embed["footer"], "text", 1, 2048);
    }
    let author = format!("{place}.author");
    if embed["author"].is_object() {
        findings.known_keys(
            &author,
            &embed["author"],
            &["name", "url", "icon_url", "proxy_icon_url"],
        );
        findings.length(&author, &embed["author"], "name", 1, 256);
    }
    for picture in ["image", "thumbnail"] {
        findings.known_keys(&format!("{place}.{picture}"), &embed[picture], IMAGE);
    }
}

fn check_fields(findings: &mut Findings, place: &str, fields: &[Value]) {
    findings.require(fields.len() <= FIELDS, place, "more than 25 fields");
    for (i, field) in fields.iter().enumerate() {
        let place = format!("{place}.fields[{i}]");
        findings.known_keys(&place, field, &["name", "value", "inline"]);
        findings.length(&place, field, "name", 1, 256);
        findings.length(&place, field, "value", 1, 1024);
    }
}

fn check_url(findings: &mut Findings, place: &str, url: &Value) {
    let Some(url) = url.as_str() else { return };
    let scheme = ["http://", "https://", "attachment://"]
        .iter()
        .any(|scheme| url.starts_with(scheme));
    findings.require(scheme, place, "not a http or https address");
}

fn shows_something(embed: &Value) -> bool {
    size(embed) > 0 || embed["image"].is_object() || embed["thumbnail"].is_object()
}

/// What counts toward the total: title, description, field names and values, footer, author.
fn size(embed: &Value) -> usize {
    let own = [
        text(embed, "title"),
        text(embed, "description"),
        text(&embed["footer"], "text"),
        text(&embed["author"], "name"),
    ];
    let fields = list(embed, "fields")
        .iter()
        .flat_map(|field| [text(field, "name"), text(field, "value")]);
    own.into_iter()
        .chain(fields)
        .map(|text| characters(text.trim()))
        .sum()
}
