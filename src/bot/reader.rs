//! The thread on which the encoder reads, and the short queue before it.
//!
//! It takes some ten milliseconds a message. Whoever finds the queue full is answered by words alone, at once: late
//! for Discord is worse than a little less understood.

use crate::encoder::{Encoder, Sense};
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};
use tokio::sync::oneshot;
use tracing::warn;

/// So many messages wait at most: at 40 ms for the longest, the last of them for a third of a second.
const WAITING: usize = 8;

/// How often the log says how many were answered by words alone.
const TOLD: Duration = Duration::from_secs(60);

/// The queue before the encoder's thread, which ends with it.
#[derive(Debug)]
pub(super) struct Readers {
    queue: Option<SyncSender<Waiting>>,
    missed: Mutex<Missed>,
}

/// A message that waits, and who waits for what the encoder makes of it.
#[derive(Debug)]
struct Waiting {
    text: String,
    heard: oneshot::Sender<Sense>,
}

/// Messages that found the queue full since the log was told, and when that was.
#[derive(Debug, Default)]
struct Missed {
    count: u64,
    told: Option<Instant>,
}

impl Readers {
    /// Starts the thread, if there is an encoder.
    pub(super) fn start(encoder: Option<&Arc<Encoder>>) -> Readers {
        Readers::reading(encoder.map(|encoder| {
            let encoder = Arc::clone(encoder);
            move |text: &str| encoder.read(text)
        }))
    }

    pub(super) fn reading(read: Option<impl Fn(&str) -> Sense + Send + 'static>) -> Readers {
        let queue = read.map(|read| {
            let (queue, waiting) = sync_channel(WAITING);
            let reading = thread::Builder::new().name("encoder".to_owned());
            let started = reading.spawn(move || serve(read, &waiting));
            started.expect("the system starts one more thread");
            queue
        });
        Readers {
            queue,
            missed: Mutex::default(),
        }
    }

    /// What the encoder makes of `text`; nothing if too many wait already, which `now` is told to the log.
    pub(super) async fn sense(&self, text: &str, now: Instant) -> Option<Sense> {
        let (heard, hears) = oneshot::channel();
        let waiting = Waiting {
            text: text.to_owned(),
            heard,
        };
        match self.queue.as_ref()?.try_send(waiting) {
            Ok(()) => hears.await.ok(),
            Err(_) => {
                self.miss(now);
                None
            }
        }
    }

    /// Counts one more, and tells the log: the first at once, the others once in a while.
    fn miss(&self, now: Instant) {
        let mut missed = self.missed.lock().expect("no panic while counting");
        missed.count += 1;
        let soon = missed
            .told
            .is_some_and(|told| now.duration_since(told) < TOLD);
        if !soon {
            warn!(
                messages = missed.count,
                "more is asked than the encoder can read; words alone answered"
            );
            *missed = Missed {
                count: 0,
                told: Some(now),
            };
        }
    }
}

/// Reads whatever waits until nobody can ask any more. Who no longer waits is passed over.
fn serve(read: impl Fn(&str) -> Sense, waiting: &Receiver<Waiting>) {
    for Waiting { text, heard } in waiting {
        if !heard.is_closed() {
            let _ = heard.send(read(&text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[tokio::test]
    async fn who_finds_the_queue_full_is_told_at_once_and_the_others_are_heard() {
        let (open, gate) = channel::<()>();
        let (begin, begun) = channel::<()>();
        let readers = Arc::new(Readers::reading(Some(move |_: &str| {
            let _ = begin.send(());
            let _ = gate.recv();
            Sense::default()
        })));
        let ask = || {
            let readers = Arc::clone(&readers);
            tokio::spawn(async move { readers.sense("why", Instant::now()).await })
        };
        let mut asked = vec![ask()];
        tokio::task::yield_now().await;
        begun.recv().expect("the first is being read");
        asked.extend((0..WAITING).map(|_| ask()));
        tokio::task::yield_now().await;
        assert_eq!(readers.sense("why", Instant::now()).await, None);
        drop(open);
        for heard in asked {
            assert_eq!(heard.await.expect("no panic"), Some(Sense::default()));
        }
    }

    #[tokio::test]
    async fn without_an_encoder_nothing_is_waited_for() {
        let readers = Readers::start(None);
        assert_eq!(readers.sense("why", Instant::now()).await, None);
    }
}
