//! Seen from outside: whether the program lives and serves, how much it does, and what the system's supervisor is told.
//!
//! Every number is counted here by a function of its own, so that this folder is the whole list. None carries a person, a
//! server or a word of anybody's.

pub mod exit;
mod hourly;
pub mod numbers;
mod page;
mod supervisor;
mod tally;
mod vitals;

pub use hourly::hourly;
pub use page::{Page, PageError};
pub use supervisor::supervise;
pub use vitals::Vitals;

/// The number of this version.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The commit that the program was made of.
pub const COMMIT: &str = env!("VERBATIM_COMMIT");
