//! What was found for a question, without a word of either.

use super::Key;
use super::table::table;
use crate::content::Passage;

table! {
    /// What was found, without a word of it. Of several sections the likeliest stands first.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Shown {
        /// A passage from its first to its last block, and the sections that came next to it.
        "p" => Passage { section: Key, blocks: (u16, u16), next: Vec<Key> as Last },
        /// A passage of the likeliest section, and the others that may be meant.
        "y" => Likely { section: Key, blocks: (u16, u16), others: Vec<Key> },
        /// Sections to choose from.
        "c" => Choices(sections: Vec<Key>),
        /// Nothing answers; the nearest sections.
        "n" => Nearest(sections: Vec<Key>),
        /// That only a doctor or a clinic can tell.
        "d" => Clinic,
        /// That the article is in another language.
        "o" => OtherLanguage,
        /// The list of sections.
        "l" => Contents,
    }
}

/// The first and the last block of `passage`, as an id has room for them.
pub fn blocks(passage: Passage) -> (u16, u16) {
    let block = |block: &usize| u16::try_from(*block).unwrap_or(u16::MAX);
    let blocks = passage.blocks();
    (block(blocks.start()), block(blocks.end()))
}
