//! Why something was not kept.

use super::health::Trouble;
use crate::settings::Refused;

/// Why something was not kept. Whoever speaks to the person has the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// Such a change is not made.
    Refused(Refused),
    /// Such a report or lesson is not kept.
    Unkept(Unkept),
    /// Nothing was changed; the operator reads why.
    Trouble(Trouble),
    /// It broke off at the very end: whether it was kept is unknown.
    Unsure(Trouble),
}

/// Why a report or a lesson is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// There are so many already.
    Full,
    /// The same words were taught already.
    Known,
    /// Somebody else dealt with it.
    Gone,
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

impl From<Unkept> for StoreError {
    fn from(unkept: Unkept) -> StoreError {
        StoreError::Unkept(unkept)
    }
}
