//! The operator's file, read key by key; every mistake is told with its line.

use super::{Chosen, Config, Format, Level, Network, Shards, is_address, is_safe};
use crate::content::reader::{self, At, Table};
use crate::content::{Mistake, Mistakes};
use crate::reply::Pages;
use crate::settings::Gate;
use crate::text::line_of;
use std::cell::RefCell;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

const FORMATS: &[(&str, Format)] = &[("text", Format::Text), ("json", Format::Json)];

const LEVELS: &[(&str, Level)] = &[
    ("error", Level::Error),
    ("warn", Level::Warn),
    ("info", Level::Info),
    ("debug", Level::Debug),
    ("trace", Level::Trace),
];

impl Config {
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
            if let Some(content) = root.table("content") {
                config.follows = content.flag("watch").is_some_and(|at| at.value);
                content.end();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Config, Vec<String>) {
        let (config, mistakes) = Config::read(Path::new("verbatim.toml"), text);
        (config, mistakes.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn the_shipped_file_names_every_key_and_changes_nothing() {
        let shipped = include_str!("../../config/verbatim.toml");
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
    fn the_authors_folder_is_followed_only_on_demand() {
        assert!(!read("").0.follows);
        assert!(read("[content]\nwatch = true").0.follows);
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
