//! How to reach Discord: by whom, by what way, with how much patience.

use super::line::{ANSWER, line};
use super::stop::Stop;
use super::token::Token;
use crate::bot::{LOOK, SWEEP};
use crate::config::{Config, Network, Shards, is_address, is_safe};
use crate::watch::Vitals;
use serenity::all::{Http, HttpBuilder, RatelimitInfo};
use std::env;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tracing::warn;

/// What says in the environment which shards are ours.
const SHARDS: &str = "VERBATIM_SHARDS";

/// How to reach Discord.
#[derive(Clone, Debug)]
pub struct Options {
    /// The bot's token.
    pub token: Token,
    /// The proxy that keeps Discord's rate limits, if there is one.
    pub proxy: Option<String>,
    /// Whether the token may go unencrypted to another machine.
    pub network: Network,
    /// What carries the requests.
    pub line: reqwest::Client,
    /// Which shards are ours.
    pub shards: Shards,
    /// Where their sessions are kept.
    pub keeping: Keeping,
    /// How patient to be.
    pub pace: Pace,
    /// Where it is told how many connections stand.
    pub vitals: Arc<Vitals>,
}

/// Where the sessions of our shards are kept from a stop to the next start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nowhere: each start begins anew.
    Nowhere,
    /// In this file.
    File(PathBuf),
    /// In the database, by which several processes share the shards out.
    Shared,
}

/// How patient to be with Discord.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// The first pause after a failed try; each further one is twice as long.
    pub first_pause: Duration,
    /// How long Discord may keep silent where it owes a word.
    pub patience: Duration,
    /// How far apart Discord wants two beginnings of a session.
    pub between_starts: Duration,
    /// A minute: the longest pause between tries, and how often an outage is told while it lasts.
    pub minute: Duration,
    /// How often to delete what is kept of servers that left long ago.
    pub tidy: Duration,
    /// How often to look for what moderators are to be told.
    pub tell: Duration,
    /// How often what is over is forgotten.
    pub forget: Duration,
    /// How often the log is told how much was done.
    pub report: Duration,
    /// How long a stop may take, answers on their way included.
    pub stop: Duration,
}

impl Default for Pace {
    fn default() -> Pace {
        Pace {
            first_pause: Duration::from_secs(1),
            patience: Duration::from_secs(10),
            between_starts: Duration::from_secs(5),
            minute: Duration::from_secs(60),
            tidy: Duration::from_secs(24 * 60 * 60),
            tell: LOOK,
            forget: SWEEP,
            report: Duration::from_secs(60 * 60),
            stop: Duration::from_millis(1_900),
        }
    }
}

impl Options {
    /// As the environment and then `config` say.
    ///
    /// # Errors
    ///
    /// If the environment has no token, a proxy that is none or may not see the token, or shards that are none.
    pub fn from_environment(config: &Config) -> Result<Options, Stop> {
        let token = Token::from_environment()?;
        let proxy = env::var("DISCORD_PROXY").unwrap_or_default();
        let proxy = match proxy.trim() {
            "" => config.proxy.clone(),
            proxy if !is_address(proxy) => return Err(Stop::BadProxy),
            proxy if !is_safe(proxy, config.discord_network) => return Err(Stop::OpenProxy),
            proxy => Some(proxy.to_owned()),
        };
        let shards = match env::var(SHARDS) {
            Ok(shards) if !shards.trim().is_empty() => {
                Shards::read(SHARDS, shards.trim()).map_err(Stop::BadShards)?
            }
            _ => config.shards,
        };
        Ok(Options {
            token,
            proxy,
            network: config.discord_network,
            line: line(ANSWER).build().expect("TLS that brings its own roots"),
            shards,
            keeping: Keeping::Nowhere,
            pace: Pace::default(),
            vitals: Arc::default(),
        })
    }
}

/// The library's hold on Discord, by the proxy if there is one.
pub(super) fn http(options: &Options) -> Http {
    let http = HttpBuilder::new(options.token.secret()).client(options.line.clone());
    let mut http = match &options.proxy {
        // The library's own limiter would go past the proxy.
        Some(proxy) => http.proxy(proxy).ratelimiter_disabled(true).build(),
        None => http.build(),
    };
    if let Some(limiter) = &mut http.ratelimiter {
        limiter.set_ratelimit_callback(Box::new(|limit| tell(&limit)));
    }
    http
}

/// Tells of a limit. Not its path: that may hold an interaction's token.
fn tell(limit: &RatelimitInfo) {
    let millis = u64::try_from(limit.timeout.as_millis()).unwrap_or(u64::MAX);
    warn!(
        millis,
        global = limit.global,
        "Discord asks us to slow down."
    );
}
