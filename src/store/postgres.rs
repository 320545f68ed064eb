//! One database for several processes, which tell each other of every change.

use super::cache::Memory;
use super::claims::{Claims, Wanted};
use super::error::Unkept;
use super::health::Trouble;
use super::history::{HISTORY, HistoryRow};
use super::known::{FORM, Known, Row};
use super::lessons::{self, Lesson, LessonRow, ReportRow, Teaching, is_same, lessons};
use super::note::{self, notes};
use super::rows::{self, Edit, KeptRow, rows};
use super::sql::{guild, in_time, json, key, within};
use super::tally::{self, tallies};
use super::{OpenError, StoreError, migrate};
use crate::who::{GuildId, UserId};
use sqlx::migrate::MigrateError;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgListener, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions, Postgres as Driver, Transaction};
use std::io::ErrorKind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::task::AbortHandle;
use tokio::time::{sleep, timeout};

/// A database and the line on which its changes are told.
#[derive(Debug)]
pub(super) struct Postgres {
    pool: PgPool,
    line: Arc<Line>,
    watch: AbortHandle,
    /// How many tries in a row to write the tables anew waited for others.
    waited: AtomicU32,
}

/// While the line is up, every change reaches us; while it is down, nobody waits for the database.
#[derive(Debug, Default)]
struct Line {
    up: AtomicBool,
    doubted: Notify,
}

/// Keeps the line up as long as the store lives.
struct Watch {
    pool: PgPool,
    line: Arc<Line>,
    memory: Arc<Memory>,
    place: String,
    migrated: bool,
}

/// A process asks little, and PostgreSQL has a hundred connections for all of them. One of ours listens.
const CONNECTIONS: u32 = 5;

/// Of those, how many stand ready, so that no request waits while one is made.
const READY: u32 = 2;

/// How long making a connection may take, far away and with encryption. Requests give up sooner.
const CONNECTING: Duration = Duration::from_secs(5);

/// How long the steps may take that bring the database up to date, and the steps of another process before them.
const STEPPING: Duration = Duration::from_secs(60);

/// How soon a lost line is tried again; changes must be seen within a second.
const AGAIN: Duration = Duration::from_millis(250);

/// How often we tell ourselves that we live. A network that swallows everything looks like silence.
const BEAT: Duration = Duration::from_secs(3);

/// How long silence is believed: three beats.
const SILENCE: Duration = Duration::from_secs(9);

/// Where changes are told: a server and the number of its change, or 0 when its rows are gone.
const CHANNEL: &str = "verbatim_settings";
const TELL: &str = "SELECT pg_notify('verbatim_settings', $1)";

/// Holds the tables that keep people's words. Requests have a second, and must not spend it behind whoever waits for that.
const HOLD: [&str; 2] = [
    "SET LOCAL lock_timeout = '300ms'",
    "LOCK TABLE report, taught, note IN ACCESS EXCLUSIVE MODE",
];

/// Whether somebody looks at the database as it was before: a dump that just begins, for instance.
const LOOKED_AT: &str = "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE backend_xmin IS NOT NULL \
    AND datname = current_database() AND pid <> pg_backend_pid())";

/// Copies what stands there now into new files; the old ones are emptied with the end of the transaction. `VACUUM (FULL)`
/// would copy what was deleted too, as long as somebody may look at it.
const REWRITE: [&str; 3] = [
    "ALTER TABLE report ALTER COLUMN words TYPE TEXT USING words || ''",
    "ALTER TABLE taught ALTER COLUMN words TYPE TEXT USING words || ''",
    "ALTER TABLE note ALTER COLUMN words TYPE TEXT USING words || ''",
];

/// So many tries wait for whoever looks at what was before; with the pauses between, not half a minute. A dump holds the
/// tables by then, and only what will not touch them for long is left.
const COURTESY: u32 = 4;

