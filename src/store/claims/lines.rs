//! What is said to PostgreSQL about shards and turns. Every lock is the connection's.

use super::Standing;
use sqlx::Row;
use sqlx::postgres::PgConnection;
use std::time::Duration;

/// The connection that holds our locks, and for whom.
pub(super) struct Line {
    pub(super) connection: PgConnection,
    pub(super) application: i64,
    pub(super) of: u32,
    /// Tells us from every other process.
    pub(super) name: String,
}

/// What stands beside a shard's lock.
#[derive(Debug, Default)]
pub(super) struct Left {
    /// Who had it and did not let go of it.
    pub(super) holder: Option<String>,
    /// Its session, unless Discord has forgotten it by now.
    pub(super) session: Option<Standing>,
}

/// For so long Discord keeps what a session missed, in seconds.
const FRESH: i32 = 5 * 60;

/// Nobody waits for the disk: what is lost with it is a second of how far we heard, and Discord repeats that.
const SETUP: [&str; 2] = ["SET synchronous_commit = off", "SET lock_timeout = '1s'"];

/// PostgreSQL ends the connection of whoever fell silent. It knows this since its version 14.
const SILENCE: &str = "SELECT set_config('idle_session_timeout', $1, false)";

/// A lock's number. The words before it keep clear of anybody else's locks in the same database.
macro_rules! lock {
    ($what:literal, $number:literal) => {
        concat!(
            "hashtextextended('verbatim ",
            $what,
            " ' || $1 || ' ' || ",
            $number,
            ", 0)"
        )
    };
}

/// Takes as many of the shards as are free, up to so many: each row is tried in its order until there are enough.
const TAKE: &str = concat!(
    "SELECT shard FROM unnest($2::int[]) AS shard WHERE pg_try_advisory_lock(",
    lock!("shard", "shard"),
    ") LIMIT $3"
);

/// Whether somebody serves a part of the same servers as one of another number of shards.
const OTHERWISE: &str = concat!(
    "SELECT EXISTS (SELECT FROM shard WHERE application = $1::bigint AND shards <> $2 AND holder IS NOT NULL AND EXISTS (",
    "SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1 ",
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) ",
    "AND (classid::bigint << 32 | objid::bigint) = ",
    lock!("shard", "shard"),
    "))"
);

const LEFT: &str = "SELECT holder, CASE WHEN seen > now() - make_interval(secs => $4) THEN session END \
    FROM shard WHERE application = $1 AND shards = $2 AND shard = $3";
const ENTER: &str = "INSERT INTO shard (application, shards, shard, holder) VALUES ($1, $2, $3, $4) \
    ON CONFLICT (application, shards, shard) DO UPDATE SET holder = excluded.holder";
const REPLACE: &str = "DELETE FROM shard WHERE application = $1 AND shards <> $2 AND shard = $3";
const NOTE: &str = "UPDATE shard SET session = noted.session, seen = now() \
    FROM unnest($3::int[], $4::text[]) AS noted (shard, session) \
    WHERE shard.application = $1 AND shard.shards = $2 AND shard.shard = noted.shard AND holder = $5";
const LEAVE: &str = "UPDATE shard SET holder = NULL \
    WHERE application = $1 AND shards = $2 AND shard = $3 AND holder = $4";
const UNLOCK: &str = concat!("SELECT pg_advisory_unlock(", lock!("shard", "$2"), ")");

const TAKE_ROW: &str = concat!("SELECT pg_try_advisory_lock(", lock!("row", "$2"), ")");
const UNTIL: &str = "SELECT greatest(0, extract(epoch FROM next - clock_timestamp()))::float8 \
    FROM turn WHERE application = $1 AND line = $2";
const BEGUN: &str = "INSERT INTO turn (application, line, next) \
    VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3)) \
    ON CONFLICT (application, line) DO UPDATE SET next = excluded.next";
const UNLOCK_ROW: &str = concat!("SELECT pg_advisory_unlock(", lock!("row", "$2"), ")");

impl Line {
    /// Says how the connection behaves.
    pub(super) async fn begin(&mut self, silence: Duration) -> Result<(), sqlx::Error> {
        for order in SETUP {
            sqlx::query(order).execute(&mut self.connection).await?;
        }
        let silence = sqlx::query(SILENCE).bind(silence.as_millis().to_string());
        match silence.execute(&mut self.connection).await {
            // An older one relies on the system, which takes its time.
            Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some("42704") => Ok(()),
            other => other.map(drop),
        }
    }

    /// Says that we live.
    pub(super) async fn beat(&mut self) -> Result<(), sqlx::Error> {
        let beat = sqlx::query("SELECT 1").execute(&mut self.connection);
        beat.await.map(drop)
    }

