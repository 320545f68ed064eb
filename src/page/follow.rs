//! The files are followed: whoever edits them in any editor sees on the page what it does.

use super::desk::Desk;
use crate::bot::Followed;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::task::spawn_blocking;

/// Reads everything once.
pub(super) async fn read(desk: &Arc<Desk>) {
    let reading = Arc::clone(desk);
    // Whoever reads for half a second keeps nobody waiting here.
    if let Ok(read) = spawn_blocking(move || (reading.read)()).await {
        desk.take(read).await;
    }
}

/// Reads everything anew whenever something is no longer as it was; what changes while we read is seen at the next
/// round.
pub(super) async fn follow(desk: &Arc<Desk>, mut files: Followed) -> Infallible {
    loop {
        files.changed().await;
        read(desk).await;
    }
}

/// Every file that the page shows something of.
pub(super) async fn files(desk: &Desk) -> Followed {
    let options = desk.options.clone();
    let files = [options.content, options.config].into_iter();
    Followed::of(files.chain(options.questions)).await
}
