//! A message as the rules see it: sentences of known words, disguises taken off.

use super::vocabulary::{Vocabulary, WordId};
use crate::text::{self, Span, Word};

/// One word of a message.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// As it is compared, disguises taken off.
    pub(super) word: String,
    /// Which word of the rules it is.
    pub(super) id: WordId,
    /// Its value if it is a number below 1000.
    pub(super) number: Option<u16>,
    /// Whether a comma, a dash or a bracket stands before it.
    pub(super) new_clause: bool,
    /// Where it stands in the message.
    pub(super) span: Span,
}

/// A run of words without an end is cut here, so that no message costs more than its length.
const LONGEST_SENTENCE: usize = 400;

/// Reads `typed` into sentences.
pub(super) fn sentences(typed: &str, vocabulary: &Vocabulary) -> Vec<Vec<Token>> {
    let words = uncovered(typed, text::words(typed), vocabulary);
    let mut sentences = Vec::new();
    let mut sentence: Vec<Token> = Vec::with_capacity(words.len());
    let mut before = 0;
    for word in words {
        let pause = pause(typed, before, word.span.start);
        if pause == Pause::Sentence && !sentence.is_empty() || sentence.len() >= LONGEST_SENTENCE {
            sentences.push(std::mem::take(&mut sentence));
        }
        before = word.span.end.max(before);
        let first = sentence.len();
        push(&mut sentence, word, vocabulary);
        if let Some(token) = sentence.get_mut(first) {
            token.new_clause = pause != Pause::None;
        }
    }
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
    sentences
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Pause {
    None,
    Clause,
    Sentence,
}

/// What the signs between two words say: nothing, a breath, or the end of a sentence.
fn pause(typed: &str, from: usize, to: usize) -> Pause {
    let between = typed.get(from..to).unwrap_or_default();
    let trails_off = between.contains("..") || between.contains('…');
    let goes_on = typed[to..].chars().next().is_some_and(char::is_lowercase);
    if between.contains('\n') {
        return Pause::Sentence;
    }
    if trails_off && goes_on && !between.contains(['!', '?']) {
        return Pause::Clause;
    }
    if between.contains(['.', '!', '?', ';', '…', '।', '。', '！', '？']) {
        return Pause::Sentence;
    }
    let breath = |c: char| {
        matches!(c, ',' | ':' | '(' | ')' | '—' | '–' | '"' | '“' | '”' | '/')
            || c == '-' && between.contains(' ')
    };
    if between.contains(breath) {
        Pause::Clause
    } else {
        Pause::None
    }
}

/// Appends what `word` stands for.
fn push(sentence: &mut Vec<Token>, word: Word, vocabulary: &Vocabulary) {
    let span = word.span;
    if let Some((number, rest)) = number_and_unit(&word.folded, vocabulary) {
        let parts = match rest {
            Unit::After(unit) => [number, unit],
            Unit::Before(unit) => [unit, number],
        };
        for part in parts {
            sentence.push(token(part.to_owned(), span, vocabulary));
        }
        return;
    }
    let plain = plainer(word.folded, vocabulary);
    for folded in vocabulary.meaning(plain) {
        sentence.push(token(folded, span, vocabulary));
    }
}

fn token(word: String, span: Span, vocabulary: &Vocabulary) -> Token {
    Token {
        id: vocabulary.nearest(&word),
        number: word.parse().ok().filter(|number| *number < 1000),
        word,
        new_clause: false,
        span,
    }
}

enum Unit<'w> {
    Before(&'w str),
    After(&'w str),
}

/// `16yo`, `m17`, `grade8`: a number and the letters typed against it.
fn number_and_unit<'w>(folded: &'w str, vocabulary: &Vocabulary) -> Option<(&'w str, Unit<'w>)> {
    let first = folded.chars().next()?;
    let split = folded.find(|c: char| c.is_ascii_digit() != first.is_ascii_digit())?;
    let (head, tail) = folded.split_at(split);
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    match (digits(head), digits(tail)) {
        (true, false) if vocabulary.follows_a_number(tail) => Some((head, Unit::After(tail))),
        (false, true) if vocabulary.precedes_a_number(head) => Some((tail, Unit::Before(head))),
        _ => None,
    }
}

/// `folded` without the disguise of digits for letters and drawn-out vowels.
fn plainer(folded: String, vocabulary: &Vocabulary) -> String {
    if vocabulary.exact(&folded).is_some() || vocabulary.is_short_form(&folded) {
        return folded;
    }
    let known = |word: &str| vocabulary.exact(word).is_some() || vocabulary.is_short_form(word);
    if folded.bytes().any(|byte| byte.is_ascii_digit())
        && !folded.bytes().all(|byte| byte.is_ascii_digit())
    {
        for one in ['i', 'l'] {
            let letters = without_digits(&folded, one);
            if known(&letters) {
                return letters;
            }
        }
    }
    for most in [2, 1] {
        if let Some(squeezed) = squeezed(&folded, most).filter(|squeezed| known(squeezed)) {
            return squeezed;
        }
    }
    folded
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

/// The words of `typed` with spelled-out and starred words put together: `k i l l`, `r*pe`, `d!e`.
fn uncovered(typed: &str, words: Vec<Word>, vocabulary: &Vocabulary) -> Vec<Word> {
    let mut plain = Vec::with_capacity(words.len());
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        let mut run = vec![word];
        while let Some(next) = words.peek() {
            let last = run.last().expect("a run begins with a word");
            if !belongs(typed, last, next) {
                break;
            }
            run.extend(words.next());
        }
        if run.len() == 1 {
            plain.append(&mut run);
        } else {
            join(typed, run, vocabulary, &mut plain);
        }
    }
    plain
}

/// Signs typed in place of a letter.
const STAND_INS: &[char] = &['*', '@', '$', '!', '#', '_', '|', '~', '.', '-'];

/// Whether `next` may be the same word as `last`: only stand-ins between them, or both single letters.
fn belongs(typed: &str, last: &Word, next: &Word) -> bool {
    let between = &typed[last.span.end.min(next.span.start)..next.span.start];
    let single = |word: &Word| word.folded.chars().count() == 1;
    if single(last) && single(next) {
        return between.len() <= 3;
    }
    !between.is_empty() && between.len() <= 8 && between.chars().all(|c| STAND_INS.contains(&c))
}

/// Puts the words of `run` together where that makes a word of the rules, and leaves them apart otherwise.
fn join(typed: &str, run: Vec<Word>, vocabulary: &Vocabulary, plain: &mut Vec<Word>) {
    let mut rest = &run[..];
    while let [first, ..] = rest {
        let longest = rest.len().min(LONGEST_RUN);
        let joined = (2..=longest).rev().find_map(|count| {
            let folded = joined(typed, &rest[..count], vocabulary)?;
            Some((count, folded))
        });
        let (count, folded) = joined.unwrap_or_else(|| (1, first.folded.clone()));
        let end = rest[count - 1].span.end;
        plain.push(Word {
            folded,
            span: Span {
                start: first.span.start,
                end,
            },
        });
        rest = &rest[count..];
    }
}

/// No word of the rules has more letters; a longer run is read in pieces.
const LONGEST_RUN: usize = 16;

/// The word of the rules that `run` spells, if it spells one of three letters or more.
fn joined(typed: &str, run: &[Word], vocabulary: &Vocabulary) -> Option<String> {
    let letters: String = run.iter().map(|word| word.folded.as_str()).collect();
    if letters.chars().count() >= 3 && vocabulary.exact(&letters).is_some() {
        return Some(letters);
    }
    let mut starred = String::new();
    for (at, word) in run.iter().enumerate() {
        starred.push_str(&word.folded);
        if let Some(next) = run.get(at + 1) {
            starred.extend(
                typed[word.span.end.min(next.span.start)..next.span.start]
                    .chars()
                    .filter_map(|c| match c {
                        '@' => Some('a'),
                        '$' => Some('s'),
                        '!' | '|' => Some('i'),
                        '*' | '#' | '_' | '-' | '.' => Some('*'),
                        _ => None,
                    }),
            );
        }
    }
    if starred.contains(' ')
        || starred.chars().filter(|c| *c == '*').count() > 2
        || starred.chars().count() < 3
    {
        return None;
    }
    if !starred.contains('*') {
        return vocabulary.exact(&starred).map(|_| starred);
    }
    if typed[run[0].span.start..run[run.len() - 1].span.end].contains(['*', '#']) {
        return starred_word(&starred, vocabulary);
    }
    None
}

/// The vowels that a star hides, tried one by one.
fn starred_word(starred: &str, vocabulary: &Vocabulary) -> Option<String> {
    let Some(star) = starred.find('*') else {
        return vocabulary.exact(starred).map(|_| starred.to_owned());
    };
    ["a", "e", "i", "o", "u", "l", "p", "s", "c"]
        .iter()
        .find_map(|letter| {
            let mut tried = starred.to_owned();
            tried.replace_range(star..=star, letter);
            starred_word(&tried, vocabulary)
        })
}
