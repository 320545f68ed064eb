//! What follows when a connection ends: the law of one shard. It reads no clock and touches no line.
//!
//! | what we have | what the connection came to | next | after |
//! |---|---|---|---|
//! | no session | nobody took it, or it ended before one was granted | IDENTIFY | the next pause |
//! | a session | it stood for a minute | RESUME | nothing |
//! | a session | it stood for less | RESUME | a second |
//! | a session | nobody took it, or it ended before we asked | RESUME | the next pause |
//! | a session | our RESUME was not granted, up to twice in a row | RESUME | the next pause |
//! | a session | the same a third time | IDENTIFY | the next pause |
//! | a session | Discord does not take it now | RESUME | a second, or the next pause |
//! | a session | Discord says that it is over | IDENTIFY | as it would be otherwise |
//! | whatever | Discord says that another try would end the same | none: we end | |
//!
//! The next pause is a second, and doubles with each try in a row that came to nothing, up to a minute. Each is a bit longer
//! by chance, and no minute sees more than eight connections. `ending` says which ending is which.
//!
//! Source: events/gateway ("Resuming").

use super::ending::{Ending, Verdict};
use crate::discord::stop::Stop;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// So often a session may fail to go on before it is given up.
const RESUMES: u32 = 3;

/// Connections that a shard may open within a minute.
const OPENED: usize = 8;

/// How much longer than told a pause may last, as a part of it: not everybody returns in the same moment (jitter).
const SPREAD: f64 = 0.25;

/// What Discord calls our place in what it tells. It is nobody's data.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::discord) struct Session {
    pub id: String,
    /// Where it goes on.
    pub url: String,
    /// How far we heard.
    pub sequence: u64,
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Session(… at {})", self.sequence)
    }
}

/// How a connection begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// With a new session: Discord counts these.
    Identify,
    /// With the one there was.
    Resume,
}

/// What a connection came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ended {
    pub how: Ending,
    /// What we asked for on it, if it came so far.
    pub asked: Option<Entry>,
    /// Whether Discord granted that.
    pub stood: bool,
}

impl Ended {
    /// Nobody took it.
    pub(super) fn unreached() -> Ended {
        Ended {
            how: Ending::Unreached,
            asked: None,
            stood: false,
        }
    }
}

/// Keeps count of one shard's tries.
#[derive(Debug)]
pub(super) struct Law {
    /// The pause after the first try that came to nothing.
    first_pause: Duration,
    /// The longest pause: enough to spare a Discord in trouble, and to be back soon after it is.
    minute: Duration,
    pub session: Option<Session>,
    /// Tries in a row that came to nothing.
    failed: u32,
    /// Those among them in which the session did not go on.
    not_resumed: u32,
    /// Whether it opened no connection so far.
    pub is_first: bool,
    /// When the shard's connections of the last minute were opened, by whichever law.
    opened: Arc<Mutex<VecDeque<Instant>>>,
}

impl Law {
    pub(super) fn new(first_pause: Duration, minute: Duration) -> Law {
        Law {
            first_pause,
            minute,
            session: None,
            failed: 0,
            not_resumed: 0,
            is_first: true,
            opened: Arc::default(),
        }
    }

    /// The law of another session of the same shard, `session`; what a minute allows is shared.
    pub(super) fn beside(&self, session: Session) -> Law {
        Law {
            session: Some(session),
            opened: Arc::clone(&self.opened),
            ..Law::new(self.first_pause, self.minute)
        }
    }

    /// How the next connection begins.
    pub(super) fn entry(&self) -> Entry {
        match self.session {
            Some(_) => Entry::Resume,
            None => Entry::Identify,
        }
    }

    /// Where the session goes on, at every other try: where nobody is met there, the main door lets it in as well.
    pub(super) fn address(&self) -> Option<&str> {
        let session = self.session.as_ref()?;
        self.failed
            .is_multiple_of(2)
            .then_some(session.url.as_str())
    }

    /// Notes that a connection is opened at `now`.
    ///
    /// # Errors
    ///
    /// How long to wait until a minute allows one more.
    pub(super) fn opens(&mut self, now: Instant) -> Result<(), Duration> {
        let wait = self.until_allowed(now);
        if !wait.is_zero() {
            return Err(wait);
        }
        self.is_first = false;
        let mut opened = self.opened();
        if opened.len() == OPENED {
            opened.pop_front();
        }
        opened.push_back(now);
        Ok(())
    }

