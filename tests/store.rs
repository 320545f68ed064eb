//! The laws of the store. Each holds for SQLite, and for PostgreSQL when `VERBATIM_TEST_POSTGRES` names one.

use futures::FutureExt;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use sqlx::{PgPool, SqlStr};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use time::macros::datetime;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use verbatim::content::Slug;
use verbatim::reply::Counted;
use verbatim::settings::{Change, Channels, Gate, Mentions, Refused, Settings, Visibility};
use verbatim::store::{
    Counting, Day, Due, LESSONS, Lesson, Location, NOTE_KEPT, OpenError, REMEMBERED, REPORTS,
    Store, StoreError, Tallied, Teaching, Trouble, Unkept, every_tally,
};
use verbatim::who::{ChannelId, GuildId, Member, Moderator, UserId};

const GUILD: GuildId = GuildId(900_000_000_000_000_001);
const ANN: UserId = UserId(11);
const BEN: UserId = UserId(12);
const NOW: OffsetDateTime = datetime!(2026-11-24 09:00 UTC);

/// Runs every law on both databases.
macro_rules! laws {
    ($($law:ident,)*) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $law() {
                super::$law(&super::Home::file(stringify!($law))).await;
            })*
        }
        mod postgres {
            $(#[tokio::test]
            async fn $law() {
                if let Some(home) = super::Home::server(stringify!($law)).await {
                    super::$law(&home).await;
                }
            })*
        }
    };
}

laws![
    who_never_chose_has_the_defaults,
    a_change_outlives_a_restart,
    every_change_stands_in_the_history,
    the_history_tells_the_last_fifty,
    a_refused_change_changes_nothing,
    changes_at_once_lose_nothing,
    a_change_is_finished_even_if_nobody_waits,
    every_acknowledged_change_survives_a_kill,
    an_older_database_keeps_its_settings,
    a_newer_database_is_refused,
    a_row_of_a_newer_program_is_left_alone,
    a_row_that_is_not_ours_is_left_alone,
    a_strange_row_closes_its_own_server_and_no_other,
    a_strange_date_hides_no_other_server,
    what_was_known_before_an_unreadable_row_holds_no_more,
    who_asks_to_be_forgotten_is_no_longer_named,
    a_server_that_left_is_deleted_after_thirty_days,
    a_server_that_returned_is_kept,
    a_report_waits_until_it_is_dealt_with,
    reports_are_bounded_and_the_same_words_wait_once,
    a_report_is_deleted_after_thirty_days,
    a_report_is_seen_and_told_once_from_when_it_is_due,
    control_characters_are_dropped_before_anything_is_kept,
    what_one_statement_says_concerns_that_statement_alone,
    what_is_taught_outlives_a_restart_and_takes_its_report_along,
    lessons_are_bounded_and_no_words_are_taught_twice,
    two_moderators_at_once_deal_with_a_report_once,
    lessons_leave_the_settings_and_their_history_alone,
    a_server_that_left_takes_its_reports_and_lessons_along,
    what_was_dealt_with_is_gone_from_every_file_within_a_minute,
    however_a_report_ends_no_word_of_it_is_left_in_any_file,
    what_moderators_answered_is_told_once_and_leaves_no_word_in_any_file,
    what_was_deleted_before_a_kill_is_gone_after_the_next_start,
    counts_add_up_by_day_and_outlive_a_restart,
    counts_go_after_ninety_days_with_their_server_and_when_moderators_say_so,
    the_cache_is_bounded,
    reading_is_quick_with_a_hundred_thousand_servers,
];

fn counted(guild: Option<GuildId>, day: i64, section: &str, times: u64) -> Tallied {
    let counting = Counting {
        guild,
        day: Day(Day::of(NOW).0 - day),
        article: "an-article".to_owned(),
        section: section.to_owned(),
        what: Counted::Shown,
    };
    Tallied { counting, times }
}

async fn counts_add_up_by_day_and_outlive_a_restart(home: &Home) {
    let store = home.open().await;
    let one = [
        counted(None, 0, "one", 7),
        counted(Some(GUILD), 1, "one", 2),
        counted(Some(GUILD), 0, "one", 3),
    ];
    store.tally(&one).await.unwrap();
    store.tally(&one[2..]).await.unwrap();
    store.close().await;
    drop(store);
    let store = home.open().await;
    let told = store.tallies(moderator(GUILD), NOW).await.unwrap();
    let expected = [
        counted(Some(GUILD), 1, "one", 2),
        counted(Some(GUILD), 0, "one", 6),
    ];
    assert_eq!(told, expected);
    assert_eq!(every_tally(&home.location, NOW).await.unwrap().len(), 3);
    // A server that only counts is kept as one that chose nothing.
    assert_eq!(*settings(&store, GUILD).await, Settings::default());
}

async fn counts_go_after_ninety_days_with_their_server_and_when_moderators_say_so(home: &Home) {
    let store = home.open().await;
    let other = GuildId(7);
    let counts = [
        counted(None, 90, "outside", 1),
        counted(None, 89, "outside", 1),
        counted(Some(other), 0, "other", 1),
        counted(Some(GUILD), 90, "one", 1),
        counted(Some(GUILD), 89, "one", 1),
    ];
    store.tally(&counts).await.unwrap();
    store
        .left(other, NOW - time::Duration::days(31))
        .await
        .unwrap();
    let told = store.tallies(moderator(GUILD), NOW).await.unwrap();
    assert_eq!(told, counts[4..], "nobody sees what is too old");
    store.sweep(NOW).await.unwrap();
    let long_ago = NOW - time::Duration::days(90);
    let left = every_tally(&home.location, long_ago).await.unwrap();
    assert_eq!(left, [counts[1].clone(), counts[4].clone()]);
    store.untally(moderator(GUILD)).await.unwrap();
    let left = every_tally(&home.location, NOW).await.unwrap();
    assert_eq!(left, [counts[1].clone()]);
}

async fn who_never_chose_has_the_defaults(home: &Home) {
    let store = home.open().await;
    assert_eq!(*settings(&store, GUILD).await, Settings::default());
    assert!(store.history(GUILD).await.unwrap().is_empty());
    assert!(store.kept().await.unwrap().is_empty());
    assert!(store.health().is_well());
}

async fn a_change_outlives_a_restart(home: &Home) {
    let store = home.open().await;
    let changed = make(&store, GUILD, Change::set("gate", Gate::AgeRestricted)).await;
    assert_eq!(changed.gate, Gate::AgeRestricted);
    assert_eq!(*settings(&store, GUILD).await, *changed);
    store.close().await;
    drop(store);
    let store = home.open().await;
    assert_eq!(*settings(&store, GUILD).await, *changed);
    assert_eq!(*settings(&store, GuildId(1)).await, Settings::default());
}

async fn every_change_stands_in_the_history(home: &Home) {
    let store = home.open().await;
    let line = Change::CareLine(Some("Write to us in <#5>.".to_owned()));
    make(&store, GUILD, line.clone()).await;
    // It is public already, so there is nothing to tell.
    let public = Change::set("visibility", Visibility::Public);
    for _ in 0..2 {
        let later = NOW + time::Duration::MINUTE;
        let made = store.change(moderator(GUILD), BEN, public.clone(), later);
        made.await.unwrap();
    }
    let history = store.history(GUILD).await.unwrap();
    let told = history.iter().map(|it| (it.number, it.who, &it.what));
    let expected = [(2, Some(BEN), &public), (1, Some(ANN), &line)];
    assert_eq!(told.collect::<Vec<_>>(), expected);
    assert_eq!(history[1].when, NOW);
    let undo: Vec<Option<Change>> = history.into_iter().map(|it| it.undo).collect();
    let private = Change::set("visibility", Visibility::Private);
    assert_eq!(undo, [Some(private), Some(Change::CareLine(None))]);
}

async fn the_history_tells_the_last_fifty(home: &Home) {
    let store = home.open().await;
    for id in 0..60 {
        make(&store, GUILD, Change::Forbid(ChannelId(id))).await;
    }
    let history = store.history(GUILD).await.unwrap();
    let numbers: Vec<u64> = history.iter().map(|it| it.number).collect();
    assert_eq!(numbers, (11..=60).rev().collect::<Vec<u64>>());
}

async fn a_refused_change_changes_nothing(home: &Home) {
    let store = home.open().await;
    let ping = Change::CareLine(Some("@everyone".to_owned()));
    let refused = store.change(moderator(GUILD), ANN, ping, NOW).await;
    assert_eq!(refused, Err(StoreError::Refused(Refused::Pings)));
    assert!(store.kept().await.unwrap().is_empty());
    assert!(store.health().is_well());
}

async fn changes_at_once_lose_nothing(home: &Home) {
    const EACH: u64 = 20;
    let one = home.open().await;
    let other = match home.is_shared() {
        true => home.open().await,
        false => one.clone(),
    };
    let work = |store: &Store, ids: std::ops::Range<u64>| {
        let store = store.clone();
        tokio::spawn(async move {
            for id in ids {
                let after = make(&store, GUILD, Change::Forbid(ChannelId(id))).await;
                assert!(!after.channels.holds(ChannelId(id)));
            }
        })
    };
    let (a, b) = (work(&one, 0..EACH), work(&other, EACH..2 * EACH));
    a.await.unwrap();
    b.await.unwrap();
    let all = Channels::AllBut((0..2 * EACH).map(ChannelId).collect());
    eventually(async || settings(&one, GUILD).await.channels == all).await;
    eventually(async || settings(&other, GUILD).await.channels == all).await;
    assert_eq!(one.history(GUILD).await.unwrap().len() as u64, 2 * EACH);
}

async fn a_change_is_finished_even_if_nobody_waits(home: &Home) {
    let store = home.open().await;
    let public = Change::set("visibility", Visibility::Public);
    let change = store.change(moderator(GUILD), ANN, public, NOW);
    // Looked at once and dropped, whether it was ready by then or not: a request whose asker went away.
    let _ = change.now_or_never();
    eventually(async || settings(&store, GUILD).await.visibility == Visibility::Public).await;
}

