//! Whatever happens to the connection: what was asked meanwhile is answered, and Discord is spared.

use crate::fake::{Break, Discord, Fake, Person, TOKEN, Welcome, logs};
use crate::support::{Home, Running, bot, knowledge, options, pace, set, start, start_with};
use serde_json::json;
use std::time::{Duration, Instant};
use verbatim::bot::Bot;
use verbatim::discord::{Keeping, Options, Pace, Stop};
use verbatim::settings::{Change, Channels, Mentions};

/// Long enough for a busy machine, short enough to tell from the seconds that others take.
const SOON: Duration = Duration::from_secs(5);

/// How often we said something that begins like this.
fn told(words: &str) -> usize {
    let lines = logs().of("verbatim");
    let lines = lines.records().iter();
    lines
        .filter(|record| record.text.starts_with(words))
        .count()
}

const LOST: &str = "The connection to Discord is lost";
const STILL_LOST: &str = "The connection to Discord is still lost";
const BACK: &str = "Every connection to Discord stands again.";

/// A bot that waits for no word longer than this.
async fn impatient(fake: &Fake, patience: Duration) -> Running {
    let pace = Pace { patience, ..pace() };
    start_with(
        bot().await,
        Options {
            pace,
            ..options(fake)
        },
    )
}

/// A bot that begins sessions as often as it likes: the test moves Discord's clock.
async fn restless(fake: &Fake) -> Running {
    let pace = Pace {
        between_starts: Duration::ZERO,
        ..pace()
    };
    let bot = start_with(
        bot().await,
        Options {
            pace,
            ..options(fake)
        },
    );
    fake.ready().await;
    bot
}

/// Waits until `count` connections were opened.
async fn opened(fake: &Fake, count: u64) {
    let enough = |fake: &Discord| (fake.opened_lines() >= count).then_some(());
    fake.wait_for(format!("{count} connections"), enough).await;
}

#[track_caller]
fn is_over_soon(began: Instant, what: &str) {
    let took = began.elapsed();
    assert!(took < SOON, "{what}: {took:?}");
}

async fn answers(person: &Person) {
    person.dm("section 3").reply().await;
}

#[tokio::test]
async fn a_connection_that_ends_goes_on_and_what_was_asked_meanwhile_is_answered() {
    let codes = [1000, 1001, 1006, 1011, 4000, 4001, 4002, 4003, 4005, 4008];
    let others = [
        Break::CloseBare,
        Break::Reconnect,
        Break::InvalidSession { resumable: true },
        Break::Garbage,
        Break::Drop,
    ];
    for how in codes.map(Break::Close).into_iter().chain(others) {
        let fake = Fake::start().await;
        let alice = fake.user("alice");
        let bot = start(&fake).await;
        let began = Instant::now();
        fake.breaks(how);
        answers(&alice).await;
        is_over_soon(began, &format!("{how:?}"));
        fake.wait_for("the resume", |fake| (fake.resumes() == 1).then_some(()))
            .await;
        assert_eq!((fake.identifies(), told(LOST)), (1, 0), "{how:?}");
        bot.stop().await.expect("a clean end");
        fake.finish().await;
    }
}

#[tokio::test]
async fn a_session_that_is_over_is_followed_by_another() {
    let over = [
        Break::Close(4007),
        Break::Close(4009),
        Break::InvalidSession { resumable: false },
    ];
    for how in over {
        let fake = Fake::start().await;
        let alice = fake.user("alice");
        let bot = restless(&fake).await;
        fake.pass(Duration::from_secs(5));
        let began = Instant::now();
        fake.breaks(how);
        fake.wait_for("a second session", |fake| {
            (fake.identifies() == 2 && !fake.online().is_empty()).then_some(())
        })
        .await;
        answers(&alice).await;
        is_over_soon(began, &format!("{how:?}"));
        assert_eq!(fake.resumes(), 0, "{how:?}");
        bot.stop().await.expect("a clean end");
        fake.finish().await;
    }
}

#[tokio::test]
async fn what_another_try_would_not_mend_ends_the_bot_at_once() {
    let ends = [
        (4004, Stop::WrongToken),
        (4010, Stop::WrongShard),
        (4011, Stop::TooFewShards),
        (4012, Stop::OldGateway),
        (4013, Stop::UnknownIntents),
        (4014, Stop::DisallowedIntents),
    ];
    for (code, stop) in ends {
        let fake = Fake::start().await;
        fake.close_on_identify(Some(code));
        let began = Instant::now();
        let ended = start_with(bot().await, options(&fake)).ends().await;
        assert_eq!(ended, Err(stop), "{code}");
        assert_eq!(fake.identifies(), 1, "{code}");
        is_over_soon(began, &format!("{code}"));
        fake.finish().await;
    }
}

