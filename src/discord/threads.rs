//! The threads that serve.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, available_parallelism};
use std::time::Duration;
use tokio::runtime::{Builder, Handle, Runtime};

/// A thread that the library spins on is lost to the others; somebody must be left to notice.
const FEWEST: usize = 2;

/// How long nobody may look at the clock and the network.
const UNWATCHED: Duration = Duration::from_secs(1);

/// Threads that go on serving while one of them is lost.
///
/// The one that takes what comes from the network also works on it. Where that work never ends (the library reads some
/// dead connections as fast as it can), the others sleep on, for nothing reaches them any more: no event, no
/// deadline. Something to do from outside wakes one, and that one takes over.
#[derive(Debug)]
pub struct Threads {
    /// Nothing once it has ended.
    runtime: Option<Runtime>,
    /// Dropped, it ends the waking.
    _awake: Sender<()>,
}

impl Threads {
    /// One for each processor, but no fewer than two.
    ///
    /// # Panics
    ///
    /// If the system gives us no threads.
    pub fn start() -> Threads {
        let processors = available_parallelism().map_or(FEWEST, usize::from);
        let runtime = Builder::new_multi_thread()
            .worker_threads(processors.max(FEWEST))
            .enable_all()
            .build()
            .expect("threads to run on");
        let (awake, end) = channel();
        let handle = runtime.handle().clone();
        thread::spawn(move || wake(&handle, &end));
        Threads {
            runtime: Some(runtime),
            _awake: awake,
        }
    }

    /// Works until `work` is done.
    pub fn block_on<T>(&self, work: impl Future<Output = T>) -> T {
        let runtime = self.runtime.as_ref().expect("it ends when it is dropped");
        runtime.block_on(work)
    }
}

impl Drop for Threads {
    /// Waits for none: one may be lost.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Wakes one of the threads again and again, until the `end`.
fn wake(threads: &Handle, end: &Receiver<()>) {
    while end.recv_timeout(UNWATCHED) == Err(RecvTimeoutError::Timeout) {
        threads.spawn(async {});
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hint::spin_loop;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Instant;

    #[test]
    fn a_thread_that_is_lost_holds_up_no_other() {
        let threads = Threads::start();
        let found = Arc::new(AtomicBool::new(false));
        let lost = Arc::clone(&found);
        let end = Instant::now() + 10 * UNWATCHED;
        threads.block_on(async {
            // It comes from the clock, so that whoever looks after the clock is lost with it.
            tokio::spawn(async move {
                tokio::time::sleep(Duration::from_millis(1)).await;
                while !lost.load(Ordering::Relaxed) && Instant::now() < end {
                    spin_loop();
                }
            });
            tokio::time::sleep(Duration::from_millis(100)).await;
        });
        found.store(true, Ordering::Relaxed);
        assert!(Instant::now() < end, "nobody looked at the clock");
    }
}
