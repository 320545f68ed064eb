//! The servers whose rows are not understood, so that the operator reads of each once.

use super::health::Trouble;
use crate::who::GuildId;
use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Of so many servers it is remembered that the log names them; beyond it all are named once more.
const REMEMBERED: usize = 10_000;

/// The servers whose rows are not understood, as far as the log names them.
#[derive(Debug, Default)]
pub(super) struct UnreadRows(Mutex<HashSet<GuildId>>);

impl UnreadRows {
    /// Whether nobody knew that the row of `guild` is not understood, for `trouble`; the log says so then.
    pub(super) fn is_news(&self, guild: GuildId, trouble: &Trouble) -> bool {
        let mut known = self.known();
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let news = known.insert(guild);
        if news {
            tracing::error!(%trouble, guild = guild.0, "a server's settings are not understood; nothing but care cards is served there");
        }
        news
    }

    /// The row of `guild` is understood; the log says so if it ever was not.
    pub(super) fn understood(&self, guild: GuildId) {
        if self.known().remove(&guild) {
            tracing::info!(guild = guild.0, "a server's settings are understood again");
        }
    }

    fn known(&self) -> MutexGuard<'_, HashSet<GuildId>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
