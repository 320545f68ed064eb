//! Application commands and the choices offered while someone types.
//!
//! Source: interactions/application-commands.

use super::{Findings, characters, list, text};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use unicode_normalization::char::is_combining_mark;

const SUBCOMMAND: u64 = 1;
const GROUP: u64 = 2;
const STRING: u64 = 3;

/// Characters of one command with everything in it.
const SIZE: usize = 8000;
const CHOICES: usize = 25;
const OPTIONS: usize = 25;

const COMMAND: &[&str] = &[
    "id",
    "type",
    "name",
    "name_localizations",
    "description",
    "description_localizations",
    "options",
    "default_member_permissions",
    "dm_permission",
    "default_permission",
    "integration_types",
    "contexts",
    "nsfw",
    "handler",
];
const OPTION: &[&str] = &[
    "type",
    "name",
    "name_localizations",
    "description",
    "description_localizations",
    "required",
    "choices",
    "options",
    "channel_types",
    "min_value",
    "max_value",
    "min_length",
    "max_length",
    "autocomplete",
];
const LOCALES: &[&str] = &[
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl",
    "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th",
    "zh-CN", "ja", "zh-TW", "ko",
];

/// Where a command is registered; only global ones choose their contexts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Global,
    Guild,
}

/// Holds a whole bulk overwrite against the rules.
pub fn check_commands(scope: Scope, commands: &Value) -> Vec<String> {
    let mut findings = Findings::default();
    let Some(commands) = commands.as_array() else {
        findings.add("commands", "a list of commands was expected");
        return findings.into_vec();
    };
    let mut names = BTreeSet::new();
    for command in commands {
        check_command(&mut findings, scope, command);
        let name = (kind(command), text(command, "name"));
        findings.require(names.insert(name), name.1, "two commands of this name");
    }
    for (of, most) in [(1, 100), (2, 15), (3, 15)] {
        let count = commands.iter().filter(|c| kind(c) == of).count();
        findings.require(
            count <= most,
            "commands",
            format!("more than {most} of type {of}"),
        );
    }
    findings.into_vec()
}

pub fn check_one_command(scope: Scope, command: &Value) -> Vec<String> {
    let mut findings = Findings::default();
    check_command(&mut findings, scope, command);
    findings.into_vec()
}

/// Holds what is offered to a person still typing against the rules.
pub fn check_choices(data: &Value) -> Vec<String> {
    let mut findings = Findings::default();
    findings.known_keys("autocomplete", data, &["choices"]);
    let present = data["choices"].is_array();
    findings.require(present, "autocomplete", "choices are missing");
    check_choice_list(&mut findings, "autocomplete", list(data, "choices"));
    findings.into_vec()
}

fn check_command(findings: &mut Findings, scope: Scope, command: &Value) {
    let place = text(command, "name");
    findings.known_keys(place, command, COMMAND);
    let options = list(command, "options");
    if kind(command) == 1 {
        check_texts(findings, place, command);
        check_options(findings, place, options);
    } else {
        let length = characters(place);
        findings.require(
            (1..=32).contains(&length),
            place,
            "name must have 1 to 32 characters",
        );
        let bare = text(command, "description").is_empty() && options.is_empty();
        findings.require(
            bare,
            place,
            "a menu command has no description and no options",
        );
    }
    let size = size(command);
    findings.require(
        size <= SIZE,
        place,
        format!("more than {SIZE} characters in all ({size})"),
    );
    check_access(findings, scope, place, command);
}

/// Who may use it and where.
fn check_access(findings: &mut Findings, scope: Scope, place: &str, command: &Value) {
    let permissions = &command["default_member_permissions"];
    let digits = permissions
        .as_str()
        .is_some_and(|bits| bits.parse::<u64>().is_ok());
    findings.require(
        digits || permissions.is_null(),
        place,
        "default_member_permissions is a number written as a string",
    );
    let chosen = !command["contexts"].is_null() || !command["integration_types"].is_null();
    findings.require(
        scope == Scope::Global || !chosen,
        place,
        "only global commands choose contexts and integration types",
    );
    let user_install = list(command, "integration_types").iter().any(|t| *t == 1);
    let private = list(command, "contexts").iter().any(|c| *c == 2);
    findings.require(
        user_install || !private,
        place,
        "private channels need a user install",
    );
}

