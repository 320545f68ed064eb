//! `verbatim backup`: what moderators chose, copied while the program runs, and put back.

use super::{TOKEN, config, database, end, ended, heard, on_rain, online, signal, url, verbatim};
use crate::fake::Fake;
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnection, SqlitePool};
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Child;
use time::OffsetDateTime;
use verbatim::settings::{Change, Channels, Mentions};
use verbatim::store::{Location, Store};
use verbatim::who::{GuildId, Member, Moderator, UserId};

/// What `verbatim backup` says of a copy of `database` to `file`.
fn copied(database: &Path, file: &Path) -> (Option<i32>, String) {
    let mut command = verbatim();
    command.env("DATABASE_URL", url(database));
    ended(command.arg("backup").arg(file))
}

/// A place of its own for a copy, in which nothing stands.
fn place(name: &str) -> PathBuf {
    let name = format!("copied-{}-{name}.db", std::process::id());
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_file(&file));
    file
}

fn owner() -> Moderator {
    let owner = Member {
        guild: GuildId(500),
        manages_server: true,
        roles: Vec::new(),
    };
    owner.moderator(&BTreeSet::new()).expect("the owner")
}

async fn opened(database: &Path) -> Store {
    let store = Store::open(&Location::File(database.to_owned())).await;
    store.expect("a store of its own")
}

/// The program, serving `fake` with what `database` keeps.
async fn serving(fake: &Fake, database: &Path) -> Child {
    let content = Path::new(env!("CARGO_TARGET_TMPDIR")).join("copied");
    on_rain(&content, "Drops fall when they are heavy.");
    let child = verbatim()
        .arg("run")
        .arg("--content")
        .arg(&content)
        .envs([("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())])
        .env("DATABASE_URL", url(database))
        .spawn()
        .expect("the program starts");
    online(fake).await;
    child
}

async fn stop(child: Child) {
    signal(&child, "-TERM");
    let (code, told) = end(child).await;
    assert_eq!(code, Some(0), "{told}");
}

#[tokio::test]
async fn a_copy_made_while_it_runs_is_private_and_can_be_put_back() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let database = heard().await;
    let copy = place("running");
    let child = serving(&fake, &database).await;
    let (code, told) = copied(&database, &copy);
    assert_eq!(code, Some(0), "{told}");
    let about = fs::metadata(&copy).expect("a copy");
    assert_eq!(about.permissions().mode() & 0o777, 0o600);
    let whole = fs::read(&copy).expect("a copy");
    let (code, told) = copied(&database, &copy);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("something stands there already"), "{told}");
    assert_eq!(fs::read(&copy).expect("a copy"), whole, "it is as it was");
    stop(child).await;

    let store = opened(&database).await;
    let unheard = Change::Mentions(Mentions::In(Channels::Only(BTreeSet::new())));
    let made = store.change(owner(), UserId(1), unheard, OffsetDateTime::now_utc());
    made.await.expect("a change that is allowed");
    store.close().await;
    // As config/deploy/README.md says.
    for end in ["-wal", "-shm"] {
        drop(fs::remove_file(format!("{}{end}", database.display())));
    }
    fs::copy(&copy, &database).expect("room");

    fake.pass(std::time::Duration::from_secs(5));
    let child = serving(&fake, &database).await;
    let named = format!("{} section 2", fake.mention());
    alice.says(&general, &named).reply().await;
    stop(child).await;
    fake.finish().await;
}

/// Whether `words` stand in the file.
fn holds(file: &Path, words: &str) -> bool {
    let bytes = fs::read(file).expect("a file");
    bytes.windows(words.len()).any(|at| at == words.as_bytes())
}

#[tokio::test]
async fn what_was_deleted_is_in_no_copy() {
    let database = heard().await;
    let store = opened(&database).await;
    let now = OffsetDateTime::now_utc();
    let mut pool = SqliteConnection::connect(&url(&database))
        .await
        .expect("the file");
    for words in ["why is the quokka cold", "why is the numbat cold"] {
        let added = sqlx::query(INSERT).bind(words).bind(now.unix_timestamp());
        added.execute(&mut pool).await.expect("a report");
    }
    let deleted = sqlx::query("DELETE FROM report WHERE words LIKE '%quokka%'");
    deleted.execute(&mut pool).await.expect("a report");
    drop(pool.close().await);
    let log = PathBuf::from(format!("{}-wal", database.display()));
    assert!(holds(&log, "quokka"), "else nothing is shown by this");
    let copy = place("deleted");
    let (code, told) = copied(&database, &copy);
    assert_eq!(code, Some(0), "{told}");
    assert!(holds(&copy, "numbat") && !holds(&copy, "quokka"));
    store.close().await;
}

/// A question that waits for moderators.
const INSERT: &str =
    "INSERT INTO report (guild, article, words, at) VALUES (500, 'why-he-withdraws', ?, ?)";

#[tokio::test]
async fn what_cannot_be_copied_is_told_and_leaves_nothing() {
    let (none, odd, foreign) = (database(), database(), database());
    fs::create_dir_all(odd.parent().expect("a folder")).expect("a folder");
    fs::write(&odd, "This is no database.\n".repeat(400)).expect("a file");
    fs::create_dir_all(foreign.parent().expect("a folder")).expect("a folder");
    let made = format!("{}?mode=rwc", url(&foreign));
    let made = SqlitePool::connect(&made).await.expect("a file");
    let table = sqlx::query("CREATE TABLE other (number INTEGER)");
    table.execute(&made).await.expect("a table");
    made.close().await;
    let copy = place("never");
    for (database, said) in [
        (&none, "there is no database"),
        (&odd, "this is no database, or it is damaged"),
        (&foreign, "no bot has kept anything in it"),
    ] {
        let (code, told) = copied(database, &copy);
        assert_eq!(code, Some(1), "{told}");
        assert!(told.contains(said) && !copy.exists(), "{told}");
    }
    let unwritten = Path::new("/proc/none/copy.db");
    let kept = heard().await;
    let (code, told) = copied(&kept, unwritten);
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.starts_with("/proc/none/copy.db: cannot be written"),
        "{told}"
    );
    let postgres = "postgres://me:secret@127.0.0.1/settings";
    let mut command = verbatim();
    let file = config("copied.toml", "");
    command
        .env("DATABASE_URL", postgres)
        .arg("--config")
        .arg(file);
    let (code, told) = ended(command.arg("backup").arg(&copy));
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("pg_dump") && !told.contains("secret"),
        "{told}"
    );
}
