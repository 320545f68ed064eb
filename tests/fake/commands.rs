//! The commands the bot registered, and what Discord's client lets a person send to them.

use super::discord::State;
use super::outcome::{Outcome, Refused};
use super::rest::Request;
use super::rules::{Scope, check_commands, check_one_command};
use super::world::APPLICATION;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SUBCOMMAND: u64 = 1;
const GROUP: u64 = 2;

/// Global commands under `None`, those of one guild under its id.
#[derive(Default)]
pub struct Commands(BTreeMap<Option<u64>, Vec<Value>>);

/// Where a person invokes a command.
pub struct At {
    pub guild: Option<u64>,
    /// 0 guild, 1 the bot's direct messages, 2 any other conversation.
    pub context: u64,
}

impl Commands {
    /// What was registered, or nothing when nobody registered yet.
    pub fn registered(&self, guild: Option<u64>) -> Option<&[Value]> {
        self.0.get(&guild).map(Vec::as_slice)
    }

    /// The id of the command a person invokes.
    ///
    /// # Panics
    ///
    /// When commands are registered and none of them fits: Discord would show nothing to click.
    pub fn invoked(&self, at: At, kind: u64, name: &str, options: &[Value]) -> String {
        if self.0.is_empty() {
            return "1000".to_owned();
        }
        let scopes = [at.guild, None];
        let mut all = scopes
            .iter()
            .filter_map(|scope| self.0.get(scope))
            .flatten();
        let fits = |command: &&Value| command["name"] == name && command["type"] == kind;
        let Some(command) = all.find(fits) else {
            panic!(
                "no command `{name}` of type {kind} is registered: {:?}",
                self.names()
            );
        };
        let contexts = command["contexts"].as_array();
        let shown = contexts.is_none_or(|contexts| contexts.contains(&json!(at.context)));
        assert!(shown, "`{name}` is not for context {}", at.context);
        check_options(name, command, options);
        command["id"].as_str().expect("we gave it").to_owned()
    }

    fn names(&self) -> Vec<&str> {
        let all = self.0.values().flatten();
        all.filter_map(|command| command["name"].as_str()).collect()
    }
}

impl State {
    /// `PUT …/commands`: the whole list anew.
    pub fn overwrite_commands(&mut self, request: &Request, guild: Option<u64>) -> Outcome {
        request.refuse(check_commands(scope(guild), &request.body))?;
        let bodies = request.body.as_array().expect("checked above").clone();
        let commands = bodies.into_iter().map(|body| self.stored(body, guild));
        let commands: Vec<Value> = commands.collect();
        self.commands.0.insert(guild, commands.clone());
        Ok(Value::Array(commands))
    }

    /// `POST …/commands`: one more, or the same name anew.
    pub fn add_command(&mut self, request: &Request, guild: Option<u64>) -> Outcome {
        request.refuse(check_one_command(scope(guild), &request.body))?;
        let command = self.stored(request.body.clone(), guild);
        let set = self.commands.0.entry(guild).or_default();
        let same = |old: &Value| old["name"] == command["name"] && old["type"] == command["type"];
        set.retain(|old| !same(old));
        set.push(command.clone());
        Ok(command)
    }

    pub fn list_commands(&self, guild: Option<u64>) -> Outcome {
        let set = self.commands.registered(guild).unwrap_or_default();
        Ok(set.to_vec().into())
    }

    pub fn delete_command(&mut self, guild: Option<u64>, id: &str) -> Outcome {
        let set = self.commands.0.entry(guild).or_default();
        let before = set.len();
        set.retain(|command| command["id"] != id);
        match set.len() < before {
            true => Ok(Value::Null),
            false => Err(Refused::fault(404, 10063, "unknown application command")),
        }
    }

    /// As Discord gives a command back: with ids, and with what was left out.
    fn stored(&mut self, mut command: Value, guild: Option<u64>) -> Value {
        command["id"] = json!(self.world.new_id().to_string());
        command["application_id"] = json!(APPLICATION.to_string());
        command["version"] = json!("1");
        for (key, usual) in [("type", json!(1)), ("description", json!(""))] {
            if command[key].is_null() {
                command[key] = usual;
            }
        }
        if let Some(guild) = guild {
            command["guild_id"] = json!(guild.to_string());
        }
        command
    }
}

/// Walks down to the subcommand and holds each option against what was registered.
fn check_options(name: &str, command: &Value, options: &[Value]) {
    let known = command["options"].as_array().map_or(&[][..], Vec::as_slice);
    for option in options {
        let registered = known.iter().find(|known| known["name"] == option["name"]);
        let Some(registered) = registered else {
            panic!("`{name}` has no option {}", option["name"]);
        };
        assert_eq!(
            registered["type"], option["type"],
            "the type of {}",
            option["name"]
        );
        assert!(
            option["focused"] != true || registered["autocomplete"] == true,
            "nothing is offered to who types {}",
            option["name"]
        );
        let listed = registered["choices"].as_array();
        let mut listed = listed.into_iter().flatten().peekable();
        assert!(
            listed.peek().is_none() || listed.any(|choice| choice["value"] == option["value"]),
            "{} is no choice of {}",
            option["value"],
            option["name"]
        );
        if matches!(option["type"].as_u64(), Some(SUBCOMMAND | GROUP)) {
            let inner = option["options"].as_array().map_or(&[][..], Vec::as_slice);
            check_options(name, registered, inner);
        }
    }
    // While someone types, required options may still be missing.
    if options.iter().any(|option| option["focused"] == true) {
        return;
    }
    for required in known.iter().filter(|known| known["required"] == true) {
        let given = options
            .iter()
            .any(|option| option["name"] == required["name"]);
        assert!(given, "`{name}` needs the option {}", required["name"]);
    }
}

fn scope(guild: Option<u64>) -> Scope {
    guild.map_or(Scope::Global, |_| Scope::Guild)
}
