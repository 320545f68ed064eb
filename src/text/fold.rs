//! One letter as it is compared: lower case, without accents, in its plainest form.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use unicode_normalization::is_nfc;

/// `text` as it is compared: lower case, accents dropped, styled letters and full-width forms made plain.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        push(&mut folded, c);
    }
    composed(folded)
}

/// `folded` with every letter that is one to its readers in one piece again: が, 한, ொ.
pub(super) fn composed(folded: String) -> String {
    match folded.is_ascii() || is_nfc(&folded) {
        true => folded,
        false => folded.nfc().collect(),
    }
}

/// Appends the folded form of `c`.
pub(super) fn push(folded: &mut String, c: char) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
        return;
    }
    if is_mark(c) || is_invisible(c) {
        return;
    }
    if let Some(plain) = plain(c) {
        folded.push_str(plain);
        return;
    }
    if let Some(letter) = small_capital(c) {
        folded.push(letter);
        return;
    }
    decompose_compatible(c, |part| {
        if !is_mark(part) {
            folded.extend(part.to_lowercase().filter(|c| !is_mark(*c)));
        }
    });
}

/// A letter that people also type otherwise, as it is compared. The short i is no accented i to those who write it, and
/// Russian endings are known by it.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'œ' | 'Œ' => "oe",
        'ı' => "i",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' => "d",
        'й' | 'Й' => "й",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        _ => return None,
    })
}

/// Small capitals, in the order of the letters that they stand for: ᴅɪᴇ. Some are borrowed from other alphabets.
const SMALL_CAPITALS: &str = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ";

fn small_capital(c: char) -> Option<char> {
    let at = SMALL_CAPITALS.chars().position(|capital| capital == c)?;
    ('a'..='z').nth(at)
}

/// Letters of other scripts that look like one of ours, each before the one that is meant.
const LOOK_ALIKES: &[(&str, char)] = &[
    ("аα", 'a'),
    ("вβ", 'b'),
    ("сϲς", 'c'),
    ("ԁ", 'd'),
    ("еєε", 'e'),
    ("ɡ", 'g'),
    ("һн", 'h'),
    ("іιӏ", 'i'),
    ("јϳ", 'j'),
    ("кκ", 'k'),
    ("м", 'm'),
    ("пηո", 'n'),
    ("оοσօ", 'o'),
    ("рρ", 'p'),
    ("ԛ", 'q'),
    ("гѓ", 'r'),
    ("ѕ", 's'),
    ("тτ", 't'),
    ("υս", 'u'),
    ("ν", 'v'),
    ("ԝω", 'w'),
    ("хχ", 'x'),
    ("уγ", 'y'),
];

/// `folded` in one script: a word that mixes Latin letters with others that look like them is a word in disguise
/// (кill, dіe). A word of one script is that script's own: Russian stays Russian.
pub(super) fn unmixed(folded: String) -> String {
    let latin = folded.bytes().any(|byte| byte.is_ascii_lowercase());
    if folded.is_ascii() || !latin {
        return folded;
    }
    let meant = |c: char| {
        let known = LOOK_ALIKES.iter().find(|(alike, _)| alike.contains(c));
        known.map_or(c, |(_, meant)| *meant)
    };
    folded.chars().map(meant).collect()
}

/// Whether `c` is a mark that people leave out: an accent on a Latin, Greek or Cyrillic letter, a Hebrew or Arabic vowel
/// and what stretches an Arabic word. Other scripts' marks are letters to their readers and stay.
pub(super) fn is_mark(c: char) -> bool {
    let accents = matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{fe20}'..='\u{fe2f}');
    let vowels = matches!(c, '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6ed}');
    c == '\u{640}' || (accents || vowels) && is_combining_mark(c)
}

/// Whether `c` is a mark that belongs to the letter before it, as vowels do in Devanagari and tones in Thai. Those that
/// frame a sign, such as a keycap, do not.
pub(super) fn is_letter_mark(c: char) -> bool {
    is_combining_mark(c) && !matches!(c, '\u{20d0}'..='\u{20ff}') && !is_invisible(c)
}

/// Whether `c` prints nothing: zero-width spaces and joiners, soft hyphens, direction marks.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// Whether `c` is typed for an apostrophe.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′' | '＇' | '׳' | '״'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styled_letters_read_as_plain_ones() {
        for (typed, plain) in [
            ("ＨＥＬＰ", "help"),
            ("𝓼𝓪𝓭", "sad"),
            ("Über", "uber"),
            ("ﬁne", "fine"),
            ("İ", "i"),
            ("ᴅɪᴇ", "die"),
            ("ΑΣ", "ας"),
            ("Straße, œuf", "strasse, oeuf"),
            ("Ё й", "е й"),
            ("ｶ が 한국 பொ", "カ が 한국 பொ"),
            ("أَشْجَارٌ آخر", "اشجار اخر"),
            ("שָׁלוֹם", "שלום"),
            ("पौधों", "पौधों"),
        ] {
            assert_eq!(fold(typed).replace('σ', "ς"), plain);
        }
    }
}
