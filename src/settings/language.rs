//! The language that the moderators want spoken before everyone.

use serde::{Deserialize, Serialize};

/// A language to speak in a server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// The one that Discord says is the server's.
    #[default]
    Follow,
    /// English.
    English,
    /// Swahili.
    Swahili,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Portuguese of Brazil.
    Portuguese,
}

impl Language {
    /// Its tag, unless Discord decides.
    pub fn tag(self) -> Option<&'static str> {
        match self {
            Language::Follow => None,
            Language::English => Some("en"),
            Language::Swahili => Some("sw"),
            Language::French => Some("fr"),
            Language::Spanish => Some("es"),
            Language::Portuguese => Some("pt-BR"),
        }
    }

    /// Whether nobody can choose it in Discord's own settings, so that the server has to say it for everyone.
    pub fn is_unknown_to_discord(self) -> bool {
        self == Language::Swahili
    }
}
