//! Where the settings of every server are kept: one SQLite file, or PostgreSQL for several processes.
//!
//! While the database is away, the last known settings hold. What cannot be read is told apart from what nobody chose:
//! the first is an error, the second has its defaults. A change is made whole or not at all, together with its line in
//! the history. Nobody's question comes here.

mod backup;
mod cache;
mod carry;
mod claims;
mod clash;
mod error;
mod health;
mod history;
mod inner;
mod known;
mod lessons;
mod location;
mod migrate;
mod note;
mod postgres;
mod private;
mod removal;
mod review;
mod rows;
mod sql;
mod sqlite;
mod tally;
mod unread;
mod wipe;

pub use backup::{BackupError, back_up};
pub use claims::{Claim, Claims, Standing, Turn, Wanted};
pub use error::{StoreError, Unkept};
pub use health::{Failures, Health, Trouble};
pub use history::Recorded;
pub use lessons::{Due, LESSONS, Lesson, REPORT_KEPT, REPORTS, Report, Teaching, is_same};
pub use location::{Location, OpenError, is_this_machine};
pub use note::{NOTE_KEPT, Note};
pub use private::write_private;
pub use rows::Kept;
pub use tally::{Counting, Day, TALLY_KEPT, Tallied, every_tally};

use crate::settings::{Change, Settings};
use crate::who::{GuildId, Moderator, UserId};
use cache::{Cache, Memory};
use clash::twice;
use health::Pulse;
use inner::{Database, Inner, Unwiped, either};
use postgres::Postgres;
use rows::Edit;
use sqlite::Sqlite;
use std::sync::Arc;
use time::{Duration, OffsetDateTime};
use unread::UnreadRows;

/// Of how many servers the settings are remembered: a kilobyte each, ten megabytes in all.
pub const REMEMBERED: usize = 10_000;

/// How long a server's rows are kept after it removed the bot, in case that was a mistake.
pub const KEPT_AFTER_LEAVING: Duration = Duration::days(30);

/// How long a chore may take that nobody waits for in front of a screen.
const CHORE: std::time::Duration = std::time::Duration::from_secs(30);

/// The settings of every server.
#[derive(Clone, Debug)]
pub struct Store(Arc<Inner>);

impl Store {
    /// Opens the database and brings it up to date.
    ///
    /// # Errors
    ///
    /// Whatever an operator must mend first. A PostgreSQL that does not answer is no error: see [`Store::health`].
    pub async fn open(location: &Location) -> Result<Store, OpenError> {
        let memory = Arc::new(Memory {
            cache: Cache::new(REMEMBERED),
            pulse: Pulse::default(),
            unread: UnreadRows::default(),
        });
        let database = match location {
            Location::File(file) => {
                let sqlite = Sqlite::open(file).await?;
                if sqlite.is_readonly() {
                    memory.pulse.writing(Some(&Trouble::ReadOnly));
                }
                Database::Sqlite(sqlite)
            }
            Location::Postgres(options) => {
                let place = location.to_string();
                Database::Postgres(Postgres::open(options, place, memory.clone()).await?)
            }
        };
        let inner = Arc::new(Inner {
            database,
            memory,
            unwiped: Unwiped::default(),
        });
        // Whoever ran before may have been killed between a deletion and its wiping.
        inner.wipe_soon();
        tokio::spawn(removal::watch(Arc::downgrade(&inner)));
        Ok(Store(inner))
    }

    /// The settings of `guild`: kept, last known, or the private ones of a server that never chose.
    ///
    /// # Errors
    ///
    /// They cannot be read, so nobody knows what is closed there.
    pub async fn settings(&self, guild: GuildId) -> Result<Arc<Settings>, Trouble> {
        Ok(self.0.known(guild).await?.settings)
    }

    /// The settings of `guild` and what it taught.
    ///
    /// # Errors
    ///
    /// They cannot be read, so nobody knows what is closed there.
    pub async fn chosen(&self, guild: GuildId) -> Result<(Arc<Settings>, Arc<[Lesson]>), Trouble> {
        let known = self.0.known(guild).await?;
        Ok((known.settings, known.taught))
    }

    /// Makes one change and its line in the history; gives the settings after it.
    ///
    /// A change that began is finished, even if whoever asked no longer waits.
    ///
    /// # Errors
    ///
    /// Nothing was changed, or it is unknown whether.
    pub async fn change(
        &self,
        moderator: Moderator,
        by: UserId,
        change: Change,
        now: OffsetDateTime,
    ) -> Result<Arc<Settings>, StoreError> {
        let guild = moderator.guild();
        let edit = Edit {
            guild,
            by,
            change,
            at: now,
        };
        self.finished(async move |inner| {
            let ticket = inner.memory.cache.ticket();
            let changed =
                twice(|| async { either!(&inner.database, it => it.change(&edit).await) });
            Ok(inner.learned(guild, ticket, changed.await)?.settings)
        })
        .await
    }

