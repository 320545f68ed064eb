//! What is over, forgotten again and again: no memory grows.

use super::doors::Edits;
use super::seen::Seen;
use crate::bot::Bot;
use serenity::http::Http;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::sync::watch;

/// How often the limiter's memory is swept: what a burst left there is gone within a minute, as all else of it.
const SWEEP: Duration = Duration::from_secs(60);

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
    (seen, edits): (&Seen, &Edits),
    round: Duration,
) -> Infallible {
    let mut ticks = tokio::time::interval(round);
    loop {
        let now = ticks.tick().await.into_std();
        let bot = Arc::clone(&bot.borrow());
        bot.sweep(now);
        seen.sweep(now);
        edits.sweep(now);
    }
}

/// Writes what was counted, once in every `round`.
pub(super) async fn write_tallies(bot: &watch::Receiver<Arc<Bot>>, round: Duration) -> Infallible {
    let mut ticks = tokio::time::interval(round);
    loop {
        ticks.tick().await;
        let bot = Arc::clone(&bot.borrow());
        bot.write_tally().await;
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
