//! Words that were disguised: digits and stars for letters, drawn-out vowels, letters typed apart.

use crate::care::vocabulary::{HIDDEN, Vocabulary};
use crate::text::{Span, typed};
use std::borrow::Cow;

/// A word as it is compared, and where it stands.
type Word<'t> = (Cow<'t, str>, Span);

/// `folded` without the disguise of digits for letters and drawn-out vowels.
pub(super) fn plainer(folded: &str, vocabulary: &Vocabulary) -> String {
    let known = |word: &str| vocabulary.exact(word).is_some() || vocabulary.is_short_form(word);
    if known(folded) {
        return folded.to_owned();
    }
    let digit = |byte: u8| byte.is_ascii_digit();
    let mixed = folded.bytes().any(digit) && !folded.bytes().all(digit);
    let lettered = ['i', 'l'].into_iter().filter(|_| mixed);
    let lettered = lettered.map(|one| without_digits(folded, one));
    let squeezed = [2, 1].into_iter().filter_map(|most| squeezed(folded, most));
    let mut plain = lettered.chain(squeezed).filter(|word| known(word));
    plain.next().unwrap_or_else(|| folded.to_owned())
}

fn without_digits(folded: &str, one: char) -> String {
    folded
        .chars()
        .map(|c| match c {
            '0' => 'o',
            '1' => one,
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '7' => 't',
            '8' => 'b',
            other => other,
        })
        .collect()
}

/// `folded` with every run of one letter cut to `most`, if it holds a drawn-out run of three.
fn squeezed(folded: &str, most: usize) -> Option<String> {
    let mut squeezed = String::with_capacity(folded.len());
    let (mut last, mut run, mut longest) = (None, 0, 0);
    for c in folded.chars() {
        run = if Some(c) == last { run + 1 } else { 1 };
        last = Some(c);
        longest = longest.max(run);
        if run <= most {
            squeezed.push(c);
        }
    }
    (longest > 2).then_some(squeezed)
}

/// The words of `text` with spelled-out and starred words put together: `k i l l`, `r*pe`, `d!e`.
pub(super) fn uncovered<'t>(text: &'t str, vocabulary: &Vocabulary) -> Vec<Word<'t>> {
    let mut plain = Vec::with_capacity(text.len() / LETTERS);
    let mut words = typed(text).peekable();
    while let Some(word) = words.next() {
        if !words.peek().is_some_and(|next| belongs(text, &word, next)) {
            plain.push(word);
            continue;
        }
        let mut run = vec![word];
        while let Some(next) = words.next_if(|next| belongs(text, &run[run.len() - 1], next)) {
            run.push(next);
        }
        join(text, &run, vocabulary, &mut plain);
    }
    plain
}

/// An English word and its space have so many letters, about.
const LETTERS: usize = 5;

/// Signs typed in place of a letter.
const STAND_INS: &[char] = &['*', '@', '$', '!', '#', '_', '|', '~', '.', '-'];

/// Whether `next` may be the same word as `last`: only stand-ins between them, or both single letters.
fn belongs(text: &str, (last, stood): &Word<'_>, (next, stands): &Word<'_>) -> bool {
    let between = between(text, *stood, *stands);
    if is_letter(last) && is_letter(next) {
        return between.len() <= 3;
    }
    !between.is_empty() && between.len() <= 8 && between.chars().all(|c| STAND_INS.contains(&c))
}

fn is_letter(word: &str) -> bool {
    word.len() <= char::MAX_LEN_UTF8 && word.chars().count() == 1
}

fn between(text: &str, one: Span, other: Span) -> &str {
    &text[one.end.min(other.start)..other.start]
}

/// Puts the words of `run` together where that makes a word of the rules, and leaves them apart otherwise.
fn join<'t>(text: &str, run: &[Word<'t>], vocabulary: &Vocabulary, plain: &mut Vec<Word<'t>>) {
    let mut rest = run;
    while let [first, ..] = rest {
        let joined = joined(text, rest, vocabulary);
        let joined = joined.map(|(count, folded)| (count, Cow::Owned(folded)));
        let (count, folded) = joined.unwrap_or_else(|| (1, first.0.clone()));
        let span = Span {
            start: first.1.start,
            end: rest[count - 1].1.end,
        };
        plain.push((folded, span));
        rest = &rest[count..];
    }
}

/// A longer run is read in pieces: so many letters typed apart are no single word.
const LONGEST_RUN: usize = 16;

/// The most words with which `run` begins that spell a word of the rules together, and that word.
fn joined(text: &str, run: &[Word<'_>], vocabulary: &Vocabulary) -> Option<(usize, String)> {
    let mut spelling = Spelling::of(&run[0].0);
    let mut joined = None;
    for (count, pair) in (2..=LONGEST_RUN).zip(run.windows(2)) {
        let [(_, stood), (word, stands)] = pair else {
            unreachable!("windows of two")
        };
        spelling.add(between(text, *stood, *stands), word);
        if spelling.letters.len() > vocabulary.longest() {
            break;
        }
        joined = spelling
            .word(vocabulary)
            .map(|word| (count, word))
            .or(joined);
    }
    joined
}

/// What words spell that may be one.
struct Spelling {
    /// Their letters alone.
    letters: String,
    /// With the letters for which the signs between them stand; a star where any may be meant.
    starred: String,
    stars: usize,
    /// Whether a star was typed that no other sign can be.
    hides: bool,
}

/// No word hides more letters than so many.
const MOST_STARS: usize = 2;

/// No shorter word is looked for.
const FEWEST_LETTERS: usize = 3;

impl Spelling {
    fn of(word: &str) -> Spelling {
        Spelling {
            letters: word.to_owned(),
            starred: word.to_owned(),
            stars: 0,
            hides: false,
        }
    }

    /// Adds `word`, which `signs` stand before.
    fn add(&mut self, signs: &str, word: &str) {
        for sign in signs.chars() {
            self.starred.extend(match sign {
                '@' => Some('a'),
                '$' => Some('s'),
                '!' | '|' => Some('i'),
                '*' | '#' | '_' | '-' | '.' => Some('*'),
                _ => None,
            });
        }
        self.stars = self.starred.bytes().filter(|byte| *byte == b'*').count();
        self.hides |= signs.contains(['*', '#']);
        self.starred.push_str(word);
        self.letters.push_str(word);
    }

    /// The word of the rules that is spelled so.
    fn word(&self, vocabulary: &Vocabulary) -> Option<String> {
        let known = |word: &str| {
            let long = word.chars().count() >= FEWEST_LETTERS;
            (long && vocabulary.exact(word).is_some()).then(|| word.to_owned())
        };
        let starred = || match self.stars {
            0 => known(&self.starred),
            1..=MOST_STARS if self.hides && vocabulary.may_hide(&self.starred) => {
                starred_word(&self.starred, vocabulary)
            }
            _ => None,
        };
        known(&self.letters).or_else(starred)
    }
}

/// `starred` with the letters that its stars hide, tried one by one.
fn starred_word(starred: &str, vocabulary: &Vocabulary) -> Option<String> {
    let Some(star) = starred.find('*') else {
        return vocabulary.exact(starred).map(|_| starred.to_owned());
    };
    HIDDEN.iter().find_map(|letter| {
        let mut tried = starred.to_owned();
        tried.replace_range(star..=star, letter.encode_utf8(&mut [0; 4]));
        starred_word(&tried, vocabulary)
    })
}
