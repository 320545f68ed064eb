//! What was dealt with goes from the database's files too.
//!
//! A deleted row is only marked as free, and its words stand in the file until others need the place. So the tables that
//! hold people's words are written anew soon after something of them was deleted.

use super::CHORE;
use super::inner::{Database, Inner, either};
use super::sql::within;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::time::sleep;

/// How long a deletion waits until the files follow, and how soon a failed try is repeated. Whoever deals with ten
/// questions in a row has the files wiped a few times, and within a minute there is room for several tries.
const REST: Duration = Duration::from_secs(5);

impl Inner {
    /// Wipes the files soon, and again until it succeeds.
    pub(super) fn wipe_soon(self: &Arc<Inner>) {
        if self.unwiped.waits.swap(true, Ordering::AcqRel) {
            return;
        }
        let inner = Arc::downgrade(self);
        tokio::spawn(async move {
            loop {
                sleep(REST).await;
                match inner.upgrade() {
                    Some(inner) if !inner.wiped().await => (),
                    _ => return,
                }
            }
        });
    }

    /// Wipes what waits, for whoever will not be here soon.
    pub(super) async fn wipe_now(&self) {
        if self.unwiped.waits.load(Ordering::Acquire) {
            self.wiped().await;
        }
    }

    /// Wipes the files; whether nothing is left to this task. What is deleted meanwhile waits for the next.
    async fn wiped(&self) -> bool {
        self.unwiped.waits.store(false, Ordering::Release);
        let wiped = either!(&self.database, it => within(CHORE, it.rewrite()).await);
        let failed = wiped.is_err();
        let was_failing = self.unwiped.failed.swap(failed, Ordering::AcqRel);
        match wiped {
            Err(trouble) if !was_failing => {
                tracing::warn!(%trouble, "what was deleted may linger in the database's files; trying again");
            }
            Ok(()) if was_failing => tracing::info!("what was deleted is gone from the files"),
            _ => (),
        }
        !failed || self.unwiped.waits.swap(true, Ordering::AcqRel)
    }
}
