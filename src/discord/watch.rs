//! Guards against what the library does not see: wasted connections, a shard that hangs, memory that grows.

use super::client::{Gateway, Pace};
use super::seen::Seen;
use super::stop::Stop;
use crate::bot::Bot;
use crate::watch::Vitals;
use serenity::all::{ConnectionStage, ShardManager};
use serenity::http::Http;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};
use tracing::{info, warn};

/// Pauses between tries: each twice as long as the one before, up to [`LONGEST_PAUSE`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Pauses(Duration);

/// Long enough to spare a Discord in trouble, short enough to be back when it is.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

impl Pauses {
    pub(super) fn from(first: Duration) -> Pauses {
        Pauses(first)
    }
}

impl Iterator for Pauses {
    type Item = Duration;

    fn next(&mut self) -> Option<Duration> {
        let pause = self.0.min(LONGEST_PAUSE);
        self.0 = pause * 2;
        Some(pause)
    }
}

/// Waits until something is wrong that only a new start can mend.
///
/// The library identifies every five seconds for ever when each connection is ended at once (close
/// codes 4010 to 4012), and Discord takes a token away after a thousand a day. It tells nobody, so we
/// ask Discord itself how many are left. And after some close codes it reads a dead connection as
/// fast as it can, without noticing.
pub(super) async fn trouble(
    http: Arc<Http>,
    shards: Arc<ShardManager>,
    gateway: Gateway,
    pace: Pace,
    vitals: &Vitals,
) -> Stop {
    let mut starts = Starts::new(&gateway, pace, Instant::now());
    let mut hanging_since: Option<Instant> = None;
    let mut asked = Instant::now();
    let mut lost = Lost::since(Instant::now(), gateway.shards);
    let mut ticks = tokio::time::interval(pace.look);
    loop {
        ticks.tick().await;
        let now = Instant::now();
        let (connected, hanging) = states(&shards).await;
        vitals.connected(connected, gateway.shards);
        lost.tell(gateway.shards - connected.min(gateway.shards), now);
        hanging_since = hanging.then(|| hanging_since.unwrap_or(now));
        if hanging_since.is_some_and(|since| now - since > pace.hanging) {
            return Stop::Stuck;
        }
        if connected == gateway.shards || now - asked < pace.ask {
            continue;
        }
        asked = now;
        if let Ok(current) = http.get_bot_gateway().await
            && starts.wasted(current.session_start_limit.remaining, now)
        {
            return Stop::StartsWasted;
        }
    }
}

/// Which loss of connections the operator knows of. The library tries every five seconds, without a word.
#[derive(Debug)]
struct Lost {
    /// Until when the shards are still being started, unless all of them are connected before.
    starting: Option<Instant>,
    /// When it is told again that they are lost; nothing while they are not.
    next: Option<(Instant, Pauses)>,
}

/// How long the library takes for each shard, at most: it starts one every five seconds.
const A_START: Duration = Duration::from_secs(10);

impl Lost {
    fn since(start: Instant, shards: u32) -> Lost {
        Lost {
            starting: Some(start + A_START * shards),
            next: None,
        }
    }

    /// Tells that all are connected; that `shards` of them are down, each time after a longer pause; or that they are
    /// back.
    fn tell(&mut self, shards: u32, now: Instant) {
        if let Some(until) = self.starting {
            if shards > 0 && now < until {
                return;
            }
            self.starting = None;
            if shards == 0 {
                info!("Every connection to Discord stands.");
            }
        }
        match (&mut self.next, shards) {
            (None, 0) => (),
            (Some(_), 0) => {
                info!("Every connection to Discord stands again.");
                self.next = None;
            }
            (Some((next, _)), _) if *next > now => (),
            (next, _) => {
                let (_, mut pauses) = next.take().unwrap_or((now, Pauses::from(FIRST_WORD)));
                let pause = pauses.next().unwrap_or_default();
                warn!(
                    shards,
                    "The connection to Discord is lost; trying again every five seconds."
                );
                self.next = Some((now + pause, pauses));
            }
        }
    }
}

/// How long a loss lasts before it is told a second time.
const FIRST_WORD: Duration = Duration::from_secs(8);

