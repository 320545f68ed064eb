//! The author's rules, run over a message.

mod judgement;
mod read;
#[cfg(test)]
mod tools;

use super::grammar::Grammar;
use super::hint::{Announced, Hints};
use super::message::{Reader, Token};
use super::pattern::Pattern;
use super::sentence::Sentence;
use super::{Details, Route, Signal, Whose};
use crate::content::Languages;
use crate::content::phrases::FIRST_LANGUAGE;
use crate::learn::Interner;
use crate::text::Span;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

pub(super) use judgement::Judgement;
pub(super) use read::read;

/// Every rule, ready to run.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    reader: Reader,
    grammar: Grammar,
    rules: Vec<Rule>,
    /// Each pattern of each rule: what is said, then all the conditions.
    signs: Vec<Sign>,
    /// How many are said.
    says: usize,
    /// What the author wrote, a number for each text.
    written: Interner,
    sign_hints: Hints,
    languages: Arc<Languages>,
    /// How many points of weaker signs call for a card.
    enough: u64,
}

/// One rule: what is said, and when it does not count.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) route: Route,
    pub(super) whose: Whose,
    /// In which sentences it is looked for.
    spoken: Spoken,
    strength: Strength,
    /// What else it tells, which a card should know.
    tells: Details,
    /// Whether it speaks outright of the asker's own danger, whatever the article is about.
    plain: bool,
    /// Which signs are its parts.
    parts: [Range<usize>; 4],
    pub(super) examples: Vec<String>,
}

/// How much a rule says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// It calls for a card whatever else is thought of the message: words that must never be missed.
    Certain,
    /// It calls for a card, unless those who learned from examples speak clearly against it.
    Strong,
    /// A weaker sign, worth so many points: several together may call for a card.
    Weak(u64),
}

/// In what a rule is written: German "die" is no English "die".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spoken {
    /// English: it looks at no sentence that is clearly in another language.
    English,
    /// Several languages: it looks at every sentence.
    Any,
}

impl Spoken {
    const ALL: [(&'static str, Spoken); 2] = [("en", Spoken::English), ("any", Spoken::Any)];
}

/// One pattern of a rule.
#[derive(Clone, Debug)]
struct Sign {
    rule: usize,
    part: Part,
    /// As which text the author wrote it.
    written: u32,
    pattern: Pattern,
}

/// What a pattern says of its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// It is met.
    Say,
    /// It is met only if this is somewhere in the message.
    With,
    /// It is not met in a sentence with this.
    Unless,
    /// It is not met in a message with this.
    UnlessAnywhere,
}

impl Part {
    const ALL: [(Part, &'static str); 4] = [
        (Part::Say, "say"),
        (Part::With, "with"),
        (Part::Unless, "unless"),
        (Part::UnlessAnywhere, "unless_anywhere"),
    ];
}

/// A rule that matched.
struct Found {
    sign: usize,
    rule: usize,
    span: Span,
}

/// A sentence, and what its words announce to the signs.
struct Heard<'r> {
    sentence: Sentence<'r>,
    announced: Announced,
}

impl Rules {
    /// Works out beforehand what the words of `texts` are to the rules.
    pub(super) fn remember<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        self.reader.remember(texts);
    }

    /// The words that it remembers.
    pub(super) fn remembered(&self) -> &Interner {
        &self.reader.remembered
    }

