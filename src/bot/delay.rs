//! When moderators hear of what was sent to them: minutes later, so that nobody who saw somebody write matches the two.
//!
//! The moment is drawn once and kept with the words, so that a restart changes nothing.

use std::hash::{BuildHasher, RandomState};
use std::ops::RangeInclusive;
use time::{Duration, OffsetDateTime};

/// So much later at the least and at the most. Of it up to a minute is rounded away, and up to [`LOOK`] comes on top: one
/// to five minutes in all. In seconds.
const USUAL: RangeInclusive<u64> = 120..=280;

/// How often we look for what is due.
pub const LOOK: std::time::Duration = std::time::Duration::from_secs(20);

/// In seconds.
const MINUTE: i64 = 60;

/// How long reports are held back.
#[derive(Clone, Debug)]
pub(super) struct Delay(RangeInclusive<u64>);

impl Default for Delay {
    fn default() -> Delay {
        Delay(USUAL)
    }
}

impl Delay {
    /// None at all.
    pub(super) fn none() -> Delay {
        Delay(0..=0)
    }

    /// When something sent at `now` is due: a whole minute, which says nothing of the second.
    pub(super) fn due(&self, now: OffsetDateTime) -> OffsetDateTime {
        let (least, most) = (self.0.start(), self.0.end());
        let chance = RandomState::new().hash_one(());
        let wait = least + chance % (most - least + 1);
        let due = now.unix_timestamp() + wait.cast_signed();
        let into = due.rem_euclid(MINUTE);
        now.replace_nanosecond(0).unwrap_or(now) + Duration::seconds(wait.cast_signed() - into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_is_due_one_to_five_minutes_later_at_a_whole_minute() {
        let minute = OffsetDateTime::from_unix_timestamp(1_795_510_800).expect("a time");
        let mut waits = std::collections::BTreeSet::new();
        for second in 0..2_000 {
            let now = minute + Duration::milliseconds(second * 37);
            let due = Delay::default().due(now);
            assert_eq!((due.unix_timestamp() % MINUTE, due.nanosecond()), (0, 0));
            let wait = due - now;
            assert!(wait > Duration::minutes(1) - Duration::SECOND, "{wait}");
            assert!(wait + LOOK <= Duration::minutes(5), "{wait}");
            waits.insert(wait.whole_seconds());
        }
        assert!(waits.len() > 100, "nobody knows how long");
        assert!(Delay::none().due(minute) <= minute);
    }
}
