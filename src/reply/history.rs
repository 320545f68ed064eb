//! What was changed, when and by whom, and a button to take each change back.

use super::build::turns;
use super::choices::{Offer, told};
use super::{Arrival, BUTTONS_IN_ROW, Button, Part, Reply, Row, Voice, shortened};
use crate::press::{Page, Panel, Press};
use crate::settings::Change;
use crate::who::UserId;
use time::OffsetDateTime;

/// So many changes stand on a page: as many as have room for a button each in two rows.
pub const CHANGES_ON_PAGE: usize = 2 * BUTTONS_IN_ROW;

/// A change is told so far, or ten of them would not fit one message. In characters.
const CHANGE_LIMIT: usize = 120;

/// One change that was made.
#[derive(Clone, Copy, Debug)]
pub struct Made<'m> {
    /// Its number.
    pub number: u64,
    /// When.
    pub when: OffsetDateTime,
    /// Who made it, unless they are forgotten.
    pub who: Option<UserId>,
    /// What it was.
    pub what: &'m Change,
    /// Whether it can be taken back.
    pub undo: Undo,
}

/// Whether a change can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undo {
    /// It can.
    Offered,
    /// An older program kept too little.
    Unknown,
}

/// One page of what was changed, the newest first.
pub fn history(
    voice: Voice<'_>,
    offer: &Offer<'_>,
    changes: &[Made<'_>],
    page: u8,
    note: Option<String>,
) -> Reply {
    let pages: Vec<&[Made<'_>]> = changes.chunks(CHANGES_ON_PAGE).collect();
    let page = usize::from(page).min(pages.len().saturating_sub(1));
    let shown = pages.get(page).copied().unwrap_or_default();
    let head = match shown.is_empty() {
        true => voice.say("history-empty"),
        false => voice.say("page-history-about"),
    };
    let head = format!("**{}**\n{head}", voice.say("page-history"));
    let lines: Vec<String> = shown.iter().map(|made| line(voice, offer, made)).collect();
    let lines = (!lines.is_empty()).then(|| Part::Say(lines.join("\n")));
    let at = u8::try_from(page).unwrap_or(u8::MAX);
    let undo = |made: &&Made<'_>| made.undo == Undo::Offered;
    let undo: Vec<Button> = shown
        .iter()
        .filter(undo)
        .map(|made| {
            let label = voice.say_with("button-undo", "number", &made.number.to_string());
            Button::press(label, Press::Panel(Panel::Undo(made.number, at)))
        })
        .collect();
    let turn = |page| Press::Panel(Panel::Turn(Page::History(page)));
    let back = Press::Panel(Panel::Turn(Page::Overview));
    let back = Row::Buttons(vec![Button::press(voice.say("button-back"), back)]);
    let rows = undo.chunks(BUTTONS_IN_ROW);
    let rows = rows.map(|buttons| Row::Buttons(buttons.to_vec()));
    Reply {
        parts: note
            .map(Part::Say)
            .into_iter()
            .chain([Part::Say(head)])
            .chain(lines)
            .collect(),
        rows: rows
            .chain(turns(voice, page, pages.len(), turn))
            .chain([back])
            .collect(),
        arrival: Arrival::InPlace,
        ..Reply::say("")
    }
}

fn line(voice: Voice<'_>, offer: &Offer<'_>, made: &Made<'_>) -> String {
    let who = match made.who {
        Some(who) => format!("<@{}>", who.0),
        None => voice.say("somebody"),
    };
    let (number, when) = (made.number, made.when.unix_timestamp());
    let what = shortened(told(voice, made.what, offer), CHANGE_LIMIT);
    format!("{number}. <t:{when}:R> {who} · {what}")
}
