//! Reads a web page: what stands in its main part, as a browser would print it.

mod elements;

use super::draft::{Draft, Line, Role};
use super::left_out::Why;
use elements::{BLOCKS, Tag, foreign, level, value};
use html5gum::emitters::default::{DefaultEmitter, Token};
use html5gum::{HtmlString, Tokenizer};
use std::borrow::Cow;

/// Reads `text`.
pub fn read(text: &str) -> Draft {
    let tokens = tokens(text);
    let mut page = Page {
        line_ends: text.match_indices('\n').map(|(at, _)| at).collect(),
        scope: scope(&tokens),
        ..Page::default()
    };
    for token in &tokens {
        page.take(token);
    }
    page.into_draft()
}

fn tokens(text: &str) -> Vec<Token<usize>> {
    let mut emitter = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    let Ok(tokens) = Tokenizer::new_with_emitter(text, emitter).collect();
    tokens
}

/// The element that holds the article, if the page says so; everything around it is frame.
fn scope(tokens: &[Token<usize>]) -> Option<&'static str> {
    let opens = |token: &Token<usize>, name: &str| matches!(token, Token::StartTag(tag) if said(&tag.name) == name);
    ["main", "article"]
        .into_iter()
        .find(|name| tokens.iter().any(|token| opens(token, name)))
}

fn said(bytes: &HtmlString) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// A page that is being read.
#[derive(Default)]
struct Page {
    line_ends: Vec<usize>,
    scope: Option<&'static str>,
    depth_in_scope: usize,
    after_scope: bool,
    in_title: bool,
    in_link: usize,
    after_bullet: bool,
    level: Option<u8>,
    foreign: Option<Foreign>,
    open: Open,
    page_title: String,
    header_title: String,
    draft: Draft,
}

/// An element that is left out, until its end.
struct Foreign {
    name: String,
    depth: usize,
    line: usize,
    why: Why,
    words: String,
    in_h1: bool,
}

/// The line that is being read.
#[derive(Default)]
struct Open {
    number: usize,
    words: String,
    outside_links: bool,
}

impl Page {
    fn take(&mut self, token: &Token<usize>) {
        match token {
            Token::StartTag(tag) => self.begin(&said(&tag.name), tag),
            Token::EndTag(tag) => self.end(&said(&tag.name)),
            Token::String(string) => self.print(&said(&string.value), string.span.start),
            _ => (),
        }
    }

    /// The line of the text in which byte `at` stands.
    fn line_at(&self, at: usize) -> usize {
        1 + self.line_ends.partition_point(|&end| end < at)
    }

