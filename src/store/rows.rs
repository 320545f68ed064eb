//! The rows that are kept, and the statements that both databases understand.

use super::sql::guild;
use crate::settings::Change;
use crate::who::{GuildId, UserId};
use time::OffsetDateTime;

/// A server and the second in which it left.
pub(super) type KeptRow = (i64, Option<i64>);

/// A change on its way into the database.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    pub(super) guild: GuildId,
    pub(super) by: UserId,
    pub(super) change: Change,
    pub(super) at: OffsetDateTime,
}

/// A server of which something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which.
    pub guild: GuildId,
    /// When it removed the bot, if it did.
    pub left: Option<OffsetDateTime>,
}

pub(super) const LOAD: &str =
    "SELECT document, revision, form, lessons FROM server WHERE guild = $1";
/// The same, keeping the row from others until the end.
pub(super) const LOAD_ALONE: &str =
    "SELECT document, revision, form, lessons FROM server WHERE guild = $1 FOR UPDATE";
pub(super) const CLAIM: &str = "INSERT INTO server (guild, revision, form, document) \
    VALUES ($1, 0, $2, '{}') ON CONFLICT (guild) DO NOTHING";
pub(super) const SAVE: &str =
    "UPDATE server SET revision = $2, form = $3, document = $4, left_at = NULL WHERE guild = $1";
pub(super) const RECORD: &str =
    "INSERT INTO history (guild, revision, at, who, what) VALUES ($1, $2, $3, $4, $5)";
pub(super) const TRIM: &str = "DELETE FROM history WHERE guild = $1 AND revision <= $2";
pub(super) const TELL: &str =
    "SELECT revision, at, who, what FROM history WHERE guild = $1 ORDER BY revision DESC";
pub(super) const LEAVE: &str =
    "UPDATE server SET left_at = $2 WHERE guild = $1 AND left_at IS NULL";
pub(super) const RETURN: &str =
    "UPDATE server SET left_at = NULL WHERE guild = $1 AND left_at IS NOT NULL";
pub(super) const SWEEP: &str = "DELETE FROM server WHERE left_at <= $1 RETURNING guild";
pub(super) const FORGET: &str = "UPDATE history SET who = NULL WHERE who = $1";
pub(super) const KEPT: &str = "SELECT guild, left_at FROM server ORDER BY guild";

impl Kept {
    /// What a row says.
    pub(super) fn read((key, left): KeptRow) -> Kept {
        Kept {
            guild: guild(key),
            left: left.and_then(|at| OffsetDateTime::from_unix_timestamp(at).ok()),
        }
    }
}

