//! Whether the database can be read and changed, and what to tell the operator where it cannot.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What works; each side mends itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Why settings cannot be read; the last known hold, and without any only care cards are served.
    pub reading: Option<Trouble>,
    /// Why settings cannot be changed.
    pub writing: Option<Trouble>,
}

/// How often the database failed since the start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Failures {
    /// When it was read.
    pub reading: u64,
    /// When it was changed.
    pub writing: u64,
}

/// What is wrong with the database, in words for the operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It does not answer.
    Away(String),
    /// Its disk is full.
    Full,
    /// It may only be read.
    ReadOnly,
    /// Its file was damaged.
    Damaged,
    /// Its file is no longer where it was.
    Gone,
    /// A newer program wrote there.
    Newer,
    /// What a row holds is not ours, or a newer program's.
    Unreadable(String),
    /// It does not take what one statement says; the code is its own. Nothing else is concerned.
    Unfit(String),
    /// One statement had to give way to another. Nothing else is concerned.
    Clash,
}

impl Trouble {
    /// Whether it concerns one row or one statement, not the database.
    pub(super) fn is_of_one(&self) -> bool {
        match self {
            Trouble::Newer | Trouble::Unreadable(_) | Trouble::Unfit(_) | Trouble::Clash => true,
            Trouble::Away(_)
            | Trouble::Full
            | Trouble::ReadOnly
            | Trouble::Damaged
            | Trouble::Gone => false,
        }
    }
}

/// The health, for everyone who notices something.
#[derive(Debug, Default)]
pub(super) struct Pulse {
    reading: Mutex<Side>,
    writing: Mutex<Side>,
}

/// One side of it, and what the log was told.
#[derive(Debug, Default)]
struct Side {
    trouble: Option<Trouble>,
    failures: u64,
    told_ill: bool,
    told_at: Option<Instant>,
}

/// So often the log hears of one side, at most: a disk that is nearly full takes some changes and refuses others.
const BETWEEN_LINES: Duration = Duration::from_secs(60);

impl Side {
    /// Notes how it went at `now`; whether the log should hear of it. Trouble that lasts is told again.
    fn note(&mut self, trouble: Option<&Trouble>, now: Instant) -> bool {
        self.trouble = trouble.cloned();
        let ill = trouble.is_some();
        self.failures += u64::from(ill);
        let news = ill || self.told_ill;
        let due = self
            .told_at
            .is_none_or(|at| now.saturating_duration_since(at) >= BETWEEN_LINES);
        let tells = news && due;
        if tells {
            (self.told_ill, self.told_at) = (ill, Some(now));
        }
        tells
    }
}

impl Pulse {
    pub(super) fn health(&self) -> Health {
        Health {
            reading: lock(&self.reading).trouble.clone(),
            writing: lock(&self.writing).trouble.clone(),
        }
    }

    /// How often reading and changing failed.
    pub(super) fn failures(&self) -> Failures {
        Failures {
            reading: lock(&self.reading).failures,
            writing: lock(&self.writing).failures,
        }
    }

    /// Notes how reading went; tells the log, once a minute at most.
    pub(super) fn reading(&self, trouble: Option<&Trouble>) {
        if !lock(&self.reading).note(trouble, Instant::now()) {
            return;
        }
        match trouble {
            Some(trouble) => {
                tracing::error!(%trouble, "settings cannot be read; the last known hold");
            }
            None => tracing::info!("settings can be read again"),
        }
    }

    /// Notes how changing went; tells the log, once a minute at most.
    pub(super) fn writing(&self, trouble: Option<&Trouble>) {
        if !lock(&self.writing).note(trouble, Instant::now()) {
            return;
        }
        match trouble {
            Some(trouble) => tracing::error!(%trouble, "settings cannot be changed"),
            None => tracing::info!("settings can be changed again"),
        }
    }
}

fn lock(side: &Mutex<Side>) -> MutexGuard<'_, Side> {
    side.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Health {
    /// Whether everything works.
    pub fn is_well(&self) -> bool {
        self.reading.is_none() && self.writing.is_none()
    }
}

