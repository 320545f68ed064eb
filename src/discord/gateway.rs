//! The connection to Discord: one line a shard, kept standing whatever happens on it.
//!
//! `law` decides what follows when a line ends, by its `ending`, and touches nothing; `starts` shares out the turns to
//! begin a session. `shard` does what they say over a `wire` and hands what it hears to `events`; `outage` tells the
//! operator. `sessions` are kept over a restart, and `handover` goes on with them.
//!
//! The library's own way is not taken: it comes back without a pause where a connection is closed at once, takes
//! every code for a reason to come back, and reads some dead lines as fast as it can.

mod ending;
mod events;
mod handover;
mod law;
mod outage;
mod sessions;
mod shard;
mod starts;
mod wire;

pub(super) use events::Events;
pub(super) use law::Session;
pub(super) use sessions::{Owner, Sessions};
pub(super) use starts::Limit;

use super::client::Options;
use super::stop::Stop;
use outage::Outage;
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
    events: Events,
    starts: Mutex<Starts>,
    outage: Outage,
    stop: CancellationToken,
}

/// Keeps every shard connected until `stop`, and gives back the sessions that they had. Those that are `kept` go on.
///
/// # Errors
///
/// Why it ended otherwise.
pub(super) async fn keep(
    gateway: Gateway,
    options: &Options,
    events: Events,
    kept: Option<Sessions>,
    stop: CancellationToken,
) -> Result<Vec<(u32, Session)>, Stop> {
    let starts = Starts::new(options.pace.between_starts, gateway.limit, Instant::now());
    let common = Arc::new(Common {
        outage: Outage::new(gateway.shards, Arc::clone(&options.vitals)),
        starts: Mutex::new(starts),
        gateway,
        options: options.clone(),
        events,
        stop,
    });
    select! {
        ended = shards(&common, kept) => ended,
        never = common.outage.tell(options.pace.minute) => match never {},
    }
}

/// Every shard on a task of its own. Where one ends for a reason, all do.
async fn shards(common: &Arc<Common>, kept: Option<Sessions>) -> Result<Vec<(u32, Session)>, Stop> {
    let mut shards = JoinSet::new();
    for id in 0..common.gateway.shards {
        let session = kept.as_ref().and_then(|kept| kept.session(id));
        let served = handover::serve(id, Arc::clone(common), session);
        shards.spawn(async move { (id, served.await) });
    }
    let (mut sessions, mut ended) = (Vec::new(), Ok(()));
    while let Some(shard) = shards.join_next().await {
        // One that panicked has told its place.
        match shard.unwrap_or((0, Err(Stop::GaveUp))) {
            (id, Ok(session)) => sessions.extend(session.map(|session| (id, session))),
            (_, Err(stop)) => {
                common.stop.cancel();
                ended = ended.and(Err(stop));
            }
        }
    }
    ended.map(|()| sessions)
}
