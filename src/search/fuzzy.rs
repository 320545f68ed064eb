//! One typed word against the words we know.

/// The known words, ready to be compared with a misspelt one.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: Vec<Known>,
}

#[derive(Debug)]
struct Known {
    word: Box<str>,
    chars: u32,
    letters: u64,
    /// How often people and articles use it; the commoner of two equally near words is meant.
    count: u32,
}

impl Lexicon {
    /// The words of `counted`, with how often each is used.
    pub(super) fn new(counted: impl IntoIterator<Item = (Box<str>, u32)>) -> Lexicon {
        let mut words: Vec<Known> = counted
            .into_iter()
            .map(|(word, count)| Known {
                chars: length(&word),
                letters: letters(&word),
                word,
                count,
            })
            .collect();
        words.sort_by(|a, b| (a.chars, &a.word).cmp(&(b.chars, &b.word)));
        Lexicon { words }
    }

    /// The known word nearest to `typed`; none if all are too far.
    ///
    /// Two words within `d` edits differ in at most `2 d` letters of their letter sets, and their
    /// lengths by at most `d`: both tests are cheap and leave few words to compare in full.
    pub(super) fn nearest(&self, typed: &str) -> Option<&str> {
        let chars = length(typed);
        let edits = allowed(chars);
        if edits == 0 {
            return None;
        }
        let typed_letters = letters(typed);
        let from = self.words.partition_point(|w| w.chars + edits < chars);
        self.words[from..]
            .iter()
            .take_while(|known| known.chars <= chars + edits)
            .filter(|known| (known.letters ^ typed_letters).count_ones() <= 2 * edits)
            .map(|known| (distance(typed, &known.word), known))
            .filter(|(distance, _)| *distance <= edits)
            .min_by_key(|(distance, known)| (*distance, std::cmp::Reverse(known.count)))
            .map(|(_, known)| &*known.word)
    }
}

/// Short words bear no typo: at four letters one edit already makes another word.
pub(super) fn allowed(chars: u32) -> u32 {
    match chars {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

/// Edits between two words; two swapped neighbours count as one.
fn distance(a: &str, b: &str) -> u32 {
    u32::try_from(strsim::osa_distance(a, b)).unwrap_or(u32::MAX)
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

    #[test]
    fn a_misspelt_word_finds_its_own_and_a_short_one_stays() {
        let known = [
            "vulnerability",
            "distant",
            "distance",
            "love",
            "commitment",
            "guilt",
        ];
        let lexicon = Lexicon::new(known.map(|word| (Box::from(word), 1)));
        for (typed, meant) in [
            ("vulnerabilty", Some("vulnerability")),
            ("comitmnet", Some("commitment")),
            ("distent", Some("distant")),
            ("gulit", Some("guilt")),
            ("lose", None),
            ("quantum", None),
            ("", None),
        ] {
            assert_eq!(lexicon.nearest(typed), meant, "{typed}");
        }
    }

    #[test]
    fn of_two_equally_near_words_the_commoner_is_meant() {
        let lexicon = Lexicon::new([("quite", 1), ("quiet", 9)].map(|(w, n)| (Box::from(w), n)));
        assert_eq!(lexicon.nearest("quiit"), Some("quiet"));
    }
}
