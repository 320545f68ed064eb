//! A linear model over sparse features, fitted from examples when the program starts.
//!
//! What a feature is, and what the classes mean, its users decide. Its tables of words, hashes and rows serve them too.

mod counted;
mod frozen;
mod interner;
mod keys;
mod model;
mod numbers;
mod recollection;
mod rows;

pub use counted::Counted;
pub use frozen::Frozen;
pub use interner::Interner;
pub use keys::Keys;
pub use model::{Examples, Model, softmax};
pub use numbers::Numbers;
pub use recollection::{Archive, BY_TEXT, Recollection};
pub use rows::Rows;
