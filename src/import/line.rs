//! What one line shows by itself: how it begins, how it ends, what its marks surround.

/// Whether `text` begins with a small letter, as no title and no paragraph does.
pub fn begins_small(text: &str) -> bool {
    text.trim_start().starts_with(char::is_lowercase)
}

/// Whether `line` ends where a sentence may.
pub fn ends_a_sentence(line: &str) -> bool {
    let closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | '*' | '_');
    let line = line.trim_end().trim_end_matches(closing);
    line.ends_with(['.', '!', '?', ':', '…', '。', '！', '？', '؟', '।'])
}

/// A heading's words: `line` without the white space and the bold marks around it.
pub fn bare(line: &str) -> &str {
    let line = line.trim();
    for mark in ["**", "__"] {
        let inner = line.strip_prefix(mark).and_then(|l| l.strip_suffix(mark));
        if let Some(inner) = inner.filter(|inner| !inner.contains(mark)) {
            return inner.trim();
        }
    }
    line
}
