//! What the operator is told of the connection: when it stands, when it is lost, each minute while it is, and when it is
//! back.

use super::ending::Ending;
use crate::watch::{Vitals, numbers};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::Notify;
use tokio::time::sleep;
use tracing::{info, warn};

/// Knows which shards are connected.
#[derive(Debug)]
pub(super) struct Outage {
    shards: Mutex<Shards>,
    /// Rings when one begins.
    began: Notify,
    vitals: Arc<Vitals>,
}

#[derive(Debug)]
struct Shards {
    /// How many shards we would serve.
    total: usize,
    /// For how many of them we wait, because others serve them.
    waiting: usize,
    connected: BTreeSet<u32>,
    /// Those that tried in vain, and what they met last.
    lost: BTreeMap<u32, Ending>,
    /// Since when there are any.
    since: Option<Instant>,
    /// Whether all of them were ever connected.
    stood: bool,
}

impl Shards {
    fn tell(&self, vitals: &Vitals) {
        let count = |shards: usize| u32::try_from(shards).unwrap_or(u32::MAX);
        vitals.connected(count(self.connected.len()), count(self.owed()));
    }

    /// How many should be connected.
    fn owed(&self) -> usize {
        self.total.saturating_sub(self.waiting)
    }
}

impl Outage {
    pub(super) fn new(total: u32, vitals: Arc<Vitals>) -> Outage {
        vitals.connected(0, total);
        Outage {
            shards: Mutex::new(Shards {
                total: total as usize,
                waiting: 0,
                connected: BTreeSet::new(),
                lost: BTreeMap::new(),
                since: None,
                stood: false,
            }),
            began: Notify::new(),
            vitals,
        }
    }

    /// Notes that `shard` is connected; tells that all are, or are again.
    pub(super) fn stands(&self, shard: u32, now: Instant) {
        let mut shards = self.shards();
        shards.connected.insert(shard);
        shards.lost.remove(&shard);
        shards.tell(&self.vitals);
        let all = shards.connected.len() >= shards.owed();
        let since = shards.since.take_if(|_| all);
        match (since, all && !shards.stood) {
            (Some(since), _) => {
                let seconds = (now - since).as_secs();
                info!(seconds, "Every connection to Discord stands again.");
            }
            (None, true) => info!("Every connection to Discord stands."),
            (None, false) => (),
        }
        shards.stood |= all;
    }

    /// Notes that the connection of `shard` ended.
    pub(super) fn ends(&self, shard: u32, why: Ending) {
        let mut shards = self.shards();
        shards.connected.remove(&shard);
        shards.tell(&self.vitals);
        numbers::reconnecting(why.into());
    }

    /// Notes that we wait for one shard more; tells it of the first.
    pub(super) fn waits(&self) {
        let mut shards = self.shards();
        shards.waiting += 1;
        shards.tell(&self.vitals);
        if shards.waiting == 1 {
            info!("Another process serves what this one would; waiting for it to stop.");
        }
    }

    /// Notes that we wait for one less.
    pub(super) fn waits_no_longer(&self) {
        let mut shards = self.shards();
        shards.waiting = shards.waiting.saturating_sub(1);
        shards.tell(&self.vitals);
    }

    /// Notes that `shard` is no longer ours.
    pub(super) fn let_go(&self, shard: u32) {
        let mut shards = self.shards();
        shards.connected.remove(&shard);
        shards.lost.remove(&shard);
        if shards.lost.is_empty() {
            shards.since = None;
        }
        shards.tell(&self.vitals);
        warn!(shard, "A shard is no longer surely ours; letting go of it.");
    }

    /// Notes that `shard` tried in vain and met `why`; tells it if it is the first.
    pub(super) fn fails(&self, shard: u32, why: Ending, now: Instant) {
        let mut shards = self.shards();
        shards.lost.insert(shard, why);
        if shards.since.is_none() {
            shards.since = Some(now);
            self.began.notify_one();
            warn!(
                %why,
                "The connection to Discord is lost; trying again, with growing pauses."
            );
        }
    }

    /// Tells once in every `round` what is still lost.
    pub(super) async fn tell(&self, round: Duration) -> Infallible {
        loop {
            self.began.notified().await;
            sleep(round).await;
            while self.remind() {
                sleep(round).await;
            }
        }
    }

    /// Tells what is lost; whether anything is.
    fn remind(&self) -> bool {
        let shards = self.shards();
        let (Some(since), Some(why)) = (shards.since, shards.lost.values().next()) else {
            return false;
        };
        let (lost, seconds) = (shards.lost.len(), since.elapsed().as_secs());
        warn!(
            shards = lost,
            seconds,
            %why,
            "The connection to Discord is still lost; trying again."
        );
        true
    }

    fn shards(&self) -> MutexGuard<'_, Shards> {
        self.shards.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