    /// How long to wait before the next connection, now that one `ended`. `chance` is between 0 and 1.
    ///
    /// # Errors
    ///
    /// Why there shall be none.
    pub(super) fn after(
        &mut self,
        ended: Ended,
        now: Instant,
        chance: f64,
    ) -> Result<Duration, Stop> {
        self.count(ended);
        match ended.how.verdict() {
            Verdict::End(stop) => return Err(stop),
            Verdict::Over => self.session = None,
            Verdict::Kept if self.not_resumed >= RESUMES => self.session = None,
            Verdict::Kept => (),
        }
        if self.session.is_none() {
            self.not_resumed = 0;
        }
        let pause = self.pause(ended, now).mul_f64(1.0 + SPREAD * chance);
        Ok(pause.max(self.until_allowed(now)))
    }

    fn count(&mut self, ended: Ended) {
        if ended.stood {
            (self.failed, self.not_resumed) = (0, 0);
            return;
        }
        self.failed = self.failed.saturating_add(1);
        if ended.asked == Some(Entry::Resume) {
            self.not_resumed += 1;
        }
    }

    /// A connection that stood for a while is followed at once: whoever just asked waits three seconds.
    fn pause(&self, ended: Ended, now: Instant) -> Duration {
        let opened = self.opened();
        let steady = ended.stood && opened.iter().all(|at| now - *at >= self.minute);
        match ended.how {
            Ending::Invalid { .. } => self.doubled(),
            _ if steady => Duration::ZERO,
            _ => self.doubled(),
        }
    }

    fn doubled(&self) -> Duration {
        let doublings = self.failed.saturating_sub(1);
        let pause = self.first_pause.saturating_mul(1 << doublings.min(16));
        pause.min(self.minute)
    }

    /// How long until one more is no more than [`OPENED`] in a minute.
    fn until_allowed(&self, now: Instant) -> Duration {
        let opened = self.opened();
        let first = opened.front().filter(|_| opened.len() == OPENED);
        first.map_or(Duration::ZERO, |first| {
            self.minute.saturating_sub(now - *first)
        })
    }

    fn opened(&self) -> MutexGuard<'_, VecDeque<Instant>> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);
    const A_MINUTE: Duration = Duration::from_secs(60);

    fn session() -> Session {
        Session {
            id: "s".to_owned(),
            url: "wss://there".to_owned(),
            sequence: 7,
        }
    }

    fn law() -> Law {
        Law {
            session: Some(session()),
            ..Law::new(SECOND, A_MINUTE)
        }
    }

    /// A connection that stood, and ended like this.
    fn stood(how: Ending) -> Ended {
        Ended {
            how,
            asked: Some(Entry::Resume),
            stood: true,
        }
    }

    /// One that came to nothing after asking for this.
    fn failed(how: Ending, asked: Option<Entry>) -> Ended {
        Ended {
            how,
            asked,
            stood: false,
        }
    }

    /// A session that failed to go on as often as it may.
    fn doubted() -> Law {
        let mut law = law();
        let refused = failed(Ending::Closed(Some(4000)), Some(Entry::Resume));
        for _ in 1..RESUMES {
            law.after(refused, Instant::now(), 0.0).expect("it goes on");
        }
        law
    }

    type Row = (fn() -> Law, Ended, Result<(Entry, u64), Stop>);

    #[test]
    fn each_ending_is_followed_as_the_table_says() {
        use Ending::{Broken, Invalid, Silent, Unreached};
        use Entry::{Identify, Resume};
        let none = || Law::new(SECOND, A_MINUTE);
        let young = || {
            let mut law = law();
            law.opens(Instant::now()).expect("the first");
            law
        };
        let closed = |code| Ending::Closed(Some(code));
        let refused = failed(closed(4000), Some(Resume));
        let (over, not_now) = (Invalid { resumable: false }, Invalid { resumable: true });
        let rows: [Row; 17] = [
            (none, failed(Unreached, None), Ok((Identify, 1))),
            (none, failed(Silent, Some(Identify)), Ok((Identify, 1))),
            (none, failed(over, Some(Identify)), Ok((Identify, 1))),
            (law, stood(Broken), Ok((Resume, 0))),
            (doubted, stood(closed(4003)), Ok((Resume, 0))),
            (young, stood(Broken), Ok((Resume, 1))),
            (law, failed(Unreached, None), Ok((Resume, 1))),
            (doubted, failed(Unreached, None), Ok((Resume, 4))),
            (law, refused, Ok((Resume, 1))),
            (doubted, refused, Ok((Identify, 4))),
            (doubted, failed(Silent, Some(Resume)), Ok((Identify, 4))),
            (law, stood(not_now), Ok((Resume, 1))),
            (doubted, failed(not_now, None), Ok((Resume, 4))),
            (law, stood(closed(4007)), Ok((Identify, 0))),
            (young, stood(over), Ok((Identify, 1))),
            (doubted, failed(over, Some(Resume)), Ok((Identify, 4))),
            (law, stood(closed(4004)), Err(Stop::WrongToken)),
        ];
        for (row, (before, ended, next)) in rows.into_iter().enumerate() {
            let mut law = before();
            let pause = law.after(ended, Instant::now(), 0.0);
            let found = pause.map(|pause| (law.entry(), pause.as_secs()));
            assert_eq!(found, next, "row {row}: {ended:?}");
        }
    }

