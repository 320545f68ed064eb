//! What was shared lately: neither does the same part fill a channel, nor the same person.
//!
//! Who shared which part is not remembered: of a person only when they shared something, of a part only where.

use super::pace::{Paced, Who};
use super::recent::Recent;
use crate::press::Key;
use crate::who::ChannelId;
use std::time::{Duration, Instant};

/// For so long a part that was shared need not be shared again: it still stands a little above.
const WHILE: Duration = Duration::from_secs(10 * 60);

/// So many are remembered; beyond it the oldest may be shared once more.
const REMEMBERED: usize = 10_000;

/// So often one person shares something in a server within [`A_GOOD_WHILE`]. Five parts are more than others read along.
const A_GOOD_DEAL: u32 = 5;

/// A stretch of reading: five parts take about as long.
const A_GOOD_WHILE: Duration = Duration::from_secs(10 * 60);

/// The sections of articles that were shared in channels.
#[derive(Debug)]
pub(super) struct Shared {
    parts: Recent<Part, ()>,
    people: Paced,
}

/// A section of an article in a channel.
pub(super) type Part = (ChannelId, Key, Key);

/// Why something is not shared; each with how long to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unshared {
    /// The same part still stands there.
    Stands(Duration),
    /// The person shared enough.
    Enough(Duration),
}

impl Default for Shared {
    fn default() -> Shared {
        Shared {
            parts: Recent::new(WHILE, REMEMBERED),
            people: Paced::default(),
        }
    }
}

impl Shared {
    /// Lets `who` share `part` at `now`, or says why not.
    pub(super) fn share(&self, who: Who, part: Part, now: Instant) -> Result<(), Unshared> {
        self.parts.note(part, now).map_err(Unshared::Stands)?;
        self.write(who, now).map_err(|wait| {
            self.parts.forget(|other| *other == part);
            Unshared::Enough(wait)
        })
    }

    /// Lets `who` have us write something for everyone at `now`; otherwise gives how long they should wait.
    pub(super) fn write(&self, who: Who, now: Instant) -> Result<(), Duration> {
        self.people.take(who, &[(A_GOOD_DEAL, A_GOOD_WHILE)], now)
    }

    /// Forgets what was shared in `channel`, where it turned out that nothing can be written.
    pub(super) fn forget(&self, channel: ChannelId) {
        self.parts.forget(|(other, ..)| *other == channel);
    }

    pub(super) fn sweep(&self, now: Instant) {
        self.parts.sweep(now);
        self.people.sweep(now);
    }

    pub(super) fn len(&self) -> usize {
        self.parts.len() + self.people.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::who::{GuildId, UserId};

    fn somebody(user: u64) -> Who {
        (UserId(user), Some(GuildId(1)))
    }

    #[test]
    fn a_part_is_shared_once_in_a_while_and_channel() {
        let (shared, start) = (Shared::default(), Instant::now());
        let (article, part) = (Key::of("article"), Key::of("part"));
        let first = |channel, part, after| {
            let part = (ChannelId(channel), article, part);
            shared.share(somebody(1), part, start + after).is_ok()
        };
        assert!(first(1, part, Duration::ZERO));
        assert!(!first(1, part, WHILE / 2));
        assert!(first(2, part, WHILE / 2));
        assert!(first(1, Key::of("other"), WHILE / 2));
        assert!(first(1, part, WHILE));
        shared.forget(ChannelId(1));
        assert!(first(1, part, WHILE));
        assert!(!first(2, part, WHILE));
    }

    #[test]
    fn a_person_shares_a_good_deal_in_a_good_while_and_server() {
        let (shared, start) = (Shared::default(), Instant::now());
        let (article, minute) = (Key::of("article"), Duration::from_secs(60));
        let share = |who, part: u32, after| {
            let part = (ChannelId(1), article, Key::of(&part.to_string()));
            shared.share(who, part, start + after)
        };
        for part in 0..A_GOOD_DEAL {
            assert_eq!(share(somebody(1), part, minute * part), Ok(()));
        }
        let enough = Err(Unshared::Enough(minute));
        assert_eq!(share(somebody(1), 9, A_GOOD_WHILE - minute), enough);
        let elsewhere = (UserId(1), Some(GuildId(2)));
        assert_eq!(share(elsewhere, 9, A_GOOD_WHILE - minute), Ok(()));
        let stands = Err(Unshared::Stands(WHILE - minute));
        assert_eq!(share(somebody(2), 9, A_GOOD_WHILE), stands);
        assert_eq!(share(somebody(2), 8, A_GOOD_WHILE), Ok(()));
        assert_eq!(share(somebody(1), 7, A_GOOD_WHILE), Ok(()));
    }
}
