//! Whose turn it is to begin a session, and how many are left: Discord counts them, and takes the token away from whoever
//! begins too many a day.

use std::collections::HashMap;
use std::time::{Duration, Instant};

/// What Discord says of it.
#[derive(Clone, Copy, Debug)]
pub(in crate::discord) struct Limit {
    /// How many a day has.
    pub total: u64,
    /// How many are left of them.
    pub left: u64,
    /// When there are all of them again.
    pub until_reset: Duration,
    /// How many shards may begin at once (`max_concurrency`).
    pub at_once: u64,
}

/// The turns of one process.
#[derive(Debug)]
pub(super) struct Starts {
    /// How far apart Discord wants two of one row.
    apart: Duration,
    limit: Limit,
    resets: Instant,
    /// When the next of each row may begin. Shards begin in as many rows as may begin at once.
    next: HashMap<u64, Instant>,
    /// When the last one began.
    last: Option<Instant>,
}

impl Starts {
    pub(super) fn new(apart: Duration, limit: Limit, now: Instant) -> Starts {
        Starts {
            apart,
            limit,
            resets: now + limit.until_reset,
            next: HashMap::new(),
            last: None,
        }
    }

    /// Notes what Discord says at `now`.
    pub(super) fn told(&mut self, limit: Limit, now: Instant) {
        (self.limit, self.resets) = (limit, now + limit.until_reset);
    }

    /// How long `shard` waits for its turn, which then is its own.
    pub(super) fn turn(&mut self, shard: u32, now: Instant) -> Duration {
        if now >= self.resets {
            self.limit.left = self.limit.total;
            self.resets = now + A_DAY;
        }
        let row = row(shard, self.limit.at_once);
        let free = self.next.get(&row).copied().unwrap_or(now);
        let at = free.max(self.spared(now)).max(now);
        self.next.insert(row, at + self.apart);
        self.last = Some(at);
        self.limit.left = self.limit.left.saturating_sub(1);
        at - now
    }

    /// When the next may begin so that what is left lasts. The first half of a day's starts is for whoever needs them;
    /// the second is spread over the rest of the day, or trouble at noon would cost us the evening.
    fn spared(&self, now: Instant) -> Instant {
        let left = u32::try_from(self.limit.left).unwrap_or(u32::MAX);
        match (self.last, left) {
            (_, 0) => self.resets,
            (Some(last), _) if self.limit.left <= self.limit.total / 2 => {
                last + self.resets.saturating_duration_since(now) / left
            }
            _ => now,
        }
    }
}

/// The row in which `shard` begins, where so many may begin at once.
pub(super) fn row(shard: u32, at_once: u64) -> u64 {
    u64::from(shard) % at_once.max(1)
}

const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);
    const FIVE: Duration = Duration::from_secs(5);

    fn starts(left: u64, at_once: u64, now: Instant) -> Starts {
        let limit = Limit {
            total: 1_000,
            left,
            until_reset: 1_000 * SECOND,
            at_once,
        };
        Starts::new(FIVE, limit, now)
    }

    #[test]
    fn shards_of_one_row_begin_five_seconds_apart() {
        let now = Instant::now();
        let turns = |at_once| -> Vec<u64> {
            let mut starts = starts(1_000, at_once, now);
            let turns = (0..5).map(|shard| starts.turn(shard, now).as_secs());
            turns.collect()
        };
        assert_eq!(turns(1), [0, 5, 10, 15, 20]);
        assert_eq!(turns(2), [0, 0, 5, 5, 10]);
        assert_eq!(turns(16), [0, 0, 0, 0, 0]);
    }

    #[test]
    fn what_is_left_of_a_day_lasts_to_its_end() {
        let mut now = Instant::now();
        let end = now + 1_000 * SECOND;
        let mut starts = starts(100, 1, now);
        let mut begun = 0;
        loop {
            now += starts.turn(0, now);
            if now >= end {
                break;
            }
            begun += 1;
        }
        assert!((90..=100).contains(&begun), "{begun}");
    }

    #[test]
    fn where_none_is_left_the_next_day_is_awaited() {
        let now = Instant::now();
        let mut starts = starts(0, 1, now);
        assert_eq!(starts.turn(0, now), 1_000 * SECOND);
        let morning = now + 1_000 * SECOND;
        assert_eq!(starts.turn(0, morning), FIVE, "that turn was taken");
        starts.told(
            Limit {
                total: 1_000,
                left: 1_000,
                until_reset: SECOND,
                at_once: 1,
            },
            now,
        );
        assert!(starts.turn(0, now) >= FIVE);
    }
}
