//! What a moderator writes on the panel.

use crate::press::{Field, Panel, Press};
use crate::reply::{Form, Input, Voice};
use crate::settings::{CARE_LINE_LIMIT, CareLine, Settings};

/// A number of questions has at most so many digits.
const PACE_LIMIT: u16 = 3;

/// Discord lets so much be written into a form. In characters.
const FORM_LIMIT: u16 = 4_000;

/// The form for `field`.
pub fn form(voice: Voice<'_>, settings: &Settings, field: Field) -> Form {
    let line = |label: &str, value: String, longest| Input {
        label: voice.say(label),
        value,
        longest,
        required: true,
        lines: false,
    };
    let (title, inputs) = match field {
        Field::Pace => (
            "form-pace",
            vec![
                line(
                    "form-pace-minute",
                    settings.pace.minute.to_string(),
                    PACE_LIMIT,
                ),
                line("form-pace-hour", settings.pace.hour.to_string(), PACE_LIMIT),
            ],
        ),
        Field::CareLine => {
            let held = settings.care_line.as_ref().map(CareLine::as_str);
            let longest = u16::try_from(CARE_LINE_LIMIT).unwrap_or(FORM_LIMIT);
            let input = line(
                "form-care-line",
                held.unwrap_or_default().to_owned(),
                longest,
            );
            let input = Input {
                required: false,
                ..input
            };
            ("setting-care-line", vec![input])
        }
        Field::Import => {
            let input = line("form-import", String::new(), FORM_LIMIT);
            let input = Input {
                lines: true,
                ..input
            };
            ("button-import", vec![input])
        }
    };
    Form {
        title: voice.say(title),
        press: Press::Panel(Panel::Write(field)),
        inputs,
    }
}
