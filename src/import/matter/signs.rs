//! Lines that begin what is no article, and how far each reaches.

use crate::import::left_out::Why;
use crate::text::words;

/// How far a sign of foreign matter reaches.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// To the end; only the next number or a closing takes the article up again.
    Rest,
    /// Over its line or, where it is a heading, over its section.
    Here,
    /// Over its list, up to the first whole sentence.
    List,
}

/// Lines that begin what is no article, as runs of folded words; a few more words may follow.
const SIGNS: &[(&str, Reach, Why)] = &[
    ("suggested reads", Reach::Rest, Why::Related),
    ("suggested reading", Reach::Rest, Why::Related),
    ("suggested articles", Reach::Rest, Why::Related),
    ("suggested posts", Reach::Rest, Why::Related),
    ("recommended reads", Reach::Rest, Why::Related),
    ("recommended reading", Reach::Rest, Why::Related),
    ("recommended articles", Reach::Rest, Why::Related),
    ("recommended for you", Reach::Rest, Why::Related),
    ("related posts", Reach::Rest, Why::Related),
    ("related articles", Reach::Rest, Why::Related),
    ("related reads", Reach::Rest, Why::Related),
    ("related reading", Reach::Rest, Why::Related),
    ("related stories", Reach::Rest, Why::Related),
    ("related links", Reach::Rest, Why::Related),
    ("related topics", Reach::Rest, Why::Related),
    ("similar posts", Reach::Rest, Why::Related),
    ("similar articles", Reach::Rest, Why::Related),
    ("further reading", Reach::Rest, Why::Related),
    ("you may also like", Reach::Rest, Why::Related),
    ("you might also like", Reach::Rest, Why::Related),
    ("more articles", Reach::Rest, Why::Related),
    ("read next", Reach::Rest, Why::Related),
    ("see also", Reach::Rest, Why::Related),
    ("recent posts", Reach::Rest, Why::Related),
    ("latest posts", Reach::Rest, Why::Related),
    ("latest articles", Reach::Rest, Why::Related),
    ("popular posts", Reach::Rest, Why::Related),
    ("most popular", Reach::Rest, Why::Related),
    ("most read", Reach::Rest, Why::Related),
    ("trending now", Reach::Rest, Why::Related),
    ("archives", Reach::Rest, Why::Related),
    ("external links", Reach::Rest, Why::Related),
    ("what to read next", Reach::Rest, Why::Related),
    ("support our website", Reach::Rest, Why::Support),
    ("support our work", Reach::Rest, Why::Support),
    ("support our site", Reach::Rest, Why::Support),
    ("support this site", Reach::Rest, Why::Support),
    ("support this website", Reach::Rest, Why::Support),
    ("support us", Reach::Rest, Why::Support),
    ("about the author", Reach::Rest, Why::Author),
    ("about the authors", Reach::Rest, Why::Author),
    ("about the writer", Reach::Rest, Why::Author),
    ("author bio", Reach::Rest, Why::Author),
    ("leave a comment", Reach::Rest, Why::Comments),
    ("leave a reply", Reach::Rest, Why::Comments),
    ("post a comment", Reach::Rest, Why::Comments),
    ("cancel reply", Reach::Rest, Why::Comments),
    ("comments", Reach::Rest, Why::Comments),
    ("reader comments", Reach::Rest, Why::Comments),
    ("recent comments", Reach::Rest, Why::Comments),
    ("join the conversation", Reach::Rest, Why::Comments),
    ("join the discussion", Reach::Rest, Why::Comments),
    ("references", Reach::Rest, Why::Sources),
    ("sources", Reach::Rest, Why::Sources),
    ("bibliography", Reach::Rest, Why::Sources),
    ("footnotes", Reach::Rest, Why::Sources),
    ("share", Reach::Here, Why::Share),
    ("share this", Reach::Here, Why::Share),
    ("share on", Reach::Here, Why::Share),
    ("share via", Reach::Here, Why::Share),
    ("follow us", Reach::Here, Why::Share),
    ("like us on", Reach::Here, Why::Share),
    ("share with", Reach::Here, Why::Share),
    ("like this", Reach::Here, Why::Share),
    ("spread the word", Reach::Here, Why::Share),
    ("tweet this", Reach::Here, Why::Share),
    ("pin it", Reach::Here, Why::Share),
    ("subscribe to", Reach::Here, Why::Newsletter),
    ("sign up for", Reach::Here, Why::Newsletter),
    ("newsletter", Reach::Here, Why::Newsletter),
    ("join our newsletter", Reach::Here, Why::Newsletter),
    ("join our mailing list", Reach::Here, Why::Newsletter),
    ("get our newsletter", Reach::Here, Why::Newsletter),
    ("advertisement", Reach::Here, Why::Advertisement),
    ("sponsored content", Reach::Here, Why::Advertisement),
    ("copyright", Reach::Here, Why::Copyright),
    ("license", Reach::Here, Why::Copyright),
    ("licence", Reach::Here, Why::Copyright),
    ("all rights reserved", Reach::Here, Why::Copyright),
    ("table of contents", Reach::Here, Why::Contents),
    ("in this article", Reach::Here, Why::Contents),
    ("contents", Reach::Here, Why::Contents),
    ("published on", Reach::Here, Why::Byline),
    ("posted on", Reach::Here, Why::Byline),
    ("posted by", Reach::Here, Why::Byline),
    ("written by", Reach::Here, Why::Byline),
    ("last updated", Reach::Here, Why::Byline),
    ("updated on", Reach::Here, Why::Byline),
];

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
    let sign = SIGNS.iter().find(|(sign, ..)| begins(sign));
    sign.map(|(_, reach, why)| (*reach, *why))
}

/// `2 thoughts on "Growing peas"`, `14 comments`.
fn is_count_of_comments(found: &[String]) -> bool {
    let counted = found
        .first()
        .is_some_and(|word| word == "one" || word.bytes().all(|byte| byte.is_ascii_digit()));
    let of = found.get(1).is_some_and(|word| {
        matches!(
            word.as_str(),
            "thought"
                | "thoughts"
                | "comment"
                | "comments"
                | "response"
                | "responses"
                | "reply"
                | "replies"
        )
    });
    let on = found.get(2).is_none_or(|word| word == "on" || word == "to");
    counted && of && on
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
