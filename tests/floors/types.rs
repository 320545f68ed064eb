//! One word, one thing: no file names two types that are called the same.

use super::code::File;
use super::names::Names;
use std::collections::{BTreeMap, BTreeSet};

/// Where a file names several types of one name, its own included: the file, the name, and who holds them.
pub fn alike(files: &[File]) -> Vec<String> {
    let names = Names::of(files);
    let mut found = Vec::new();
    for file in files {
        let mut held: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for own in &file.types {
            held.entry(own.clone()).or_default().insert(&file.at);
        }
        for written in &file.paths {
            if let Some((at, name)) = names.holder(file, written)
                && files[at].types.contains(&name)
            {
                held.entry(name).or_default().insert(&files[at].at);
            }
        }
        held.retain(|_, holders| holders.len() > 1);
        let told = held
            .iter()
            .map(|(name, holders)| format!("{}: {name} of {holders:?}", file.at));
        found.extend(told);
    }
    found
}

#[test]
fn two_types_of_one_name_are_seen() {
    let alike_in = |code: &str| {
        let files = [
            File::read("src/care.rs", "pub enum Place {}\n"),
            File::read("src/who.rs", "pub enum Place {}\npub enum Who {}\n"),
            File::read("src/bot.rs", code),
        ];
        alike(&files)
    };
    let told = ["src/bot.rs: Place of {\"src/care.rs\", \"src/who.rs\"}"];
    assert_eq!(
        alike_in("use crate::who::{self, Who};\nuse crate::care::Place;\nfn f(p: who::Place) {}\n"),
        told
    );
    assert_eq!(
        alike_in("struct Place;\nuse crate::who::Place as P;\n").len(),
        1
    );
    assert!(alike_in("use crate::who::{Place, Who};\nuse crate::care;\n").is_empty());
}
