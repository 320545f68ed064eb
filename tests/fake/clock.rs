//! Discord's clock: it runs by itself, and a test may move it forward.

use std::sync::Mutex;
use std::time::{Duration, Instant};

/// The time since the fake started.
pub struct Clock {
    started: Instant,
    skipped: Mutex<Duration>,
}

impl Clock {
    pub fn start() -> Clock {
        Clock {
            started: Instant::now(),
            skipped: Mutex::default(),
        }
    }

    pub fn now(&self) -> Duration {
        self.started.elapsed() + *self.skipped.lock().expect("no panic under this lock")
    }

    /// Moves on by `time` at once, so that a deadline passes without waiting for it.
    pub fn pass(&self, time: Duration) {
        *self.skipped.lock().expect("no panic under this lock") += time;
    }
}
