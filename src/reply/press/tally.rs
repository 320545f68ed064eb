//! Presses on what was counted.

use super::{UnknownPress, number};
use std::fmt;
use std::str::FromStr;

/// A press on what was counted in a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TallyPress {
    /// Show the week that many weeks with counts before the newest.
    Week(u8),
    /// Ask whether all is to be deleted.
    Ask,
    /// Delete all of it, now that the moderator said so twice.
    Clear,
}

/// What every id of this family begins with.
pub(super) const PREFIX: &str = "tally";

impl fmt::Display for TallyPress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TallyPress::Week(page) => write!(f, "{PREFIX}:week:{page}"),
            TallyPress::Ask => write!(f, "{PREFIX}:ask"),
            TallyPress::Clear => write!(f, "{PREFIX}:clear"),
        }
    }
}

impl FromStr for TallyPress {
    type Err = UnknownPress;

    fn from_str(id: &str) -> Result<TallyPress, UnknownPress> {
        let fields: Vec<&str> = id.split(':').collect();
        match fields.as_slice() {
            [PREFIX, "week", page] => Ok(TallyPress::Week(number(page)?)),
            [PREFIX, "ask"] => Ok(TallyPress::Ask),
            [PREFIX, "clear"] => Ok(TallyPress::Clear),
            _ => Err(UnknownPress),
        }
    }
}

/// Every press of this family, as long as it gets.
#[cfg(test)]
pub(super) fn every_press() -> Vec<super::Press> {
    let all = [
        TallyPress::Week(u8::MAX),
        TallyPress::Ask,
        TallyPress::Clear,
    ];
    all.map(super::Press::Tally).to_vec()
}