    /// Takes as many of `shards` as are free, but no more than `most`.
    pub(super) async fn take(
        &mut self,
        shards: &[u32],
        most: usize,
    ) -> Result<Vec<u32>, sqlx::Error> {
        let take = sqlx::query_scalar(TAKE).bind(self.application.to_string());
        let shards: Vec<i32> = shards.iter().map(|shard| number(*shard)).collect();
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let take = take.bind(shards).bind(most);
        let taken: Vec<i32> = take.fetch_all(&mut self.connection).await?;
        Ok(taken.into_iter().map(i32::cast_unsigned).collect())
    }

    /// Whether others serve as another number of shards.
    pub(super) async fn is_otherwise(&mut self) -> Result<bool, sqlx::Error> {
        let found = sqlx::query_scalar(OTHERWISE).bind(self.application.to_string());
        let found = found.bind(number(self.of));
        found.fetch_one(&mut self.connection).await
    }

    /// What whoever had `shard` left.
    pub(super) async fn left(&mut self, shard: u32) -> Result<Left, sqlx::Error> {
        let left = sqlx::query(LEFT).bind(self.application);
        let left = left.bind(number(self.of)).bind(number(shard)).bind(FRESH);
        let Some(row) = left.fetch_optional(&mut self.connection).await? else {
            return Ok(Left::default());
        };
        let session: Option<String> = row.try_get(1)?;
        Ok(Left {
            holder: row.try_get(0)?,
            // One that a newer program wrote is begun anew.
            session: session.and_then(|text| serde_json::from_str(&text).ok()),
        })
    }

    /// Writes beside its lock that `shard` is ours.
    pub(super) async fn enter(&mut self, shard: u32) -> Result<(), sqlx::Error> {
        let enter = sqlx::query(ENTER).bind(self.application);
        let enter = enter.bind(number(self.of)).bind(number(shard));
        enter.bind(&self.name).execute(&mut self.connection).await?;
        let replace = sqlx::query(REPLACE).bind(self.application);
        let replace = replace.bind(number(self.of)).bind(number(shard));
        replace.execute(&mut self.connection).await.map(drop)
    }

    /// Writes where sessions stand.
    pub(super) async fn note(&mut self, noted: &[(u32, Standing)]) -> Result<(), sqlx::Error> {
        let shards: Vec<i32> = noted.iter().map(|(shard, _)| number(*shard)).collect();
        let sessions = noted.iter().map(|(_, session)| {
            serde_json::to_string(session).expect("a session has only text for keys")
        });
        let sessions: Vec<String> = sessions.collect();
        let note = sqlx::query(NOTE).bind(self.application);
        let note = note.bind(number(self.of)).bind(shards).bind(sessions);
        let note = note.bind(&self.name);
        note.execute(&mut self.connection).await.map(drop)
    }

    /// Lets go of `shard` in good order.
    pub(super) async fn leave(&mut self, shard: u32) -> Result<(), sqlx::Error> {
        let leave = sqlx::query(LEAVE).bind(self.application);
        let leave = leave.bind(number(self.of)).bind(number(shard));
        leave.bind(&self.name).execute(&mut self.connection).await?;
        self.unlock(shard).await
    }

    /// Lets go of the lock alone.
    pub(super) async fn unlock(&mut self, shard: u32) -> Result<(), sqlx::Error> {
        let unlock = sqlx::query(UNLOCK).bind(self.application.to_string());
        let unlock = unlock.bind(number(shard));
        unlock.execute(&mut self.connection).await.map(drop)
    }

    /// Takes `row` if it is free, and tells how long it is until the next session may begin there.
    pub(super) async fn take_row(&mut self, row: i64) -> Result<Option<Duration>, sqlx::Error> {
        let take = sqlx::query_scalar(TAKE_ROW).bind(self.application.to_string());
        let taken: bool = take.bind(row).fetch_one(&mut self.connection).await?;
        if !taken {
            return Ok(None);
        }
        let until = sqlx::query_scalar(UNTIL).bind(self.application).bind(row);
        let until: Option<f64> = until.fetch_optional(&mut self.connection).await?;
        let until = Duration::try_from_secs_f64(until.unwrap_or_default());
        Ok(Some(until.unwrap_or_default()))
    }

    /// Writes that a session began in `row`, and that the next one shall be `apart` from it.
    pub(super) async fn begun(&mut self, row: i64, apart: Duration) -> Result<(), sqlx::Error> {
        let begun = sqlx::query(BEGUN).bind(self.application).bind(row);
        let begun = begun.bind(apart.as_secs_f64());
        begun.execute(&mut self.connection).await.map(drop)
    }

    /// Lets go of `row`.
    pub(super) async fn leave_row(&mut self, row: i64) -> Result<(), sqlx::Error> {
        let unlock = sqlx::query(UNLOCK_ROW).bind(self.application.to_string());
        let unlock = unlock.bind(row);
        unlock.execute(&mut self.connection).await.map(drop)
    }
}

/// A shard's number in the database, which has no unsigned ones.
fn number(shard: u32) -> i32 {
    shard.cast_signed()
}
