//! The operator's file, `config/verbatim.toml`: how the bot runs. Secrets come from the environment only.

mod network;
mod read;
mod shards;

pub use network::{Network, is_address, is_safe};
pub use shards::{NoShards, Shards};

use crate::content::{Mistake, ReadError, instead_of, read_text};
use crate::reply::Pages;
use crate::settings::Gate;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// How the bot runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The article that answers, if the operator chose one, and where that is written.
    pub article: Option<Chosen>,
    /// Whether the encoder reads what the words leave open.
    pub encoder: bool,
    /// Whether what changes in the author's folder holds at once.
    pub follows: bool,
    /// What keeps a sensitive article from those who ask outside servers.
    pub outside: Gate,
    /// The proxy that keeps Discord's rate limits, if there is one.
    pub proxy: Option<String>,
    /// Whether the token may go unencrypted to another machine.
    pub discord_network: Network,
    /// Which shards this process serves.
    pub shards: Shards,
    /// Where the moderators' choices are kept, unless the environment names a server.
    pub database: PathBuf,
    /// Whether a database on another machine need not prove who it is.
    pub database_network: Network,
    /// Where whoever uses the bot reads its rules, and where they find help.
    pub addresses: Pages,
    /// Where health and numbers are served over HTTP, if anywhere.
    pub watch: Option<SocketAddr>,
    /// How the log is written.
    pub format: Format,
    /// How much of it.
    pub level: Level,
}

/// Where the operator's file is looked for unless another is named.
pub const FILE: &str = "config/verbatim.toml";

/// Where the moderators' choices are kept unless the operator says otherwise.
const DATABASE: &str = "data/verbatim.db";

/// An article's name and the line that holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The name.
    pub slug: String,
    file: PathBuf,
    line: usize,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// How much is logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// What needs somebody.
    Error,
    /// What may need somebody.
    Warn,
    /// What happens.
    #[default]
    Info,
    /// What happens in detail.
    Debug,
    /// Everything but questions.
    Trace,
}

impl Config {
    /// Whether all that holds from the start to the end of a program is as in `other`.
    pub fn serves_like(&self, other: &Config) -> bool {
        let answering = Config {
            article: other.article.clone(),
            encoder: other.encoder,
            outside: other.outside,
            addresses: other.addresses.clone(),
            ..self.clone()
        };
        answering == *other
    }

    /// Reads `file`. Nobody need write [`FILE`]: without it everything has its default.
    ///
    /// # Errors
    ///
    /// Every mistake in it.
    pub fn load(file: &Path) -> Result<Config, Vec<Mistake>> {
        if file == Path::new(FILE) && !file.exists() {
            return Ok(Config::default());
        }
        let text = read_text(file).map_err(|error| vec![unreadable(file, error)])?;
        let (config, mistakes) = Config::read(file, &text);
        if mistakes.is_empty() {
            return Ok(config);
        }
        Err(mistakes)
    }
}

impl Chosen {
    /// Says that there is no such article among `known`.
    pub fn unknown<'k>(&self, known: impl Iterator<Item = &'k str> + Clone) -> Mistake {
        Mistake {
            file: self.file.clone(),
            line: self.line,
            what: format!("there is no article `{}`", self.slug),
            instead: instead_of(&self.slug, known),
        }
    }
}

impl Default for Config {
    fn default() -> Config {
        Config {
            article: None,
            encoder: true,
            follows: false,
            outside: Gate::default(),
            proxy: None,
            discord_network: Network::default(),
            shards: Shards::default(),
            database: PathBuf::from(DATABASE),
            database_network: Network::default(),
            addresses: Pages::default(),
            watch: None,
            format: Format::default(),
            level: Level::default(),
        }
    }
}

fn unreadable(file: &Path, error: ReadError) -> Mistake {
    let (line, what, instead) = match error {
        ReadError::Io(error) => (
            1,
            format!("cannot be read: {error}"),
            "check the path and its permissions".to_owned(),
        ),
        ReadError::Unfit {
            line,
            what,
            instead,
        } => (line, what, instead),
    };
    Mistake {
        file: file.to_owned(),
        line,
        what,
        instead,
    }
}
