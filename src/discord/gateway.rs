//! The connection to Discord: one line a shard, kept standing whatever happens on it.
//!
//! `law` decides what follows when a line ends, by its `ending`, and touches nothing; `starts` shares out the turns to
//! begin a session. `shard` does what they say over a `wire` and hands what it hears to `events`; `outage` tells the
//! operator. `sessions` are kept over a restart, and `handover` goes on with them; `service` puts one shard after the
//! other on a `seat` where several processes share them out.
//!
//! The library's own way (serenity 0.12.5) is not taken:
//!
//! - `gateway/ws.rs:123`: the end of a stream reads as "nothing came", and is read again as fast as the processor can.
//! - `gateway/ws.rs:107`: nothing ends a try to connect that nobody answers.
//! - `gateway/bridge/shard_runner.rs:115` and `141` ask for another session where one was lost, whatever the reason, and
//!   `shard_queuer.rs:138` begins it five seconds later, for ever: 17,000 a day, of which Discord grants 1,000.
//!
//! Nor can its `Shard` be driven alone: `gateway/ws.rs:119`, what reads from its line, is the crate's own, and
//! `gateway/shard.rs:239` shows a session that nobody can set, so that none would go on after a restart.

mod ending;
mod events;
mod handover;
mod law;
mod outage;
mod seat;
mod service;
mod sessions;
mod shard;
mod starts;
mod wire;

pub(super) use events::Events;
pub(super) use law::Session;
pub(super) use sessions::{Owner, Sessions};
pub(super) use starts::Limit;

use super::options::Options;
use super::stop::Stop;
use crate::store::Claims;
use outage::Outage;
use starts::Starts;
use std::sync::{Arc, Mutex};
use std::time::Instant;
use tokio::select;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// What Discord says of its gateway, and what of it is ours.
#[derive(Clone, Debug)]
pub(super) struct Gateway {
    /// Where it is.
    pub url: String,
    /// How many shards there are.
    pub shards: u32,
    /// Which of them may be ours.
    pub which: Vec<u32>,
    /// How many of those we serve at once.
    pub seats: u32,
    pub limit: Limit,
}

/// What we had before we were stopped.
pub(super) enum Kept {
    /// All that is ours, nobody else has: these sessions go on, if there are any.
    Ours(Option<Sessions>),
    /// Several processes share the shards out.
    Shared(Arc<Claims>),
}

/// What all shards share.
struct Common {
    gateway: Gateway,
    options: Options,
    events: Events,
    starts: Mutex<Starts>,
    outage: Outage,
    /// What keeps us apart from other processes, where there may be any.
    claims: Option<Arc<Claims>>,
    stop: CancellationToken,
}

/// Keeps every shard connected until `stop`, and gives back the sessions that they had, unless others go on with them.
/// Those that are `kept` go on.
///
/// # Errors
///
/// Why it ended otherwise.
pub(super) async fn keep(
    gateway: Gateway,
    options: &Options,
    events: Events,
    kept: Kept,
    stop: CancellationToken,
) -> Result<Vec<(u32, Session)>, Stop> {
    let starts = Starts::new(options.pace.between_starts, gateway.limit, Instant::now());
    let common = Arc::new(Common {
        outage: Outage::new(gateway.seats, Arc::clone(&options.vitals)),
        starts: Mutex::new(starts),
        gateway,
        options: options.clone(),
        events,
        claims: match &kept {
            Kept::Ours(_) => None,
            Kept::Shared(claims) => Some(Arc::clone(claims)),
        },
        stop,
    });
    select! {
        ended = shards(&common, kept) => ended,
        never = common.outage.tell(options.pace.minute) => match never {},
    }
}

/// Every shard on a task of its own. Where one ends for a reason, all do.
async fn shards(common: &Arc<Common>, kept: Kept) -> Result<Vec<(u32, Session)>, Stop> {
    let mut shards = JoinSet::new();
    match kept {
        Kept::Ours(kept) => {
            for id in common.gateway.which.iter().copied() {
                let session = kept.as_ref().and_then(|kept| kept.session(id));
                shards.spawn(service::alone(id, Arc::clone(common), session));
            }
        }
        Kept::Shared(claims) => {
            for _ in 0..common.gateway.seats {
                let served = service::among_others(Arc::clone(common), Arc::clone(&claims));
                shards.spawn(async { served.await.map(|()| None) });
            }
        }
    }
    let (mut sessions, mut ended) = (Vec::new(), Ok(()));
    while let Some(shard) = shards.join_next().await {
        // One that panicked has told its place.
        match shard.unwrap_or(Err(Stop::GaveUp)) {
            Ok(session) => sessions.extend(session),
            Err(stop) => {
                common.stop.cancel();
                ended = ended.and(Err(stop));
            }
        }
    }
    ended.map(|()| sessions)
}
