//! The only module that knows Discord.
//!
//! An event's way: `doors` takes it, `inbound` makes it a request, the bot answers, `outbound` sends
//! the reply. `client` starts and stops; `watch` guards against what the library does not, and `threads` keep the watch
//! awake where the library holds one of them for ever.

mod arrivals;
mod client;
mod commands;
mod doors;
mod fetch;
mod inbound;
mod invite;
mod line;
mod outbound;
mod permissions;
pub mod quiet;
mod seen;
mod servers;
mod stop;
mod survey;
mod threads;
mod token;
mod typing;
mod watch;

pub use client::{Options, Pace, serve};
pub use invite::invite_link;
pub use line::line;
pub use outbound::message;
pub use stop::Stop;
pub use threads::Threads;
pub use token::Token;

use crate::bot::{Bot, Knowledge};
use crate::config::{Config, Network};
use crate::store::{Location, Store};
use crate::watch::{Page, supervise};
use std::env;
use std::sync::Arc;
use tokio::signal::ctrl_c;
use tokio::signal::unix::{SignalKind, signal};

/// Serves Discord until the operator stops us: ctrl-c or SIGTERM.
///
/// # Errors
///
/// Why it ended otherwise.
///
/// # Panics
///
/// If the system gives us no threads, or no signals.
pub fn run(knowledge: Knowledge, config: &Config) -> Result<(), Stop> {
    let options = Options::from_environment(config)?;
    let url = env::var("DATABASE_URL").ok();
    let location = match config.database_network {
        Network::Open => Location::chosen(url.as_deref(), &config.database)?,
        Network::Trusted => Location::trusting(url.as_deref(), &config.database)?,
    };
    Threads::start().block_on(async {
        let page = match config.watch {
            Some(address) => Some(Page::open(address).await?),
            None => None,
        };
        let store = Store::open(&location).await?;
        let secret = options.token.secret();
        let bot = Bot::new(Arc::new(knowledge), store.clone(), secret).outside(config.outside);
        let vitals = Arc::clone(&options.vitals);
        if let Some(page) = page {
            tokio::spawn(page.serve(Arc::clone(&vitals), store.clone()));
        }
        tokio::spawn(supervise(vitals, store.clone()));
        let ended = serve(Arc::new(bot), options, stopped()).await;
        store.close().await;
        ended
    })
}

/// Waits for the operator's signal.
async fn stopped() {
    let mut terminated = signal(SignalKind::terminate()).expect("a handler for SIGTERM");
    tokio::select! {
        _ = ctrl_c() => (),
        _ = terminated.recv() => (),
    }
}
