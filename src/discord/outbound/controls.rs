//! What stands under a message to be pressed, and what can be filled in.

use crate::reply::{
    Action, Button, FORM_TITLE_LIMIT, Form, Input, Pick, Pickable, Press, Row, shortened,
};
use serde_json::{Value, json};

/// Discord prints at most so much on a folded menu. In characters.
const PLACEHOLDER_LIMIT: usize = 150;

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

/// A row; `at` is its place under the message.
pub(super) fn row((at, row): (usize, &Row)) -> Value {
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
pub(super) fn modal(form: &Form) -> Value {
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