/// As in an outage: somebody takes each connection and ends it like this.
async fn is_waited_out(outage: Welcome) -> Fake {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let bot = restless(&fake).await;
    fake.welcomes(outage);
    fake.breaks(Break::Close(1011));
    let asked = alice.dm("section 4");
    opened(&fake, 4).await;
    fake.wait_for("a second word about it", |_| {
        (told(STILL_LOST) >= 1).then_some(())
    })
    .await;
    assert!(fake.opened_lines() <= 8, "{}", fake.opened_lines());
    assert_eq!((told(LOST), told(BACK)), (1, 0));
    fake.welcomes(Welcome::Hello);
    fake.wait_for("the word that it is over", |_| {
        (told(BACK) == 1).then_some(())
    })
    .await;
    if fake.identifies() == 1 {
        asked.reply().await;
    }
    bot.stop().await.expect("a clean end");
    fake
}

#[tokio::test]
async fn an_outage_that_ends_each_connection_at_once_is_waited_out_and_nothing_is_lost() {
    let fake = is_waited_out(Welcome::Close(Some(1011))).await;
    assert_eq!((fake.identifies(), fake.resumes()), (1, 1));
    fake.finish().await;
}

#[tokio::test]
async fn so_is_one_that_names_no_code() {
    let fake = is_waited_out(Welcome::Close(None)).await;
    assert_eq!((fake.identifies(), fake.resumes()), (1, 1));
    fake.finish().await;
}

#[tokio::test]
async fn so_is_one_that_greets_first() {
    let fake = is_waited_out(Welcome::HelloAndClose(Some(4000))).await;
    // The session may be given up: Discord's clock stood still meanwhile.
    fake.take_violations();
    fake.finish().await;
}

