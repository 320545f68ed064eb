//! Who read which card lately: the second time that day a card is short.
//!
//! Held in memory only, bounded, and forgotten after a day. Nothing here is ever written or logged.

use crate::care::{Length, Route};
use crate::who::UserId;
use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// For so long a card counts as read.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// So many cards are remembered; beyond it the oldest is forgotten, and told in full once more.
const REMEMBERED: usize = 10_000;

/// The cards told within a day.
#[derive(Default)]
pub struct Told(Mutex<Cards>);

#[derive(Default)]
struct Cards {
    when: HashMap<(UserId, Route), Instant>,
    order: VecDeque<(UserId, Route)>,
}

impl Told {
    /// How much of the card for `route` to tell `user` at `now`; the telling is remembered.
    pub fn length(&self, user: UserId, route: Route, now: Instant) -> Length {
        let mut cards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        cards.forget(now);
        if cards.when.contains_key(&(user, route)) {
            return Length::Short;
        }
        cards.when.insert((user, route), now);
        cards.order.push_back((user, route));
        Length::Full
    }

    /// Forgets what `user` read.
    pub fn forget(&self, user: UserId) {
        let mut cards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        cards.when.retain(|(other, _), _| *other != user);
        cards.order.retain(|(other, _)| *other != user);
    }
}

impl Cards {
    fn forget(&mut self, now: Instant) {
        while let Some(oldest) = self.order.front() {
            let told = self.when.get(oldest).copied().unwrap_or(now);
            let old = now.saturating_duration_since(told) >= DAY;
            if !old && self.order.len() < REMEMBERED {
                return;
            }
            let oldest = self.order.pop_front().expect("the front was just seen");
            self.when.remove(&oldest);
        }
    }
}

/// Not even a debug print says who needed help.
impl fmt::Debug for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Told(…)")
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

    #[test]
    fn the_memory_is_bounded() {
        let (told, now) = (Told::default(), Instant::now());
        for user in 0..2 * REMEMBERED as u64 {
            told.length(UserId(user), Route::Minor, now);
        }
        let cards = told.0.lock().expect("no panic under this lock");
        assert!(cards.order.len() <= REMEMBERED);
        assert_eq!(cards.order.len(), cards.when.len());
    }
}
