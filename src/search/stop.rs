//! Words of grammar (stop words): too common to tell sections apart.

use serde::Deserialize;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The author's lists in `grammar.toml`, in folded words.
#[derive(Deserialize)]
struct Grammar {
    common: HashSet<String>,
    alone: HashSet<String>,
    asking: HashSet<String>,
}

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| {
    toml::from_str(include_str!("../../content/grammar.toml"))
        .expect("the program carries every list that it reads")
});

/// Whether `word` carries grammar, not matter.
pub(super) fn is_stop_word(word: &str) -> bool {
    GRAMMAR.common.contains(word)
}

/// Whether `word`, though it may be what a section is about, names nothing by itself.
pub(super) fn names_nothing(word: &str) -> bool {
    GRAMMAR.alone.contains(word)
}

/// Whether `word` makes a question of a second one: "why him".
pub(super) fn asks(word: &str) -> bool {
    GRAMMAR.asking.contains(word)
}
