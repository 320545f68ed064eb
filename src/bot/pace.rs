//! How much one person asks: at most so many questions a minute and an hour, as the moderators chose.
//!
//! A question is what somebody says in words of their own and we search for: typed after `/ask` or `/read`, written
//! to us, pointed at in a menu; one that names us in a channel counts when its answer is opened. Reading is none: the
//! contents, a part called by its name or number, whatever a button opens, "next". Nor is a greeting.
//!
//! In the same way, and apart from it, it is counted how often somebody has us write for everyone.
//!
//! Held in memory only: who asked in which server and when, never what. Who asks to be forgotten is forgotten here within
//! the hour and not before, or else nobody would have a pace.

use crate::settings::Pace;
use crate::who::{GuildId, UserId};
use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::iter::successors;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);

/// So many questions of everybody together are remembered: fourteen a second for an hour, eight megabytes. Beyond it the
/// oldest is forgotten, and its asker may ask one more.
const REMEMBERED: usize = 50_000;

/// What they take, in bytes. Each has one row, and its asker a place in one tree: a list for everybody would take three
/// times as much, because hardly anybody asks twice.
#[cfg(test)]
const ROOM: usize = 8_000_000;

/// One person in one server, or outside of all.
pub(super) type Who = (UserId, Option<GuildId>);

/// The questions of the last hour.
#[derive(Default)]
pub(super) struct Paced(Mutex<Questions>);

#[derive(Default)]
struct Questions {
    /// The number of everybody's latest question. A tree, as it never takes more room than for these: a hash table that is
    /// full doubles after a while.
    latest: BTreeMap<Who, u64>,
    /// What is remembered, the oldest first.
    order: VecDeque<Question>,
    /// How many are forgotten: the number of the last of them. The first question of all is number one.
    forgotten: u64,
}

struct Question {
    at: Instant,
    who: Who,
    /// The number of the one that the same person asked before; zero if there was none.
    before: u64,
}

impl Paced {
    /// Lets `who` ask one more question at `now`; otherwise gives how long they should wait.
    pub(super) fn ask(&self, who: Who, pace: Pace, now: Instant) -> Result<(), Duration> {
        self.take(who, &[(pace.minute, MINUTE), (pace.hour, HOUR)], now)
    }

    /// The same where so many are allowed within each of `windows`, none of them longer than an hour.
    pub(super) fn take(
        &self,
        who: Who,
        windows: &[(u32, Duration)],
        now: Instant,
    ) -> Result<(), Duration> {
        let mut questions = self.questions();
        questions.forget_older(now);
        let waits = windows
            .iter()
            .map(|&(most, window)| questions.wait(who, most, window, now));
        let longest = waits.max().unwrap_or_default();
        if !longest.is_zero() {
            return Err(longest);
        }
        questions.add(who, now);
        Ok(())
    }

    /// Forgets what is over at `now`, though nobody comes.
    pub(super) fn sweep(&self, now: Instant) {
        self.questions().forget_older(now);
    }

    /// How many questions are remembered.
    pub(super) fn len(&self) -> usize {
        self.questions().order.len()
    }

    fn questions(&self) -> MutexGuard<'_, Questions> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Questions {
    fn add(&mut self, who: Who, at: Instant) {
        let number = self.forgotten + self.order.len() as u64 + 1;
        let before = self.latest.insert(who, number).unwrap_or_default();
        self.order.push_back(Question { at, who, before });
    }

    /// How long until fewer than `most` of the questions of `who` lie within `window`.
    fn wait(&self, who: Who, most: u32, window: Duration, now: Instant) -> Duration {
        let others = usize::try_from(most).unwrap_or(usize::MAX).max(1) - 1;
        let at = self.asked(who).nth(others);
        at.map_or(Duration::ZERO, |at| {
            (at + window).saturating_duration_since(now)
        })
    }

    /// When `who` asked, the latest first.
    fn asked(&self, who: Who) -> impl Iterator<Item = Instant> {
        let latest = self.latest.get(&who).and_then(|latest| self.get(*latest));
        successors(latest, |question| self.get(question.before)).map(|question| question.at)
    }

