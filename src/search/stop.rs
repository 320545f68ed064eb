//! Words too common to tell sections apart.

/// English words that carry grammar, not matter. The linear model keeps them (it learns what
/// "what are we" means); BM25F leaves them out, where they would only add noise.
const ENGLISH: &[&str] = &[
    "a", "about", "after", "again", "all", "also", "am", "an", "and", "any", "are", "as", "at",
    "be", "because", "been", "before", "being", "but", "by", "can", "could", "did", "do", "does",
    "doing", "done", "else", "ever", "for", "from", "get", "got", "had", "has", "have", "having",
    "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its",
    "just", "know", "like", "may", "me", "might", "more", "most", "much", "must", "my", "no",
    "not", "now", "of", "on", "one", "only", "or", "other", "our", "out", "over", "own", "really",
    "said", "same", "say", "says", "shall", "she", "should", "so", "some", "still", "such", "tell",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "thing", "things",
    "this", "those", "though", "to", "too", "up", "us", "very", "was", "we", "well", "were",
    "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with",
    "would", "yes", "yet", "you", "your", "yours",
];

/// Whether `word` carries grammar, not matter.
pub(super) fn is_stop_word(word: &str) -> bool {
    ENGLISH.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order() {
        assert!(ENGLISH.is_sorted());
    }
}
