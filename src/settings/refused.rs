//! Why a change is not made.

use super::{CARE_LINE_LIMIT, LIST_LIMIT, MOST_A_MINUTE, MOST_AN_HOUR};
use std::fmt;

/// Why a change is not made, in words for the moderator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A list is full.
    Full,
    /// The line is too long.
    TooLong,
    /// The line would ping somebody.
    Pings,
    /// Nobody could ask at such a pace, or somebody could flood the channel.
    Pace,
    /// No place is called like that.
    Place,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Full => write!(
                f,
                "That list already holds {LIST_LIMIT}, and more do not fit. Please take one out first."
            ),
            Refused::TooLong => write!(
                f,
                "That line is too long. Please say it in {CARE_LINE_LIMIT} characters."
            ),
            Refused::Pings => write!(
                f,
                "That line would ping somebody. Please write names without the @ sign."
            ),
            Refused::Pace => write!(
                f,
                "Please choose 1 to {MOST_A_MINUTE} questions a minute and at most {MOST_AN_HOUR} an hour, but no fewer an hour than a minute."
            ),
            Refused::Place => write!(
                f,
                "I know no place called that. Please choose one from the list."
            ),
        }
    }
}
