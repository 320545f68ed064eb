//! What is over is forgotten by the clock, and not only when somebody else comes.

use super::Bot;
use std::time::{Duration, Instant};

/// How often what is over is forgotten; so much longer than we say does nothing last.
pub const SWEEP: Duration = Duration::from_secs(60);

impl Bot {
    /// Forgets what is over at `now`, in every memory. Whoever runs the bot sees to it each [`SWEEP`].
    pub fn sweep(&self, now: Instant) {
        self.told.sweep(now);
        self.paced.sweep(now);
        self.said.sweep(now);
        self.offered.sweep(now);
        self.memory.sweep(now);
        self.brought.sweep(now);
        self.sent.sweep(now);
        self.learned.sweep(now);
        self.shared.sweep(now);
    }

    /// How many things are remembered now.
    pub fn remembered(&self) -> usize {
        [
            self.told.len(),
            self.paced.len(),
            self.said.len(),
            self.offered.len(),
            self.memory.len(),
            self.brought.len(),
            self.sent.len(),
            self.learned.len(),
            self.shared.len(),
        ]
        .iter()
        .sum()
    }
}
