//! The steps that bring any older database up to date. They only go forward.

use sqlx::SqlStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// One step, in the words of both databases.
struct Step {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

/// The step that stands in `NUMBER_NAME.sql`, for both.
macro_rules! step {
    ($number:literal, $name:literal) => {
        Step {
            name: $name,
            sqlite: include_str!(concat!("migrations/sqlite/", $number, "_", $name, ".sql")),
            postgres: include_str!(concat!("migrations/postgres/", $number, "_", $name, ".sql")),
        }
    };
}

/// Every step there ever was; one that was released never changes. Its version is its place, counted from one.
const STEPS: [Step; 8] = [
    step!("0001", "settings"),
    step!("0002", "leaving"),
    step!("0003", "review"),
    step!("0004", "statistics"),
    step!("0005", "told"),
    step!("0006", "shards"),
    step!("0007", "tally"),
    step!("0008", "note"),
];

/// The version of a database that is up to date.
pub(super) const LATEST: i64 = STEPS.len() as i64;

/// The steps for SQLite.
pub(super) fn sqlite() -> Migrator {
    migrator(|step| step.sqlite)
}

/// The steps for PostgreSQL.
pub(super) fn postgres() -> Migrator {
    migrator(|step| step.postgres)
}

fn migrator(words: impl Fn(&Step) -> &'static str) -> Migrator {
    let step = |(version, step): (i64, &Step)| {
        let sql = SqlStr::from_static(words(step));
        Migration::new(version, step.name.into(), MigrationType::Simple, sql, false)
    };
    Migrator::with_migrations((1..).zip(&STEPS).map(step).collect())
}
