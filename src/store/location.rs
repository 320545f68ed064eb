//! Where the database is, and why it cannot be opened.

use super::migrate;
use sqlx::postgres::PgConnectOptions;
use std::fmt;
use std::path::{Path, PathBuf};

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
