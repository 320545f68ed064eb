//! Where the database is, and why it cannot be opened.

use super::health::{MEND, Trouble};
use super::migrate;
use sqlx::migrate::MigrateError;
use sqlx::postgres::{PgConnectOptions, PgSslMode};
use std::fmt;
use std::net::IpAddr;
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
    /// The file is no database, or a damaged one.
    Damaged(PathBuf),
    /// Another process holds the file.
    InUse(PathBuf),
    /// PostgreSQL knows us and says no.
    Refused(String),
    /// `DATABASE_URL` asks for less than proof that this host is who it should be.
    Lax(String),
    /// PostgreSQL cannot prove who it is.
    Unproven(String),
    /// A newer program brought it to this version.
    Newer(String, i64),
    /// It could not be brought up to date.
    Steps(String, String),
}

impl Location {
    /// What `DATABASE_URL` says or, if it says nothing, `file`. A server on another machine has to prove who it is.
    ///
    /// # Errors
    ///
    /// An address that we cannot speak to, or one that asks for less than proof. It may hold a password, so it is not
    /// repeated.
    pub fn chosen(database_url: Option<&str>, file: &Path) -> Result<Location, OpenError> {
        Location::trusting(database_url, file)?.proven()
    }

    /// The same for whoever trusts the network between here and there.
    ///
    /// # Errors
    ///
    /// An address that we cannot speak to. It may hold a password, so it is not repeated.
    pub fn trusting(database_url: Option<&str>, file: &Path) -> Result<Location, OpenError> {
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

    /// The same, where a server on another machine proves by a certificate who it is. What the address does not say
    /// about that is settled so; what it says otherwise is not overruled.
    fn proven(self) -> Result<Location, OpenError> {
        let Location::Postgres(options) = self else {
            return Ok(self);
        };
        let host = options.get_host().to_owned();
        if options.get_socket().is_some() || host.starts_with('/') || is_this_machine(&host) {
            return Ok(Location::Postgres(options));
        }
        match options.get_ssl_mode() {
            // What the library takes where nothing is said.
            PgSslMode::Prefer | PgSslMode::VerifyFull => {
                let proven = options.ssl_mode(PgSslMode::VerifyFull);
                Ok(Location::Postgres(Box::new(proven)))
            }
            _ => Err(OpenError::Lax(host)),
        }
    }
}

/// Whether `host` is the machine we run on, so that nobody on a network reads what is sent there.
pub fn is_this_machine(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let address = host.parse::<IpAddr>();
    host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}

/// What whoever needs no proof may do.
const TRUST: &str = "set trust-network = true under [store] in config/verbatim.toml if nobody else is in the network between";

impl OpenError {
    /// What to tell the operator when the steps of `place` did not succeed.
    pub(super) fn of_steps(place: &str, error: MigrateError) -> OpenError {
        match error {
            MigrateError::VersionMissing(found) => OpenError::Newer(place.to_owned(), found),
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
                match Trouble::from(error) {
                    Trouble::Damaged => OpenError::Damaged(place.into()),
                    Trouble::Away(why) => OpenError::Steps(place.to_owned(), why),
                    trouble => OpenError::Steps(place.to_owned(), trouble.to_string()),
                }
            }
            other => OpenError::Steps(place.to_owned(), other.to_string()),
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
            OpenError::Damaged(file) => {
                write!(
                    f,
                    "{}: this is no database, or it is damaged; {MEND}",
                    file.display()
                )
            }
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
            OpenError::Lax(host) => write!(
                f,
                "DATABASE_URL: its sslmode does not make {host} prove who it is; write sslmode=verify-full, or {TRUST}"
            ),
            OpenError::Unproven(why) => write!(
                f,
                "PostgreSQL cannot prove who it is: {why}; give it a certificate for its name, name who signed it by sslrootcert=FILE in DATABASE_URL, or {TRUST}"
            ),
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