    fn begin(&mut self, name: &str, tag: &Tag) {
        if let Some(foreign) = &mut self.foreign {
            foreign.depth += usize::from(foreign.name == name);
            foreign.in_h1 |= name == "h1";
            return;
        }
        if let Some(why) = foreign(name, tag) {
            self.end_line(true);
            let line = self.line_at(tag.span.start);
            self.foreign = Some(Foreign::new(name, line, why));
            return;
        }
        self.note_facts(name, tag);
        if BLOCKS.contains(&name) {
            self.end_line(name != "br");
        }
        match name {
            "a" => self.in_link += 1,
            "li" => self.after_bullet = true,
            "title" => self.in_title = true,
            "img" => {
                let alt = value(tag, b"alt").unwrap_or_default();
                let line = self.line_at(tag.span.start);
                self.draft.leave_out(line, &alt, Why::Image);
            }
            _ if Some(name) == self.scope && !self.after_scope => self.depth_in_scope += 1,
            _ => self.level = level(name).or(self.level),
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(foreign) = &mut self.foreign {
            foreign.in_h1 &= name != "h1";
            foreign.depth -= usize::from(foreign.name == name);
            if foreign.depth == 0 {
                self.end_foreign();
            }
            return;
        }
        if BLOCKS.contains(&name) {
            self.end_line(true);
        }
        match name {
            "a" => self.in_link = self.in_link.saturating_sub(1),
            "li" => self.after_bullet = false,
            "title" => self.in_title = false,
            _ if Some(name) == self.scope && self.depth_in_scope > 0 => {
                self.depth_in_scope -= 1;
                self.after_scope = self.depth_in_scope == 0;
            }
            _ if level(name).is_some() => self.level = None,
            _ => (),
        }
    }

    /// Appends words as a browser prints them: white space becomes one space.
    fn print(&mut self, words: &str, at: usize) {
        if let Some(foreign) = &mut self.foreign {
            foreign.words.push_str(words);
            if foreign.in_h1 && foreign.name == "header" {
                push_collapsed(&mut self.header_title, words);
            }
            return;
        }
        if self.in_title {
            return push_collapsed(&mut self.page_title, words);
        }
        let printed = words.trim_start_matches(is_space);
        if self.open.words.trim_end().is_empty() && !printed.is_empty() {
            self.open.number = self.line_at(at + words.len() - printed.len());
        }
        self.open.outside_links |= self.in_link == 0 && !printed.is_empty();
        push_collapsed(&mut self.open.words, words);
    }

    /// The line ends here and, with `paragraph`, its paragraph too.
    fn end_line(&mut self, paragraph: bool) {
        let open = std::mem::take(&mut self.open);
        let words = open.words.trim_matches(is_space);
        let inside = self.scope.is_none() || self.depth_in_scope > 0;
        if words.trim().is_empty() {
            // Nothing is printed.
        } else if !inside {
            self.draft.leave_out(open.number, words, Why::OutsideMain);
        } else if !open.outside_links && self.level.is_none() {
            self.draft.leave_out(open.number, words, Why::Related);
        } else {
            let line = self.line(open.number, words);
            self.draft.lines.push(line);
        }
        if paragraph {
            self.draft.lines.push(Line::blank(open.number));
        }
    }

    fn line(&mut self, number: usize, words: &str) -> Line {
        match self.level {
            Some(level) => Line {
                number,
                text: words.to_owned(),
                role: Role::Heading(level),
            },
            None if std::mem::take(&mut self.after_bullet) => {
                Line::of(number, &format!("- {words}"))
            }
            None => Line::of(number, words),
        }
    }

    fn end_foreign(&mut self) {
        let Some(foreign) = self.foreign.take() else {
            return;
        };
        let words = match foreign.why {
            Why::Script => format!("<{}>", foreign.name),
            _ => format!("<{}> {}", foreign.name, foreign.words.trim()),
        };
        self.draft.leave_out(foreign.line, &words, foreign.why);
    }

    /// What the page says about itself.
    fn note_facts(&mut self, name: &str, tag: &Tag) {
        if name == "html" {
            self.draft.language = value(tag, b"lang");
        }
        let is_author = value(tag, b"name").is_some_and(|name| name == "author");
        if name == "meta" && is_author {
            self.draft.author = value(tag, b"content");
        }
    }

    fn into_draft(mut self) -> Draft {
        self.end_line(true);
        self.end_foreign();
        let page = self.page_title.trim();
        let header = self.header_title.trim();
        let told = if page.is_empty() || (!header.is_empty() && page.contains(header)) {
            header
        } else {
            page
        };
        self.draft.title = Some(told.to_owned()).filter(|title| !title.is_empty());
        self.draft
    }
}

impl Foreign {
    fn new(name: &str, line: usize, why: Why) -> Foreign {
        Foreign {
            name: name.to_owned(),
            depth: 1,
            line,
            why,
            words: String::new(),
            in_h1: false,
        }
    }
}

/// What HTML collapses; a space that must not break stays.
fn is_space(c: char) -> bool {
    c.is_ascii_whitespace()
}

fn push_collapsed(line: &mut String, words: &str) {
    for c in words.chars() {
        if !is_space(c) {
            line.push(c);
        } else if !line.ends_with(' ') && !line.is_empty() {
            line.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, lines: &[&str], left_out: &[(usize, &str, Why)]) {
        read(text).is(lines, left_out);
    }

    #[test]
    fn a_page_reads_as_a_browser_prints_it() {
        check(
            "<h2>1. One &amp; all</h2>\n<p>He\n  said &ldquo;<b>no</b>&rdquo;<br>and left.\n<ul><li><p>a</p><li>b &lt; c</ul><blockquote>q</blockquote>",
            &[
                "h2 1. One & all",
                "He said “no”",
                "and left.",
                "- a",
                "- b < c",
                "q",
            ],
            &[],
        );
    }

    #[test]
    fn the_frame_of_a_page_is_left_out() {
        check(
            "<title>T</title>\n<nav>Menu <nav>x</nav></nav>\n<main>\n<script>if (a<b) {}</script><p>He left.</p>\n<p><a href=x>Ten ways</a></p>\n<img alt=cat>\n</main>\n<p>Foot",
            &["He left."],
            &[
                (2, "<nav> Menu x", Why::Frame),
                (4, "<script>", Why::Script),
                (5, "Ten ways", Why::Related),
                (6, "cat", Why::Image),
                (8, "Foot", Why::OutsideMain),
            ],
        );
    }

    #[test]
    fn a_page_tells_title_author_and_language() {
        let draft = read(
            "<html lang=de><title>He left | Site</title><meta name=author content=Ann><header><h1>He left</h1></header>",
        );
        assert_eq!(draft.title.as_deref(), Some("He left"));
        assert_eq!(draft.author.as_deref(), Some("Ann"));
        assert_eq!(draft.language.as_deref(), Some("de"));
    }
}
