//! Words, where they stand, and quick hashes of them.

mod control;
mod fold;
mod hash;
mod links;
mod sentence;
mod stem;
mod terms;

pub use control::without_controls;
pub use fold::{fold, is_invisible};
pub use hash::{ByHash, ByWord, Fnv, checksum, spread};
pub use links::{masks_link, without_masks};
pub use sentence::sentences;
pub use stem::Stemmer;
pub use terms::{elides, terms, without_elisions};

use std::borrow::Cow;

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
    typed(text)
        .map(|(folded, span)| Word {
            folded: folded.into_owned(),
            span,
        })
        .collect()
}

/// The same words one by one, folded, each with the place where it stands. A word that was typed as it is
/// compared is borrowed.
pub fn typed(text: &str) -> impl Iterator<Item = (Cow<'_, str>, Span)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += run(text, at, parts);
            let (folded, span, end) = match plain(text, at) {
                Some(word) => word,
                None => {
                    at += text[at..].find(char::is_alphanumeric)?;
                    styled(text, at)
                }
            };
            at = end;
            if !folded.is_empty() {
                return Some((folded, span));
            }
        }
    })
}

/// The word that begins at `start` and where to read on, if it is all small letters and digits.
fn plain(text: &str, start: usize) -> Option<(Cow<'_, str>, Span, usize)> {
    let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9');
    let span = Span {
        start,
        end: start + run(text, start, is_plain),
    };
    let next = text.as_bytes().get(span.end);
    let ends = next.is_none_or(|next| parts(*next));
    (ends && !span.is_empty()).then(|| (Cow::Borrowed(span.of(text)), span, span.end))
}

/// How many bytes from `start` on are `alike`.
fn run(text: &str, start: usize, alike: impl Fn(u8) -> bool) -> usize {
    let bytes = text.as_bytes()[start..].iter();
    bytes.take_while(|byte| alike(**byte)).count()
}

/// Whether `byte` parts words, as a space or a comma does.
fn parts(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric() && !fold::is_apostrophe(byte.into())
}

/// The word that begins at `start`, letter by letter, and where to read on.
fn styled(text: &str, start: usize) -> (Cow<'_, str>, Span, usize) {
    let mut folded = String::with_capacity(12);
    let mut span = Span { start, end: start };
    for (at, c) in text[start..].char_indices() {
        let at = start + at;
        if c.is_alphanumeric() || fold::is_letter_mark(c) {
            fold::push(&mut folded, c);
            span.end = at + c.len_utf8();
        } else if !joins(c) {
            return (finished(folded), span, at);
        }
    }
    (finished(folded), span, text.len())
}

fn finished(folded: String) -> Cow<'static, str> {
    fold::unmixed(fold::composed(folded)).into()
}

/// Whether `c` may stand inside a word without ending it: apostrophes, invisible signs.
fn joins(c: char) -> bool {
    fold::is_apostrophe(c) || is_invisible(c)
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
        check("кill yoυrself, і dіe", &["kill", "yourself", "і", "die"]);
        check("ᴅɪᴇ", &["die"]);
        check("पौधों को पानी", &["पौधों", "को", "पानी"]);
        check("รดน้ํามา", &["รดน\u{e49}\u{e4d}ามา"]);
        check("می\u{200c}خواهم تَشرَب", &["ميخواهم", "تشرب"]);
        check("1\u{fe0f}\u{20e3}2\u{fe0f}\u{20e3}", &["1", "2"]);
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
