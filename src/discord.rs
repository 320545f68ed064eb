//! The only module that knows Discord.
//!
//! An event's way: `doors` takes it, `inbound` makes it a request, the bot answers, `outbound` sends
//! the reply. `client` starts and stops; `gateway` keeps the connection; `sweep`
//! forgets what is over.

mod arrivals;
mod call;
mod client;
mod commands;
mod context;
mod doors;
mod fetch;
mod gateway;
mod guild;
mod guilds;
mod inbound;
mod invite;
mod line;
mod options;
mod outbound;
mod pauses;
mod permissions;
pub mod quiet;
mod reach;
mod renewal;
mod seen;
mod servers;
mod signals;
mod stop;
mod survey;
mod sweep;
mod token;
mod typing;
mod words;

pub use client::serve;
pub use invite::invite_link;
pub use line::line;
pub use options::{Keeping, Options, Pace};
pub use outbound::message;
pub use signals::Signals;
pub use stop::Stop;
pub use token::Token;

use crate::bot::{Bot, Knowledge};
use crate::config::{Config, Network, Shards};
use crate::content::Mistake;
use crate::store::{Location, Store};
use crate::watch::{Page, supervise};
use renewal::renewed;
use std::env;
use std::path::Path;
use std::sync::Arc;
use tokio::select;
use tokio::sync::watch::channel;

/// Serves Discord until the operator's `signals` end it. Where they ask for it, what `read` reads anew takes the place of
/// `knowledge`, unless there are mistakes in it; and so whenever something in `content` changes, where `config` wants it.
///
/// # Errors
///
/// Why it ended otherwise.
pub fn run(
    signals: Signals,
    knowledge: Knowledge,
    config: &Config,
    read: impl Fn() -> Result<(Knowledge, Config), Vec<Mistake>> + Send + Sync + 'static,
    content: &Path,
) -> Result<(), Stop> {
    let mut options = Options::from_environment(config)?;
    let url = env::var("DATABASE_URL").ok();
    let location = match config.database_network {
        Network::Open => Location::chosen(url.as_deref(), &config.database)?,
        Network::Trusted => Location::trusting(url.as_deref(), &config.database)?,
    };
    options.keeping = keeping(&location, options.shards, &config.database);
    let shared = options.keeping == Keeping::Shared;
    if !shared && matches!(options.shards, Shards::Any { .. }) {
        return Err(Stop::Unshared);
    }
    let followed = config.follows.then(|| content.to_owned());
    let Signals {
        runtime,
        end,
        renewal,
    } = signals;
    runtime.block_on(async {
        let page = match config.watch {
            Some(address) => Some(Page::open(address).await?),
            None => None,
        };
        let store = select! {
            opened = Store::open(&location) => opened?,
            () = end.cancelled() => return Ok(()),
        };
        let secret = options.token.secret();
        let bot = Bot::new(Arc::new(knowledge), store.clone(), secret)
            .outside(config.outside)
            .leading_to(config.addresses.clone());
        let vitals = Arc::clone(&options.vitals);
        if let Some(page) = page {
            tokio::spawn(page.serve(Arc::clone(&vitals), store.clone()));
        }
        tokio::spawn(supervise(vitals, store.clone()));
        let (serving, bot) = channel(Arc::new(bot));
        let ended = select! {
            ended = serve(bot, options, end.cancelled()) => ended,
            never = renewed(&serving, config, (renewal, followed), read) => match never {},
        };
        store.close().await;
        ended
    })
}

/// In the database that several processes share, or else in a file beside the one of our own or where that would be. Who
/// serves all shards shares nothing, and so need not fall silent while the database is away.
fn keeping(location: &Location, shards: Shards, database: &Path) -> Keeping {
    let beside: &Path = match location {
        Location::File(database) => database,
        Location::Postgres(_) if shards == Shards::All => database,
        Location::Postgres(_) => return Keeping::Shared,
    };
    Keeping::File(beside.with_extension("session"))
}
