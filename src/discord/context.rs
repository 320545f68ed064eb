//! What a door has at hand: the way to Discord, and what Discord told of itself.

use serde_json::json;
use serenity::all::{ApplicationId, Cache, Http, UserId, UserUpdateEvent};
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

    /// Notes who we are, where Discord does not say it again.
    pub(super) fn is(&self, me: u64, application: u64) {
        let me = json!({ "id": me.to_string(), "username": "", "discriminator": "0" });
        if let Ok(mut update) = serde_json::from_value::<UserUpdateEvent>(me) {
            self.cache.update(&mut update);
        }
        self.http
            .set_application_id(ApplicationId::new(application));
    }
}
