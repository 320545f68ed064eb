//! Rate limits as Discord tells them in its headers, and what befalls whoever does not heed them.
//!
//! Source: topics/rate-limits.

use super::discord::{Discord, State};
use axum::http::HeaderMap;
use serde_json::{Value, json};
use std::time::Duration;

/// So many requests under a path within so long.
pub struct Quota {
    path: String,
    limit: usize,
    window: Duration,
    /// When the window began, with the first one taken in, and how many were since.
    since: Duration,
    taken: usize,
}

/// What the headers tell: how many at once, how many more now, how long until all may come again.
#[derive(Clone, Copy)]
pub struct Left {
    limit: usize,
    remaining: usize,
    reset_after: Duration,
}

impl Quota {
    /// Takes one more in, if it may come.
    fn take(&mut self, now: Duration) -> Result<Left, Left> {
        if self.taken == 0 || now >= self.since + self.window {
            (self.since, self.taken) = (now, 0);
        }
        let fits = self.taken < self.limit;
        self.taken += usize::from(fits);
        let left = Left {
            limit: self.limit,
            remaining: self.limit - self.taken,
            reset_after: self.since + self.window - now,
        };
        if fits { Ok(left) } else { Err(left) }
    }
}

impl Left {
    pub fn tell(self, headers: &mut HeaderMap) {
        let number = |number: String| number.parse().expect("digits make a header");
        headers.insert("x-ratelimit-limit", number(self.limit.to_string()));
        headers.insert("x-ratelimit-remaining", number(self.remaining.to_string()));
        let seconds = self.reset_after.as_secs_f64().to_string();
        headers.insert("x-ratelimit-reset-after", number(seconds));
    }
}

/// The body of a 429. `global` is whether it holds for every route.
pub fn too_many(retry_after: Duration, global: bool) -> Value {
    json!({
        "message": "You are being rate limited.",
        "retry_after": retry_after.as_secs_f64(),
        "global": global,
    })
}

/// The headers that come with the body of a 429.
pub fn tell_refusal(body: &Value, headers: &mut HeaderMap) {
    let Some(seconds) = body["retry_after"].as_f64() else {
        return;
    };
    let seconds = seconds.to_string().parse().expect("digits make a header");
    headers.insert("retry-after", seconds);
    let global = body["global"] == true;
    let scope = if global { "global" } else { "user" };
    headers.insert("x-ratelimit-scope", scope.parse().expect("a word"));
    if global {
        headers.insert("x-ratelimit-global", "true".parse().expect("a word"));
    }
}

impl State {
    /// Holds a request under `path` against the quota, if there is one.
    pub fn charge(&mut self, now: Duration, path: &str) -> Result<Option<Left>, Left> {
        let mut quotas = self.faults.quotas.iter_mut();
        let quota = quotas.find(|quota| path.starts_with(&quota.path));
        quota.map(|quota| quota.take(now)).transpose()
    }
}

impl Left {
    pub fn refusal(self) -> Value {
        too_many(self.reset_after, false)
    }
}

impl Discord {
    /// Takes `limit` requests under `path` in `window`, and says so; more is a violation.
    pub fn quota(&self, path: &str, limit: usize, window: Duration) {
        let quota = Quota {
            path: path.to_owned(),
            limit,
            window,
            since: Duration::ZERO,
            taken: 0,
        };
        self.change(|state| state.faults.quotas.push(quota));
    }

    /// Answers the next `method` request under `path` with 429: it may come again after `pause`.
    pub fn limits_once(&self, method: &str, path: &str, pause: Duration, global: bool) {
        self.answers_once(method, path, 429, too_many(pause, global));
    }
}
