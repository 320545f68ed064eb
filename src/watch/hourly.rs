//! The log's one line an hour: how much was done, in sums that tell of nobody.

use super::numbers::resident;
use super::tally::Sums;
use std::convert::Infallible;
use std::time::Duration;
use tokio::time::{Instant, interval_at};
use tracing::info;

/// In bytes.
const MEGABYTE: u64 = 1_000_000;

/// Tells the log once in every `round` what came since the line before, how much memory the program holds, and how many
/// `servers` have the bot.
pub async fn hourly(round: Duration, servers: impl Fn() -> usize) -> Infallible {
    let mut before = Sums::now();
    let mut rounds = interval_at(Instant::now() + round, round);
    loop {
        rounds.tick().await;
        let now = Sums::now();
        tell(now.since(before), servers());
        before = now;
    }
}

fn tell(sums: Sums, servers: usize) {
    let Sums {
        requests,
        cards,
        refusals,
        rest_errors,
        reconnects,
    } = sums;
    let memory_mb = resident().map(|bytes| bytes / MEGABYTE);
    info!(
        requests,
        cards, refusals, rest_errors, reconnects, memory_mb, servers, "The last hour."
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_what_came_since_the_one_before() {
        let earlier = Sums {
            requests: 10,
            cards: 2,
            ..Sums::default()
        };
        let now = Sums {
            requests: 15,
            cards: 2,
            reconnects: 1,
            ..Sums::default()
        };
        let between = Sums {
            requests: 5,
            reconnects: 1,
            ..Sums::default()
        };
        assert_eq!(now.since(earlier), between);
    }
}