    /// The question of this number, if it is remembered.
    fn get(&self, number: u64) -> Option<&Question> {
        let place = number.checked_sub(self.forgotten + 1)?;
        self.order.get(usize::try_from(place).ok()?)
    }

    fn forget_older(&mut self, now: Instant) {
        while let Some(oldest) = self.order.front() {
            let old = now.saturating_duration_since(oldest.at) >= HOUR;
            if !old && self.order.len() < REMEMBERED {
                return;
            }
            let who = oldest.who;
            self.order.pop_front();
            self.forgotten += 1;
            if self.latest.get(&who) == Some(&self.forgotten) {
                self.latest.remove(&who);
            }
        }
    }
}

/// Not even a debug print says who asked.
impl fmt::Debug for Paced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Paced(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALICE: Who = (UserId(1), None);
    const PACE: Pace = Pace { minute: 2, hour: 3 };

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn a_minute_and_an_hour_have_their_limits_and_the_wait_is_told() {
        let (paced, start) = (Paced::default(), Instant::now());
        let ask = |after| paced.ask(ALICE, PACE, start + seconds(after));
        assert_eq!(ask(0), Ok(()));
        assert_eq!(ask(10), Ok(()));
        assert_eq!(ask(20), Err(seconds(40)), "the first is a minute old then");
        assert_eq!(ask(60), Ok(()), "what was refused does not count");
        assert_eq!(ask(130), Err(seconds(3_470)));
        assert_eq!(ask(3_600), Ok(()));
    }

    #[test]
    fn everybody_has_a_pace_of_their_own_in_every_server() {
        let (paced, now) = (Paced::default(), Instant::now());
        let one = Pace { minute: 1, hour: 1 };
        let servers = [None, Some(GuildId(1)), Some(GuildId(2))];
        for who in servers
            .iter()
            .flat_map(|server| [1, 2].map(|user| (UserId(user), *server)))
        {
            assert_eq!(paced.ask(who, one, now), Ok(()));
            assert_eq!(paced.ask(who, one, now), Err(HOUR));
        }
    }

    #[test]
    fn an_hour_later_nothing_is_left_though_nobody_comes() {
        let (paced, start) = (Paced::default(), Instant::now());
        assert_eq!(paced.ask(ALICE, PACE, start), Ok(()));
        paced.sweep(start + seconds(3_599));
        assert_eq!(paced.len(), 1);
        paced.sweep(start + HOUR);
        assert_eq!(paced.len(), 0);
        assert!(paced.questions().latest.is_empty());
    }

    /// What is forgotten in the middle of somebody's questions leaves the later ones.
    #[test]
    fn of_many_questions_the_latest_count() {
        let (paced, start) = (Paced::default(), Instant::now());
        let two = Pace { minute: 9, hour: 2 };
        let ask = |after| paced.ask(ALICE, two, start + seconds(after));
        assert_eq!((ask(0), ask(1_000)), (Ok(()), Ok(())));
        assert_eq!(ask(3_600), Ok(()), "the first is an hour old");
        assert_eq!(ask(3_601), Err(seconds(999)), "the second is not");
        let bob = (UserId(2), None);
        assert_eq!(paced.ask(bob, two, start + seconds(3_601)), Ok(()));
        assert_eq!(ask(4_600), Ok(()));
        assert_eq!(paced.len(), 3);
    }

    #[test]
    fn the_memory_is_bounded() {
        let (paced, now) = (Paced::default(), Instant::now());
        for user in 0..REMEMBERED as u64 * 3 {
            assert_eq!(paced.ask((UserId(user), None), PACE, now), Ok(()));
        }
        let questions = paced.0.lock().expect("no panic under this lock");
        assert_eq!(questions.order.len(), REMEMBERED);
        assert_eq!(questions.latest.len(), REMEMBERED);
        let rows = questions.order.capacity() * size_of::<Question>();
        // Of a tree's eleven places in a node five are taken at least.
        let tree = questions.latest.len() * size_of::<(Who, u64)>() * 11 / 5;
        assert!(rows + tree <= ROOM, "{rows} and {tree} bytes");
    }
}
