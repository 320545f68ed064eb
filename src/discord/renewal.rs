//! What the author and the operator changed while we serve, taken over where they ask for it or when it is seen.

use crate::bot::{Bot, Followed, Knowledge};
use crate::config::Config;
use crate::content::Mistake;
use std::convert::Infallible;
use std::future::pending;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::select;
use tokio::signal::unix::Signal;
use tokio::sync::watch::Sender;
use tokio::task::spawn_blocking;
use tracing::{error, info, warn};

/// Lets what `read` reads take the place of what serves, each time it is `asked` for and whenever something at `followed`
/// changes; a mistake in it keeps what serves, and is told with its file and line. We were started with `first`.
pub(super) async fn renewed(
    serving: &Sender<Arc<Bot>>,
    first: &Config,
    (mut asked, followed): (Signal, Option<PathBuf>),
    read: impl Fn() -> Result<(Knowledge, Config), Vec<Mistake>> + Send + Sync + 'static,
) -> Infallible {
    let read = Arc::new(read);
    let mut files = match followed {
        Some(path) => Some(Followed::of([path]).await),
        None => None,
    };
    loop {
        select! {
            Some(()) = asked.recv() => (),
            () = settled(&mut files) => (),
        }
        let read = Arc::clone(&read);
        // It takes half a second, which nobody who asks shall wait.
        match spawn_blocking(move || read()).await {
            Ok(Ok((knowledge, config))) => renew(serving, first, knowledge, &config),
            Ok(Err(mistakes)) => tell(&mistakes),
            // One that panicked has told its place.
            Err(_) => tell(&[]),
        }
    }
}

/// Waits until somebody changed `files`; for ever where nobody follows them.
async fn settled(files: &mut Option<Followed>) {
    match files {
        Some(files) => files.settled().await,
        None => pending().await,
    }
}

fn renew(serving: &Sender<Arc<Bot>>, first: &Config, knowledge: Knowledge, config: &Config) {
    let bot = serving.borrow().knowing(Arc::new(knowledge));
    let bot = bot
        .outside(config.outside)
        .leading_to(config.addresses.clone());
    serving.send_replace(Arc::new(bot));
    info!("Content and configuration are read anew.");
    if !config.serves_like(first) {
        warn!(
            "What changed in [content], [discord], [store], [watch] and [log] holds from the next start."
        );
    }
}

fn tell(mistakes: &[Mistake]) {
    for mistake in mistakes {
        error!("{mistake}");
    }
    error!("Content and configuration stay as they were.");
}
