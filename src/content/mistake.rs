//! What is wrong in a file, where, and what to write instead.

use crate::text::line_of;
use std::fmt;
use std::path::{Path, PathBuf};

/// One mistake in a file of the author's or the operator's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// The file.
    pub file: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to write instead.
    pub instead: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}; {}",
            self.file.display(),
            self.line,
            self.what,
            self.instead
        )
    }
}

/// All mistakes of one file, gathered while it is read, so that one look shows them all.
#[derive(Debug)]
pub struct Mistakes<'t> {
    file: &'t Path,
    text: &'t str,
    found: Vec<Mistake>,
}

impl<'t> Mistakes<'t> {
    /// None so far in `file`, whose content is `text`.
    pub fn new(file: &'t Path, text: &'t str) -> Mistakes<'t> {
        Mistakes {
            file,
            text,
            found: Vec::new(),
        }
    }

    /// Notes a mistake at byte `at`.
    pub fn at(&mut self, at: usize, what: impl Into<String>, instead: impl Into<String>) {
        self.found.push(Mistake {
            file: self.file.to_owned(),
            line: line_of(self.text, at),
            what: what.into(),
            instead: instead.into(),
        });
    }

    /// All of them, in the order of their lines.
    pub fn into_vec(mut self) -> Vec<Mistake> {
        self.found.sort();
        self.found
    }
}

/// The name of `known` that `typed` was probably meant to be.
///
/// A third of the letters may differ: `contnet` is `content`, `colour` is not `closing`.
pub fn did_you_mean<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    known
        .into_iter()
        .map(|name| (strsim::osa_distance(typed, name), name))
        .filter(|(distance, name)| distance * 3 <= name.chars().count().max(3))
        .min()
        .map(|(_, name)| name)
}

/// What to write instead of `typed`: the name it was probably meant to be, or all that there are.
pub fn instead_of<'k>(typed: &str, known: impl Iterator<Item = &'k str> + Clone) -> String {
    match did_you_mean(typed, known.clone()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => {
            let names: Vec<String> = known.map(|name| format!("`{name}`")).collect();
            format!("known here: {}", names.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_reads_as_one_line() {
        let mut mistakes = Mistakes::new(Path::new("article.toml"), "a\nb\nc");
        mistakes.at(4, "unknown key `lnaguage`", "did you mean `language`?");
        assert_eq!(
            mistakes.into_vec()[0].to_string(),
            "article.toml:3: unknown key `lnaguage`; did you mean `language`?"
        );
    }

    #[test]
    fn a_slip_is_guessed_and_another_word_is_not() {
        assert_eq!(
            did_you_mean("lnaguage", ["title", "language"]),
            Some("language")
        );
        assert_eq!(did_you_mean("colour", ["title", "closing"]), None);
    }
}
