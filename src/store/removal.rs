//! Looks after the file of settings, which somebody may remove while we use it: the system itself keeps silent.

use super::health::Trouble;
use super::inner::{Database, Inner};
use std::sync::Weak;
use std::time::Duration;
use tokio::time::interval;

/// How often to look.
const LOOK: Duration = Duration::from_secs(5);

impl Inner {
    /// Notes whether the file still stands where it was opened.
    fn look(&self) {
        let Database::Sqlite(sqlite) = &self.database else {
            return;
        };
        let pulse = &self.memory.pulse;
        match (sqlite.is_gone(), pulse.health().writing) {
            (true, _) => pulse.writing(Some(&Trouble::Gone)),
            (false, Some(Trouble::Gone)) => pulse.writing(None),
            (false, _) => (),
        }
    }
}

/// Looks again and again, as long as anybody holds `inner`.
pub(super) async fn watch(inner: Weak<Inner>) {
    let mut looks = interval(LOOK);
    loop {
        looks.tick().await;
        let Some(inner) = inner.upgrade() else { return };
        inner.look();
    }
}
