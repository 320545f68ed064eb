//! What one process changes holds for all: three of them, each on a connection of its own to one database.

use crate::database;
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use verbatim::content::Slug;
use verbatim::settings::{Change, Gate};
use verbatim::store::{Location, Store, Teaching};
use verbatim::who::{GuildId, Member, Moderator, UserId};

const GUILD: GuildId = GuildId(500);
/// So soon the others know.
const SOON: Duration = Duration::from_secs(1);
/// How often is looked at what says nothing by itself.
const LOOK: Duration = Duration::from_millis(2);

fn moderator() -> Moderator {
    let member = Member {
        guild: GUILD,
        manages_server: true,
        roles: Vec::new(),
    };
    member.moderator(&Default::default()).expect("a moderator")
}

/// How long it takes until it is so.
async fn until(true_now: impl AsyncFn() -> bool) -> Duration {
    let start = Instant::now();
    while !true_now().await {
        assert!(start.elapsed() < SOON, "it took too long");
        tokio::time::sleep(LOOK).await;
    }
    start.elapsed()
}

#[tokio::test]
async fn settings_and_lessons_are_current_in_three_processes_within_a_second() {
    let Some(url) = database("current").await else {
        return;
    };
    let location = Location::chosen(Some(&url), "".as_ref()).expect("an address");
    let mut all = Vec::new();
    for _ in 0..3 {
        all.push(Store::open(&location).await.expect("a database"));
    }
    let now = OffsetDateTime::now_utc();
    let mut longest = Duration::ZERO;
    // Each in turn changes what the others know already.
    for (round, one) in all.iter().enumerate() {
        let gate = [Gate::AgeRestricted, Gate::Advise][round % 2];
        for store in &all {
            store.chosen(GUILD).await.expect("what holds");
        }
        let change = Change::set("gate", gate);
        let changed = one.change(moderator(), UserId(1), change, now).await;
        changed.expect("a change that is allowed");
        let words = format!("question {round}");
        let article = Slug::new("an-article").expect("a name");
        let report = one.report(GUILD, &article, &words, now).await;
        let teaching = Teaching {
            report: report.expect("a report"),
            article,
            section: "a-section".to_owned(),
            words,
        };
        let taught = one.teach(moderator(), teaching).await;
        taught.expect("a lesson");
        for store in &all {
            let current = async || {
                let (settings, lessons) = store.chosen(GUILD).await.expect("what holds");
                settings.gate == gate && lessons.len() == round + 1
            };
            longest = longest.max(until(current).await);
        }
    }
    println!("known to all three within {longest:?}");
}
