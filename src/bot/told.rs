//! Who read which card lately: the second time that day a card is short.

use super::recent::Recent;
use crate::care::{Length, PlaceId, Route};
use crate::who::UserId;
use std::time::{Duration, Instant};

/// For so long a card counts as read.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// So many cards are remembered; beyond it the oldest is told in full once more.
const REMEMBERED: usize = 10_000;

/// The cards told within a day, and the places chosen on them.
#[derive(Debug)]
pub(super) struct Told {
    cards: Recent<(UserId, Route), ()>,
    places: Recent<UserId, PlaceId>,
}

impl Default for Told {
    fn default() -> Told {
        Told {
            cards: Recent::new(DAY, REMEMBERED),
            places: Recent::new(DAY, REMEMBERED),
        }
    }
}

impl Told {
    /// How much of the card for `route` to tell `user` at `now`; the telling is remembered.
    pub(super) fn length(&self, user: UserId, route: Route, now: Instant) -> Length {
        match self.cards.first((user, route), now) {
            true => Length::Full,
            false => Length::Short,
        }
    }

    /// Remembers that `user` chose `place`.
    pub(super) fn choose(&self, user: UserId, place: PlaceId, now: Instant) {
        self.places.put(user, place, now);
    }

    /// The place that `user` chose.
    pub(super) fn place(&self, user: UserId, now: Instant) -> Option<PlaceId> {
        self.places.get(user, now)
    }

    /// Forgets what `user` read and chose.
    pub(super) fn forget(&self, user: UserId) {
        self.cards.forget(|(other, _)| *other == user);
        self.places.forget(|other| *other == user);
    }

    pub(super) fn sweep(&self, now: Instant) {
        self.cards.sweep(now);
        self.places.sweep(now);
    }

    pub(super) fn len(&self) -> usize {
        self.cards.len() + self.places.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_full_once_a_day_and_route() {
        let (told, start) = (Told::default(), Instant::now());
        let length = |user, route, after| told.length(UserId(user), route, start + after);
        let hour = Duration::from_secs(60 * 60);
        assert_eq!(length(1, Route::SelfHarm, Duration::ZERO), Length::Full);
        assert_eq!(length(1, Route::SelfHarm, hour), Length::Short);
        assert_eq!(length(1, Route::Violence, hour), Length::Full);
        assert_eq!(length(2, Route::SelfHarm, hour), Length::Full);
        assert_eq!(length(1, Route::SelfHarm, hour * 23), Length::Short);
        assert_eq!(length(1, Route::SelfHarm, hour * 24), Length::Full);
    }

    #[test]
    fn who_asks_to_be_forgotten_reads_the_whole_card_again() {
        let (told, now) = (Told::default(), Instant::now());
        let length = |user| told.length(UserId(user), Route::Minor, now);
        assert_eq!((length(1), length(2)), (Length::Full, Length::Full));
        told.forget(UserId(1));
        assert_eq!((length(1), length(2)), (Length::Full, Length::Short));
    }
}
