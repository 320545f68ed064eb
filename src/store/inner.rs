//! The database, and what we know without asking it.

use super::CHORE;
use super::cache::{Memory, Ticket};
use super::clash::twice;
use super::error::StoreError;
use super::health::Trouble;
use super::known::Known;
use super::postgres::Postgres;
use super::sql::{in_time, within};
use super::sqlite::Sqlite;
use crate::who::GuildId;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

#[derive(Debug)]
pub(super) struct Inner {
    pub(super) database: Database,
    pub(super) memory: Arc<Memory>,
    pub(super) unwiped: Unwiped,
}

/// What is left to wipe.
#[derive(Debug, Default)]
pub(super) struct Unwiped {
    /// Something was deleted, and a task will see to it (`wipe`).
    pub(super) waits: AtomicBool,
    /// The last try failed, and the log says so.
    pub(super) failed: AtomicBool,
}

#[derive(Debug)]
pub(super) enum Database {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// Does the same with whichever database it is.
macro_rules! either {
    ($database:expr, $it:ident => $work:expr) => {
        match $database {
            Database::Sqlite($it) => $work,
            Database::Postgres($it) => $work,
        }
    };
}

impl Inner {
    /// What holds for `guild`: kept, last known while the database is away, or what holds for a server that never
    /// chose. A row that is not understood is neither: what was known before is older than it.
    pub(super) async fn known(&self, guild: GuildId) -> Result<Known, Trouble> {
        let memory = &self.memory;
        if let Some(known) = memory.cache.fresh(guild) {
            return Ok(known);
        }
        let ticket = memory.cache.ticket();
        let rows = either!(&self.database, it => self.ask(|| async {
            let row = it.load(guild).await?;
            // Only who taught something is asked for it.
            let taught = match &row {
                Some(row) if row.3 > 0 => it.taught(guild).await?,
                _ => Vec::new(),
            };
            Ok(row.map(|row| (row, taught)))
        }).await);
        let read = match rows {
            Err(trouble @ Trouble::Unreadable(_)) => Err(trouble),
            Err(trouble) => return memory.cache.last_known(guild).ok_or(trouble),
            Ok(None) => Ok(Known::nothing()),
            Ok(Some((row, taught))) => Known::read(&row, taught),
        };
        match read {
            Ok(known) => {
                memory.unread.understood(guild);
                Ok(memory.cache.keep(guild, known, ticket))
            }
            Err(trouble) => {
                if memory.unread.is_news(guild, &trouble) {
                    memory.cache.forget(guild);
                }
                Err(trouble)
            }
        }
    }

    /// What holds for `guild` after it was changed, which began at `ticket`.
    pub(super) fn learned(
        &self,
        guild: GuildId,
        ticket: Ticket,
        changed: Result<Known, StoreError>,
    ) -> Result<Known, StoreError> {
        if let Err(StoreError::Unsure(_)) = changed {
            self.memory.cache.doubt(guild, u64::MAX);
        }
        let known = self.noted(changed)?;
        self.memory.unread.understood(guild);
        Ok(self.memory.cache.keep(guild, known, ticket))
    }

    /// What was `written`; the pulse notes how that went.
    pub(super) fn noted<T>(&self, written: Result<T, StoreError>) -> Result<T, StoreError> {
        match &written {
            Ok(_) => self.memory.pulse.writing(None),
            Err(error) => self.failed(error),
        }
        written
    }

    /// What the database says, if it says so in time.
    pub(super) fn ask<T, W>(&self, work: impl Fn() -> W) -> impl Future<Output = Result<T, Trouble>>
    where
        W: Future<Output = Result<T, sqlx::Error>>,
    {
        let asked = in_time(async move { twice(|| async { Ok(work().await?) }).await });
        async move {
            either!(&self.database, it => it.reachable())?;
            let asked: Result<T, Trouble> = asked.await;
            match &asked {
                Ok(_) => self.memory.pulse.reading(None),
                Err(trouble) if trouble.is_of_one() => (),
                Err(trouble) => {
                    self.memory.pulse.reading(Some(trouble));
                    either!(&self.database, it => it.doubt());
                }
            }
            asked
        }
    }

    /// What a chore gives, if it does not take forever.
    pub(super) fn chore<T, W>(
        &self,
        work: impl Fn() -> W,
    ) -> impl Future<Output = Result<T, StoreError>>
    where
        W: Future<Output = Result<T, StoreError>>,
    {
        // Outside, the deadline; inside, what the work itself gave.
        let done = within(CHORE, async move { Ok(twice(work).await) });
        async move {
            let done = done.await;
            let done = done.unwrap_or_else(|trouble| Err(StoreError::Unsure(trouble)));
            if let Err(error) = &done {
                self.failed(error);
            }
            done
        }
    }

    /// Notes what concerns the whole database, not one server's row or one change.
    pub(super) fn failed(&self, error: &StoreError) {
        let (StoreError::Trouble(trouble) | StoreError::Unsure(trouble)) = error else {
            return;
        };
        match trouble {
            Trouble::Unfit(_) => tracing::warn!(%trouble, "one change was not kept"),
            trouble if trouble.is_of_one() => (),
            Trouble::Full | Trouble::ReadOnly | Trouble::Gone => {
                self.memory.pulse.writing(Some(trouble))
            }
            _ => {
                self.memory.pulse.writing(Some(trouble));
                either!(&self.database, it => it.doubt());
            }
        }
    }
}

pub(super) use either;
