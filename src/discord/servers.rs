//! Which servers have us, told to the store: what it keeps of one that left is deleted in time, unless it returns.

use crate::store::{Store, StoreError};
use crate::who::GuildId;
use serenity::all::{ShardInfo, UnavailableGuild};
use std::collections::{HashMap, HashSet};
use std::convert::Infallible;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use time::OffsetDateTime;
use tokio::sync::Notify;
use tracing::{info, warn};

/// The servers of our shards.
#[derive(Debug)]
pub(super) struct Servers {
    store: Store,
    present: Mutex<Present>,
    /// Rings when a shard connected: one that was away may have missed who left.
    connected: Notify,
}

#[derive(Debug, Default)]
struct Present {
    /// Of how many shards ours are some.
    shards: u64,
    /// By shard; one that never connected is not here, and nothing is said of its servers.
    servers: HashMap<u64, HashSet<GuildId>>,
    /// Those that another process may have by now: nothing is said of theirs either.
    away: HashMap<u64, HashSet<GuildId>>,
}

/// Where a server stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Present,
    Gone,
    /// Another process may know.
    Unknown,
}

impl Servers {
    pub(super) fn new(store: Store) -> Servers {
        Servers {
            store,
            present: Mutex::default(),
            connected: Notify::new(),
        }
    }

    /// Notes which servers a shard has, now that it is connected.
    pub(super) fn connected(&self, shard: ShardInfo, servers: &[UnavailableGuild]) {
        let servers = servers.iter().map(|server| GuildId(server.id.get()));
        let mut present = self.present();
        present.shards = shard.total.into();
        present.servers.insert(shard.id.0.into(), servers.collect());
        present.away.remove(&shard.id.0.into());
        drop(present);
        self.connected.notify_one();
    }

    /// Notes that another process may have `shard` by now.
    pub(super) fn away(&self, shard: u32) {
        let (shard, mut present) = (u64::from(shard), self.present());
        if let Some(servers) = present.servers.remove(&shard) {
            present.away.insert(shard, servers);
        }
    }

    /// Notes that nobody had it.
    pub(super) fn back(&self, shard: u32) {
        let (shard, mut present) = (u64::from(shard), self.present());
        if let Some(servers) = present.away.remove(&shard) {
            present.servers.entry(shard).or_insert(servers);
        }
    }

    /// Notes that `server` is there; whether it has just taken us in. Most did long ago.
    pub(super) async fn came(&self, server: GuildId) -> bool {
        let new = self.present().add(server);
        if new {
            told(self.store.returned(server).await);
        }
        new
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.present().servers.values().map(HashSet::len).sum()
    }

    /// Whether `server` is there and one of ours.
    pub(super) fn has(&self, server: GuildId) -> bool {
        self.present().standing(server) == Standing::Present
    }

    /// Whether Discord may still tell us of `server`: it is there, or its shard is not connected yet.
    pub(super) fn may_have(&self, server: GuildId) -> bool {
        self.present().standing(server) != Standing::Gone
    }

    /// Notes that `server` removed us.
    pub(super) async fn went(&self, server: GuildId, now: OffsetDateTime) {
        self.present().remove(server);
        told(self.store.left(server, now).await);
    }

    /// Compares what is kept with who is there, whenever a shard connected and otherwise every `round`, and
    /// deletes what has been kept for long enough.
    pub(super) async fn look_after(&self, round: Duration) -> Infallible {
        loop {
            let due = tokio::time::sleep(round);
            tokio::select! {
                () = due => (),
                () = self.connected.notified() => (),
            }
            told(self.tidy(OffsetDateTime::now_utc()).await);
        }
    }

    async fn tidy(&self, now: OffsetDateTime) -> Result<(), StoreError> {
        for kept in self.store.kept().await? {
            let standing = self.present().standing(kept.guild);
            match (standing, kept.left) {
                (Standing::Present, Some(_)) => self.store.returned(kept.guild).await?,
                (Standing::Gone, None) => self.store.left(kept.guild, now).await?,
                _ => (),
            }
        }
        let deleted = self.store.sweep(now).await?.len();
        if deleted > 0 {
            info!(deleted, "Servers that left long ago are forgotten.");
        }
        Ok(())
    }

    fn present(&self) -> MutexGuard<'_, Present> {
        self.present.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Present {
    /// Adds `server`; whether that is news.
    fn add(&mut self, server: GuildId) -> bool {
        let shard = self.shard(server);
        let servers = shard.and_then(|shard| self.servers.get_mut(&shard));
        servers.is_some_and(|servers| servers.insert(server))
    }

    fn remove(&mut self, server: GuildId) {
        let shard = self.shard(server);
        if let Some(servers) = shard.and_then(|shard| self.servers.get_mut(&shard)) {
            servers.remove(&server);
        }
    }

    fn standing(&self, server: GuildId) -> Standing {
        let shard = self.shard(server);
        match shard.and_then(|shard| self.servers.get(&shard)) {
            None => Standing::Unknown,
            Some(servers) if servers.contains(&server) => Standing::Present,
            Some(_) => Standing::Gone,
        }
    }

    /// The shard that hears of `server`, as Discord shares them out.
    fn shard(&self, server: GuildId) -> Option<u64> {
        (server.0 >> 22).checked_rem(self.shards)
    }
}

fn told(done: Result<(), StoreError>) {
    if done.is_err() {
        warn!("Who left or returned could not be noted; the next round notes it.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_of_a_server_whose_shard_is_not_ours() {
        let (ours, theirs) = (GuildId(2 << 22), GuildId(3 << 22));
        let mut present = Present::default();
        assert_eq!(present.standing(ours), Standing::Unknown);
        present.shards = 2;
        present.servers.insert(0, HashSet::new());
        assert_eq!(present.standing(ours), Standing::Gone);
        assert!(present.add(ours) && !present.add(ours));
        assert_eq!(present.standing(ours), Standing::Present);
        present.remove(ours);
        assert_eq!(present.standing(ours), Standing::Gone);
        assert!(!present.add(theirs));
        assert_eq!(present.standing(theirs), Standing::Unknown);
    }
}