async fn every_acknowledged_change_survives_a_kill(home: &Home) {
    const ENOUGH: usize = SERVERS as usize / 2;
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "child_changes_until_killed",
            "--ignored",
            "--nocapture",
        ])
        .env(CHILD, home.url())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // On Unix this is SIGKILL, which nobody can put off.
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let said = |line: std::io::Result<String>| {
        let line = line.ok()?;
        line.rsplit_once("saved ")?.1.parse::<u64>().ok()
    };
    let mut acknowledged: Vec<u64> = Vec::new();
    for guild in lines.filter_map(said) {
        acknowledged.push(guild);
        if acknowledged.len() == ENOUGH {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    let count = acknowledged.len();
    assert!((ENOUGH..SERVERS as usize).contains(&count), "{count}");
    let store = home.open().await;
    for guild in acknowledged {
        let (settings, lessons) = store.chosen(GuildId(guild)).await.unwrap();
        assert_eq!(settings.visibility, Visibility::Public, "{guild}");
        assert_eq!(lessons.len(), 1, "{guild}");
        let waiting = store.reports(moderator(GuildId(guild)), NOW).await.unwrap();
        let words: Vec<&str> = waiting.iter().map(|it| &*it.words).collect();
        assert_eq!(words, ["still waiting"], "{guild}");
    }
    assert_eq!(home.soundness().await, "ok");
}

/// In so many servers the child makes four changes each: a setting, a report, a lesson that takes it along, a report
/// that waits. A thousand in all.
const SERVERS: u64 = 250;

#[tokio::test]
#[ignore = "every_acknowledged_change_survives_a_kill starts it"]
async fn child_changes_until_killed() {
    let url = std::env::var(CHILD).expect("started by its parent");
    let location = Location::chosen(Some(&url), Path::new("")).unwrap();
    let store = Store::open(&location).await.unwrap();
    for guild in 1..=SERVERS {
        let public = Change::set("visibility", Visibility::Public);
        make(&store, GuildId(guild), public).await;
        teach(&store, GuildId(guild), "taught").await.unwrap();
        report(&store, GuildId(guild), "still waiting").await;
        println!("saved {guild}");
    }
}

async fn an_older_database_keeps_its_settings(home: &Home) {
    for version in 1..=STEPS.len() {
        home.empty().await;
        home.bring_to(version).await;
        home.run("INSERT INTO server (guild, revision, form, document) VALUES (5, 3, 1, '{\"gate\":\"age-restricted\",\"channels\":{\"only\":[8]}}')").await;
        home.run("INSERT INTO history (guild, revision, at, who, what) VALUES (5, 3, 1700000000, 11, '{\"gate\":\"age-restricted\"}')").await;
        if version >= 3 {
            home.run("UPDATE server SET lessons = 2 WHERE guild = 5")
                .await;
            home.run("INSERT INTO taught (guild, article, section, words) VALUES (5, 'an-article', 'a-section', 'taught')").await;
            home.run("INSERT INTO report (guild, at, article, words) VALUES (5, 1795510800, 'an-article', 'waiting')").await;
        }
        let store = home.open().await;
        let settings = settings(&store, GuildId(5)).await;
        assert_eq!(settings.gate, Gate::AgeRestricted, "{version}");
        assert_eq!(settings.channels, Channels::Only([ChannelId(8)].into()));
        assert_eq!(settings.mentions, Mentions::NotChosen);
        let history = store.history(GuildId(5)).await.unwrap();
        assert_eq!(history[0].what, Change::set("gate", Gate::AgeRestricted));
        make(&store, GuildId(5), Change::Allow(ChannelId(9))).await;
        assert_eq!(store.history(GuildId(5)).await.unwrap()[0].number, 4);
        let kept = usize::from(version >= 3);
        let waiting = store.reports(moderator(GuildId(5)), NOW).await.unwrap();
        assert_eq!(waiting.len(), kept, "{version}");
        assert_eq!(
            store.chosen(GuildId(5)).await.unwrap().1.len(),
            kept,
            "{version}"
        );
        let taught = teach(&store, GuildId(5), "one more").await.unwrap();
        assert_eq!(taught.len(), kept + 1, "{version}");
        store.close().await;
    }
}

async fn a_newer_database_is_refused(home: &Home) {
    home.open().await.close().await;
    home.run("INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (99, 'later', true, '', 0)").await;
    let error = Store::open(&home.location).await.unwrap_err();
    assert_eq!(error, OpenError::Newer(home.location.to_string(), 99));
    let said = error.to_string();
    let told = format!(
        "a newer verbatim brought it to version 99, and this one knows {}; start the newer one, or put back an older copy",
        STEPS.len()
    );
    assert!(said.ends_with(&told), "{said}");
}

async fn a_row_of_a_newer_program_is_left_alone(home: &Home) {
    let store = home.open().await;
    home.run("INSERT INTO server (guild, revision, form, document) VALUES (5, 3, 2, '{\"visibility\":\"public\"}')").await;
    // Neither the defaults, which may be laxer, nor anything that is remembered.
    for _ in 0..2 {
        let unread = store.settings(GuildId(5)).await;
        assert_eq!(unread.map(drop), Err(Trouble::Newer));
    }
    let change = store.change(moderator(GuildId(5)), ANN, Change::Reset, NOW);
    assert_eq!(change.await, Err(StoreError::Trouble(Trouble::Newer)));
    assert!(store.health().is_well(), "one row is not the database");
    home.run("UPDATE server SET form = 1 WHERE guild = 5").await;
    let settings = settings(&store, GuildId(5)).await;
    assert_eq!(settings.visibility, Visibility::Public, "it is read anew");
}

async fn what_was_known_before_an_unreadable_row_holds_no_more(home: &Home) {
    let store = home.open().await;
    make(&store, GUILD, Change::set("gate", Gate::Advise)).await;
    let known = make(&store, GUILD, Change::set("visibility", Visibility::Public)).await;
    // A newer program closes the gate and says so.
    home.run("UPDATE server SET form = 2, revision = 9, document = '{\"gate\":\"locked\"}'")
        .await;
    let after = match home.is_shared() {
        true => {
            let tell = format!("SELECT pg_notify('verbatim_settings', '{} 9')", GUILD.0);
            home.run(&tell).await;
            store
        }
        false => {
            store.close().await;
            drop(store);
            home.open().await
        }
    };
    eventually(async || after.settings(GUILD).await == Err(Trouble::Newer)).await;
    assert_eq!(after.remembered(), 0, "{known:?} is older");
}

async fn a_row_that_is_not_ours_is_left_alone(home: &Home) {
    let store = home.open().await;
    home.run(
        "INSERT INTO server (guild, revision, form, document) VALUES (5, 3, 1, '{\"gate\":7}')",
    )
    .await;
    let unread = store.settings(GuildId(5)).await;
    assert!(matches!(unread, Err(Trouble::Unreadable(_))), "{unread:?}");
    let change = store.change(
        moderator(GuildId(5)),
        ANN,
        Change::set("gate", Gate::Advise),
        NOW,
    );
    assert!(matches!(
        change.await,
        Err(StoreError::Trouble(Trouble::Unreadable(_)))
    ));
}

/// What stands in a row that this program does not understand, though its form is the one that it knows.
const STRANGE: [&str; 4] = [
    "document = '{\"visibility\":\"public\",\"quiet-hours\":{\"from\":22}}'",
    "document = '{\"gate\":\"locked\"}'",
    "revision = -1",
    "lessons = -1",
];

/// The same, of another kind than it should be; PostgreSQL keeps kinds apart itself.
const OF_ANOTHER_KIND: [&str; 4] = [
    "revision = 'many'",
    "form = 'new'",
    "lessons = x'00'",
    "document = CAST(document AS BLOB)",
];

async fn a_strange_row_closes_its_own_server_and_no_other(home: &Home) {
    let kinds: &[&str] = match home.is_shared() {
        true => &[],
        false => &OF_ANOTHER_KIND,
    };
    for strange in STRANGE.iter().chain(kinds) {
        let store = home.open().await;
        for guild in [GUILD, GuildId(2)] {
            make(&store, guild, Change::set("gate", Gate::AgeRestricted)).await;
            report(&store, guild, "still waiting").await;
        }
        store.close().await;
        drop(store);
        let lose = format!("UPDATE server SET {strange} WHERE guild = {}", GUILD.0);
        home.run(&lose).await;

        let store = home.open().await;
        for _ in 0..2 {
            let unread = store.chosen(GUILD).await;
            assert!(
                matches!(unread, Err(Trouble::Unreadable(_))),
                "{strange}: {unread:?}"
            );
            assert_eq!(store.remembered(), 0, "{strange}: nothing of it is known");
        }
        let change = store.change(moderator(GUILD), ANN, Change::Reset, NOW);
        let change = change.await;
        let unread = Err(StoreError::Trouble(Trouble::Unreadable(String::new())));
        let kind = |made: &Result<_, StoreError>| made.as_ref().err().map(std::mem::discriminant);
        assert_eq!(kind(&change), kind(&unread), "{strange}: {change:?}");
        assert!(store.health().is_well(), "{strange}: one row is not all");
        let other = settings(&store, GuildId(2)).await;
        assert_eq!(other.gate, Gate::AgeRestricted, "{strange}");
        let waiting = store.reports(moderator(GuildId(2)), NOW).await.unwrap();
        assert_eq!(waiting.len(), 1, "{strange}");
        let kept = store.kept().await.unwrap();
        assert!(kept.iter().any(|it| it.guild == GuildId(2)), "{strange}");
        store.close().await;
        home.empty().await;
    }
}

/// Where what stands beside a row's settings is strange, the others are served as ever.
async fn a_strange_date_hides_no_other_server(home: &Home) {
    if home.is_shared() {
        return;
    }
    let store = home.open().await;
    for guild in [GUILD, GuildId(2)] {
        make(&store, guild, Change::set("gate", Gate::AgeRestricted)).await;
        report(&store, guild, "still waiting").await;
    }
    let strange = format!(
        "UPDATE server SET left_at = 'gone' WHERE guild = {}",
        GUILD.0
    );
    home.run(&strange).await;
    home.run("PRAGMA foreign_keys = OFF; UPDATE report SET guild = 'ours' WHERE number = 1")
        .await;
    let kept = store.kept().await.unwrap();
    assert_eq!(
        kept.iter().map(|it| it.guild).collect::<Vec<_>>(),
        [GuildId(2)]
    );
    let due = store.due(NOW).await.unwrap();
    assert_eq!(
        due.iter().map(|it| it.guild).collect::<Vec<_>>(),
        [GuildId(2)]
    );
    assert!(store.health().is_well());
}

async fn who_asks_to_be_forgotten_is_no_longer_named(home: &Home) {
    let store = home.open().await;
    make(&store, GUILD, Change::Forbid(ChannelId(1))).await;
    make(&store, GuildId(2), Change::Forbid(ChannelId(1))).await;
    let other = store.change(moderator(GUILD), BEN, Change::Forbid(ChannelId(2)), NOW);
    other.await.unwrap();
    assert_eq!(store.forget(ANN).await, Ok(2));
    assert_eq!(store.forget(ANN).await, Ok(0));
    let history = store.history(GUILD).await.unwrap();
    let who: Vec<Option<UserId>> = history.iter().map(|it| it.who).collect();
    assert_eq!(who, [Some(BEN), None]);
    assert!(!settings(&store, GUILD).await.channels.holds(ChannelId(1)));
}

async fn a_server_that_left_is_deleted_after_thirty_days(home: &Home) {
    let store = home.open().await;
    make(&store, GUILD, Change::set("gate", Gate::AgeRestricted)).await;
    make(&store, GuildId(2), Change::set("gate", Gate::AgeRestricted)).await;
    store.left(GUILD, NOW).await.unwrap();
    // It is told twice; the first time counts.
    store.left(GUILD, NOW + time::Duration::DAY).await.unwrap();
    let kept = store.kept().await.unwrap();
    let left: Vec<_> = kept.iter().map(|it| (it.guild, it.left)).collect();
    assert_eq!(left, [(GuildId(2), None), (GUILD, Some(NOW))]);

    let almost = NOW + time::Duration::days(30) - time::Duration::SECOND;
    assert_eq!(store.sweep(almost).await, Ok(vec![]));
    assert_eq!(settings(&store, GUILD).await.gate, Gate::AgeRestricted);
    let enough = NOW + time::Duration::days(30);
    assert_eq!(store.sweep(enough).await, Ok(vec![GUILD]));
    assert_eq!(*settings(&store, GUILD).await, Settings::default());
    assert!(store.history(GUILD).await.unwrap().is_empty());
    assert_eq!(settings(&store, GuildId(2)).await.gate, Gate::AgeRestricted);
    assert_eq!(store.history(GuildId(2)).await.unwrap().len(), 1);
}

async fn a_server_that_returned_is_kept(home: &Home) {
    let store = home.open().await;
    let long_after = NOW + time::Duration::days(300);
    for guild in [GUILD, GuildId(2)] {
        make(&store, guild, Change::set("gate", Gate::AgeRestricted)).await;
        store.left(guild, NOW).await.unwrap();
    }
    store.returned(GUILD).await.unwrap();
    // Somebody chooses there, so it is back whether we were told or not.
    make(
        &store,
        GuildId(2),
        Change::set("visibility", Visibility::Public),
    )
    .await;
    assert_eq!(store.sweep(long_after).await, Ok(vec![]));
    assert_eq!(settings(&store, GUILD).await.gate, Gate::AgeRestricted);
}

async fn a_report_waits_until_it_is_dealt_with(home: &Home) {
    let store = home.open().await;
    let first = report(&store, GUILD, "why is he like this").await;
    let second = report(&store, GUILD, "what now").await;
    report(&store, GuildId(2), "elsewhere").await;
    store.close().await;
    drop(store);
    let store = home.open().await;
    let waiting = store.reports(moderator(GUILD), NOW).await.unwrap();
    let told: Vec<_> = waiting.iter().map(|it| (it.number, &*it.words)).collect();
    assert_eq!(told, [(first, "why is he like this"), (second, "what now")]);
    assert_eq!((waiting[0].when, &*waiting[0].article), (NOW, "an-article"));

    let elsewhere = store.dismiss(moderator(GuildId(2)), first).await;
    assert_eq!(elsewhere, Ok(false), "another server's report");
    assert_eq!(store.dismiss(moderator(GUILD), second).await, Ok(true));
    assert_eq!(store.dismiss(moderator(GUILD), second).await, Ok(false));
    let third = report(&store, GUILD, "what now").await;
    assert!(third > second, "no number comes twice");
}

async fn reports_are_bounded_and_the_same_words_wait_once(home: &Home) {
    let store = home.open().await;
    for number in 0..REPORTS {
        report(&store, GUILD, &format!("question {number}")).await;
    }
    let one_more = store.report(GUILD, &slug(), "one more", NOW).await;
    assert_eq!(one_more, Err(StoreError::Unkept(Unkept::Full)));
    assert!(store.health().is_well(), "a full table is no trouble");
    let again = store.report(GUILD, &slug(), "Question: 7?", NOW).await;
    let waiting = store.reports(moderator(GUILD), NOW).await.unwrap();
    assert_eq!(again, Ok(waiting[7].number));
    assert_eq!(waiting.len(), REPORTS);
    report(&store, GuildId(2), "there is room elsewhere").await;
    // Thirty days later they count no more, swept or not.
    let later = NOW + time::Duration::days(30);
    let one_more = store.report(GUILD, &slug(), "one more", later).await;
    assert!(one_more.is_ok());
}

async fn a_report_is_seen_and_told_once_from_when_it_is_due(home: &Home) {
    let store = home.open().await;
    let later = NOW + Duration::from_secs(3 * 60);
    let number = store
        .report(GUILD, &slug(), "not yet", later)
        .await
        .unwrap();
    let again = store.report(GUILD, &slug(), "Not yet?", NOW).await;
    assert_eq!(again, Ok(number), "it waits, seen or not");
    let before = later - Duration::from_secs(1);
    assert_eq!(store.due(before).await, Ok(vec![]));
    let waiting = store.reports(moderator(GUILD), before).await.unwrap();
    assert!(waiting.is_empty());
    store.close().await;
    drop(store);

    let store = home.open().await;
    let waiting = store.reports(moderator(GUILD), later).await.unwrap();
    assert_eq!((waiting[0].number, waiting[0].when), (number, later));
    let guild = GUILD;
    let due = Due { guild, number };
    assert_eq!(store.due(later).await, Ok(vec![due]));
    let (one, other) = tokio::join!(store.told(due), store.told(due));
    assert_ne!(one.unwrap(), other.unwrap(), "of two who tell it, one does");
    assert_eq!(store.due(later).await, Ok(vec![]));
    let waiting = store.reports(moderator(GUILD), later).await.unwrap();
    assert_eq!(waiting.len(), 1, "told, it waits still");
}

async fn a_report_is_deleted_after_thirty_days(home: &Home) {
    let store = home.open().await;
    report(&store, GUILD, "why is he like this").await;
    let enough = NOW + time::Duration::days(30);
    let almost = enough - time::Duration::SECOND;
    store.sweep(almost).await.unwrap();
    let waiting = store.reports(moderator(GUILD), almost).await.unwrap();
    assert_eq!(waiting.len(), 1);
    let waiting = store.reports(moderator(GUILD), enough).await.unwrap();
    assert!(waiting.is_empty(), "it is not shown, swept or not");
    store.sweep(enough).await.unwrap();
    let waiting = store.reports(moderator(GUILD), NOW).await.unwrap();
    assert!(waiting.is_empty(), "it is gone");
}

async fn control_characters_are_dropped_before_anything_is_kept(home: &Home) {
    let store = home.open().await;
    let number = report(&store, GUILD, "why\0 is he\u{7} cold?\u{1b}\nsince may").await;
    let waiting = store.reports(moderator(GUILD), NOW).await.unwrap();
    assert_eq!(waiting[0].words, "why is he cold?\nsince may");
    let teaching = Teaching {
        words: "why\0 is he cold\u{8}".to_owned(),
        ..teaching(number, 0, "a-section")
    };
    let taught = store.teach(moderator(GUILD), teaching).await.unwrap();
    assert_eq!(taught[0].words, "why is he cold");
    let line = Change::CareLine(Some("write\0 to us".to_owned()));
    make(&store, GUILD, line).await;
    assert!(store.health().is_well());
}

async fn what_one_statement_says_concerns_that_statement_alone(home: &Home) {
    let store = home.open().await;
    make(&store, GuildId(2), Change::set("gate", Gate::AgeRestricted)).await;
    home.run(match home.is_shared() {
        true => {
            "CREATE FUNCTION unfit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
            RAISE EXCEPTION 'no' USING ERRCODE = NEW.words; END $$; \
            CREATE TRIGGER unfit BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION unfit()"
        }
        false => {
            "CREATE TRIGGER unfit BEFORE INSERT ON report BEGIN SELECT RAISE(ABORT, 'no'); END"
        }
    })
    .await;
    for code in ["22021", "23514"] {
        let unfit = store.report(GUILD, &slug(), code, NOW).await;
        let code = if home.is_shared() { code } else { "1811" };
        let trouble = Trouble::Unfit(code.to_owned());
        assert_eq!(unfit, Err(StoreError::Trouble(trouble)));
        assert!(store.health().is_well(), "{code}");
        // Somebody else's settings, not read before, and changes are there at once.
        let other = settings(&store, GuildId(2)).await;
        assert_eq!(other.gate, Gate::AgeRestricted);
        make(&store, GUILD, Change::set("visibility", Visibility::Public)).await;
    }
}

async fn what_is_taught_outlives_a_restart_and_takes_its_report_along(home: &Home) {
    let store = home.open().await;
    let taught = teach(&store, GUILD, "why is he like this").await.unwrap();
    let told: Vec<_> = taught.iter().map(|it| (&*it.section, &*it.words)).collect();
    assert_eq!(told, [("a-section", "why is he like this")]);
    assert!(
        store
            .reports(moderator(GUILD), NOW)
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(store.chosen(GUILD).await.unwrap().1, taught);
    assert!(store.chosen(GuildId(2)).await.unwrap().1.is_empty());
    store.close().await;
    drop(store);
    let store = home.open().await;
    assert_eq!(store.chosen(GUILD).await.unwrap().1, taught);
    let lesson = taught[0].number;
    let elsewhere = store.unteach(moderator(GuildId(2)), lesson).await;
    assert_eq!(elsewhere, Err(StoreError::Unkept(Unkept::Gone)));
    let left = store.unteach(moderator(GUILD), lesson).await.unwrap();
    assert!(left.is_empty());
    assert!(store.chosen(GUILD).await.unwrap().1.is_empty());
    let again = store.unteach(moderator(GUILD), lesson).await;
    assert_eq!(again, Err(StoreError::Unkept(Unkept::Gone)));
}

async fn lessons_are_bounded_and_no_words_are_taught_twice(home: &Home) {
    let store = home.open().await;
    for number in 0..LESSONS {
        teach(&store, GUILD, &format!("question {number}"))
            .await
            .unwrap();
    }
    let full = teach(&store, GUILD, "one more").await;
    assert_eq!(full, Err(StoreError::Unkept(Unkept::Full)));
    let known = teach(&store, GUILD, "QUESTION 7!").await;
    assert_eq!(known, Err(StoreError::Unkept(Unkept::Known)));
    let waiting = store.reports(moderator(GUILD), NOW).await.unwrap();
    assert_eq!(waiting.len(), 2, "what was refused still waits");
    assert_eq!(store.chosen(GUILD).await.unwrap().1.len(), LESSONS);
    teach(&store, GuildId(2), "question 7").await.unwrap();
}

async fn two_moderators_at_once_deal_with_a_report_once(home: &Home) {
    let one = home.open().await;
    let other = match home.is_shared() {
        true => home.open().await,
        false => one.clone(),
    };
    for round in 0..10 {
        let number = report(&one, GUILD, &format!("question {round}")).await;
        let teach = |store: &Store, section: &str| {
            let (store, teaching) = (store.clone(), teaching(number, round, section));
            tokio::spawn(async move { store.teach(moderator(GUILD), teaching).await })
        };
        let (a, b) = (teach(&one, "a-section"), teach(&other, "another"));
        let (a, b) = (a.await.unwrap(), b.await.unwrap());
        assert!(a.is_ok() != b.is_ok(), "{a:?} {b:?}");
    }
    eventually(async || one.chosen(GUILD).await.unwrap().1.len() == 10).await;
    eventually(async || other.chosen(GUILD).await.unwrap().1.len() == 10).await;
}

async fn lessons_leave_the_settings_and_their_history_alone(home: &Home) {
    let store = home.open().await;
    let lesson = teach(&store, GUILD, "first").await.unwrap()[0].number;
    for id in 0..60 {
        make(&store, GUILD, Change::Forbid(ChannelId(id))).await;
    }
    teach(&store, GUILD, "second").await.unwrap();
    let history = store.history(GUILD).await.unwrap();
    let numbers: Vec<u64> = history.iter().map(|it| it.number).collect();
    assert_eq!(numbers, (11..=60).rev().collect::<Vec<u64>>());
    store.unteach(moderator(GUILD), lesson).await.unwrap();
    make(&store, GUILD, Change::Reset).await;
    let (settings, lessons) = store.chosen(GUILD).await.unwrap();
    assert_eq!(*settings, Settings::default());
    assert_eq!(lessons.len(), 1, "a reset forgets choices, not lessons");
    assert_eq!(lessons[0].words, "second");
}

async fn a_server_that_left_takes_its_reports_and_lessons_along(home: &Home) {
    let store = home.open().await;
    for guild in [GUILD, GuildId(2)] {
        teach(&store, guild, "first").await.unwrap();
        let later = NOW + time::Duration::days(20);
        let waits = store.report(guild, &slug(), "second", later).await;
        waits.unwrap();
    }
    store.left(GUILD, NOW).await.unwrap();
    let enough = NOW + time::Duration::days(30);
    assert_eq!(store.sweep(enough).await, Ok(vec![GUILD]));
    for (guild, kept) in [(GUILD, 0), (GuildId(2), 1)] {
        assert_eq!(store.chosen(guild).await.unwrap().1.len(), kept);
        let waiting = store.reports(moderator(guild), enough).await.unwrap();
        assert_eq!(waiting.len(), kept);
    }
}

async fn what_was_dealt_with_is_gone_from_every_file_within_a_minute(home: &Home) {
    let store = home.open().await;
    // So many and so long that pages are divided and texts run over several.
    let words = |what: &str, number: usize| format!("{what} {number} {}", "x".repeat(number * 36));
    for number in 0..100 {
        report(&store, GUILD, &words("kept-waiting", number)).await;
        report(&store, GUILD, &words("dismissed-away", number)).await;
        teach(&store, GUILD, &words("unlearned-now", number))
            .await
            .unwrap();
        if number >= 60 {
            let waiting = store.reports(moderator(GUILD), NOW).await.unwrap();
            let dealt = waiting.iter().find(|it| it.words.starts_with("dismissed"));
            store
                .dismiss(moderator(GUILD), dealt.unwrap().number)
                .await
                .unwrap();
        }
    }
    home.analyse().await;
    assert!(home.kept("dismissed-away").await && home.kept("unlearned-now").await);
    for waiting in store.reports(moderator(GUILD), NOW).await.unwrap() {
        if waiting.words.starts_with("dismissed") {
            store
                .dismiss(moderator(GUILD), waiting.number)
                .await
                .unwrap();
        }
    }
    for lesson in store.chosen(GUILD).await.unwrap().1.iter().skip(1) {
        store
            .unteach(moderator(GUILD), lesson.number)
            .await
            .unwrap();
    }
    home.analyse().await;
    let start = Instant::now();
    while home.kept("dismissed-away").await || home.kept("unlearned-now 5").await {
        assert!(start.elapsed() < WITHIN, "it lingers");
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    println!("{}: gone after {:?}", home.location, start.elapsed());
    assert!(home.kept("kept-waiting 7").await);
    let waiting = store.reports(moderator(GUILD), NOW).await.unwrap();
    assert_eq!(waiting.len(), 100, "what waits still does");
    assert_eq!(store.chosen(GUILD).await.unwrap().1.len(), 1);
    let next = report(&store, GUILD, "one more").await;
    assert!(waiting.iter().all(|it| it.number < next));
    assert!(store.health().is_well());
    assert_eq!(home.soundness().await, "ok");
}

/// A way in which what somebody sent to moderators ends.
#[derive(Clone, Copy, Debug)]
enum End {
    /// It needs nothing more.
    Dismissed,
    /// It is answered from now on, and the moderator wrote the lesson in words of their own.
    TaughtInOtherWords,
    /// It was taught as it came, and that was taken back.
    TakenBack,
    /// Nobody dealt with it, and it grew too old.
    TooOld,
    /// The server removed the bot long ago, with what waited there.
    ServerLeft,
    /// The same, with what was taught.
    ServerLeftWithLessons,
    /// It was dealt with between two moderators, and the second came too late.
    DealtWithTwice,
    /// Moderators were told of it before, which is noted beside it.
    DismissedAfterTold,
}

impl End {
    const ALL: [End; 8] = [
        End::Dismissed,
        End::TaughtInOtherWords,
        End::TakenBack,
        End::TooOld,
        End::ServerLeft,
        End::ServerLeftWithLessons,
        End::DealtWithTwice,
        End::DismissedAfterTold,
    ];

    /// The server where it happens.
    fn guild(self) -> GuildId {
        GuildId(1_000 + self as u64)
    }

    /// What stands in the words of everything that ends so.
    fn mark(self) -> String {
        format!("the-words-of-{self:?}-")
    }

    /// When such reports are due: those that are too old today were long ago.
    fn due(self) -> OffsetDateTime {
        match self {
            End::TooOld => NOW - time::Duration::days(30),
            _ => NOW,
        }
    }

    /// Does it to everything that waits in its server.
    async fn comes(self, store: &Store) {
        let moderator = moderator(self.guild());
        let waiting = store.reports(moderator, self.due()).await.unwrap();
        assert!(!waiting.is_empty(), "{self:?}");
        for (round, report) in (0..).zip(waiting) {
            let taught = |words: String| Teaching {
                words,
                ..teaching(report.number, round, "a-section")
            };
            match self {
                End::Dismissed => assert!(dismissed(store, moderator, report.number).await),
                End::DismissedAfterTold => {
                    let (guild, number) = (self.guild(), report.number);
                    assert!(store.told(Due { guild, number }).await.unwrap());
                    assert!(dismissed(store, moderator, number).await);
                }
                End::DealtWithTwice => {
                    assert!(dismissed(store, moderator, report.number).await);
                    assert!(!dismissed(store, moderator, report.number).await);
                    let late = store.teach(moderator, taught(report.words)).await;
                    assert!(late.is_err());
                }
                End::TaughtInOtherWords => {
                    let other = taught(format!("a moderator's words {round}"));
                    store.teach(moderator, other).await.unwrap();
                }
                End::TakenBack => {
                    let taught = store.teach(moderator, taught(report.words)).await;
                    let lesson = taught.unwrap()[0].number;
                    store.unteach(moderator, lesson).await.unwrap();
                }
                End::ServerLeftWithLessons => {
                    store.teach(moderator, taught(report.words)).await.unwrap();
                }
                End::TooOld | End::ServerLeft => (),
            }
        }
        if let End::ServerLeft | End::ServerLeftWithLessons = self {
            make(
                store,
                self.guild(),
                Change::set("gate", Gate::AgeRestricted),
            )
            .await;
            let long_ago = NOW - time::Duration::days(30);
            store.left(self.guild(), long_ago).await.unwrap();
        }
        if let End::TooOld | End::ServerLeft | End::ServerLeftWithLessons = self {
            store.sweep(NOW).await.unwrap();
        }
    }
}

async fn dismissed(store: &Store, moderator: Moderator, number: u64) -> bool {
    store.dismiss(moderator, number).await.unwrap()
}

async fn however_a_report_ends_no_word_of_it_is_left_in_any_file(home: &Home) {
    let store = home.open().await;
    for number in 0..20 {
        for end in End::ALL {
            let words = format!("{} {number} {}", end.mark(), "x".repeat(number * 40));
            let (guild, slug) = (end.guild(), slug());
            let sent = store.report(guild, &slug, &words, end.due());
            sent.await.unwrap();
        }
        report(&store, GUILD, &format!("still-waiting {number}")).await;
    }
    home.analyse().await;
    for end in End::ALL {
        assert!(home.kept(&end.mark()).await, "{end:?}");
        end.comes(&store).await;
        home.analyse().await;
        let start = Instant::now();
        while home.kept(&end.mark()).await {
            assert!(start.elapsed() < WITHIN, "it lingers: {end:?}");
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }
    // Nobody's name stands beside a report, so whoever is forgotten leaves what they sent with the moderators.
    store.forget(ANN).await.unwrap();
    assert!(home.kept("still-waiting 7").await);
    let waiting = store.reports(moderator(GUILD), NOW).await.unwrap();
    assert_eq!(waiting.len(), 20);
}

/// Sends a report, which goes on waiting, and has it answered with `mark`; who sent it is sealed, as far as the store can tell.
async fn answered(store: &Store, mark: &str) {
    let (slug, about, sender) = (
        slug(),
        format!("question {}", mark.len()),
        format!("sealed-{mark}"),
    );
    let sent = store.report_from(GUILD, &slug, &about, Some(sender.into_bytes()), NOW);
    let number = sent.await.unwrap();
    let answer = async || store.answer(moderator(GUILD), number, mark, NOW).await;
    assert!(answer().await.unwrap());
    assert!(!answer().await.unwrap(), "it is answered once");
}

async fn what_moderators_answered_is_told_once_and_leaves_no_word_in_any_file(home: &Home) {
    let store = home.open().await;
    let waiting = async |now| store.notes(now).await.unwrap();
    for mark in ["answer-told", "answer-too-old", "answer-taken-back"] {
        answered(&store, mark).await;
        home.analyse().await;
        let notes = waiting(NOW).await;
        assert_eq!(notes.len(), 1, "{mark}");
        match mark {
            "answer-told" => {
                let told = store.deliver(&notes[0]).await.unwrap();
                assert_eq!(told.as_deref(), Some(mark));
                assert_eq!(store.deliver(&notes[0]).await.unwrap(), None);
            }
            "answer-too-old" => {
                let later = NOW + NOTE_KEPT;
                assert_eq!(waiting(later).await, [], "it is not shown any more");
                store.sweep(later).await.unwrap();
            }
            _ => store.forget_senders(|_| true).await.unwrap(),
        }
        assert_eq!(waiting(NOW).await, [], "{mark}");
        let start = Instant::now();
        while home.kept(mark).await || home.kept(&format!("sealed-{mark}")).await {
            assert!(start.elapsed() < WITHIN, "it lingers: {mark}");
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }
}

/// By then the words of a report that was dealt with are gone from the files.
const WITHIN: Duration = Duration::from_secs(60);

async fn what_was_deleted_before_a_kill_is_gone_after_the_next_start(home: &Home) {
    let store = home.open().await;
    let number = report(&store, GUILD, "killed-before-it-went").await;
    store.dismiss(moderator(GUILD), number).await.unwrap();
    // What stands there now is what a kill would leave.
    let left = home.as_it_stands();
    drop(store);
    let home = left.as_ref().unwrap_or(home);
    assert!(home.kept("killed-before-it-went").await);
    home.open().await.close().await;
    assert!(!home.kept("killed-before-it-went").await);
}

async fn the_cache_is_bounded(home: &Home) {
    let store = home.open().await;
    for guild in 0..=REMEMBERED as u64 {
        settings(&store, GuildId(guild)).await;
    }
    assert!(store.remembered() <= REMEMBERED);
}

async fn reading_is_quick_with_a_hundred_thousand_servers(home: &Home) {
    let store = home.open().await;
    let numbers = match home.is_shared() {
        true => "generate_series(1, 100000) AS n(i)",
        false => {
            "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n)"
        }
    };
    let mut document = serde_json::to_string(&Settings::default()).unwrap();
    document = document.replace("\"channels\":\"all\"", "\"channels\":{\"only\":[1,2,3]}");
    home.run(&format!("INSERT INTO server (guild, revision, form, document) SELECT i, 1, 1, '{document}' FROM {numbers}")).await;

    let mut uncached = Vec::new();
    for guild in (1..100_000).step_by(97) {
        let start = Instant::now();
        settings(&store, GuildId(guild)).await;
        uncached.push(start.elapsed());
    }
    let mut cached = Vec::new();
    for guild in (1..100_000).step_by(97).cycle().take(20_000) {
        let start = Instant::now();
        settings(&store, GuildId(guild)).await;
        cached.push(start.elapsed());
    }
    let mut changes = Vec::new();
    for guild in 1..200 {
        let start = Instant::now();
        make(
            &store,
            GuildId(guild),
            Change::set("visibility", Visibility::Public),
        )
        .await;
        changes.push(start.elapsed());
    }
    println!("{}: uncached {}", home.location, told(&mut uncached));
    println!("{}: cached {}", home.location, told(&mut cached));
    println!("{}: change {}", home.location, told(&mut changes));
    assert!(uncached[uncached.len() / 2] <= Duration::from_millis(5));
    assert!(cached[cached.len() / 2] <= Duration::from_micros(50));
}

fn told(times: &mut [Duration]) -> String {
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    format!("median {:?}, p99 {:?}, most {:?}", at(50), at(99), at(100))
}

mod only_sqlite {
    use super::*;

    #[tokio::test]
    async fn a_new_file_is_private_and_its_folder_made() {
        let home = Home::file("private");
        let folder = home.dir.join("data");
        let file = folder.join("verbatim.db");
        let store = Store::open(&Location::File(file.clone())).await.unwrap();
        make(&store, GUILD, Change::Reset).await;
        make(&store, GUILD, Change::set("gate", Gate::AgeRestricted)).await;
        use std::os::unix::fs::PermissionsExt;
        for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "{:?} {mode:o}", entry.path());
        }
        let mode = fs::metadata(&folder).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o700);
    }

    #[tokio::test]
    async fn an_open_file_is_closed_to_others_and_a_read_only_one_stays_so() {
        use std::os::unix::fs::PermissionsExt;
        let home = Home::file("open");
        home.open().await.close().await;
        let lock = home.dir.join("verbatim.db.lock");
        for (before, after) in [(0o644, 0o600), (0o666, 0o600), (0o444, 0o400)] {
            for file in [&home.file_path(), &lock] {
                fs::set_permissions(file, fs::Permissions::from_mode(before)).unwrap();
            }
            let store = home.open().await;
            for file in [&home.file_path(), &lock] {
                let mode = fs::metadata(file).unwrap().permissions().mode() & 0o777;
                assert_eq!(mode, after, "{file:?}");
            }
            store.close().await;
        }
    }

    #[tokio::test]
    async fn a_lock_that_is_a_link_is_not_followed() {
        let home = Home::file("link");
        let elsewhere = home.dir.join("elsewhere");
        let lock = home.dir.join("verbatim.db.lock");
        std::os::unix::fs::symlink(&elsewhere, &lock).unwrap();
        let error = Store::open(&home.location).await.unwrap_err();
        let told = error.to_string();
        assert!(
            told.ends_with("verbatim.db.lock: it is a link, which is not followed; delete it"),
            "{told}"
        );
        assert!(!elsewhere.exists());
    }

    #[tokio::test]
    async fn a_second_process_is_refused() {
        let home = Home::file("second");
        let first = home.open().await;
        let error = Store::open(&home.location).await.unwrap_err();
        assert_eq!(error, OpenError::InUse(home.file_path()));
        assert!(error.to_string().contains("another verbatim has it open"));
        first.close().await;
        drop(first);
        home.open().await;
    }

    #[tokio::test]
    async fn a_read_only_file_still_answers_and_heals() {
        let home = Home::file("readonly");
        let store = home.open().await;
        make(&store, GUILD, Change::set("gate", Gate::AgeRestricted)).await;
        // Marked while we run …
        home.may_write(false);
        assert_eq!(refusal(&store).await, Trouble::ReadOnly);
        store.close().await;
        drop(store);
        // … and when we start.
        let store = home.open().await;
        assert_eq!(store.health().writing, Some(Trouble::ReadOnly));
        assert_eq!(settings(&store, GUILD).await.gate, Gate::AgeRestricted);
        assert_eq!(refusal(&store).await, Trouble::ReadOnly);
        assert_eq!(
            store.left(GUILD, NOW).await,
            Err(StoreError::Trouble(Trouble::ReadOnly))
        );
        home.may_write(true);
        make(&store, GUILD, Change::set("visibility", Visibility::Public)).await;
        assert_eq!(settings(&store, GUILD).await.visibility, Visibility::Public);
        assert!(store.health().is_well());
    }

    #[tokio::test]
    async fn an_older_read_only_file_is_refused() {
        let home = Home::file("readonly-older");
        home.bring_to(1).await;
        home.may_write(false);
        let error = Store::open(&home.location).await.unwrap_err();
        assert!(
            error
                .to_string()
                .ends_with("cannot be brought up to date: it may only be read"),
            "{error}"
        );
    }

    #[tokio::test]
    async fn a_file_held_by_another_program_is_survived_and_heals() {
        let home = Home::file("held");
        let store = home.open().await;
        make(&store, GUILD, Change::set("gate", Gate::AgeRestricted)).await;
        let other = home.sqlite().await;
        let held = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
        assert!(matches!(refusal(&store).await, Trouble::Away(_)));
        assert_eq!(settings(&store, GUILD).await.gate, Gate::AgeRestricted);
        assert_eq!(*settings(&store, GuildId(2)).await, Settings::default());
        assert_eq!(store.health().reading, None);
        held.rollback().await.unwrap();
        make(&store, GUILD, Change::set("visibility", Visibility::Public)).await;
        assert!(store.health().is_well());
    }

    #[tokio::test]
    async fn a_broken_file_leaves_the_last_known_settings() {
        let home = Home::file("broken");
        let store = home.open().await;
        make(&store, GUILD, Change::set("gate", Gate::AgeRestricted)).await;
        home.run("INSERT INTO server (guild, revision, form, document) VALUES (5, 3, 1, '{}')")
            .await;
        home.run("DROP TABLE history").await;
        home.run("DROP TABLE server").await;
        assert_eq!(settings(&store, GUILD).await.gate, Gate::AgeRestricted);
        let unread = store.settings(GuildId(5)).await;
        assert!(matches!(unread, Err(Trouble::Away(_))), "{unread:?}");
        assert!(matches!(store.health().reading, Some(Trouble::Away(_))));
    }

    #[tokio::test]
    async fn who_is_forgotten_or_swept_leaves_no_trace_in_the_file() {
        const LONG: UserId = UserId(0x0c7d_1234_5678_9abc);
        const SWEPT: &str = "moderators of the swept server";
        const EXPIRED: &str = "a question that nobody dealt with";
        let home = Home::file("trace");
        let store = home.open().await;
        for id in 0..300 {
            let forbid = Change::Forbid(ChannelId(id % 7));
            let guild = GuildId(id / 7);
            let change = store.change(moderator(guild), LONG, forbid, NOW);
            change.await.unwrap();
        }
        let line = Change::CareLine(Some(SWEPT.to_owned()));
        make(&store, GUILD, line).await;
        store.left(GUILD, NOW).await.unwrap();
        report(&store, GUILD, EXPIRED).await;
        let id = LONG.0.to_be_bytes();
        assert!(home.holds(EXPIRED.as_bytes()));
        assert!(home.holds(&id) && home.holds(SWEPT.as_bytes()));
        store.forget(LONG).await.unwrap();
        store.sweep(NOW + time::Duration::days(30)).await.unwrap();
        assert!(!home.holds(&id) && !home.holds(SWEPT.as_bytes()));
        assert!(!home.holds(EXPIRED.as_bytes()));
    }

    #[tokio::test]
    async fn a_file_damaged_in_the_middle_names_the_next_step() {
        let home = Home::file("damaged");
        let store = home.open().await;
        make(&store, GUILD, Change::Forbid(ChannelId(1))).await;
        store.close().await;
        drop(store);
        let mut bytes = fs::read(home.file_path()).unwrap();
        bytes[100..4_096].fill(0x5a);
        fs::write(home.file_path(), bytes).unwrap();
        let error = Store::open(&home.location).await.unwrap_err();
        assert_eq!(error, OpenError::Damaged(home.file_path()));
    }

    #[tokio::test]
    async fn a_file_that_is_damaged_while_it_is_open_names_the_next_step() {
        let home = Home::file("damaged-open");
        let store = home.open().await;
        make(&store, GUILD, Change::set("gate", Gate::AgeRestricted)).await;
        // Into the file with all that its log holds; what was read before is read again.
        home.run("PRAGMA wal_checkpoint(TRUNCATE)").await;
        let mut bytes = fs::read(home.file_path()).unwrap();
        bytes[4_096..].fill(0x5a);
        fs::write(home.file_path(), bytes).unwrap();
        let unread = store.settings(GuildId(5)).await.unwrap_err();
        assert_eq!(unread, Trouble::Damaged);
        let told = unread.to_string();
        assert!(
            told.contains("stop this program, then restore a backup in its place"),
            "{told}"
        );
        assert_eq!(refusal(&store).await, Trouble::Damaged);
        let health = store.health();
        assert_eq!(
            (health.reading, health.writing),
            (Some(Trouble::Damaged), Some(Trouble::Damaged))
        );
        assert_eq!(settings(&store, GUILD).await.gate, Gate::AgeRestricted);
    }

    /// What is written into a removed file is kept until the next start, and then it is lost.
    #[tokio::test]
    async fn a_file_that_is_removed_refuses_changes_and_is_noticed() {
        const NOTICED: Duration = Duration::from_secs(10);
        let home = Home::file("removed");
        let store = home.open().await;
        make(&store, GUILD, Change::Forbid(ChannelId(1))).await;
        let away = home.file_path().with_extension("away");
        fs::rename(home.file_path(), &away).unwrap();
        let seen = async |wanted: Option<Trouble>| {
            while store.health().writing != wanted {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        let noticed = tokio::time::timeout(NOTICED, seen(Some(Trouble::Gone))).await;
        noticed.expect("noticed though nobody changes anything");
        let change = Change::Forbid(ChannelId(2));
        let refused = store.change(moderator(GUILD), UserId(1), change, NOW).await;
        assert_eq!(refused.unwrap_err(), StoreError::Trouble(Trouble::Gone));
        fs::rename(&away, home.file_path()).unwrap();
        let healed = tokio::time::timeout(NOTICED, seen(None)).await;
        healed.expect("it is back");
        make(&store, GUILD, Change::Forbid(ChannelId(2))).await;
    }

    #[tokio::test]
    async fn what_is_no_database_is_refused() {
        let home = Home::file("garbage");
        fs::write(home.file_path(), "dear diary, ".repeat(1000)).unwrap();
        let error = Store::open(&home.location).await.unwrap_err();
        assert_eq!(error, OpenError::Damaged(home.file_path()));
        assert!(
            error.to_string().contains("restore a backup in its place"),
            "{error}"
        );
        let nowhere = Location::File(PathBuf::from("/proc/none/verbatim.db"));
        assert!(matches!(
            Store::open(&nowhere).await,
            Err(OpenError::File(..))
        ));
    }

    async fn refusal(store: &Store) -> Trouble {
        let change = Change::set("visibility", Visibility::Public);
        match store.change(moderator(GUILD), ANN, change, NOW).await {
            Err(StoreError::Trouble(trouble)) => trouble,
            other => panic!("{other:?}"),
        }
    }
}

mod only_postgres {
    use super::*;

    #[tokio::test]
    async fn a_change_reaches_the_others_within_a_second() {
        let Some(home) = Home::server("others").await else {
            return;
        };
        let (one, other) = (home.open().await, home.open().await);
        let mut waits = Vec::new();
        for id in 0..50 {
            settings(&other, GUILD).await;
            make(&one, GUILD, Change::Forbid(ChannelId(id))).await;
            let start = Instant::now();
            let seen = async || !settings(&other, GUILD).await.channels.holds(ChannelId(id));
            eventually(seen).await;
            waits.push(start.elapsed());
        }
        println!(
            "{}: seen by another after {}",
            home.location,
            told(&mut waits)
        );
        assert!(*waits.last().unwrap() < Duration::from_secs(1));

        let mut waits = Vec::new();
        for number in 0..50 {
            teach(&one, GUILD, &format!("question {number}"))
                .await
                .unwrap();
            let start = Instant::now();
            eventually(async || other.chosen(GUILD).await.unwrap().1.len() == number + 1).await;
            waits.push(start.elapsed());
        }
        println!(
            "{}: a lesson seen by another after {}",
            home.location,
            told(&mut waits)
        );
        assert!(*waits.last().unwrap() < Duration::from_secs(1));

        one.left(GUILD, NOW).await.unwrap();
        one.sweep(NOW + time::Duration::days(31)).await.unwrap();
        eventually(async || *settings(&other, GUILD).await == Settings::default()).await;
    }

    /// Everything that waits in `GUILD` is dealt with; more waits elsewhere.
    async fn dealt_with(store: &Store, mark: &str) -> u64 {
        let dismissed = report(store, GUILD, &format!("{mark} dismissed")).await;
        teach(store, GUILD, &format!("{mark} unlearned"))
            .await
            .unwrap();
        report(store, GuildId(2), "still waiting").await;
        teach(store, GuildId(2), "still taught").await.unwrap();
        dismissed
    }

    async fn unlearns(store: &Store, guild: GuildId) {
        let lesson = store.chosen(guild).await.unwrap().1[0].number;
        store.unteach(moderator(guild), lesson).await.unwrap();
    }

    /// Waits until the files were wiped as they are after each start; what is wiped later has another reason.
    async fn wiped_at_the_start(home: &Home) {
        let beside = PgPool::connect(&home.url()).await.unwrap();
        let file = async || {
            let file = "SELECT pg_relation_filenode('report')::BIGINT";
            let file = sqlx::query_scalar::<_, i64>(file).fetch_one(&beside);
            file.await.unwrap()
        };
        let (before, start) = (file().await, Instant::now());
        while file().await == before {
            assert!(start.elapsed() < WITHIN, "it was not wiped");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        beside.close().await;
    }

    /// Waits until `mark` stands in no file, no longer than the bot promises.
    async fn gone(home: &Home, mark: &str) -> Duration {
        let start = Instant::now();
        while home.kept(mark).await {
            assert!(start.elapsed() < WITHIN, "it lingers: {mark}");
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        start.elapsed()
    }

    #[tokio::test]
    async fn what_was_dealt_with_goes_though_somebody_looks_at_what_was_before() {
        let Some(home) = Home::server("older").await else {
            return;
        };
        let store = home.open().await;
        let dismissed = dealt_with(&store, "seen-by-an-older-look").await;
        let beside = PgPool::connect(&home.url()).await.unwrap();
        let mut older = beside
            .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ")
            .await
            .unwrap();
        let servers = "SELECT count(*) FROM server";
        let servers = sqlx::query_scalar::<_, i64>(servers).fetch_one(&mut *older);
        assert_eq!(servers.await.unwrap(), 2);

        store.dismiss(moderator(GUILD), dismissed).await.unwrap();
        unlearns(&store, GUILD).await;
        assert!(home.kept("seen-by-an-older-look").await);
        let after = gone(&home, "seen-by-an-older-look").await;
        println!(
            "{}: gone after {after:?} under an older look",
            home.location
        );

        // Others lose nothing by it; whoever looks at what was before sees nothing there.
        let waiting = store.reports(moderator(GuildId(2)), NOW).await.unwrap();
        assert_eq!(waiting.len(), 1);
        assert!(home.kept("still waiting").await && home.kept("still taught").await);
        for table in ["report", "taught"] {
            let rows = format!("SELECT count(*) FROM {table}");
            let rows = sqlx::query_scalar(sqlx::AssertSqlSafe(rows));
            let rows: i64 = rows.fetch_one(&mut *older).await.unwrap();
            assert_eq!(rows, 0, "{table}");
        }
        older.rollback().await.unwrap();
        report(&store, GUILD, "one more").await;
        teach(&store, GUILD, "another").await.unwrap();
        assert!(store.health().is_well());
    }

    #[tokio::test]
    async fn a_dump_that_begins_loses_no_row() {
        let Some(home) = Home::server("dump").await else {
            return;
        };
        let store = home.open().await;
        let dismissed = dealt_with(&store, "in-a-dump").await;
        let beside = PgPool::connect(&home.url()).await.unwrap();
        let mut dump = beside
            .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ")
            .await
            .unwrap();
        let looks = "SELECT count(*) FROM server";
        sqlx::query(looks).execute(&mut *dump).await.unwrap();
        store.dismiss(moderator(GUILD), dismissed).await.unwrap();
        unlearns(&store, GUILD).await;
        // It has looked, and comes to the tables after the first try to write them anew, which gave way.
        let gave_way = "SELECT EXISTS (SELECT FROM pg_stat_activity \
            WHERE datname = current_database() AND query = 'ROLLBACK')";
        let start = Instant::now();
        loop {
            let gave_way = sqlx::query_scalar(gave_way).fetch_one(&beside);
            if gave_way.await.unwrap() {
                break;
            }
            assert!(start.elapsed() < WITHIN, "nobody tried");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let lessons = "SELECT count(*) FROM taught WHERE guild = 2";
        let lessons = sqlx::query_scalar::<_, i64>(lessons).fetch_one(&mut *dump);
        assert_eq!(lessons.await.unwrap(), 1, "what is dumped is whole");
        dump.commit().await.unwrap();
        gone(&home, "in-a-dump").await;
    }

    /// The commit of whoever deletes from `table` takes longer than anybody waits for it.
    async fn commits_slowly(home: &Home, table: &str) {
        home.run(&format!(
            "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
            PERFORM pg_sleep(2); RETURN NULL; END $$; \
            CREATE CONSTRAINT TRIGGER slow AFTER DELETE ON {table} DEFERRABLE INITIALLY DEFERRED \
            FOR EACH ROW EXECUTE FUNCTION slow()"
        ))
        .await;
    }

    /// Waits until somebody commits slowly; a line to the database beside theirs.
    async fn commits(home: &Home) -> PgPool {
        let beside = PgPool::connect(&home.url()).await.unwrap();
        let commits = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' \
            AND datname = current_database()";
        eventually(async || {
            let commits = sqlx::query_scalar::<_, i64>(commits).fetch_one(&beside);
            commits.await.unwrap() == 1
        })
        .await;
        beside
    }

    #[tokio::test]
    async fn what_was_told_without_an_answer_goes_from_the_files_too() {
        let Some(home) = Home::server("untold").await else {
            return;
        };
        let proxy = Proxy::before(&home).await;
        let store = Store::open(&proxy.location).await.unwrap();
        answered(&store, "answer-untold").await;
        let note = store.notes(NOW).await.unwrap().remove(0);
        wiped_at_the_start(&home).await;
        commits_slowly(&home, "note").await;
        let told = tokio::spawn({
            let store = store.clone();
            async move { store.deliver(&note).await }
        });
        commits(&home).await;
        proxy.goes(Way::Silent);
        let told = told.await.unwrap();
        assert!(matches!(told, Err(StoreError::Unsure(_))), "{told:?}");
        proxy.goes(Way::Cut);
        proxy.goes(Way::Through);
        gone(&home, "answer-untold").await;
    }

    #[tokio::test]
    async fn what_was_deleted_without_an_answer_goes_from_the_files_too() {
        for way in [Way::Silent, Way::Cut, Way::Through] {
            let Some(home) = Home::server("unsure").await else {
                return;
            };
            let proxy = Proxy::before(&home).await;
            let store = Store::open(&proxy.location).await.unwrap();
            let mark = format!("no-answer-{way:?}");
            let dismissed = report(&store, GUILD, &mark).await;
            report(&store, GuildId(2), "still waiting").await;
            wiped_at_the_start(&home).await;
            commits_slowly(&home, "report").await;
            let dealt = tokio::spawn({
                let store = store.clone();
                async move { store.dismiss(moderator(GUILD), dismissed).await }
            });
            let beside = commits(&home).await;
            proxy.goes(way);
            let dealt = dealt.await.unwrap();
            assert!(matches!(dealt, Err(StoreError::Unsure(_))), "{dealt:?}");
            proxy.goes(Way::Cut);
            proxy.goes(Way::Through);
            eventually(async || {
                let waiting = "SELECT count(*) FROM report WHERE guild <> 2";
                let waiting = sqlx::query_scalar::<_, i64>(waiting).fetch_one(&beside);
                waiting.await.unwrap() == 0
            })
            .await;
            gone(&home, &mark).await;
            eventually(async || store.health().is_well()).await;
        }
    }

    #[tokio::test]
    async fn what_was_written_and_not_kept_goes_from_the_files_too() {
        let Some(home) = Home::server("unkept").await else {
            return;
        };
        let store = home.open().await;
        report(&store, GUILD, "still waiting").await;
        wiped_at_the_start(&home).await;
        home.run(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
            RAISE EXCEPTION 'no' USING ERRCODE = '23514'; END $$; \
            CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON report DEFERRABLE INITIALLY DEFERRED \
            FOR EACH ROW EXECUTE FUNCTION refuse()",
        )
        .await;
        let refused = store
            .report(GUILD, &slug(), "written-and-not-kept", NOW)
            .await;
        assert!(refused.is_err());
        assert!(home.kept("written-and-not-kept").await);
        gone(&home, "written-and-not-kept").await;
        assert!(home.kept("still waiting").await);
    }

    #[tokio::test]
    async fn a_database_that_goes_away_is_survived_and_heals() {
        for way in [Way::Cut, Way::Silent] {
            let Some(home) = Home::server("away").await else {
                return;
            };
            let proxy = Proxy::before(&home).await;
            let store = Store::open(&proxy.location).await.unwrap();
            let beside = home.open().await;
            make(&store, GUILD, Change::set("gate", Gate::AgeRestricted)).await;
            teach(&store, GUILD, "before").await.unwrap();

            proxy.goes(way);
            teach(&beside, GUILD, "meanwhile").await.unwrap();
            make(
                &beside,
                GUILD,
                Change::set("visibility", Visibility::Public),
            )
            .await;
            let start = Instant::now();
            assert_eq!(settings(&store, GUILD).await.gate, Gate::AgeRestricted);
            let lessons = store.chosen(GUILD).await.unwrap().1;
            assert_eq!(lessons.len(), 1, "the last that were known");
            let unread = store.settings(GuildId(2)).await;
            assert!(matches!(unread, Err(Trouble::Away(_))), "never known");
            let change = store
                .change(moderator(GUILD), ANN, Change::Reset, NOW)
                .await;
            assert!(
                matches!(change, Err(StoreError::Trouble(Trouble::Away(_)))),
                "{change:?}"
            );
            let waited = start.elapsed();
            println!("{way:?}: three requests took {waited:?} while the database was away");
            assert!(
                waited < Duration::from_millis(2500),
                "Discord waits three seconds"
            );
            eventually(async || store.health().reading.is_some()).await;

            // Known to be away, it costs nothing.
            let start = Instant::now();
            for kept in [
                store.report(GUILD, &slug(), "now", NOW).await.map(drop),
                store.reports(moderator(GUILD), NOW).await.map(drop),
                store.dismiss(moderator(GUILD), 1).await.map(drop),
                store.unteach(moderator(GUILD), 1).await.map(drop),
            ] {
                assert!(
                    matches!(kept, Err(StoreError::Trouble(Trouble::Away(_)))),
                    "{kept:?}"
                );
            }
            assert!(store.settings(GuildId(3)).await.is_err());
            assert!(start.elapsed() < Duration::from_millis(50));

            proxy.goes(Way::Cut);
            proxy.goes(Way::Through);
            let start = Instant::now();
            let healed = async || settings(&store, GUILD).await.visibility == Visibility::Public;
            eventually(healed).await;
            println!("{way:?}: healed after {:?}", start.elapsed());
            make(&store, GUILD, Change::set("gate", Gate::Advise)).await;
            assert_eq!(store.chosen(GUILD).await.unwrap().1.len(), 2);
            assert!(store.health().is_well());
        }
    }

    #[tokio::test]
    async fn a_clash_is_tried_once_more_and_concerns_nothing_else() {
        let Some(home) = Home::server("clash").await else {
            return;
        };
        let store = home.open().await;
        // A sequence keeps counting where everything else is rolled back.
        home.run(
            "CREATE SEQUENCE tries; \
            CREATE FUNCTION clash() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
            IF nextval('tries') = 1 OR NEW.words = 'always' \
            THEN RAISE EXCEPTION 'no' USING ERRCODE = '40001'; END IF; RETURN NEW; END $$; \
            CREATE TRIGGER clash BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION clash()",
        )
        .await;
        report(&store, GUILD, "once").await;
        let always = store.report(GUILD, &slug(), "always", NOW).await;
        assert_eq!(always, Err(StoreError::Trouble(Trouble::Clash)));
        assert!(store.health().is_well());
        report(&store, GUILD, "another").await;
        let waiting = store.reports(moderator(GUILD), NOW).await.unwrap();
        assert_eq!(waiting.len(), 2);
    }

    #[tokio::test]
    async fn a_database_that_is_away_at_the_start_is_awaited() {
        let Some(home) = Home::server("absent").await else {
            return;
        };
        let proxy = Proxy::before(&home).await;
        proxy.goes(Way::Cut);
        let store = Store::open(&proxy.location).await.unwrap();
        assert!(store.health().reading.is_some());
        assert!(store.settings(GUILD).await.is_err());
        proxy.goes(Way::Through);
        eventually(async || store.health().is_well()).await;
        make(&store, GUILD, Change::set("gate", Gate::AgeRestricted)).await;
    }

    #[tokio::test]
    async fn a_refusing_database_stops_the_start() {
        let Some(home) = Home::server("refusing").await else {
            return;
        };
        let wrong = home.url().replace("verbatim:", "verbatim:no");
        for url in [wrong, format!("{}_none", home.url())] {
            let location = Location::chosen(Some(&url), Path::new("")).unwrap();
            let error = Store::open(&location).await.unwrap_err();
            assert!(matches!(error, OpenError::Refused(_)), "{error}");
        }
    }

    #[tokio::test]
    async fn several_processes_may_start_at_once() {
        let Some(home) = Home::server("at_once").await else {
            return;
        };
        let open = || {
            let location = home.location.clone();
            tokio::spawn(async move { Store::open(&location).await })
        };
        let starts: Vec<_> = (0..8).map(|_| open()).collect();
        for start in starts {
            let store = start.await.unwrap().unwrap();
            eventually(async || store.health().is_well()).await;
        }
    }
}

#[test]
fn an_address_names_one_database_and_hides_its_password() {
    let file = Path::new("data/verbatim.db");
    let chosen = |url| Location::chosen(url, file).map(|location| format!("{location:?}"));
    let said = |words: &str| Ok(format!("Location({words})"));
    assert_eq!(chosen(None), said("data/verbatim.db"));
    assert_eq!(chosen(Some("  ")), said("data/verbatim.db"));
    assert_eq!(chosen(Some("sqlite:other.db")), said("other.db"));
    assert_eq!(
        chosen(Some("sqlite:///srv/other.db")),
        said("/srv/other.db")
    );
    let server = chosen(Some("postgres://me:secret@db.example:5433/settings"));
    assert_eq!(server, said("PostgreSQL settings at db.example:5433"));
    for wrong in [
        "mysql://me:secret@h/d",
        "postgres://me:secret@h:port/d",
        "secret",
    ] {
        let error = chosen(Some(wrong)).unwrap_err().to_string();
        assert!(error.starts_with("DATABASE_URL: "), "{error}");
        assert!(!error.contains("secret"), "{error}");
    }
}

#[test]
fn a_server_on_another_machine_proves_who_it_is() {
    let file = Path::new("");
    let mode = |location: Result<Location, OpenError>| match location {
        Ok(Location::Postgres(options)) => Ok(format!("{:?}", options.get_ssl_mode())),
        Ok(Location::File(file)) => panic!("{file:?}"),
        Err(error) => Err(error),
    };
    let (here, there) = ("postgres://me@127.0.0.1/d", "postgres://me@db.example/d");
    let said = |mode: &str| Ok(mode.to_owned());
    for (url, chosen) in [
        (here.to_owned(), said("Prefer")),
        ("postgres://me@[::1]/d".to_owned(), said("Prefer")),
        (
            "postgres://me@localhost/d?sslmode=disable".to_owned(),
            said("Disable"),
        ),
        (
            "postgres:///d?host=/run/postgresql".to_owned(),
            said("Prefer"),
        ),
        (there.to_owned(), said("VerifyFull")),
        ("postgres://me@10.0.0.7/d".to_owned(), said("VerifyFull")),
        (format!("{there}?sslmode=verify-full"), said("VerifyFull")),
        (format!("{here}?hostaddr=10.0.0.7"), said("VerifyFull")),
    ] {
        assert_eq!(mode(Location::chosen(Some(&url), file)), chosen, "{url}");
    }
    for lax in ["disable", "allow", "require", "verify-ca"] {
        let url = format!("{there}?sslmode={lax}");
        let refused = Err(OpenError::Lax("db.example".to_owned()));
        assert_eq!(mode(Location::chosen(Some(&url), file)), refused, "{url}");
        assert!(Location::trusting(Some(&url), file).is_ok(), "{url}");
    }
}

/// A server that speaks for another, or none at all, is known before anything is said to it.
#[tokio::test]
async fn a_server_that_proves_nothing_stops_the_start() {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key);
    let acceptor = TlsAcceptor::from(Arc::new(config.unwrap()));
    for (encrypts, why) in [(b'N', "does not support TLS"), (b'S', "certificate")] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let acceptor = acceptor.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut asked = [0; 8];
                stream.read_exact(&mut asked).await.unwrap();
                stream.write_all(&[encrypts]).await.unwrap();
                drop(acceptor.accept(stream).await);
            }
        });
        let url = format!("postgres://me:secret@localhost:{port}/d?sslmode=verify-full");
        let location = Location::chosen(Some(&url), Path::new("")).unwrap();
        let error = Store::open(&location).await.unwrap_err();
        assert!(matches!(error, OpenError::Unproven(_)), "{error:?}");
        let told = error.to_string();
        assert!(told.contains(why) && told.contains("sslrootcert"), "{told}");
    }
}

/// The environment variable that tells a child where to write.
const CHILD: &str = "VERBATIM_TEST_CHILD";

/// A step: its name, and what it says for both.
type Step = (&'static str, &'static str, &'static str);

macro_rules! step {
    ($number:literal, $name:literal) => {
        (
            $name,
            include_str!(concat!(
                "../src/store/migrations/sqlite/",
                $number,
                "_",
                $name,
                ".sql"
            )),
            include_str!(concat!(
                "../src/store/migrations/postgres/",
                $number,
                "_",
                $name,
                ".sql"
            )),
        )
    };
}

/// Every step: what an older program knew is the beginning of it.
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

/// A database for one test.
struct Home {
    location: Location,
    dir: PathBuf,
    server: Option<(String, String)>,
}

impl Home {
    fn file(name: &str) -> Home {
        let name = format!("store-{name}-{}", std::process::id());
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir).unwrap();
        Home {
            location: Location::File(dir.join("verbatim.db")),
            dir,
            server: None,
        }
    }

    async fn server(name: &str) -> Option<Home> {
        let Ok(url) = std::env::var("VERBATIM_TEST_POSTGRES") else {
            println!(
                "not run: VERBATIM_TEST_POSTGRES names no PostgreSQL; .ci/postgres starts one"
            );
            return None;
        };
        let (address, _) = url.rsplit_once('/').unwrap();
        let database = format!("{name}_{}", std::process::id());
        let own = format!("{address}/{database}");
        let home = Home {
            location: Location::chosen(Some(&own), Path::new("")).unwrap(),
            dir: PathBuf::new(),
            server: Some((url, database)),
        };
        home.empty().await;
        Some(home)
    }

    fn is_shared(&self) -> bool {
        self.server.is_some()
    }

    fn file_path(&self) -> PathBuf {
        self.dir.join("verbatim.db")
    }

    fn url(&self) -> String {
        match &self.server {
            None => format!("sqlite:{}", self.file_path().display()),
            Some((url, database)) => format!("{}/{database}", url.rsplit_once('/').unwrap().0),
        }
    }

    async fn open(&self) -> Store {
        Store::open(&self.location).await.unwrap()
    }

    /// Nothing is in it, as before the first start.
    async fn empty(&self) {
        let Some((url, database)) = &self.server else {
            fs::remove_dir_all(&self.dir).unwrap();
            fs::create_dir_all(&self.dir).unwrap();
            return;
        };
        let admin = PgPool::connect(url).await.unwrap();
        for order in [
            format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)"),
            format!("CREATE DATABASE {database}"),
        ] {
            sqlx::raw_sql(sqlx::AssertSqlSafe(order))
                .execute(&admin)
                .await
                .unwrap();
        }
        admin.close().await;
    }

    /// What an older program would have left.
    async fn bring_to(&self, version: usize) {
        let step = |(version, (name, sqlite, postgres)): (i64, &Step)| {
            let sql = SqlStr::from_static(if self.is_shared() { postgres } else { sqlite });
            Migration::new(version, (*name).into(), MigrationType::Simple, sql, false)
        };
        let steps = Migrator::with_migrations((1..).zip(&STEPS[..version]).map(step).collect());
        match &self.server {
            None => steps.run(&self.sqlite().await).await.unwrap(),
            Some(_) => steps
                .run(&PgPool::connect(&self.url()).await.unwrap())
                .await
                .unwrap(),
        }
    }

    /// Executes `sql` beside the store, as an operator with a console would.
    async fn run(&self, sql: &str) {
        let sql = sqlx::AssertSqlSafe(sql.to_owned());
        match &self.server {
            None => {
                let pool = self.sqlite().await;
                sqlx::raw_sql(sql).execute(&pool).await.unwrap();
                pool.close().await;
            }
            Some(_) => {
                let pool = PgPool::connect(&self.url()).await.unwrap();
                sqlx::raw_sql(sql).execute(&pool).await.unwrap();
                pool.close().await;
            }
        }
    }

    /// What the database says of itself: "ok", where its pages and indexes fit together.
    async fn soundness(&self) -> String {
        match &self.server {
            None => {
                let pool = self.sqlite().await;
                let told = sqlx::query_scalar("PRAGMA integrity_check");
                told.fetch_one(&pool).await.unwrap()
            }
            // A client that dies ends its session there, and nothing more.
            Some(_) => "ok".to_owned(),
        }
    }

    async fn sqlite(&self) -> SqlitePool {
        let options = SqliteConnectOptions::new().filename(self.file_path());
        SqlitePool::connect_with(options.create_if_missing(true))
            .await
            .unwrap()
    }

    /// Whether `bytes` stand in any of the files.
    fn holds(&self, bytes: &[u8]) -> bool {
        let files = fs::read_dir(&self.dir).unwrap();
        let mut files = files.map(|file| fs::read(file.unwrap().path()).unwrap());
        files.any(|file| memmem(&file, bytes))
    }

    /// A copy of the files as they stand while a store has them open; a server keeps its own.
    fn as_it_stands(&self) -> Option<Home> {
        if self.is_shared() {
            return None;
        }
        let copy = Home::file(&format!("{}-copy", self.dir.file_name()?.display()));
        for end in ["", "-wal"] {
            let name = format!("verbatim.db{end}");
            fs::copy(self.dir.join(&name), copy.dir.join(&name)).unwrap();
        }
        Some(copy)
    }

    /// Has the database look at what it holds, as it does by itself from time to time.
    async fn analyse(&self) {
        self.run("ANALYZE").await;
    }

    /// Whether `words` stand in any file of the database; PostgreSQL's own log aside, of which PRIVACY.md speaks.
    async fn kept(&self, words: &str) -> bool {
        if self.server.is_none() {
            return self.holds(words.as_bytes());
        }
        let pool = PgPool::connect(&self.url()).await.unwrap();
        // What is only in its memory comes into the files.
        let checkpoint = sqlx::query("CHECKPOINT").execute(&pool);
        checkpoint.await.unwrap();
        let folder = "SELECT current_setting('data_directory') || '/base/' || oid FROM pg_database \
            WHERE datname = current_database()";
        let folder: String = sqlx::query_scalar(folder).fetch_one(&pool).await.unwrap();
        pool.close().await;
        let files = fs::read_dir(folder).unwrap();
        // One that is deleted meanwhile holds nothing.
        let mut files = files.filter_map(|file| fs::read(file.unwrap().path()).ok());
        files.any(|file| memmem(&file, words.as_bytes()))
    }

    fn may_write(&self, may: bool) {
        let mut permissions = fs::metadata(self.file_path()).unwrap().permissions();
        use std::os::unix::fs::PermissionsExt;
        permissions.set_mode(if may { 0o600 } else { 0o400 });
        fs::set_permissions(self.file_path(), permissions).unwrap();
    }
}

/// Whether `bytes` stand in `file`.
fn memmem(file: &[u8], bytes: &[u8]) -> bool {
    let starts = file
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == bytes[0]);
    starts
        .map(|(at, _)| &file[at..])
        .any(|rest| rest.starts_with(bytes))
}