    /// `question` as the rules see it.
    pub(super) fn read<'t>(&self, question: &'t str) -> Vec<Vec<Token<'t>>> {
        self.reader.sentences(question)
    }

    /// What the rules say of a message.
    pub(super) fn judge(&self, message: &[Vec<Token<'_>>]) -> Judgement {
        Judgement::of(&self.rules, self.enough, &self.found(message))
    }

    /// What the plain rules alone call for. What else is told counts, whichever rule tells it.
    pub(super) fn plain(&self, message: &[Vec<Token<'_>>]) -> Option<Signal> {
        let mut found = self.found(message);
        let Judgement { details, .. } = Judgement::of(&self.rules, self.enough, &found);
        found.retain(|found| self.rules[found.rule].plain);
        let signal = Judgement::of(&self.rules, self.enough, &found).signal;
        signal.map(|signal| Signal { details, ..signal })
    }

    /// The rules, in the order of the file.
    pub(super) fn all(&self) -> &[Rule] {
        &self.rules
    }

    /// The ids of every rule that `question` meets.
    pub(super) fn met(&self, question: &str) -> Vec<&str> {
        let found = self.found(&self.read(question)).into_iter();
        found
            .map(|found| self.rules[found.rule].id.as_str())
            .collect()
    }

    /// What every pattern that stands in `question` says, and what sets it aside.
    pub(super) fn explain(&self, question: &str) -> Vec<String> {
        let message = self.read(question);
        let mut lines = Vec::new();
        for (heard, tokens) in self.heard(&message).iter().zip(&message) {
            for (at, sign) in self.signs.iter().enumerate() {
                let places = self.places(at, heard);
                for (start, end) in places.filter(|(start, end)| start < end).take(1) {
                    let words = spanned(&tokens[start..end]).map_or("", |span| span.of(question));
                    let denied = match self.grammar.denied(&heard.sentence, start) {
                        true => " (denied)",
                        false => "",
                    };
                    let rule = &self.rules[sign.rule].id;
                    let written = self.written.word(sign.written);
                    lines.push(format!(
                        "{rule} {:?}: \"{words}\"{denied} meets \"{written}\"",
                        sign.part
                    ));
                }
            }
        }
        lines
    }

    /// The signs that stand in a message and are not set aside.
    fn found(&self, message: &[Vec<Token<'_>>]) -> Vec<Found> {
        let heard = self.heard(message);
        let mut found = Vec::new();
        for (heard, tokens) in heard.iter().zip(message) {
            self.search(heard, tokens, &mut found);
        }
        found.sort_by_key(|found| found.sign);
        let somewhere =
            |part: Part, rule: usize| heard.iter().any(|heard| self.said(heard, part, rule));
        let mut known: HashMap<usize, bool> = HashMap::new();
        found.retain(|found| {
            *known.entry(found.rule).or_insert_with(|| {
                let alone = self.rules[found.rule].parts[Part::With as usize].is_empty();
                (alone || somewhere(Part::With, found.rule))
                    && !somewhere(Part::UnlessAnywhere, found.rule)
            })
        });
        found
    }

    fn heard(&self, message: &[Vec<Token<'_>>]) -> Vec<Heard<'_>> {
        let sentences = self.grammar.sentences(message).into_iter();
        sentences
            .map(|sentence| Heard {
                announced: self.sign_hints.announced(&sentence),
                sentence,
            })
            .collect()
    }

    /// Adds what is said in one sentence and set aside by nothing in it.
    fn search(&self, heard: &Heard<'_>, tokens: &[Token<'_>], found: &mut Vec<Found>) {
        let tries = self
            .sign_hints
            .tries(self.says, &heard.sentence, &heard.announced);
        for tries in tries.chunk_by(|a, b| a.0 == b.0) {
            let sign = tries[0].0 as usize;
            let Sign {
                rule, ref pattern, ..
            } = self.signs[sign];
            let places = stands(pattern, heard, tries.iter().map(|(_, start)| *start));
            let mut places =
                places.filter(|(start, _)| !self.grammar.denied(&heard.sentence, *start));
            let span = places
                .next()
                .and_then(|(start, end)| spanned(&tokens[start..end]));
            let counts =
                |_: &Span| self.spoken(rule, tokens) && !self.said(heard, Part::Unless, rule);
            if let Some(span) = span.filter(counts) {
                found.push(Found { sign, rule, span });
            }
        }
    }

    /// Whether a sentence is in a language of the rule.
    fn spoken(&self, rule: usize, tokens: &[Token<'_>]) -> bool {
        let words = tokens.iter().map(|token| &*token.word);
        self.rules[rule].spoken == Spoken::Any || !self.languages.are_foreign(words, FIRST_LANGUAGE)
    }

    /// Whether the patterns of one part of a rule stand in a sentence.
    fn said(&self, heard: &Heard<'_>, part: Part, rule: usize) -> bool {
        let mut signs = self.rules[rule].parts[part as usize].clone();
        signs.any(|sign| self.places(sign, heard).next().is_some())
    }

    /// Where a sign stands: its first place and the place after its last.
    fn places<'a>(
        &'a self,
        sign: usize,
        heard: &'a Heard<'_>,
    ) -> impl Iterator<Item = (usize, usize)> + 'a {
        let starts = self
            .sign_hints
            .starts(sign as u32, &heard.sentence, &heard.announced);
        stands(&self.signs[sign].pattern, heard, starts)
    }
}

/// Where `pattern` stands, out of `starts`.
fn stands<'a>(
    pattern: &'a Pattern,
    heard: &'a Heard<'_>,
    starts: impl Iterator<Item = u16> + 'a,
) -> impl Iterator<Item = (usize, usize)> + 'a {
    starts.filter_map(|start| {
        let start = usize::from(start);
        Some((start, pattern.match_at(&heard.sentence, start)?))
    })
}

/// Where the words of `tokens` stand, if there are any.
fn spanned(tokens: &[Token<'_>]) -> Option<Span> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    Some(Span {
        start: first.span.start,
        end: last.span.end.max(first.span.end),
    })
}
