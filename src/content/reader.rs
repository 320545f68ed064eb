//! A TOML file read key by key, every mistake noted with its line.
//!
//! `serde` stops at the first mistake; an author wants to see them all.

use super::mistake::{Fault, Mistakes, Wanted};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// A value and the byte where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// The first byte of its text.
    pub at: usize,
}

/// One table of a file. A key that nobody asked for is a mistake, noted by [`Table::end`].
pub struct Table<'d, 'm, 't> {
    entries: Option<&'d DeTable<'d>>,
    /// Where the table begins.
    pub at: usize,
    asked: RefCell<BTreeSet<&'static str>>,
    /// Whether its keys are names, all of which were asked for.
    named: Cell<bool>,
    mistakes: &'m RefCell<Mistakes<'t>>,
}

/// Reads `text` as TOML and hands its root table to `read`; syntax errors become mistakes.
pub fn read<R>(
    mistakes: &RefCell<Mistakes<'_>>,
    text: &str,
    read: impl FnOnce(&Table<'_, '_, '_>) -> R,
) -> R {
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        let what = error.message().lines().collect::<Vec<_>>().join(", ");
        mistakes.borrow_mut().fault(at, Fault::Toml(what));
    }
    let root = Table {
        entries: errors.is_empty().then(|| document.get_ref()),
        at: 0,
        asked: RefCell::default(),
        named: Cell::default(),
        mistakes,
    };
    let value = read(&root);
    root.end();
    value
}

impl<'d, 'm, 't> Table<'d, 'm, 't> {
    /// Notes a mistake in this file.
    pub fn mistake(&self, at: usize, what: impl Into<String>, instead: impl Into<String>) {
        self.mistakes.borrow_mut().at(at, what, instead);
    }

    /// Notes what is wrong in this file.
    pub fn fault(&self, at: usize, fault: Fault) {
        self.mistakes.borrow_mut().fault(at, fault);
    }

    /// The text under `key`, if there.
    pub fn text(&self, key: &'static str) -> Option<At<String>> {
        self.typed(key, Wanted::Text, |value| value.as_str().map(str::to_owned))
    }

    /// The text under `key`; its absence is a mistake.
    pub fn required_text(&self, key: &'static str) -> Option<At<String>> {
        if self.entries.is_some() && self.value(key).is_none() {
            self.missing(key, "\"…\"");
        }
        self.text(key)
    }

    /// The whole number under `key`, if there.
    pub fn number(&self, key: &'static str) -> Option<At<u64>> {
        self.typed(key, Wanted::Number, |value| {
            let number = value.as_integer()?;
            u64::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok()
        })
    }

    /// The truth value under `key`, if there.
    pub fn flag(&self, key: &'static str) -> Option<At<bool>> {
        self.typed(key, Wanted::Flag, |value| value.as_bool())
    }

    /// The texts of the list under `key`, none if it is not there.
    pub fn texts(&self, key: &'static str) -> Vec<At<String>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        self.list_of_texts(key, value)
    }

    /// One of `names` under `key`, as its value; anything else is a mistake.
    pub fn one_of<T: Copy>(&self, key: &'static str, names: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(key)?;
        if let Some((_, value)) = names.iter().find(|(name, _)| *name == text.value) {
            return Some(*value);
        }
        let names = names.iter().map(|(name, _)| (*name).to_owned());
        self.fault(
            text.at,
            Fault::Value(key.to_owned(), text.value, names.collect()),
        );
        None
    }