/// Gives `$database` every reading and writing. It brings `read()`, `begin()`, `announce()` and `wipe()`, and
/// [`lessons`](super::lessons) the rest.
macro_rules! rows {
    ($database:ty, $transaction:ty) => {
        impl $database {
            pub(super) async fn load(&self, guild: GuildId) -> Result<Option<Row>, sqlx::Error> {
                let row = sqlx::query_as(rows::LOAD).bind(key(guild));
                row.fetch_optional(self.read()).await
            }

            pub(super) async fn change(&self, edit: &Edit) -> Result<Known, StoreError> {
                let (transaction, known) = in_time(self.prepare(edit)).await?;
                if let Some(transaction) = transaction {
                    Self::commit(transaction).await?;
                }
                Ok(known)
            }

            /// Reads, applies and writes; nothing holds before it is committed. Without a difference there is
            /// nothing to commit.
            async fn prepare(
                &self,
                edit: &Edit,
            ) -> Result<(Option<$transaction>, Known), StoreError> {
                let mut tx = self.begin().await?;
                let before = Self::hold(&mut tx, edit.guild).await?;
                let Some(known) = before.after(edit.change.clone())? else {
                    tx.rollback().await?;
                    return Ok((None, before));
                };
                let line = before.line(&edit.change);
                Self::write(&mut tx, edit, &known, &line).await?;
                Self::announce(&mut tx, edit.guild, known.number()).await?;
                Ok((Some(tx), known))
            }

            /// Writes what holds now and how it came about.
            async fn write(
                tx: &mut $transaction,
                edit: &Edit,
                known: &Known,
                line: &str,
            ) -> Result<(), sqlx::Error> {
                let (guild, revision) = (key(edit.guild), known.revision.cast_signed());
                let save = sqlx::query(rows::SAVE).bind(guild).bind(revision);
                let save = save.bind(FORM).bind(json(&*known.settings));
                save.execute(&mut **tx).await?;
                let record = sqlx::query(rows::RECORD).bind(guild).bind(revision);
                let record = record.bind(edit.at.unix_timestamp());
                let record = record.bind(edit.by.0.cast_signed());
                record.bind(line).execute(&mut **tx).await?;
                let trim = sqlx::query(rows::TRIM).bind(guild);
                trim.bind(revision - HISTORY).execute(&mut **tx).await?;
                Ok(())
            }

            pub(super) async fn history(
                &self,
                guild: GuildId,
            ) -> Result<Vec<HistoryRow>, sqlx::Error> {
                let told = sqlx::query_as(rows::TELL).bind(key(guild));
                told.fetch_all(self.read()).await
            }

            pub(super) async fn left(&self, guild: GuildId, now: i64) -> Result<(), StoreError> {
                let mut tx = self.begin().await?;
                let leave = sqlx::query(rows::LEAVE).bind(key(guild)).bind(now);
                leave.execute(&mut *tx).await?;
                Self::commit(tx).await
            }

            pub(super) async fn returned(&self, guild: GuildId) -> Result<(), StoreError> {
                let mut tx = self.begin().await?;
                let back = sqlx::query(rows::RETURN).bind(key(guild));
                back.execute(&mut *tx).await?;
                Self::commit(tx).await
            }

            /// Deletes every server that left at `before` or earlier, with all its rows, and every report that came
            /// at `too_old` or earlier.
            pub(super) async fn sweep(
                &self,
                before: i64,
                too_old: i64,
            ) -> Result<Vec<GuildId>, StoreError> {
                let mut tx = self.begin().await?;
                let expire = sqlx::query(lessons::EXPIRE).bind(too_old);
                let expired = expire.execute(&mut *tx).await?.rows_affected();
                let gone = sqlx::query_scalar(rows::SWEEP).bind(before);
                let gone: Vec<i64> = gone.fetch_all(&mut *tx).await?;
                let gone: Vec<GuildId> = gone.into_iter().map(guild).collect();
                for guild in &gone {
                    Self::announce(&mut tx, *guild, 0).await?;
                }
                let committed = Self::commit(tx).await;
                if expired > 0 || !gone.is_empty() {
                    self.wipe().await;
                }
                committed.map(|()| gone)
            }

            pub(super) async fn forget(&self, user: UserId) -> Result<u64, StoreError> {
                let mut tx = self.begin().await?;
                let forget = sqlx::query(rows::FORGET).bind(user.0.cast_signed());
                let forgotten = forget.execute(&mut *tx).await?.rows_affected();
                let committed = Self::commit(tx).await;
                if forgotten > 0 {
                    self.wipe().await;
                }
                committed.map(|()| forgotten)
            }

            pub(super) async fn kept(&self) -> Result<Vec<KeptRow>, sqlx::Error> {
                let kept = sqlx::query(rows::KEPT).fetch_all(self.read()).await?;
                // One server's row that is not understood hides no other's.
                let rows = kept.iter().map(sqlx::FromRow::from_row);
                Ok(rows.filter_map(Result::ok).collect())
            }

            /// An error that the database itself tells means that nothing holds; any other leaves that open.
            async fn commit(transaction: $transaction) -> Result<(), StoreError> {
                let committed = in_time(async { Ok(transaction.commit().await) }).await;
                match committed {
                    Ok(Ok(())) => Ok(()),
                    Ok(Err(error @ sqlx::Error::Database(_))) => Err(error.into()),
                    Ok(Err(error)) => Err(StoreError::Unsure(error.into())),
                    Err(trouble) => Err(StoreError::Unsure(trouble)),
                }
            }
        }
    };
}

pub(super) use rows;
