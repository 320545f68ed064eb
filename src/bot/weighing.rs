//! Whose turn it is to weigh a lesson: it takes a core for a tenth of a second, and everybody else needs that core too.

use crate::who::GuildId;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// So long somebody waits for their turn: Discord waits three seconds for the answer, and that must still be found.
const PATIENCE: Duration = Duration::from_secs(1);

/// Lets one lesson be weighed at a time, and one more of every server wait.
#[derive(Debug)]
pub(super) struct Weighing {
    one: Arc<Semaphore>,
    waiting: Mutex<HashSet<GuildId>>,
}

/// The turn, until it is dropped.
pub(super) type Turn = OwnedSemaphorePermit;

/// A place in the queue, until it is dropped.
struct Waits<'w> {
    weighing: &'w Weighing,
    server: GuildId,
}

impl Default for Weighing {
    fn default() -> Weighing {
        Weighing {
            one: Arc::new(Semaphore::new(1)),
            waiting: Mutex::default(),
        }
    }
}

impl Weighing {
    /// Waits for the turn of `server`; nothing where another of it waits already, or it takes too long.
    pub(super) async fn turn(&self, server: GuildId) -> Option<Turn> {
        let _waits = self.waits(server)?;
        let turn = Arc::clone(&self.one).acquire_owned();
        timeout(PATIENCE, turn).await.ok()?.ok()
    }

    fn waits(&self, server: GuildId) -> Option<Waits<'_>> {
        let first = self.waiting().insert(server);
        first.then_some(Waits {
            weighing: self,
            server,
        })
    }

    fn waiting(&self) -> MutexGuard<'_, HashSet<GuildId>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        self.weighing.waiting().remove(&self.server);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use std::pin::pin;
    use std::task::Poll;

    const OURS: GuildId = GuildId(1);
    const THEIRS: GuildId = GuildId(2);

    /// What `future` gives at once; nothing if it waits.
    async fn at_once<T>(mut future: std::pin::Pin<&mut impl Future<Output = T>>) -> Option<T> {
        poll_fn(|context| match future.as_mut().poll(context) {
            Poll::Ready(value) => Poll::Ready(Some(value)),
            Poll::Pending => Poll::Ready(None),
        })
        .await
    }

    #[tokio::test]
    async fn one_is_weighed_and_one_of_each_server_waits() {
        let weighing = Weighing::default();
        let turn = weighing.turn(OURS).await.expect("nobody else is there");
        let mut next = pin!(weighing.turn(OURS));
        assert!(at_once(next.as_mut()).await.is_none(), "it waits");
        let mut theirs = pin!(weighing.turn(THEIRS));
        assert!(at_once(theirs.as_mut()).await.is_none(), "it waits too");
        assert!(
            weighing.turn(OURS).await.is_none(),
            "the third is sent away"
        );
        drop(turn);
        let turn = at_once(next.as_mut()).await.flatten();
        assert!(turn.is_some() && at_once(theirs.as_mut()).await.is_none());
        drop(turn);
        assert!(at_once(theirs.as_mut()).await.flatten().is_some());
        assert!(weighing.waiting().is_empty());
    }

    #[tokio::test]
    async fn who_no_longer_waits_leaves_no_place_taken() {
        let weighing = Weighing::default();
        let _turn = weighing.turn(OURS).await.expect("nobody else is there");
        {
            let mut gone = pin!(weighing.turn(OURS));
            assert!(at_once(gone.as_mut()).await.is_none());
        }
        assert!(weighing.waiting().is_empty());
    }
}
