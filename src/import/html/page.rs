//! Walks through a page and writes down its lines.

mod tables;

use super::dom::{Child, Element, Tree, is_inline};
use super::frames::{count, foreign, headings_outside, is_teaser};
use super::words::{collapse, collapsed, first, is_edit_mark, is_space, level, titled};
use crate::import::changed::Mark;
use crate::import::code;
use crate::import::draft::{Draft, Line, Role};
use crate::import::left_out::Why;
use crate::import::signs::safe;

/// A page that is being read.
pub struct Page<'t> {
    tree: &'t Tree,
    scope: Option<usize>,
    is_inside: bool,
    /// How many words the page has.
    whole: usize,
    /// How many of its headings stand outside of every `<article>`.
    outside: usize,
    /// The level of the last heading.
    above: u8,
    /// The level of the line that is read, if it is a heading.
    level: Option<u8>,
    /// For each open list its next number, if it has any.
    lists: Vec<Option<u32>>,
    bullet: Option<String>,
    in_link: usize,
    in_bold: usize,
    in_slant: usize,
    open: Open,
    page_title: String,
    header_title: String,
    draft: Draft,
}

/// The line that is being read.
#[derive(Default)]
struct Open {
    number: usize,
    words: String,
    outside_links: bool,
    outside_bold: bool,
    emphasised: bool,
}