    /// Those of `names` that the list under `key` holds, as their values; anything else is a mistake.
    pub fn some_of<T: Copy>(&self, key: &'static str, names: &[(&'static str, T)]) -> Vec<T> {
        let mut found = Vec::new();
        for text in self.texts(key) {
            match names.iter().find(|(name, _)| *name == text.value) {
                Some((_, value)) => found.push(*value),
                None => {
                    let all = names.iter().map(|(name, _)| format!("\"{name}\""));
                    let all: Vec<String> = all.collect();
                    self.mistake(
                        text.at,
                        format!("`{key}` cannot hold \"{}\"", text.value),
                        format!("write some of {}", all.join(", ")),
                    );
                }
            }
        }
        found
    }

    /// The table under `key`, if there.
    pub fn table(&self, key: &'static str) -> Option<Table<'d, 'm, 't>> {
        let value = self.value(key)?;
        self.as_table(key, value)
    }

    /// The tables of `[[key]]`, in order.
    pub fn tables(&self, key: &'static str) -> Vec<Table<'d, 'm, 't>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(value, key, Wanted::Blocks);
            return Vec::new();
        };
        array
            .iter()
            .filter_map(|entry| self.as_table(key, entry))
            .collect()
    }

    /// Every entry of this table as a name and its list of texts; for tables whose keys are names.
    pub fn named_lists(&self) -> Vec<(At<String>, Vec<At<String>>)> {
        self.in_file_order()
            .into_iter()
            .map(|(name, value)| (spot(name), self.list_of_texts(name.get_ref(), value)))
            .collect()
    }

    /// Every entry of this table as a name and its text; for tables whose keys are names.
    pub fn named_texts(&self) -> Vec<(At<String>, At<String>)> {
        self.in_file_order()
            .into_iter()
            .filter_map(|(name, value)| match value.get_ref().as_str() {
                Some(text) => Some((spot(name), at(value, text.to_owned()))),
                None => {
                    self.wrong_type(value, name.get_ref(), Wanted::Text);
                    None
                }
            })
            .collect()
    }

    /// Notes every key that nobody asked for, with the name it was probably meant to be.
    pub fn end(&self) {
        let asked = self.asked.borrow();
        for name in self.entries.into_iter().flat_map(|entries| entries.keys()) {
            if self.named.get() || asked.contains(name.get_ref().as_ref()) {
                continue;
            }
            let known = asked.iter().map(|known| (*known).to_owned());
            let unknown = Fault::Key(name.get_ref().to_string(), known.collect());
            self.fault(name.span().start, unknown);
        }
    }

    /// Says that `key` should be there.
    pub fn missing(&self, key: &str, example: &str) {
        self.mistake(
            self.at,
            format!("`{key}` is missing"),
            format!("write `{key} = {example}`"),
        );
    }

    /// The entries as the author wrote them, top to bottom.
    fn in_file_order(&self) -> Vec<(&'d Spanned<DeString<'d>>, &'d Spanned<DeValue<'d>>)> {
        self.named.set(true);
        let mut entries: Vec<_> = self.entries.into_iter().flat_map(DeTable::iter).collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        entries
    }

    fn value(&self, key: &'static str) -> Option<&'d Spanned<DeValue<'d>>> {
        self.asked.borrow_mut().insert(key);
        self.entries?.get(key)
    }

    fn typed<T>(
        &self,
        key: &'static str,
        wanted: Wanted,
        get: impl FnOnce(&DeValue<'_>) -> Option<T>,
    ) -> Option<At<T>> {
        let value = self.value(key)?;
        let found = get(value.get_ref());
        if found.is_none() {
            self.wrong_type(value, key, wanted);
        }
        Some(at(value, found?))
    }

    fn list_of_texts(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<At<String>> {
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(value, key, Wanted::Texts);
            return Vec::new();
        };
        let mut texts = Vec::with_capacity(array.len());
        for entry in array.iter() {
            match entry.get_ref().as_str() {
                Some(text) => texts.push(at(entry, text.to_owned())),
                None => self.wrong_type(entry, key, Wanted::Text),
            }
        }
        texts
    }

    fn as_table(&self, key: &str, value: &'d Spanned<DeValue<'d>>) -> Option<Table<'d, 'm, 't>> {
        let entries = value.get_ref().as_table();
        if entries.is_none() {
            self.wrong_type(value, key, Wanted::Block);
        }
        Some(Table {
            entries: Some(entries?),
            at: value.span().start,
            asked: RefCell::default(),
            named: Cell::default(),
            mistakes: self.mistakes,
        })
    }

    fn wrong_type(&self, value: &Spanned<DeValue<'_>>, key: &str, wanted: Wanted) {
        let found = value.get_ref().type_str();
        let fault = Fault::Kind(key.to_owned(), found, wanted);
        self.fault(value.span().start, fault);
    }
}

fn at<T>(value: &Spanned<DeValue<'_>>, found: T) -> At<T> {
    At {
        value: found,
        at: value.span().start,
    }
}

fn spot(name: &Spanned<DeString<'_>>) -> At<String> {
    At {
        value: name.get_ref().to_string(),
        at: name.span().start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[track_caller]
    fn mistakes(text: &str) -> Vec<String> {
        let found = RefCell::new(Mistakes::new(Path::new("f.toml"), text));
        read(&found, text, |root| {
            root.required_text("title");
            root.texts("keywords");
            root.number("number");
            for section in root.tables("section") {
                section.required_text("id");
                section.end();
            }
        });
        let found = found.into_inner().into_vec();
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_mistake_is_told_at_once() {
        assert_eq!(
            mistakes("titel = 'x'\nkeywords = [1]\n\n[[section]]\nid = 3\nnope = 1\n"),
            [
                "f.toml:1: `title` is missing; write `title = \"…\"`",
                "f.toml:1: unknown key `titel`; did you mean `title`?",
                "f.toml:2: `keywords` holds a integer; write a text in \"quotes\"",
                "f.toml:5: `id` holds a integer; write a text in \"quotes\"",
                "f.toml:6: unknown key `nope`; known here: `id`",
            ]
        );
    }

    #[test]
    fn broken_syntax_names_its_line() {
        let found = mistakes("title = 'x'\nkeywords = [\n");
        assert!(found[0].starts_with("f.toml:2: not TOML: "), "{found:?}");
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