/// How many shards are connected, and whether one has a line and gets nowhere on it.
async fn states(shards: &ShardManager) -> (u32, bool) {
    let runners = shards.runners.lock().await;
    let connected = |stage: ConnectionStage| stage == ConnectionStage::Connected;
    let (up, down): (Vec<_>, Vec<_>) = runners.values().partition(|info| connected(info.stage));
    (
        u32::try_from(up.len()).unwrap_or(u32::MAX),
        !down.is_empty(),
    )
}

/// How many connections we spent within the hour, by Discord's own count.
#[derive(Debug)]
struct Starts {
    left: u64,
    since: Instant,
    allowed: u64,
}

const HOUR: Duration = Duration::from_secs(60 * 60);

impl Starts {
    fn new(gateway: &Gateway, pace: Pace, now: Instant) -> Starts {
        Starts {
            left: gateway.starts_left,
            since: now,
            allowed: u64::from(gateway.shards) + pace.starts_an_hour,
        }
    }

    /// Whether too many are gone, now that `left` are left.
    fn wasted(&mut self, left: u64, now: Instant) -> bool {
        if left > self.left || now - self.since > HOUR {
            (self.left, self.since) = (left, now);
        }
        self.left - left > self.allowed
    }
}

/// How often the limiter's memory is swept.
const SWEEP: Duration = HOUR;

/// Forgets the rate limits of routes that are long over: the library keeps one an interaction, for ever.
pub(super) async fn sweep(http: Arc<Http>) -> Infallible {
    let mut ticks = tokio::time::interval(SWEEP);
    loop {
        ticks.tick().await;
        forget_old_limits(&http, SystemTime::now()).await;
    }
}

/// Forgets what is over, in every memory of ours, once in every `round`.
pub(super) async fn forget(bot: &Bot, seen: &Seen, round: Duration) -> Infallible {
    let mut ticks = tokio::time::interval(round);
    loop {
        let now = ticks.tick().await.into_std();
        bot.sweep(now);
        seen.sweep(now);
    }
}

async fn forget_old_limits(http: &Http, now: SystemTime) {
    let Some(limiter) = &http.ratelimiter else {
        return;
    };
    let routes = limiter.routes();
    routes.write().await.retain(|_, limit| {
        let in_use = Arc::strong_count(limit) > 1;
        let ahead = |limit: &serenity::http::Ratelimit| limit.reset().is_some_and(|at| at > now);
        in_use || limit.try_lock().map_or(true, |limit| ahead(&limit))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use serenity::all::{InteractionId, Route};

    #[test]
    fn pauses_grow_to_a_minute() {
        let pauses = Pauses::from(Duration::from_secs(1)).map(|pause| pause.as_secs());
        let first: Vec<u64> = pauses.take(8).collect();
        assert_eq!(first, [1, 2, 4, 8, 16, 32, 60, 60]);
    }

    #[test]
    fn starts_are_counted_by_the_hour_and_anew_each_day() {
        let gateway = Gateway {
            url: String::new(),
            shards: 2,
            starts_left: 100,
        };
        let (pace, start) = (Pace::default(), Instant::now());
        let mut starts = Starts::new(&gateway, pace, start);
        let allowed = 2 + pace.starts_an_hour;
        assert!(!starts.wasted(100 - allowed, start));
        assert!(starts.wasted(99 - allowed, start));
        assert!(!starts.wasted(1_000, start), "a new day");
        assert!(!starts.wasted(10, start + HOUR * 2), "a new hour");
    }

    #[tokio::test]
    async fn limits_that_are_over_are_forgotten() {
        let http = Http::new("tok");
        let routes = http.ratelimiter.as_ref().expect("it is on").routes();
        let bucket = |id| {
            let route = Route::InteractionResponse {
                interaction_id: InteractionId::new(id),
                token: "t",
            };
            route.ratelimiting_bucket()
        };
        let held = Arc::clone(routes.write().await.entry(bucket(1)).or_default());
        routes.write().await.entry(bucket(2)).or_default();
        forget_old_limits(&http, SystemTime::now()).await;
        assert_eq!(routes.read().await.len(), 1, "the one in use");
        drop(held);
    }
}
