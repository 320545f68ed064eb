//! Patience between tries (exponential backoff).

use std::time::Duration;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_minute() {
        let pauses = Pauses::from(Duration::from_secs(1)).map(|pause| pause.as_secs());
        let first: Vec<u64> = pauses.take(8).collect();
        assert_eq!(first, [1, 2, 4, 8, 16, 32, 60, 60]);
    }
}
