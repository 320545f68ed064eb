//! Reads reStructuredText: put into Markdown line by line, then read as that.

mod inline;
mod tables;

use super::changed::Mark;
use super::draft::Draft;
use super::left_out::Why;
use super::markdown::{self, Numbered};
use super::table;
use inline::inline;
use tables::Table;

/// Directives whose words are a box.
const BOXES: &[&str] = &[
    "note",
    "tip",
    "hint",
    "warning",
    "important",
    "caution",
    "danger",
    "attention",
    "error",
    "admonition",
    "seealso",
    "topic",
    "sidebar",
    "deprecated",
    "versionadded",
    "versionchanged",
];

/// Directives whose words are a program text.
const CODES: &[&str] = &[
    "code",
    "code-block",
    "sourcecode",
    "highlight",
    "parsed-literal",
    "prompt",
];

/// Reads `text`, whose first line has the number `first`.
pub fn read(text: &str, first: usize, draft: Draft) -> Draft {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut reader = Reader {
        lines,
        first,
        drawn: Vec::new(),
        written: Vec::new(),
        counted: 0,
        draft,
    };
    reader.headings_known();
    reader.run();
    markdown::read_lines(reader.written, reader.draft)
}

struct Reader<'t> {
    lines: Vec<&'t str>,
    first: usize,
    /// The signs that headings are drawn with, the highest first: the sign, and whether it stands above too.
    drawn: Vec<(char, bool)>,
    written: Vec<Numbered>,
    /// How many points of the open list were numbered for us.
    counted: usize,
    draft: Draft,
}

