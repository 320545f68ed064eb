//! A section's body cut into blocks: what may be quoted by itself.

use crate::text::{Span, sentences};

/// No block is longer, so that every excerpt fits a message with its frame. In characters.
pub const BLOCK_LIMIT: usize = 900;

/// A paragraph, or a list with the line that leads into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the article.
    pub span: Span,
}

/// Cuts `body` at its empty lines; a list keeps its lead-in, and what is too long falls apart
/// at its lines, then at its sentences.
pub fn blocks(text: &str, body: Span) -> Vec<Block> {
    let mut spans: Vec<Span> = Vec::new();
    for paragraph in paragraphs(text, body) {
        match spans.last_mut() {
            Some(lead_in) if leads_into(lead_in.of(text), paragraph.of(text)) => {
                lead_in.end = paragraph.end;
            }
            _ => spans.push(paragraph),
        }
    }
    spans
        .into_iter()
        .flat_map(|span| pieces(text, span))
        .map(|span| Block { span })
        .collect()
}

/// Whether `line` begins or ends a program text.
pub fn is_fence(line: &str) -> bool {
    line.starts_with("```")
}

/// The runs of lines between empty lines; an empty line of a program text ends none.
fn paragraphs(text: &str, body: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut fresh = true;
    let mut fenced = false;
    let mut start = body.start;
    for line in body.of(text).split_inclusive('\n') {
        let end = start + line.trim_end().len();
        fenced ^= is_fence(line);
        let blank = line.trim().is_empty() && !fenced;
        match found.last_mut() {
            _ if blank => (),
            Some(open) if !fresh => open.end = end,
            _ => found.push(Span { start, end }),
        }
        fresh = blank;
        start += line.len();
    }
    found
}

/// Whether `paragraph` is the list that `before` announces.
fn leads_into(before: &str, paragraph: &str) -> bool {
    let last = before.lines().last().unwrap_or_default().trim_end();
    last.ends_with(':') && !is_item(last) && is_item(paragraph)
}

/// Whether `line` begins like a point of a list.
pub fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let bulleted = line.strip_prefix(['-', '*', '•', '–', '+']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (digits > 0)
        .then(|| line[digits..].strip_prefix(['.', ')']))
        .flatten();
    bulleted
        .or(numbered)
        .is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

/// `span` if it is short enough, or as few pieces of whole lines or sentences as hold it.
fn pieces(text: &str, span: Span) -> Vec<Span> {
    if fits(text, span) {
        return vec![span];
    }
    let mut pieces: Vec<Span> = Vec::new();
    for part in parts(text, span) {
        match pieces.last_mut() {
            Some(open) if fits(text, joined(*open, part)) => *open = joined(*open, part),
            _ => pieces.push(part),
        }
    }
    pieces
}

fn joined(first: Span, last: Span) -> Span {
    Span {
        start: first.start,
        end: last.end,
    }
}

fn fits(text: &str, span: Span) -> bool {
    span.len() <= BLOCK_LIMIT || span.of(text).chars().count() <= BLOCK_LIMIT
}

/// The sentences of `span`; one that is still too long falls apart at its words, or anywhere.
fn parts(text: &str, span: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    for sentence in sentences(span.of(text)) {
        let mut rest = Span {
            start: span.start + sentence.start,
            end: span.start + sentence.end,
        };
        while !fits(text, rest) {
            let cut = last_gap(rest.of(text));
            parts.push(Span {
                start: rest.start,
                end: rest.start + rest.of(text)[..cut].trim_end().len(),
            });
            rest.start += cut;
        }
        parts.push(rest);
    }
    parts
}

/// Where to cut a text that is too long: before the last word that begins within the limit.
fn last_gap(text: &str) -> usize {
    let (end, _) = text
        .char_indices()
        .nth(BLOCK_LIMIT)
        .expect("a text over the limit has a character at it");
    match text[..end].rfind(char::is_whitespace) {
        Some(gap) if gap > 0 => gap + text[gap..].chars().next().map_or(0, char::len_utf8),
        _ => end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn cut(text: &str) -> Vec<&str> {
        let body = Span {
            start: 0,
            end: text.len(),
        };
        blocks(text, body)
            .iter()
            .map(|block| block.span.of(text))
            .collect()
    }

    #[test]
    fn a_list_keeps_its_lead_in() {
        assert_eq!(
            cut("One.\ntwo\n\nThese:\n- a\n- b\n\nThose:\n\n- c\n\nLast\n"),
            ["One.\ntwo", "These:\n- a\n- b", "Those:\n\n- c", "Last"]
        );
    }

    #[test]
    fn a_program_text_is_one_block() {
        assert_eq!(
            cut("One.\n\n```sh\na\n\n# b\n```\n\nTwo.\n"),
            ["One.", "```sh\na\n\n# b\n```", "Two."]
        );
    }

    #[test]
    fn whatever_its_length_each_block_fits_and_nothing_is_lost() {
        let sentence = "A sentence of some length stands here and says little. ";
        for text in [sentence.repeat(60), "x".repeat(2500), "ü ".repeat(1300)] {
            let blocks = cut(&text);
            assert!(blocks.iter().all(|b| b.chars().count() <= BLOCK_LIMIT));
            let printed: String = blocks.concat().split_whitespace().collect();
            let original: String = text.split_whitespace().collect();
            assert_eq!(printed, original);
        }
    }
}
