//! What the learned part looks at in a message.

use crate::text::{Fnv, Stemmer};
use std::ops::RangeInclusive;

/// Character n-grams this long carry inflections, slips and other languages. Adding five characters found no more.
const GRAMS: RangeInclusive<usize> = 3..=4;

/// A stem as a number: its hash, small enough to stand in a pair.
pub(super) type Stem = u32;

/// The stem of `word`; numbers are told apart only as ages are.
pub(super) fn stem(stemmer: &Stemmer, word: &str) -> Stem {
    let hash = |text: &str| {
        let hash = text
            .bytes()
            .fold(Fnv::of(b's'), |hash, byte| hash.number(u32::from(byte)));
        (hash.value() ^ (hash.value() >> 32)) as u32
    };
    if !is_number(word) {
        return hash(&stemmer.stem(word));
    }
    match word.parse() {
        Ok(0..=9_u32) => hash("#few"),
        Ok(10..=17) => hash("#young"),
        Ok(18..=99) => hash("#grown"),
        _ => hash("#many"),
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What one word has by itself: its stem and its n-grams, or its value.
pub(super) fn alone(word: &str, stem: Stem, found: &mut Vec<u64>) {
    found.push(stem_feature(stem));
    let bounded: Vec<char> = std::iter::once(' ')
        .chain(word.chars())
        .chain([' '])
        .collect();
    let spell = |gram: &[char]| {
        let hash = gram
            .iter()
            .fold(Fnv::of(b'g'), |hash, &c| hash.number(u32::from(c)));
        hash.value()
    };
    if is_number(word) {
        found.push(spell(&bounded));
        return;
    }
    for length in GRAMS {
        found.extend(bounded.windows(length).map(spell));
    }
}

/// The feature of a stem.
pub(super) fn stem_feature(stem: Stem) -> u64 {
    Fnv::of(b'w').number(stem).value()
}

/// What words have together: pairs of neighbours and of every other word, and triples. Each comes with the positions
/// of its first and its last word. Sentences are not looked at: where one ends depends on how carefully people type.
///
/// `known` tells whether any message has it. A triple of which a pair is in none is in none either, and is left out.
pub(super) fn together(stems: &[Stem], mut known: impl FnMut(usize, usize, u64) -> bool) {
    for (at, &first) in stems.iter().enumerate() {
        let Some(&second) = stems.get(at + 1) else {
            return;
        };
        let pair = Fnv::of(b'p').number(first).number(second);
        let pair = known(at, at + 1, pair.value());
        let Some(&third) = stems.get(at + 2) else {
            return;
        };
        let around = Fnv::of(b'j').number(first).number(third);
        let around = known(at, at + 2, around.value());
        if pair && around {
            let triple = Fnv::of(b't').number(first).number(second).number(third);
            known(at, at + 2, triple.value());
        }
    }
}
