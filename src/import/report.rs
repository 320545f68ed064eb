//! What an import says about itself: what it found, what it left out and why, what to edit next.

use super::left_out::LeftOut;
use super::{By, Found, Imported};
use std::fmt;

/// A line of the report shows so much of what was left out. In characters.
const SHOWN: usize = 60;

/// So many lines that were left out for one reason are shown; a web page has hundreds.
const LINES_SHOWN: usize = 8;

/// `{:#}` shows all of everything that was left out.
impl fmt::Display for Imported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.beside {
            Some(file) => writeln!(
                f,
                "I put {file} beside the article `{}`: \"{}\", section for section.",
                self.slug, self.title
            )?,
            None => writeln!(f, "I made the article `{}`: \"{}\".", self.slug, self.title)?,
        }
        if !self.title_told {
            writeln!(f, "The text told no title; this one is made of the name.")?;
        }
        writeln!(f, "{}", self.language_line())?;
        writeln!(f, "\nFound, each with what would help it most:")?;
        for found in &self.sections {
            writeln!(f, "  {found}")?;
        }
        if self.closing().is_none() && self.beside.is_none() {
            writeln!(f, "  no closing: no advice will stand under the answers")?;
        }
        if let Some(moved) = &self.moved {
            write!(f, "{moved}")?;
        }
        self.write_left_out(f)?;
        if !self.changed.is_empty() {
            writeln!(
                f,
                "\nPut into marks that Discord shows; the words are the same:"
            )?;
            self.changed
                .lines()
                .try_for_each(|line| writeln!(f, "  {line}"))?;
        }
        if !self.notes.is_empty() {
            writeln!(f, "\nTo know:")?;
            self.notes
                .iter()
                .try_for_each(|note| writeln!(f, "  {note}"))?;
        }
        match &self.beside {
            Some(file) => self.write_next_beside(f, file),
            None => self.write_next(f),
        }
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
        write!(f, " (`{}`)", self.id)?;
        self.weak.map_or(Ok(()), |weak| write!(f, " – {weak}"))
    }
}

impl Imported {
    /// The closing, if one was found.
    pub fn closing(&self) -> Option<&Found> {
        let named: Option<&str> = self
            .article_toml
            .lines()
            .find_map(|line| line.strip_prefix("closing = "));
        let named = named.map(|named| named.trim_matches('"'));
        self.sections
            .iter()
            .find(|found| Some(found.id.as_str()) == named)
    }

    fn language_line(&self) -> String {
        let tag = &self.language;
        match self.language_by {
            By::Told => format!("Its language is `{tag}`, as it was told."),
            By::Words => format!(
                "Its language is `{tag}`, by its letters and common words. If that is wrong, say `--language TAG`."
            ),
            By::Guess => format!(
                "I could not tell its language and wrote `{tag}`. If that is wrong, say `--language TAG`."
            ),
        }
    }

    fn write_left_out(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.left_out.is_empty() {
            return writeln!(f, "\nNothing was left out.");
        }
        writeln!(f, "\nLeft out:")?;
        for group in self.left_out.chunk_by(|a, b| a.why == b.why) {
            if f.alternate() {
                group
                    .iter()
                    .try_for_each(|left| writeln!(f, "  {left:#}"))?;
                continue;
            }
            for left in group.iter().take(LINES_SHOWN) {
                writeln!(f, "  {left}")?;
            }
            let more = group.len().saturating_sub(LINES_SHOWN);
            if let (1.., Some(last)) = (more, group.last()) {
                writeln!(
                    f,
                    "  … and {more} more up to line {} (`--all` shows them): {}",
                    last.line, last.why
                )?;
            }
        }
        Ok(())
    }

    /// What helps a text beside an article most.
    fn write_next_beside(&self, f: &mut fmt::Formatter<'_>, words: &str) -> fmt::Result {
        let (slug, folder, tag) = (&self.slug, self.folder.display(), &self.language);
        let toml = words.replace(".md", ".toml");
        let asked = toml.replace("article.", "asked.");
        writeln!(f, "\nWhat helps most, in this order:")?;
        writeln!(
            f,
            "  1. Read {folder}/{words} beside your file and beside article.md: each section must be the same one there."
        )?;
        writeln!(
            f,
            "  2. In {folder}/{toml}, write for each section `keywords`, and a `note` where article.toml has one."
        )?;
        writeln!(
            f,
            "  3. In {folder}/{asked}, write three questions a section, as people ask them in this language."
        )?;
        write!(
            f,
            "  4. Run `verbatim check`, then ask it: `verbatim ask --article {slug} --language {tag} \"…\"`."
        )
    }

    /// What helps most, the most helpful first.
    fn write_next(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (slug, folder) = (&self.slug, self.folder.display());
        writeln!(f, "\nWhat helps most, in this order:")?;
        match self.title_told {
            true => writeln!(
                f,
                "  1. Read {folder}/article.md beside your file, its title first: \"{}\".",
                self.title
            )?,
            false => writeln!(
                f,
                "  1. Write the title, in {folder}/article.md and article.toml, or import again with `--title`."
            )?,
        }
        writeln!(
            f,
            "  2. In {folder}/article.toml, write for each section `keywords`: what readers call it. Then author, source and `closing`."
        )?;
        writeln!(
            f,
            "  3. In {folder}/asked.toml, write three questions a section, as people ask them: [sections], then id = [\"…\", \"…\", \"…\"]."
        )?;
        writeln!(
            f,
            "  4. Run `verbatim check`, then ask it: `verbatim ask --article {slug} \"…\"`."
        )?;
        write!(
            f,
            "  5. Once it serves, moderators teach it from what members ask (`/review`)."
        )
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match f.alternate() {
            true => self.text.clone(),
            false => shortened(&self.text),
        };
        write!(f, "line {}: \"{text}\": {}", self.line, self.why)
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
