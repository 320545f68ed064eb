//! Two that want the same row at once: one has to give way, and may come again.

use super::StoreError;
use super::health::Trouble;
use std::time::{Duration, Instant};

/// A clash is told at once. One that took longer is not tried again, or Discord's three seconds would be over.
const AT_ONCE: Duration = Duration::from_millis(500);

/// What `work` gives; after a clash that was told at once, what it gives the second time.
pub(super) async fn twice<T, E: IsClash, W>(work: impl Fn() -> W) -> Result<T, E>
where
    W: Future<Output = Result<T, E>>,
{
    let start = Instant::now();
    match work().await {
        Err(error) if error.is_clash() && start.elapsed() < AT_ONCE => work().await,
        first => first,
    }
}

/// An error that may be a clash.
pub(super) trait IsClash {
    /// Whether it is one.
    fn is_clash(&self) -> bool;
}

impl IsClash for Trouble {
    fn is_clash(&self) -> bool {
        *self == Trouble::Clash
    }
}

impl IsClash for StoreError {
    fn is_clash(&self) -> bool {
        *self == StoreError::Trouble(Trouble::Clash)
    }
}
