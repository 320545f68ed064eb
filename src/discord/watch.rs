//! Patience between tries, and memory that does not grow.

use super::seen::Seen;
use crate::bot::Bot;
use serenity::http::Http;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::sync::watch;

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

/// How often the limiter's memory is swept.
const SWEEP: Duration = Duration::from_secs(60 * 60);

/// Forgets the rate limits of routes that are long over: the library keeps one an interaction, for ever.
pub(super) async fn sweep(http: Arc<Http>) -> Infallible {
    let mut ticks = tokio::time::interval(SWEEP);
    loop {
        ticks.tick().await;
        forget_old_limits(&http, SystemTime::now()).await;
    }
}

/// Forgets what is over, in every memory of ours, once in every `round`.
pub(super) async fn forget(
    bot: &watch::Receiver<Arc<Bot>>,
    seen: &Seen,
    round: Duration,
) -> Infallible {
    let mut ticks = tokio::time::interval(round);
    loop {
        let now = ticks.tick().await.into_std();
        let bot = Arc::clone(&bot.borrow());
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
