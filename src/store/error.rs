//! Why something was not kept.

use super::health::Trouble;
use super::lessons::Unkept;
use crate::settings::Refused;
use std::fmt;

/// Why something was not kept, in words for the person who asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// Such a change is not made.
    Refused(Refused),
    /// Such a report or lesson is not kept.
    Unkept(Unkept),
    /// Nothing was changed; the operator should know why.
    Trouble(Trouble),
    /// It broke off at the very end: whether it was kept is unknown.
    Unsure(Trouble),
}

impl From<Refused> for StoreError {
    fn from(refused: Refused) -> StoreError {
        StoreError::Refused(refused)
    }
}

impl From<Trouble> for StoreError {
    fn from(trouble: Trouble) -> StoreError {
        StoreError::Trouble(trouble)
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> StoreError {
        StoreError::Trouble(error.into())
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            StoreError::Refused(refused) => return refused.fmt(f),
            StoreError::Unkept(unkept) => return unkept.fmt(f),
            StoreError::Trouble(Trouble::Away(_)) => {
                "I cannot reach my settings just now, so nothing was changed. Please try again in a minute."
            }
            StoreError::Trouble(Trouble::Full) => {
                "There is no room left for my settings, so nothing was changed. Whoever runs me must make some."
            }
            StoreError::Trouble(Trouble::ReadOnly) => {
                "I may only read my settings at the moment, so nothing was changed. Whoever runs me can allow it."
            }
            StoreError::Trouble(Trouble::Newer) => {
                "A newer version of me keeps these settings, so I changed nothing. Please try again in a few minutes."
            }
            StoreError::Trouble(Trouble::Unreadable(_)) => {
                "I cannot read the settings of this server, so I changed nothing. Please tell whoever runs me."
            }
            StoreError::Unsure(_) => {
                "The connection broke while I was saving. Please look at what is set before you try again."
            }
        })
    }
}

impl std::error::Error for StoreError {}
