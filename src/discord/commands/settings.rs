//! `/settings`: the moderators' panel, its history, and settings as a file.

use super::command::{ATTACHMENT, BARE, Command, SUBCOMMAND};
use super::wording::Wording;
use crate::bot::{Knowledge, Refusal, Request};
use crate::press::{Field, Page, Panel, Press};
use serde_json::{Value, json};
use serenity::all::{Attachment, CommandData, CommandDataOptionValue};

pub(super) const COMMAND: Command = Command {
    name: "settings",
    words: "command-settings",
    options,
    request,
    ..BARE
};
const IMPORT: &str = "import";
const FILE: &str = "file";

/// What each subcommand is called, its sentence, and what it opens.
const SUBCOMMANDS: [(&str, &str, Panel); 5] = [
    (
        "panel",
        "command-settings-panel",
        Panel::Turn(Page::Overview),
    ),
    (
        "history",
        "command-settings-history",
        Panel::Turn(Page::History(0)),
    ),
    ("export", "command-settings-export", Panel::Export),
    (
        IMPORT,
        "command-settings-import",
        Panel::Write(Field::Import),
    ),
    ("reset", "command-settings-reset", Panel::Turn(Page::Reset)),
];

fn options(words: Wording<'_>, _: &Knowledge) -> Vec<Value> {
    let subcommand = |(name, key, _): &(&str, &str, Panel)| {
        let mut subcommand = json!({ "type": SUBCOMMAND, "name": name });
        if *name == IMPORT {
            let file = json!({ "type": ATTACHMENT, "name": FILE });
            subcommand["options"] = json!([words.put("command-settings-file", file)]);
        }
        words.put(key, subcommand)
    };
    SUBCOMMANDS.iter().map(subcommand).collect()
}

fn request(used: &CommandData) -> Result<Request, Refusal> {
    let chosen = used.options.first().ok_or(Refusal::UnknownCommand)?;
    let mut subcommands = SUBCOMMANDS.iter();
    let known = subcommands.find(|(name, _, _)| *name == chosen.name);
    let (_, _, panel) = known.ok_or(Refusal::UnknownCommand)?;
    Ok(Request::Press(Press::Panel(*panel)))
}

/// The file that was handed in, if one was.
pub(super) fn file(used: &CommandData) -> Option<&Attachment> {
    let chosen = used.options.first()?;
    let CommandDataOptionValue::SubCommand(options) = &chosen.value else {
        return None;
    };
    let given = options.iter().find(|option| option.name == FILE)?;
    let CommandDataOptionValue::Attachment(id) = given.value else {
        return None;
    };
    used.resolved.attachments.get(&id)
}
