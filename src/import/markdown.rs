//! Reads Markdown: its headings by their marks, its lines as they are written.

use super::draft::{Draft, Line, Role};
use super::headings::bare;
use super::left_out::Why;
use crate::text::Span;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// A line with a drawn line below it is a heading only if it is short. In characters.
const UNDERLINED_LIMIT: usize = 120;

/// What the parser says about places of the text, each list in the text's order.
#[derive(Default)]
struct Marks {
    headings: Vec<Heading>,
    blocks: Vec<(Range<usize>, Why)>,
    inline: Vec<(Range<usize>, Why)>,
}

struct Heading {
    whole: Range<usize>,
    words: Range<usize>,
    level: u8,
}

/// Reads `text`.
pub fn read(text: &str) -> Draft {
    let mut draft = Draft::default();
    let (text, first) = front_matter(text, &mut draft);
    let marks = marks(text);
    for (at, line) in whole_lines(text).enumerate() {
        let number = first + at;
        if let Some((_, why)) = covering(&marks.blocks, line, |(whole, _)| whole) {
            draft.leave_out(number, line.of(text), *why);
            draft.lines.push(Line::blank(number));
        } else if let Some(heading) = covering(&marks.headings, line, |heading| &heading.whole) {
            if heading.whole.start >= line.start {
                let words = span(&heading.words);
                let words = without(text, words, number, &marks.inline, &mut draft);
                draft.lines.push(Line {
                    number,
                    text: bare(&words).to_owned(),
                    role: Role::Heading(heading.level),
                });
            }
        } else {
            let kept = without(text, line, number, &marks.inline, &mut draft);
            draft.lines.push(Line::of(number, &kept));
        }
    }
    draft
}

/// The lines of `text` without their line feeds.
fn whole_lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let end = start + line.len();
        let span = Span { start, end };
        start = end + 1;
        span
    })
}

fn span(range: &Range<usize>) -> Span {
    Span {
        start: range.start,
        end: range.end,
    }
}

/// The first of `marks`, which stand in order, that reaches into `line`.
fn covering<M>(marks: &[M], line: Span, range: impl Fn(&M) -> &Range<usize>) -> Option<&M> {
    let at = marks.partition_point(|mark| range(mark).end <= line.start);
    let mark = marks.get(at)?;
    (range(mark).start < line.end.max(line.start + 1)).then_some(mark)
}

/// What `span` says without the marks of `cuts`, which are noted.
fn without(
    text: &str,
    span: Span,
    number: usize,
    cuts: &[(Range<usize>, Why)],
    draft: &mut Draft,
) -> String {
    let mut kept = String::with_capacity(span.len());
    let mut at = span.start;
    let first = cuts.partition_point(|(cut, _)| cut.end <= span.start);
    for (cut, why) in cuts[first..]
        .iter()
        .take_while(|(cut, _)| cut.start < span.end)
    {
        let end = cut.end.min(span.end);
        if cut.start >= span.start {
            draft.leave_out(number, &text[cut.clone()], *why);
            kept.push_str(&text[at..cut.start]);
        }
        at = end;
    }
    kept.push_str(&text[at..span.end]);
    kept
}

/// Where the parser sees headings, and what no message can show.
fn marks(text: &str) -> Marks {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let parser = Parser::new_ext(text, options);
    let mut marks = Marks::default();
    for (_, link) in parser.reference_definitions().iter() {
        marks.blocks.push((link.span.clone(), Why::Address));
    }
    let mut depth = 0;
    let mut open: Option<Heading> = None;
    for (event, range) in parser.into_offset_iter() {
        marks.note(&event, &range);
        match event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                open = Some(Heading {
                    words: range.start..range.start,
                    whole: range,
                    level: level as u8,
                });
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(heading) = open.take() {
                    marks.add_heading(text, heading);
                }
            }
            Event::Start(Tag::BlockQuote(_) | Tag::List(_)) => depth += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_)) => depth -= 1,
            _ => {
                if let Some(heading) = &mut open {
                    heading.reach(&range);
                }
            }
        }
    }
    marks.in_order()
}

impl Heading {
    /// Its words reach over `range` too.
    fn reach(&mut self, range: &Range<usize>) {
        if self.words.is_empty() {
            self.words.start = range.start;
        }
        self.words.end = self.words.end.max(range.end);
    }
}

