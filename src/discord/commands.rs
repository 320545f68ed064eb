//! The slash commands: a row each. What one with options offers and asks of us stands in a file of its own.

mod ask;
mod command;
mod find;
mod options;
mod privacy;
mod read;
mod register;
mod settings;
mod test;
mod wording;

use crate::bot::{BoxOf, Knowledge, Refusal, Request, Typing};
use crate::press::{Press, Setup, Step};
use command::{BARE, Command, Who};
use options::{ARTICLE, LANGUAGE, text};
pub(super) use register::register;
use serde_json::Value;
use serenity::all::{Attachment, CommandData};
use wording::Wording;

/// Every command.
const COMMANDS: [Command; 11] = [
    ask::COMMAND,
    read::COMMAND,
    privacy::COMMAND,
    settings::COMMAND,
    // Five steps to a bot that works here.
    Command {
        name: "setup",
        words: "command-setup",
        request: |_| Ok(Request::Press(Press::Setup(Setup::At(Step::Channels)))),
        ..BARE
    },
    // What people sent to the moderators.
    Command {
        name: "review",
        words: "command-review",
        request: |_| Ok(Request::Review),
        ..BARE
    },
    // What the moderators taught.
    Command {
        name: "taught",
        words: "command-taught",
        request: |_| Ok(Request::Taught),
        ..BARE
    },
    // What was shown and missed here, without anybody's name.
    Command {
        name: "numbers",
        words: "command-numbers",
        request: |_| Ok(Request::Tally),
        ..BARE
    },
    test::COMMAND,
    find::COMMAND,
    Command {
        name: "help",
        words: "command-help",
        who: Who::Everyone,
        request: |_| Ok(Request::Help),
        ..BARE
    },
];

/// Every command, as Discord takes them.
fn commands(knowledge: &Knowledge) -> Value {
    let words = Wording::new(&knowledge.phrases);
    let commands = COMMANDS.iter();
    commands
        .map(|command| command.put(words, knowledge))
        .collect()
}

/// What somebody who used a command asks of us.
pub(super) fn request(used: &CommandData) -> Result<Request, Refusal> {
    let mut commands = COMMANDS.iter();
    let command = commands.find(|command| command.name == used.name);
    (command.ok_or(Refusal::UnknownCommand)?.request)(used)
}

/// The file that somebody handed in with a command.
pub(super) fn file(used: &CommandData) -> Option<&Attachment> {
    let may = used.name == settings::COMMAND.name;
    may.then(|| settings::file(used)).flatten()
}

/// What somebody who is still typing a command waits for; nothing if the box is none of ours.
pub(super) fn typing(used: &CommandData) -> Option<Typing> {
    const ASK: &str = ask::COMMAND.name;
    const READ: &str = read::COMMAND.name;
    let typed = used.autocomplete()?;
    let box_of = match (used.name.as_str(), typed.name) {
        (ASK, ask::QUESTION) => BoxOf::Question,
        (READ, read::SECTION) => BoxOf::Section,
        (ASK | READ, ARTICLE) => BoxOf::Article,
        _ => return None,
    };
    Some(Typing {
        box_of,
        text: typed.value.to_owned(),
        article: text(used, ARTICLE).map(str::to_owned),
        language: text(used, LANGUAGE).map(str::to_owned),
    })
}
