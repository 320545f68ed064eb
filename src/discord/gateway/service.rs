//! Who serves which shard.
//!
//! Alone we have every shard from the start to the end. Where several processes share the shards out, a seat waits until
//! one is free, goes on with the session that its last holder left, and lets go of it before anybody else takes it.

use super::Common;
use super::handover;
use super::law::{Law, Session};
use super::seat::Seat;
use super::shard::Shard;
use crate::discord::stop::Stop;
use crate::store::{Claim, Claims, Standing};
use std::pin::pin;
use std::sync::Arc;
use tokio::select;
use tracing::info;

/// Serves `shard` alone until we are stopped, and gives its session back.
pub(super) async fn alone(
    shard: u32,
    common: Arc<Common>,
    kept: Option<Session>,
) -> Result<Option<(u32, Session)>, Stop> {
    let seat = Seat::new(shard, &common, None);
    let law = handover::serve(&seat, kept).await?;
    Ok(law.session.map(|session| (shard, session)))
}

/// Serves one shard after the other until we are stopped. Their sessions stay where the next one finds them.
pub(super) async fn among_others(common: Arc<Common>, claims: Arc<Claims>) -> Result<(), Stop> {
    let mut before: Option<(u32, Law)> = None;
    while let Some(claim) = free(&common, &claims).await {
        let (shard, left) = (claim.shard, claim.left.clone());
        let before_it = before.take();
        let ours = before_it.and_then(|(before, law)| {
            let goes_on = before == shard && is_where_we_were(&law, left.as_ref());
            if !goes_on {
                common.events.forgets(before, common.gateway.shards);
            }
            goes_on.then_some(law)
        });
        let seat = Seat::new(shard, &common, Some(claim));
        let law = held(&seat, ours, left).await?;
        if common.stop.is_cancelled() {
            if let Some(seat) = Arc::into_inner(seat)
                && let Some(claim) = seat.claim
            {
                claim.release().await;
            }
            break;
        }
        before = Some((shard, law));
    }
    Ok(())
}

/// The next shard of ours; nothing if we are stopped before there is one.
async fn free(common: &Arc<Common>, claims: &Claims) -> Option<Claim> {
    let mut waited = false;
    let next = claims.next(|| {
        waited = true;
        common.outage.waits();
    });
    let next = common.stop.run_until_cancelled(next).await;
    if waited {
        common.outage.waits_no_longer();
    }
    next
}

/// Whether nobody heard more of the session since we let go of it.
fn is_where_we_were(law: &Law, left: Option<&Standing>) -> bool {
    match (&law.session, left) {
        (Some(ours), Some(left)) => ours.id == left.id && ours.sequence >= left.sequence,
        _ => false,
    }
}

/// Serves the shard of `seat` until we let go of it: with the law that it had if it was `ours`, or else with the session
/// that somebody `left`.
async fn held(seat: &Arc<Seat>, ours: Option<Law>, left: Option<Standing>) -> Result<Law, Stop> {
    let (shard, events) = (seat.shard, &seat.common.events);
    let served = async {
        if let Some(mut law) = ours {
            events.has_again(shard);
            Shard::new(seat).stay(&mut law).await?;
            return Ok(law);
        }
        if let Some(left) = &left {
            info!(
                shard,
                "Going on with the session that another process left."
            );
            if events.context.http.application_id().is_none() {
                events.context.is(left.me, left.application);
            }
        }
        handover::serve(seat, left.map(session)).await
    };
    let mut served = pin!(served);
    let lost = async {
        match &seat.claim {
            Some(claim) => claim.lost().await,
            None => std::future::pending().await,
        }
    };
    select! {
        ended = &mut served => return ended,
        () = lost => (),
    }
    seat.let_go.cancel();
    events.let_go(shard);
    seat.common.outage.let_go(shard);
    served.await
}

fn session(left: Standing) -> Session {
    Session {
        id: left.id,
        url: left.url,
        sequence: left.sequence,
    }
}
