//! Words as they are searched for.
//!
//! Chinese, Japanese, Thai and others put no space between words, and a Korean word grows at its end: there two
//! neighbouring letters stand for a word (character bigrams), and no dictionary is needed.

use super::fold::{fold, is_apostrophe, is_letter_mark};
use super::{Span, typed};
use std::borrow::Cow;

/// A term with the place where it stands.
type Term<'t> = (Cow<'t, str>, Span);

/// The terms of `text`, in order, each folded.
pub fn terms(text: &str) -> impl Iterator<Item = Term<'_>> {
    let mut words = typed(text);
    let mut pieces = Vec::new().into_iter();
    std::iter::from_fn(move || {
        loop {
            if let Some(piece) = pieces.next() {
                return Some(piece);
            }
            let (word, span) = words.next()?;
            if word.is_ascii() || !word.contains(is_unparted) {
                return Some((word, span));
            }
            pieces = pieces_of(text, span).into_iter();
        }
    })
}

/// The languages that run a short word into the next and leave its vowel out: "l'engrais", "dell'acqua".
const ELIDING: &[&str] = &["ca", "fr", "it", "oc"];

/// Whether an apostrophe parts two words in a language, by its tag.
pub fn elides(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    ELIDING.contains(&primary)
}

/// `text` with blanks for apostrophes, every letter where it stood.
pub fn without_elisions(text: &str) -> String {
    let mut parted = String::with_capacity(text.len());
    for c in text.chars() {
        match is_apostrophe(c) {
            true => (0..c.len_utf8()).for_each(|_| parted.push(' ')),
            false => parted.push(c),
        }
    }
    parted
}

/// One letter with its marks.
struct Letter {
    folded: String,
    span: Span,
    unparted: bool,
}

/// The terms of the word at `span`, which may change between scripts as it pleases.
fn pieces_of(text: &str, span: Span) -> Vec<Term<'static>> {
    let letters = letters(text, span);
    let mut pieces = Vec::with_capacity(letters.len() * 2);
    for run in letters.chunk_by(|a, b| a.unparted == b.unparted) {
        match run {
            [first, _, ..] if first.unparted => {
                pieces.extend(run.windows(2).map(joined));
                let signs = run.iter().filter(|letter| letter.folded.contains(is_han));
                pieces.extend(signs.map(|sign| joined(std::slice::from_ref(sign))));
            }
            _ => pieces.push(joined(run)),
        }
    }
    pieces
}

fn letters(text: &str, span: Span) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for (at, c) in span.of(text).char_indices() {
        let start = span.start + at;
        let end = start + c.len_utf8();
        let folded = fold(c.encode_utf8(&mut [0; 4]));
        let Some(first) = folded.chars().next() else {
            continue;
        };
        match letters.last_mut().filter(|_| is_letter_mark(first)) {
            Some(before) => {
                before.folded = fold(&(before.folded.clone() + &folded));
                before.span.end = end;
            }
            None => letters.push(Letter {
                unparted: is_unparted(first),
                folded,
                span: Span { start, end },
            }),
        }
    }
    letters
}

fn joined(letters: &[Letter]) -> Term<'static> {
    let folded: String = letters.iter().map(|letter| &*letter.folded).collect();
    let span = Span {
        start: letters[0].span.start,
        end: letters[letters.len() - 1].span.end,
    };
    (folded.into(), span)
}

/// Whether `c` is of a script that puts no space between words, or of Korean. All ranges are Unicode's.
fn is_unparted(c: char) -> bool {
    is_han(c) || is_kana(c) || is_hangul(c) || is_south_east_asian(c)
}

/// Whether `c` is a sign that can be a word by itself.
fn is_han(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '々' | '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{312f}' | '\u{31a0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' | '\u{1b000}'..='\u{1b16f}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}')
}

/// Thai and Lao, Myanmar, Khmer, Tai Le and New Tai Lue, Javanese.
pub(super) fn is_south_east_asian(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{a9e0}'..='\u{a9fe}' | '\u{aa60}'..='\u{aa7f}'
        | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{19df}' | '\u{a980}'..='\u{a9df}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = terms(text).map(|(term, _)| term).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn letters_stand_in_pairs_where_no_space_parts_words() {
        check("why water, 水?", &["why", "water", "水"]);
        check("浇花水", &["浇花", "花水", "浇", "花", "水"]);
        check("NFL的Super-Bowl", &["nfl", "的", "super", "bowl"]);
        check("トマトは", &["トマ", "マト", "トは"]);
        check("ｶﾞｽ ガス", &["ガス", "ガス"]);
        check("식물에 물", &["식물", "물에", "물"]);
        check("น้ำมา", &["น\u{e49}\u{e4d}าม", "มา"]);
        check("पौधों को", &["पौधों", "को"]);
    }

    #[test]
    fn an_apostrophe_parts_two_words_where_a_language_elides() {
        let text = "De l’engrais, qu'il";
        let parted = without_elisions(text);
        let stood: Vec<&str> = terms(&parted).map(|(_, span)| span.of(text)).collect();
        assert_eq!(stood, ["De", "l", "engrais", "qu", "il"]);
        assert!(elides("fr-CA") && !elides("en"));
    }

    #[test]
    fn each_pair_stands_where_it_was_read() {
        let text = "夏、花が咲く";
        let stood: Vec<&str> = terms(text).map(|(_, span)| span.of(text)).collect();
        assert_eq!(stood, ["夏", "花が", "が咲", "咲く", "花", "咲"]);
    }
}
