//! What the encoder's answers mean, and which files belong together: `encoder.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;

/// The file's name.
pub(super) const FILE: &str = "encoder.toml";

/// The names of what the encoder tells apart, in the order of its answers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classes {
    /// The article whose sections it was fitted for.
    pub article: String,
    /// The ids of those sections; after them stands the class of what no section answers.
    pub sections: Vec<String>,
    /// The kinds of help.
    pub routes: Vec<String>,
    /// Whose need it may be.
    pub whose: Vec<String>,
    /// For each file its SHA-256.
    files: BTreeMap<String, String>,
}

impl Classes {
    pub(super) fn read(text: &str) -> Result<Classes, String> {
        toml::from_str(text).map_err(|error| error.message().to_owned())
    }

    /// The checksums of all files, as one text: another encoder has another.
    pub(super) fn checksums(&self) -> String {
        self.files.values().map(String::as_str).collect()
    }

    /// The checksum that `file` must have.
    pub(super) fn checksum(&self, file: &str) -> Option<&str> {
        self.files.get(file).map(String::as_str)
    }
}
