//! What never stands in an article: telephone numbers and requests for money.
//!
//! An import leaves such lines out; `verbatim check` points at them.

use super::mistake::Mistakes;
use crate::text::words;

/// Why a line does not belong in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forbidden {
    /// A telephone or account number.
    PhoneNumber,
    /// It asks for money or says how to send it.
    Payment,
}

/// The shortest telephone number with its area, and the length of a till or account number. In digits.
const NUMBER_DIGITS: usize = 7;

/// Single words that speak of sending money.
const PAYMENT_WORDS: &[&str] = &[
    "donate",
    "donation",
    "donations",
    "paypal",
    "patreon",
    "venmo",
    "cashapp",
    "mpesa",
    "remitly",
    "sendwave",
    "worldremit",
    "moneygram",
    "paybill",
    "iban",
    "kofi",
    "gofundme",
];

/// Runs of words that speak of sending money, wherever they stand.
const PAYMENT_PHRASES: &[&str] = &[
    "support our website",
    "support our work",
    "support this site",
    "till number",
    "western union",
    "buy me a coffee",
    "buy us a coffee",
    "bank account number",
    "recipient name",
    "send your contributions",
    "money transfer",
    "money transfers",
    "m pesa",
    "ko fi",
    "cash app",
];

/// Runs of words that begin an appeal or a field of it. Inside a sentence they are innocent: "friends who
/// support us", "he never asked for my phone number".
const PAYMENT_BEGINNINGS: &[&str] = &["support us", "account number", "phone number"];

/// Why `line` does not belong in an article, if it does not.
pub fn forbidden(line: &str) -> Option<Forbidden> {
    if has_phone_number(line) {
        return Some(Forbidden::PhoneNumber);
    }
    let words: Vec<String> = words(line).into_iter().map(|word| word.folded).collect();
    let said = format!(" {} ", words.join(" "));
    let single = words
        .iter()
        .any(|word| PAYMENT_WORDS.contains(&word.as_str()));
    let phrase = PAYMENT_PHRASES
        .iter()
        .any(|phrase| said.contains(&format!(" {phrase} ")));
    let beginning = PAYMENT_BEGINNINGS
        .iter()
        .any(|phrase| said.starts_with(&format!(" {phrase} ")));
    (single || phrase || beginning).then_some(Forbidden::Payment)
}

/// Whether `line` holds digits enough to dial, however they are spaced.
fn has_phone_number(line: &str) -> bool {
    let spaced = |c: char| matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}');
    let mut groups: Vec<String> = Vec::new();
    let mut gap = 0;
    for c in line.chars() {
        match groups.last_mut() {
            Some(group) if c.is_ascii_digit() && gap == 0 => group.push(c),
            _ if c.is_ascii_digit() => groups.push(c.to_string()),
            _ if spaced(c) && gap < 2 => {
                gap += 1;
                continue;
            }
            _ => {
                if is_phone_number(&groups) {
                    return true;
                }
                groups.clear();
            }
        }
        gap = 0;
    }
    is_phone_number(&groups)
}

/// Whether groups of digits are long enough together and are neither years nor a date.
fn is_phone_number(groups: &[String]) -> bool {
    let digits: usize = groups.iter().map(String::len).sum();
    let lengths: Vec<usize> = groups.iter().map(String::len).collect();
    let is_time = match lengths.as_slice() {
        [4, 4] => groups.iter().all(|group| is_year(group)),
        [4, 1..=2, 1..=2] => is_year(&groups[0]),
        [1..=2, 1..=2, 4] => is_year(&groups[2]),
        _ => false,
    };
    digits >= NUMBER_DIGITS && !is_time
}

fn is_year(group: &str) -> bool {
    group.starts_with("19") || group.starts_with("20")
}

/// Notes every telephone number and request for money.
pub fn note_forbidden(text: &str, mistakes: &mut Mistakes<'_>) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        match forbidden(line) {
            None => (),
            Some(Forbidden::PhoneNumber) => mistakes.at(
                at,
                "a telephone or account number in an article",
                "leave the line out; helplines belong in helplines.toml",
            ),
            Some(Forbidden::Payment) => {
                mistakes.at(
                    at,
                    "a request for money in an article",
                    "leave the line out",
                );
            }
        }
        at += line.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_requests_for_money_are_found() {
        for (line, expected) in [
            ("Call +254 701 838 999", Some(Forbidden::PhoneNumber)),
            ("our TILL NUMBER: 9549825.", Some(Forbidden::PhoneNumber)),
            ("Support Our Website!", Some(Forbidden::Payment)),
            ("send it by Western Union", Some(Forbidden::Payment)),
            ("In 1929, 12 of 100 men", None),
            ("1. The Biological Crash", None),
            ("ask for support from a friend", None),
            ("between 1914 and 1918 it", None),
            ("the years 2010-2020", None),
            ("on 2024-05-17, or 17.5.2024", None),
            ("dial 0800-2020", Some(Forbidden::PhoneNumber)),
            ("(0701) 838-999", Some(Forbidden::PhoneNumber)),
            ("Support us!", Some(Forbidden::Payment)),
            ("friends who support us", None),
            ("he never asked for my phone number", None),
            ("Phone number: see below", Some(Forbidden::Payment)),
        ] {
            assert_eq!(forbidden(line), expected, "{line}");
        }
    }
}
