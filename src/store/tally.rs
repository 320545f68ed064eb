//! How often the parts of an article were shown, read and shared, by day: no person, no words, no time of day.

use super::clash::twice;
use super::health::Trouble;
use super::inner::{Database, either};
use super::location::Location;
use super::sql::{guild, key};
use super::{Store, StoreError};
use crate::reply::Counted;
use crate::who::{GuildId, Moderator};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use time::OffsetDateTime;

/// For so many days a count is kept: a season, in which an author may mend what an article lacks.
pub const TALLY_KEPT: i64 = 90;

/// In seconds.
const DAY: i64 = 24 * 60 * 60;

/// A day, counted from the first of 1970, by the world's common clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i64);

/// What is counted, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counting {
    /// The server; none for what happens outside of all.
    pub guild: Option<GuildId>,
    /// The day.
    pub day: Day,
    /// The article, by its slug.
    pub article: String,
    /// The section, by its id; empty for the article as a whole.
    pub section: String,
    /// What happened.
    pub what: Counted,
}

/// How often that was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tallied {
    /// What.
    pub counting: Counting,
    /// How often.
    pub times: u64,
}

impl Day {
    /// The day of `time`.
    pub fn of(time: OffsetDateTime) -> Day {
        Day(time.unix_timestamp().div_euclid(DAY))
    }

    /// The Monday of its week; the first of 1970 was a Thursday.
    pub fn monday(self) -> Day {
        Day(self.0 - (self.0 + 3).rem_euclid(7))
    }

    /// When it begins, in seconds since 1970.
    pub fn begins(self) -> i64 {
        self.0 * DAY
    }
}

/// A count: server, day, article, section, what, how often.
pub(super) type TallyRow = (i64, i64, String, String, String, i64);

/// Outside servers; Discord gives no server this number.
const OUTSIDE: GuildId = GuildId(0);

pub(super) const TALLY: &str = "INSERT INTO tally (guild, day, article, section, what, times) \
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (guild, day, article, section, what) \
    DO UPDATE SET times = tally.times + excluded.times";
pub(super) const TALLIES: &str =
    "SELECT guild, day, article, section, what, times FROM tally WHERE guild = $1 AND day > $2";
pub(super) const UNTALLY: &str = "DELETE FROM tally WHERE guild = $1";
/// What is too old, and what is left of a server that is forgotten.
pub(super) const EXPIRE: &str = "DELETE FROM tally WHERE day <= $1 \
    OR (guild <> 0 AND guild NOT IN (SELECT guild FROM server))";
const EVERY: &str =
    "SELECT guild, day, article, section, what, times FROM tally WHERE day > $1 ORDER BY day";

impl Counting {
    pub(super) fn key(&self) -> i64 {
        key(self.guild.unwrap_or(OUTSIDE))
    }
}

impl Tallied {
    /// What a row says; nothing, if a newer program wrote it.
    fn read((server, day, article, section, what, times): TallyRow) -> Option<Tallied> {
        let counting = Counting {
            guild: Some(guild(server)).filter(|guild| *guild != OUTSIDE),
            day: Day(day),
            article,
            section,
            what: Counted::named(&what)?,
        };
        Some(Tallied {
            counting,
            times: times.cast_unsigned(),
        })
    }
}

/// The day at or before which a count is too old.
fn too_old(now: OffsetDateTime) -> i64 {
    Day::of(now).0 - TALLY_KEPT
}

impl Store {
    /// Adds `tallied`, which stands in the order of what is counted, to what was counted before.
    ///
    /// # Errors
    ///
    /// It may not be added; whoever counts lets it be.
    pub async fn tally(&self, tallied: &[Tallied]) -> Result<(), StoreError> {
        either!(&self.0.database, it => self.0.chore(|| it.tally(tallied)).await)
    }

