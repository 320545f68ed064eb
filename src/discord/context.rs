//! What a door has at hand: the way to Discord, and what Discord told of itself.

use serenity::all::{Cache, Http, UserId};
use std::sync::Arc;

/// Cloned, it is another hold on the same.
#[derive(Clone)]
pub(super) struct Context {
    pub http: Arc<Http>,
    pub cache: Arc<Cache>,
}

impl Context {
    /// Who we are.
    pub(super) fn me(&self) -> UserId {
        self.cache.current_user().id
    }
}
