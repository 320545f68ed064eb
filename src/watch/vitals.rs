//! Whether the program serves: its connections stand and its database answers.

use super::numbers;
use crate::store::{Health, Store, Trouble};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// How many connections to Discord stand, told by whoever holds them and read by those who watch.
#[derive(Debug, Default)]
pub struct Vitals {
    /// Whether Discord said anything yet.
    known: AtomicBool,
    /// How many there should be: those of our shards that no other process serves.
    wanted: AtomicU32,
    /// How many stand.
    standing: AtomicU32,
}

impl Vitals {
    /// Notes that so many of the `wanted` connections are `standing`.
    pub fn connected(&self, standing: u32, wanted: u32) {
        self.wanted.store(wanted, Ordering::Relaxed);
        self.standing.store(standing, Ordering::Relaxed);
        self.known.store(true, Ordering::Release);
        numbers::shards(standing, wanted);
    }

    /// What is missing for a bot that keeps its settings in `store` to serve, in words for the operator; nothing if it
    /// serves, or stands by while others serve every shard: who replaces them one after the other waits for that. A full
    /// disk refuses changes and lets everybody ask; what is kept in a file that is gone holds until the next start alone.
    pub fn missing(&self, store: &Store) -> Option<&'static str> {
        let known = self.known.load(Ordering::Acquire);
        let wanted = self.wanted.load(Ordering::Relaxed);
        let standing = self.standing.load(Ordering::Relaxed);
        let Health { reading, writing } = store.health();
        match (reading, writing) {
            _ if !known => Some("not connected to Discord yet"),
            _ if standing < wanted => Some("a connection to Discord is down"),
            (Some(_), _) => Some("the database cannot be read"),
            (None, Some(Trouble::Gone)) => Some("the database's file is gone"),
            (None, _) => None,
        }
    }
}
