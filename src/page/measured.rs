//! The coverage that was measured last, or is being measured.

use super::coverage::{Measured, Of, measure};
use super::desk::{Desk, Standing};
use super::served::served;
use std::sync::{Arc, MutexGuard, PoisonError};
use tokio::task::spawn_blocking;

/// Begins to measure the article that `slug` names as `standing` has it, unless that was done or something else is being
/// measured.
pub(super) fn begin(desk: &Arc<Desk>, standing: &Standing, slug: Option<&str>) {
    let Some(bot) = standing.bot.clone() else {
        return;
    };
    let of = Of {
        slug: served(&bot, slug).article.slug.to_string(),
        state: standing.number,
    };
    match &mut *measured(desk) {
        Measured::Running => return,
        Measured::Done(done, _) if *done == of => return,
        place => *place = Measured::Running,
    }
    let desk = Arc::clone(desk);
    tokio::spawn(async move {
        let (options, slug) = (desk.options.clone(), of.slug.clone());
        let measuring = spawn_blocking(move || measure(&options, &bot, Some(&slug)));
        // One that panicked has told its place.
        let coverage = measuring.await.unwrap_or_else(|_| Err(Vec::new()));
        *measured(&desk) = Measured::Done(of, coverage.map(Box::new));
        desk.changed();
    });
}

/// What is measured now.
pub(super) fn measured(desk: &Desk) -> MutexGuard<'_, Measured> {
    desk.measured.lock().unwrap_or_else(PoisonError::into_inner)
}
