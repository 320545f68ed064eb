//! The line to Discord: who carries a request, and how long an answer may take.

use reqwest::redirect::{Action, Attempt, Policy};
use reqwest::{ClientBuilder, Url};
use std::time::Duration;

/// A connection that works stands well within a second, from anywhere.
pub(super) const CONNECTING: Duration = Duration::from_secs(5);

/// No answer is worth waiting longer for: an interaction is void after 3 seconds, a message nearly forgotten.
pub(super) const ANSWER: Duration = Duration::from_secs(10);

/// So many connections stay open when nothing is under way: as many as a busy hour needs. A burst opens more, some twenty
/// kilobytes each, which close as it ends.
const IDLE: usize = 8;

/// What carries requests to Discord, and to no other host than is asked: not by a proxy that the machine names for
/// everybody, which would read the token on its way to ours. None waits longer than `patience`: the library's own would
/// wait for ever.
pub fn line(patience: Duration) -> ClientBuilder {
    ClientBuilder::new()
        .use_rustls_tls()
        .no_proxy()
        .connect_timeout(CONNECTING)
        .pool_max_idle_per_host(IDLE)
        .timeout(patience)
        .redirect(Policy::custom(within_host))
}

/// So often an answer may send us on. Discord does once, if ever.
const REDIRECTS: usize = 3;

/// Follows to the host that was asked and to no other: what we send and fetch is between us and it.
fn within_host(attempt: Attempt<'_>) -> Action {
    let asked = attempt.previous().first().map(Url::origin);
    match asked == Some(attempt.url().origin()) && attempt.previous().len() <= REDIRECTS {
        true => attempt.follow(),
        false => attempt.stop(),
    }
}
