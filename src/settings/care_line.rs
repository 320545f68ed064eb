//! The moderators' own line on a care card.

use super::Refused;
use crate::text::{masks_link, without_masks};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How long the moderators' own line on a care card may be: two lines on a phone. In characters.
pub const CARE_LINE_LIMIT: usize = 200;

/// One line of the moderators' own words that pings nobody and hides no link. Only [`Change`] makes one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CareLine(String);

impl CareLine {
    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The words as we say them. An older line may hide where a link leads; shown, none does.
    pub fn shown(&self) -> Cow<'_, str> {
        without_masks(&self.0)
    }
}

/// `typed` as one line; a blank one is none.
pub(super) fn care_line(typed: &str) -> Result<Option<CareLine>, Refused> {
    let visible = |c: char| if is_hidden(c) { ' ' } else { c };
    let shown: String = typed.chars().map(visible).collect();
    let line = shown.split_whitespace().collect::<Vec<&str>>().join(" ");
    let lower = line.to_lowercase();
    match line.chars().count() {
        0 => Ok(None),
        count if count > CARE_LINE_LIMIT => Err(Refused::TooLong),
        _ if PINGS.iter().any(|ping| lower.contains(ping)) => Err(Refused::Pings),
        _ if masks_link(&line) => Err(Refused::Masks),
        _ => Ok(Some(CareLine(line))),
    }
}

/// What Discord turns into a ping of everyone, of those online, of a person or a role.
const PINGS: [&str; 3] = ["@everyone", "@here", "<@"];

/// Signs without a shape: control characters, and those that turn the direction of a line.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{Change, Settings};

    fn line(typed: &str) -> Result<Option<String>, Refused> {
        let settings = Settings::default().apply(Change::CareLine(Some(typed.to_owned())))?;
        Ok(settings.care_line.map(|line| line.as_str().to_owned()))
    }

    #[test]
    fn a_line_of_old_is_read_and_its_links_show_where_they_lead() {
        let kept = r#"{"care-line":"[help](https://a.b)"}"#;
        let settings: Settings = serde_json::from_str(kept).unwrap();
        let line = settings.care_line.expect("a line");
        assert_eq!(line.shown(), "[help] (https://a.b)");
    }

    #[test]
    fn a_care_line_is_one_short_line_that_pings_nobody() {
        let said = |line: &str| Ok(Some(line.to_owned()));
        let long = "é".repeat(CARE_LINE_LIMIT + 1);
        let cases = [
            (
                "Write to our team in <#12>.",
                said("Write to our team in <#12>."),
            ),
            ("  two\n lines\u{202E}\t", said("two lines")),
            ("", Ok(None)),
            (" \n ", Ok(None)),
            (&long[2..], said(&long[2..])),
            (&long, Err(Refused::TooLong)),
            ("hey @everyone", Err(Refused::Pings)),
            ("@Here", Err(Refused::Pings)),
            ("ask <@123>", Err(Refused::Pings)),
            ("ask <@&123>", Err(Refused::Pings)),
            ("ask <\u{200B}@123>", said("ask < @123>")),
            ("mail me@example.org", said("mail me@example.org")),
            ("see https://example.org", said("see https://example.org")),
            ("[see](https://example.org)", Err(Refused::Masks)),
        ];
        for (typed, expected) in cases {
            assert_eq!(line(typed), expected, "{typed}");
        }
    }
}
