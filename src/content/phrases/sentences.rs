//! The name of every sentence that we say: the code asks for no other, and nobody asks for one that is not here.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The sentences that the program carries in the first language, which has all of them.
const FIRST: &str = include_str!("../../../content/phrases/en.ftl");

/// Every name, once, in alphabetical order.
pub fn sentences() -> impl Iterator<Item = &'static str> {
    static NAMES: LazyLock<BTreeSet<&str>> =
        LazyLock::new(|| FIRST.lines().filter_map(name).collect());
    NAMES.iter().copied()
}

/// The name of the sentence that begins on `line`, if one does.
pub(super) fn name(line: &str) -> Option<&str> {
    let (name, _) = line.split_once('=')?;
    let name = name.trim_end();
    name.starts_with(|c: char| c.is_ascii_lowercase())
        .then_some(name)
}
