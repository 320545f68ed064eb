//! What we keep, where, for how long, and how to have it deleted.

use super::{Button, Reply, Row, Voice};
use crate::press::Press;

/// Everything about it in plain words, and the button that deletes.
pub fn privacy(voice: Voice<'_>) -> Reply {
    let forget = Button::press(voice.say("button-forget"), Press::Forget);
    Reply {
        rows: vec![Row::Buttons(vec![forget])],
        ..Reply::say(voice.say("privacy"))
    }
}

/// What became of somebody's name, which stood beside `changes`.
pub fn forgotten(voice: Voice<'_>, changes: u64) -> Reply {
    let values = [("changes", changes.into())];
    let words = voice.phrases.say(voice.language, "forgotten", &values);
    Reply::say(words)
}
