//! What moderators answer to those who sent them something, and whom to tell: sealed, and for a week at most.

use super::clash::twice;
use super::inner::{Database, either};
use super::sql::guild;
use super::{Store, StoreError};
use crate::text::without_controls;
use crate::who::{GuildId, Moderator};
use time::{Duration, OffsetDateTime};

/// How long it is kept whom to tell, and what: who does not come back within it does not wait any more.
pub const NOTE_KEPT: Duration = Duration::days(7);

/// So many answers wait in all servers together; beyond it the later ones wait for those before them.
const NOTES: i64 = 10_000;

/// An answer that waits for whoever sent the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its number, which no other ever has.
    pub number: u64,
    /// Whose moderators wrote it.
    pub guild: GuildId,
    /// Whom to tell, sealed.
    pub sender: Vec<u8>,
}

/// An answer: number, server, sealed sender.
pub(super) type NoteRow = (i64, i64, Vec<u8>);

pub(super) const ANSWER: &str = "INSERT INTO note (guild, at, sender, words) \
    SELECT guild, $3, sender, $4 FROM report \
    WHERE guild = $1 AND number = $2 AND sender IS NOT NULL AND at > $5";
pub(super) const ANSWERED: &str =
    "UPDATE report SET sender = NULL WHERE guild = $1 AND number = $2";
pub(super) const NOTES_OPEN: &str =
    "SELECT number, guild, sender FROM note WHERE at > $1 ORDER BY number LIMIT $2";
pub(super) const SENDERS: &str =
    "SELECT number, guild, sender FROM report WHERE sender IS NOT NULL";
pub(super) const DELIVER: &str =
    "DELETE FROM note WHERE guild = $1 AND number = $2 RETURNING words";
pub(super) const FORGET: &str = "DELETE FROM note WHERE guild = $1 AND number = $2";
pub(super) const EXPIRE_NOTES: &str = "DELETE FROM note WHERE at <= $1";
pub(super) const EXPIRE_SENDERS: &str =
    "UPDATE report SET sender = NULL WHERE at <= $1 AND sender IS NOT NULL";

/// The second at or before which it is over at `now`.
pub(super) fn over(now: OffsetDateTime) -> i64 {
    (now - NOTE_KEPT).unix_timestamp()
}

fn note((number, server, sender): NoteRow) -> Note {
    Note {
        number: number.cast_unsigned(),
        guild: guild(server),
        sender,
    }
}

impl Store {
    /// Keeps `words` for whoever sent the report `number`; false where nobody can be told any more. The report waits on,
    /// and is answered once.
    ///
    /// # Errors
    ///
    /// Nothing was kept, or it is unknown whether.
    pub async fn answer(
        &self,
        moderator: Moderator,
        number: u64,
        words: &str,
        now: OffsetDateTime,
    ) -> Result<bool, StoreError> {
        let server = moderator.guild();
        let (at, over) = (now.unix_timestamp(), over(now));
        let words = without_controls(words).into_owned();
        self.finished(async move |inner| {
            let kept = twice(|| async {
                either!(&inner.database, it => it.answer(server, number, &words, (at, over)).await)
            });
            let kept = inner.noted(kept.await);
            // What was not kept in the end may have been written before.
            inner.wipe_soon();
            kept
        })
        .await
    }