rows!(Postgres, Transaction<'static, Driver>);
lessons!(Postgres, Transaction<'static, Driver>, load: rows::LOAD_ALONE);
tallies!(Postgres);
notes!(Postgres);

impl Postgres {
    /// Opens the database; one that is away is awaited in the background, one that refuses us is an error.
    pub(super) async fn open(
        options: &PgConnectOptions,
        place: String,
        memory: Arc<Memory>,
    ) -> Result<Postgres, OpenError> {
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .min_connections(READY)
            .acquire_timeout(CONNECTING)
            .connect_lazy_with(options.clone().disable_statement_logging());
        let line = Arc::<Line>::default();
        let mut watch = Watch {
            pool: pool.clone(),
            line: line.clone(),
            memory,
            place,
            migrated: false,
        };
        let first = match watch.listen().await {
            Ok(listener) => Ok(listener),
            Err(Unheard::Away(trouble)) => Err(trouble),
            Err(Unheard::Refused(error)) => return Err(error),
        };
        match &first {
            Ok(_) => watch.up(),
            Err(trouble) => watch.down(trouble),
        }
        let watch = tokio::spawn(watch.run(first.ok())).abort_handle();
        Ok(Postgres {
            pool,
            line,
            watch,
            waited: AtomicU32::new(0),
        })
    }

    /// Whether it is worth asking.
    pub(super) fn reachable(&self) -> Result<(), Trouble> {
        if self.line.up.load(Ordering::Acquire) {
            return Ok(());
        }
        Err(Trouble::Away("the connection is lost".to_owned()))
    }

    /// Keeps the shards that are `wanted`, on a connection of its own.
    pub(super) fn claims(&self, wanted: Wanted) -> Claims {
        Claims::keep(
            PgConnectOptions::clone(&self.pool.connect_options()),
            wanted,
        )
    }

    /// Something was not answered: nobody asks until the line is up again.
    pub(super) fn doubt(&self) {
        self.line.up.store(false, Ordering::Release);
        self.line.doubted.notify_one();
    }

    pub(super) async fn close(&self) {
        self.watch.abort();
        self.pool.close().await;
    }

    fn read(&self) -> &PgPool {
        &self.pool
    }

    async fn begin(&self) -> Result<Transaction<'static, Driver>, Trouble> {
        self.reachable()?;
        Ok(self.pool.begin().await?)
    }

    /// Tells every process, once this is committed.
    async fn announce(
        connection: &mut PgConnection,
        guild: GuildId,
        revision: u64,
    ) -> Result<(), sqlx::Error> {
        let tell = sqlx::query(TELL).bind(format!("{} {revision}", guild.0));
        tell.execute(connection).await.map(drop)
    }

    /// PostgreSQL itself frees what was deleted.
    async fn wipe(&self) {}

    /// Writes the tables that hold people's words anew, into files of their own; the old ones are deleted. Nobody waits
    /// long behind it: a table that somebody else holds is left for later.
    ///
    /// Whoever looked at the database before, and first comes to these tables after, finds them empty. So a few tries wait
    /// for them; then what was dealt with goes all the same.
    pub(super) async fn rewrite(&self) -> Result<(), Trouble> {
        self.reachable()?;
        let mut tx = self.pool.begin().await?;
        for order in HOLD {
            sqlx::query(order).execute(&mut *tx).await?;
        }
        let looked_at = sqlx::query_scalar(LOOKED_AT).fetch_one(&mut *tx).await?;
        if looked_at && self.waited.fetch_add(1, Ordering::Relaxed) < COURTESY {
            tx.rollback().await?;
            let why = "somebody looks at what it was before".to_owned();
            return Err(Trouble::Away(why));
        }
        for order in REWRITE {
            sqlx::query(order).execute(&mut *tx).await?;
        }
        tx.commit().await?;
        self.waited.store(0, Ordering::Relaxed);
        Ok(())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.watch.abort();
    }
}

/// Why the line is not up.
enum Unheard {
    /// It may come back.
    Away(Trouble),
    /// Somebody must do something.
    Refused(OpenError),
}

impl Watch {
    /// Follows the line, and puts it up again whenever it is lost.
    async fn run(mut self, mut first: Option<PgListener>) {
        loop {
            let listener = match first.take() {
                Some(listener) => Ok(listener),
                None => self.listen().await,
            };
            let trouble = match listener {
                Ok(listener) => {
                    self.up();
                    self.follow(listener).await
                }
                Err(Unheard::Away(trouble)) => trouble,
                Err(Unheard::Refused(error)) => Trouble::Away(error.to_string()),
            };
            self.down(&trouble);
            sleep(AGAIN).await;
        }
    }

    /// Brings the database up to date once, then listens.
    async fn listen(&mut self) -> Result<PgListener, Unheard> {
        let listener = within(CONNECTING, async {
            let mut listener = PgListener::connect_with(&self.pool).await?;
            listener.eager_reconnect(false);
            listener.listen(CHANNEL).await?;
            Ok::<PgListener, Unheard>(listener)
        });
        let listener = listener.await?;
        if !self.migrated {
            within(STEPPING, self.migrate()).await?;
            self.migrated = true;
        }
        Ok(listener)
    }

    async fn migrate(&self) -> Result<(), Unheard> {
        match migrate::postgres().run(&self.pool).await {
            Ok(()) => Ok(()),
            Err(MigrateError::Execute(error)) => Err(error.into()),
            Err(error) => Err(Unheard::Refused(OpenError::of_steps(&self.place, error))),
        }
    }

    fn up(&self) {
        // What was changed while nobody listened is unknown.
        self.memory.cache.doubt_all();
        self.memory.pulse.reading(None);
        self.memory.pulse.writing(None);
        self.line.up.store(true, Ordering::Release);
    }

    fn down(&self, trouble: &Trouble) {
        self.line.up.store(false, Ordering::Release);
        self.memory.pulse.reading(Some(trouble));
        self.memory.pulse.writing(Some(trouble));
    }

    /// Hears changes until the line is lost; gives the reason.
    async fn follow(&self, listener: PgListener) -> Trouble {
        tokio::select! {
            trouble = self.hear(listener) => trouble,
            trouble = self.beat() => trouble,
            () = self.line.doubted.notified() => Trouble::Away("a request was not answered".to_owned()),
        }
    }

    async fn hear(&self, mut listener: PgListener) -> Trouble {
        loop {
            let told = match timeout(SILENCE, listener.try_recv()).await {
                Ok(Ok(Some(told))) => told,
                Ok(Ok(None)) => return Trouble::Away("the connection was closed".to_owned()),
                Ok(Err(error)) => return error.into(),
                Err(_) => return Trouble::Away("the connection fell silent".to_owned()),
            };
            match parse(told.payload()) {
                Some((guild, 0)) => self.memory.cache.forget(guild),
                Some((guild, revision)) => self.memory.cache.doubt(guild, revision),
                None => (),
            }
        }
    }

    async fn beat(&self) -> Trouble {
        loop {
            sleep(BEAT).await;
            let beat = sqlx::query(TELL).bind("");
            if let Err(trouble) = in_time(async { Ok(beat.execute(&self.pool).await?) }).await {
                return trouble;
            }
        }
    }
}

impl From<Trouble> for Unheard {
    fn from(trouble: Trouble) -> Unheard {
        Unheard::Away(trouble)
    }
}

impl From<sqlx::Error> for Unheard {
    fn from(error: sqlx::Error) -> Unheard {
        if is_unproven(&error) {
            return Unheard::Refused(OpenError::Unproven(error.to_string()));
        }
        if is_refusal(&error) {
            return Unheard::Refused(OpenError::Refused(error.to_string()));
        }
        Unheard::Away(error.into())
    }
}

/// Whether the server has no certificate, or one that proves nothing; the library tells the latter as data that it
/// cannot read.
fn is_unproven(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Tls(_) => true,
        sqlx::Error::Io(error) => error.kind() == ErrorKind::InvalidData,
        _ => false,
    }
}

/// Whether waiting would not help: a wrong name, password or database.
fn is_refusal(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(told) => {
            let code = told.code().unwrap_or_default();
            code.starts_with("28") || code == "3D000"
        }
        sqlx::Error::Configuration(_) => true,
        _ => false,
    }
}

fn parse(payload: &str) -> Option<(GuildId, u64)> {
    let (guild, revision) = payload.split_once(' ')?;
    Some((GuildId(guild.parse().ok()?), revision.parse().ok()?))
}
