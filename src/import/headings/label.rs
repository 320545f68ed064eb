//! What numbers a line: `3.`, `IV)`, `Reason 3:`, `Chapter Three`.

use crate::content::import_words;
use crate::import::line::bare;
use crate::text::words;
use serde::Deserialize;
use std::sync::LazyLock;

/// The number at the beginning of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What kind of number it is; headings of one text have the same.
    pub kind: Kind,
    /// Its value.
    pub number: u32,
    /// Whether words follow.
    pub has_words: bool,
}

/// How a number is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `3.`, with the sign behind it.
    Digits(char),
    /// `III.`, with the sign behind it.
    Roman(char),
    /// `Reason 3`, with the folded word before it.
    Named(String),
}

/// What `import.toml` says of numbers.
#[derive(Deserialize)]
struct Said {
    numbers: Spelled,
}

/// Numbers as words, from one on; a text that counts further writes digits.
#[derive(Deserialize)]
struct Spelled {
    spelled: Vec<String>,
}

static SAID: LazyLock<Said> = LazyLock::new(import_words);

/// The signs that may stand behind a number.
const SIGNS: [char; 7] = ['.', ')', ':', '-', '–', '—', '：'];

/// What numbers `line`, if anything does.
pub fn label(line: &str) -> Option<Label> {
    let line = bare(line);
    let line = line
        .strip_prefix('(')
        .filter(|rest| rest.contains(')'))
        .unwrap_or(line);
    digits(line)
        .or_else(|| roman(line))
        .or_else(|| chinese(line))
        .or_else(|| named(line))
}

/// Whether `line` begins with a number below another: `2.1 By can`.
pub fn is_decimal(line: &str) -> bool {
    let line = bare(line);
    let end = line
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(line.len());
    let (number, words) = line.split_at(end);
    let parts: Vec<&str> = number.trim_end_matches('.').split('.').collect();
    let numbers = parts.len() >= 2 && parts.iter().all(|part| (1..=2).contains(&part.len()));
    let is_heading =
        words.chars().count() <= super::SHORT && !words.trim_end().ends_with(['.', ',', ';']);
    numbers
        && is_heading
        && words.starts_with(' ')
        && words.trim_start().starts_with(char::is_uppercase)
}

fn digits(line: &str) -> Option<Label> {
    let end = line.bytes().take_while(u8::is_ascii_digit).count();
    let number = line[..end].parse().ok()?;
    let (sign, rest) = sign(&line[end..])?;
    let begins_large = rest.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    // Without a sign a number is a count: "3 eggs".
    (sign != ' ' || begins_large).then(|| Label {
        kind: Kind::Digits(sign),
        number,
        has_words: rest.contains(char::is_alphabetic),
    })
}

fn roman(line: &str) -> Option<Label> {
    let end = line
        .bytes()
        .take_while(|byte| b"IVXLC".contains(byte))
        .count();
    let number = value(&line[..end])?;
    let (sign, rest) = sign(&line[end..])?;
    (sign != ' ').then(|| Label {
        kind: Kind::Roman(sign),
        number,
        has_words: rest.contains(char::is_alphabetic),
    })
}

/// `Reason 3: He is tired`, `Article 3`, `Chapter Three – The way home`, `#3 Fear`.
fn named(line: &str) -> Option<Label> {
    let (name, rest) = match line.strip_prefix('#') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => ("#", rest),
        _ => line.split_once([' ', '\u{a0}'])?,
    };
    let folded = words(name)
        .into_iter()
        .next()
        .map_or_else(|| name.to_owned(), |word| word.folded);
    if name != "#"
        && !(name.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
            || name.starts_with(['§', '№']))
    {
        return None;
    }
    let end = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    let written = &rest[..end];
    let spelled = SAID
        .numbers
        .spelled
        .iter()
        .position(|word| written.eq_ignore_ascii_case(word));
    let number = written
        .parse()
        .ok()
        .or_else(|| value(written))
        .or_else(|| u32::try_from(spelled? + 1).ok())?;
    let after = &rest[end..];
    let ends = after.trim().is_empty();
    let (sign, words) = if ends { (':', "") } else { sign(after)? };
    let begins_large = words.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    (sign != ' ' || begins_large).then_some(Label {
        kind: Kind::Named(folded),
        number,
        has_words: true,
    })
}

