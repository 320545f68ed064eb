//! What the parser says about places of a text, and what stands there instead.

use super::places::{Block, Edit, Heading, Marks, Note};
use crate::import::changed::Mark;
use crate::import::left_out::Why;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};
use std::collections::HashMap;
use std::ops::Range;

/// A line with a drawn line below it is a heading only if it is short. In characters.
const UNDERLINED_LIMIT: usize = 120;

/// Reads the marks of `text`.
pub fn marks(text: &str) -> Marks {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH;
    let parser = Parser::new_ext(text, options);
    let mut marker = Marker::new(text);
    for (_, link) in parser.reference_definitions().iter() {
        marker.marks.blocks.push((link.span.clone(), Block::Note));
    }
    for (event, range) in parser.into_offset_iter() {
        marker.take(&event, range);
    }
    marker.ended()
}

struct Marker<'t> {
    text: &'t str,
    marks: Marks,
    /// How many quotations and lists are open.
    depth: usize,
    open: Option<Heading>,
    /// The open links: the whole, its words, where it leads, how it is written.
    links: Vec<(Range<usize>, Range<usize>, String, LinkType)>,
    in_image: usize,
    in_code: bool,
    /// Words that are gathered: of a cell or a note.
    gathered: Option<String>,
    rows: Vec<Vec<String>>,
    /// The note of each name, by its place among the notes.
    named: HashMap<String, usize>,
    defined: Vec<(String, String)>,
}

