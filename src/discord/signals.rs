//! What the operator tells the running program: to end (ctrl-c, SIGTERM), and to read its files anew (SIGHUP).
//!
//! Both are heard from the first moment on, and a start may learn for seconds. The system ends whoever does not hear a
//! SIGHUP, and systemd takes that for an end that was wanted.

use std::process::exit;
use tokio::runtime::Runtime;
use tokio::select;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// The operator's signals, and the threads that hear them.
#[derive(Debug)]
pub struct Signals {
    pub(super) runtime: Runtime,
    /// Tells us to end.
    pub(super) end: CancellationToken,
    /// Asks us to read our files anew; what was asked before anybody listened is not forgotten.
    pub(super) renewal: Signal,
}

impl Signals {
    /// Hears them from now on.
    ///
    /// # Panics
    ///
    /// If the system gives us no threads, or no signals.
    pub fn hear() -> Signals {
        let runtime = Runtime::new().expect("threads to run on");
        let end = CancellationToken::new();
        let renewal = {
            let _inside = runtime.enter();
            let signals = [SignalKind::interrupt(), SignalKind::terminate()];
            tokio::spawn(tell(signals.map(heard), end.clone()));
            heard(SignalKind::hangup())
        };
        Signals {
            runtime,
            end,
            renewal,
        }
    }

    /// What `work` gives, unless the program ends meanwhile: it has begun nothing yet that would have to be finished.
    pub fn during<T>(&self, work: impl FnOnce() -> T) -> T {
        let ends = self.runtime.spawn(leave(self.end.clone()));
        let done = work();
        ends.abort();
        done
    }
}

fn heard(kind: SignalKind) -> Signal {
    signal(kind).expect("a handler for a signal of ours")
}

async fn tell([mut one, mut other]: [Signal; 2], end: CancellationToken) {
    select! {
        _ = one.recv() => (),
        _ = other.recv() => (),
    }
    end.cancel();
}

async fn leave(end: CancellationToken) {
    end.cancelled().await;
    exit(0);
}
