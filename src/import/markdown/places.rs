//! Places of a Markdown text: its headings, its blocks, and what is written otherwise there.

use crate::import::changed::Mark;
use crate::import::left_out::Why;
use crate::text::Span;
use std::ops::Range;

/// What the parser says, each list in the text's order.
#[derive(Default)]
pub struct Marks {
    /// The headings of the text itself.
    pub headings: Vec<Heading>,
    /// What is no paragraph.
    pub blocks: Vec<(Range<usize>, Block)>,
    /// What stands inside a line and is written otherwise.
    pub edits: Vec<Edit>,
    /// The notes, in the order in which they are called.
    pub notes: Vec<Note>,
    /// Where a paragraph goes on in the next line.
    pub soft: Vec<usize>,
    /// The links.
    pub links: Vec<Range<usize>>,
}

/// A heading.
pub struct Heading {
    /// With its marks.
    pub whole: Range<usize>,
    /// Without them.
    pub words: Range<usize>,
    /// 1 is the highest.
    pub level: u8,
}

/// What is no paragraph.
pub enum Block {
    /// A program text in this language.
    Code(String),
    /// HTML.
    Html,
    /// Rows of cells, and whether the first names the columns.
    Table(Vec<Vec<String>>, bool),
    /// A note that is printed elsewhere.
    Note,
    /// No part of the article.
    Out(Why),
}

/// What stands instead of a few signs.
pub struct Edit {
    /// The signs.
    pub range: Range<usize>,
    /// What stands there instead.
    pub instead: String,
    /// What is lost by it.
    pub out: Option<(String, Why)>,
    /// What kind of mark it was.
    pub mark: Option<Mark>,
    /// The note that is called here.
    pub note: Option<usize>,
}

/// A note that words call.
pub struct Note {
    /// Its small number.
    pub sign: String,
    /// Its words.
    pub words: String,
    /// Whether any do call it.
    pub is_called: bool,
}

impl Marks {
    /// Whether a paragraph goes on below `line`.
    pub fn is_soft_end(&self, line: Span) -> bool {
        let at = self.soft.partition_point(|&end| end < line.start);
        self.soft.get(at).is_some_and(|&end| end <= line.end)
    }

    /// Whether all words of `line` are one link.
    pub fn is_link(&self, text: &str, line: Span) -> bool {
        let printed = line.of(text);
        let marks = |c: char| {
            c.is_whitespace()
                || matches!(c, '*' | '_' | '-' | '+' | '•' | '.' | ')')
                || c.is_ascii_digit()
        };
        let start = line.start + printed.len() - printed.trim_start_matches(marks).len();
        let end = line.start
            + printed
                .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'))
                .len();
        let first = self.links.partition_point(|link| link.end <= start);
        let link = self.links.get(first);
        end > start && link.is_some_and(|link| link.start <= start && link.end >= end)
    }
}

/// The lines of `text` without their line feeds.
pub fn whole_lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let end = start + line.len();
        let span = Span { start, end };
        start = end + 1;
        span
    })
}

/// The place of the first of `marks`, which stand in order, that reaches into `line`.
pub fn covering<M>(
    marks: &[M],
    line: Span,
    range: impl Fn(&M) -> &std::ops::Range<usize>,
) -> Option<usize> {
    let at = marks.partition_point(|mark| range(mark).end <= line.start);
    let mark = marks.get(at)?;
    (range(mark).start < line.end.max(line.start + 1)).then_some(at)
}
