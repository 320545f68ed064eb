//! Everything the fake knows, behind one lock, and the named wait for it to change.

use super::clock::Clock;
use super::commands::Commands;
use super::faults::Faults;
use super::gateway::Gateway;
use super::interaction::Interaction;
use super::message::Message;
use super::rest::Request;
use super::world::World;
use axum::http::StatusCode;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::SocketAddr;
use std::panic::Location;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::task::yield_now;
use tokio::time::timeout;

/// How long an event may keep a test waiting. Nearly all come within milliseconds; a busy machine stalls for seconds, and
/// what must be prompt is measured by itself.
const PATIENCE: Duration = Duration::from_secs(15);
/// How often a wait looks again when nothing changed here.
const GLANCE: Duration = Duration::from_millis(20);

/// The fake as its own parts see it; cloning it gives another hold on the same Discord.
#[derive(Clone)]
pub struct Discord(Arc<Inner>);

struct Inner {
    address: SocketAddr,
    clock: Clock,
    state: Mutex<State>,
    changed: Notify,
}

pub struct State {
    pub world: World,
    pub gateway: Gateway,
    pub commands: Commands,
    pub interactions: BTreeMap<u64, Interaction>,
    pub messages: BTreeMap<u64, Message>,
    /// The channels the bot typed in, in order.
    pub typing: Vec<u64>,
    /// The files that people handed in, as `https://cdn.discordapp.com` would keep them.
    pub handed_in: BTreeMap<u64, Vec<u8>>,
    /// How often somebody fetched one of them.
    pub fetched: usize,
    /// How large they are said to be, in bytes, if that is not so.
    pub claimed: Option<usize>,
    /// Where they are said to have moved.
    pub moved: Option<String>,
    /// What whoever fetches the next file is told instead.
    pub lost: Option<StatusCode>,
    pub requests: Vec<Request>,
    pub faults: Faults,
    pub violations: Vec<String>,
    pub expected: Vec<String>,
}

impl Discord {
    pub fn at(address: SocketAddr) -> Discord {
        let state = State {
            world: World::new(),
            gateway: Gateway::default(),
            commands: Commands::default(),
            interactions: BTreeMap::new(),
            messages: BTreeMap::new(),
            typing: Vec::new(),
            handed_in: BTreeMap::new(),
            fetched: 0,
            claimed: None,
            moved: None,
            lost: None,
            requests: Vec::new(),
            faults: Faults::default(),
            violations: Vec::new(),
            expected: Vec::new(),
        };
        Discord(Arc::new(Inner {
            address,
            clock: Clock::start(),
            state: Mutex::new(state),
            changed: Notify::new(),
        }))
    }

    pub fn address(&self) -> SocketAddr {
        self.0.address
    }

    pub fn now(&self) -> Duration {
        self.0.clock.now()
    }

    /// Moves Discord's clock on, so that a deadline passes without waiting for it.
    pub fn pass(&self, time: Duration) {
        self.0.clock.pass(time);
    }

    /// Reads the state; the closure must not wait.
    pub fn look<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.lock())
    }

    /// Changes the state and wakes everyone who waits for something.
    pub fn change<T>(&self, write: impl FnOnce(&mut State) -> T) -> T {
        let result = write(&mut self.lock());
        self.0.changed.notify_waiters();
        result
    }

    /// Waits until `found` finds something, at most [`PATIENCE`].
    ///
    /// # Panics
    ///
    /// With `what` was awaited and everything seen so far.
    #[track_caller]
    pub fn wait_for<T>(
        &self,
        what: impl Into<String>,
        found: impl Fn(&Discord) -> Option<T>,
    ) -> impl Future<Output = T> {
        self.wait_within(PATIENCE, what, found)
    }

    /// Waits as [`Discord::wait_for`] does, but no longer than `patience`.
    #[track_caller]
    pub fn wait_within<T>(
        &self,
        patience: Duration,
        what: impl Into<String>,
        found: impl Fn(&Discord) -> Option<T>,
    ) -> impl Future<Output = T> {
        let (what, place) = (what.into(), Location::caller());
        async move {
            match timeout(patience, self.until(found)).await {
                Ok(found) => found,
                Err(_) => panic!("{place}: waited in vain for {what}.\n{}", self.seen()),
            }
        }
    }

    pub async fn until<T>(&self, found: impl Fn(&Discord) -> Option<T>) -> T {
        loop {
            let change = self.0.changed.notified();
            if let Some(found) = found(self) {
                return found;
            }
            // What a test awaits may also lie outside of the fake, and changes without a word.
            drop(timeout(GLANCE, change).await);
            // A `found` that changes something wakes itself; the bot must get its turn too.
            yield_now().await;
        }
    }

    /// What happened so far, for the reader of a failed test.
    fn seen(&self) -> String {
        self.look(|state| {
            let mut seen = String::from("Requests:\n");
            for request in &state.requests {
                writeln!(seen, "  {request}").expect("a string takes everything");
            }
            seen.push_str("Gateway:\n");
            for line in &state.gateway.journal {
                writeln!(seen, "  {line}").expect("a string takes everything");
            }
            for violation in &state.violations {
                writeln!(seen, "Violation: {violation}").expect("a string takes everything");
            }
            seen
        })
    }

    /// A panic in a test must not hide behind a poisoned lock.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    pub fn violation(&mut self, what: impl Into<String>) {
        self.violations.push(what.into());
    }
}
