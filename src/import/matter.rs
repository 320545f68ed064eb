//! What stands around an article without being part of it: related links, support, shares, comments.

use super::closing;
use super::draft::{Draft, Line, Role};
use super::left_out::Why;
use super::plain::begins_small;
use crate::content::{forbidden, is_item, numbered};
use crate::text::words;
use std::collections::HashSet;

/// How far a sign of foreign matter reaches.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// To the end; only the next number or a closing takes the article up again.
    Rest,
    /// Over its line or, where it is a heading, over its section.
    Here,
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
    ("references", Reach::Rest, Why::Sources),
    ("sources", Reach::Rest, Why::Sources),
    ("bibliography", Reach::Rest, Why::Sources),
    ("footnotes", Reach::Rest, Why::Sources),
    ("share this", Reach::Here, Why::Share),
    ("share on", Reach::Here, Why::Share),
    ("share via", Reach::Here, Why::Share),
    ("follow us", Reach::Here, Why::Share),
    ("like us on", Reach::Here, Why::Share),
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

/// Beginnings of a line that leads elsewhere, before their colon.
const LEADS: &[&str] = &[
    "read also",
    "also read",
    "read more",
    "see also",
    "related",
    "read next",
    "recommended",
    "more on this",
];

/// So many words may follow a sign: "Share this article with your friends". A sentence has more.
const MORE_WORDS: usize = 4;

/// A slogan is shorter than a paragraph. In characters.
const TAGLINE_LIMIT: usize = 60;

/// Moves what is no part of the article from the lines of `draft` to what it leaves out.
pub fn leave_out(draft: &mut Draft) {
    leave_out_tagline(draft);
    let lines = std::mem::take(&mut draft.lines);
    let contents = headings_as_words(&lines);
    let mut state = State::default();
    for line in lines {
        let why = state.pass(&line, &contents);
        match why {
            Some(why) if !line.is_blank() => draft.leave_out(line.number, &line.text, why),
            Some(_) => (),
            None => draft.lines.push(line),
        }
    }
}

/// A short line in small letters above a paragraph is no title, and no sentence goes on below it.
pub fn leave_out_tagline(draft: &mut Draft) {
    let mut printed = draft
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_blank());
    let (Some((first, line)), Some((_, next))) = (printed.next(), printed.next()) else {
        return;
    };
    let text = line.text.trim();
    let short = text.chars().count() <= TAGLINE_LIMIT && !text.ends_with([':', ',']);
    let above_paragraph = next.role == Role::Text && !is_item(&next.text);
    let ends = above_paragraph && !begins_small(&next.text);
    if line.role == Role::Text && begins_small(text) && short && ends {
        let line = draft.lines.remove(first);
        draft.leave_out(line.number, &line.text, Why::Tagline);
    }
}

/// Whether `text` cannot be an article's title.
pub fn is_foreign(text: &str) -> bool {
    sign(text).is_some() || forbidden(text).is_some()
}

/// The words of every heading, with and without its number.
fn headings_as_words(lines: &[Line]) -> HashSet<Vec<String>> {
    let headings = lines.iter().filter(|line| line.is_heading());
    headings
        .flat_map(|line| [folded(&line.text), folded(numbered(&line.text).1)])
        .collect()
}

/// Where in the text we are.
#[derive(Default)]
struct State {
    number: Option<u32>,
    in_sections: bool,
    foreign: Option<(Reach, Why)>,
}

impl State {
    /// Why `line` is no part of the article, if it is none.
    fn pass(&mut self, line: &Line, contents: &HashSet<Vec<String>>) -> Option<Why> {
        if line.is_blank() {
            return self.foreign.map(|(_, why)| why);
        }
        if let Some((reach, why)) = sign(&line.text) {
            return Some(self.meet(line, reach, why));
        }
        if line.is_heading() {
            return self.enter(line);
        }
        if let Some((_, why)) = self.foreign {
            return Some(why);
        }
        let repeats = !self.in_sections && contents.contains(&folded(unmarked(&line.text)));
        repeats.then_some(Why::Contents).or_else(|| unfit(line))
    }

