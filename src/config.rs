//! The operator's file, `config/verbatim.toml`: how the bot runs. Secrets come from the environment only.

mod network;
mod shards;

pub use network::{Network, is_address, is_safe};
pub use shards::{NoShards, Shards};

use crate::content::reader::{self, At, Table};
use crate::content::{Mistake, Mistakes, ReadError, instead_of, read_text};
use crate::reply::Pages;
use crate::settings::Gate;
use crate::text::line_of;
use std::cell::RefCell;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// How the bot runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The article that answers, if the operator chose one, and where that is written.
    pub article: Option<Chosen>,
    /// Whether the encoder reads what the words leave open.
    pub encoder: bool,
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

    /// Reads the content of `file`.
    pub fn read(file: &Path, text: &str) -> (Config, Vec<Mistake>) {
        let mistakes = RefCell::new(Mistakes::new(file, text));
        let mut slug = None;
        let mut config = reader::read(&mistakes, text, |root| {
            let mut config = Config::default();
            if let Some(answer) = root.table("answer") {
                slug = answer.text("article");
                config.encoder = answer.flag("encoder").is_none_or(|at| at.value);
                config.outside = match answer.flag("sensitive-in-direct-messages") {
                    Some(At { value: false, .. }) => Gate::AgeRestricted,
                    _ => Gate::Advise,
                };
                answer.end();
            }
            if let Some(discord) = root.table("discord") {
                no_secret(&discord);
                config.discord_network = network(&discord);
                let address = discord.text("proxy");
                config.proxy = address.and_then(|at| proxy(&discord, at, config.discord_network));
                config.shards = shards(&discord);
                discord.end();
            }
            if let Some(store) = root.table("store") {
                if let Some(file) = store.text("file") {
                    config.database = PathBuf::from(file.value);
                }
                config.database_network = network(&store);
                store.end();
            }
            if let Some(addresses) = root.table("addresses") {
                config.addresses = Pages {
                    privacy: page(&addresses, "privacy"),
                    terms: page(&addresses, "terms"),
                    support: page(&addresses, "support"),
                };
                addresses.end();
            }
            if let Some(watch) = root.table("watch") {
                let address = watch.text("address");
                config.watch = address.and_then(|at| socket(&watch, at));
                watch.end();
            }
            if let Some(log) = root.table("log") {
                config.format = log.one_of("format", FORMATS).unwrap_or_default();
                config.level = log.one_of("level", LEVELS).unwrap_or_default();
                log.end();
            }
            config
        });
        config.article = slug.map(|At { value, at }| Chosen {
            slug: value,
            file: file.to_owned(),
            line: line_of(text, at),
        });
        (config, mistakes.into_inner().into_vec())
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

const FORMATS: &[(&str, Format)] = &[("text", Format::Text), ("json", Format::Json)];

const LEVELS: &[(&str, Level)] = &[
    ("error", Level::Error),
    ("warn", Level::Warn),
    ("info", Level::Info),
    ("debug", Level::Debug),
    ("trace", Level::Trace),
];

impl Default for Config {
    fn default() -> Config {
        Config {
            article: None,
            encoder: true,
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

/// The page under `key`. Discord makes a button of it, and takes no other address.
fn page(addresses: &Table<'_, '_, '_>, key: &'static str) -> Option<String> {
    let At { value, at } = addresses.text(key)?;
    let rest = value.strip_prefix("https://").unwrap_or_default();
    let is_page = !rest.is_empty() && value.len() <= 512 && !value.contains(char::is_whitespace);
    if !is_page {
        addresses.mistake(
            at,
            format!("`{value}` is no address of a page"),
            "write https:// and the rest of it",
        );
    }
    is_page.then_some(value)
}

/// A token in a file is a token in a backup, in a repository, in a screenshot.
fn no_secret(discord: &Table<'_, '_, '_>) {
    if let Some(token) = discord.text("token") {
        discord.mistake(
            token.at,
            "a secret in a file",
            "delete the line and set DISCORD_TOKEN in the environment",
        );
    }
}

/// What `table` says of the network.
fn network(table: &Table<'_, '_, '_>) -> Network {
    match table.flag("trust-network") {
        Some(At { value: true, .. }) => Network::Trusted,
        _ => Network::Open,
    }
}

/// The proxy's address, if it is one that may see the token.
fn proxy(discord: &Table<'_, '_, '_>, proxy: At<String>, network: Network) -> Option<String> {
    let At { value: proxy, at } = proxy;
    if !is_address(&proxy) {
        discord.mistake(
            at,
            format!("`proxy` cannot be \"{proxy}\""),
            "write an address: \"http://127.0.0.1:7979\"",
        );
        return None;
    }
    if !is_safe(&proxy, network) {
        discord.mistake(
            at,
            format!("`proxy` would carry the token unencrypted to another machine, \"{proxy}\""),
            "write https://, or `trust-network = true` if nobody else is in the network between",
        );
        return None;
    }
    Some(proxy)
}

/// The shards to serve.
fn shards(discord: &Table<'_, '_, '_>) -> Shards {
    let Some(At { value, at }) = discord.text("shards") else {
        return Shards::default();
    };
    Shards::read("shards", &value).unwrap_or_else(|no| {
        discord.mistake(at, no.what, no.instead);
        Shards::default()
    })
}

/// The address to listen at.
fn socket(watch: &Table<'_, '_, '_>, At { value, at }: At<String>) -> Option<SocketAddr> {
    let address = value.parse().ok();
    if address.is_none() {
        watch.mistake(
            at,
            format!("`address` cannot be \"{value}\""),
            "write an address and a port: \"127.0.0.1:9464\"",
        );
    }
    address
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Config, Vec<String>) {
        let (config, mistakes) = Config::read(Path::new("verbatim.toml"), text);
        (config, mistakes.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn the_shipped_file_names_every_key_and_changes_nothing() {
        let shipped = include_str!("../config/verbatim.toml");
        assert_eq!(read(shipped), (Config::default(), Vec::new()));
        let set: String = shipped
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(key)
                    if ["\"", "true", "false"]
                        .iter()
                        .any(|it| key.contains(&format!(" = {it}"))) =>
                {
                    format!("{key}\n")
                }
                _ => format!("{line}\n"),
            })
            .collect();
        let (config, mistakes) = read(&set);
        assert_eq!(mistakes, Vec::<String>::new());
        let chosen = config.article.expect("the key is set");
        assert_eq!(
            set.lines().nth(chosen.line - 1),
            Some("article = \"why-he-withdraws\"")
        );
        assert_eq!(config.proxy.as_deref(), Some("http://127.0.0.1:7979"));
        let watch = config.watch.map(|address| address.to_string());
        assert_eq!(watch.as_deref(), Some("127.0.0.1:9464"));
        assert_eq!((config.format, config.level), Default::default());
    }

    #[test]
    fn sensitive_articles_are_kept_out_of_direct_messages_only_on_demand() {
        let outside = |text: &str| read(text).0.outside;
        assert_eq!(outside(""), Gate::Advise);
        let key = "[answer]\nsensitive-in-direct-messages";
        assert_eq!(outside(&format!("{key} = true")), Gate::Advise);
        assert_eq!(outside(&format!("{key} = false")), Gate::AgeRestricted);
    }

    #[test]
    fn a_network_that_is_trusted_carries_everything() {
        let trusted = "[discord]\nproxy = \"http://10.0.0.7\"\ntrust-network = true";
        let (config, mistakes) = read(trusted);
        assert_eq!(mistakes, Vec::<String>::new());
        assert_eq!(config.proxy.as_deref(), Some("http://10.0.0.7"));
        let database = read("[store]\ntrust-network = true").0;
        assert_eq!(database.database_network, Network::Trusted);
    }

    #[test]
    fn a_mistake_names_its_line_and_what_was_meant() {
        for (text, told) in [
            (
                "[discord]\nproxi = \"http://x\"",
                "verbatim.toml:2: unknown key `proxi`; did you mean `proxy`?",
            ),
            (
                "[logg]\nlevel = \"info\"",
                "verbatim.toml:1: unknown key `logg`; did you mean `log`?",
            ),
            (
                "[log]\nlevel = \"inof\"",
                "verbatim.toml:2: `level` cannot be \"inof\"; did you mean `info`?",
            ),
            (
                "[discord]\nproxy = \"127.0.0.1\"",
                "verbatim.toml:2: `proxy` cannot be \"127.0.0.1\"; write an address: \"http://127.0.0.1:7979\"",
            ),
            (
                "[discord]\nproxy = \"http://proxy.example:7979\"",
                "verbatim.toml:2: `proxy` would carry the token unencrypted to another machine, \"http://proxy.example:7979\"; write https://, or `trust-network = true` if nobody else is in the network between",
            ),
            (
                "[discord]\n\nshards = \"0-16/16\"",
                "verbatim.toml:3: `shards` cannot be \"0-16/16\"; the shards of 16 are 0 to 15",
            ),
            (
                "[watch]\naddress = \"9464\"",
                "verbatim.toml:2: `address` cannot be \"9464\"; write an address and a port: \"127.0.0.1:9464\"",
            ),
            (
                "[discord]\ntoken = \"abc\"",
                "verbatim.toml:2: a secret in a file; delete the line and set DISCORD_TOKEN in the environment",
            ),
        ] {
            assert_eq!(read(text).1, [told]);
        }
    }

    #[test]
    fn an_unknown_article_is_told_with_the_nearest() {
        let (config, _) = read("\n[answer]\narticle = \"why-he-withdrew\"");
        let chosen = config.article.expect("the key is set");
        assert_eq!(
            chosen.unknown(["why-he-withdraws"].into_iter()).to_string(),
            "verbatim.toml:3: there is no article `why-he-withdrew`; did you mean `why-he-withdraws`?"
        );
    }
}
