//! A place at the gateway: one shard while it is ours.

use super::Common;
use super::law::Session;
use crate::store::{Claim, Standing};
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

/// A shard while it is ours.
pub(super) struct Seat {
    /// Which.
    pub shard: u32,
    pub common: Arc<Common>,
    /// Ends it, because we stop or because it is no longer ours. Its session may go on elsewhere.
    pub let_go: CancellationToken,
    /// Our right to it, where others have none.
    pub claim: Option<Claim>,
}

impl Seat {
    /// The place of `shard`, to which `claim` gives us the right where there are others.
    pub(super) fn new(shard: u32, common: &Arc<Common>, claim: Option<Claim>) -> Arc<Seat> {
        Arc::new(Seat {
            shard,
            let_go: common.stop.child_token(),
            common: Arc::clone(common),
            claim,
        })
    }

    /// Notes that the shard's session is now `session`.
    pub(super) fn is(&self, session: &Session) {
        let Some(claim) = &self.claim else { return };
        let context = &self.common.events.context;
        if let Some(application) = context.http.application_id() {
            claim.is(Standing {
                id: session.id.clone(),
                url: session.url.clone(),
                sequence: session.sequence,
                me: context.me().get(),
                application: application.get(),
            });
        }
    }

    /// Notes how far `session` was heard.
    pub(super) fn heard(&self, session: &Session) {
        if let Some(claim) = &self.claim {
            claim.heard(&session.id, session.sequence);
        }
    }
}
