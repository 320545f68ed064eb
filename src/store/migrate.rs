//! The steps that bring any older database up to date. They only go forward.

use super::OpenError;
use super::health::Trouble;
use sqlx::SqlStr;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};

/// One step, in the words of both databases.
struct Step {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

/// Every step there ever was; one that was released never changes. Its version is its place, counted from one.
const STEPS: [Step; 8] = [
    Step {
        name: "settings",
        sqlite: include_str!("migrations/sqlite/0001_settings.sql"),
        postgres: include_str!("migrations/postgres/0001_settings.sql"),
    },
    Step {
        name: "leaving",
        sqlite: include_str!("migrations/sqlite/0002_leaving.sql"),
        postgres: include_str!("migrations/postgres/0002_leaving.sql"),
    },
    Step {
        name: "review",
        sqlite: include_str!("migrations/sqlite/0003_review.sql"),
        postgres: include_str!("migrations/postgres/0003_review.sql"),
    },
    Step {
        name: "statistics",
        sqlite: include_str!("migrations/sqlite/0004_statistics.sql"),
        postgres: include_str!("migrations/postgres/0004_statistics.sql"),
    },
    Step {
        name: "told",
        sqlite: include_str!("migrations/sqlite/0005_told.sql"),
        postgres: include_str!("migrations/postgres/0005_told.sql"),
    },
    Step {
        name: "shards",
        sqlite: include_str!("migrations/sqlite/0006_shards.sql"),
        postgres: include_str!("migrations/postgres/0006_shards.sql"),
    },
    Step {
        name: "tally",
        sqlite: include_str!("migrations/sqlite/0007_tally.sql"),
        postgres: include_str!("migrations/postgres/0007_tally.sql"),
    },
    Step {
        name: "note",
        sqlite: include_str!("migrations/sqlite/0008_note.sql"),
        postgres: include_str!("migrations/postgres/0008_note.sql"),
    },
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

/// What to tell the operator when the steps of `place` did not succeed.
pub(super) fn failed(place: &str, error: MigrateError) -> OpenError {
    match error {
        MigrateError::VersionMissing(found) => OpenError::Newer(place.to_owned(), found),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            match Trouble::from(error) {
                Trouble::Damaged => OpenError::Damaged(place.into()),
                Trouble::Away(why) => OpenError::Steps(place.to_owned(), why),
                trouble => OpenError::Steps(place.to_owned(), trouble.to_string()),
            }
        }
        other => OpenError::Steps(place.to_owned(), other.to_string()),
    }
}

fn migrator(words: impl Fn(&Step) -> &'static str) -> Migrator {
    let step = |(version, step): (i64, &Step)| {
        let sql = SqlStr::from_static(words(step));
        Migration::new(version, step.name.into(), MigrationType::Simple, sql, false)
    };
    Migrator::with_migrations((1..).zip(&STEPS).map(step).collect())
}