impl Drop for Home {
    fn drop(&mut self) {
        if self.server.is_none() {
            let _ = fs::remove_dir_all(&self.dir);
        }
    }
}

/// A network cable between a store and its database.
struct Proxy {
    location: Location,
    way: watch::Sender<Way>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    /// Everything passes.
    Through,
    /// Connections end, new ones too.
    Cut,
    /// Connections stand, and nothing passes.
    Silent,
}

impl Proxy {
    async fn before(home: &Home) -> Proxy {
        let url = home.url();
        let (user, rest) = url.rsplit_once('@').unwrap();
        let (address, database) = rest.split_once('/').unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let url = format!("{user}@127.0.0.1:{port}/{database}");
        let (way, ways) = watch::channel(Way::Through);
        let address: Arc<str> = address.into();
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                tokio::spawn(relay(near, address.clone(), ways.clone()));
            }
        });
        Proxy {
            location: Location::chosen(Some(&url), Path::new("")).unwrap(),
            way,
        }
    }

    fn goes(&self, way: Way) {
        self.way.send_replace(way);
    }
}

async fn relay(mut near: TcpStream, address: Arc<str>, mut ways: watch::Receiver<Way>) {
    let mut far = TcpStream::connect(&*address).await.unwrap();
    loop {
        let way = *ways.borrow_and_update();
        match way {
            Way::Cut => return,
            Way::Silent => {
                // Whatever comes after silence is a new connection.
                let _ = ways.changed().await;
                return;
            }
            Way::Through => {
                let both = tokio::io::copy_bidirectional(&mut near, &mut far);
                tokio::select! {
                    _ = both => return,
                    changed = ways.changed() => if changed.is_err() { return },
                }
            }
        }
    }
}

