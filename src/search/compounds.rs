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
    let letters = places.len();
    if letters < SHORTEST + REST {
        return Vec::new();
    }
    let known = |part: &str| {
        let known = dictionary.number(part)?;
        dictionary.matters(known).then_some(known)
    };
    // The longest first part is what the eye reads: "Haustier-arzt", not "Haus-tierarzt".
    let firsts = (SHORTEST..=letters - REST).rev();
    let firsts: Vec<(usize, Known)> = firsts
        .filter_map(|end| Some((end, known(&word[..places[end]])?)))
        .collect();
    for (end, first) in &firsts {
        let lasts =
            (*end..=end + JOINT).take_while(|from| letters - from.min(&letters) >= SHORTEST);
        if let Some(last) = lasts.filter_map(|from| known(&word[places[from]..])).next() {
            return vec![*first, last];
        }
    }
    let last = || (REST..=letters - SHORTEST).find_map(|from| known(&word[places[from]..]));
    let first = firsts.first().map(|(_, first)| *first);
    first.or_else(last).into_iter().collect()
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
