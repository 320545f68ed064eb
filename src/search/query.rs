//! A question as the search reads it: words spelled out, slips corrected, stems.

use super::compounds::parts;
use super::concepts::Concepts;
use super::dictionary::{Dictionary, Known, Stem};
use super::fuzzy::Lexicon;
use super::stop::compounds;
pub(super) use super::token::{Meaning, Token};
use crate::content::phrases::FIRST_LANGUAGE;
use crate::content::{Languages, Words};
use crate::learn::Counted;
use crate::text::{ByWord, Span, elides, terms, without_elisions};
use std::borrow::Cow;
use std::sync::Arc;

/// A question longer than this is read up to here; Discord's own limit for a command's text. In bytes.
pub const READ_LIMIT: usize = 6_000;

/// At most so many unknown words are compared with the known ones: a wall of gibberish stays cheap.
const COMPARED_LIMIT: usize = 32;

/// So often must people have typed a word before a slip is read as it: one typing may be a slip too.
const MEANT_FROM: u32 = 3;

/// A question is asked in a language that an article understands if so much of its matter is known, in at least so many
/// words: of Vietnamese questions to Vietnamese articles 0.385, of Romanian ones 0.103 look foreign by their grammar alone.
const AT_HOME: f32 = 0.66;
const AT_HOME_FROM: usize = 2;

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
    pub(super) tokens: Vec<Token>,
    /// The words that were read as others.
    pub corrections: Vec<Correction>,
    /// The tag of its language, where that is clearly another than the article's.
    pub foreign: Option<String>,
}

impl Query {
    /// Whether there is no word in it.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    fn note(&mut self, typed: &str, read: &str) {
        self.corrections.push(Correction {
            typed: typed.to_owned(),
            read: read.to_owned(),
        });
    }
}

/// Reads questions and articles alike: one language, one list of short forms, one lexicon.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    dictionary: Dictionary,
    short_forms: ByWord<Box<[Known]>>,
    concepts: Concepts,
    lexicon: Lexicon,
    /// The article's language, as a tag.
    language: String,
    /// Whether it writes several words as one.
    compounds: bool,
    languages: Arc<Languages>,
}

/// Where a text that teaches words comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// An author's: its spelling is right.
    Edited,
    /// As somebody typed it: a word counts from its third use.
    AsTyped,
}

impl Reader {
    /// A reader that knows the words of the word lists.
    pub(super) fn new(language: &str, words: &Words) -> Reader {
        let mut dictionary = Dictionary::new(language);
        let concepts = Concepts::new(words, &mut dictionary);
        // In order, so that words are numbered alike at every start.
        let mut short_forms: Vec<_> = words.short_forms().collect();
        short_forms.sort_unstable();
        let short_forms = short_forms.into_iter().map(|(short, long)| {
            let long = long.iter().map(|word| dictionary.learn(word));
            (short.into(), long.collect())
        });
        let short_forms = short_forms.collect();
        Reader {
            dictionary,
            short_forms,
            concepts,
            lexicon: Lexicon::default(),
            language: language.to_owned(),
            compounds: compounds(language),
            languages: Arc::clone(words.languages()),
        }
    }