impl From<sqlx::Error> for Trouble {
    fn from(error: sqlx::Error) -> Trouble {
        let told = match &error {
            sqlx::Error::Database(told) => told,
            // One row is not of the kind that it should be.
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                return Trouble::Unreadable(error.to_string());
            }
            _ => return Trouble::Away(error.to_string()),
        };
        match told.code().as_deref() {
            // PostgreSQL: disk_full, read_only_sql_transaction.
            Some("53100" | SQLITE_IOERR_SHMSIZE) => Trouble::Full,
            Some("25006") => Trouble::ReadOnly,
            // Whether that statement was completed is unknown.
            Some("40003") => Trouble::Away(error.to_string()),
            Some(code) => match primary(code) {
                Primary::Sqlite(SQLITE_FULL) => Trouble::Full,
                Primary::Sqlite(SQLITE_READONLY) => Trouble::ReadOnly,
                Primary::Sqlite(SQLITE_CORRUPT | SQLITE_NOTADB) => Trouble::Damaged,
                // The words beside these codes may repeat what somebody wrote.
                Primary::Sqlite(SQLITE_TOOBIG | SQLITE_CONSTRAINT | SQLITE_MISMATCH)
                | Primary::Postgres("22" | "23") => Trouble::Unfit(code.to_owned()),
                Primary::Postgres("40") => Trouble::Clash,
                _ => Trouble::Away(error.to_string()),
            },
            None => Trouble::Away(error.to_string()),
        }
    }
}

/// What to do about a damaged file.
pub(super) const MEND: &str = "restore a backup in its place, or move it away with the -wal and -shm beside it to begin without any settings";

/// The index of the log finds no room.
const SQLITE_IOERR_SHMSIZE: &str = "4874";
const SQLITE_READONLY: u32 = 8;
const SQLITE_CORRUPT: u32 = 11;
const SQLITE_FULL: u32 = 13;
const SQLITE_TOOBIG: u32 = 18;
const SQLITE_CONSTRAINT: u32 = 19;
const SQLITE_MISMATCH: u32 = 20;
const SQLITE_NOTADB: u32 = 26;

/// What kind of error a code stands for.
enum Primary<'c> {
    /// SQLite's code without its extension, which stands in the upper bytes.
    Sqlite(u32),
    /// The class of a SQLSTATE: 22 is data, 23 a constraint, 40 a transaction that was rolled back.
    Postgres(&'c str),
}

/// The kind of `code`. PostgreSQL's have five signs, SQLite's fewer.
fn primary(code: &str) -> Primary<'_> {
    match code.parse::<u32>() {
        Ok(number) if code.len() < 5 => Primary::Sqlite(number & 0xff),
        _ => Primary::Postgres(code.get(..2).unwrap_or(code)),
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Away(why) => write!(f, "the database does not answer: {why}"),
            Trouble::Full => write!(f, "the database's disk is full; make room"),
            Trouble::ReadOnly => write!(
                f,
                "the database may only be read; give this program the right to write"
            ),
            Trouble::Damaged => write!(
                f,
                "the database's file is damaged; stop this program, then {MEND}"
            ),
            Trouble::Gone => write!(
                f,
                "the database's file was removed or replaced while it was in use; put it back, and start this program again"
            ),
            Trouble::Newer => write!(
                f,
                "a newer program wrote these settings; update this one too"
            ),
            Trouble::Unfit(code) => {
                write!(
                    f,
                    "the database does not take what it was told (error {code})"
                )
            }
            Trouble::Clash => write!(f, "two wanted the same in the database at once"),
            Trouble::Unreadable(why) => write!(
                f,
                "the database holds what this program does not know, as a newer one may have written it: {why}"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_hears_of_one_side_once_a_minute_at_most() {
        let (mut side, start) = (Side::default(), Instant::now());
        let full = Some(&Trouble::Full);
        assert!(!side.note(None, start), "all is well, as ever");
        assert!(side.note(full, start));
        for second in 1..60 {
            let now = start + Duration::from_secs(second);
            assert!(!side.note(None, now) && !side.note(full, now));
        }
        assert!(side.note(full, start + BETWEEN_LINES), "it lasts");
        assert_eq!(side.failures, 61);
        assert!(side.note(None, start + BETWEEN_LINES * 2));
        assert!(!side.note(None, start + BETWEEN_LINES * 3));
    }
}