fn check_options(findings: &mut Findings, place: &str, options: &[Value]) {
    findings.require(options.len() <= OPTIONS, place, "more than 25 options");
    let nested = |option: &&Value| matches!(kind(option), SUBCOMMAND | GROUP);
    let subcommands = options.iter().filter(nested).count();
    findings.require(
        subcommands == 0 || subcommands == options.len(),
        place,
        "subcommands and other options do not mix",
    );
    let required: Vec<bool> = options.iter().map(|o| o["required"] == true).collect();
    findings.require(
        required.is_sorted_by(|before, after| before >= after),
        place,
        "required options come first",
    );
    let mut names = BTreeSet::new();
    for option in options {
        let name = text(option, "name");
        let place = format!("{place} {name}");
        findings.require(names.insert(name), &place, "two options of this name");
        check_option(findings, &place, option);
    }
}

fn check_option(findings: &mut Findings, place: &str, option: &Value) {
    findings.known_keys(place, option, OPTION);
    check_texts(findings, place, option);
    let choices = list(option, "choices");
    check_choice_list(findings, place, choices);
    findings.require(
        choices.is_empty() || option["autocomplete"] != true,
        place,
        "choices or autocomplete, not both",
    );
    if kind(option) == STRING {
        let least = option["min_length"].as_u64().unwrap_or(0);
        let most = option["max_length"].as_u64().unwrap_or(6000);
        let fits = least <= most && (1..=6000).contains(&most);
        findings.require(fits, place, "min_length and max_length do not fit");
    }
    let inner = list(option, "options");
    match kind(option) {
        SUBCOMMAND => {
            let flat = inner.iter().all(|o| !matches!(kind(o), SUBCOMMAND | GROUP));
            findings.require(flat, place, "a subcommand holds no subcommands");
        }
        GROUP => {
            let deep = inner.iter().all(|o| kind(o) == SUBCOMMAND);
            findings.require(deep, place, "a group holds only subcommands");
        }
        _ => findings.require(inner.is_empty(), place, "only subcommands hold options"),
    }
    check_options(findings, place, inner);
}

fn check_choice_list(findings: &mut Findings, place: &str, choices: &[Value]) {
    findings.require(choices.len() <= CHOICES, place, "more than 25 choices");
    for choice in choices {
        findings.known_keys(place, choice, &["name", "name_localizations", "value"]);
        findings.length(place, choice, "name", 1, 100);
        findings.length(place, choice, "value", 0, 100);
        findings.require(!choice["value"].is_null(), place, "a choice needs a value");
    }
}

/// Name and description, in every language.
fn check_texts(findings: &mut Findings, place: &str, named: &Value) {
    let mut names = vec![text(named, "name")];
    names.extend(translations(named, "name_localizations").filter_map(|(_, name)| name.as_str()));
    for name in names {
        findings.require(
            is_name(name),
            place,
            format!("`{name}` is not a command name"),
        );
    }
    let mut descriptions = vec![text(named, "description")];
    let translated = translations(named, "description_localizations");
    descriptions.extend(translated.filter_map(|(_, text)| text.as_str()));
    for description in descriptions {
        let fits =
            (1..=100).contains(&characters(description.trim())) && characters(description) <= 100;
        findings.require(fits, place, "description must have 1 to 100 characters");
    }
    for key in ["name_localizations", "description_localizations"] {
        for (locale, _) in translations(named, key) {
            let known = LOCALES.contains(&locale.as_str());
            findings.require(known, place, format!("`{locale}` is not a locale"));
        }
    }
}

fn translations<'a>(named: &'a Value, key: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    named[key].as_object().into_iter().flat_map(Map::iter)
}

/// `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$`, lower case where there is one.
fn is_name(name: &str) -> bool {
    let fits = |c: char| {
        let script = matches!(c, '\u{0900}'..='\u{097F}' | '\u{0E00}'..='\u{0E7F}');
        let letter = c.is_alphanumeric() && !is_combining_mark(c);
        script || letter || "-_'".contains(c)
    };
    (1..=32).contains(&characters(name)) && name.chars().all(fits) && name.to_lowercase() == name
}

/// Names, descriptions and values together; of translations only the longest counts.
fn size(named: &Value) -> usize {
    let longest = |key: &str, translated: &str| {
        let own = characters(text(named, key));
        let others =
            translations(named, translated).map(|(_, t)| characters(t.as_str().unwrap_or("")));
        others.fold(own, usize::max)
    };
    let inner = ["options", "choices"]
        .iter()
        .flat_map(|key| list(named, key));
    longest("name", "name_localizations")
        + longest("description", "description_localizations")
        + characters(text(named, "value"))
        + inner.map(size).sum::<usize>()
}

/// A command without a type is a slash command.
fn kind(named: &Value) -> u64 {
    named["type"].as_u64().unwrap_or(1)
}
