//! A linear model over sparse features, fitted from examples when the program starts.
//!
//! What a feature is, and what the classes mean, its users decide.

mod hash;
mod model;
mod rows;

pub use hash::{ByHash, ByWord, Fnv};
pub use model::{Examples, Model, softmax};
pub use rows::Rows;
