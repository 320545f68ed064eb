//! How Discord learns of the commands.

use super::commands;
use crate::bot::Bot;
use crate::discord::outbound::{Patience, Undelivered, Way};
use crate::discord::pauses::Pauses;
use serenity::http::{LightMethod, Request, Route};
use std::convert::Infallible;
use std::future::pending;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::time::Instant;
use tracing::{error, info, warn};

/// Tells Discord our commands, once it has told who we are, and whenever another bot took the place of this one.
pub(in crate::discord) async fn register(
    way: Way<'_>,
    mut bot: watch::Receiver<Arc<Bot>>,
    known: &Notify,
    first_pause: Duration,
) -> Infallible {
    known.notified().await;
    loop {
        let serving = Arc::clone(&bot.borrow_and_update());
        tell(way, &serving, first_pause).await;
        if bot.changed().await.is_err() {
            // No other will come.
            pending::<()>().await;
        }
    }
}

/// Tells Discord our commands, again and again until it listens. Meanwhile the bot serves whoever asks.
async fn tell(way: Way<'_>, bot: &Bot, first_pause: Duration) {
    let Some(application_id) = way.http.application_id() else {
        error!("Discord did not say which application we are; the commands stay as they were.");
        return;
    };
    let body = commands(&bot.knowledge).to_string().into_bytes();
    for pause in Pauses::from(first_pause) {
        let route = Route::Commands { application_id };
        let request = Request::new(route, LightMethod::Put).body(Some(body.clone()));
        match way.send(request, Patience::Message(Instant::now())).await {
            Ok(()) => return info!("The commands are registered."),
            Err(Undelivered {
                status: Some(status @ 400..=499),
                code,
                ..
            }) if status != 429 => {
                return error!(
                    status,
                    code, "Discord refuses the commands; they stay as they were."
                );
            }
            Err(failed) => {
                let Undelivered { status, code, .. } = failed;
                let (why, seconds) = (failed.why(), pause.as_secs());
                warn!(
                    why,
                    status, code, seconds, "The commands are not registered yet; trying again."
                );
            }
        }
        tokio::time::sleep(pause).await;
    }
}
