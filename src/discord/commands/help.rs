//! `/help`: how to use us.

use super::{CHAT_INPUT, CONTEXTS, INSTALLS, Wording};
use serde_json::{Value, json};

pub(super) const NAME: &str = "help";

pub(super) fn command(words: Wording<'_>) -> Value {
    let command = json!({
        "type": CHAT_INPUT,
        "name": NAME,
        "integration_types": INSTALLS,
        "contexts": CONTEXTS,
    });
    words.put("command-help", command)
}
