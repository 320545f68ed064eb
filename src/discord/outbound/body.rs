//! A reply as the body of a message.
//!
//! The article's words go out in embeds, not in Components V2. Both were tried against the fake Discord, and both are
//! taken. But serenity 0.12 neither writes V2 nor reads it back, and the mark of V2 stays with a message for ever: a
//! quote could no longer turn in place into the contents or a card, which are plain text, nor they into a quote. All
//! its text together is held to 4,000 characters and a number of bytes, where embeds take 6,000 characters of any
//! script. For whoever wants no frames there is plain text.

use super::controls::{Line, row};
use crate::reply::{CONTENT_LIMIT, GAP, Part, Reply, quiet, shortened};
use serde::Serialize;
use std::borrow::Cow;

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

/// A message as Discord takes it.
#[derive(Debug, Serialize)]
pub struct Message<'r> {
    content: Cow<'r, str>,
    embeds: Vec<Embed<'r>>,
    components: Vec<Line<'r>>,
    allowed_mentions: AllowedMentions,
    pub(super) flags: u64,
}

/// Whom a message pings: nobody.
#[derive(Debug, Serialize)]
struct AllowedMentions {
    parse: [(); 0],
}

/// Words in a frame.
#[derive(Debug, Default, Serialize)]
struct Embed<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Author<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Cow<'r, str>>,
    description: Cow<'r, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    footer: Option<Footer<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    color: Option<u32>,
}

/// The line above a frame.
#[derive(Debug, Serialize)]
struct Author<'r> {
    name: Cow<'r, str>,
}

/// The lines below what a frame holds.
#[derive(Debug, Serialize)]
struct Footer<'r> {
    text: Cow<'r, str>,
}

/// `reply` as Discord's message. It pings nobody, and names all it has, so that it can replace another.
pub fn message(reply: &Reply) -> Message<'_> {
    let mut embeds: Vec<Embed<'_>> = reply.parts.iter().filter_map(embed).collect();
    if let Some(last) = embeds.last_mut() {
        go_on(last, &reply.parts);
    }
    Message {
        content: content(&reply.parts),
        // Without a quote there is nothing of ours to hide, and no page that a line names is unfolded.
        flags: match embeds.is_empty() {
            true => SUPPRESS_EMBEDS,
            false => 0,
        },
        embeds,
        components: reply.rows.iter().enumerate().map(row).collect(),
        allowed_mentions: AllowedMentions { parse: [] },
    }
}

/// Whether `reply` holds frames.
pub(in crate::discord) fn is_framed(reply: &Reply) -> bool {
    reply.parts.iter().any(|part| embed(part).is_some())
}

/// Our own words, above every quote.
fn content(parts: &[Part]) -> Cow<'_, str> {
    let said: Vec<Cow<'_, str>> = parts
        .iter()
        .filter_map(|part| match part {
            Part::Say(words) => Some(words.into()),
            Part::Note(words) => Some(quiet(words).into()),
            Part::Quote(_)
            | Part::Advice { .. }
            | Part::Onward(_)
            | Part::Asked { .. }
            | Part::Aside { .. }
            | Part::File(_) => None,
        })
        .collect();
    shortened(said.join(GAP), CONTENT_LIMIT)
}

/// Puts how to go on below the last block, where a reader's eye arrives.
fn go_on<'r>(last: &mut Embed<'r>, parts: &'r [Part]) {
    for part in parts {
        if let Part::Onward(words) = part {
            let text = match &last.footer {
                Some(stands) => Cow::from(format!("{}\n{words}", stands.text)),
                None => words.into(),
            };
            last.footer = Some(footer(text));
        }
    }
}

/// The article's words in a block of their own. They are never cut: pages are made to fit.
fn embed(part: &Part) -> Option<Embed<'_>> {
    match part {
        Part::Say(_) | Part::Note(_) | Part::Onward(_) | Part::File(_) => None,
        Part::Quote(quote) => Some(Embed {
            title: Some(shortened(&quote.title, EMBED_TITLE_LIMIT)),
            description: (&quote.words).into(),
            footer: Some(footer(&quote.stands)),
            color: Some(QUOTE_COLOUR),
            ..Embed::default()
        }),
        Part::Advice { lead, words } => Some(under(lead, words)),
        Part::Asked { lead, words } => Some(Embed {
            color: Some(ASKED_COLOUR),
            ..under(lead, words)
        }),
        Part::Aside { lead, words } => Some(under(lead, shortened(words, ASIDE_LIMIT))),
    }
}

/// `words` under the line `lead`.
fn under<'r>(lead: &'r str, words: impl Into<Cow<'r, str>>) -> Embed<'r> {
    let name = shortened(lead, EMBED_TITLE_LIMIT);
    Embed {
        author: Some(Author { name }),
        description: words.into(),
        ..Embed::default()
    }
}

fn footer<'r>(text: impl Into<Cow<'r, str>>) -> Footer<'r> {
    let text = shortened(text, FOOTER_LIMIT);
    Footer { text }
}
