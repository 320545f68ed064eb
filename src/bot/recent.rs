//! What happened lately: remembered for a while, up to a bound, in this process alone.
//!
//! Nothing here is ever written or logged.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Values by their keys, each for `lifetime` after it was put there.
pub(crate) struct Recent<K, V> {
    lifetime: Duration,
    limit: usize,
    state: Mutex<State<K, V>>,
}

struct State<K, V> {
    /// A tree: a hash table that is full doubles after a while, when enough of its places were used and left.
    values: BTreeMap<K, (Instant, V)>,
    /// Every putting, the oldest first; a later one of the same key counts instead.
    order: VecDeque<(Instant, K)>,
}

impl<K: Copy + Ord, V: Clone> Recent<K, V> {
    /// Remembers at most `limit` values; beyond it the oldest is forgotten.
    pub(crate) fn new(lifetime: Duration, limit: usize) -> Recent<K, V> {
        let state = State {
            values: BTreeMap::new(),
            order: VecDeque::new(),
        };
        Recent {
            lifetime,
            limit,
            state: Mutex::new(state),
        }
    }

    /// What was put under `key`, if it is remembered.
    pub(crate) fn get(&self, key: K, now: Instant) -> Option<V> {
        let mut state = self.state();
        state.forget_older(now, self.lifetime, self.limit);
        state.values.get(&key).map(|(_, value)| value.clone())
    }

    /// Puts `value` under `key`, in place of what was there.
    pub(crate) fn put(&self, key: K, value: V, now: Instant) {
        let mut state = self.state();
        state.values.insert(key, (now, value));
        state.order.push_back((now, key));
        state.forget_older(now, self.lifetime, self.limit);
    }

    /// Forgets what is under the keys that `forgotten` names, and that it ever was.
    pub(super) fn forget(&self, forgotten: impl Fn(&K) -> bool) {
        let mut state = self.state();
        state.values.retain(|key, _| !forgotten(key));
        state.order.retain(|(_, key)| !forgotten(key));
    }

    /// Forgets what is too old at `now`, though nobody comes.
    pub(crate) fn sweep(&self, now: Instant) {
        self.state().forget_older(now, self.lifetime, self.limit);
    }

    /// How often something was put there that is remembered.
    pub(crate) fn len(&self) -> usize {
        self.state().order.len()
    }

    fn state(&self) -> MutexGuard<'_, State<K, V>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Copy + Ord> Recent<K, ()> {
    /// Remembers `key`, which comes for the first time in a while; otherwise gives how long it is remembered still.
    pub(super) fn note(&self, key: K, now: Instant) -> Result<(), Duration> {
        let mut state = self.state();
        state.forget_older(now, self.lifetime, self.limit);
        if let Some((put, ())) = state.values.get(&key) {
            return Err((*put + self.lifetime).saturating_duration_since(now));
        }
        state.values.insert(key, (now, ()));
        state.order.push_back((now, key));
        Ok(())
    }

    /// Whether `key` comes for the first time in a while; it is remembered.
    pub(crate) fn first(&self, key: K, now: Instant) -> bool {
        self.note(key, now).is_ok()
    }
}

impl<K: Copy + Ord, V> State<K, V> {
    fn forget_older(&mut self, now: Instant, lifetime: Duration, limit: usize) {
        while let Some((at, key)) = self.order.front().copied() {
            let old = now.saturating_duration_since(at) >= lifetime;
            if !old && self.order.len() <= limit {
                return;
            }
            self.order.pop_front();
            let same = |(put, _): &(Instant, V)| *put == at;
            if self.values.get(&key).is_some_and(same) {
                self.values.remove(&key);
            }
        }
    }
}

/// Not even a debug print says who did what.
impl<K, V> fmt::Debug for Recent<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recent(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn what_is_put_again_lives_anew() {
        let (recent, start) = (Recent::new(MINUTE, 10), Instant::now());
        recent.put(1, 'a', start);
        recent.put(1, 'b', start + MINUTE / 2);
        assert_eq!(recent.get(1, start + MINUTE), Some('b'));
        assert_eq!(recent.get(1, start + MINUTE * 2), None);
        recent.put(1, 'c', start + MINUTE * 2);
        recent.forget(|key| *key == 1);
        assert_eq!(recent.get(1, start + MINUTE * 2), None);
    }

    #[test]
    fn nothing_of_a_key_that_is_forgotten_or_too_old_is_left() {
        let (recent, start) = (Recent::new(MINUTE, 10), Instant::now());
        recent.put(1, (), start);
        recent.put(1, (), start + MINUTE / 2);
        recent.put(2, (), start + MINUTE / 2);
        assert_eq!(recent.len(), 3);
        recent.forget(|key| *key == 1);
        assert_eq!(recent.len(), 1);
        recent.sweep(start + MINUTE);
        assert_eq!(recent.len(), 1);
        recent.sweep(start + MINUTE * 3 / 2);
        let state = recent.state();
        assert!(state.order.is_empty() && state.values.is_empty());
    }

    #[test]
    fn a_key_is_first_once_in_its_time() {
        let (recent, start) = (Recent::new(MINUTE, 10), Instant::now());
        assert!(recent.first(1, start));
        assert_eq!(recent.note(1, start + MINUTE / 3), Err(MINUTE * 2 / 3));
        assert!(recent.first(2, start + MINUTE / 2));
        assert!(recent.first(1, start + MINUTE));
    }

    #[test]
    fn the_memory_is_bounded_however_it_is_used() {
        let (recent, now) = (Recent::new(MINUTE, 10), Instant::now());
        for key in 0..100 {
            recent.put(key, (), now);
            recent.put(0, (), now);
            recent.first(key + 1_000, now);
            recent.forget(|other| *other == key);
        }
        let state = recent.state();
        assert!(state.order.len() <= 11 && state.values.len() <= 11);
    }
}
