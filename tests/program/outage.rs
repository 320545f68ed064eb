//! An outage of Discord's that lasts for seconds, as the program itself meets it: it spares Discord and the machine, says so
//! once, and answers what was asked meanwhile, if its session goes on.

use super::{TOKEN, config, database, end, on_rain, online, signal, url, verbatim};
use crate::fake::{Break, Discord, Fake, Welcome};
use futures::future::join_all;
use std::fs;
use std::path::Path;
use std::process::Child;
use std::time::Duration;
use tokio::time::sleep;

/// Long enough for some tries, whose pauses double from a second on.
const OUTAGE: Duration = Duration::from_secs(20);

/// Connections that a shard may open within a minute.
const OPENED: u64 = 8;

/// What an idle program and some tries take of a processor is a hundredth of this; whoever tries as fast as it can takes all
/// of the outage.
const BUSY: Duration = Duration::from_secs(1);

/// The longest pause that can have begun by then, and a slow machine.
const BACK: Duration = Duration::from_secs(60);

#[tokio::test]
async fn an_outage_spares_discord_and_the_machine() {
    let content = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outage");
    on_rain(&content, "Drops fall when they are heavy.");
    let home = database();
    let mut served = Vec::new();
    for (name, outage) in [
        ("closed.db", Welcome::Close(Some(1011))),
        ("bare.db", Welcome::Close(None)),
        ("greeted.db", Welcome::HelloAndClose(Some(4000))),
    ] {
        let fake = Fake::start().await;
        // In one folder, so that one learns for all.
        let child = serving(&fake, &content, &home.with_file_name(name)).await;
        served.push(is_waited_out(fake, child, outage));
    }
    join_all(served).await;
}

/// The program, by words alone, once it serves `fake`.
async fn serving(fake: &Fake, content: &Path, database: &Path) -> Child {
    let child = verbatim()
        .arg("run")
        .arg("--content")
        .arg(content)
        .arg("--config")
        .arg(config("outage.toml", "[answer]\nencoder = false\n"))
        .envs([("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())])
        .env("DATABASE_URL", url(database))
        .spawn();
    online(fake).await;
    child.expect("the program starts")
}

/// What is asked meanwhile is heard when the session goes on. Where Discord takes the session and closes, again and again, it
/// is given up after three tries, and only what comes after is heard.
async fn is_waited_out(fake: Fake, child: Child, outage: Welcome) {
    let goes_on = !matches!(outage, Welcome::HelloAndClose(_));
    let alice = fake.user("alice");
    // What a start leaves to do is done.
    alice.dm("section 1").reply().await;
    let (before, busy) = (fake.opened_lines(), processor(&child));
    fake.welcomes(outage);
    fake.breaks(Break::Close(1011));
    let asked = alice.dm("section 2");
    sleep(OUTAGE).await;
    let (tries, busy) = (fake.opened_lines() - before, processor(&child) - busy);
    println!("{outage:?}: {tries} connections, {busy:?} of a processor");
    assert!((1..=OPENED).contains(&tries), "{tries} connections");
    assert!(busy < BUSY, "{busy:?} of a processor");
    fake.welcomes(Welcome::Hello);
    let again = |discord: &Discord| match goes_on {
        true => (asked.answers() == 1).then_some(()),
        false => (discord.identifies() > 1 && !discord.online().is_empty()).then_some(()),
    };
    fake.wait_within(BACK, "what comes after", again).await;
    assert_eq!(fake.identifies() == 1, goes_on);
    // It is heard after the word that the session stands.
    alice.dm("section 1").reply().await;
    signal(&child, "-TERM");
    let (code, told) = end(child).await;
    assert_eq!(code, Some(0), "{told}");
    for line in [
        "The connection to Discord is lost;",
        "Every connection to Discord stands again.",
    ] {
        assert_eq!(told.matches(line).count(), 1, "{line}\n{told}");
    }
    fake.finish().await;
}

/// Linux counts a program's time in hundredths of a second (`USER_HZ`).
const TICK: Duration = Duration::from_millis(10);

/// How long processors worked for `child`, for it and for what it asked of the system.
fn processor(child: &Child) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{}/stat", child.id()));
    let stat = stat.expect("a program that runs");
    let (_, after_name) = stat.rsplit_once(") ").expect("its name");
    let numbers: Vec<&str> = after_name.split(' ').collect();
    // The fourteenth and fifteenth of all, of which two stand before: proc(5).
    let ticks = numbers[11..13].iter().map(|ticks| ticks.parse::<u32>());
    let ticks: u32 = ticks.map(|ticks| ticks.expect("a number")).sum();
    ticks * TICK
}
