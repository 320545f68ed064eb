//! The language that the moderators want spoken before everyone.

use crate::content::LanguageName;
use serde::{Deserialize, Serialize};

/// How settings call the language that Discord says is the server's.
pub(super) const FOLLOW: &str = "follow";

/// A language to speak in a server, as its file of sentences calls it; or none, and Discord decides.
///
/// Which languages there are the author decides. One that is gone is not spoken, and Discord decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Language(Option<LanguageName>);

impl Language {
    /// The one that Discord says is the server's.
    pub const FOLLOW: Language = Language(None);

    /// The language that settings call `name`, if a language can be called so.
    pub fn named(name: &str) -> Option<Language> {
        match name {
            FOLLOW => Some(Language::FOLLOW),
            "" => None,
            name => name.parse().ok().map(|name| Language(Some(name))),
        }
    }

    /// What settings call it, unless Discord decides.
    pub fn name(&self) -> Option<&str> {
        self.0.as_ref().map(LanguageName::as_str)
    }
}

impl From<LanguageName> for Language {
    fn from(name: LanguageName) -> Language {
        Language(Some(name))
    }
}

impl From<Language> for String {
    fn from(language: Language) -> String {
        language.name().unwrap_or(FOLLOW).to_owned()
    }
}

impl TryFrom<String> for Language {
    type Error = &'static str;

    fn try_from(name: String) -> Result<Language, &'static str> {
        Language::named(&name).ok_or("no language is called so")
    }
}