    #[test]
    fn pauses_double_from_a_second_to_a_minute_and_begin_anew() {
        let mut law = law();
        let now = Instant::now();
        let mut pause = |ended| law.after(ended, now, 0.0).expect("it goes on").as_secs();
        let in_vain = failed(Ending::Closed(Some(1011)), None);
        let pauses: Vec<u64> = (0..8).map(|_| pause(in_vain)).collect();
        assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(pause(stood(Ending::Broken)), 0);
        assert_eq!(pause(in_vain), 1);
    }

    #[test]
    fn chance_makes_a_pause_longer_and_never_shorter() {
        let in_vain = failed(Ending::Unreached, None);
        let pause = |chance| law().after(in_vain, Instant::now(), chance);
        assert_eq!(pause(0.0), Ok(SECOND));
        assert_eq!(pause(1.0), Ok(SECOND.mul_f64(1.25)));
    }

    #[test]
    fn where_nobody_is_met_the_session_goes_on_at_the_main_door() {
        let mut law = law();
        for address in [Some("wss://there"), None, Some("wss://there"), None] {
            assert_eq!((law.address(), law.entry()), (address, Entry::Resume));
            let unmet = failed(Ending::Unreached, None);
            law.after(unmet, Instant::now(), 0.0).expect("it goes on");
        }
    }

    /// Whatever ends them, however soon, and whatever the dice say.
    #[test]
    fn no_minute_sees_more_than_eight_connections() {
        let endings = [
            stood(Ending::Closed(Some(4000))),
            stood(Ending::Recalled),
            stood(Ending::Invalid { resumable: false }),
            failed(Ending::Closed(None), None),
            failed(Ending::Broken, Some(Entry::Identify)),
        ];
        for ended in endings {
            let (mut law, mut now) = (law(), Instant::now());
            let mut opened = Vec::new();
            for turn in 0..200 {
                law.opens(now).expect("it waited as long as it was told");
                opened.push(now);
                let chance = f64::from(turn % 10) / 10.0;
                now += law.after(ended, now, chance).expect("it goes on");
            }
            let in_a_minute = |at: &Instant| {
                let after = opened.iter().filter(|o| *o >= at && **o - *at < A_MINUTE);
                after.count()
            };
            let most = opened.iter().map(in_a_minute).max();
            assert!(most <= Some(OPENED), "{ended:?}: {most:?}");
        }
    }

    #[test]
    fn two_sessions_of_a_shard_share_what_a_minute_allows() {
        let (mut one, now) = (law(), Instant::now());
        let mut other = one.beside(session());
        let opened = (0..2 * OPENED).filter(|turn| match turn % 2 {
            0 => one.opens(now).is_ok(),
            _ => other.opens(now).is_ok(),
        });
        assert_eq!(opened.count(), OPENED);
        assert_eq!(other.opens(now + SECOND), Err(A_MINUTE - SECOND));
        assert_eq!(one.opens(now + A_MINUTE), Ok(()));
    }

    /// As many breaks of a connection that stands as one minute sees.
    #[test]
    fn whoever_was_connected_is_back_within_five_seconds() {
        let (mut law, mut now) = (law(), Instant::now());
        for turn in 1..OPENED {
            law.opens(now).expect("fewer than a minute allows");
            let pause = law.after(stood(Ending::Closed(Some(4005))), now, 1.0);
            let pause = pause.expect("it goes on");
            assert!(pause < 5 * SECOND, "{turn}: {pause:?}");
            now += pause;
        }
    }
}
