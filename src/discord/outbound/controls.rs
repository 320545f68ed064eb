//! What stands under a message to be pressed, and what can be filled in.

use crate::press::Press;
use crate::reply::{Action, Button, FORM_TITLE_LIMIT, Form, Input, Pick, Pickable, Row, shortened};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt::Display;

/// Discord prints at most so much on a folded menu. In characters.
const PLACEHOLDER_LIMIT: usize = 150;

const ROW: u8 = 1;
const BUTTON: u8 = 2;
const MENU: u8 = 3;
const INPUT: u8 = 4;
const PEOPLE: u8 = 5;
const ROLES: u8 = 6;
const CHANNELS: u8 = 8;
/// The kinds of channels that people write in: text, voice and its chat, announcements, stages and theirs, forums.
const WRITTEN_IN: &[u8] = &[0, 2, 5, 13, 15];
const ONE_LINE: u8 = 1;
const SEVERAL_LINES: u8 = 2;
const PRIMARY: u8 = 1;
const SECONDARY: u8 = 2;
const LINK: u8 = 5;

/// A form as Discord takes it.
#[derive(Debug, Serialize)]
pub(super) struct Modal<'r> {
    #[serde(serialize_with = "printed")]
    custom_id: &'r Press,
    title: Cow<'r, str>,
    components: Vec<Line<'r>>,
}

/// What stands side by side.
#[derive(Debug, Serialize)]
pub(super) struct Line<'r> {
    #[serde(rename = "type")]
    kind: u8,
    components: Vec<Control<'r>>,
}

/// One thing to press, to choose from or to fill in.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Control<'r> {
    Button {
        #[serde(rename = "type")]
        kind: u8,
        style: u8,
        label: &'r str,
        #[serde(serialize_with = "printed")]
        custom_id: &'r Press,
    },
    Link {
        #[serde(rename = "type")]
        kind: u8,
        style: u8,
        label: &'r str,
        url: &'r str,
    },
    Menu {
        #[serde(rename = "type")]
        kind: u8,
        custom_id: String,
        placeholder: Cow<'r, str>,
        options: Vec<Choice<'r>>,
    },
    Pick {
        #[serde(rename = "type")]
        kind: u8,
        #[serde(serialize_with = "printed")]
        custom_id: &'r Press,
        placeholder: Cow<'r, str>,
        min_values: u8,
        max_values: u8,
        default_values: Vec<Chosen>,
        #[serde(skip_serializing_if = "Option::is_none")]
        channel_types: Option<&'static [u8]>,
    },
    Input {
        #[serde(rename = "type")]
        kind: u8,
        custom_id: String,
        style: u8,
        label: Cow<'r, str>,
        value: &'r str,
        max_length: u16,
        required: bool,
    },
}

/// A line of a menu.
#[derive(Debug, Serialize)]
struct Choice<'r> {
    label: &'r str,
    value: Cow<'r, str>,
}

/// A channel or a role that is chosen already.
#[derive(Debug, Serialize)]
struct Chosen {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
}

/// A row; `at` is its place under the message.
pub(super) fn row((at, row): (usize, &Row)) -> Line<'_> {
    match row {
        Row::Buttons(buttons) => line(buttons.iter().map(button).collect()),
        Row::Menu { label, choices } => line(vec![Control::Menu {
            kind: MENU,
            // What is chosen carries the meaning; the menu itself has none.
            custom_id: format!("menu:{at}"),
            placeholder: shortened(label, PLACEHOLDER_LIMIT),
            options: choices.iter().map(choice).collect(),
        }]),
        Row::Pick(pick) => line(vec![self::pick(pick)]),
    }
}

fn line(components: Vec<Control<'_>>) -> Line<'_> {
    Line {
        kind: ROW,
        components,
    }
}

fn pick(pick: &Pick) -> Control<'_> {
    let (kind, name, channel_types) = match pick.what {
        Pickable::Channels => (CHANNELS, "channel", Some(WRITTEN_IN)),
        Pickable::Roles => (ROLES, "role", None),
        Pickable::People => (PEOPLE, "user", None),
    };
    let chosen = pick.chosen.iter().take(usize::from(pick.most));
    Control::Pick {
        kind,
        custom_id: &pick.press,
        placeholder: shortened(&pick.label, PLACEHOLDER_LIMIT),
        min_values: 0,
        max_values: pick.most,
        default_values: chosen
            .map(|id| Chosen {
                id: id.to_string(),
                kind: name,
            })
            .collect(),
        channel_types,
    }
}

/// A form as Discord's modal. Its texts stand in rows of their own: of the newer labels the library
/// loses what was written.
pub(super) fn modal(form: &Form) -> Modal<'_> {
    let inputs = form.inputs.iter().enumerate().map(input);
    Modal {
        custom_id: &form.press,
        title: shortened(&form.title, FORM_TITLE_LIMIT),
        components: inputs.map(|input| line(vec![input])).collect(),
    }
}

fn input((at, input): (usize, &Input)) -> Control<'_> {
    Control::Input {
        kind: INPUT,
        custom_id: at.to_string(),
        style: match input.lines {
            true => SEVERAL_LINES,
            false => ONE_LINE,
        },
        label: shortened(&input.label, FORM_TITLE_LIMIT),
        value: &input.value,
        max_length: input.longest,
        required: input.required,
    }
}

fn button(button: &Button) -> Control<'_> {
    let label = &button.label;
    match &button.action {
        Action::Press(press) => Control::Button {
            kind: BUTTON,
            style: match press {
                Press::Sealed(_) | Press::Show(_) => PRIMARY,
                _ => SECONDARY,
            },
            label,
            custom_id: press,
        },
        Action::Link(url) => Control::Link {
            kind: BUTTON,
            style: LINK,
            label,
            url,
        },
    }
}

fn choice(choice: &Button) -> Choice<'_> {
    Choice {
        label: &choice.label,
        value: match &choice.action {
            Action::Press(press) => press.to_string().into(),
            Action::Link(page) => page.into(),
        },
    }
}

/// Writes a press as it stands on the wire.
fn printed<S: Serializer>(printed: &impl Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(printed)
}
