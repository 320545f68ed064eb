//! What is counted for the log, whether anybody watches or not: sums alone, since the program began.

use std::sync::atomic::{AtomicU64, Ordering};

/// One sum that only grows.
#[derive(Debug, Default)]
pub(super) struct Sum(AtomicU64);

impl Sum {
    const fn new() -> Sum {
        Sum(AtomicU64::new(0))
    }

    /// Counts one more.
    pub(super) fn count(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn read(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

pub(super) static REQUESTS: Sum = Sum::new();
pub(super) static CARDS: Sum = Sum::new();
pub(super) static REFUSALS: Sum = Sum::new();
pub(super) static REST_ERRORS: Sum = Sum::new();
pub(super) static RECONNECTS: Sum = Sum::new();

/// All of them at one moment, or between two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sums {
    pub requests: u64,
    /// By whatever way they came.
    pub cards: u64,
    pub refusals: u64,
    pub rest_errors: u64,
    pub reconnects: u64,
}

impl Sums {
    /// As they are now.
    pub(super) fn now() -> Sums {
        Sums {
            requests: REQUESTS.read(),
            cards: CARDS.read(),
            refusals: REFUSALS.read(),
            rest_errors: REST_ERRORS.read(),
            reconnects: RECONNECTS.read(),
        }
    }

    /// What came since they were `earlier`.
    pub(super) fn since(self, earlier: Sums) -> Sums {
        Sums {
            requests: self.requests - earlier.requests,
            cards: self.cards - earlier.cards,
            refusals: self.refusals - earlier.refusals,
            rest_errors: self.rest_errors - earlier.rest_errors,
            reconnects: self.reconnects - earlier.reconnects,
        }
    }
}