async fn settings(store: &Store, guild: GuildId) -> Arc<Settings> {
    store.settings(guild).await.unwrap()
}

async fn make(store: &Store, guild: GuildId, change: Change) -> Arc<Settings> {
    store
        .change(moderator(guild), ANN, change, NOW)
        .await
        .unwrap()
}

async fn report(store: &Store, guild: GuildId, words: &str) -> u64 {
    store.report(guild, &slug(), words, NOW).await.unwrap()
}

/// Teaches `words`, which somebody sent before.
async fn teach(store: &Store, guild: GuildId, words: &str) -> Result<Arc<[Lesson]>, StoreError> {
    let number = report(store, guild, words).await;
    let teaching = Teaching {
        words: words.to_owned(),
        ..teaching(number, 0, "a-section")
    };
    store.teach(moderator(guild), teaching).await
}

fn teaching(report: u64, round: u64, section: &str) -> Teaching {
    Teaching {
        report,
        article: slug(),
        section: section.to_owned(),
        words: format!("question {round}"),
    }
}

fn slug() -> Slug {
    Slug::new("an-article").unwrap()
}

fn moderator(guild: GuildId) -> Moderator {
    let member = Member {
        guild,
        manages_server: true,
        roles: Vec::new(),
    };
    member.moderator(&Default::default()).unwrap()
}

/// Waits for another process or task; a law that does not come true within five seconds is broken.
async fn eventually(true_now: impl AsyncFn() -> bool) {
    let start = Instant::now();
    while !true_now().await {
        assert!(
            start.elapsed() < Duration::from_secs(5),
            "it never came true"
        );
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}
