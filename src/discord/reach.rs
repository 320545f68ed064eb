//! Where Discord's gateway is, and how much it lets us begin today.

use super::gateway::{Gateway, Limit, Sessions};
use super::options::Options;
use super::pauses::Pauses;
use super::stop::Stop;
use crate::config::{Shards, is_safe};
use serenity::all::Http;
use serenity::http::HttpError;
use std::time::Duration;
use tokio::time::sleep;
use tracing::warn;

/// Waits until Discord says where its gateway is, with growing pauses between the tries.
pub(super) async fn reach(http: &Http, options: &Options) -> Result<Gateway, Stop> {
    let mut pauses = Pauses::from(options.pace.first_pause);
    loop {
        match asked(http).await? {
            Some(told) if !is_safe(&told.url, options.network) => {
                return Err(Stop::OpenGateway);
            }
            Some(told) => return Ok(told.with(options.shards)),
            None => (),
        }
        let pause = pauses.next().unwrap_or_default();
        let seconds = pause.as_secs();
        warn!(seconds, "Discord cannot be reached; trying again.");
        sleep(pause).await;
    }
}

/// What Discord says of its gateway.
pub(super) struct Told {
    /// Where it is.
    url: String,
    /// How many shards it recommends.
    shards: u32,
    pub(super) limit: Limit,
}

impl Told {
    /// What of it is ours.
    fn with(self, shards: Shards) -> Gateway {
        Gateway {
            url: self.url,
            shards: shards.of(self.shards),
            which: shards.which(self.shards),
            seats: shards.at_once(self.shards),
            limit: self.limit,
        }
    }
}

/// Looks whether today has a start left for each of our shards whose session is not `kept`; those that are need none.
///
/// # Errors
///
/// If it has not: one more would make Discord take the token away.
pub(super) fn suffices(gateway: &Gateway, kept: Option<&Sessions>) -> Result<(), Stop> {
    let go_on = kept.map_or(0, |kept| kept.count(&gateway.which));
    if gateway.limit.left + go_on as u64 >= u64::from(gateway.seats) {
        return Ok(());
    }
    // The rest of an hour begun is an hour.
    let hours = gateway.limit.until_reset.as_secs().div_ceil(3_600);
    Err(Stop::NoStartsLeft { hours })
}

/// What Discord says of its gateway; nothing if it says nothing.
pub(super) async fn asked(http: &Http) -> Result<Option<Told>, Stop> {
    let told = match http.get_bot_gateway().await {
        Ok(told) => told,
        Err(serenity::Error::Http(HttpError::InvalidHeader(_))) => return Err(Stop::WrongToken),
        Err(serenity::Error::Http(error)) => {
            let status = error.status_code().map(|status| status.as_u16());
            return match status {
                Some(401) => Err(Stop::WrongToken),
                _ => Ok(None),
            };
        }
        Err(_) => return Ok(None),
    };
    let limit = told.session_start_limit;
    Ok(Some(Told {
        url: told.url,
        shards: told.shards.max(1),
        limit: Limit {
            total: limit.total,
            left: limit.remaining,
            until_reset: Duration::from_millis(limit.reset_after),
            at_once: limit.max_concurrency,
        },
    }))
}