    /// A sign of foreign matter; above the first section it says nothing about what follows.
    fn meet(&mut self, line: &Line, reach: Reach, why: Why) -> Why {
        let before = self.foreign.map(|(before, _)| before);
        let reach = match self.in_sections {
            true if before == Some(Reach::Rest) => Reach::Rest,
            true => reach,
            false => Reach::Here,
        };
        let heads = matches!(line.role, Role::Heading(_) | Role::Subheading);
        if heads || reach == Reach::Rest {
            self.foreign = Some((reach, why));
        }
        why
    }

    /// A heading: the article goes on there, unless it stands in what is no article.
    fn enter(&mut self, line: &Line) -> Option<Why> {
        let (number, title) = numbered(&line.text);
        let is_next =
            number.is_some() && number == self.number.map_or(Some(1), |n| n.checked_add(1));
        if let Some((Reach::Rest, why)) = self.foreign
            && !is_next
            && !closing::is_name(title)
        {
            return Some(why);
        }
        self.foreign = None;
        self.in_sections = true;
        self.number = number.or(self.number);
        forbidden(&line.text).map(Why::from)
    }
}

/// How far a line reaches that begins foreign matter, and what it begins.
fn sign(text: &str) -> Option<(Reach, Why)> {
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
    let sign = SIGNS.iter().find(|(sign, ..)| begins(sign));
    sign.map(|(_, reach, why)| (*reach, *why))
}

/// Why a line cannot stand in an article, wherever it is.
fn unfit(line: &Line) -> Option<Why> {
    if let Some(forbidden) = forbidden(&line.text) {
        return Some(forbidden.into());
    }
    let text = line.text.trim_end();
    if line.role == Role::Text && (text.starts_with("# ") || text.starts_with("## ")) {
        return Some(Why::LooksLikeHeading);
    }
    leads_elsewhere(&line.text).then_some(Why::Related)
}

/// Whether `text` is nothing but a link, or says what else to read.
fn leads_elsewhere(text: &str) -> bool {
    let text = unmarked(text);
    let is_address = text.contains("://") || text.starts_with("www.");
    let is_bare = is_address && !text.contains(char::is_whitespace);
    let leads = text
        .split_once(':')
        .is_some_and(|(before, _)| LEADS.contains(&folded(before).join(" ").as_str()));
    is_bare || leads || is_markdown_link(text)
}

/// Whether `text` is one `[words](address)` and nothing else.
fn is_markdown_link(text: &str) -> bool {
    let inner = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(')'));
    inner
        .and_then(|inner| inner.split_once("]("))
        .is_some_and(|(words, address)| !words.contains(']') && !address.contains(')'))
}

/// `text` without the marks of a list, a quotation or emphasis around it.
fn unmarked(text: &str) -> &str {
    let marks =
        |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '#' | '>' | '-' | '•' | '–' | '+');
    text.trim_matches(marks)
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn left(text: &str) -> Vec<(usize, Why)> {
        let mut draft = super::super::plain::read(text);
        leave_out(&mut draft);
        draft
            .left_out
            .iter()
            .map(|left| (left.line, left.why))
            .collect()
    }

    #[test]
    fn what_follows_the_article_is_left_out_with_its_reason() {
        assert_eq!(
            left(
                "1. One\na.\n2. Two\nb.\nRELATED POSTS\nTen ways\nSupport us!\nThank you.\nCall +254 701 838 999"
            ),
            [
                (5, Why::Related),
                (6, Why::Related),
                (7, Why::Payment),
                (8, Why::Support),
                (9, Why::PhoneNumber),
            ]
        );
    }

    #[test]
    fn an_interruption_ends_where_the_numbers_go_on() {
        assert_eq!(
            left(
                "1. One\na.\nShare this article\nb.\nRead also: Ten ways\nRelated posts\nTen ways\n2. Two\nc."
            ),
            [
                (3, Why::Share),
                (5, Why::Related),
                (6, Why::Related),
                (7, Why::Related),
            ]
        );
    }

    #[test]
    fn prose_that_begins_like_a_sign_stays() {
        assert_eq!(
            left(
                "1. One\nComments hurt.\nSources of joy are near.\nRelated to this, he left.\n2. Two\nCopyright is not love, he said to me.\nShare this with him."
            ),
            []
        );
    }
}
