//! The rules of Discord's documentation that its OpenAPI description does not know.
//!
//! Every rule reads one body and names what is wrong; nothing here knows who sent it or when.
//! Sources stand at the limits; pages are those of docs.discord.com.

mod commands;
mod components;
mod embeds;
mod mentions;
mod messages;
mod modals;

pub use commands::{Scope, check_choices, check_commands, check_one_command};
pub use components::flattened;
pub use mentions::check_mentions;
pub use messages::{Carrier, V2, check_message, overlaid};
pub use modals::check_modal;

use serde_json::{Map, Value};

/// What is wrong with one body, each with the place where it stands.
#[derive(Default)]
pub struct Findings(Vec<String>);

impl Findings {
    pub fn add(&mut self, place: &str, what: impl AsRef<str>) {
        self.0.push(format!("{place}: {}", what.as_ref()));
    }

    pub fn require(&mut self, holds: bool, place: &str, what: impl AsRef<str>) {
        if !holds {
            self.add(place, what);
        }
    }

    /// The text at `key` of `object`, when there is one, has this many characters.
    pub fn length(&mut self, place: &str, object: &Value, key: &str, least: usize, most: usize) {
        let Some(text) = object[key].as_str() else {
            let missing = object[key].is_null() && least > 0;
            self.require(!missing, &format!("{place}.{key}"), "is missing");
            return;
        };
        let place = format!("{place}.{key}");
        let count = text.chars().count();
        self.require(
            count <= most,
            &place,
            format!("longer than {most} characters ({count})"),
        );
        let solid = text.trim().chars().count();
        self.require(
            solid >= least,
            &place,
            format!("shorter than {least} characters"),
        );
    }

    /// Discord drops a misspelt key without a word; here it is a fault.
    pub fn known_keys(&mut self, place: &str, object: &Value, known: &[&str]) {
        for key in object.as_object().into_iter().flat_map(Map::keys) {
            self.require(
                known.contains(&key.as_str()),
                place,
                format!("unknown key `{key}`"),
            );
        }
    }

    pub fn into_vec(self) -> Vec<String> {
        self.0
    }
}

/// The elements of the list at `key`; none when it is missing or null.
fn list<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    object[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(object: &'a Value, key: &str) -> &'a str {
    object[key].as_str().unwrap_or_default()
}

fn characters(text: &str) -> usize {
    text.chars().count()
}
