//! What is wrong in a file of settings, in words for the moderator.

use super::refused::refused;
use super::{Voice, shortened};
use crate::content::{Fault, Wanted, did_you_mean};
use crate::settings::{LESSON_LIMIT, Slip, Wrong};

/// A mistake is told so far, or ten of them would not fit one message. In characters.
const SLIP_LIMIT: usize = 160;

/// One mistake with its line, as a line of a list.
pub fn slip(voice: Voice<'_>, slip: &Slip) -> String {
    let what = match &slip.what {
        Wrong::File(fault) => told(voice, fault),
        Wrong::Lesson => voice.say_with("import-lesson", "limit", &LESSON_LIMIT.to_string()),
        Wrong::Id(id) => voice.say_with("import-id", "id", id),
        Wrong::Refused(why) => refused(voice, *why),
    };
    let line = slip.line.to_string();
    let told = voice.say_all("import-line", &[("line", &line), ("what", &what)]);
    shortened(told, SLIP_LIMIT).into_owned()
}

fn told(voice: Voice<'_>, fault: &Fault) -> String {
    match fault {
        Fault::Toml(_) => voice.say("import-toml"),
        Fault::Key(key, known) => {
            let unknown = voice.say_with("import-key", "key", key);
            format!("{unknown} {}", instead(voice, key, known))
        }
        Fault::Value(key, value, known) => {
            let values = [("key", key.as_str()), ("value", value)];
            let unfit = voice.say_all("import-value", &values);
            format!("{unfit} {}", instead(voice, value, known))
        }
        Fault::Kind(key, _, wanted) => {
            let wanted = match wanted {
                Wanted::Text => "text",
                Wanted::Number => "number",
                Wanted::Flag => "flag",
                Wanted::Texts => "texts",
                Wanted::Block | Wanted::Blocks => "block",
            };
            voice.say_all("import-kind", &[("key", key), ("wanted", wanted)])
        }
        Fault::Told(what, instead) => format!("{what}; {instead}"),
    }
}

/// The name that was probably meant, or all there are.
fn instead(voice: Voice<'_>, typed: &str, known: &[String]) -> String {
    if let Some(meant) = did_you_mean(typed, known.iter().map(String::as_str)) {
        return voice.say_with("import-meant", "name", meant);
    }
    let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    voice.say_with("import-known", "names", &names.join(", "))
}
