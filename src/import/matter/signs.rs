//! Lines that begin what is no article, and how far each reaches.

use crate::content::import_words;
use crate::import::left_out::Why;
use crate::text::words;
use serde::Deserialize;
use std::sync::LazyLock;

/// How far a sign of foreign matter reaches.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// To the end; only the next number or a closing takes the article up again.
    Rest,
    /// Over its line or, where it is a heading, over its section.
    Here,
    /// Over its list, up to the first whole sentence.
    List,
}

/// What `import.toml` says of what stands around an article, in folded words.
#[derive(Deserialize)]
struct Said {
    around: Vec<Around>,
    comments: Comments,
    links: Links,
}

/// Lines that begin the same.
#[derive(Deserialize)]
struct Around {
    reach: Reach,
    why: Why,
    lines: Vec<String>,
}

/// How comments are counted: "2 thoughts on".
#[derive(Deserialize)]
struct Comments {
    one: String,
    counted: Vec<String>,
    on: Vec<String>,
}

/// How a line begins that leads elsewhere, before its colon.
#[derive(Deserialize)]
struct Links {
    leads: Vec<String>,
}

static SAID: LazyLock<Said> = LazyLock::new(import_words);

/// Whether `words`, which stand before a colon, lead elsewhere.
pub fn leads(words: &str) -> bool {
    SAID.links.leads.contains(&folded(words).join(" "))
}

/// So many words may follow a sign: "Share this article with your friends". A sentence has more.
const MORE_WORDS: usize = 4;

/// How far a line reaches that begins foreign matter, and what it begins.
pub fn sign(text: &str) -> Option<(Reach, Why)> {
    let text = unmarked(text);
    let found = folded(text);
    if text.contains('©') && found.len() <= 3 * MORE_WORDS {
        return Some((Reach::Here, Why::Copyright));
    }
    let is_sentence = text.ends_with(['.', ',']);
    let joined = found.join(" ");
    let begins = |sign: &str| {
        let Some(rest) = joined.strip_prefix(sign) else {
            return false;
        };
        let words = sign.split(' ').count();
        let room = if words == 1 || is_sentence {
            0
        } else {
            MORE_WORDS
        };
        found.len() <= words + room && (rest.is_empty() || rest.starts_with(' '))
    };
    if is_count_of_comments(&found) {
        return Some((Reach::Rest, Why::Comments));
    }
    let kind = |around: &&Around| around.lines.iter().any(|sign| begins(sign));
    let around = SAID.around.iter().find(kind);
    around.map(|around| (around.reach, around.why))
}

/// `2 thoughts on "Growing peas"`, `14 comments`.
fn is_count_of_comments(found: &[String]) -> bool {
    let Comments { one, counted, on } = &SAID.comments;
    let count = |word: &String| word == one || word.bytes().all(|byte| byte.is_ascii_digit());
    let counts = found.first().is_some_and(count);
    let of = found.get(1).is_some_and(|word| counted.contains(word));
    let on = found.get(2).is_none_or(|word| on.contains(word));
    counts && of && on
}

/// `text` without the marks of a list, a quotation or emphasis around it.
pub fn unmarked(text: &str) -> &str {
    let marks =
        |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '#' | '>' | '-' | '•' | '–' | '+');
    text.trim_matches(marks)
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}
