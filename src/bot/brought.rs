//! Settings that somebody brought in, until they say whether to take them.
//!
//! They wait in this process alone: after a restart they are brought in again.

use super::recent::Recent;
use crate::settings::Carried;
use crate::who::{GuildId, UserId};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Whoever reads what would change is done sooner, and Discord itself forgets the message by then.
const A_WHILE: Duration = Duration::from_secs(15 * 60);

/// So many wait at once, a hundred kilobytes each where every list is full and every lesson long.
const WAITING: usize = 200;

/// What was brought in, by whom and for which server.
#[derive(Debug)]
pub(super) struct Brought(Recent<(UserId, GuildId), Arc<Carried>>);

impl Default for Brought {
    fn default() -> Brought {
        Brought(Recent::new(A_WHILE, WAITING))
    }
}

impl Brought {
    /// Keeps what is `carried` until `user` decides, in place of what they brought before.
    pub(super) fn keep(&self, user: UserId, guild: GuildId, carried: Carried, now: Instant) {
        self.0.put((user, guild), Arc::new(carried), now);
    }

    /// What `user` brought in for `guild`, if it still waits.
    pub(super) fn waiting(
        &self,
        user: UserId,
        guild: GuildId,
        now: Instant,
    ) -> Option<Arc<Carried>> {
        self.0.get((user, guild), now)
    }

    /// Lets go what `user` brought in for `guild`.
    pub(super) fn decided(&self, user: UserId, guild: GuildId) {
        self.0.forget(|key| *key == (user, guild));
    }

    /// Forgets what `user` brought in anywhere.
    pub(super) fn forget(&self, user: UserId) {
        self.0.forget(|(other, _)| *other == user);
    }

    pub(super) fn sweep(&self, now: Instant) {
        self.0.sweep(now);
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: GuildId = GuildId(1);

    #[test]
    fn what_is_brought_in_waits_a_while_for_whoever_brought_it() {
        let (brought, start) = (Brought::default(), Instant::now());
        brought.keep(UserId(1), HERE, Carried::default(), start);
        let waits = |user, guild, at| brought.waiting(UserId(user), guild, at).is_some();
        assert!(waits(1, HERE, start));
        assert!(!waits(2, HERE, start) && !waits(1, GuildId(2), start));
        assert!(!waits(1, HERE, start + A_WHILE));
    }

    #[test]
    fn no_more_wait_than_we_have_room_for() {
        let (brought, now) = (Brought::default(), Instant::now());
        for user in 0..=WAITING as u64 {
            brought.keep(UserId(user), HERE, Carried::default(), now);
        }
        assert_eq!(brought.len(), WAITING);
        assert!(brought.waiting(UserId(0), HERE, now).is_none());
    }
}
