//! How one shard begins: where the bot was stopped a moment ago, with the session that it had.
//!
//! That session tells what was said meanwhile, but not again what our servers are like; only a new one does. So the old
//! one goes on first, and once it has told everything the new one begins beside it, when its turn comes: that may be
//! tomorrow. A moment after it stands, the old one ends; what both tell is answered once.

use super::law::{Law, Session};
use super::seat::Seat;
use super::shard::Shard;
use crate::discord::stop::Stop;
use std::convert::Infallible;
use std::future::pending;
use std::sync::Arc;
use std::time::Duration;
use tokio::join;
use tokio::select;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// Serves the shard of `seat` until we let go of it, and gives its law back, with its session. The one that is `kept`
/// goes on.
///
/// # Errors
///
/// Why it ended otherwise.
pub(super) async fn serve(seat: &Arc<Seat>, kept: Option<Session>) -> Result<Law, Stop> {
    let pace = seat.common.options.pace;
    let mut law = Law::new(pace.first_pause, pace.minute);
    let shard = Shard::new(seat);
    let Some(kept) = kept else {
        shard.stay(&mut law).await?;
        return Ok(law);
    };
    let mut old_law = law.beside(kept);
    let (old, told) = (Shard::new(seat), CancellationToken::new());
    let old_one = async {
        // Where it is over, the new one tells everything but what was said meanwhile.
        old.go_on(&mut old_law).await;
        told.cancel();
    };
    let new_one = async {
        select! {
            () = old.stands.notified() => (),
            () = told.cancelled() => (),
        }
        let ended = select! {
            ended = shard.stay(&mut law) => ended,
            never = ends_when_it_stands(&shard, &old) => match never {},
        };
        old.stop.cancel();
        ended
    };
    let (ended, ()) = join!(new_one, old_one);
    ended?;
    law.session = law.session.or(old_law.session);
    Ok(law)
}

/// What was said just before the new session stood may still be on its way to the old one, and is told there alone.
const BESIDE: Duration = Duration::from_secs(2);

/// Ends `old` a moment after `new` is connected.
async fn ends_when_it_stands(new: &Shard, old: &Shard) -> Infallible {
    new.stands.notified().await;
    old.relieved.cancel();
    sleep(BESIDE).await;
    old.stop.cancel();
    pending().await
}
