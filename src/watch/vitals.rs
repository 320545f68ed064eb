//! Whether the program serves: its connections stand and its database answers.

use super::numbers;
use crate::store::Store;
use std::sync::atomic::{AtomicU32, Ordering};

/// How many connections to Discord stand, told by whoever holds them and read by those who watch.
#[derive(Debug, Default)]
pub struct Vitals {
    /// How many there should be; none before that is known.
    wanted: AtomicU32,
    /// How many stand.
    standing: AtomicU32,
}

impl Vitals {
    /// Notes that so many of the `wanted` connections are `standing`.
    pub fn connected(&self, standing: u32, wanted: u32) {
        self.wanted.store(wanted, Ordering::Relaxed);
        self.standing.store(standing, Ordering::Relaxed);
        numbers::shards(standing, wanted);
    }

    /// What is missing for a bot that keeps its settings in `store` to serve, in words for the operator; nothing if it
    /// serves.
    pub fn missing(&self, store: &Store) -> Option<&'static str> {
        let wanted = self.wanted.load(Ordering::Relaxed);
        let standing = self.standing.load(Ordering::Relaxed);
        match store.health().reading {
            _ if wanted == 0 => Some("not connected to Discord yet"),
            _ if standing < wanted => Some("a connection to Discord is down"),
            Some(_) => Some("the database cannot be read"),
            None => None,
        }
    }
}