    /// What waits for those who sent reports, in every server.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn notes(&self, now: OffsetDateTime) -> Result<Vec<Note>, StoreError> {
        let since = over(now);
        let rows = either!(&self.0.database, it => self.0.ask(|| it.notes(since, NOTES)).await)?;
        Ok(rows.into_iter().map(note).collect())
    }

    /// The words of a note, which is gone from then on: of two who ask at once, one gets them. Within a minute they are
    /// gone from the database's files.
    ///
    /// # Errors
    ///
    /// It may wait on.
    pub async fn deliver(&self, note: &Note) -> Result<Option<String>, StoreError> {
        let (server, number) = (note.guild, note.number);
        self.finished(async move |inner| {
            let told = twice(|| async {
                either!(&inner.database, it => it.deliver(server, number).await)
            });
            let told = inner.noted(told.await);
            // Told or not: whether it was deleted may be unknown.
            inner.wipe_soon();
            told
        })
        .await
    }

    /// Forgets whom to tell where `theirs` says so of who is sealed, and what they were to be told.
    ///
    /// # Errors
    ///
    /// Some of it may still be kept.
    pub async fn forget_senders(&self, theirs: impl Fn(&Note) -> bool) -> Result<(), StoreError> {
        let rows = either!(&self.0.database, it => self.0.ask(|| it.senders()).await)?;
        let notes = either!(&self.0.database, it => self.0.ask(|| it.notes(0, i64::MAX)).await)?;
        let theirs = |rows: Vec<NoteRow>| -> Vec<(GuildId, u64)> {
            let rows = rows.into_iter().map(note).filter(&theirs);
            rows.map(|it| (it.guild, it.number)).collect()
        };
        let (reports, notes) = (theirs(rows), theirs(notes));
        if reports.is_empty() && notes.is_empty() {
            return Ok(());
        }
        let gone =
            either!(&self.0.database, it => self.0.chore(|| it.unsend(&reports, &notes)).await);
        self.0.wipe_soon();
        gone
    }

    /// Forgets whom to tell, and what, where the week is over.
    pub(super) async fn expire_notes(&self, now: OffsetDateTime) -> Result<(), StoreError> {
        let over = over(now);
        either!(&self.0.database, it => self.0.chore(|| it.expire_notes(over)).await)
    }
}

/// Gives `$database` what moderators answer.
macro_rules! notes {
    ($database:ty) => {
        impl $database {
            /// Keeps an answer, unless nobody can be told; whether it is kept.
            pub(super) async fn answer(
                &self,
                server: GuildId,
                number: u64,
                words: &str,
                (at, over): (i64, i64),
            ) -> Result<bool, StoreError> {
                let kept = in_time(async {
                    let mut tx = self.begin().await?;
                    let keep = sqlx::query(note::ANSWER).bind(key(server));
                    let keep = keep.bind(number.cast_signed()).bind(at).bind(words);
                    let kept = keep.bind(over).execute(&mut *tx).await?.rows_affected();
                    Self::one(&mut tx, note::ANSWERED, server, number).await?;
                    Ok::<_, StoreError>((tx, kept > 0))
                });
                let (tx, kept) = kept.await?;
                Self::commit(tx).await?;
                Ok(kept)
            }

            pub(super) async fn notes(
                &self,
                since: i64,
                most: i64,
            ) -> Result<Vec<note::NoteRow>, sqlx::Error> {
                let open = sqlx::query_as(note::NOTES_OPEN).bind(since).bind(most);
                open.fetch_all(self.read()).await
            }

            pub(super) async fn senders(&self) -> Result<Vec<note::NoteRow>, sqlx::Error> {
                sqlx::query_as(note::SENDERS).fetch_all(self.read()).await
            }

            pub(super) async fn deliver(
                &self,
                server: GuildId,
                number: u64,
            ) -> Result<Option<String>, StoreError> {
                let mut tx = self.begin().await?;
                let words = sqlx::query_scalar(note::DELIVER).bind(key(server));
                let words = words.bind(number.cast_signed());
                let words: Option<String> = words.fetch_optional(&mut *tx).await?;
                Self::commit(tx).await?;
                Ok(words)
            }

            /// Forgets who sent these reports, and these notes.
            pub(super) async fn unsend(
                &self,
                reports: &[(GuildId, u64)],
                notes: &[(GuildId, u64)],
            ) -> Result<(), StoreError> {
                let mut tx = self.begin().await?;
                for (server, number) in reports {
                    Self::one(&mut tx, note::ANSWERED, *server, *number).await?;
                }
                for (server, number) in notes {
                    Self::one(&mut tx, note::FORGET, *server, *number).await?;
                }
                Self::commit(tx).await
            }

            pub(super) async fn expire_notes(&self, over: i64) -> Result<(), StoreError> {
                let mut tx = self.begin().await?;
                for expire in [note::EXPIRE_NOTES, note::EXPIRE_SENDERS] {
                    sqlx::query(expire).bind(over).execute(&mut *tx).await?;
                }
                Self::commit(tx).await
            }
        }
    };
}

pub(super) use notes;
