//! One typed word against the words we know.

use super::dictionary::{Dictionary, Known};

/// The words that a slip may be read as, ready to be compared.
///
/// One list a property: what is looked at first lies close together.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    /// In characters; the shortest word first.
    lengths: Vec<u32>,
    /// The set of letters of each.
    letters: Vec<u64>,
    words: Vec<Known>,
    /// How often people and articles use each; the commoner of two equally near words is meant.
    counts: Vec<u32>,
}

impl Lexicon {
    /// The words of `counted`, with how often each is used.
    pub(super) fn new(
        dictionary: &Dictionary,
        counted: impl IntoIterator<Item = (Known, u32)>,
    ) -> Lexicon {
        let mut counted: Vec<(Known, u32)> = counted.into_iter().collect();
        counted.sort_by_key(|(word, _)| {
            let word = dictionary.word(*word);
            (length(word), word)
        });
        let words = || counted.iter().map(|(word, _)| dictionary.word(*word));
        Lexicon {
            lengths: words().map(length).collect(),
            letters: words().map(letters).collect(),
            words: counted.iter().map(|(word, _)| *word).collect(),
            counts: counted.iter().map(|(_, count)| *count).collect(),
        }
    }

    /// The known word nearest to `typed`; none if all are too far.
    ///
    /// Two words within `d` edits differ in at most `2 d` letters of their letter sets, and their
    /// lengths by at most `d`: both tests are cheap and leave few words to compare in full.
    pub(super) fn nearest(&self, dictionary: &Dictionary, typed: &str) -> Option<Known> {
        let chars = length(typed);
        let edits = allowed(chars);
        if edits == 0 {
            return None;
        }
        let typed_letters = letters(typed);
        let pattern = Pattern::new(typed)?;
        let from = self.lengths.partition_point(|known| known + edits < chars);
        let to = self
            .lengths
            .partition_point(|known| *known <= chars + edits);
        (from..to)
            .filter(|&at| (self.letters[at] ^ typed_letters).count_ones() <= 2 * edits)
            .map(|at| (pattern.distance(dictionary.word(self.words[at])), at))
            .filter(|(distance, _)| *distance <= edits)
            .min_by_key(|(distance, at)| (*distance, std::cmp::Reverse(self.counts[*at])))
            .map(|(_, at)| self.words[at])
    }
}

/// Short words bear no typo: at four letters one edit already makes another word.
fn allowed(chars: u32) -> u32 {
    match chars {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

/// A typed word, for each letter the places where it stands, a bit each.
struct Pattern {
    chars: u32,
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
}

impl Pattern {
    /// `word` as places of letters; none if it is longer than a number has bits: no word is.
    fn new(word: &str) -> Option<Pattern> {
        let mut pattern = Pattern {
            chars: 0,
            ascii: [0; 128],
            others: Vec::new(),
        };
        for c in word.chars() {
            let place = 1_u64.checked_shl(pattern.chars)?;
            pattern.chars += 1;
            match pattern.ascii.get_mut(c as usize) {
                Some(places) => *places |= place,
                None => pattern.others.push((c, place)),
            }
        }
        Some(pattern)
    }

    fn places(&self, c: char) -> u64 {
        match self.ascii.get(c as usize) {
            Some(places) => *places,
            None => self
                .others
                .iter()
                .filter(|(other, _)| *other == c)
                .fold(0, |places, (_, place)| places | place),
        }
    }

    /// Edits between the two words; two swapped neighbours count as one.
    ///
    /// A whole column of the table of distances is worked out at once, a bit a row (Hyyrö 2003).
    fn distance(&self, word: &str) -> u32 {
        let last = 1_u64 << (self.chars - 1);
        let mut distance = self.chars;
        let (mut up, mut down, mut diagonal, mut before) = (!0_u64, 0_u64, 0_u64, 0_u64);
        for c in word.chars() {
            let here = self.places(c);
            let swapped = ((!diagonal & here) << 1) & before;
            diagonal = ((here & up).wrapping_add(up) ^ up) | here | down | swapped;
            let right = down | !(diagonal | up);
            let left = diagonal & up;
            distance += u32::from(right & last != 0);
            distance -= u32::from(left & last != 0);
            let right = right << 1 | 1;
            up = left << 1 | !(diagonal | right);
            down = right & diagonal;
            before = here;
        }
        distance
    }
}

fn length(word: &str) -> u32 {
    u32::try_from(word.chars().count()).unwrap_or(u32::MAX)
}

/// The set of letters of `word`, one bit each; rarer signs share bits.
fn letters(word: &str) -> u64 {
    word.chars()
        .fold(0, |set, c| set | 1 << (u32::from(c) % 64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(known: &[(&str, u32)], typed: &str, meant: Option<&str>) {
        let mut dictionary = Dictionary::new("en");
        let counted: Vec<(Known, u32)> = known
            .iter()
            .map(|(word, count)| (dictionary.learn(word), *count))
            .collect();
        let lexicon = Lexicon::new(&dictionary, counted);
        let nearest = lexicon.nearest(&dictionary, typed);
        assert_eq!(
            nearest.map(|known| dictionary.word(known)),
            meant,
            "{typed}"
        );
    }

    #[test]
    fn a_misspelt_word_finds_its_own_and_a_short_one_stays() {
        let known = [
            "vulnerability",
            "distant",
            "distance",
            "love",
            "commitment",
            "guilt",
        ]
        .map(|word| (word, 1));
        for (typed, meant) in [
            ("vulnerabilty", Some("vulnerability")),
            ("comitmnet", Some("commitment")),
            ("distent", Some("distant")),
            ("gulit", Some("guilt")),
            ("lose", None),
            ("quantum", None),
            ("", None),
        ] {
            check(&known, typed, meant);
        }
        check(&known, &"vulnerability".repeat(9), None);
    }

    #[test]
    fn of_two_equally_near_words_the_commoner_is_meant() {
        check(&[("quite", 1), ("quiet", 9)], "quiit", Some("quiet"));
    }

    proptest! {
        #[test]
        fn the_distance_is_the_textbooks(a in "[abcé]{1,12}", b in "[abcé]{0,12}") {
            let pattern = Pattern::new(&a).expect("a short word");
            prop_assert_eq!(pattern.distance(&b) as usize, strsim::osa_distance(&a, &b));
        }
    }
}
