//! Which events were served: after a resume Discord may send one twice.

use crate::bot::Recent;
use std::time::{Duration, Instant};

/// For so long an id is remembered: a resume repeats what came within minutes.
const WHILE: Duration = Duration::from_secs(10 * 60);

/// So many ids are remembered.
const REMEMBERED: usize = 4_096;

/// The ids of the latest messages and interactions.
#[derive(Debug)]
pub(super) struct Seen(Recent<u64, ()>);

impl Default for Seen {
    fn default() -> Seen {
        Seen(Recent::new(WHILE, REMEMBERED))
    }
}

impl Seen {
    /// Whether `id` comes for the first time; it is remembered.
    pub(super) fn first(&self, id: u64, now: Instant) -> bool {
        self.0.first(id, now)
    }

    /// Forgets what is over at `now`.
    pub(super) fn sweep(&self, now: Instant) {
        self.0.sweep(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_first_once_and_the_memory_is_bounded() {
        let (seen, now) = (Seen::default(), Instant::now());
        assert!(seen.first(1, now));
        assert!(!seen.first(1, now));
        for id in 2..=REMEMBERED as u64 + 2 {
            assert!(seen.first(id, now));
        }
        assert!(seen.first(1, now), "forgotten by now");
        assert!(seen.0.len() <= REMEMBERED + 1);
        seen.sweep(now + WHILE);
        assert_eq!(seen.0.len(), 0);
    }
}