    /// Learns the words of `texts`: they are correct, and slips are read as one of them.
    ///
    /// A word that people typed once or twice may itself be a slip, so it is known but never meant.
    pub(super) fn learn<'t>(&mut self, texts: impl IntoIterator<Item = (&'t str, Trust)>) {
        let mut words = Counted::default();
        for (text, trust) in texts {
            let count = match trust {
                Trust::Edited => MEANT_FROM,
                Trust::AsTyped => 1,
            };
            let terms = self.terms(text);
            terms.iter().for_each(|(word, _)| words.add(word, count));
        }
        let mut counts: Vec<u32> = Vec::new();
        for (word, count) in words.commonest() {
            let known = match self.short_forms.get(word) {
                Some(long) => long.to_vec(),
                None => vec![self.dictionary.learn(word)],
            };
            counts.resize(self.dictionary.len(), 0);
            for known in known {
                counts[known as usize] += count;
            }
        }
        let meant = (0..).zip(counts).filter(|(_, count)| *count >= MEANT_FROM);
        self.lexicon = Lexicon::new(&self.dictionary, meant);
    }

    /// Every word we know.
    pub(super) fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// The languages that we know when we meet them.
    pub(super) fn languages(&self) -> &Languages {
        &self.languages
    }

    /// The tag of the language of `question`, where that is clearly another than the article's.
    pub(super) fn foreign(&self, question: &str) -> Option<&str> {
        self.languages.foreign(question, &self.language)
    }

    /// The author's concepts.
    pub(super) fn concepts(&self) -> &Concepts {
        &self.concepts
    }

    /// The words of `text` as the search reads them, without corrections: for texts of our own.
    pub(super) fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(room(text));
        for (word, span) in self.terms(text) {
            match self.look_up(&word) {
                Found::Word(known) => tokens.push(self.token(known, span)),
                Found::ShortForm(long) => tokens.extend(self.spelled_out(long, span)),
                Found::Nothing => tokens.push(self.strange(&word, span)),
            }
            tokens.extend(self.parts(&word, span));
        }
        tokens
    }

    /// `question` as the search reads it.
    pub(super) fn read(&self, question: &str) -> Query {
        let question = &question[..question.floor_char_boundary(READ_LIMIT)];
        let mut query = Query {
            foreign: self.foreign(question).map(str::to_owned),
            ..Query::default()
        };
        query.tokens.reserve(room(question));
        let mut compared = 0;
        for (word, span) in self.terms(question) {
            let parts = self.parts(&word, span);
            match self.look_up(&word) {
                Found::Word(known) => query.tokens.push(self.token(known, span)),
                Found::ShortForm(long) => {
                    query.note(&word, &self.printed(long));
                    query.tokens.extend(self.spelled_out(long, span));
                }
                // What is made of known words is no slip of another.
                Found::Nothing if !parts.is_empty() => {
                    query.tokens.push(self.strange(&word, span));
                }
                Found::Nothing => {
                    compared += 1;
                    let token = self.corrected(&word, span, compared, &mut query);
                    query.tokens.push(token);
                }
            }
            query.tokens.extend(parts);
        }
        if self.language != FIRST_LANGUAGE && self.is_at_home(&query.tokens) {
            query.foreign = None;
        }
        query
    }

    /// Whether most of what carries matter in `tokens` is known here: whatever the grammar looks like, it is asked in a
    /// language that finds something. An article in English is not asked this: it knows words of other languages by its
    /// examples, and English has lists enough to tell them apart.
    fn is_at_home(&self, tokens: &[Token]) -> bool {
        let matter = tokens.iter().filter(|token| self.matters(token));
        let known = matter.clone().filter(|token| token.stem.is_some()).count();
        known >= AT_HOME_FROM && known as f32 >= AT_HOME * matter.count() as f32
    }

    /// What of `text` is looked up, each with its place.
    fn terms<'t>(&self, text: &'t str) -> Vec<(Cow<'t, str>, Span)> {
        if !elides(&self.language) {
            return terms(text).collect();
        }
        let parted = without_elisions(text);
        let parted = terms(&parted).map(|(term, span)| (term.into_owned().into(), span));
        parted.collect()
    }

    fn look_up(&self, word: &str) -> Found<'_> {
        if let Some(long) = self.short_forms.get(word) {
            return Found::ShortForm(long);
        }
        let known = self.dictionary.number(word);
        known.map_or(Found::Nothing, Found::Word)
    }

    /// The `compared`th unknown word of a question: as the known word that was meant, or as it is.
    fn corrected(&self, word: &str, span: Span, compared: usize, query: &mut Query) -> Token {
        let nearest = (compared <= COMPARED_LIMIT)
            .then(|| self.lexicon.nearest(&self.dictionary, word))
            .flatten();
        match nearest {
            None => self.strange(word, span),
            Some(known) => {
                query.note(word, self.dictionary.word(known));
                self.token(known, span)
            }
        }
    }

    fn spelled_out(&self, long: &[Known], span: Span) -> impl Iterator<Item = Token> {
        long.iter().map(move |known| self.token(*known, span))
    }

    /// The words that `word` is made of, in a language that writes several as one.
    fn parts(&self, word: &str, span: Span) -> Vec<Token> {
        if !self.compounds {
            return Vec::new();
        }
        let parts = parts(&self.dictionary, word).into_iter();
        parts.map(|known| self.token(known, span)).collect()
    }

    fn printed(&self, long: &[Known]) -> String {
        let words: Vec<&str> = long.iter().map(|w| self.dictionary.word(*w)).collect();
        words.join(" ")
    }

    fn token(&self, known: Known, span: Span) -> Token {
        Token {
            meaning: Meaning::Known(known),
            stem: Some(self.dictionary.stem(known)),
            span,
        }
    }

    fn strange(&self, word: &str, span: Span) -> Token {
        Token {
            stem: self.dictionary.stem_of_strange(word),
            meaning: Meaning::Strange(word.into()),
            span,
        }
    }

    /// `token` as a word.
    pub(super) fn word<'r>(&'r self, token: &'r Token) -> &'r str {
        match &token.meaning {
            Meaning::Known(known) => self.dictionary.word(*known),
            Meaning::Strange(word) => word,
        }
    }

    /// The known stems of those of `tokens` that carry matter, in order.
    pub(super) fn matter(&self, tokens: &[Token]) -> Vec<Stem> {
        let matter = tokens.iter().filter(|token| self.matters(token));
        matter.filter_map(|token| token.stem).collect()
    }

    /// Whether `token` carries matter; else it carries grammar.
    pub(super) fn matters(&self, token: &Token) -> bool {
        match &token.meaning {
            Meaning::Known(known) => self.dictionary.matters(*known),
            Meaning::Strange(word) => self.dictionary.strange_matters(word),
        }
    }
}

/// What a typed word is to us.
enum Found<'r> {
    Word(Known),
    ShortForm(&'r [Known]),
    Nothing,
}

/// About so many words stand in `text`, and seldom more: a short English word and its space take four bytes.
fn room(text: &str) -> usize {
    text.len() / 4 + 2
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
        let read: Vec<&str> = query.tokens.iter().map(|t| reader.word(t)).collect();
        assert_eq!(read, ["my", "boyfriend", "is", "distant", "zzzzzz"]);
        assert_eq!(query.corrections.len(), 2);
    }

    #[test]
    fn a_word_written_in_one_is_read_by_its_parts_too() {
        let read = |language| {
            let mut reader = Reader::new(language, &Words::default());
            reader.learn([("die pflege der wurzel", Trust::Edited)]);
            let query = reader.read("wurzelpflege");
            let words = query.tokens.iter().map(|token| reader.word(token));
            words.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(read("de-AT"), "wurzelpflege wurzel pflege");
        assert_eq!(read("fr"), "wurzelpflege");
    }

    #[test]
    fn a_wall_of_gibberish_is_compared_only_so_far() {
        let mut reader = Reader::new("en", &Words::default());
        reader.learn([("distant", Trust::Edited)]);
        let wall = "distannt ".repeat(COMPARED_LIMIT + 5);
        assert_eq!(reader.read(&wall).corrections.len(), COMPARED_LIMIT);
    }
}
