//! Where the settings of every server are kept: one SQLite file, or PostgreSQL for several processes.
//!
//! Reading cannot fail: while the database is away, the last known settings hold, and private ones where none are
//! known. A change is made whole or not at all, together with its line in the history. Nobody's question comes here.

mod cache;
mod health;
mod lessons;
mod migrate;
mod postgres;
mod rows;
mod sqlite;

pub use health::{Health, Trouble};
pub use lessons::{LESSONS, Lesson, REPORT_KEPT, REPORTS, Report, Teaching, Unkept, is_same};
pub use rows::{Kept, Recorded};

use crate::content::Slug;
use crate::settings::{Change, Refused, Settings};
use crate::who::{GuildId, Moderator, UserId};
use cache::{Cache, Ticket};
use health::Pulse;
use postgres::Postgres;
use rows::{Edit, Known, in_time, within};
use sqlite::Sqlite;
use sqlx::postgres::PgConnectOptions;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use time::{Duration, OffsetDateTime};

/// Of how many servers the settings are remembered: a kilobyte each, ten megabytes in all.
pub const REMEMBERED: usize = 10_000;

/// How long a server's rows are kept after it removed the bot, in case that was a mistake.
pub const KEPT_AFTER_LEAVING: Duration = Duration::days(30);

/// How long a chore may take that nobody waits for in front of a screen.
const CHORE: std::time::Duration = std::time::Duration::from_secs(30);

/// The settings of every server.
#[derive(Clone, Debug)]
pub struct Store(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    database: Database,
    memory: Arc<Memory>,
}

/// What we know without asking the database.
#[derive(Debug)]
struct Memory {
    cache: Cache,
    pulse: Pulse,
}

#[derive(Debug)]
enum Database {
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

/// Where the database is.
#[derive(Clone)]
pub enum Location {
    /// A file of our own.
    File(PathBuf),
    /// A PostgreSQL server; it may be shared by several processes.
    Postgres(Box<PgConnectOptions>),
}

/// Why the store cannot be opened, in words for the operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// `DATABASE_URL` names no database that we speak to.
    Url(String),
    /// The file cannot be opened or made.
    File(PathBuf, String),
    /// Another process holds the file.
    InUse(PathBuf),
    /// PostgreSQL knows us and says no.
    Refused(String),
    /// A newer program brought it to this version.
    Newer(String, i64),
    /// It could not be brought up to date.
    Steps(String, String),
}

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

