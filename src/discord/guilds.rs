//! The servers that Discord told of.

use super::guild::Guild;
use serenity::all::{GuildId, UserId};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// The servers that Discord told of.
#[derive(Debug, Default)]
pub(super) struct Guilds {
    me: OnceLock<UserId>,
    known: RwLock<HashMap<GuildId, Arc<Guild>>>,
}

impl Guilds {
    /// Who we are; before Discord said so, nobody.
    pub(super) fn me(&self) -> UserId {
        self.me.get().copied().unwrap_or_default()
    }

    /// Notes who we are. That never changes.
    pub(super) fn is(&self, me: UserId) {
        self.me.get_or_init(|| me);
    }

    /// The server `id`.
    pub(super) fn get(&self, id: GuildId) -> Option<Arc<Guild>> {
        self.known().get(&id).map(Arc::clone)
    }

    /// Keeps `guild`, told whole.
    pub(super) fn keep(&self, mut guild: Guild) -> Arc<Guild> {
        guild.keep_little(self.me());
        let guild = Arc::new(guild);
        self.change().insert(guild.id, Arc::clone(&guild));
        guild
    }

    /// Keeps what is told of the server itself, without its channels and us.
    pub(super) fn describe(&self, told: Guild) {
        self.update(told.id, |guild| guild.describe(told));
    }

    /// Changes what is known of the server `id`, if it is known.
    pub(super) fn update(&self, id: GuildId, change: impl FnOnce(&mut Guild)) {
        let me = self.me();
        if let Some(guild) = self.change().get_mut(&id) {
            let guild = Arc::make_mut(guild);
            change(guild);
            guild.keep_little(me);
        }
    }

    /// Forgets the server `id`.
    pub(super) fn forget(&self, id: GuildId) {
        self.change().remove(&id);
    }

    /// Forgets the servers of `shard`, one of so many.
    pub(super) fn forget_shard(&self, shard: u32, of: u32) {
        let its = |id: &GuildId| (id.get() >> 22).checked_rem(of.into()) == Some(shard.into());
        self.change().retain(|id, _| !its(id));
    }

    fn known(&self) -> RwLockReadGuard<'_, HashMap<GuildId, Arc<Guild>>> {
        self.known.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self) -> RwLockWriteGuard<'_, HashMap<GuildId, Arc<Guild>>> {
        self.known.write().unwrap_or_else(PoisonError::into_inner)
    }
}
