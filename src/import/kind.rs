//! How the text to import is written.

use std::path::Path;

/// How the text to import is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Lines and empty lines.
    Plain,
    /// Markdown, as CommonMark has it, and as others write it.
    Markdown,
    /// A web page.
    Html,
    /// reStructuredText.
    Rst,
    /// AsciiDoc.
    AsciiDoc,
}

/// The ends of names, in small letters, of files that may be imported.
const ENDS: &[(&str, Kind)] = &[
    ("md", Kind::Markdown),
    ("markdown", Kind::Markdown),
    ("mkd", Kind::Markdown),
    ("mdown", Kind::Markdown),
    ("mdx", Kind::Markdown),
    ("qmd", Kind::Markdown),
    ("rmd", Kind::Markdown),
    ("html", Kind::Html),
    ("htm", Kind::Html),
    ("xhtml", Kind::Html),
    ("rst", Kind::Rst),
    ("rest", Kind::Rst),
    ("adoc", Kind::AsciiDoc),
    ("asciidoc", Kind::AsciiDoc),
    ("asc", Kind::AsciiDoc),
];

/// So many headings make Markdown of a text whose name does not say what it is.
const MARKED: usize = 2;

impl Kind {
    /// The kind of `file` by the end of its name or, where that says nothing, by how `text` begins.
    pub fn of(file: &Path, text: &str) -> Kind {
        if let Some(kind) = Kind::by_name(file) {
            return kind;
        }
        let marked = text.lines().filter(|line| {
            let level = line.len() - line.trim_start_matches('#').len();
            (1..=6).contains(&level) && line[level..].starts_with(' ')
        });
        if begins_as_html(text) {
            Kind::Html
        } else if marked.count() >= MARKED {
            Kind::Markdown
        } else {
            Kind::Plain
        }
    }

    /// The kind that the name of `file` tells.
    pub fn by_name(file: &Path) -> Option<Kind> {
        let end = file.extension().unwrap_or_default().to_string_lossy();
        let end = end.to_ascii_lowercase();
        let known = ENDS.iter().find(|(known, _)| *known == end);
        known.map(|(_, kind)| *kind)
    }
}

fn begins_as_html(text: &str) -> bool {
    let text = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    let first = text.get(..9).unwrap_or_default().to_ascii_lowercase();
    first == "<!doctype"
        || first.starts_with("<html")
        || first.starts_with("<body")
        || first.starts_with("<head")
}
