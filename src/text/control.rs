//! Signs that nobody types and no page shows.

use std::borrow::Cow;

/// `text` without control characters. Line breaks and tabs stay.
///
/// PostgreSQL keeps no U+0000, and nobody who reads the text would see any of the others.
pub fn without_controls(text: &str) -> Cow<'_, str> {
    match text.contains(is_control) {
        true => Cow::Owned(text.replace(is_control, "")),
        false => Cow::Borrowed(text),
    }
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_go_and_nothing_else_does() {
        for (typed, kept) in [
            ("why is he cold?", "why is he cold?"),
            (
                "why\0 is\u{7} he\u{1b} cold\u{7f}\u{85}?",
                "why is he cold?",
            ),
            ("one\r\ntwo\tthree", "one\ntwo\tthree"),
            ("¿por qué? 👩\u{200d}👧", "¿por qué? 👩\u{200d}👧"),
            ("\0\0", ""),
        ] {
            assert_eq!(without_controls(typed), kept);
        }
    }
}
