//! What systemd is told, where it started the program: that the bot serves, and that it still lives.

use super::vitals::Vitals;
use crate::store::Store;
use sd_notify::NotifyState;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::interval;

/// How often is looked whether the bot serves.
const LOOK: Duration = Duration::from_millis(200);

/// Tells systemd once that the bot serves, and from then on, where it watches, twice in each time that it allows, that
/// the program lives. Where nobody listens nothing is told.
pub async fn supervise(vitals: Arc<Vitals>, store: Store) -> Infallible {
    let mut looks = interval(LOOK);
    while vitals.missing(&store).is_some() {
        looks.tick().await;
    }
    tell(NotifyState::Ready);
    let allowed = sd_notify::watchdog_enabled();
    let Some(allowed) = allowed else {
        return std::future::pending().await;
    };
    let mut rounds = interval(allowed / 2);
    loop {
        rounds.tick().await;
        tell(NotifyState::Watchdog);
    }
}

fn tell(state: NotifyState<'_>) {
    // Whoever does not listen did not ask.
    drop(sd_notify::notify(&[state]));
}
