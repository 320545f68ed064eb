//! Words and where they stand.

mod fold;
mod sentence;
mod stem;

pub use fold::{fold, is_invisible};
pub use sentence::sentences;
pub use stem::Stemmer;

/// A byte range of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The words of `text` that this range covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// How many bytes it covers.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// One word of a text, folded for comparison, with the place it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word in lower case, without accents, apostrophes or invisible signs.
    pub folded: String,
    /// Where it stands, untouched.
    pub span: Span,
}

/// Reads the words of `text` in order.
///
/// A word is a run of letters and digits of any script. An apostrophe inside a word vanishes
/// ("don't" reads as "dont", which is how people type it), and so do zero-width signs.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<Word> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if c.is_alphanumeric() {
            let word = open.get_or_insert_with(|| Word {
                folded: String::with_capacity(12),
                span: Span { start: at, end },
            });
            fold::push(&mut word.folded, c);
            word.span.end = end;
        } else if !joins(c) {
            words.extend(open.take());
        }
    }
    words.extend(open);
    words.retain(|word| !word.folded.is_empty());
    words
}

/// Whether `c` may stand inside a word without ending it: apostrophes, accents, invisible signs.
fn joins(c: char) -> bool {
    fold::is_apostrophe(c) || fold::is_mark(c) || is_invisible(c)
}

/// The 1-based line of `text` in which byte `at` stands.
pub fn line_of(text: &str, at: usize) -> usize {
    1 + text.as_bytes()[..at.min(text.len())]
        .iter()
        .filter(|&&byte| byte == b'\n')
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = words(text).into_iter().map(|w| w.folded).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_are_read_as_people_type_them() {
        check("Don't — he’s GONE!", &["dont", "hes", "gone"]);
        check("post-coital (PCD)", &["post", "coital", "pcd"]);
        check("caf\u{e9} cafe\u{301}", &["cafe", "cafe"]);
        check("qu\u{200b}iet", &["quiet"]);
        check("’tis 'quoted'", &["tis", "quoted"]);
        check("為什麼 почему", &["為什麼", "почему"]);
        check("💔🙃 …", &[]);
        check("", &[]);
    }

    #[test]
    fn each_word_remembers_where_it_stood() {
        let text = "He’s “Gone”.";
        let stood: Vec<&str> = words(text).iter().map(|w| w.span.of(text)).collect();
        assert_eq!(stood, ["He’s", "Gone"]);
    }
}
