//! A question as the search reads it: words spelled out, slips corrected, stems.

use super::concepts::Concepts;
use super::features::features;
use super::fuzzy::Lexicon;
use crate::content::Words;
use crate::text::{Span, Stemmer, words};

/// A question longer than this is read up to here; Discord's own limit for a command's text. In bytes.
pub const READ_LIMIT: usize = 6_000;

/// At most so many unknown words are compared with the known ones: a wall of gibberish stays cheap.
const CORRECTION_LIMIT: usize = 24;

/// One word of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The word as it is searched: folded, spelled out, corrected.
    pub word: String,
    /// Its stem.
    pub stem: String,
    /// Where the typed word stands in the question.
    pub span: Span,
    /// Whether an article, an example or a word list uses the word.
    pub known: bool,
}

/// A typed word read as another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// As typed, folded.
    pub typed: String,
    /// As read.
    pub read: String,
}

/// A question as the search reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words in order.
    pub tokens: Vec<Token>,
    /// The words that were read as others.
    pub corrections: Vec<Correction>,
}

/// Reads questions and articles alike: one language, one list of short forms, one lexicon.
#[derive(Debug)]
pub(super) struct Reader {
    words: Words,
    stemmer: Stemmer,
    concepts: Concepts,
    lexicon: Lexicon,
    known: std::collections::HashSet<Box<str>>,
}

impl Reader {
    /// A reader that knows no words yet.
    pub(super) fn new(language: &str, words: &Words) -> Reader {
        let stemmer = Stemmer::of(language);
        Reader {
            words: words.clone(),
            concepts: Concepts::new(words, &stemmer),
            stemmer,
            lexicon: Lexicon::default(),
            known: std::collections::HashSet::new(),
        }
    }

    /// Learns the words of `texts`: they are correct, and slips are read as one of them.
    ///
    /// A word that only one of `texts` uses once may itself be a slip, so it is known but never meant.
    pub(super) fn learn<'t>(&mut self, texts: impl IntoIterator<Item = (&'t str, Trust)>) {
        let mut counts: std::collections::BTreeMap<Box<str>, u32> = Default::default();
        for (text, trust) in texts {
            for word in self.words.spell_out(words(text)) {
                *counts.entry(word.folded.into()).or_default() += match trust {
                    Trust::Edited => MEANT_FROM,
                    Trust::AsTyped => 1,
                };
            }
        }
        self.known = counts.keys().cloned().collect();
        self.lexicon = Lexicon::new(counts.into_iter().filter(|(_, n)| *n >= MEANT_FROM));
    }

    /// The words of `text` as the search reads them, without corrections: for texts of our own.
    pub(super) fn tokens(&self, text: &str) -> Vec<Token> {
        let spelled = self.words.spell_out(words(text));
        spelled
            .into_iter()
            .map(|word| Token {
                stem: self.stemmer.stem(&word.folded).into_owned(),
                word: word.folded,
                span: word.span,
                known: true,
            })
            .collect()
    }

    /// The features of a text of our own.
    pub(super) fn features(&self, text: &str) -> Vec<u64> {
        features(&self.tokens(text), &self.concepts)
    }

    /// The features of a question.
    pub(super) fn features_of(&self, query: &Query) -> Vec<u64> {
        features(&query.tokens, &self.concepts)
    }

    /// `question` as the search reads it.
    pub(super) fn read(&self, question: &str) -> Query {
        let question = &question[..question.floor_char_boundary(READ_LIMIT)];
        let mut query = Query::default();
        for word in words(question) {
            match self.words.meaning(&word.folded) {
                Some(meaning) => {
                    query.note(&word.folded, &meaning.join(" "));
                    for part in meaning {
                        query.tokens.push(self.token(part.clone(), word.span, true));
                    }
                }
                None => {
                    let token = self.corrected(word.folded, word.span, &mut query);
                    query.tokens.push(token);
                }
            }
        }
        query
    }

    fn corrected(&self, typed: String, span: Span, query: &mut Query) -> Token {
        if self.known.contains(typed.as_str()) {
            return self.token(typed, span, true);
        }
        if query.corrections.len() >= CORRECTION_LIMIT {
            return self.token(typed, span, false);
        }
        match self.lexicon.nearest(&typed) {
            None => self.token(typed, span, false),
            Some(read) => {
                query.note(&typed, read);
                self.token(read.to_owned(), span, true)
            }
        }
    }

    fn token(&self, word: String, span: Span, known: bool) -> Token {
        Token {
            stem: self.stemmer.stem(&word).into_owned(),
            word,
            span,
            known,
        }
    }
}

/// Where a text that teaches words comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// An author's: its spelling is right.
    Edited,
    /// As somebody typed it: a word counts from its second use.
    AsTyped,
}

/// So often must people have typed a word before a slip is read as it: one typing may be a slip too.
const MEANT_FROM: u32 = 3;

impl Query {
    fn note(&mut self, typed: &str, read: &str) {
        self.corrections.push(Correction {
            typed: typed.to_owned(),
            read: read.to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn short_forms_and_slips_are_read_as_meant() {
        let list = "[short_forms]\nbf = 'boyfriend'\n[concepts]\n";
        let (list, _) = Words::read(Path::new("words.toml"), list);
        let mut reader = Reader::new("en", &list);
        reader.learn([
            ("my boyfriend is distant", Trust::Edited),
            ("distent", Trust::AsTyped),
        ]);
        let query = reader.read("my bf is distannt, zzzzzz");
        let read: Vec<&str> = query.tokens.iter().map(|t| t.word.as_str()).collect();
        assert_eq!(read, ["my", "boyfriend", "is", "distant", "zzzzzz"]);
        assert_eq!(query.corrections.len(), 2);
    }
}
