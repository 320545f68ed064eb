//! What we keep, and how somebody is forgotten.

use super::Bot;
use super::here::Here;
use super::unkept::not_kept;
use crate::reply::{Reply, forgotten};
use crate::store::Note;

impl Bot {
    /// Forgets the asker: in what is kept, and in what we only remember. Only that they asked, sent or shared something
    /// counts to the end of the hour, or else nobody would have a pace.
    pub(super) async fn forget(&self, here: &Here<'_>) -> Reply {
        let user = here.asker.user;
        self.lately.told.forget(user);
        self.lately.memory.forget(user);
        self.lately.said.forget(user);
        self.lately.brought.forget(user);
        self.lately.notes.forget(user);
        let theirs = |note: &Note| self.senders.open(&note.sender, note.guild) == Some(user);
        if let Err(error) = self.store.forget_senders(theirs).await {
            return not_kept(here.voice(), &error);
        }
        match self.store.forget(user).await {
            Ok(changes) => forgotten(here.voice(), changes),
            Err(error) => not_kept(here.voice(), &error),
        }
    }
}