#[tokio::test]
async fn who_greets_nobody_is_left_in_time() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    fake.welcomes(Welcome::Nothing);
    let bot = impatient(&fake, Duration::from_millis(100)).await;
    opened(&fake, 2).await;
    fake.welcomes(Welcome::Hello);
    fake.ready().await;
    answers(&alice).await;
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn who_grants_no_session_is_left_in_time() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let bot = impatient(&fake, Duration::from_millis(200)).await;
    fake.ready().await;
    fake.grants_nothing(true);
    fake.breaks(Break::Drop);
    let asked = alice.dm("section 3");
    opened(&fake, 3).await;
    fake.grants_nothing(false);
    asked.reply().await;
    assert_eq!((fake.identifies(), fake.resumes()), (1, 1));
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn one_heartbeat_that_is_not_acknowledged_is_enough() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    fake.heartbeat_every(Duration::from_millis(600));
    let bot = start(&fake).await;
    fake.heartbeat_every(Duration::from_secs(40));
    fake.deaf_to_heartbeats(true);
    let began = Instant::now();
    fake.wait_for("the bot to come back", |fake| {
        (fake.resumes() == 1).then_some(())
    })
    .await;
    is_over_soon(began, "a missing acknowledgement");
    assert_eq!(fake.closes(), [Some(4000)], "the session goes on");
    answers(&alice).await;
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn heartbeats_that_are_acknowledged_keep_the_connection() {
    let fake = Fake::start().await;
    fake.heartbeat_every(Duration::from_millis(50));
    let bot = start(&fake).await;
    fake.wait_for("ten heartbeats", |fake| {
        (fake.heartbeats() >= 10).then_some(())
    })
    .await;
    assert_eq!((fake.opened_lines(), fake.open_lines()), (1, 1));
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn a_session_that_cannot_go_on_is_given_up_after_three_tries() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let bot = restless(&fake).await;
    fake.pass(Duration::from_secs(5));
    fake.close_on_resume(Some(4000));
    fake.breaks(Break::Close(4000));
    fake.wait_for("a second session", |fake| {
        (fake.identifies() == 2 && !fake.online().is_empty()).then_some(())
    })
    .await;
    assert_eq!(fake.opened_lines(), 5, "the first, three in vain, the last");
    answers(&alice).await;
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

/// Each of them costs a start, and each is one too many.
#[tokio::test]
async fn sessions_that_end_at_once_are_begun_with_growing_pauses() {
    let fake = Fake::start().await;
    fake.close_on_identify(Some(4000));
    let pace = Pace {
        between_starts: Duration::ZERO,
        ..pace()
    };
    let options = Options {
        pace,
        ..options(&fake)
    };
    let bot = start_with(bot().await, options);
    for count in 1..=4 {
        opened(&fake, count).await;
        fake.pass(Duration::from_secs(5));
    }
    assert_eq!(told(LOST), 1);
    assert_eq!(bot.stop().await, Ok(()));
    fake.take_violations();
    fake.finish().await;
}

#[tokio::test]
async fn every_shard_stands_and_one_that_falls_leaves_the_others() {
    let fake = Fake::start().await;
    let (first, second) = (fake.guild(500), fake.guild(1 << 22));
    let general = [first.channel("general"), second.channel("general")];
    let alice = fake.user("alice");
    fake.shards(2);
    fake.max_concurrency(2);
    let bot = start(&fake).await;
    fake.wait_for("both shards", |_| {
        (told("Every connection to Discord stands.") == 1).then_some(())
    })
    .await;
    let mut online = fake.online();
    online.sort_unstable();
    assert_eq!(online, [(0, 2), (1, 2)]);
    fake.breaks(Break::Reconnect);
    for channel in general {
        alice.slash(&channel, "help", json!({})).reply().await;
    }
    assert_eq!(fake.identifies(), 2);
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn an_unreachable_gateway_is_tried_again() {
    let fake = Fake::start().await;
    fake.gateway_down(true);
    fake.answers_once("GET", "/gateway/bot", 503, json!({}));
    let bot = start_with(bot().await, options(&fake));
    fake.wait_for("three tries", |fake| {
        (fake.refused_lines() >= 3).then_some(())
    })
    .await;
    fake.gateway_down(false);
    fake.ready().await;
    bot.stop().await.expect("a clean end");
    assert_eq!(told("Discord cannot be reached"), 1, "one for its REST");
    assert_eq!(told(LOST), 1, "and one for its gateway");
    fake.finish().await;
}

#[tokio::test]
async fn a_stop_while_nothing_is_reached_ends_at_once() {
    let fake = Fake::start().await;
    fake.gateway_down(true);
    let bot = start_with(bot().await, options(&fake));
    fake.wait_for("a try", |fake| (fake.refused_lines() >= 1).then_some(()))
        .await;
    assert_eq!(bot.stop().await, Ok(()));
    fake.finish().await;
}

#[tokio::test]
async fn a_session_whose_door_is_shut_goes_on_at_the_main_door() {
    // Nobody is there, and it would carry the token unencrypted to another machine.
    for door in ["ws://127.0.0.1:1", "ws://gateway.example"] {
        let fake = Fake::start().await;
        let alice = fake.user("alice");
        fake.resumes_at(door);
        let bot = start(&fake).await;
        let began = Instant::now();
        fake.breaks(Break::Drop);
        answers(&alice).await;
        is_over_soon(began, door);
        assert_eq!((fake.identifies(), fake.resumes()), (1, 1), "{door}");
        bot.stop().await.expect("a clean end");
        fake.finish().await;
    }
}

/// A bot that keeps its session in `home` when it is stopped.
async fn coming_back(fake: &Fake, home: &Home) -> Running {
    let store = home.store().await;
    let bot = Bot::new(knowledge(), store, TOKEN).undelayed();
    let options = Options {
        keeping: Keeping::File(home.file().with_extension("session")),
        ..options(fake)
    };
    start_with(bot, options)
}

async fn mentions_are_answered(home: &Home) {
    let store = home.store().await;
    set(&store, Change::Mentions(Mentions::In(Channels::All))).await;
    store.close().await;
}

#[tokio::test]
async fn what_is_asked_between_a_stop_and_the_next_start_is_answered() {
    let (fake, home) = (Fake::start().await, Home::new());
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    mentions_are_answered(&home).await;
    let bot = coming_back(&fake, &home).await;
    fake.ready().await;
    let before = alice.dm("section 1");
    before.reply().await;
    bot.stop().await.expect("a clean end");
    assert_eq!(fake.closes(), [Some(4000)], "the session goes on");
    fake.pass(Duration::from_secs(5));
    let named = format!("{} section 3", fake.mention());
    let asked = [alice.dm("section 3"), alice.says(&general, &named)];
    let command = alice.slash(&general, "help", json!({}));
    let bot = coming_back(&fake, &home).await;
    command.reply().await;
    for asked in &asked {
        asked.reply().await;
    }
    fake.wait_for("the new session", |fake| {
        (fake.identifies() == 2 && fake.online().len() == 1).then_some(())
    })
    .await;
    assert_eq!(fake.resumes(), 1);
    assert_eq!(fake.closes()[1..], [Some(1000)], "the old session is over");
    alice.dm("section 5").reply().await;
    assert_eq!(fake.messages(&alice.dms()).len(), 3, "each once");
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn a_session_that_discord_forgot_meanwhile_is_followed_by_another() {
    let (fake, home) = (Fake::start().await, Home::new());
    let alice = fake.user("alice");
    let bot = coming_back(&fake, &home).await;
    fake.ready().await;
    bot.stop().await.expect("a clean end");
    fake.forgets_sessions();
    fake.pass(Duration::from_secs(5));
    let bot = coming_back(&fake, &home).await;
    fake.ready().await;
    answers(&alice).await;
    assert_eq!((fake.identifies(), fake.resumes()), (2, 0));
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

/// Stopped once more before its new session stands, it still has the old one.
#[tokio::test]
async fn a_stop_in_the_midst_of_a_start_loses_nothing() {
    let (fake, home) = (Fake::start().await, Home::new());
    let alice = fake.user("alice");
    let bot = coming_back(&fake, &home).await;
    fake.ready().await;
    bot.stop().await.expect("a clean end");
    fake.pass(Duration::from_secs(5));
    fake.grants_no_start(true);
    let bot = coming_back(&fake, &home).await;
    fake.wait_for("the second start", |fake| {
        (fake.identifies() == 2).then_some(())
    })
    .await;
    bot.stop().await.expect("a clean end");
    fake.grants_no_start(false);
    fake.pass(Duration::from_secs(5));
    let asked = alice.dm("section 3");
    let bot = coming_back(&fake, &home).await;
    asked.reply().await;
    assert_eq!(fake.resumes(), 2);
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}