    /// What `work` gives, which is finished even if nobody waits for it any more.
    async fn finished<T, W>(&self, work: impl FnOnce(Arc<Inner>) -> W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: Future<Output = Result<T, StoreError>> + Send + 'static,
    {
        let finished = tokio::spawn(work(self.0.clone()));
        let stopped = |_| {
            Err(StoreError::Unsure(Trouble::Away(
                "we are stopping".to_owned(),
            )))
        };
        finished.await.unwrap_or_else(stopped)
    }

    /// The last changes of `guild`, the newest first; fifty are kept.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn history(&self, guild: GuildId) -> Result<Vec<Recorded>, StoreError> {
        let rows = either!(&self.0.database, it => self.0.ask(|| it.history(guild)).await)?;
        Ok(rows.into_iter().filter_map(Recorded::read).collect())
    }

    /// Notes that `guild` removed the bot: [`KEPT_AFTER_LEAVING`] later a sweep deletes its rows.
    ///
    /// # Errors
    ///
    /// It was not noted; [`Store::kept`] still tells that the server is here.
    pub async fn left(&self, guild: GuildId, now: OffsetDateTime) -> Result<(), StoreError> {
        let now = now.unix_timestamp();
        either!(&self.0.database, it => self.0.chore(|| it.left(guild, now)).await)
    }

    /// Notes that `guild` has the bot again: nothing of it is deleted.
    ///
    /// # Errors
    ///
    /// It was not noted; [`Store::kept`] still tells that the server left.
    pub async fn returned(&self, guild: GuildId) -> Result<(), StoreError> {
        either!(&self.0.database, it => self.0.chore(|| it.returned(guild)).await)
    }

    /// Deletes every server that left [`KEPT_AFTER_LEAVING`] ago or earlier, every report as old as [`REPORT_KEPT`],
    /// and what else is over; gives the servers.
    ///
    /// # Errors
    ///
    /// The next sweep deletes them.
    pub async fn sweep(&self, now: OffsetDateTime) -> Result<Vec<GuildId>, StoreError> {
        let before = (now - KEPT_AFTER_LEAVING).unix_timestamp();
        let too_old = lessons::too_old(now);
        let gone =
            either!(&self.0.database, it => self.0.chore(|| it.sweep(before, too_old)).await);
        let notes = self.expire_notes(now).await;
        // Whether anything was deleted may be unknown.
        self.0.wipe_soon();
        let gone = gone?;
        for guild in &gone {
            self.0.memory.cache.forget(*guild);
        }
        notes?;
        self.expire_tallies(now).await?;
        Ok(gone)
    }

    /// Takes `user` out of every history; what they changed stays. Gives how many lines named them.
    ///
    /// # Errors
    ///
    /// Some lines may still name them.
    pub async fn forget(&self, user: UserId) -> Result<u64, StoreError> {
        either!(&self.0.database, it => self.0.chore(|| it.forget(user)).await)
    }

    /// Every server of which something is kept. Who starts compares them with the servers that have the bot: one that
    /// left or returned meanwhile told nobody.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn kept(&self) -> Result<Vec<Kept>, StoreError> {
        let rows =
            either!(&self.0.database, it => self.0.chore(|| async { Ok(it.kept().await?) }).await)?;
        Ok(rows.into_iter().map(Kept::read).collect())
    }

    /// What works and what does not.
    pub fn health(&self) -> Health {
        self.0.memory.pulse.health()
    }

    /// How often the database failed since the start.
    pub fn failures(&self) -> Failures {
        self.0.memory.pulse.failures()
    }

    /// Of how many servers the settings are remembered now.
    pub fn remembered(&self) -> usize {
        self.0.memory.cache.len()
    }

    /// Takes and keeps the shards that are `wanted`; nothing where the database is a file, which one process has alone.
    pub fn claims(&self, wanted: Wanted) -> Option<Claims> {
        match &self.0.database {
            Database::Sqlite(_) => None,
            Database::Postgres(it) => Some(it.claims(wanted)),
        }
    }

    /// Lets the database go, after what was deleted is gone from its files.
    pub async fn close(&self) {
        self.0.wipe_now().await;
        either!(&self.0.database, it => it.close().await)
    }
}
