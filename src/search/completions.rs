//! What people ask that begins like what somebody is typing.

use crate::content::Asked;
use crate::learn::{Interner, Rows};
use crate::text::terms;
use std::collections::{BTreeMap, BTreeSet};

/// A longer question is a story, and no line to choose. In characters.
const LONGEST: usize = 80;

/// So many words of what is typed are compared; whoever wrote more tells a story of their own.
const COMPARED: usize = 24;

/// From so many letters on, the beginning of a word says which word it may become.
const BEGINNING: usize = 2;

/// A question must hold at least this share of what the typed words are worth.
const ALIKE: f32 = 0.6;

/// At most so many questions of one section, so that the likeliest does not hide the others.
const OF_ONE_SECTION: usize = 3;

/// The short questions of one article, by the words they hold.
#[derive(Clone, Debug, Default)]
pub struct Completions {
    questions: Interner,
    /// The section of each question, in order.
    sections: Vec<usize>,
    /// The words of all questions, in alphabetical order.
    words: Interner,
    /// For each word, the questions that hold it.
    holding: Rows<u32>,
}

/// A question people ask, and the section that answers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedOf<'a> {
    /// The position of its section.
    pub section: usize,
    /// The question, as its author wrote it down.
    pub question: &'a str,
}

impl Completions {
    /// Counts the words of every short question of `sections` sections.
    pub fn new(asked: &Asked, sections: usize) -> Completions {
        let mut completions = Completions::default();
        let mut words: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        for section in 0..sections {
            for question in asked.offered(section).iter().filter(|line| is_choice(line)) {
                let id = completions.questions.intern(question);
                completions.sections.push(section);
                for (word, _) in terms(question) {
                    words.entry(word.into_owned()).or_default().insert(id);
                }
            }
        }
        for (word, holding) in words {
            completions.words.intern(&word);
            completions.holding.push(holding);
        }
        completions.holding.shrink();
        completions
    }

    /// The first short question of `section`: the one its author thought of first.
    pub fn first(&self, section: usize) -> Option<AskedOf<'_>> {
        let at = self.sections.partition_point(|of| *of < section);
        (*self.sections.get(at)? == section).then(|| self.of(at as u32))
    }

    /// The questions most like `text`, whose last word may be unfinished, as far as a section is likely by
    /// `likely`; the best first.
    pub fn like(&self, text: &str, most: usize, likely: impl Fn(usize) -> f32) -> Vec<AskedOf<'_>> {
        let (scores, whole) = self.scores(text);
        let mut found: Vec<(f32, u32)> = scores
            .into_iter()
            .filter(|(_, score)| *score >= ALIKE * whole)
            .map(|(id, score)| {
                let AskedOf { section, question } = self.of(id);
                // Of two questions that hold the same words, the shorter says less besides.
                let length = question.len() as f32;
                (score / length.sqrt() * likely(section), id)
            })
            .filter(|(score, _)| *score > 0.0)
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut shown: BTreeMap<usize, usize> = BTreeMap::new();
        let questions = found.into_iter().map(|(_, id)| self.of(id));
        questions
            .filter(|asked| {
                let shown = shown.entry(asked.section).or_default();
                *shown += 1;
                *shown <= OF_ONE_SECTION
            })
            .take(most)
            .collect()
    }

    fn of(&self, id: u32) -> AskedOf<'_> {
        AskedOf {
            section: self.sections[id as usize],
            question: self.questions.word(id),
        }
    }

    /// What the words of `text` are worth in each question that holds some, and what they are worth in all.
    fn scores(&self, text: &str) -> (Vec<(u32, f32)>, f32) {
        let mut words: Vec<String> = terms(text)
            .map(|(word, _)| word.into_owned())
            .take(COMPARED)
            .collect();
        let last = words.pop();
        words.sort_unstable();
        words.dedup();
        let mut scores = vec![0.0_f32; self.questions.len()];
        let mut whole = 0.0;
        for word in &words {
            whole += self.spread(self.holding(word), &mut scores);
        }
        if let Some(last) = last {
            whole += match text.ends_with(char::is_alphanumeric) {
                true => self.spread(&self.beginning(&last), &mut scores),
                false => self.spread(self.holding(&last), &mut scores),
            };
        }
        let scores = scores.into_iter().enumerate();
        let held = scores.filter(|(_, score)| *score > 0.0);
        let held = held.filter_map(|(id, score)| Some((u32::try_from(id).ok()?, score)));
        (held.collect(), whole)
    }

    /// Adds to `scores` what a word is worth that stands in `holding`: the rarer it is, the more.
    fn spread(&self, holding: &[u32], scores: &mut [f32]) -> f32 {
        let (all, held) = (self.questions.len() as f32, holding.len() as f32);
        let worth = ((all + 1.0) / (held + 0.5)).ln().max(0.0);
        for &id in holding {
            scores[id as usize] += worth;
        }
        worth
    }

    /// The questions that hold `word`.
    fn holding(&self, word: &str) -> &[u32] {
        let number = self.words.number(word);
        number.map_or(&[], |number| self.holding.row(number as usize))
    }

    /// The questions that hold a word beginning like `start`, each once. One letter begins everything and says
    /// nothing.
    fn beginning(&self, start: &str) -> Vec<u32> {
        if start.chars().count() < BEGINNING {
            return Vec::new();
        }
        let words = self.words.words().zip(0..);
        let words = words
            .skip_while(|(word, _)| *word < start)
            .take_while(|(word, _)| word.starts_with(start));
        let holding = words.flat_map(|(_, number)| self.holding.row(number));
        let mut holding: Vec<u32> = holding.copied().collect();
        holding.sort_unstable();
        holding.dedup();
        holding
    }
}

/// Whether `question` reads as one line to choose.
fn is_choice(question: &str) -> bool {
    question.chars().count() <= LONGEST && !question.contains(['\n', '→', '<', '@', '`'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::SectionId;
    use std::path::Path;

    fn completions() -> Completions {
        let ids = [SectionId::introduction(), SectionId::closing()];
        let text = "[offered]\nintroduction = ['why does he sleep right after', 'why is he so sleepy', 'why is he cold']\nclosing = ['what now, tell me', 'he sleeps a lot, what now']\n";
        let (asked, mistakes) = Asked::read(Path::new("asked.toml"), text, Some(&ids));
        assert!(mistakes.is_empty());
        Completions::new(&asked, 2)
    }

    fn like(text: &str) -> Vec<String> {
        let completions = completions();
        let found = completions.like(text, 9, |_| 1.0);
        found
            .iter()
            .map(|asked| asked.question.to_owned())
            .collect()
    }

    #[test]
    fn the_last_word_may_be_unfinished_and_no_other() {
        assert_eq!(like("why slee").len(), 2);
        assert_eq!(like("sleep ").len(), 1, "the word is finished");
        assert_eq!(like("slee now"), Vec::<String>::new());
        assert_eq!(like(""), Vec::<String>::new());
    }

    #[test]
    fn what_nobody_asks_is_like_nothing() {
        assert_eq!(like("why bake bread"), Vec::<String>::new());
        assert_eq!(like("why is he col"), ["why is he cold"]);
    }

    #[test]
    fn an_unlikely_section_is_left_out() {
        let completions = completions();
        let found = completions.like("sleep", 9, |section| f32::from(section == 1));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].section, 1);
        assert_eq!(
            completions.first(1).expect("a question").question,
            "what now, tell me"
        );
    }
}
