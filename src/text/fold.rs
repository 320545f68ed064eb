//! One letter as it is compared: lower case, without accents, in its plainest form.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// `text` as it is compared: lower case, accents dropped, styled letters and full-width forms made plain.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        push(&mut folded, c);
    }
    folded
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

/// Whether `c` is an accent on a Latin, Greek or Cyrillic letter. Marks of other scripts are
/// letters to their readers and stay.
pub(super) fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c) && is_combining_mark(c)
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
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′' | '＇')
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
        ] {
            assert_eq!(fold(typed).replace('σ', "ς"), plain);
        }
    }
}
