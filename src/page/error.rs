//! Why the page cannot be opened.

use crate::store::OpenError;
use std::fmt;
use std::io;
use std::net::SocketAddr;

/// Why the page cannot be opened, in words for whoever typed the command.
#[derive(Debug)]
pub enum PageError {
    /// The port cannot be had; why.
    Port(SocketAddr, io::Error),
    /// There is no folder for what is kept while it runs.
    Folder(io::Error),
    /// The same for the database in it.
    Store(OpenError),
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PageError::Port(at, why) => write!(
                f,
                "Nothing can be served at {at}: {why}; name another --port, or leave it out for one that is free"
            ),
            PageError::Folder(error) => write!(
                f,
                "{}: {error}; set TMPDIR to a folder that can be written",
                std::env::temp_dir().display()
            ),
            PageError::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PageError {}
