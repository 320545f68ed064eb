//! Several ways to say one thing, found in a text.

use super::query::Token;
use crate::content::Words;
use crate::text::Stemmer;
use std::collections::HashMap;

/// No phrase of the word lists is longer. In words.
const LONGEST: usize = 5;

/// Every phrase of the author's concepts by its stems.
#[derive(Debug, Default)]
pub(super) struct Concepts {
    phrases: HashMap<String, u32>,
}

impl Concepts {
    /// The concepts of `words`, as `stemmer` cuts them.
    pub(super) fn new(words: &Words, stemmer: &Stemmer) -> Concepts {
        let mut phrases = HashMap::new();
        for (number, concept) in (0..).zip(words.concepts()) {
            for phrase in &concept.phrases {
                let stems: Vec<_> = phrase.iter().map(|word| stemmer.stem(word)).collect();
                phrases.entry(stems.join(" ")).or_insert(number);
            }
        }
        Concepts { phrases }
    }

    /// The concepts that `tokens` speak of, in order: at each word the longest phrase that begins there,
    /// and none inside it.
    pub(super) fn found(&self, tokens: &[Token]) -> Vec<u32> {
        let mut found = Vec::new();
        let mut at = 0;
        let mut run = String::new();
        while at < tokens.len() {
            let mut longest = None;
            run.clear();
            for (width, token) in (1..=LONGEST).zip(&tokens[at..]) {
                if width > 1 {
                    run.push(' ');
                }
                run.push_str(&token.stem);
                if let Some(&number) = self.phrases.get(&run) {
                    longest = Some((width, number));
                }
            }
            match longest {
                Some((width, number)) => {
                    found.push(number);
                    at += width;
                }
                None => at += 1,
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_longest_phrase_counts_and_hides_what_is_inside_it() {
        let list = "[concepts]\ntalk = ['talk']\nquiet = ['stopped talking']\n";
        let (words, _) = Words::read(Path::new("words.toml"), list);
        let stemmer = Stemmer::of("en");
        let concepts = Concepts::new(&words, &stemmer);
        let read = |text: &str| {
            let tokens: Vec<Token> = crate::text::words(text)
                .into_iter()
                .map(|word| Token {
                    stem: stemmer.stem(&word.folded).into_owned(),
                    word: word.folded,
                    span: word.span,
                    known: true,
                })
                .collect();
            concepts.found(&tokens)
        };
        assert_eq!(read("he stopped talking, we talk"), [1, 0]);
        assert!(read("nothing").is_empty());
    }
}
