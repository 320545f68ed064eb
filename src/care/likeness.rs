//! The example that is most like a message, for whoever asks why a card came that no rule called for.

use crate::text::words;
use std::collections::{HashMap, HashSet};

/// Of `examples` the one that shares most with `question`, a word counting the less the more examples hold it; none if
/// nothing is shared.
pub(super) fn nearest<'e>(examples: &'e [String], question: &str) -> Option<&'e str> {
    let said: Vec<HashSet<String>> = examples.iter().map(|example| distinct(example)).collect();
    let mut held: HashMap<&str, f32> = HashMap::new();
    for word in said.iter().flatten() {
        *held.entry(word).or_default() += 1.0;
    }
    let asked = distinct(question);
    let likeness = |said: &HashSet<String>| {
        let shared = said.intersection(&asked);
        let worth: f32 = shared.map(|word| 1.0 / held[word.as_str()]).sum();
        worth / (said.len() as f32).sqrt()
    };
    let alike = examples.iter().zip(said.iter().map(likeness));
    let alike = alike.filter(|(_, likeness)| *likeness > 0.0);
    let (example, _) = alike.max_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(example)
}

fn distinct(text: &str) -> HashSet<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_tell_what_is_alike() {
        let examples = ["he and i and the rope", "he and i and the door"].map(str::to_owned);
        let nearest = |question| nearest(&examples, question);
        assert_eq!(nearest("i look at the door"), Some("he and i and the door"));
        assert_eq!(nearest("tomatoes"), None);
    }
}