impl Location {
    /// What `DATABASE_URL` says or, if it says nothing, `file`.
    ///
    /// # Errors
    ///
    /// An address that we cannot speak to. It may hold a password, so it is not repeated.
    pub fn chosen(database_url: Option<&str>, file: &Path) -> Result<Location, OpenError> {
        let Some(url) = database_url.map(str::trim).filter(|url| !url.is_empty()) else {
            return Ok(Location::File(file.to_owned()));
        };
        if let Some(file) = url.strip_prefix("sqlite:") {
            let file = file.strip_prefix("//").unwrap_or(file);
            return Ok(Location::File(PathBuf::from(file)));
        }
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err(OpenError::Url(
                "it begins with neither postgres:// nor sqlite:".to_owned(),
            ));
        }
        match url.parse::<PgConnectOptions>() {
            Ok(options) => Ok(Location::Postgres(Box::new(options))),
            Err(_) => Err(OpenError::Url(
                "what follows postgres:// cannot be read".to_owned(),
            )),
        }
    }
}

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
        Ok(Store(Arc::new(Inner { database, memory })))
    }

    /// The settings of `guild`: kept, last known, or the private ones of a server that never chose.
    pub async fn settings(&self, guild: GuildId) -> Arc<Settings> {
        self.0.known(guild).await.settings
    }

    /// The settings of `guild` and what it taught.
    pub async fn chosen(&self, guild: GuildId) -> (Arc<Settings>, Arc<[Lesson]>) {
        let known = self.0.known(guild).await;
        (known.settings, known.taught)
    }

    /// Makes one change and its line in the history; gives the settings after it.
    ///
    /// A change that began is finished, even if whoever asked no longer waits.
    ///
    /// # Errors
    ///
    /// A sentence for the moderator.
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
            let changed = either!(&inner.database, it => it.change(edit).await);
            Ok(inner.learned(guild, ticket, changed)?.settings)
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
        let rows = either!(&self.0.database, it => self.0.ask(it.history(guild)).await)?;
        Ok(rows.into_iter().filter_map(Recorded::read).collect())
    }

    /// Notes that `guild` removed the bot: [`KEPT_AFTER_LEAVING`] later a sweep deletes its rows.
    ///
    /// # Errors
    ///
    /// It was not noted; [`Store::kept`] still tells that the server is here.
    pub async fn left(&self, guild: GuildId, now: OffsetDateTime) -> Result<(), StoreError> {
        let now = now.unix_timestamp();
        either!(&self.0.database, it => self.0.chore(it.left(guild, now)).await)
    }

    /// Notes that `guild` has the bot again: nothing of it is deleted.
    ///
    /// # Errors
    ///
    /// It was not noted; [`Store::kept`] still tells that the server left.
    pub async fn returned(&self, guild: GuildId) -> Result<(), StoreError> {
        either!(&self.0.database, it => self.0.chore(it.returned(guild)).await)
    }

    /// Deletes every server that left [`KEPT_AFTER_LEAVING`] ago or earlier, and every report as old as
    /// [`REPORT_KEPT`]; gives the servers.
    ///
    /// # Errors
    ///
    /// The next sweep deletes them.
    pub async fn sweep(&self, now: OffsetDateTime) -> Result<Vec<GuildId>, StoreError> {
        let before = (now - KEPT_AFTER_LEAVING).unix_timestamp();
        let too_old = lessons::too_old(now);
        let gone = either!(&self.0.database, it => self.0.chore(it.sweep(before, too_old)).await)?;
        for guild in &gone {
            self.0.memory.cache.forget(*guild);
        }
        Ok(gone)
    }

    /// Takes `user` out of every history; what they changed stays. Gives how many lines named them.
    ///
    /// # Errors
    ///
    /// A sentence for the person who asked to be forgotten.
    pub async fn forget(&self, user: UserId) -> Result<u64, StoreError> {
        either!(&self.0.database, it => self.0.chore(it.forget(user)).await)
    }

    /// Every server of which something is kept. Who starts compares them with the servers that have the bot: one that
    /// left or returned meanwhile told nobody.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn kept(&self) -> Result<Vec<Kept>, StoreError> {
        let rows =
            either!(&self.0.database, it => self.0.chore(async { Ok(it.kept().await?) }).await)?;
        Ok(rows.into_iter().map(Kept::read).collect())
    }

    /// Keeps a question about `article` for the moderators of `guild`, without a name; gives its number. Words that
    /// wait already wait once.
    ///
    /// # Errors
    ///
    /// [`Unkept::Full`], or the database does not answer.
    pub async fn report(
        &self,
        guild: GuildId,
        article: &Slug,
        words: &str,
        now: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        let (article, words) = (article.as_str().to_owned(), words.to_owned());
        self.finished(async move |inner| {
            let kept =
                either!(&inner.database, it => it.report(guild, &article, &words, now).await);
            inner.noted(kept)
        })
        .await
    }

    /// What waits for the moderators of `guild`, the oldest first.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn reports(
        &self,
        moderator: Moderator,
        now: OffsetDateTime,
    ) -> Result<Vec<Report>, StoreError> {
        let (guild, too_old) = (moderator.guild(), lessons::too_old(now));
        let rows = either!(&self.0.database, it => self.0.ask(it.waiting(guild, too_old)).await)?;
        Ok(rows.into_iter().filter_map(Report::read).collect())
    }

    /// Deletes the report `number`, which needs nothing more; whether it still waited.
    ///
    /// # Errors
    ///
    /// It still waits.
    pub async fn dismiss(&self, moderator: Moderator, number: u64) -> Result<bool, StoreError> {
        let guild = moderator.guild();
        self.finished(async move |inner| {
            let dealt = either!(&inner.database, it => it.dealt(guild, number).await);
            inner.noted(dealt)
        })
        .await
    }

    /// Makes a report an example of the server's own; gives everything it taught.
    ///
    /// # Errors
    ///
    /// A sentence for the moderator.
    pub async fn teach(
        &self,
        moderator: Moderator,
        teaching: Teaching,
    ) -> Result<Arc<[Lesson]>, StoreError> {
        let guild = moderator.guild();
        self.finished(async move |inner| {
            let ticket = inner.memory.cache.ticket();
            let taught = either!(&inner.database, it => it.teach(guild, teaching).await);
            Ok(inner.learned(guild, ticket, taught)?.taught)
        })
        .await
    }

    /// Takes the lesson `number` back; gives everything else it taught.
    ///
    /// # Errors
    ///
    /// A sentence for the moderator.
    pub async fn unteach(
        &self,
        moderator: Moderator,
        number: u64,
    ) -> Result<Arc<[Lesson]>, StoreError> {
        let guild = moderator.guild();
        self.finished(async move |inner| {
            let ticket = inner.memory.cache.ticket();
            let taught = either!(&inner.database, it => it.unteach(guild, number).await);
            Ok(inner.learned(guild, ticket, taught)?.taught)
        })
        .await
    }

    /// What works and what does not.
    pub fn health(&self) -> Health {
        self.0.memory.pulse.health()
    }

    /// Of how many servers the settings are remembered now.
    pub fn remembered(&self) -> usize {
        self.0.memory.cache.len()
    }

    /// Lets the database go.
    pub async fn close(&self) {
        either!(&self.0.database, it => it.close().await)
    }
}

