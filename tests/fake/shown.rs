//! What a person sees: a message as Discord's client would draw it.

use super::message::Message;
use super::rules::flattened;
use serde_json::Value;

const ROW: u64 = 1;
const BUTTON: u64 = 2;
const TEXT_DISPLAY: u64 = 10;
const LINK_STYLE: u64 = 5;

#[derive(Clone, Debug)]
pub struct Shown {
    pub id: u64,
    pub channel: u64,
    pub content: String,
    pub embeds: Vec<Value>,
    pub components: Vec<Value>,
    pub ephemeral: bool,
    pub allowed_mentions: Value,
    pub files: Vec<File>,
    pub replies_to: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    pub label: String,
    pub custom_id: Option<String>,
    pub url: Option<String>,
    pub style: u64,
    pub disabled: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Select {
    pub kind: u64,
    pub custom_id: String,
    pub placeholder: String,
    /// Label and value.
    pub options: Vec<(String, String)>,
    /// The ids that are picked already, in a select of channels or roles.
    pub picked: Vec<u64>,
    pub disabled: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Shown {
    pub fn of(message: &Message) -> Shown {
        Shown::state(message, &message.body)
    }

    /// The message as it stood when `body` was its body.
    pub fn state(message: &Message, body: &Value) -> Shown {
        let list = |key: &str| body[key].as_array().cloned().unwrap_or_default();
        Shown {
            id: message.id,
            channel: message.channel,
            content: text(body, "content").to_owned(),
            embeds: list("embeds"),
            components: list("components"),
            ephemeral: message.only_for.is_some(),
            allowed_mentions: message.allowed_mentions.clone(),
            files: message.files.clone(),
            replies_to: message.replies_to,
        }
    }

    pub fn buttons(&self) -> Vec<Button> {
        let all = flattened(&self.components).into_iter();
        all.filter(|component| component["type"] == BUTTON)
            .map(Button::of)
            .collect()
    }

    pub fn selects(&self) -> Vec<Select> {
        let all = flattened(&self.components).into_iter();
        all.filter(|component| matches!(component["type"].as_u64(), Some(3 | 5..=8)))
            .map(Select::of)
            .collect()
    }

    /// The button with this label or this custom id.
    ///
    /// # Panics
    ///
    /// When there is none; it names those there are.
    #[track_caller]
    pub fn button(&self, name: &str) -> Button {
        let fits =
            |button: &&Button| button.label == name || button.custom_id.as_deref() == Some(name);
        let buttons = self.buttons();
        match buttons.iter().find(fits) {
            Some(button) => button.clone(),
            None => panic!("no button `{name}` in:\n{}", self.text()),
        }
    }

    /// Everything a person would read, in order; a button as `[Label]`.
    pub fn text(&self) -> String {
        let mut lines = Vec::new();
        lines.extend(written(&self.content));
        self.embeds
            .iter()
            .for_each(|embed| read_embed(embed, &mut lines));
        self.components
            .iter()
            .for_each(|component| read_component(component, &mut lines));
        lines.extend(self.files.iter().map(|file| format!("({})", file.name)));
        lines.join("\n")
    }
}

impl Button {
    fn of(button: &Value) -> Button {
        let own = |key: &str| button[key].as_str().map(str::to_owned);
        Button {
            label: label(button),
            custom_id: own("custom_id"),
            url: own("url"),
            style: button["style"].as_u64().unwrap_or_default(),
            disabled: button["disabled"] == true,
        }
    }
}

impl Select {
    fn of(select: &Value) -> Select {
        let options = select["options"].as_array().into_iter().flatten();
        let pair = |option: &Value| {
            (
                text(option, "label").to_owned(),
                text(option, "value").to_owned(),
            )
        };
        let picked = select["default_values"].as_array().into_iter().flatten();
        let picked = picked.filter_map(|value| text(value, "id").parse().ok());
        Select {
            picked: picked.collect(),
            kind: select["type"].as_u64().unwrap_or_default(),
            custom_id: text(select, "custom_id").to_owned(),
            placeholder: text(select, "placeholder").to_owned(),
            options: options.map(pair).collect(),
            disabled: select["disabled"] == true,
        }
    }
}

fn read_embed(embed: &Value, lines: &mut Vec<String>) {
    lines.extend(written(text(&embed["author"], "name")));
    lines.extend(written(text(embed, "title")));
    lines.extend(written(text(embed, "description")));
    for field in embed["fields"].as_array().into_iter().flatten() {
        lines.extend(written(text(field, "name")));
        lines.extend(written(text(field, "value")));
    }
    lines.extend(written(text(&embed["footer"], "text")));
}

fn read_component(component: &Value, lines: &mut Vec<String>) {
    let children = || component["components"].as_array().into_iter().flatten();
    match component["type"].as_u64() {
        Some(ROW) => {
            let row: Vec<String> = children().map(drawn).collect();
            lines.push(row.join(" "));
        }
        Some(TEXT_DISPLAY) => lines.extend(written(text(component, "content"))),
        Some(BUTTON) => lines.push(drawn(component)),
        _ => children().for_each(|child| read_component(child, lines)),
    }
    if component["accessory"].is_object() {
        read_component(&component["accessory"], lines);
    }
}

/// A button as `[Label]`, a link as `[Label ↗]`, a dead one as `[Label ×]`, a select as
/// `<Placeholder: First | Second>`.
fn drawn(component: &Value) -> String {
    if component["type"] != BUTTON {
        let select = Select::of(component);
        let labels: Vec<&str> = select
            .options
            .iter()
            .map(|(label, _)| label.as_str())
            .collect();
        return format!("<{}: {}>", select.placeholder, labels.join(" | "));
    }
    let mark = if component["disabled"] == true {
        " ×"
    } else if component["style"] == LINK_STYLE {
        " ↗"
    } else {
        ""
    };
    format!("[{}{mark}]", label(component))
}

/// The emoji stands before the label, as in the client.
fn label(button: &Value) -> String {
    let emoji = text(&button["emoji"], "name");
    format!("{emoji} {}", text(button, "label"))
        .trim()
        .to_owned()
}

fn written(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn text<'a>(object: &'a Value, key: &str) -> &'a str {
    object[key].as_str().unwrap_or_default()
}
