//! What is over is forgotten by the clock, and not only when somebody else comes.

use super::Bot;
use std::time::{Duration, Instant};

/// How often what is over is forgotten; so much longer than we say does nothing last.
pub const SWEEP: Duration = Duration::from_secs(60);

impl Bot {
    /// Forgets what is over at `now`, in every memory. Whoever runs the bot sees to it each [`SWEEP`].
    pub fn sweep(&self, now: Instant) {
        self.lately.told.sweep(now);
        self.lately.paced.sweep(now);
        self.lately.said.sweep(now);
        self.lately.offered.sweep(now);
        self.lately.memory.sweep(now);
        self.lately.brought.sweep(now);
        self.lately.sent.sweep(now);
        self.learned.sweep(now);
        self.lately.shared.sweep(now);
        self.lately.posts.sweep(now);
    }

    /// How many things are remembered now.
    pub fn remembered(&self) -> usize {
        [
            self.lately.told.len(),
            self.lately.paced.len(),
            self.lately.said.len(),
            self.lately.offered.len(),
            self.lately.memory.len(),
            self.lately.brought.len(),
            self.lately.sent.len(),
            self.learned.len(),
            self.lately.shared.len(),
            self.lately.posts.len(),
        ]
        .iter()
        .sum()
    }
}
