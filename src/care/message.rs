//! A message as the rules see it: sentences of known words, disguises taken off.

mod disguise;

use super::vocabulary::{Vocabulary, WordId};
use crate::learn::{Counted, Interner};
use crate::text::{Span, typed};
use disguise::{plainer, uncovered};
use std::borrow::Cow;

/// One word of a message.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    /// As it is compared, disguises taken off.
    pub(super) word: Cow<'t, str>,
    /// Its number among the words that are remembered, if it is one.
    pub(super) remembered: Option<u32>,
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

/// Reads messages.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    pub(super) vocabulary: Vocabulary,
    /// Words that people often type, and what each stands for.
    pub(super) remembered: Interner,
    meanings: Vec<Meaning>,
}

/// What a typed word stands for.
#[derive(Clone, Debug)]
enum Meaning {
    /// Itself.
    Itself(WordId),
    /// Others, or one without its disguise.
    Others(Box<[(Box<str>, WordId)]>),
}

impl Reader {
    /// A reader that remembers nothing yet.
    pub(super) fn new(vocabulary: Vocabulary) -> Reader {
        Reader {
            vocabulary,
            remembered: Interner::default(),
            meanings: Vec::new(),
        }
    }

    /// Works out once and for all what the words of `texts` stand for: it is most of the cost of reading. A word that
    /// stands there once is half of all words and seldom met again. No more words are learned after this.
    pub(super) fn remember<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        let mut words = Counted::default();
        texts
            .flat_map(typed)
            .for_each(|(word, _)| words.add(&word, 1));
        let often = words.commonest().take_while(|(_, count)| *count > 1);
        for (word, _) in often {
            self.meanings.push(self.meaning(word));
            self.remembered.intern(word);
        }
    }

    /// Reads `text` into sentences.
    pub(super) fn sentences<'t>(&self, text: &'t str) -> Vec<Vec<Token<'t>>> {
        let words = uncovered(text, &self.vocabulary);
        let mut sentences = Vec::new();
        let mut sentence: Vec<Token> = Vec::with_capacity(words.len());
        let mut before = 0;
        for (word, span) in words {
            let pause = pause(text, before, span.start);
            if pause == Pause::Sentence && !sentence.is_empty()
                || sentence.len() >= LONGEST_SENTENCE
            {
                sentences.push(std::mem::take(&mut sentence));
            }
            before = span.end.max(before);
            let first = sentence.len();
            self.push(&mut sentence, word, span);
            if let Some(token) = sentence.get_mut(first) {
                token.new_clause = pause != Pause::None;
            }
        }
        if !sentence.is_empty() {
            sentences.push(sentence);
        }
        sentences
    }

    /// Appends what `word` stands for.
    fn push<'t>(&self, sentence: &mut Vec<Token<'t>>, word: Cow<'t, str>, span: Span) {
        let remembered = self.remembered.number(&word);
        let meaning = match remembered {
            Some(number) => self.meanings[number as usize].clone(),
            None => self.meaning(&word),
        };
        match meaning {
            Meaning::Itself(id) => sentence.push(Token {
                remembered,
                ..token(word, id, span)
            }),
            Meaning::Others(others) => {
                let others = others.into_iter();
                sentence
                    .extend(others.map(|(word, id)| token(String::from(word).into(), id, span)));
            }
        }
    }

    /// What `word` stands for, worked out.
    fn meaning(&self, word: &str) -> Meaning {
        let words = spelled_out(word, &self.vocabulary);
        let id = |word: &str| self.vocabulary.nearest(word);
        match &words[..] {
            [only] if only == word => Meaning::Itself(id(word)),
            _ => {
                let others = words.into_iter();
                Meaning::Others(
                    others
                        .map(|word| (word.as_str().into(), id(&word)))
                        .collect(),
                )
            }
        }
    }
}

fn token(word: Cow<'_, str>, id: WordId, span: Span) -> Token<'_> {
    Token {
        id,
        number: word.parse().ok().filter(|number| *number < 1000),
        word,
        remembered: None,
        new_clause: false,
        span,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Pause {
    None,
    Clause,
    Sentence,
}

/// What the signs between two words say: nothing, a breath, or the end of a sentence.
fn pause(text: &str, from: usize, to: usize) -> Pause {
    let between = text.get(from..to).unwrap_or_default();
    if between == " " {
        return Pause::None;
    }
    let trails_off = between.contains("..") || between.contains('…');
    let goes_on = text[to..].chars().next().is_some_and(char::is_lowercase);
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
        matches!(
            c,
            ',' | ':' | '(' | ')' | '[' | ']' | '—' | '–' | '"' | '“' | '”' | '/'
        ) || c == '-' && between.contains(' ')
    };
    if between.contains(breath) {
        Pause::Clause
    } else {
        Pause::None
    }
}

/// The words for which `folded` stands: a number and its unit apart, disguises taken off, short forms written out.
fn spelled_out(folded: &str, vocabulary: &Vocabulary) -> Vec<String> {
    if folded.chars().any(is_written_together) {
        let found = parts(folded, vocabulary);
        if !found.is_empty() {
            return found;
        }
    }
    match number_and_unit(folded, vocabulary) {
        Some(parts) => parts.map(str::to_owned).to_vec(),
        None => vocabulary.meaning(plainer(folded, vocabulary)),
    }
}

/// Whether `c` is of a script that leaves no space between words: Thai, Chinese, Japanese.
fn is_written_together(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// In such a script no word of the rules is longer, in letters.
const LONGEST_PART: usize = 12;

/// The words of the rules that stand in a run of letters without spaces, the longest at each place.
fn parts(run: &str, vocabulary: &Vocabulary) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = run;
    while let Some(first) = rest.chars().next() {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
        let ends: Vec<usize> = ends.take(LONGEST_PART).collect();
        let known = ends.iter().rev().map(|end| &rest[..*end]);
        let known = known.filter(|part| part.chars().count() > 1);
        let part = known
            .into_iter()
            .find(|part| vocabulary.exact(part).is_some());
        found.extend(part.map(str::to_owned));
        rest = &rest[part.map_or(first.len_utf8(), str::len)..];
    }
    found
}

/// `16yo`, `m17`, `grade8`: a number and the letters typed against it, the number's unit last: "17 m".
fn number_and_unit<'w>(folded: &'w str, vocabulary: &Vocabulary) -> Option<[&'w str; 2]> {
    let first = folded.chars().next()?;
    let split = folded.find(|c: char| c.is_ascii_digit() != first.is_ascii_digit())?;
    let (head, tail) = folded.split_at(split);
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    match (digits(head), digits(tail)) {
        (true, false) if vocabulary.follows_a_number(tail) => Some([head, tail]),
        (false, true) if vocabulary.precedes_a_number(head) => Some([head, tail]),
        _ => None,
    }
}