/// `第三章 水`, `三、水`.
fn chinese(line: &str) -> Option<Label> {
    let ordinal = line.strip_prefix('第');
    let written = ordinal.unwrap_or(line);
    let end = written.find(|c: char| !"一二三四五六七八九十0123456789".contains(c))?;
    let (number, rest) = written.split_at(end);
    let sign = rest.chars().next()?;
    let fits = match ordinal {
        Some(_) => "章节節回条條部课課讲講项項".contains(sign),
        None => sign == '、',
    };
    let number = number.parse().ok().or_else(|| counted(number))?;
    fits.then(|| Label {
        kind: Kind::Named(sign.to_string()),
        number,
        has_words: true,
    })
}

/// The value of a Chinese number up to 99.
fn counted(written: &str) -> Option<u32> {
    let digit = |c: char| "一二三四五六七八九".chars().position(|known| known == c);
    let digit = |text: &str| match text.chars().count() {
        0 => Some(None),
        1 => digit(text.chars().next()?).map(|at| u32::try_from(at + 1).ok()),
        _ => None,
    };
    match written.split_once('十') {
        Some((tens, ones)) => Some(10 * digit(tens)?.unwrap_or(1) + digit(ones)?.unwrap_or(0)),
        None => digit(written)?,
    }
}

/// The sign behind a number and the words after it: `. Fear`, ` – Fear`; a space alone is one too.
fn sign(after: &str) -> Option<(char, &str)> {
    let spaced = after.trim_start();
    let gap = spaced.len() < after.len();
    if let Some(sign) = spaced.chars().next().filter(|c| SIGNS.contains(c)) {
        let rest = &spaced[sign.len_utf8()..];
        let rest = rest
            .strip_prefix(')')
            .filter(|_| sign == '.')
            .unwrap_or(rest);
        let parts = rest.starts_with(char::is_whitespace);
        return (parts && (!gap || matches!(sign, '-' | '–' | '—' | ':')))
            .then(|| (sign, rest.trim_start()));
    }
    gap.then_some((' ', spaced))
}

/// The value of a Roman number in capitals; none of what only looks like one.
fn value(written: &str) -> Option<u32> {
    let digit = |byte: u8| match byte {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        b'C' => Some(100),
        _ => None,
    };
    let digits: Option<Vec<u32>> = written.bytes().map(digit).collect();
    let digits = digits.filter(|digits| (1..=8).contains(&digits.len()))?;
    let mut value = 0;
    for (at, digit) in digits.iter().enumerate() {
        let before_larger = digits.get(at + 1).is_some_and(|next| next > digit);
        value = if before_larger {
            value + 1000 - digit
        } else {
            value + digit
        };
    }
    Some(value % 1000).filter(|value| *value > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_numbered_in_many_ways() {
        for (line, number) in [
            ("3. Fear", Some(3)),
            ("**3) Fear**", Some(3)),
            ("(3) Fear", Some(3)),
            ("3: Fear", Some(3)),
            ("3 – Fear", Some(3)),
            ("3 Fear", Some(3)),
            ("3 eggs", None),
            ("IV. Fear", Some(4)),
            ("XIX) Fear", Some(19)),
            ("I am here", None),
            ("Reason 3: Fear", Some(3)),
            ("Chapter Three", Some(3)),
            ("Part II – Fear", Some(2)),
            ("Article 12", Some(12)),
            ("3.) Fear", Some(3)),
            ("第十二章 水", Some(12)),
            ("三、水", Some(3)),
            ("#3 Fear", Some(3)),
            ("In 1929 he left", None),
            ("2.1 By can", None),
            ("3.", None),
        ] {
            assert_eq!(label(line).map(|label| label.number), number, "{line}");
        }
        assert!(is_decimal("2.1 By can"));
        assert!(!is_decimal("2.5 litres of milk"));
    }
}
