//! `/setup`: five steps to a bot that works here.

use super::{CHAT_INPUT, IN_SERVERS, MANAGE_SERVER, SERVER_INSTALL, Wording};
use crate::bot::Request;
use crate::reply::{Press, Setup, Step};
use serde_json::{Value, json};

pub(super) const NAME: &str = "setup";

pub(super) fn command(words: Wording<'_>) -> Value {
    let command = json!({
        "type": CHAT_INPUT,
        "name": NAME,
        "integration_types": SERVER_INSTALL,
        "contexts": IN_SERVERS,
        "default_member_permissions": MANAGE_SERVER,
    });
    words.put("command-setup", command)
}

pub(super) fn request() -> Request {
    Request::Press(Press::Setup(Setup::At(Step::Channels)))
}
