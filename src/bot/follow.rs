//! The author's files, looked at again and again: whoever edits them in any editor sees what it does.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::task::spawn_blocking;
use tokio::time::{Interval, MissedTickBehavior, interval};

/// How often the files are looked at: who follows within a second leaves most of it to reading and learning. It asks the
/// system for a hundred dates, a tenth of a millisecond.
const ROUND: Duration = Duration::from_millis(200);

/// Folders deeper than this below the author's are nobody's.
const DEPTH: usize = 4;

/// Files and folders that are followed.
#[derive(Debug)]
pub struct Followed {
    paths: Arc<[PathBuf]>,
    seen: Seen,
    rounds: Interval,
}

/// Every file with its date and its size, in order.
type Seen = Vec<(PathBuf, Option<SystemTime>, u64)>;

impl Followed {
    /// What is at `paths` and below them, as it is now.
    pub async fn of(paths: impl IntoIterator<Item = PathBuf>) -> Followed {
        let mut rounds = interval(ROUND);
        rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let paths: Arc<[PathBuf]> = paths.into_iter().collect();
        Followed {
            seen: seen(&paths).await,
            paths,
            rounds,
        }
    }

    /// Waits until something is no longer as it was seen last.
    pub async fn changed(&mut self) {
        while !self.is_other().await {}
    }

    /// Waits until something changed, and then until nothing does for a round: whoever saves several files has done so.
    pub async fn settled(&mut self) {
        self.changed().await;
        while self.is_other().await {}
    }

    /// Whether, at the next round, something is no longer as it was seen last.
    async fn is_other(&mut self) -> bool {
        self.rounds.tick().await;
        let now = seen(&self.paths).await;
        let is_other = now != self.seen;
        self.seen = now;
        is_other
    }
}

/// Every file at `paths` and below them, as it is now.
async fn seen(paths: &Arc<[PathBuf]>) -> Seen {
    let paths = Arc::clone(paths);
    let looked = spawn_blocking(move || {
        let mut seen = Vec::new();
        paths.iter().for_each(|path| look(path, DEPTH, &mut seen));
        seen.sort();
        seen
    });
    looked.await.unwrap_or_default()
}

/// Notes every file at `path` and below it; names that begin with a dot belong to a tool.
fn look(path: &Path, depth: usize, seen: &mut Seen) {
    let Ok(about) = fs::metadata(path) else {
        return;
    };
    if !about.is_dir() {
        seen.push((path.to_owned(), about.modified().ok(), about.len()));
        return;
    }
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        if !entry.file_name().to_string_lossy().starts_with('.') {
            look(&entry.path(), depth, seen);
        }
    }
}
