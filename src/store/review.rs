//! Questions that wait for moderators, and what these teach.

use super::clash::twice;
use super::inner::{Database, either};
use super::lessons::{self, Due, Lesson, Report, Teaching};
use super::{Store, StoreError};
use crate::content::Slug;
use crate::text::without_controls;
use crate::who::{GuildId, Moderator};
use std::sync::Arc;
use time::OffsetDateTime;

impl Store {
    /// Keeps a question about `article` for the moderators of `guild`, without a name; gives its number. They see it from
    /// the minute in which it is `due`. Words that wait already wait once.
    ///
    /// # Errors
    ///
    /// [`Unkept::Full`], or the database does not answer.
    pub async fn report(
        &self,
        guild: GuildId,
        article: &Slug,
        words: &str,
        due: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        self.report_from(guild, article, words, None, due).await
    }

    /// The same, where the sealed `sender` may be told what moderators answer.
    ///
    /// # Errors
    ///
    /// [`Unkept::Full`], or the database does not answer.
    pub async fn report_from(
        &self,
        guild: GuildId,
        article: &Slug,
        words: &str,
        sender: Option<Vec<u8>>,
        due: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        let article = article.as_str().to_owned();
        let words = without_controls(words).into_owned();
        self.finished(async move |inner| {
            let kept = twice(|| async {
                either!(&inner.database, it => it.report(guild, &article, &words, sender.as_deref(), due).await)
            });
            let kept = inner.noted(kept.await);
            // What was not kept in the end may have been written before.
            if let Err(StoreError::Trouble(_) | StoreError::Unsure(_)) = kept {
                inner.wipe_soon();
            }
            kept
        })
        .await
    }

    /// What waits for the moderators of `guild`, the oldest first.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn reports(
        &self,
        moderator: Moderator,
        now: OffsetDateTime,
    ) -> Result<Vec<Report>, StoreError> {
        let (guild, too_old) = (moderator.guild(), lessons::too_old(now));
        let now = now.unix_timestamp();
        let rows =
            either!(&self.0.database, it => self.0.ask(|| it.waiting(guild, too_old, now)).await)?;
        Ok(rows.into_iter().filter_map(Report::read).collect())
    }

    /// What moderators may be told of at `now` and were not, of every server.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn due(&self, now: OffsetDateTime) -> Result<Vec<Due>, StoreError> {
        let now = now.unix_timestamp();
        let rows = either!(&self.0.database, it => self.0.ask(|| it.due(now)).await)?;
        let due = |(guild, number): (i64, i64)| Due {
            guild: GuildId(guild.cast_unsigned()),
            number: number.cast_unsigned(),
        };
        Ok(rows.into_iter().map(due).collect())
    }

    /// Notes that moderators are told of `due`; false where somebody did before, or it was dealt with.
    ///
    /// # Errors
    ///
    /// It still counts as untold.
    pub async fn told(&self, due: Due) -> Result<bool, StoreError> {
        self.finished(async move |inner| {
            let told = twice(|| async { either!(&inner.database, it => it.told(due).await) });
            inner.noted(told.await)
        })
        .await
    }

    /// Deletes the report `number`, which needs nothing more; whether it still waited. Within a minute its words are
    /// gone from the database's files.
    ///
    /// # Errors
    ///
    /// It still waits.
    pub async fn dismiss(&self, moderator: Moderator, number: u64) -> Result<bool, StoreError> {
        let guild = moderator.guild();
        self.finished(async move |inner| {
            let dealt =
                twice(|| async { either!(&inner.database, it => it.dealt(guild, number).await) });
            let dealt = inner.noted(dealt.await);
            // Kept or not: whether it was deleted may be unknown.
            inner.wipe_soon();
            dealt
        })
        .await
    }

    /// Makes a report an example of the server's own; gives everything it taught.
    ///
    /// # Errors
    ///
    /// Nothing was changed, or it is unknown whether.
    pub async fn teach(
        &self,
        moderator: Moderator,
        teaching: Teaching,
    ) -> Result<Arc<[Lesson]>, StoreError> {
        let guild = moderator.guild();
        let teaching = Teaching {
            words: without_controls(&teaching.words).into_owned(),
            ..teaching
        };
        self.finished(async move |inner| {
            let ticket = inner.memory.cache.ticket();
            let taught = twice(|| async {
                either!(&inner.database, it => it.teach(guild, &teaching).await)
            });
            let known = inner.learned(guild, ticket, taught.await);
            inner.wipe_soon();
            Ok(known?.taught)
        })
        .await
    }

    /// Takes the lesson `number` back; gives everything else it taught.
    ///
    /// # Errors
    ///
    /// Nothing was changed, or it is unknown whether.
    pub async fn unteach(
        &self,
        moderator: Moderator,
        number: u64,
    ) -> Result<Arc<[Lesson]>, StoreError> {
        let guild = moderator.guild();
        self.finished(async move |inner| {
            let ticket = inner.memory.cache.ticket();
            let taught =
                twice(|| async { either!(&inner.database, it => it.unteach(guild, number).await) });
            let known = inner.learned(guild, ticket, taught.await);
            inner.wipe_soon();
            Ok(known?.taught)
        })
        .await
    }
}
