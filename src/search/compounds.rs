//! Words that a language writes as one, by their parts: "Wurzelpflege" holds "Wurzel" and "Pflege".
//!
//! No dictionary: a part is what the article writes as a word elsewhere.

use super::dictionary::{Dictionary, Known};

/// A shorter part is too often no word at all: "er", "ein". In letters.
const SHORTEST: usize = 4;

/// So many letters may join two parts: "Leben-s-lauf", "Blume-n-erde". In letters.
const JOINT: usize = 2;

/// What one of the parts leaves over, where no section has the other: shorter, it is an ending. In letters.
const REST: usize = 3;

/// The words of `dictionary` that `word` is made of: two, or one where nobody knows the other, or none.
pub(super) fn parts(dictionary: &Dictionary, word: &str) -> Vec<Known> {
    let places: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
    let known = |part: &str| {
        let known = dictionary.number(part)?;
        dictionary.matters(known).then_some(known)
    };
    let last_from = |letter: usize| known(&word[places[letter]..]);
    let Some(longest) = places.len().checked_sub(REST).filter(|it| *it >= SHORTEST) else {
        return Vec::new();
    };
    // The longest first part is what the eye reads: "Haustier-arzt", not "Haus-tierarzt".
    let firsts = (SHORTEST..=longest).rev();
    let firsts: Vec<(usize, Known)> = firsts
        .filter_map(|end| Some((end, known(&word[..places[end]])?)))
        .collect();
    let latest = places.len() - SHORTEST;
    for (end, first) in &firsts {
        if let Some(last) = (*end..=latest.min(end + JOINT)).find_map(last_from) {
            return vec![*first, last];
        }
    }
    let first = firsts.first().map(|(_, first)| *first);
    let one = first.or_else(|| (REST..=latest).find_map(last_from));
    one.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: &[&str]) {
        let mut dictionary = Dictionary::new("de");
        for known in [
            "wurzel", "pflege", "blume", "erde", "haustier", "haus", "tierarzt", "arzt", "nach",
        ] {
            dictionary.learn(known);
        }
        let parts = parts(&dictionary, word);
        let parts: Vec<&str> = parts.iter().map(|part| dictionary.word(*part)).collect();
        assert_eq!(parts, expected, "{word}");
    }

    #[test]
    fn a_word_is_parted_where_the_article_has_its_parts() {
        check("wurzelpflege", &["wurzel", "pflege"]);
        check("blumenerde", &["blume", "erde"]);
        check("haustierarzt", &["haustier", "arzt"]);
        check("pflegemittel", &["pflege"]);
        check("zimmerpflege", &["pflege"]);
        check("wurzeln", &[]);
        check("nachts", &[]);
        check("übermäßig", &[]);
    }
}