impl<'t> Marker<'t> {
    fn new(text: &'t str) -> Marker<'t> {
        Marker {
            text,
            marks: Marks::default(),
            depth: 0,
            open: None,
            links: Vec::new(),
            in_image: 0,
            in_code: false,
            gathered: None,
            rows: Vec::new(),
            named: HashMap::new(),
            defined: Vec::new(),
        }
    }

    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.begin(tag, range),
            Event::End(tag) => self.end(*tag, range),
            _ if self.in_image > 0 => (),
            _ => {
                self.reach(&range);
                self.inline(event, range);
            }
        }
    }

    fn begin(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.open = Some(Heading {
                    words: range.start..range.start,
                    whole: range,
                    level: *level as u8,
                });
                return;
            }
            Tag::BlockQuote(_) | Tag::List(_) => self.depth += 1,
            Tag::Item => self.item(&range),
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                let language = match kind {
                    CodeBlockKind::Fenced(told) => told.split([' ', ',', '{']).next(),
                    CodeBlockKind::Indented => None,
                };
                let simple = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '#');
                let language = language.filter(|told| told.chars().all(simple));
                self.block(range, Block::Code(language.unwrap_or_default().to_owned()));
                return;
            }
            Tag::HtmlBlock => return self.block(range, Block::Html),
            Tag::Table(_) => self.rows = Vec::new(),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            Tag::TableCell => self.gathered = Some(String::new()),
            Tag::FootnoteDefinition(_) => self.gathered = Some(String::new()),
            Tag::Image { .. } => {
                self.reach(&range);
                self.in_image += 1;
                if self.in_image == 1 {
                    let source = self.text[range.clone()].to_owned();
                    self.edit(range, "", Some((source, Why::Image)), None);
                }
                return;
            }
            Tag::Strong if self.text[range.clone()].starts_with("__") => {
                self.edit(range.start..range.start + 2, "**", None, Some(Mark::Sign));
                self.edit(range.end - 2..range.end, "**", None, None);
            }
            Tag::Link {
                link_type,
                dest_url,
                ..
            } if self.in_image == 0 => {
                self.reach(&range);
                let words = range.start..range.start;
                self.links
                    .push((range, words, dest_url.to_string(), *link_type));
                return;
            }
            _ => (),
        }
        if matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Strikethrough) {
            self.reach(&range);
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Heading(_) => {
                if let Some(heading) = self.open.take() {
                    self.add_heading(heading);
                }
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) => self.depth = self.depth.saturating_sub(1),
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::TableCell => {
                let cell = self.gathered.take().unwrap_or_default();
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.block(range, Block::Table(rows, true));
            }
            TagEnd::FootnoteDefinition => {
                let words = self.gathered.take().unwrap_or_default();
                let source = &self.text[range.clone()];
                let name = source.trim_start().trim_start_matches("[^");
                let name = name.split(']').next().unwrap_or_default().to_owned();
                self.defined.push((name, words));
                self.block(range, Block::Note);
            }
            TagEnd::Image => self.in_image = self.in_image.saturating_sub(1),
            TagEnd::Link if self.in_image == 0 => {
                if let Some((whole, words, address, kind)) = self.links.pop() {
                    self.link(whole, words, address, kind);
                }
            }
            _ => (),
        }
    }

    fn inline(&mut self, event: &Event<'_>, range: Range<usize>) {
        if let Some(gathered) = &mut self.gathered {
            match event {
                Event::Text(words) => gathered.push_str(words),
                Event::Code(words) => gathered.push_str(&format!("`{words}`")),
                Event::SoftBreak | Event::HardBreak | Event::InlineHtml(_) => gathered.push(' '),
                _ => (),
            }
            return;
        }
        match event {
            Event::Text(words) if !self.in_code => self.entity(words, range),
            Event::InlineHtml(tag) => {
                let is_break = tag
                    .trim_start_matches('<')
                    .to_ascii_lowercase()
                    .starts_with("br");
                let instead = if is_break { "\n" } else { "" };
                self.edit(range, instead, Some((tag.to_string(), Why::Html)), None);
            }
            Event::SoftBreak => self.marks.soft.push(range.start),
            Event::HardBreak => {
                let source = &self.text[range.clone()];
                if source.starts_with('\\') {
                    self.edit(range.start..range.start + 1, "", None, None);
                }
            }
            Event::FootnoteReference(name) => {
                let next = self.named.len();
                let at = *self.named.entry(name.to_string()).or_insert(next);
                self.marks.edits.push(Edit {
                    range,
                    instead: small(at + 1),
                    out: None,
                    mark: Some(Mark::Footnote),
                    note: Some(at),
                });
            }
            Event::Rule => self.block(range, Block::Out(Why::Rule)),
            _ => (),
        }
    }

    /// A letter that is written as its name.
    fn entity(&mut self, words: &str, range: Range<usize>) {
        if words != &self.text[range.clone()] && self.text[range.clone()].starts_with('&') {
            let marks = matches!(words, "*" | "_" | "~" | "|" | "`" | ">" | "#" | "[" | "\\");
            let instead = match marks {
                true => format!("\\{words}"),
                false => words.to_owned(),
            };
            self.edit(range, &instead, None, Some(Mark::Entity));
        }
    }

    fn item(&mut self, range: &Range<usize>) {
        let source = &self.text[range.clone()];
        let indent = source.len() - source.trim_start().len();
        if source.trim_start().starts_with('+') {
            let at = range.start + indent;
            self.edit(at..at + 1, "-", None, Some(Mark::Bullet));
        }
    }

    fn link(&mut self, whole: Range<usize>, words: Range<usize>, address: String, kind: LinkType) {
        if self.gathered.is_some() {
            return self.edit(
                whole.start..whole.start,
                "",
                Some((address, Why::Address)),
                None,
            );
        }
        self.marks.links.push(whole.clone());
        // Neither a title nor a button can hold a link.
        let leads = address.starts_with("http://") || address.starts_with("https://");
        let shown = leads && self.open.is_none();
        if matches!(kind, LinkType::Autolink | LinkType::Email)
            || (kind == LinkType::Inline && shown && !words.is_empty())
        {
            return;
        }
        if words.is_empty() {
            return self.edit(whole, "", Some((address, Why::Address)), None);
        }
        if shown {
            let end = format!("]({address})");
            return self.edit(words.end..whole.end, &end, None, Some(Mark::Reference));
        }
        self.edit(whole.start..words.start, "", None, None);
        let out = Some((address, Why::Address));
        self.edit(words.end..whole.end, "", out, Some(Mark::Link));
    }

    /// The words of an open heading or link reach over `range` too.
    fn reach(&mut self, range: &Range<usize>) {
        let heading = self.open.as_mut().map(|heading| &mut heading.words);
        let links = self.links.iter_mut().map(|(_, words, ..)| words);
        for words in links.chain(heading) {
            if words.start == words.end {
                words.start = range.start;
            }
            words.end = words.end.max(range.end);
        }
    }

    fn edit(
        &mut self,
        range: Range<usize>,
        instead: &str,
        out: Option<(String, Why)>,
        mark: Option<Mark>,
    ) {
        self.marks.edits.push(Edit {
            range,
            instead: instead.to_owned(),
            out,
            mark,
            note: None,
        });
    }

    fn block(&mut self, range: Range<usize>, block: Block) {
        self.marks.blocks.push((range, block));
    }

    /// A paragraph that happens to stand above a drawn line is no heading; one inside a list is bold.
    fn add_heading(&mut self, heading: Heading) {
        if self.depth > 0 {
            let (whole, words) = (heading.whole, heading.words);
            let end = whole.start + self.text[whole.clone()].trim_end().len();
            self.edit(
                whole.start..words.start,
                "**",
                None,
                Some(Mark::DeepHeading),
            );
            return self.edit(words.end..end.max(words.end), "**", None, None);
        }
        let whole = self.text[heading.whole.clone()].trim_end();
        let words = &self.text[heading.words.clone()];
        let Some(underline) = whole.rfind('\n') else {
            return self.marks.headings.push(heading);
        };
        let short = words.chars().count() <= UNDERLINED_LIMIT;
        if short && !words.contains('\n') && !words.trim_end().ends_with(['.', ',', ':']) {
            return self.marks.headings.push(heading);
        }
        let start = heading.whole.start + underline + 1;
        let end = heading.whole.start + whole.len();
        self.block(start..end, Block::Out(Why::Rule));
    }

    /// Each list in the text's order, and no block inside another.
    fn ended(mut self) -> Marks {
        let mut notes: Vec<Note> = (0..self.named.len())
            .map(|at| Note {
                sign: small(at + 1),
                words: String::new(),
                is_called: true,
            })
            .collect();
        for (name, words) in self.defined {
            match self.named.get(&name) {
                Some(&at) if notes[at].words.is_empty() => notes[at].words = words,
                // A second note of one name is called by nothing.
                _ => notes.push(Note {
                    sign: String::new(),
                    words,
                    is_called: false,
                }),
            }
        }
        let mut marks = self.marks;
        marks.notes = notes;
        marks
            .edits
            .sort_by_key(|edit| (edit.range.start, edit.range.end));
        marks.soft.sort_unstable();
        marks.links.sort_by_key(|link| link.start);
        marks.headings.sort_by_key(|heading| heading.whole.start);
        marks
            .blocks
            .sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
        let mut reached = 0;
        marks.blocks.retain(|(range, _)| {
            let outside = range.start >= reached && !range.is_empty();
            reached = reached.max(range.end);
            outside
        });
        self.named.clear();
        marks
    }
}

/// `number` as a small one above the line.
fn small(number: usize) -> String {
    let digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |c: char| digits[c.to_digit(10).unwrap_or(0) as usize];
    number.to_string().chars().map(digit).collect()
}
