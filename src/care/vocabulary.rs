//! Every word that a rule names, and the typed words that stand for one of them.

use crate::content::words::Words;
use crate::learn::Interner;
use crate::text::{self, ByHash, Fnv};
use std::collections::{HashMap, HashSet};

/// A word of the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct WordId(pub(super) u32);

impl WordId {
    /// A word that no rule names.
    pub(super) const OTHER: WordId = WordId(0);
    /// A word that belongs to a harmless idiom.
    pub(super) const IDIOM: WordId = WordId(1);
    /// Any number.
    pub(super) const NUMBER: WordId = WordId(2);
}

/// A class of the rule file, or one made for `hit+` and `suicid~`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct ClassId(pub(super) u32);

/// The words of the rules, and how a typed word is recognised as one of them.
#[derive(Clone, Debug)]
pub(super) struct Vocabulary {
    /// Each has its id for its number.
    ids: Interner,
    /// How each word looks with all its stars.
    starred: ByHash<()>,
    /// In bytes.
    longest: usize,
    /// `suicid~`: the beginning that every such word shares.
    prefixes: Vec<(String, WordId)>,
    /// The words that a misspelling may stand for, by first letter.
    by_letter: HashMap<char, Vec<Known>>,
    spelling: Spelling,
    short_forms: HashMap<String, Vec<String>>,
}

/// What the author says of spelling.
#[derive(Clone, Debug, Default)]
pub(super) struct Spelling {
    /// Words in which a slip is forgiven.
    pub(super) forgiven: HashSet<String>,
    /// Words of their own that look like such a slip.
    pub(super) ordinary: HashSet<String>,
    /// Letters typed right after a number: `16yo`.
    pub(super) after_a_number: HashSet<String>,
    /// Letters typed right before a number: `m17`.
    pub(super) before_a_number: HashSet<String>,
}

#[derive(Clone, Debug)]
struct Known {
    word: String,
    letters: usize,
    mask: u32,
    id: WordId,
}

impl Vocabulary {
    /// Knows no word yet, but the short forms of `words` and of the care file.
    pub(super) fn new(
        words: &Words,
        own: HashMap<String, Vec<String>>,
        spelling: Spelling,
    ) -> Vocabulary {
        let general = words.short_forms().map(|(short, long)| {
            let long = long.iter().flat_map(|word| match own.get(word) {
                Some(longer) => longer.clone(),
                None => vec![word.clone()],
            });
            (short.to_owned(), long.collect())
        });
        let mut short_forms: HashMap<String, Vec<String>> = general.collect();
        short_forms.extend(own);
        let mut ids = Interner::default();
        for (id, name) in [
            (WordId::OTHER, "\0other"),
            (WordId::IDIOM, "\0idiom"),
            (WordId::NUMBER, "\0number"),
        ] {
            assert_eq!(WordId(ids.intern(name)), id);
        }
        Vocabulary {
            ids,
            starred: ByHash::default(),
            longest: 0,
            prefixes: Vec::new(),
            by_letter: HashMap::new(),
            spelling,
            short_forms,
        }
    }

    /// How many words it knows.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The folded words of an author's text, short forms spelled out.
    pub(super) fn spelled(&self, typed: &str) -> Vec<String> {
        text::words(typed)
            .into_iter()
            .flat_map(|word| self.meaning(word.folded))
            .collect()
    }

    /// What `folded` stands for: itself, or the words of a short form.
    pub(super) fn meaning(&self, folded: String) -> Vec<String> {
        match self.short_forms.get(&folded) {
            Some(long) => long.clone(),
            None => vec![folded],
        }
    }

    /// Whether `folded` is written for another word.
    pub(super) fn is_short_form(&self, folded: &str) -> bool {
        self.short_forms.contains_key(folded)
    }

    /// Whether people type `letters` right after a number, as in `16yo`.
    pub(super) fn follows_a_number(&self, letters: &str) -> bool {
        self.spelling.after_a_number.contains(letters)
    }

    /// Whether people type `letters` right before a number, as in `m17`.
    pub(super) fn precedes_a_number(&self, letters: &str) -> bool {
        self.spelling.before_a_number.contains(letters)
    }

    /// The number of `word`, new or known.
    pub(super) fn learn(&mut self, word: &str) -> WordId {
        let known = self.ids.len();
        let id = WordId(self.ids.intern(word));
        if self.ids.len() == known {
            return id;
        }
        self.starred.insert(starred_hash(word), ());
        self.longest = self.longest.max(word.len());
        if let Some(first) = word
            .chars()
            .next()
            .filter(|_| self.spelling.forgiven.contains(word))
        {
            self.by_letter.entry(first).or_default().push(Known {
                word: word.to_owned(),
                letters: word.chars().count(),
                mask: mask(word),
                id,
            });
        }
        id
    }

    /// The number that stands for every word beginning with `prefix`.
    pub(super) fn learn_prefix(&mut self, prefix: &str) -> WordId {
        let known = self.ids.len();
        let id = WordId(self.ids.intern(&format!("{prefix}~")));
        if self.ids.len() > known {
            self.prefixes.push((prefix.to_owned(), id));
        }
        id
    }

    /// The known words that begin with `prefix`.
    pub(super) fn beginning(&self, prefix: &str) -> Vec<WordId> {
        let words = (0..).zip(self.ids.words());
        let beginning = words.filter(|(_, word)| word.starts_with(prefix));
        beginning.map(|(number, _)| WordId(number)).collect()
    }

