//! How many requests are on their way at once. Each takes a descriptor, of which a process has few.

use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout_at};

/// So many are on their way at once: Discord itself takes fifty a second.
const LINES: usize = 50;

/// So many of them may be messages. The others stay free for interactions, whose answers keep three seconds.
const FOR_MESSAGES: usize = 40;

/// So many requests wait for their turn, a few kilobytes each. More would be too old before theirs came.
const WAITING: usize = 5_000;

/// Whether a request can wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::discord) enum Patience {
    /// The answer to an interaction, which came at this moment.
    Interaction(Instant),
    /// A message, from this moment on.
    Message(Instant),
}

/// Discord takes an interaction's answer for three seconds; the rest of them is the way there.
const INTERACTION: Duration = Duration::from_millis(2_900);

/// Whoever writes to us looks at the screen for so long.
const MESSAGE: Duration = Duration::from_secs(30);

impl Patience {
    /// When nobody waits any more.
    pub(super) fn ends(self) -> Instant {
        match self {
            Patience::Interaction(came) => came + INTERACTION,
            Patience::Message(begun) => begun + MESSAGE,
        }
    }
}

/// Why a request did not get a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoLine {
    /// Its turn did not come in time.
    Late,
    /// Too many waited before it.
    Crowd,
}

/// The lines that requests take.
#[derive(Debug)]
pub(super) struct Lines {
    all: Semaphore,
    messages: Semaphore,
    waiting: Semaphore,
}

/// A line, as long as it is held.
#[derive(Debug)]
#[must_use = "the line is free again once this is dropped"]
pub(super) struct Taken<'l> {
    _message: Option<SemaphorePermit<'l>>,
    _line: SemaphorePermit<'l>,
}

impl Lines {
    pub(super) const fn new() -> Lines {
        Lines {
            all: Semaphore::const_new(LINES),
            messages: Semaphore::const_new(FOR_MESSAGES),
            waiting: Semaphore::const_new(WAITING),
        }
    }

    /// A line, in the order in which requests come.
    pub(super) async fn take(&self, patience: Patience) -> Result<Taken<'_>, NoLine> {
        let _waits = self.waiting.try_acquire().map_err(|_| NoLine::Crowd)?;
        let turn = async {
            let message = match patience {
                Patience::Message(_) => Some(self.messages.acquire().await),
                Patience::Interaction(_) => None,
            };
            let message = message.transpose().expect("it is never closed");
            let line = self.all.acquire().await.expect("it is never closed");
            Taken {
                _message: message,
                _line: line,
            }
        };
        let turn = timeout_at(patience.ends(), turn).await;
        turn.map_err(|_| NoLine::Late)
    }

    /// A line, if one is free that nobody waits for.
    pub(super) fn spare(&self) -> Option<Taken<'_>> {
        let message = self.messages.try_acquire().ok()?;
        let line = self.all.try_acquire().ok()?;
        Some(Taken {
            _message: Some(message),
            _line: line,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Patience for what is there at once, and for nothing later.
    const NONE: [fn() -> Patience; 2] = [
        || Patience::Message(Instant::now() - MESSAGE),
        || Patience::Interaction(Instant::now() - INTERACTION),
    ];

    #[tokio::test]
    async fn messages_leave_lines_to_interactions_and_wait_their_turn() {
        let (lines, [message, interaction]) = (Lines::new(), NONE);
        let mut taken = Vec::new();
        for _ in 0..FOR_MESSAGES {
            taken.push(lines.take(message()).await.expect("a line"));
        }
        assert!(lines.spare().is_none());
        assert_eq!(lines.take(message()).await.unwrap_err(), NoLine::Late);
        for _ in FOR_MESSAGES..LINES {
            taken.push(lines.take(interaction()).await.expect("a line"));
        }
        assert_eq!(lines.take(interaction()).await.unwrap_err(), NoLine::Late);
        drop(taken);
        assert!(lines.spare().is_some());
    }

    #[tokio::test]
    async fn whoever_comes_behind_too_many_is_told_so_and_does_not_wait() {
        let lines = Lines::new();
        let crowd = u32::try_from(WAITING).expect("a few thousand");
        let waiting = lines.waiting.try_acquire_many(crowd).expect("nobody waits");
        let patience = Patience::Message(Instant::now());
        assert_eq!(lines.take(patience).await.unwrap_err(), NoLine::Crowd);
        drop(waiting);
        assert!(lines.take(patience).await.is_ok());
    }
}
