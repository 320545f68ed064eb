//! The changes of a server, as the history keeps them.

use super::sql::json;
use crate::settings::Change;
use crate::who::UserId;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// How many changes of a server are told.
pub(super) const HISTORY: i64 = 50;

/// One line of the history: number, seconds, who, what.
pub(super) type HistoryRow = (i64, i64, Option<i64>, String);

/// A change that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its number: a server's first change is 1.
    pub number: u64,
    /// When, to the second.
    pub when: OffsetDateTime,
    /// Who made it, unless they asked to be forgotten.
    pub who: Option<UserId>,
    /// What was changed.
    pub what: Change,
    /// What takes it back.
    pub undo: Option<Change>,
}

/// A change and what takes it back, as the history keeps them. Older programs kept the change alone.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Both { did: Change, undo: Change },
    Alone(Change),
}

/// `did` and what takes it back, as the history keeps them.
pub(super) fn line(did: Change, undo: Change) -> String {
    json(&Line::Both { did, undo })
}

impl Recorded {
    /// What a row says; nothing, if a newer program wrote it.
    pub(super) fn read((number, at, who, what): HistoryRow) -> Option<Recorded> {
        let (what, undo) = match serde_json::from_str(&what).ok()? {
            Line::Both { did, undo } => (did, Some(undo)),
            Line::Alone(did) => (did, None),
        };
        Some(Recorded {
            number: number.cast_unsigned(),
            when: OffsetDateTime::from_unix_timestamp(at).ok()?,
            who: who.map(|who| UserId(who.cast_unsigned())),
            what,
            undo,
        })
    }
}