impl Marks {
    /// Notes what no message can show.
    fn note(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => self.block(range, Why::Code),
            Event::Start(Tag::HtmlBlock) => self.block(range, Why::Html),
            Event::Start(Tag::Table(_)) => self.block(range, Why::Table),
            Event::Rule => self.block(range, Why::Rule),
            Event::Start(Tag::Image { .. }) => self.inline.push((range.clone(), Why::Image)),
            Event::InlineHtml(_) => self.inline.push((range.clone(), Why::Html)),
            _ => (),
        }
    }

    fn block(&mut self, range: &Range<usize>, why: Why) {
        self.blocks.push((range.clone(), why));
    }

    /// A paragraph that happens to stand above a drawn line is no heading.
    fn add_heading(&mut self, text: &str, heading: Heading) {
        let whole = text[heading.whole.clone()].trim_end();
        let words = &text[heading.words.clone()];
        let Some(underline) = whole.rfind('\n') else {
            return self.headings.push(heading);
        };
        let short = words.chars().count() <= UNDERLINED_LIMIT;
        if short && !words.contains('\n') && !words.trim_end().ends_with(['.', ',', ':']) {
            return self.headings.push(heading);
        }
        let start = heading.whole.start + underline + 1;
        let end = heading.whole.start + whole.len();
        self.block(&(start..end), Why::Rule);
    }

    /// Each list in the text's order, and nothing in it inside another.
    fn in_order(mut self) -> Marks {
        for list in [&mut self.blocks, &mut self.inline] {
            list.sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
            let mut reached = 0;
            list.retain(|(range, _)| {
                let outside = range.start >= reached && !range.is_empty();
                reached = reached.max(range.end);
                outside
            });
        }
        self
    }
}

/// The text below its front matter and the number of its first line; what the front matter says is noted.
fn front_matter<'t>(text: &'t str, draft: &mut Draft) -> (&'t str, usize) {
    let inside = text.strip_prefix("---\n").unwrap_or_default();
    let Some((front, below)) = inside.split_once("\n---\n") else {
        return (text, 1);
    };
    // Paragraphs between two drawn lines have empty lines, or lines that tell no fact.
    if !front.lines().all(is_fact) {
        return (text, 1);
    }
    for (at, line) in front.lines().enumerate() {
        note_fact(line, draft);
        draft.leave_out(at + 2, line, Why::FrontMatter);
    }
    (below, 3 + front.lines().count())
}

/// `title: …`, or the point of a list below a key.
fn is_fact(line: &str) -> bool {
    let key = line
        .split_once(':')
        .is_some_and(|(key, _)| !key.contains(' '));
    key || line.starts_with([' ', '-', '#'])
}

fn note_fact(line: &str, draft: &mut Draft) {
    let Some((key, fact)) = line.split_once(':') else {
        return;
    };
    let fact = fact.trim().trim_matches(['"', '\'']).trim();
    let place = match key {
        "title" => &mut draft.title,
        "author" => &mut draft.author,
        "lang" | "language" => &mut draft.language,
        _ => return,
    };
    *place = Some(fact.to_owned()).filter(|fact| !fact.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, lines: &[&str], left_out: &[(usize, &str, Why)]) {
        read(text).is(lines, left_out);
    }

    #[test]
    fn headings_lose_their_marks_and_lines_keep_theirs() {
        check(
            "# T\n\n## **1. One** ##\n*He*  said  \n> so\n\nTwo\n---\n- a\n  - b\n\nA sentence.\n---\n",
            &[
                "h1 T",
                "h2 1. One",
                "*He*  said  ",
                "> so",
                "h2 Two",
                "- a",
                "  - b",
                "A sentence.",
            ],
            &[(13, "---", Why::Rule)],
        );
    }

    #[test]
    fn what_no_message_can_show_is_left_out() {
        check(
            "A ![cat](c.png) sat<br>\n\n```\nx\n```\n\n<div>\ny\n</div>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[x]: http://y\n",
            &["A  sat"],
            &[
                (1, "![cat](c.png)", Why::Image),
                (1, "<br>", Why::Html),
                (3, "```", Why::Code),
                (4, "x", Why::Code),
                (5, "```", Why::Code),
                (7, "<div>", Why::Html),
                (8, "y", Why::Html),
                (9, "</div>", Why::Html),
                (11, "| a | b |", Why::Table),
                (12, "|---|---|", Why::Table),
                (13, "| 1 | 2 |", Why::Table),
                (15, "[x]: http://y", Why::Address),
            ],
        );
    }

    #[test]
    fn front_matter_tells_title_author_and_language() {
        let draft = read("---\ntitle: \"He left\"\nauthor: Ann\nlang: de\n---\nText\n");
        assert_eq!(draft.title.as_deref(), Some("He left"));
        assert_eq!(draft.author.as_deref(), Some("Ann"));
        assert_eq!(draft.language.as_deref(), Some("de"));
        assert_eq!(draft.lines[0], Line::of(6, "Text"));
    }
}
