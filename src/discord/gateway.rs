//! The connection to Discord: one line a shard, kept standing whatever happens on it.
//!
//! `law` decides what follows when a line ends, and touches nothing; `starts` shares out the turns to begin a session.
//! `shard` does what they say over a `wire` and hands what it hears to `events`; `outage` tells the operator.
//!
//! The library's own way there is not gone: it comes back without a pause where a connection is closed at once, takes
//! every code for a reason to come back, and reads some dead lines as fast as it can.

mod events;
mod law;
mod outage;
mod shard;
mod starts;
mod wire;

pub(super) use events::Events;
pub(super) use starts::Limit;

use super::client::Options;
use super::stop::Stop;
use law::Law;
use outage::Outage;
use serenity::all::Http;
use shard::Shard;
use starts::Starts;
use std::sync::{Arc, Mutex};
use std::time::Instant;
use tokio::select;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// What Discord says of its gateway.
#[derive(Clone, Debug)]
pub(super) struct Gateway {
    /// Where it is.
    pub url: String,
    /// How many shards we are.
    pub shards: u32,
    pub limit: Limit,
}

/// What all shards share.
struct Common {
    gateway: Gateway,
    options: Options,
    http: Arc<Http>,
    events: Events,
    starts: Mutex<Starts>,
    outage: Outage,
    stop: CancellationToken,
}

/// Keeps every shard connected until `stop`.
///
/// # Errors
///
/// Why it ended otherwise.
pub(super) async fn keep(
    gateway: Gateway,
    options: &Options,
    http: Arc<Http>,
    events: Events,
    stop: CancellationToken,
) -> Result<(), Stop> {
    let starts = Starts::new(options.pace.between_starts, gateway.limit, Instant::now());
    let common = Arc::new(Common {
        outage: Outage::new(gateway.shards),
        starts: Mutex::new(starts),
        gateway,
        options: options.clone(),
        http,
        events,
        stop,
    });
    select! {
        ended = shards(&common) => ended,
        never = common.outage.tell(options.pace.minute) => match never {},
    }
}

/// Every shard on a task of its own. Where one ends for a reason, all do.
async fn shards(common: &Arc<Common>) -> Result<(), Stop> {
    let (mut shards, pace) = (JoinSet::new(), common.options.pace);
    for id in 0..common.gateway.shards {
        let shard = Shard::new(id, Arc::clone(common));
        let law = Law::new(pace.first_pause, pace.minute);
        shards.spawn(shard.keep(law));
    }
    let mut ended = Ok(());
    while let Some(shard) = shards.join_next().await {
        // One that panicked has told its place.
        let shard = shard.unwrap_or(Err(Stop::GaveUp));
        if let Err(stop) = shard {
            common.stop.cancel();
            ended = ended.and(Err(stop));
        }
    }
    ended
}
