//! Presses about somebody else's message: offering the article under it, and reading what was offered.

use super::table::table;
use super::{Key, Shown};

table! {
    /// A press about somebody else's message.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Offering {
        /// Offer to everyone what was found for a message.
        "all" => Publicly { message: u64, article: Key, shown: Shown },
        /// Open, for whoever presses, what was offered.
        "me" => Alone { article: Key, shown: Shown },
    }
}
