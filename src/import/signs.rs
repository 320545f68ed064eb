//! Signs that are words in the text and marks to Discord.

use std::borrow::Cow;

/// `text` so that Discord prints it as it is written: no spoiler, no underline, no heading, no quotation.
pub fn safe(text: &str) -> Cow<'_, str> {
    let begins = begins_as_mark(text);
    if !begins && !text.contains("||") && !text.contains("__") {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 4);
    let indent = text.len() - text.trim_start().len();
    safe.push_str(&text[..indent]);
    if begins {
        safe.push('\\');
    }
    let mut rest = &text[indent..];
    while let Some(at) = rest.find(['|', '_']) {
        let sign = &rest[at..at + 1];
        let run = rest[at..].len() - rest[at..].trim_start_matches(sign).len();
        safe.push_str(&rest[..at]);
        match run {
            1 => safe.push_str(sign),
            _ => safe.push_str(&format!("\\{sign}").repeat(run)),
        }
        rest = &rest[at + run..];
    }
    safe.push_str(rest);
    Cow::Owned(safe)
}

/// Markdown `text` whose marks stay, but for those that only Discord reads: `||` and `__` outside of code and addresses.
pub fn safe_marked(text: &str) -> Cow<'_, str> {
    if !text.contains("||") && !text.contains("__") {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 4);
    let mut in_code = false;
    for piece in text.split_inclusive(' ') {
        let ticks = piece.matches('`').count();
        let is_code = in_code || ticks > 0;
        in_code ^= ticks % 2 == 1;
        let untouched = is_code || piece.contains("://");
        match untouched || !(piece.contains("||") || piece.contains("__")) {
            true => safe.push_str(piece),
            false => safe.push_str(&piece.replace("||", "\\|\\|").replace("__", "\\_\\_")),
        }
    }
    Cow::Owned(safe)
}

/// Whether Discord would take the beginning of `text` for a heading, small print or a quotation.
fn begins_as_mark(text: &str) -> bool {
    let text = text.trim_start();
    ["# ", "## ", "### ", "-# ", "> ", ">>> ", "```"]
        .iter()
        .any(|mark| text.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_the_text_are_shown_and_not_obeyed() {
        for (text, printed) in [
            ("a || b", "a \\|\\| b"),
            ("call __init__ | me_too", "call \\_\\_init\\_\\_ | me_too"),
            ("# not a title", "\\# not a title"),
            ("> 5 of 7", "\\> 5 of 7"),
            ("plain", "plain"),
        ] {
            assert_eq!(safe(text), printed);
        }
    }
}
