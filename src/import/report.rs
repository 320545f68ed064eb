//! What an import says about itself: what it found, what it left out and why, what to edit next.

use super::left_out::LeftOut;
use super::{Found, Imported};
use std::fmt;

/// A line of the report shows so much of what was left out. In characters.
const SHOWN: usize = 60;

/// So many lines that were left out for one reason are shown; a web page has hundreds.
const LINES_SHOWN: usize = 8;

impl fmt::Display for Imported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "I made the article `{}`: \"{}\".", self.slug, self.title)?;
        if !self.title_told {
            writeln!(f, "The text told no title; this one is made of the name.")?;
        }
        writeln!(f, "\nFound:")?;
        for found in &self.sections {
            writeln!(f, "  {found}")?;
        }
        if self.closing().is_none() {
            writeln!(f, "  no closing: no advice will stand under the answers")?;
        }
        self.write_left_out(f)?;
        self.write_next(f)
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match (self.number, self.title.as_str()) {
            (Some(number), title) => write!(f, "{number}. {title}"),
            (None, "") => f.write_str("the introduction"),
            (None, title) => f.write_str(title),
        }?;
        write!(f, " (`{}`)", self.id)
    }
}

impl Imported {
    /// The closing, if one was found.
    pub fn closing(&self) -> Option<&Found> {
        self.sections
            .iter()
            .find(|found| found.id.as_str() == "closing")
    }

    fn write_left_out(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.left_out.is_empty() {
            return writeln!(f, "\nNothing was left out.");
        }
        writeln!(f, "\nLeft out:")?;
        for group in self.left_out.chunk_by(|a, b| a.why == b.why) {
            for left in group.iter().take(LINES_SHOWN) {
                writeln!(f, "  {left}")?;
            }
            let more = group.len().saturating_sub(LINES_SHOWN);
            if let (1.., Some(last)) = (more, group.last()) {
                writeln!(
                    f,
                    "  … and {more} more up to line {}: {}",
                    last.line, last.why
                )?;
            }
        }
        Ok(())
    }

    fn write_next(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (slug, folder) = (&self.slug, self.folder.display());
        writeln!(f, "\nNext:")?;
        writeln!(f, "  1. Read {folder}/article.md beside your file.")?;
        writeln!(
            f,
            "  2. In {folder}/article.toml, see to title, author and source, then write for each section \
             `keywords` (what readers call it) and `related`, and look at `closing`."
        )?;
        writeln!(
            f,
            "  3. Write {folder}/asked.toml: for each section, questions as people ask them. It answers without, and better with them."
        )?;
        writeln!(
            f,
            "  4. Run `verbatim check`, then ask it: `verbatim ask --article {slug} \"…\"`."
        )
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {}: \"{}\": {}",
            self.line,
            shortened(&self.text),
            self.why
        )
    }
}

/// The beginning of `text` on one line.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        None => line,
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
    }
}
