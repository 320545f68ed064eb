//! Articles and everything their author has written about them.
mod mistake;
pub mod reader;
pub use mistake::{Mistake, Mistakes, did_you_mean};