impl<'t> Page<'t> {
    /// The page `tree`, of which the element at `scope` holds the article; it stands below a heading of `level`.
    pub fn of(tree: &'t Tree, scope: Option<usize>, level: u8) -> Page<'t> {
        Page {
            tree,
            scope,
            is_inside: scope.is_none(),
            whole: count(&tree.words(scope.unwrap_or(0))),
            outside: headings_outside(tree, 0),
            above: level,
            level: None,
            lists: Vec::new(),
            bullet: None,
            in_link: 0,
            in_bold: 0,
            in_slant: 0,
            open: Open::default(),
            page_title: String::new(),
            header_title: String::new(),
            draft: Draft::default(),
        }
    }

    /// Everything it prints.
    pub fn read(mut self) -> Draft {
        self.children(0);
        self.end_line(true);
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

    fn children(&mut self, at: usize) {
        let tree = self.tree;
        for child in &tree.elements[at].children {
            match child {
                Child::Words(words, line) => self.print(words, *line),
                Child::Element(inner) => self.visit(*inner),
                Child::Remark(words, line) => {
                    let words = words.trim();
                    if !words.is_empty() {
                        self.draft
                            .leave_out(*line, &format!("<!-- {words} -->"), Why::Script);
                    }
                }
            }
        }
    }

    fn visit(&mut self, at: usize) {
        let tree = self.tree;
        let element = &tree.elements[at];
        let name = element.name.as_str();
        if self.scope == Some(at) {
            self.end_line(true);
            self.is_inside = true;
            self.children(at);
            self.end_line(true);
            self.is_inside = false;
            return;
        }
        // A control inside a heading is the heading.
        if self.level.is_some() && name == "button" {
            return self.children(at);
        }
        if self.opens_something(at) {
            return self.heading(at, (self.above + 1).min(6));
        }
        if let Some(why) = self.why_foreign(at) {
            return self.leave_out(at, why);
        }
        if let Some(title) = titled(element) {
            self.end_line(true);
            self.level = Some((self.above + 1).min(6));
            self.print_raw(title, element.line);
            self.end_line(true);
            self.level = None;
        }
        self.note_facts(element);
        match name {
            "title" => collapse(&mut self.page_title, &tree.words(at)),
            "br" => self.line_break(),
            "img" => {
                let alt = element.value("alt").unwrap_or_default();
                self.draft.leave_out(element.line, alt, Why::Image);
            }
            "h1" if !self.is_inside => {
                collapse(&mut self.header_title, &tree.words(at));
            }
            "summary" | "dt" => self.heading(at, (self.above + 1).min(6)),
            "ol" | "ul" => self.list(at),
            "li" => self.point(at),
            "pre" => self.code(at),
            "table" if self.is_data(at) => self.table(at),
            "code" | "kbd" | "samp" | "tt" if self.level.is_none() => self.inline_code(at),
            _ => match level(element) {
                Some(level) => {
                    self.heading(at, level);
                    self.above = level;
                }
                None if is_inline(name) => self.inline(at),
                None => {
                    self.end_line(true);
                    self.children(at);
                    self.end_line(true);
                }
            },
        }
    }

    /// Why the element at `at` is no part of the article, if it is none.
    fn why_foreign(&self, at: usize) -> Option<Why> {
        let element = &self.tree.elements[at];
        let words = self.tree.words(at);
        let words = words.trim();
        if self.level.is_some() && is_edit_mark(words) && !element.children.is_empty() {
            return Some(Why::Frame);
        }
        let is_number = |inner: &str| inner.chars().all(|c| c.is_ascii_digit());
        let inner = words.strip_prefix('[').and_then(|w| w.strip_suffix(']'));
        if element.name == "sup" && inner.is_some_and(is_number) {
            return Some(Why::Sources);
        }
        if is_teaser(self.tree, at, self.outside) {
            return Some(Why::Related);
        }
        let why = foreign(self.tree, at, self.whole)?;
        let framed = element.name == "figure"
            && self
                .tree
                .holds(at, &["table", "pre", "blockquote", "p", "h2", "h3"]);
        (!framed).then_some(why)
    }

    /// Whether a press on the element at `at` opens what stands below it.
    fn opens_something(&self, at: usize) -> bool {
        let element = &self.tree.elements[at];
        if element.name != "button" && element.value("role") != Some("button") {
            return false;
        }
        let words = self.tree.words(at);
        count(&words) >= 2
            && (element.has("aria-expanded")
                || element.has("aria-controls")
                || words.trim().ends_with(['?', '？', '؟']))
    }

    fn heading(&mut self, at: usize, level: u8) {
        self.end_line(true);
        self.level = Some(level);
        self.children(at);
        self.end_line(true);
        self.level = None;
    }

    fn inline(&mut self, at: usize) {
        let element = &self.tree.elements[at];
        let name = element.name.as_str();
        let (link, bold) = (name == "a", matches!(name, "b" | "strong"));
        let slant = matches!(name, "i" | "em");
        let leads = element.value("href").is_some_and(|to| !to.starts_with('#'));
        if self.is_inside && link && leads {
            self.draft.change(element.line, Mark::PageLink);
        }
        self.in_link += usize::from(link);
        self.in_bold += usize::from(bold);
        self.in_slant += usize::from(slant);
        self.children(at);
        self.in_link -= usize::from(link);
        self.in_bold -= usize::from(bold);
        self.in_slant -= usize::from(slant);
    }

    fn inline_code(&mut self, at: usize) {
        let words = self.tree.words(at);
        let element = &self.tree.elements[at];
        match words.trim() {
            "" => (),
            code if code.contains('`') || code.contains('\n') => self.children(at),
            code => self.print_raw(&format!("`{code}`"), element.line),
        }
    }

    fn list(&mut self, at: usize) {
        self.end_line(true);
        let element = &self.tree.elements[at];
        let start = element.value("start").and_then(|start| start.parse().ok());
        let numbered = element.name == "ol";
        self.lists.push(numbered.then(|| start.unwrap_or(1)));
        self.children(at);
        self.end_line(true);
        self.lists.pop();
    }

    fn point(&mut self, at: usize) {
        self.end_line(true);
        let indent = "  ".repeat(self.lists.len().saturating_sub(1));
        let told = self.tree.elements[at].value("value");
        let told: Option<u32> = told.and_then(|number| number.parse().ok());
        let mark = match self.lists.last_mut() {
            Some(Some(next)) => {
                let number = told.unwrap_or(*next);
                *next = number.saturating_add(1);
                format!("{number}.")
            }
            _ => "-".to_owned(),
        };
        self.bullet = Some(format!("{indent}{mark} "));
        self.children(at);
        self.end_line(true);
        self.bullet = None;
    }

    fn code(&mut self, at: usize) {
        self.end_line(true);
        let element = &self.tree.elements[at];
        let words = self.tree.words(at);
        let words = words.trim_matches('\n');
        if words.trim().is_empty() {
            return;
        }
        if self.is_inside {
            let lines = words.lines().map(|line| (element.line, line));
            self.draft.lines.extend(code::fenced("", lines));
        } else {
            self.draft.leave_out(element.line, words, Why::OutsideMain);
        }
    }

    /// Appends words as a browser prints them: white space becomes one space.
    fn print(&mut self, words: &str, line: usize) {
        self.print_raw(words, line);
    }

    fn print_raw(&mut self, words: &str, line: usize) {
        let printed = words.trim_start_matches(is_space);
        if self.open.words.trim_end().is_empty() && !printed.is_empty() {
            let above = &words[..words.len() - printed.len()];
            self.open.number = line + above.matches('\n').count();
        }
        self.open.outside_links |= self.in_link == 0 && !printed.is_empty();
        self.open.outside_bold |= self.in_bold == 0 && !printed.is_empty();
        self.open.emphasised |= self.in_bold + self.in_slant > 0 && !printed.is_empty();
        collapse(&mut self.open.words, words);
    }

    /// A line ends; two ends in a row end the paragraph.
    fn line_break(&mut self) {
        let nothing = self.open.words.trim().is_empty();
        if self.level.is_some() {
            // A heading goes on over the end of its line.
            return collapse(&mut self.open.words, " ");
        }
        self.end_line(nothing);
    }

    /// The line ends here and, with `paragraph`, its paragraph too.
    fn end_line(&mut self, paragraph: bool) {
        let open = std::mem::take(&mut self.open);
        let words = open.words.trim_matches(is_space);
        if words.trim().is_empty() {
            // Nothing is printed.
        } else if !self.is_inside {
            self.draft.leave_out(open.number, words, Why::OutsideMain);
        } else {
            let line = self.line(&open, words);
            self.draft.lines.push(line);
        }
        if paragraph {
            self.draft.lines.push(Line::blank(open.number));
        }
    }

    fn line(&mut self, open: &Open, words: &str) -> Line {
        if let Some(level) = self.level {
            return Line::with(open.number, words, Role::Heading(level));
        }
        let words = safe(words);
        if open.emphasised && open.outside_bold {
            self.draft.change(open.number, Mark::Emphasis);
        }
        let words = match open.outside_bold || words.contains("**") {
            true => words,
            false => format!("**{words}**").into(),
        };
        let mark = self.bullet.take().unwrap_or_default();
        Line {
            is_link: !open.outside_links,
            ..Line::of(open.number, &format!("{mark}{words}"))
        }
    }

    fn leave_out(&mut self, at: usize, why: Why) {
        let tree = self.tree;
        let element = &tree.elements[at];
        if !is_inline(&element.name) && element.name != "input" {
            self.end_line(true);
        }
        if element.name == "header"
            && let Some(heading) = first(tree, at, "h1")
        {
            collapse(&mut self.header_title, &tree.words(heading));
        }
        let words = collapsed(&tree.words(at));
        let words = match why {
            Why::Script if element.name != "noscript" => format!("<{}>", element.name),
            _ if words.is_empty() && why != Why::Image => return,
            _ => format!("<{}> {words}", element.name),
        };
        self.draft.leave_out(element.line, &words, why);
    }

    /// What the page says about itself.
    fn note_facts(&mut self, element: &Element) {
        let is = |attribute: &str, value: &str| element.value(attribute) == Some(value);
        let value = |attribute: &str| element.value(attribute).map(str::to_owned);
        match element.name.as_str() {
            "html" => self.draft.language = value("lang").or_else(|| value("xml:lang")),
            "meta" if is("name", "author") => self.draft.author = value("content"),
            _ => (),
        }
    }
}
