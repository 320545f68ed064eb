//! A copy of the file, also of one that is in use.

use super::health::Trouble;
use super::private;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, Row, SqliteConnection};
use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Why there is no copy, in words for the operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// There is no database.
    Missing(PathBuf),
    /// What is there is no database of ours.
    Foreign(PathBuf),
    /// It is damaged, or no database at all.
    Damaged(PathBuf),
    /// It cannot be read.
    Unread(PathBuf, String),
    /// Something stands already where the copy should.
    Taken(PathBuf),
    /// The copy cannot be written.
    Unwritten(PathBuf, String),
}

/// How long a copy waits for whoever writes: a change takes milliseconds, deleting for good may take longer.
const BUSY: Duration = Duration::from_secs(10);

/// Copies the database `from` to the new file `to`, for its owner alone to read; gives its bytes.
///
/// Only rows are copied, no page that was set free: what was deleted before is not in it. Whoever serves meanwhile goes
/// on, and the copy shows one moment.
///
/// # Errors
///
/// Why there is none. Then no file stands at `to` that did not before.
pub async fn back_up(from: &Path, to: &Path) -> Result<u64, BackupError> {
    // A folder, a file without rights: the system knows better than the database why.
    match File::open(from) {
        Ok(_) => (),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(BackupError::Missing(from.to_owned()));
        }
        Err(error) => return Err(BackupError::Unread(from.to_owned(), error.to_string())),
    }
    // The database writes into an empty file, and would make one that others may read.
    private::make(to).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => BackupError::Taken(to.to_owned()),
        _ => BackupError::Unwritten(to.to_owned(), error.to_string()),
    })?;
    let copied = copied(from, to).await;
    if copied.is_err() {
        // We made it, and nothing in it is of use.
        drop(fs::remove_file(to));
    }
    copied
}

async fn copied(from: &Path, to: &Path) -> Result<u64, BackupError> {
    let read = |error| unread(from, error);
    let mut source = reader(from).await.map_err(read)?;
    let ours = "SELECT count(*) FROM sqlite_master WHERE name = '_sqlx_migrations'";
    let ours: i64 = count(&mut source, ours).await.map_err(read)?;
    if ours == 0 {
        return Err(BackupError::Foreign(from.to_owned()));
    }
    let place = to.to_str().ok_or_else(|| {
        let why = "its name is not UTF-8".to_owned();
        BackupError::Unwritten(to.to_owned(), why)
    })?;
    let copying = sqlx::query("VACUUM INTO ?").bind(place);
    let copying = copying.execute(&mut source).await;
    copying.map_err(|error| match Trouble::from(error) {
        Trouble::Damaged => BackupError::Damaged(from.to_owned()),
        trouble => BackupError::Unwritten(to.to_owned(), trouble.to_string()),
    })?;
    drop(source.close().await);
    whole(from, to).await?;
    kept(to).map_err(|error| BackupError::Unwritten(to.to_owned(), error.to_string()))
}

/// Reads the copy once: a damaged page may hide where nobody looks.
async fn whole(from: &Path, to: &Path) -> Result<(), BackupError> {
    let read = |error| unread(from, error);
    let mut copy = reader(to).await.map_err(read)?;
    let checked = sqlx::query("PRAGMA integrity_check(1)");
    let checked = checked.fetch_one(&mut copy).await.map_err(read)?;
    drop(copy.close().await);
    match checked.try_get::<String, _>(0).as_deref() {
        Ok("ok") => Ok(()),
        _ => Err(BackupError::Damaged(from.to_owned())),
    }
}

/// Waits until the copy is on the disk; its size in bytes.
fn kept(to: &Path) -> io::Result<u64> {
    let copy = File::open(to)?;
    copy.sync_all()?;
    Ok(copy.metadata()?.len())
}

async fn reader(file: &Path) -> Result<SqliteConnection, sqlx::Error> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    let options = options.busy_timeout(BUSY).disable_statement_logging();
    options.connect().await
}

async fn count(source: &mut SqliteConnection, words: &'static str) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar(words).fetch_one(source).await
}

fn unread(file: &Path, error: sqlx::Error) -> BackupError {
    match Trouble::from(error) {
        Trouble::Damaged => BackupError::Damaged(file.to_owned()),
        trouble => BackupError::Unread(file.to_owned(), trouble.to_string()),
    }
}

impl fmt::Display for BackupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BackupError::Missing(file) => write!(
                f,
                "{}: there is no database; --config names the operator's file, and in it `file` under [store] where it is",
                file.display()
            ),
            BackupError::Foreign(file) => write!(
                f,
                "{}: this is a database, but no bot has kept anything in it",
                file.display()
            ),
            BackupError::Damaged(file) => write!(
                f,
                "{}: this is no database, or it is damaged; keep it, and put back the last copy that is whole",
                file.display()
            ),
            BackupError::Unread(file, why) => write!(f, "{}: {why}", file.display()),
            BackupError::Taken(file) => write!(
                f,
                "{}: something stands there already; choose another name",
                file.display()
            ),
            BackupError::Unwritten(file, why) => {
                write!(f, "{}: cannot be written: {why}", file.display())
            }
        }
    }
}

impl std::error::Error for BackupError {}
