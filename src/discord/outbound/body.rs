//! A reply as the body of a message.
//!
//! The article's words go out in embeds, not in Components V2. Both were tried against the fake Discord, and both are
//! taken. But serenity 0.12 neither writes V2 nor reads it back, and the mark of V2 stays with a message for ever: a
//! quote could no longer turn in place into the contents or a card, which are plain text, nor they into a quote. All
//! its text together is held to 4,000 characters and a number of bytes, where embeds take 6,000 characters of any
//! script. For whoever wants no frames there is plain text.

use super::controls::row;
use crate::reply::{CONTENT_LIMIT, GAP, Part, Reply, quiet, shortened};
use serde_json::{Value, json};

/// Discord's limits, in characters.
const EMBED_TITLE_LIMIT: usize = 256;
const FOOTER_LIMIT: usize = 2_048;

/// The bar beside the article's words: a calm blue. What is ours has none.
const QUOTE_COLOUR: u32 = 0x5B_7D_B1;

/// The bar beside a person's words, by which we know them again: a warm grey.
pub(in crate::discord) const ASKED_COLOUR: u32 = 0x9A_8F_84;

/// A longer aside would crowd out the words it stands beside, which are 6,000 together. In characters.
const ASIDE_LIMIT: usize = 1_500;

const SUPPRESS_EMBEDS: u64 = 1 << 2;

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
pub(in crate::discord) fn is_framed(reply: &Reply) -> bool {
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
