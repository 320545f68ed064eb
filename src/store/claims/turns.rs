//! Turns to begin a session: one at a time in each row, whichever process it is.

use super::Turn;
use super::lines::Line;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::oneshot;

/// The turns of this process, by row.
#[derive(Debug, Default)]
pub(super) struct Turns {
    waiting: Vec<Row>,
    beginning: BTreeMap<i64, Beginning>,
}

/// Who waits for a turn.
#[derive(Debug)]
struct Row {
    row: i64,
    apart: Duration,
    given: oneshot::Sender<Turn>,
}

/// Whose turn it is.
#[derive(Debug)]
struct Beginning {
    begun: Arc<AtomicBool>,
    apart: Duration,
}

impl Turns {
    pub(super) fn wait(&mut self, row: i64, apart: Duration, given: oneshot::Sender<Turn>) {
        self.waiting.push(Row { row, apart, given });
    }

    /// Notes that the connection is gone which kept others out.
    pub(super) fn lose(&mut self) {
        self.beginning.clear();
    }

    /// Ends the turns that were used, and gives those that come.
    pub(super) async fn round(&mut self, line: &mut Line) -> Result<(), sqlx::Error> {
        let over = self.beginning.iter().filter(|(_, it)| it.is_over());
        let over: Vec<i64> = over.map(|(row, _)| *row).collect();
        for row in over {
            if let Some(turn) = self.beginning.remove(&row) {
                if turn.begun.load(Ordering::Acquire) {
                    line.begun(row, turn.apart).await?;
                }
                line.leave_row(row).await?;
            }
        }
        self.waiting.retain(|row| !row.given.is_closed());
        let rows: Vec<i64> = self.waiting.iter().map(|row| row.row).collect();
        for row in rows {
            if self.beginning.contains_key(&row) {
                continue;
            }
            let Some(wait) = line.take_row(row).await? else {
                continue;
            };
            let Some(first) = self.waiting.iter().position(|waits| waits.row == row) else {
                continue;
            };
            let first = self.waiting.remove(first);
            let begun = Arc::<AtomicBool>::default();
            let turn = Turn {
                wait,
                begun: Arc::clone(&begun),
            };
            let apart = first.apart;
            // Written before it is given: whoever is stopped right after it began tells nobody any more.
            line.begun(row, wait + apart).await?;
            self.beginning.insert(row, Beginning { begun, apart });
            // Whoever is gone drops it, and the next round sees that.
            let _ = first.given.send(turn);
        }
        Ok(())
    }
}

impl Beginning {
    /// Whether it was used, or whoever had it is gone.
    fn is_over(&self) -> bool {
        self.begun.load(Ordering::Acquire) || Arc::strong_count(&self.begun) == 1
    }
}