impl<'t> Reader<'t> {
    fn line(&self, at: usize) -> &'t str {
        self.lines.get(at).copied().unwrap_or_default()
    }

    /// The sign that a line is drawn with.
    fn rule(&self, at: usize) -> Option<char> {
        let line = self.lines.get(at)?.trim_end();
        let sign = line.chars().next().filter(char::is_ascii_punctuation)?;
        (line.len() >= 3 && line.chars().all(|c| c == sign)).then_some(sign)
    }

    /// Whether a heading begins at `at`: its sign, whether it is drawn above too, where its words stand.
    fn heading(&self, at: usize) -> Option<(char, bool, usize)> {
        let title = |at: usize| !self.line(at).trim().is_empty() && self.rule(at).is_none();
        if let Some(sign) = self.rule(at)
            && title(at + 1)
            && self.rule(at + 2) == Some(sign)
        {
            return Some((sign, true, at + 1));
        }
        let sign = self.rule(at + 1)?;
        let fits =
            self.line(at + 1).trim_end().len() * 2 >= self.line(at).trim_end().chars().count();
        let flush = !self.line(at).starts_with(' ');
        (title(at) && fits && flush).then_some((sign, false, at))
    }

    /// The order in which signs are met is the order of levels.
    fn headings_known(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            let Some((sign, over, words)) = self.heading(at) else {
                at += 1;
                continue;
            };
            if !self.drawn.contains(&(sign, over)) {
                self.drawn.push((sign, over));
            }
            at = words + 2;
        }
    }

    fn run(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            at = self.step(at);
        }
    }

    fn write(&mut self, at: usize, line: String) {
        self.written.push((self.first + at, line));
    }

    fn leave_out(&mut self, at: usize, end: usize, why: Why) {
        for at in at..end {
            if !self.line(at).trim().is_empty() {
                self.draft.leave_out(self.first + at, self.line(at), why);
            }
        }
        self.write(at, String::new());
    }

    /// Writes what begins at `at`; where the next begins.
    fn step(&mut self, at: usize) -> usize {
        if let Some(table) = tables::drawn(&self.lines, at) {
            return self.table(at, "", table);
        }
        if let Some((sign, over, words)) = self.heading(at) {
            let level = self
                .drawn
                .iter()
                .position(|known| *known == (sign, over))
                .unwrap_or(0);
            let marks = "#".repeat((level + 1).min(6));
            let title = self.inline(words);
            self.write(words, format!("{marks} {}", title.trim()));
            self.write(words, String::new());
            return words + 2;
        }
        let line = self.line(at);
        if let Some(rest) = line
            .strip_prefix(".. ")
            .or((line.trim_end() == "..").then_some(""))
        {
            return self.directive(at, rest.trim());
        }
        if self.rule(at).is_some() {
            self.leave_out(at, at + 1, Why::Rule);
            return at + 1;
        }
        if let Some((key, fact)) = field(line) {
            match key.to_lowercase().as_str() {
                "author" | "authors" => self.draft.author = Some(fact.to_owned()),
                "language" | "lang" => self.draft.language = Some(fact.to_owned()),
                _ => (),
            }
            self.leave_out(at, at + 1, Why::FrontMatter);
            return at + 1;
        }
        let words = self.inline(at);
        // `::` at the end of a paragraph: what is indented below is a program text.
        if let Some(before) = words.trim_end().strip_suffix("::") {
            let end = self.indented(at + 1);
            if end > at + 1 {
                let lead_in = if before.trim().is_empty() {
                    String::new()
                } else {
                    format!("{before}:")
                };
                self.write(at, lead_in);
                self.code(at + 1, end, "");
                return end;
            }
        }
        let words = match words.trim_start().strip_prefix("#. ") {
            Some(rest) => {
                self.counted += 1;
                format!("{}. {rest}", self.counted)
            }
            None => {
                if !words.trim().is_empty() && !words.starts_with(' ') {
                    self.counted = 0;
                }
                words
            }
        };
        self.write(at, words);
        at + 1
    }

    /// Where the indented lines that begin at `at` end.
    fn indented(&self, at: usize) -> usize {
        let mut end = at;
        for at in at..self.lines.len() {
            let line = self.line(at);
            if line.starts_with([' ', '\t']) && !line.trim().is_empty() {
                end = at + 1;
            } else if !line.trim().is_empty() {
                break;
            }
        }
        end
    }

    fn code(&mut self, at: usize, end: usize, language: &str) {
        self.write(at, String::new());
        self.write(at, format!("```{language}"));
        let full = (at..end).filter(|at| !self.line(*at).trim().is_empty());
        let indent = full
            .map(|at| self.line(at).len() - self.line(at).trim_start().len())
            .min()
            .unwrap_or(0);
        let begin = (at..end)
            .find(|at| !self.line(*at).trim().is_empty())
            .unwrap_or(end);
        for at in begin..end {
            let line = self.line(at);
            self.write(at, line.get(indent..).unwrap_or_default().to_owned());
        }
        self.write(end - 1, "```".to_owned());
        self.draft.change(self.first + at, Mark::Code);
    }

    /// `.. note:: words` and what is indented below.
    fn directive(&mut self, at: usize, rest: &str) -> usize {
        let end = self.indented(at + 1);
        let Some((name, words)) = rest
            .split_once("::")
            .filter(|(name, _)| !name.contains(' '))
        else {
            let why = if rest.starts_with('_') {
                Why::Address
            } else if rest.starts_with('[') {
                Why::Sources
            } else {
                Why::Script
            };
            self.leave_out(at, end, why);
            return end;
        };
        let words = words.trim();
        let options = (at + 1..end).take_while(|at| field(self.line(*at).trim()).is_some());
        let below = at + 1 + options.count();
        if let Some(table) = tables::told(name, &self.lines[..end], (at + 1, below)) {
            self.leave_out(at + 1, below, Why::Template);
            return self.table(at, words, table);
        }
        if CODES.contains(&name) && below < end {
            let language = words.split(' ').next().unwrap_or_default();
            let begin = at + usize::from(language == words);
            self.leave_out(begin, below, Why::Template);
            self.code(below, end, language);
            return end;
        }
        if !BOXES.contains(&name) {
            let why = match name {
                "image" | "figure" => Why::Image,
                "contents" | "toctree" => Why::Contents,
                "raw" => Why::Html,
                _ => Why::Template,
            };
            self.leave_out(at, end, why);
            return end;
        }
        let titled = matches!(name, "admonition" | "topic" | "sidebar");
        let mut letters = name.chars();
        let called = letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect::<String>());
        let called = if titled {
            words.to_owned()
        } else {
            called.unwrap_or_default()
        };
        self.draft.change(self.first + at, Mark::Hint);
        self.write(at, String::new());
        let words = if titled { "" } else { words };
        self.write(at, format!("**{called}:** {words}").trim_end().to_owned());
        if words.is_empty() {
            self.write(at, String::new());
        }
        for at in below..end {
            let line = self.inline(at);
            self.write(at, line.trim_start().to_owned());
        }
        self.leave_out(at + 1, below, Why::Template);
        end
    }

    /// The words of the line at `at`, their marks as Markdown has them.
    fn inline(&mut self, at: usize) -> String {
        inline(self.first + at, self.line(at), &mut self.draft)
    }

    /// Writes the table that begins at `at` below its `title`, a point for each row; where it ends.
    fn table(&mut self, at: usize, title: &str, table: Table) -> usize {
        let number = self.first + at;
        let draft = &mut self.draft;
        let mut read = |words: &String| inline(number, words, draft);
        let title = read(&title.to_owned());
        let rows = table.rows.iter();
        let rows: Vec<Vec<String>> = rows
            .map(|row| row.iter().map(&mut read).collect())
            .collect();
        let points = table::points(&rows, table.named).into_iter();
        let blank = String::new;
        let lines = [blank(), title, blank()]
            .into_iter()
            .chain(points)
            .chain([blank()]);
        lines.for_each(|line| self.write(at, line));
        self.draft.change(number, Mark::Table);
        table.end
    }
}

/// `:Author: Ann` as key and fact.
fn field(line: &str) -> Option<(&str, &str)> {
    let (key, fact) = line.strip_prefix(':')?.split_once(':')?;
    let is_key = !key.is_empty()
        && key.len() <= 30
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    let ends = fact.is_empty() || fact.starts_with(' ');
    (is_key && ends).then(|| (key, fact.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_marks_are_read() {
        let text = "====\nPeas\n====\n\n:Author: Ann\n\nWhen?\n-----\n\nSee `here <https://a.b>`_ and\u{a0}:ref:`there <x>`, run ``dig``.\n\n.. note:: Keep dry.\n\nType::\n\n  dig --all\n\n.. image:: a.png\n\nHow?\n~~~~\n\nSo.\n";
        let draft = read(text, 1, Draft::default());
        assert_eq!(draft.author.as_deref(), Some("Ann"));
        draft.is(
            &[
                "h1 Peas",
                "h2 When?",
                "See [here](https://a.b) and\u{a0}there, run `dig`.",
                "**Note:** Keep dry.",
                "Type:",
                "```",
                "dig --all",
                "```",
                "h3 How?",
                "So.",
            ],
            &[
                (5, ":Author: Ann", Why::FrontMatter),
                (10, "x", Why::Address),
                (18, ".. image:: a.png", Why::Image),
            ],
        );
    }
}
