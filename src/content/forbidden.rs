//! What never stands in an article: telephone numbers and requests for money.
//!
//! An import leaves such lines out; `verbatim check` points at them.

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

/// Runs of words that speak of sending money.
const PAYMENT_PHRASES: &[&[&str]] = &[
    &["support", "our", "website"],
    &["support", "us"],
    &["support", "our", "work"],
    &["support", "this", "site"],
    &["till", "number"],
    &["western", "union"],
    &["buy", "me", "a", "coffee"],
    &["buy", "us", "a", "coffee"],
    &["bank", "account", "number"],
    &["account", "number"],
    &["recipient", "name"],
    &["phone", "number"],
    &["send", "your", "contributions"],
    &["money", "transfer"],
    &["money", "transfers"],
    &["m", "pesa"],
    &["ko", "fi"],
    &["cash", "app"],
];

/// Why `line` does not belong in an article, if it does not.
pub fn forbidden(line: &str) -> Option<Forbidden> {
    if has_phone_number(line) {
        return Some(Forbidden::PhoneNumber);
    }
    let words: Vec<String> = words(line).into_iter().map(|word| word.folded).collect();
    let single = words
        .iter()
        .any(|word| PAYMENT_WORDS.contains(&word.as_str()));
    let phrase = PAYMENT_PHRASES
        .iter()
        .any(|phrase| words.windows(phrase.len()).any(|run| run == *phrase));
    (single || phrase).then_some(Forbidden::Payment)
}

/// Whether `line` holds a run of digits long enough to dial, however it is spaced.
fn has_phone_number(line: &str) -> bool {
    let mut digits = 0;
    let mut gap = 0;
    for c in line.chars() {
        if c.is_ascii_digit() {
            digits += 1;
            gap = 0;
        } else if matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}') && gap < 2 {
            gap += 1;
        } else {
            digits = 0;
            gap = 0;
        }
        if digits >= NUMBER_DIGITS {
            return true;
        }
    }
    false
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
        ] {
            assert_eq!(forbidden(line), expected, "{line}");
        }
    }
}
