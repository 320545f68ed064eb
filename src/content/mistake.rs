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
    found: Vec<(usize, Fault)>,
}

/// What is wrong, for whoever says it in words of their own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It is not TOML; why.
    Toml(String),
    /// No key is called so; these are known.
    Key(String, Vec<String>),
    /// The key cannot hold this value; these are known.
    Value(String, String, Vec<String>),
    /// The key holds a value of this kind, and another is wanted.
    Kind(String, &'static str, Wanted),
    /// What is wrong and what to write instead, in words for the operator.
    Told(String, String),
}

/// What a key may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// A text.
    Text,
    /// A whole number.
    Number,
    /// A truth value.
    Flag,
    /// A list of texts.
    Texts,
    /// A block of its own.
    Block,
    /// Any number of blocks.
    Blocks,
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
        self.fault(at, Fault::Told(what.into(), instead.into()));
    }

    /// Notes what is wrong at byte `at`.
    pub fn fault(&mut self, at: usize, fault: Fault) {
        self.found.push((line_of(self.text, at), fault));
    }

    /// All of them, in the order of their lines.
    pub fn into_vec(self) -> Vec<Mistake> {
        let mistake = |(line, fault): (usize, Fault)| Mistake {
            file: self.file.to_owned(),
            line,
            what: fault.what(),
            instead: fault.instead(),
        };
        let mut found: Vec<Mistake> = self.found.into_iter().map(mistake).collect();
        found.sort();
        found
    }

    /// The same as faults, each with its line.
    pub fn into_faults(mut self) -> Vec<(usize, Fault)> {
        self.found.sort();
        self.found
    }
}

impl Fault {
    /// What is wrong, in words for the operator.
    fn what(&self) -> String {
        match self {
            Fault::Toml(why) => format!("not TOML: {why}"),
            Fault::Key(key, _) => format!("unknown key `{key}`"),
            Fault::Value(key, value, _) => format!("`{key}` cannot be \"{value}\""),
            Fault::Kind(key, found, _) => format!("`{key}` holds a {found}"),
            Fault::Told(what, _) => what.clone(),
        }
    }

    /// What to write instead, in words for the operator.
    fn instead(&self) -> String {
        match self {
            Fault::Toml(_) => "write `key = value`, text in \"quotes\"".to_owned(),
            Fault::Key(typed, known) | Fault::Value(_, typed, known) => {
                instead_of(typed, known.iter().map(String::as_str))
            }
            Fault::Kind(key, _, wanted) => format!("write {}", wanted.told(key)),
            Fault::Told(_, instead) => instead.clone(),
        }
    }
}

impl Wanted {
    fn told(self, key: &str) -> String {
        match self {
            Wanted::Text => "a text in \"quotes\"".to_owned(),
            Wanted::Number => "a whole number".to_owned(),
            Wanted::Flag => "`true` or `false`".to_owned(),
            Wanted::Texts => "a list of texts: [\"…\", \"…\"]".to_owned(),
            Wanted::Block => format!("a block that begins with `[{key}]`"),
            Wanted::Blocks => format!("`[[{key}]]` blocks"),
        }
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