    /// What was counted in the server of `moderator`.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn tallies(
        &self,
        moderator: Moderator,
        now: OffsetDateTime,
    ) -> Result<Vec<Tallied>, StoreError> {
        let (server, since) = (moderator.guild(), too_old(now));
        let rows = either!(&self.0.database, it => self.0.ask(|| it.tallies(server, since)).await)?;
        Ok(rows.into_iter().filter_map(Tallied::read).collect())
    }

    /// Deletes everything that was counted in the server of `moderator`.
    ///
    /// # Errors
    ///
    /// It may still stand.
    pub async fn untally(&self, moderator: Moderator) -> Result<(), StoreError> {
        let server = moderator.guild();
        self.finished(async move |inner| {
            let gone = twice(|| async { either!(&inner.database, it => it.untally(server).await) });
            inner.noted(gone.await)
        })
        .await
    }

    /// Deletes what is too old, and what is left of servers that are forgotten.
    pub(super) async fn expire_tallies(&self, now: OffsetDateTime) -> Result<(), StoreError> {
        let too_old = too_old(now);
        either!(&self.0.database, it => self.0.chore(|| it.expire_tallies(too_old)).await)
    }
}

/// Everything that was counted, at `location`, also while a bot serves there; nothing is changed.
///
/// # Errors
///
/// It cannot be read.
pub async fn every_tally(
    location: &Location,
    now: OffsetDateTime,
) -> Result<Vec<Tallied>, Trouble> {
    let since = too_old(now);
    /// Every row, over a line of its own.
    macro_rules! read {
        ($options:expr) => {{
            let mut line = $options.disable_statement_logging().connect().await?;
            let rows: Vec<TallyRow> = sqlx::query_as(EVERY)
                .bind(since)
                .fetch_all(&mut line)
                .await?;
            line.close().await?;
            rows
        }};
    }
    let rows = match location {
        Location::File(file) => {
            read!(SqliteConnectOptions::new().filename(file).read_only(true))
        }
        Location::Postgres(options) => read!(options.as_ref().clone()),
    };
    Ok(rows.into_iter().filter_map(Tallied::read).collect())
}

/// Gives `$database` what is counted.
macro_rules! tallies {
    ($database:ty) => {
        impl $database {
            /// Adds counts. A server's own row is there from then on: with it they are deleted.
            pub(super) async fn tally(&self, tallied: &[tally::Tallied]) -> Result<(), StoreError> {
                let mut tx = self.begin().await?;
                for tally::Tallied { counting, times } in tallied {
                    if let Some(server) = counting.guild {
                        let claim = sqlx::query(rows::CLAIM).bind(key(server));
                        claim.bind(FORM).execute(&mut *tx).await?;
                    }
                    let add = sqlx::query(tally::TALLY).bind(counting.key());
                    let add = add.bind(counting.day.0).bind(&counting.article);
                    let add = add.bind(&counting.section).bind(counting.what.name());
                    let add = add.bind(times.cast_signed());
                    add.execute(&mut *tx).await?;
                }
                Self::commit(tx).await
            }

            pub(super) async fn tallies(
                &self,
                server: GuildId,
                since: i64,
            ) -> Result<Vec<tally::TallyRow>, sqlx::Error> {
                let told = sqlx::query_as(tally::TALLIES).bind(key(server)).bind(since);
                told.fetch_all(self.read()).await
            }

            pub(super) async fn untally(&self, server: GuildId) -> Result<(), StoreError> {
                let mut tx = self.begin().await?;
                let gone = sqlx::query(tally::UNTALLY).bind(key(server));
                gone.execute(&mut *tx).await?;
                Self::commit(tx).await
            }

            pub(super) async fn expire_tallies(&self, too_old: i64) -> Result<(), StoreError> {
                let mut tx = self.begin().await?;
                let gone = sqlx::query(tally::EXPIRE).bind(too_old);
                gone.execute(&mut *tx).await?;
                Self::commit(tx).await
            }
        }
    };
}

pub(super) use tallies;

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    #[test]
    fn a_week_begins_on_monday() {
        let monday = Day::of(datetime!(2026-11-23 00:00 UTC));
        for time in [
            datetime!(2026-11-23 00:00 UTC),
            datetime!(2026-11-25 12:30 UTC),
            datetime!(2026-11-29 23:59:59 UTC),
        ] {
            assert_eq!(Day::of(time).monday(), monday, "{time}");
        }
        let next = Day::of(datetime!(2026-11-30 00:00 UTC));
        assert_eq!((next.monday(), next.0), (next, monday.0 + 7));
        assert_eq!(
            monday.begins(),
            datetime!(2026-11-23 00:00 UTC).unix_timestamp()
        );
    }
}
