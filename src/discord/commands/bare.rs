//! The moderators' commands that take nothing along, a row each.

use super::{CHAT_INPUT, IN_SERVERS, MANAGE_SERVER, SERVER_INSTALL, Wording};
use crate::bot::Request;
use crate::press::{Press, Setup, Step};
use serde_json::{Value, json};

/// A command that is its name alone.
pub(super) struct Bare {
    name: &'static str,
    /// The key of its words.
    words: &'static str,
    request: fn() -> Request,
}

/// Five steps to a bot that works here.
pub(super) const SETUP: Bare = Bare {
    name: "setup",
    words: "command-setup",
    request: || Request::Press(Press::Setup(Setup::At(Step::Channels))),
};

/// What people sent to the moderators.
pub(super) const REVIEW: Bare = Bare {
    name: "review",
    words: "command-review",
    request: || Request::Review,
};

/// What the moderators taught.
pub(super) const TAUGHT: Bare = Bare {
    name: "taught",
    words: "command-taught",
    request: || Request::Taught,
};

/// What was shown and missed here, without anybody's name.
pub(super) const NUMBERS: Bare = Bare {
    name: "numbers",
    words: "command-numbers",
    request: || Request::Tally,
};

/// All of them.
const ALL: [Bare; 4] = [SETUP, REVIEW, TAUGHT, NUMBERS];

impl Bare {
    /// The command as Discord takes it.
    pub(super) fn command(&self, words: Wording<'_>) -> Value {
        let command = json!({
            "type": CHAT_INPUT,
            "name": self.name,
            "integration_types": SERVER_INSTALL,
            "contexts": IN_SERVERS,
            "default_member_permissions": MANAGE_SERVER,
        });
        words.put(self.words, command)
    }
}

/// What whoever used the command `name` asks of us, if it is one of these.
pub(super) fn request(name: &str) -> Option<Request> {
    let command = ALL.iter().find(|command| command.name == name)?;
    Some((command.request)())
}
