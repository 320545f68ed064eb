//! What seldom belongs in an article: requests for money, and a telephone line as a page's foot has it.
//!
//! An import leaves such lines out; `verbatim check` points at them. A sentence that speaks of giving blood, of
//! paying, or of a number to call is an article's matter.

use super::import_words::import_words;
use super::mistake::Mistakes;
use crate::text::words;
use serde::Deserialize;
use std::sync::LazyLock;

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

/// A line of a page's foot has no more words before its number: "Call or WhatsApp us today on".
const CONTACT_WORDS: usize = 6;

/// A line that begins like an appeal has no more words; a sentence about it has.
const BEGINNING_WORDS: usize = 6;

/// What `import.toml` says of such lines.
#[derive(Deserialize)]
struct Said {
    money: Money,
    contact: Contact,
}

/// Requests for money, in folded words.
#[derive(Deserialize)]
struct Money {
    appeals: Vec<String>,
    weak: Vec<String>,
    ours: Vec<String>,
    beginnings: Vec<String>,
    gifts: Vec<String>,
}

/// Lines with a number, in folded words.
#[derive(Deserialize)]
struct Contact {
    beginnings: Vec<String>,
    help: Vec<String>,
}

static SAID: LazyLock<Said> = LazyLock::new(import_words);

/// Numbers of help, where they stand by themselves.
const EMERGENCY: &[&str] = &["112", "911", "999", "988", "116"];

/// Why `line` does not belong in an article, if it does not.
pub fn forbidden(line: &str) -> Option<Forbidden> {
    let words: Vec<String> = words(line).into_iter().map(|word| word.folded).collect();
    if asks_for_money(line, &words) {
        return Some(Forbidden::Payment);
    }
    (holds_number(line) && is_contact(&words)).then_some(Forbidden::PhoneNumber)
}

fn asks_for_money(line: &str, words: &[String]) -> bool {
    let money = &SAID.money;
    if holds(words, &money.gifts) {
        return false;
    }
    let said = format!(" {} ", words.join(" "));
    let holds_any = |appeals: &[String]| {
        let mut appeals = appeals.iter();
        appeals.any(|appeal| said.contains(&format!(" {appeal} ")))
    };
    let begins = |begin: &String| said.starts_with(&format!(" {begin} "));
    let begins = words.len() <= BEGINNING_WORDS && money.beginnings.iter().any(begins);
    let leads = line.contains("://") || line.contains("www.") || holds_number(line);
    let tells_whither = leads || holds(words, &money.ours);
    let weak = begins || holds_any(&money.weak);
    holds_any(&money.appeals) || (weak && tells_whither) || (begins && !is_sentence(line))
}

/// Whether `line` ends in a full stop, as no label does.
fn is_sentence(line: &str) -> bool {
    let around = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | ')' | '"' | '”');
    line.trim_end_matches(around).ends_with('.')
}

/// Whether folded `words`, which hold a number, are a line of a page's foot: the number, and little more than whose it is.
fn is_contact(words: &[String]) -> bool {
    let is_number = |word: &&String| word.bytes().all(|byte| byte.is_ascii_digit());
    let named = words.iter().filter(|word| !is_number(word)).count();
    let begins = words
        .first()
        .is_some_and(|first| SAID.contact.beginnings.contains(first));
    let begins_with_number = words.first().is_some_and(|first| is_number(&first));
    let alone = named == 0 && begins_with_number;
    let helps = (0..words.len()).any(|at| {
        let by_itself = |other: Option<usize>| {
            other
                .and_then(|at| words.get(at))
                .is_none_or(|word| !is_number(&word))
        };
        let emergency = EMERGENCY.contains(&words[at].as_str());
        emergency && by_itself(at.checked_sub(1)) && by_itself(Some(at + 1))
    });
    !helps && !holds(words, &SAID.contact.help) && (alone || (begins && named <= CONTACT_WORDS))
}

fn holds(words: &[String], any: &[String]) -> bool {
    words.iter().any(|word| any.contains(word))
}

/// Whether `line` holds digits enough to dial, however they are spaced.
pub fn holds_number(line: &str) -> bool {
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

/// Notes every request for money and every line of a page's foot with a number.
pub fn note_forbidden(text: &str, mistakes: &mut Mistakes<'_>) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        match forbidden(line) {
            None => (),
            Some(Forbidden::PhoneNumber) => mistakes.at(
                at,
                "a telephone or account number in an article",
                "leave the line out unless readers need it; helplines belong in care/helplines.toml",
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
    fn requests_for_money_and_contact_lines_are_found_and_an_articles_matter_is_not() {
        for (line, expected) in [
            ("Call +254 701 838 999", Some(Forbidden::PhoneNumber)),
            ("(0701) 838-999", Some(Forbidden::PhoneNumber)),
            ("Tel.: 0800-2020-11", Some(Forbidden::PhoneNumber)),
            ("our TILL NUMBER: 9549825.", Some(Forbidden::Payment)),
            ("Support Our Website!", Some(Forbidden::Payment)),
            ("send it by Western Union", Some(Forbidden::Payment)),
            ("Support us!", Some(Forbidden::Payment)),
            ("Donate here", Some(Forbidden::Payment)),
            ("Phone number: see below", Some(Forbidden::Payment)),
            ("Please donate, we live on it.", Some(Forbidden::Payment)),
            ("Donate now!", Some(Forbidden::Payment)),
            ("Support us.", Some(Forbidden::Payment)),
            ("Recipient Name: Ann Bell", Some(Forbidden::Payment)),
            ("PayPal: garden@example.org", Some(Forbidden::Payment)),
            (
                "You can donate through https://example.org/give.",
                Some(Forbidden::Payment),
            ),
            (
                "Become a supporter of our garden.",
                Some(Forbidden::Payment),
            ),
            (
                "IBAN: GB82 WEST 1234 5698 7654 32",
                Some(Forbidden::Payment),
            ),
            ("An IBAN begins with the letters of a country.", None),
            ("PayPal is accepted.", None),
            ("Donate old tools to the shed.", None),
            ("You may donate today if you feel well.", None),
            ("Consider donating the pots that you can spare.", None),
            ("Never tell a caller your bank account number.", None),
            ("The till number is printed on the receipt.", None),
            ("Write the recipient name on the parcel.", None),
            ("*Venmo is for friends alone.*", None),
            ("In 1929, 12 of 100 men", None),
            ("1. The Biological Crash", None),
            ("ask for support from a friend", None),
            ("between 1914 and 1918 it", None),
            ("friends who support us", None),
            ("he never asked for my phone number", None),
            ("Donate blood every twelve weeks.", None),
            (
                "A donation takes ten minutes, and you may not donate again soon.",
                None,
            ),
            (
                "Donate what you can spare to a shelter if you have too many pots.",
                None,
            ),
            ("Call 112 or the poison line 0800 000 000 at once.", None),
            ("Call 112, or 0800 000 000", None),
            ("The city counted 1234567 complaints.", None),
            ("ISBN 978-0-00-000000-2", None),
            (
                "as [a study](https://example.org/doi/10.1000/s12345678) showed",
                None,
            ),
            ("You can pay by PayPal or by card.", None),
            ("Write to us or call 555-0100 when the gate is shut.", None),
        ] {
            assert_eq!(forbidden(line), expected, "{line}");
        }
    }

    #[test]
    fn dates_and_years_are_no_numbers_to_call() {
        for (line, expected) in [
            ("the years 2010-2020", false),
            ("on 2024-05-17, or 17.5.2024", false),
            ("dial 0800-2020", true),
        ] {
            assert_eq!(holds_number(line), expected, "{line}");
        }
    }
}
