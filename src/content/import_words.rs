//! What an import knows of pages: the author's lists in `import.toml`.

use serde::de::DeserializeOwned;

/// The file that the program carries. It holds for every folder of content: what stands around texts is the web's way
/// of speaking, not one author's.
const IMPORT: &str = include_str!("../../content/import.toml");

/// The lists of `import.toml` that `T` names; whoever needs some reads those alone.
///
/// # Panics
///
/// If the file that the program carries lacks one of them.
pub fn import_words<T: DeserializeOwned>() -> T {
    toml::from_str(IMPORT).expect("the program carries every list that it reads")
}
