//! The files, looked at again and again: whoever edits them in any editor sees on the page what it does.

use super::desk::Desk;
use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::task::spawn_blocking;
use tokio::time::{MissedTickBehavior, interval};

/// How often the files are looked at: a page that follows within a second leaves most of it to reading and learning. It
/// asks the system for a hundred dates, a tenth of a millisecond.
const ROUND: Duration = Duration::from_millis(200);

/// Folders deeper than this below the author's are nobody's.
const DEPTH: usize = 4;

/// Every file with its date and its size, in order.
pub(super) type Seen = Vec<(PathBuf, Option<SystemTime>, u64)>;

/// Reads everything once.
pub(super) async fn read(desk: &Arc<Desk>) {
    let reading = Arc::clone(desk);
    // Whoever reads for half a second keeps nobody waiting here.
    if let Ok(read) = spawn_blocking(move || (reading.read)()).await {
        desk.take(read).await;
    }
}

/// Reads everything anew whenever a file is no longer as it was `seen`.
pub(super) async fn follow(desk: &Arc<Desk>, mut seen: Seen) -> Infallible {
    let mut rounds = interval(ROUND);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        rounds.tick().await;
        let now = self::seen(desk).await;
        if now != seen {
            // What changes while we read is seen at the next round.
            seen = now;
            read(desk).await;
        }
    }
}

/// Every file as it is now.
pub(super) async fn seen(desk: &Arc<Desk>) -> Seen {
    let options = desk.options.clone();
    let looked = spawn_blocking(move || {
        let mut seen = Vec::new();
        look(&options.content, DEPTH, &mut seen);
        look(&options.config, 0, &mut seen);
        options
            .questions
            .iter()
            .for_each(|file| look(file, 0, &mut seen));
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
