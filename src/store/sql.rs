//! What both databases need: keys without a sign, documents as text, and work that ends in time.

use super::health::Trouble;
use crate::who::GuildId;
use std::time::Duration;

/// Discord waits three seconds for an answer, and the answer itself must still be sent.
const DEADLINE: Duration = Duration::from_secs(1);

/// `value` as the databases keep it.
pub(super) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("settings have only text for keys")
}

/// What `work` gives, if it does so before Discord loses patience.
pub(super) fn in_time<T, E: From<Trouble>>(
    work: impl Future<Output = Result<T, E>>,
) -> impl Future<Output = Result<T, E>> {
    within(DEADLINE, work)
}

/// What `work` gives, if it does so within `limit`.
///
/// It lies in a box from the first: work on a database is tens of kilobytes, and whoever may have to wait for it would
/// carry them even for a question that needs none.
pub(super) fn within<T, E: From<Trouble>>(
    limit: Duration,
    work: impl Future<Output = Result<T, E>>,
) -> impl Future<Output = Result<T, E>> {
    let work = Box::pin(work);
    async move {
        match tokio::time::timeout(limit, work).await {
            Ok(done) => done,
            Err(_) => Err(Trouble::Away(format!("no answer within {limit:?}")).into()),
        }
    }
}

/// A server's key in the database, which has no unsigned numbers.
pub(super) fn key(guild: GuildId) -> i64 {
    guild.0.cast_signed()
}

/// The server of a key.
pub(super) fn guild(key: i64) -> GuildId {
    GuildId(key.cast_unsigned())
}
