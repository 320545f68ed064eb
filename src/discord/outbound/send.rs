//! A request on its way to Discord, and what came of it.

use super::lines::{Lines, NoLine, Patience, Taken};
use super::undelivered::{ALREADY_ANSWERED, Kind, Undelivered};
use crate::discord::line::ANSWER;
use crate::watch::numbers;
use reqwest::header::RETRY_AFTER;
use reqwest::{Client, Response, StatusCode};
use serde::Deserialize;
use serenity::all::MessageId;
use serenity::http::{Http, Request};
use std::time::{Duration, SystemTime};
use tokio::time::{Instant, sleep, timeout_at};

/// What carries requests to Discord, so many at once.
#[derive(Debug)]
pub(in crate::discord) struct Sender {
    line: Client,
    lines: Lines,
}

/// The way to Discord: the library's hold on it, and what carries requests there.
#[derive(Clone, Copy, Debug)]
pub(in crate::discord) struct Way<'w> {
    pub http: &'w Http,
    pub sender: &'w Sender,
}

/// The pause after a first failure on Discord's side; each further one is twice as long.
const PAUSE: Duration = Duration::from_millis(200);

/// The pause where Discord asks for one and does not say how long.
const UNSAID: Duration = Duration::from_secs(1);

/// What Discord says of a message that was written.
#[derive(Deserialize)]
struct Written {
    id: MessageId,
}

/// Discord's own code for what it refuses.
#[derive(Deserialize)]
struct Refused {
    code: isize,
}

impl Sender {
    /// Sends by `line`.
    pub(in crate::discord) const fn new(line: Client) -> Sender {
        Sender {
            line,
            lines: Lines::new(),
        }
    }

    /// What carries the requests.
    pub(in crate::discord) fn line(&self) -> &Client {
        &self.line
    }

    /// A line for something that may as well be left, if one is free.
    pub(in crate::discord) fn spare(&self) -> Option<impl Sized> {
        self.lines.spare()
    }
}

impl<'w> Way<'w> {
    /// Sends `request`, again and again as long as `patience` lasts where it fails on Discord's side.
    ///
    /// Every request of ours may be sent twice: a message carries its number, an interaction takes one
    /// answer, the commands are replaced whole.
    pub(in crate::discord) async fn send(
        self,
        request: Request<'_>,
        patience: Patience,
    ) -> Result<(), Undelivered> {
        self.deliver(request, patience).await.map(drop)
    }

    /// Sends a message, and gives the number it stands under.
    pub(super) async fn write(
        self,
        request: Request<'_>,
        patience: Patience,
    ) -> Result<MessageId, Undelivered> {
        let unread = Undelivered::of(Kind::Unread);
        let (answer, _line) = self.deliver(request, patience).await?.ok_or(unread)?;
        let bytes = timeout_at(Instant::now() + ANSWER, answer.bytes()).await;
        let bytes = bytes.ok().and_then(Result::ok).ok_or(unread)?;
        let written: Written = serde_json::from_slice(&bytes).map_err(|_| unread)?;
        Ok(written.id)
    }

    /// What Discord answers to `request`, and the line it comes by; nothing if it took it before.
    async fn deliver(
        self,
        request: Request<'_>,
        patience: Patience,
    ) -> Result<Option<(Response, Taken<'w>)>, Undelivered> {
        let (mut pause, mut again) = (PAUSE, false);
        loop {
            let failed = match self.once(request.clone(), patience).await {
                Ok(answered) => return Ok(Some(answered)),
                Err(failed) if again && failed.code == Some(ALREADY_ANSWERED) => return Ok(None),
                Err(failed) => failed,
            };
            let wait = failed.pause.unwrap_or(pause);
            if !failed.may_pass() || Instant::now() + wait >= patience.ends() {
                return Err(failed);
            }
            numbers::retried(failed.status_or_why());
            sleep(wait).await;
            (pause, again) = (pause * 2, true);
        }
    }

    /// Sends it once, when its turn comes.
    async fn once(
        self,
        request: Request<'_>,
        patience: Patience,
    ) -> Result<(Response, Taken<'w>), Undelivered> {
        let eased = timeout_at(patience.ends(), self.ease(&request)).await;
        eased.map_err(|_| Undelivered::of(Kind::Late))?;
        let taken = self.sender.lines.take(patience).await;
        let taken = taken.map_err(|none| match none {
            NoLine::Late => Undelivered::of(Kind::Late),
            NoLine::Crowd => Undelivered::of(Kind::Crowd),
        })?;
        let latest = patience.ends().min(Instant::now() + ANSWER);
        let answer = timeout_at(latest, self.carry(request)).await;
        let answer = answer.map_err(|_| Undelivered::of(Kind::Unanswered))??;
        match answer.status() {
            status if status.is_success() => Ok((answer, taken)),
            _ => Err(refused(answer).await),
        }
    }

    /// Waits until the library's limiter lets `request` go; it would wait too, and hold a line.
    async fn ease(self, request: &Request<'_>) {
        let Some(limiter) = &self.http.ratelimiter else {
            return;
        };
        let bucket = request.route_ref().ratelimiting_bucket();
        let limit = limiter.routes().read().await.get(&bucket).cloned();
        let Some(limit) = limit else { return };
        let (left, reset) = {
            let limit = limit.lock().await;
            (limit.remaining(), limit.reset())
        };
        let ahead = reset.and_then(|reset| reset.duration_since(SystemTime::now()).ok());
        if let Some(ahead) = ahead.filter(|_| left <= 0) {
            sleep(ahead).await;
        }
    }

    /// The library keeps to itself for how long Discord asks to wait, so it carries only what goes by its limiter, which
    /// waits by itself.
    async fn carry(self, request: Request<'_>) -> Result<Response, Undelivered> {
        if let Some(limiter) = &self.http.ratelimiter {
            let answer = limiter.perform(request).await;
            return answer.map_err(|error| Undelivered::by_library(&error));
        }
        let (token, proxy) = (self.http.token(), self.http.proxy.as_deref());
        let request = request.build(&self.sender.line, token, proxy);
        let request = request.map_err(|error| Undelivered::by_library(&error))?;
        let answer = request.send().await;
        answer.map_err(|error| Undelivered::by_line(&error))
    }
}

/// What Discord refuses, in numbers.
async fn refused(answer: Response) -> Undelivered {
    let status = answer.status();
    let said = answer.headers().get(RETRY_AFTER);
    let said = said.and_then(|seconds| seconds.to_str().ok()?.parse().ok());
    let said = said.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    let pause = (status == StatusCode::TOO_MANY_REQUESTS).then(|| said.unwrap_or(UNSAID));
    let said = timeout_at(Instant::now() + ANSWER, answer.bytes()).await;
    let refused = said
        .ok()
        .and_then(|said| serde_json::from_slice(&said.ok()?).ok());
    Undelivered {
        kind: Kind::Refused,
        status: Some(status.as_u16()),
        code: refused.map(|Refused { code }| code),
        pause,
    }
}
