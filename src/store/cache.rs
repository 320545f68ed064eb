//! What we know of each server, so that a request need not ask the database.
//!
//! An entry in doubt is read again before it is used, but is still the last known if the database is away.

use super::health::Pulse;
use super::known::Known;
use super::unread::UnreadRows;
use crate::who::GuildId;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What we know without asking the database.
#[derive(Debug)]
pub(super) struct Memory {
    pub(super) cache: Cache,
    pub(super) pulse: Pulse,
    pub(super) unread: UnreadRows,
}

/// What is known of at most `limit` servers.
#[derive(Debug)]
pub(super) struct Cache {
    limit: usize,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    entries: HashMap<GuildId, Entry>,
    /// Counts uses; the order in which entries were last needed.
    uses: u64,
    /// Counts doubts; what was read before the last of them may be old.
    doubts: u64,
}

#[derive(Debug)]
struct Entry {
    known: Known,
    fresh: bool,
    used: u64,
}

/// When a reading of the database began.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ticket(u64);

impl Cache {
    pub(super) fn new(limit: usize) -> Cache {
        Cache {
            limit,
            state: Mutex::default(),
        }
    }

    /// What is known of `guild`, if nothing speaks against it.
    pub(super) fn fresh(&self, guild: GuildId) -> Option<Known> {
        let mut state = self.state();
        state.uses += 1;
        let uses = state.uses;
        let entry = state.entries.get_mut(&guild).filter(|entry| entry.fresh)?;
        entry.used = uses;
        Some(entry.known.clone())
    }

    /// The last we knew of `guild`, in doubt or not.
    pub(super) fn last_known(&self, guild: GuildId) -> Option<Known> {
        let state = self.state();
        let entry = state.entries.get(&guild)?;
        Some(entry.known.clone())
    }

    /// To be drawn before the database is read, and handed in with what was read.
    pub(super) fn ticket(&self) -> Ticket {
        Ticket(self.state().doubts)
    }

    /// Keeps `known` unless something newer is known; gives what is known now.
    pub(super) fn keep(&self, guild: GuildId, known: Known, ticket: Ticket) -> Known {
        let mut state = self.state();
        let newer = |entry: &&Entry| entry.fresh && entry.known.number() > known.number();
        if let Some(entry) = state.entries.get(&guild).filter(newer) {
            return entry.known.clone();
        }
        if state.entries.len() >= self.limit && !state.entries.contains_key(&guild) {
            state.make_room();
        }
        state.uses += 1;
        let entry = Entry {
            known: known.clone(),
            fresh: ticket.0 == state.doubts,
            used: state.uses,
        };
        state.entries.insert(guild, entry);
        known
    }

    /// Somebody made the change `number` of `guild`: whatever is older is in doubt.
    pub(super) fn doubt(&self, guild: GuildId, number: u64) {
        let mut state = self.state();
        state.doubts += 1;
        if let Some(entry) = state.entries.get_mut(&guild) {
            entry.fresh &= entry.known.number() >= number;
        }
    }

    /// We may have missed changes: everything is in doubt.
    pub(super) fn doubt_all(&self) {
        let mut state = self.state();
        state.doubts += 1;
        state
            .entries
            .values_mut()
            .for_each(|entry| entry.fresh = false);
    }

    /// The rows of `guild` are gone.
    pub(super) fn forget(&self, guild: GuildId) {
        let mut state = self.state();
        state.doubts += 1;
        state.entries.remove(&guild);
    }

    /// Of how many servers something is known.
    pub(super) fn len(&self) -> usize {
        self.state().entries.len()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Drops the half that was not needed for longest: halves are rare, and cheaper than order at every use.
    fn make_room(&mut self) {
        let mut uses: Vec<u64> = self.entries.values().map(|entry| entry.used).collect();
        let middle = uses.len() / 2;
        let (_, oldest_kept, _) = uses.select_nth_unstable(middle);
        self.entries.retain(|_, entry| entry.used >= *oldest_kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUILD: GuildId = GuildId(1);

    fn known(revision: u64) -> Known {
        Known {
            revision,
            ..Known::nothing()
        }
    }

    fn keep(cache: &Cache, guild: u64) {
        cache.keep(GuildId(guild), known(1), cache.ticket());
    }

    #[test]
    fn it_stays_within_its_limit_and_keeps_what_is_used() {
        let cache = Cache::new(100);
        for guild in 0..1000 {
            keep(&cache, guild);
            assert!(cache.fresh(GuildId(0)).is_some(), "{guild}");
            assert!(cache.len() <= 100);
        }
        assert!(cache.last_known(GuildId(1)).is_none());
    }

    #[test]
    fn a_change_elsewhere_puts_older_settings_in_doubt_but_does_not_lose_them() {
        let cache = Cache::new(10);
        keep(&cache, GUILD.0);
        cache.doubt(GUILD, 1);
        assert!(cache.fresh(GUILD).is_some());
        cache.doubt(GUILD, 2);
        assert!(cache.fresh(GUILD).is_none());
        assert!(cache.last_known(GUILD).is_some());
    }

    #[test]
    fn what_was_read_before_a_change_was_announced_stays_in_doubt() {
        let cache = Cache::new(10);
        let ticket = cache.ticket();
        cache.doubt(GUILD, 2);
        cache.keep(GUILD, known(1), ticket);
        assert!(cache.fresh(GUILD).is_none());
        cache.keep(GUILD, known(2), cache.ticket());
        assert!(cache.fresh(GUILD).is_some());
    }

    #[test]
    fn an_older_reading_never_replaces_a_newer_change() {
        let cache = Cache::new(10);
        let slow = cache.ticket();
        cache.keep(GUILD, known(7), cache.ticket());
        cache.keep(GUILD, known(6), slow);
        cache.doubt(GUILD, 7);
        assert!(cache.fresh(GUILD).is_some());
    }

    #[test]
    fn rows_that_are_gone_are_not_remembered() {
        let cache = Cache::new(10);
        keep(&cache, GUILD.0);
        let slow = cache.ticket();
        cache.forget(GUILD);
        assert!(cache.last_known(GUILD).is_none());
        cache.keep(GUILD, known(7), slow);
        assert!(cache.fresh(GUILD).is_none());
        cache.keep(GUILD, known(0), cache.ticket());
        assert!(cache.fresh(GUILD).is_some());
    }
}
