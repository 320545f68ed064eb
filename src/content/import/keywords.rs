//! A few words for each section that the others do not use, so that it can be searched at once.

use super::parts::Part;
use crate::text::words;
use std::collections::{BTreeMap, HashSet};

/// Enough to find a section by; the author knows better ones.
const MOST: usize = 8;

/// Shorter words carry grammar more often than matter. In letters.
const SHORTEST: usize = 4;

/// A heading says what its section is about; so much one of its words counts, in words below it.
const HEADING_COUNTS: usize = 3;

/// A word that stands in more than this share of the sections tells none of them.
const COMMON: f64 = 0.3;

/// How often each word stands in a section, as printed in small letters.
type Counts = BTreeMap<String, usize>;

/// The telling words of each of `parts`, the most telling first; no word stands under two of them.
pub fn keywords(parts: &[Part]) -> Vec<Vec<String>> {
    let counts: Vec<Counts> = parts.iter().map(counts).collect();
    let mut sections: BTreeMap<&str, usize> = BTreeMap::new();
    for word in counts.iter().flat_map(BTreeMap::keys) {
        *sections.entry(word).or_default() += 1;
    }
    let mut ranked: Vec<(f64, usize, &str)> = Vec::new();
    for (at, counts) in counts.iter().enumerate() {
        for (word, count) in counts {
            let share = sections[word.as_str()] as f64 / parts.len() as f64;
            if share <= COMMON || sections[word.as_str()] == 1 {
                ranked.push((*count as f64 * (1.0 - share.ln()), at, word));
            }
        }
    }
    ranked.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then(b.2.len().cmp(&a.2.len()))
            .then(a.2.cmp(b.2))
    });
    let mut taken = HashSet::new();
    let mut chosen = vec![Vec::new(); parts.len()];
    for (_, at, word) in ranked {
        if chosen[at].len() < MOST && taken.insert(word) {
            chosen[at].push(word.to_owned());
        }
    }
    chosen
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

/// The words of `text` that are letters all through, as printed, in small letters.
fn printed(text: &str) -> Vec<String> {
    let words = words(text).into_iter().map(|word| word.span.of(text));
    words
        .filter(|word| word.chars().all(char::is_alphabetic) && word.chars().count() >= SHORTEST)
        .map(str::to_lowercase)
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
        );
        outline::find(&mut draft);
        let found = keywords(&parts::cut(&mut draft));
        assert_eq!(found[0][..2], ["dopamine", "brain"]);
        assert_eq!(found[1][..2], ["guilt", "church"]);
        assert!(
            found.iter().flatten().all(|word| word != "when"),
            "{found:?}"
        );
    }
}
