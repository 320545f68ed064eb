//! What a door has at hand: the way to Discord, and what Discord told of itself.

use super::guilds::Guilds;
use serenity::all::{ApplicationId, Http, UserId};
use std::sync::Arc;

/// Cloned, it is another hold on the same.
#[derive(Clone)]
pub(super) struct Context {
    pub http: Arc<Http>,
    pub guilds: Arc<Guilds>,
}

impl Context {
    /// Who we are.
    pub(super) fn me(&self) -> UserId {
        self.guilds.me()
    }

    /// Notes who we are, where Discord does not say it again.
    pub(super) fn is(&self, me: u64, application: u64) {
        self.guilds.is(UserId::new(me));
        self.http
            .set_application_id(ApplicationId::new(application));
    }
}
