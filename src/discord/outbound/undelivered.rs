//! Why a request did not reach Discord, in numbers and in words of our own: an address holds tokens, a body words.

use crate::watch::numbers;
use serenity::http::HttpError;
use std::error::Error;
use std::io;
use std::time::Duration;
use tracing::{debug, warn};

/// What came of a request that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::discord) struct Undelivered {
    /// What kind of failure it is.
    pub kind: Kind,
    /// The answer's status, if there was an answer.
    pub status: Option<u16>,
    /// Discord's own code, if it gave one.
    pub code: Option<isize>,
    /// How long Discord asks to wait.
    pub pause: Option<Duration>,
}

/// What kind of failure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::discord) enum Kind {
    /// Discord said no.
    Refused,
    /// Discord took it and said nothing in time.
    Unanswered,
    /// What Discord said cannot be read.
    Unread,
    /// No line could be opened; the system's own number for the reason.
    Unconnected(Option<i32>),
    /// The line broke; the system's own number for the reason.
    Broken(Option<i32>),
    /// Too many others were on their way.
    Late,
    /// Too many others waited before it.
    Crowd,
    /// It could not be made.
    Unmade,
}

/// The interaction has its answer already.
pub(super) const ALREADY_ANSWERED: isize = 40_060;

/// From here on a status speaks of Discord's own trouble.
const TROUBLE: u16 = 500;

/// What a proxy says of what it kept for too long, because of a limit or because Discord was slow.
const KEPT_TOO_LONG: u16 = 408;

impl Undelivered {
    pub(super) fn of(kind: Kind) -> Undelivered {
        Undelivered {
            kind,
            status: None,
            code: None,
            pause: None,
        }
    }

    /// What the library says.
    pub(super) fn by_library(error: &serenity::Error) -> Undelivered {
        match error {
            serenity::Error::Http(HttpError::Request(error)) => Undelivered::by_line(error),
            _ => Undelivered::of(Kind::Unmade),
        }
    }

    /// What the line says.
    pub(super) fn by_line(error: &reqwest::Error) -> Undelivered {
        Undelivered::of(match system(error) {
            _ if error.is_timeout() => Kind::Unanswered,
            number if error.is_connect() => Kind::Unconnected(number),
            number => Kind::Broken(number),
        })
    }

    /// Whether it may go better a moment later. Where the line broke, Discord may have taken it: whatever we send may be sent
    /// twice.
    pub(super) fn may_pass(&self) -> bool {
        let trouble = |status| status >= TROUBLE || status == KEPT_TOO_LONG;
        let by_line = matches!(self.kind, Kind::Unconnected(_) | Kind::Broken(_));
        self.status.is_some_and(trouble) || self.pause.is_some() || by_line
    }

    /// Why, in words for the operator.
    pub(in crate::discord) fn why(&self) -> &'static str {
        match self.kind {
            Kind::Refused if self.pause.is_some() => "Discord asks to wait longer than it keeps",
            Kind::Refused => "Discord refuses it",
            Kind::Unanswered => "no answer in time",
            Kind::Unread => "an answer that cannot be read",
            Kind::Unconnected(Some(libc::EMFILE | libc::ENFILE)) => "no descriptor left",
            Kind::Unconnected(_) => "no connection",
            Kind::Broken(_) => "the connection broke",
            Kind::Late => "its turn did not come in time",
            Kind::Crowd => "too many wait before it",
            Kind::Unmade => "the request could not be made",
        }
    }

    /// The answer's status or, without one, why: what failures are counted by.
    pub(super) fn status_or_why(&self) -> String {
        self.status
            .map_or_else(|| self.why().to_owned(), |status| status.to_string())
    }

    /// The system's own number for the reason, if it has one.
    fn system(&self) -> Option<i32> {
        match self.kind {
            Kind::Unconnected(number) | Kind::Broken(number) => number,
            _ => None,
        }
    }
}

/// The system's own number for what is behind `error`.
fn system(error: &reqwest::Error) -> Option<i32> {
    let mut cause = error.source();
    while let Some(error) = cause {
        let number = error.downcast_ref().and_then(io::Error::raw_os_error);
        if number.is_some() {
            return number;
        }
        cause = error.source();
    }
    None
}

/// What happens without anybody's fault: the channel, the message or the right is gone, direct
/// messages are closed, the interaction is void.
const FATE: &[isize] = &[10_003, 10_008, 10_015, 10_062, 50_001, 50_007, 50_013];

/// Tells the operator of what could not be delivered, by its kind and its numbers.
pub(super) fn tell(done: Result<(), Undelivered>) {
    let Err(failed) = done else { return };
    numbers::undelivered(failed.status_or_why());
    let Undelivered { status, code, .. } = failed;
    if code.is_some_and(|code| FATE.contains(&code)) {
        debug!(status, code, "An answer found nobody to take it.");
        return;
    }
    let (why, system) = (failed.why(), failed.system());
    warn!(
        why,
        status, code, system, "An answer could not be delivered."
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::line::line;
    use std::net::TcpListener;

    #[test]
    fn every_failure_has_its_own_words_and_is_tried_again_where_it_may_pass() {
        for (kind, why, may_pass) in [
            (Kind::Refused, "Discord refuses it", false),
            (Kind::Unanswered, "no answer in time", false),
            (Kind::Unread, "an answer that cannot be read", false),
            (
                Kind::Unconnected(Some(libc::EMFILE)),
                "no descriptor left",
                true,
            ),
            (
                Kind::Unconnected(Some(libc::ENFILE)),
                "no descriptor left",
                true,
            ),
            (
                Kind::Unconnected(Some(libc::ECONNREFUSED)),
                "no connection",
                true,
            ),
            (Kind::Unconnected(None), "no connection", true),
            (Kind::Broken(None), "the connection broke", true),
            (Kind::Late, "its turn did not come in time", false),
            (Kind::Crowd, "too many wait before it", false),
            (Kind::Unmade, "the request could not be made", false),
        ] {
            let failed = Undelivered::of(kind);
            assert_eq!(failed.why(), why);
            assert_eq!(failed.status_or_why(), why, "there is no status");
            assert_eq!(failed.may_pass(), may_pass, "{why}");
        }
    }

    #[test]
    fn what_discord_refuses_is_counted_by_its_status() {
        let second = Some(Duration::from_secs(1));
        for (status, pause, why, may_pass) in [
            (404, None, "Discord refuses it", false),
            (408, None, "Discord refuses it", true),
            (503, None, "Discord refuses it", true),
            (
                429,
                second,
                "Discord asks to wait longer than it keeps",
                true,
            ),
        ] {
            let failed = Undelivered {
                status: Some(status),
                pause,
                ..Undelivered::of(Kind::Refused)
            };
            assert_eq!(failed.why(), why);
            assert_eq!(failed.status_or_why(), status.to_string());
            assert_eq!(failed.may_pass(), may_pass, "{status}");
        }
    }

    #[tokio::test]
    async fn where_nobody_listens_the_systems_own_number_is_found() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let nobody = listener.local_addr().expect("an address");
        drop(listener);
        let client = line(Duration::from_secs(5)).build().expect("a client");
        let asked = client.get(format!("http://{nobody}/")).send().await;
        let failed = Undelivered::by_line(&asked.expect_err("nobody listens"));
        let refused = Kind::Unconnected(Some(libc::ECONNREFUSED));
        assert_eq!(failed, Undelivered::of(refused));
    }
}
