//! Articles and everything their author has written about them.
mod mistake;
pub mod reader;
pub mod words;
pub use mistake::{Mistake, Mistakes, did_you_mean};
