//! One file, one process, one writer.

use super::error::Unkept;
use super::health::Trouble;
use super::history::{HISTORY, HistoryRow};
use super::known::{FORM, Known, Row};
use super::lessons::{self, Lesson, LessonRow, ReportRow, Teaching, is_same, lessons};
use super::note::{self, notes};
use super::rows::{self, Edit, KeptRow, rows};
use super::sql::{guild, in_time, json, key};
use super::tally::{self, tallies};
use super::{OpenError, StoreError, migrate, private};
use crate::who::{GuildId, UserId};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection, Sqlite as Driver, Transaction};
use std::fs::{self, File, TryLockError};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A file of settings that is ours alone.
#[derive(Debug)]
pub(super) struct Sqlite {
    file: PathBuf,
    /// Which file stood there when we opened it.
    opened: Option<(u64, u64)>,
    write: SqlitePool,
    read: SqlitePool,
    /// Held as long as we live; there is none in a folder that cannot be written to.
    lock: Option<File>,
}

/// Two requests seldom miss the cache at once; more readers would only hold memory.
const READERS: u32 = 2;

/// How long we wait while another program, a backup for instance, holds the file: within the second a request has.
const BUSY: Duration = Duration::from_millis(800);

/// After a quiet minute the writer is opened anew, and so notices a disk that was mounted for writing again.
const QUIET: Duration = Duration::from_secs(60);

/// The copies are held in memory alone.
const REWRITE: &str = "\
    CREATE TEMP TABLE kept AS SELECT * FROM report; DELETE FROM report; \
    INSERT INTO report SELECT * FROM kept; DROP TABLE kept; \
    CREATE TEMP TABLE kept AS SELECT * FROM taught; DELETE FROM taught; \
    INSERT INTO taught SELECT * FROM kept; DROP TABLE kept; \
    CREATE TEMP TABLE kept AS SELECT * FROM note; DELETE FROM note; \
    INSERT INTO note SELECT * FROM kept; DROP TABLE kept;";

rows!(Sqlite, Transaction<'static, Driver>);
lessons!(Sqlite, Transaction<'static, Driver>, load: rows::LOAD);
tallies!(Sqlite);
notes!(Sqlite);

impl Sqlite {
    /// Opens `file`, or makes it, for us alone to read.
    pub(super) async fn open(file: &Path) -> Result<Sqlite, OpenError> {
        let failed = |why: String| OpenError::File(file.to_owned(), why);
        if !file.exists() {
            private::make(file).map_err(|error| failed(error.to_string()))?;
        }
        let lock = lock(file)?;
        // SQLite gives the other two the rights of the first.
        for end in ["", "-wal", "-shm", ".lock"] {
            private::tighten(&beside(file, end));
        }
        let write = writer(file);
        let readonly = lock.is_none() || is_readonly(file);
        let read = if readonly {
            only_reader(file).await
        } else {
            let place = file.display().to_string();
            let steps = migrate::sqlite();
            let migrated = steps.run(&write).await;
            migrated.map_err(|error| OpenError::of_steps(&place, error))?;
            reader(file).await
        };
        let read = read.map_err(|error| match Trouble::from(error) {
            Trouble::Damaged => OpenError::Damaged(file.to_owned()),
            trouble => failed(trouble.to_string()),
        })?;
        if readonly {
            up_to_date(file, &read).await?;
        }
        Ok(Sqlite {
            file: file.to_owned(),
            opened: identity(file),
            write,
            read,
            lock,
        })
    }

    /// Whether nothing can be changed, as far as the file itself tells.
    pub(super) fn is_readonly(&self) -> bool {
        self.lock.is_none() || is_readonly(&self.file)
    }

    /// Whether another file stands where ours did, or none: what we wrote there would be lost at the next start.
    pub(super) fn is_gone(&self) -> bool {
        identity(&self.file) != self.opened
    }

    /// A file is always worth asking.
    pub(super) fn reachable(&self) -> Result<(), Trouble> {
        Ok(())
    }

    /// The next question finds out by itself.
    pub(super) fn doubt(&self) {}

    pub(super) async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
        // Whoever still holds us would otherwise keep others out of a file that we no longer use.
        if let Some(Err(error)) = self.lock.as_ref().map(File::unlock) {
            tracing::warn!(%error, "The file stays locked until this process ends.");
        }
    }

    fn read(&self) -> &SqlitePool {
        &self.read
    }

    /// Begins as the one writer: who reads in order to write must see the last change.
    async fn begin(&self) -> Result<Transaction<'static, Driver>, Trouble> {
        if self.is_gone() {
            return Err(Trouble::Gone);
        }
        if self.is_readonly() {
            return Err(Trouble::ReadOnly);
        }
        Ok(self.write.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// There is no other process to tell.
    async fn announce(_: &mut SqliteConnection, _: GuildId, _: u64) -> Result<(), sqlx::Error> {
        Ok(())
    }

    /// Lets nothing that was deleted linger in the file or its log. Overwriting rows alone leaves copies where
    /// pages were once divided.
    async fn wipe(&self) {
        let wiped = async {
            sqlx::query("VACUUM").execute(&self.write).await?;
            self.empty_log().await
        };
        if let Err(trouble) = wiped.await {
            tracing::warn!(%trouble, "what was deleted may linger in the file");
        }
    }

    /// Writes the tables that hold people's words anew, and empties the log. Their old pages are overwritten as they
    /// are set free, and the file need not be written whole.
    pub(super) async fn rewrite(&self) -> Result<(), Trouble> {
        let mut tx = self.begin().await?;
        sqlx::raw_sql(REWRITE).execute(&mut *tx).await?;
        tx.commit().await?;
        self.empty_log().await
    }

    /// Brings what the log holds into the file, and cuts the log to nothing. Somebody who still reads there stands in
    /// the way, of which the database makes no error.
    async fn empty_log(&self) -> Result<(), Trouble> {
        let emptied = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)");
        match emptied.fetch_one(&self.write).await? {
            0 => Ok(()),
            _ => Err(Trouble::Away("somebody reads in its log".to_owned())),
        }
    }
}

/// What every connection agrees on. Deleted rows are overwritten, because people asked for it.
fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .busy_timeout(BUSY)
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY")
        .disable_statement_logging()
}

