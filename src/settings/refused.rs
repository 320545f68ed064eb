//! Why a change is not made.

/// Why a change is not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refused {
    /// A list is full.
    Full,
    /// The line is too long.
    TooLong,
    /// The line would ping somebody.
    Pings,
    /// The line would hide where a link leads.
    Masks,
    /// Nobody could ask at such a pace, or somebody could flood the channel.
    Pace,
    /// No place is called like that.
    Place,
}
