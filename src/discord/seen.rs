//! Which events were served: after a resume Discord may send one twice.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

/// So many ids are remembered. A resume repeats what came within minutes.
const REMEMBERED: usize = 4_096;

/// The ids of the latest messages and interactions.
#[derive(Debug, Default)]
pub(super) struct Seen(Mutex<(HashSet<u64>, VecDeque<u64>)>);

impl Seen {
    /// Whether `id` comes for the first time; it is remembered.
    pub(super) fn first(&self, id: u64) -> bool {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (known, order) = &mut *seen;
        if !known.insert(id) {
            return false;
        }
        order.push_back(id);
        if order.len() > REMEMBERED {
            let oldest = order.pop_front().expect("more than none");
            known.remove(&oldest);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_first_once_and_the_memory_is_bounded() {
        let seen = Seen::default();
        assert!(seen.first(1));
        assert!(!seen.first(1));
        for id in 2..=REMEMBERED as u64 + 1 {
            assert!(seen.first(id));
        }
        assert!(seen.first(1), "forgotten by now");
        assert_eq!(seen.0.lock().expect("no panic").0.len(), REMEMBERED);
    }
}
