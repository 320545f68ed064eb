//! `/numbers`: what was shown and missed here, without anybody's name.

use super::{CHAT_INPUT, IN_SERVERS, MANAGE_SERVER, SERVER_INSTALL, Wording};
use crate::bot::Request;
use serde_json::{Value, json};

pub(super) const NAME: &str = "numbers";

pub(super) fn command(words: Wording<'_>) -> Value {
    let command = json!({
        "type": CHAT_INPUT,
        "name": NAME,
        "integration_types": SERVER_INSTALL,
        "contexts": IN_SERVERS,
        "default_member_permissions": MANAGE_SERVER,
    });
    words.put("command-numbers", command)
}

pub(super) fn request() -> Request {
    Request::Tally
}