    /// Whether a word of the rules may be hidden behind the stars of `starred`.
    pub(super) fn may_hide(&self, starred: &str) -> bool {
        self.starred.contains_key(&starred_hash(starred))
    }

    /// How many bytes its longest word has.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// The word of the rules that is spelled exactly so.
    pub(super) fn exact(&self, folded: &str) -> Option<WordId> {
        self.ids.number(folded).map(WordId)
    }

    /// The word of the rules that `folded` was meant to be.
    pub(super) fn nearest(&self, folded: &str) -> WordId {
        if let Some(known) = self.exact(folded) {
            return known;
        }
        if let Some((_, id)) = self
            .prefixes
            .iter()
            .find(|(prefix, _)| folded.starts_with(prefix.as_str()))
        {
            return *id;
        }
        self.misspelt(folded).unwrap_or(WordId::OTHER)
    }

    /// The word of the rules as a slip of which `folded` is read.
    #[cfg(test)]
    pub(super) fn slip_of(&self, folded: &str) -> Option<&str> {
        let id = self
            .exact(folded)
            .is_none()
            .then(|| self.misspelt(folded))??;
        Some(self.ids.word(id.0))
    }

    /// The word that `folded` misspells. The first letter is taken to be right: slips fall inside words.
    fn misspelt(&self, folded: &str) -> Option<WordId> {
        let letters = folded.chars().count();
        let allowed = allowed(letters);
        if allowed == 0 || letters > LONGEST || self.spelling.ordinary.contains(folded) {
            return None;
        }
        let mask = mask(folded);
        self.by_letter
            .get(&folded.chars().next()?)?
            .iter()
            .filter(|known| {
                known.letters.abs_diff(letters) <= allowed
                    && self::allowed(known.letters) > 0
                    && (known.mask ^ mask).count_ones() as usize <= 2 * allowed
            })
            .map(|known| (strsim::osa_distance(folded, &known.word), known.id))
            .filter(|(distance, _)| *distance <= allowed)
            .min()
            .map(|(_, id)| id)
    }
}

/// The letters that a star hides, the likelier first.
pub(super) const HIDDEN: [char; 9] = ['a', 'e', 'i', 'o', 'u', 'l', 'p', 's', 'c'];

/// The hash of `word` with a star for every letter that one may hide.
fn starred_hash(word: &str) -> u64 {
    let star = |c: char| if HIDDEN.contains(&c) { '*' } else { c };
    let letters = word.chars().map(|c| u32::from(star(c)));
    letters.fold(Fnv::of(b'*'), Fnv::number).value()
}

/// Longer runs of letters are no words of ours.
const LONGEST: usize = 24;

/// How many slips a typed word of so many letters may hold: below five letters one slip makes another word.
fn allowed(letters: usize) -> usize {
    match letters {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

/// Which letters a word holds, one bit each: two words one slip apart differ in two bits at most.
fn mask(word: &str) -> u32 {
    word.chars().fold(0, |mask, c| mask | 1 << (c as u32 % 32))
}

/// The regular forms of an English verb or noun: hit, hits, hitting.
pub(super) fn inflected(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let (stem, last) = word.split_at(word.char_indices().last().map_or(0, |(at, _)| at));
    let vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    let before = stem.chars().last();
    match last {
        "e" if stem.ends_with('i') => {
            let root = &stem[..stem.len() - 1];
            forms.extend([
                format!("{word}s"),
                format!("{word}d"),
                format!("{root}ying"),
            ]);
        }
        "e" => forms.extend([format!("{word}s"), format!("{word}d"), format!("{stem}ing")]),
        "y" if !vowel(before) => forms.extend([
            format!("{stem}ies"),
            format!("{stem}ied"),
            format!("{word}ing"),
        ]),
        _ => {
            let plural = if ["s", "x", "z"].contains(&last)
                || word.ends_with("sh")
                || word.ends_with("ch")
            {
                "es"
            } else {
                "s"
            };
            forms.extend([
                format!("{word}{plural}"),
                format!("{word}ed"),
                format!("{word}ing"),
            ]);
            if vowel(before) && !"wxy".contains(last) {
                forms.extend([format!("{word}{last}ed"), format!("{word}{last}ing")]);
            }
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_brings_its_forms() {
        for (verb, form) in [
            ("hit", "hitting"),
            ("choke", "choking"),
            ("die", "dying"),
            ("cry", "cried"),
            ("beat", "beating"),
            ("punch", "punches"),
        ] {
            assert!(inflected(verb).contains(&form.to_owned()), "{verb}: {form}");
        }
    }

    #[test]
    fn slips_are_forgiven_by_length() {
        let texts = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
        let spelling = Spelling {
            forgiven: texts(&["forced", "suicidal", "kill"]),
            ordinary: texts(&["forged"]),
            ..Spelling::default()
        };
        let mut known = Vocabulary::new(&Words::default(), HashMap::new(), spelling);
        let forced = known.learn("forced");
        let suicidal = known.learn("suicidal");
        known.learn("kill");
        assert_eq!(known.nearest("frced"), forced);
        assert_eq!(known.nearest("sucidal"), suicidal);
        assert_eq!(known.nearest("forged"), WordId::OTHER);
        assert_eq!(known.nearest("kiln"), WordId::OTHER);
    }
}