/// The one writer. A change is on the disk before it is acknowledged; changes are rare enough for that.
fn writer(file: &Path) -> SqlitePool {
    let options = options(file)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(BUSY)
        .idle_timeout(QUIET)
        // A full disk ends a transaction before the driver does; its connection would refuse every other.
        .before_acquire(|writer, _| Box::pin(async { Ok(!writer.is_in_transaction()) }))
        .connect_lazy_with(options)
}

/// Readers beside the writer.
async fn reader(file: &Path) -> Result<SqlitePool, sqlx::Error> {
    readers(options(file).pragma("query_only", "ON")).await
}

/// Readers of a file that nobody may write. In a folder that nobody may write the log has no index; without a log
/// none is needed.
async fn only_reader(file: &Path) -> Result<SqlitePool, sqlx::Error> {
    let log = fs::metadata(beside(file, "-wal"));
    let logged = log.is_ok_and(|about| about.len() > 0);
    match readers(options(file).read_only(true)).await {
        Err(_) if !logged => readers(options(file).read_only(true).immutable(true)).await,
        read => read,
    }
}

async fn readers(options: SqliteConnectOptions) -> Result<SqlitePool, sqlx::Error> {
    let pool = SqlitePoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(BUSY)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options)
        .await?;
    // The first statement reads the file; connecting alone does not.
    sqlx::query("SELECT count(*) FROM sqlite_master")
        .execute(&pool)
        .await?;
    Ok(pool)
}

/// Refuses a file that would have to be brought up to date first, or that a newer program wrote.
async fn up_to_date(file: &Path, read: &SqlitePool) -> Result<(), OpenError> {
    let version = sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations WHERE success");
    let version: Option<i64> = version.fetch_one(read).await.unwrap_or(None);
    let place = || file.display().to_string();
    match version.unwrap_or(0) {
        migrate::LATEST => Ok(()),
        newer if newer > migrate::LATEST => Err(OpenError::Newer(place(), newer)),
        _ => Err(OpenError::Steps(place(), "it may only be read".to_owned())),
    }
}

/// Says to other processes that the file is ours; they would not learn of our changes.
fn lock(file: &Path) -> Result<Option<File>, OpenError> {
    let place = beside(file, ".lock");
    let lock = match private::open(&place) {
        Ok(lock) => lock,
        Err(_) if place.is_symlink() => {
            let why = "it is a link, which is not followed; delete it".to_owned();
            return Err(OpenError::File(place, why));
        }
        Err(_) => return Ok(None),
    };
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse(file.to_owned())),
        Err(TryLockError::Error(error)) => Err(OpenError::File(file.to_owned(), error.to_string())),
    }
}

/// The file next to `file` whose name goes on with `end`.
fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// What tells `file` from any other: its disk and its number there. Without it there is none.
fn identity(file: &Path) -> Option<(u64, u64)> {
    let about = fs::metadata(file).ok()?;
    Some((about.dev(), about.ino()))
}

/// Whether the file is marked as not to be written, which holds for the superuser too.
fn is_readonly(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|about| about.permissions().readonly())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Change;
    use crate::who::ChannelId;
    use time::OffsetDateTime;

    fn edit(guild: u64) -> Edit {
        Edit {
            guild: GuildId(guild),
            by: UserId(1),
            change: Change::Forbid(ChannelId(1)),
            at: OffsetDateTime::UNIX_EPOCH,
        }
    }

    #[tokio::test]
    async fn a_full_disk_refuses_changes_and_heals() {
        let folder = std::env::temp_dir().join(format!("verbatim-full-{}", std::process::id()));
        let sqlite = Sqlite::open(&folder.join("verbatim.db")).await.unwrap();
        sqlite.change(&edit(1)).await.unwrap();
        let fill = sqlx::query("PRAGMA max_page_count = 1");
        fill.execute(&sqlite.write).await.unwrap();
        let mut changes = 1;
        let refused = loop {
            changes += 1;
            match sqlite.change(&edit(changes)).await {
                Ok(_) => assert!(changes < 1000, "nothing fills it"),
                Err(error) => break error,
            }
        };
        assert_eq!(refused, StoreError::Trouble(Trouble::Full));
        assert!(sqlite.load(GuildId(changes)).await.unwrap().is_none());
        assert_eq!(sqlite.load(GuildId(1)).await.unwrap().unwrap().1, 1);

        let empty = sqlx::query("PRAGMA max_page_count = 1000000");
        empty.execute(&sqlite.write).await.unwrap();
        sqlite.change(&edit(changes)).await.unwrap();
        sqlite.close().await;
        fs::remove_dir_all(folder).unwrap();
    }
}