impl Inner {
    /// What holds for `guild`: kept, last known, or what holds for a server that never chose.
    async fn known(&self, guild: GuildId) -> Known {
        let memory = &self.memory;
        if let Some(known) = memory.cache.fresh(guild) {
            return known;
        }
        let ticket = memory.cache.ticket();
        let last_known = || {
            memory
                .cache
                .last_known(guild)
                .unwrap_or_else(Known::nothing)
        };
        let rows = either!(&self.database, it => self.ask(async {
            let row = it.load(guild).await?;
            // Only who taught something is asked for it.
            let taught = match &row {
                Some(row) if row.3 > 0 => it.taught(guild).await?,
                _ => Vec::new(),
            };
            Ok(row.map(|row| (row, taught)))
        }).await);
        let known = match rows {
            Err(_) => return last_known(),
            Ok(None) => Known::nothing(),
            Ok(Some((row, taught))) => Known::read(&row, taught).unwrap_or_else(|trouble| {
                tracing::error!(%trouble, guild = guild.0, "a server's settings are not understood; the last known hold");
                let (revision, lessons) = (row.1.cast_unsigned(), row.3.cast_unsigned());
                Known { revision, lessons, ..last_known() }
            }),
        };
        memory.cache.keep(guild, known, ticket)
    }

    /// What holds for `guild` after it was changed, which began at `ticket`.
    fn learned(
        &self,
        guild: GuildId,
        ticket: Ticket,
        changed: Result<Known, StoreError>,
    ) -> Result<Known, StoreError> {
        if let Err(StoreError::Unsure(_)) = changed {
            self.memory.cache.doubt(guild, u64::MAX);
        }
        let known = self.noted(changed)?;
        Ok(self.memory.cache.keep(guild, known, ticket))
    }

    /// What was `written`; the pulse notes how that went.
    fn noted<T>(&self, written: Result<T, StoreError>) -> Result<T, StoreError> {
        match &written {
            Ok(_) => self.memory.pulse.writing(None),
            Err(error) => self.failed(error),
        }
        written
    }

    /// What the database says, if it says so in time.
    async fn ask<T>(
        &self,
        work: impl Future<Output = Result<T, sqlx::Error>>,
    ) -> Result<T, Trouble> {
        either!(&self.database, it => it.reachable())?;
        let asked = in_time(async { Ok(work.await?) }).await;
        match &asked {
            Ok(_) => self.memory.pulse.reading(None),
            Err(trouble) => {
                self.memory.pulse.reading(Some(trouble));
                either!(&self.database, it => it.doubt());
            }
        }
        asked
    }

    /// What a chore gives, if it does not take forever.
    async fn chore<T>(
        &self,
        work: impl Future<Output = Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
        // Outside, the deadline; inside, what the work itself gave.
        let done = within(CHORE, async { Ok(work.await) }).await;
        let done = done.unwrap_or_else(|trouble| Err(StoreError::Unsure(trouble)));
        if let Err(error) = &done {
            self.failed(error);
        }
        done
    }

    /// Notes what concerns the whole database, not one server's row or one change.
    fn failed(&self, error: &StoreError) {
        let (StoreError::Trouble(trouble) | StoreError::Unsure(trouble)) = error else {
            return;
        };
        match trouble {
            Trouble::Newer | Trouble::Unreadable(_) => (),
            Trouble::Full | Trouble::ReadOnly => self.memory.pulse.writing(Some(trouble)),
            Trouble::Away(_) => {
                self.memory.pulse.writing(Some(trouble));
                either!(&self.database, it => it.doubt());
            }
        }
    }
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

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::Url(why) => write!(
                f,
                "DATABASE_URL: {why}; write postgres://user:password@host/database, or leave it unset for a file"
            ),
            OpenError::File(file, why) => write!(f, "{}: {why}", file.display()),
            OpenError::InUse(file) => write!(
                f,
                "{}: another verbatim has it open; stop that one, or set DATABASE_URL to a PostgreSQL for several",
                file.display()
            ),
            OpenError::Refused(why) => {
                write!(
                    f,
                    "PostgreSQL refuses the connection: {why}; check DATABASE_URL"
                )
            }
            OpenError::Newer(place, found) => write!(
                f,
                "{place}: a newer verbatim brought it to version {found}, and this one knows {}; start the newer one, or put back an older copy",
                migrate::LATEST
            ),
            OpenError::Steps(place, why) => {
                write!(f, "{place}: cannot be brought up to date: {why}")
            }
        }
    }
}

impl std::error::Error for OpenError {}

impl fmt::Display for Location {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Location::File(file) => write!(f, "{}", file.display()),
            Location::Postgres(options) => write!(
                f,
                "PostgreSQL {} at {}:{}",
                options.get_database().unwrap_or_default(),
                options.get_host(),
                options.get_port()
            ),
        }
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Location({self})")
    }
}
