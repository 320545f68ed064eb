//! Whether the database can be read and changed, and what to tell the operator where it cannot.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What works; each side mends itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Why settings cannot be read; the last known hold, and without any only care cards are served.
    pub reading: Option<Trouble>,
    /// Why settings cannot be changed.
    pub writing: Option<Trouble>,
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
    /// A newer program wrote there.
    Newer,
    /// What it holds is not ours.
    Unreadable(String),
}

/// The health, for everyone who notices something.
#[derive(Debug, Default)]
pub(super) struct Pulse(Mutex<Health>);

impl Pulse {
    pub(super) fn health(&self) -> Health {
        self.lock().clone()
    }

    /// Notes how reading went; logs when that is news.
    pub(super) fn reading(&self, trouble: Option<&Trouble>) {
        let mut health = self.lock();
        if health.reading.is_some() != trouble.is_some() {
            match trouble {
                Some(trouble) => {
                    tracing::error!(%trouble, "settings cannot be read; the last known hold")
                }
                None => tracing::info!("settings can be read again"),
            }
        }
        health.reading = trouble.cloned();
    }

    /// Notes how changing went; logs when that is news.
    pub(super) fn writing(&self, trouble: Option<&Trouble>) {
        let mut health = self.lock();
        if health.writing.is_some() != trouble.is_some() {
            match trouble {
                Some(trouble) => tracing::error!(%trouble, "settings cannot be changed"),
                None => tracing::info!("settings can be changed again"),
            }
        }
        health.writing = trouble.cloned();
    }

    fn lock(&self) -> MutexGuard<'_, Health> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Health {
    /// Whether everything works.
    pub fn is_well(&self) -> bool {
        self.reading.is_none() && self.writing.is_none()
    }
}

impl From<sqlx::Error> for Trouble {
    fn from(error: sqlx::Error) -> Trouble {
        let sqlx::Error::Database(told) = &error else {
            return Trouble::Away(error.to_string());
        };
        match told.code().as_deref() {
            // PostgreSQL: disk_full, read_only_sql_transaction.
            Some("53100" | SQLITE_IOERR_SHMSIZE) => Trouble::Full,
            Some("25006") => Trouble::ReadOnly,
            Some(code) => match primary(code) {
                Some(SQLITE_FULL) => Trouble::Full,
                Some(SQLITE_READONLY) => Trouble::ReadOnly,
                _ => Trouble::Away(error.to_string()),
            },
            None => Trouble::Away(error.to_string()),
        }
    }
}

/// The index of the log finds no room.
const SQLITE_IOERR_SHMSIZE: &str = "4874";
const SQLITE_READONLY: u32 = 8;
const SQLITE_FULL: u32 = 13;

/// SQLite's code without its extension, which stands in the upper bytes; PostgreSQL's codes have five signs.
fn primary(code: &str) -> Option<u32> {
    let code: u32 = code.parse().ok().filter(|_| code.len() < 5)?;
    Some(code & 0xff)
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
            Trouble::Newer => write!(
                f,
                "a newer program wrote these settings; update this one too"
            ),
            Trouble::Unreadable(why) => write!(f, "the database holds what is not ours: {why}"),
        }
    }
}
