//! Presses on what was counted.

use super::table::table;

table! {
    /// A press on what was counted in a server.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum TallyPress {
        /// Show the week that many weeks with counts before the newest.
        "week" => Week(weeks: u8),
        /// Ask whether all is to be deleted.
        "ask" => Ask,
        /// Delete all of it, now that the moderator said so twice.
        "clear" => Clear,
    }
}
