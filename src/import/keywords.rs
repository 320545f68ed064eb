//! A few words for each section that the others do not use, so that it can be searched at once.

use super::part::Part;
use crate::content::import_words;
use crate::text::words;
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

/// Enough to find a section by; the author knows better ones.
const MOST: usize = 8;

/// Words that a section says once tell little; they stand in only until there are so many.
const FEWEST: usize = 3;

/// Shorter words carry grammar more often than matter. In letters.
const SHORTEST: usize = 4;

/// A heading says what its section is about; so much one of its words counts, in words below it.
const HEADING_COUNTS: usize = 3;

/// A word that stands in more than this share of the sections tells none of them.
const COMMON: f64 = 0.3;

/// What `import.toml` says of words.
#[derive(Deserialize)]
struct Said {
    keywords: Grammar,
}

/// Words of four letters and more that carry grammar, not matter.
#[derive(Deserialize)]
struct Grammar {
    grammar: Vec<String>,
}

static SAID: LazyLock<Said> = LazyLock::new(import_words);

/// How often each word stands in a section, as printed in small letters.
type Counts = BTreeMap<String, usize>;

/// The telling words of each of `parts`, the most telling first; no word stands under two of them.
pub fn keywords(parts: &[Part]) -> Vec<Vec<String>> {
    let counts: Vec<Counts> = parts.iter().map(counts).collect();
    let mut taken = HashSet::new();
    let mut chosen = vec![Vec::new(); parts.len()];
    for (_, at, word) in ranked(&counts) {
        let room = if counts[at][word] > 1 { MOST } else { FEWEST };
        if chosen[at].len() < room && taken.insert(word) {
            chosen[at].push(word.to_owned());
        }
    }
    chosen
}

/// How much each word tells of the section at a position, the most telling first: it stands there
/// often and in few others. Of two that tell as much, the longer one is the rarer in speech.
fn ranked(counts: &[Counts]) -> Vec<(f64, usize, &str)> {
    let mut sections: BTreeMap<&str, usize> = BTreeMap::new();
    for word in counts.iter().flat_map(BTreeMap::keys) {
        *sections.entry(word).or_default() += 1;
    }
    let mut ranked = Vec::new();
    for (at, words) in counts.iter().enumerate() {
        for (word, count) in words {
            let others = sections[word.as_str()];
            let share = others as f64 / counts.len() as f64;
            if share <= COMMON || others == 1 {
                ranked.push((*count as f64 * (1.0 - share.ln()), at, word.as_str()));
            }
        }
    }
    ranked.sort_by(|a, b| {
        let longer = b.2.len().cmp(&a.2.len());
        b.0.total_cmp(&a.0).then(longer).then(a.2.cmp(b.2))
    });
    ranked
}

fn counts(part: &Part) -> Counts {
    let mut counts = Counts::new();
    for word in printed(part.title()) {
        *counts.entry(word).or_default() += HEADING_COUNTS;
    }
    for word in part.lines.iter().flat_map(|line| printed(&line.text)) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// The words of `text` that carry matter and are letters all through, as printed, in small letters.
fn printed(text: &str) -> Vec<String> {
    let long = |word: &str| word.chars().count() >= SHORTEST;
    words(text)
        .into_iter()
        .filter(|word| long(&word.folded) && !SAID.keywords.grammar.contains(&word.folded))
        .map(|word| word.span.of(text).to_lowercase())
        .filter(|word| word.chars().all(char::is_alphabetic))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{outline, parts, plain};
    use super::*;

    #[test]
    fn a_section_is_known_by_what_only_it_says() {
        let mut draft = plain::read(
            "1. Dopamine\nThe brain rests when dopamine falls, a brain at rest.\n2. Guilt\nThe church when guilt falls, guilt.",
            1,
        );
        outline::find(&mut draft);
        let found = keywords(&parts::cut(&mut draft));
        assert_eq!(found[0][..2], ["dopamine", "brain"]);
        assert_eq!(found[1][..2], ["guilt", "church"]);
        assert!(
            found.iter().flatten().all(|word| word != "falls"),
            "{found:?}"
        );
    }
}
