//! What was taught, brought in from a file or forgotten all at once.

use super::clash::twice;
use super::inner::{Database, either};
use super::lessons::Lesson;
use super::{Store, StoreError};
use crate::settings::CarriedLesson;
use crate::text::without_controls;
use crate::who::Moderator;
use std::sync::Arc;

impl Store {
    /// Teaches what was `brought`, all of it or nothing; what was taught before stays. Gives everything that is taught.
    ///
    /// # Errors
    ///
    /// [`Unkept::Full`](super::Unkept::Full), or nothing was changed, or it is unknown whether.
    pub async fn bring(
        &self,
        moderator: Moderator,
        brought: &[CarriedLesson],
    ) -> Result<Arc<[Lesson]>, StoreError> {
        let guild = moderator.guild();
        let brought = brought.iter().map(|lesson| CarriedLesson {
            words: without_controls(&lesson.words).into_owned(),
            ..lesson.clone()
        });
        let brought: Vec<CarriedLesson> = brought.collect();
        self.finished(async move |inner| {
            let ticket = inner.memory.cache.ticket();
            let taught =
                twice(|| async { either!(&inner.database, it => it.bring(guild, &brought).await) });
            Ok(inner.learned(guild, ticket, taught.await)?.taught)
        })
        .await
    }

    /// Forgets everything that was taught in the server of `moderator`. Within a minute the words are gone from the
    /// database's files.
    ///
    /// # Errors
    ///
    /// Nothing was changed, or it is unknown whether.
    pub async fn unteach_all(&self, moderator: Moderator) -> Result<(), StoreError> {
        let guild = moderator.guild();
        self.finished(async move |inner| {
            let ticket = inner.memory.cache.ticket();
            let gone =
                twice(|| async { either!(&inner.database, it => it.unteach_all(guild).await) });
            inner.learned(guild, ticket, gone.await)?;
            inner.wipe_soon();
            Ok(())
        })
        .await
    }
}
