//! Whatever happens to the connection: what was asked meanwhile is answered, and Discord is spared.

use crate::fake::{Break, Discord, Fake, Person, TOKEN, Welcome, logs};
use crate::support::{
    Conversation, Home, bot, conversation, knowledge, options, pace, set, start_with,
};
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
async fn impatient(c: &Conversation, patience: Duration) {
    let pace = Pace { patience, ..pace() };
    let options = Options {
        pace,
        ..c.options()
    };
    c.start_with(bot().await, options);
}

/// A bot that begins sessions as often as it likes: the test moves Discord's clock.
async fn restless(c: &Conversation) {
    let pace = Pace {
        between_starts: Duration::ZERO,
        ..pace()
    };
    let options = Options {
        pace,
        ..c.options()
    };
    c.start_with(bot().await, options);
    c.ready().await;
}

/// Waits until `count` connections were opened.
pub async fn opened(fake: &Fake, count: u64) {
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

#[test]
fn a_connection_that_ends_goes_on_and_what_was_asked_meanwhile_is_answered() {
    let codes = [1000, 1001, 1006, 1011, 4000, 4001, 4002, 4003, 4005, 4008];
    let others = [
        Break::CloseBare,
        Break::Reconnect,
        Break::InvalidSession { resumable: true },
        Break::Garbage,
        Break::Drop,
    ];
    for how in codes.map(Break::Close).into_iter().chain(others) {
        conversation(async |c| {
            let alice = c.user("alice");
            c.start().await;
            let began = Instant::now();
            c.breaks(how);
            answers(&alice).await;
            is_over_soon(began, &format!("{how:?}"));
            c.wait_for("the resume", |c| (c.resumes() == 1).then_some(()))
                .await;
            assert_eq!((c.identifies(), told(LOST)), (1, 0), "{how:?}");
        });
    }
}

#[test]
fn a_session_that_is_over_is_followed_by_another() {
    let over = [
        Break::Close(4007),
        Break::Close(4009),
        Break::InvalidSession { resumable: false },
    ];
    for how in over {
        conversation(async |c| {
            let alice = c.user("alice");
            restless(c).await;
            c.pass(Duration::from_secs(5));
            let began = Instant::now();
            c.breaks(how);
            c.wait_for("a second session", |c| {
                (c.identifies() == 2 && !c.online().is_empty()).then_some(())
            })
            .await;
            answers(&alice).await;
            is_over_soon(began, &format!("{how:?}"));
            assert_eq!(c.resumes(), 0, "{how:?}");
        });
    }
}

#[test]
fn what_another_try_would_not_mend_ends_the_bot_at_once() {
    let ends = [
        (4004, Stop::WrongToken),
        (4010, Stop::WrongShard),
        (4011, Stop::TooFewShards),
        (4012, Stop::OldGateway),
        (4013, Stop::UnknownIntents),
        (4014, Stop::DisallowedIntents),
    ];
    for (code, stop) in ends {
        conversation(async |c| {
            c.close_on_identify(Some(code));
            let began = Instant::now();
            let ended = start_with(bot().await, options(c)).ends().await;
            assert_eq!(ended, Err(stop), "{code}");
            assert_eq!(c.identifies(), 1, "{code}");
            is_over_soon(began, &format!("{code}"));
        });
    }
}

/// As in an outage: somebody takes each connection and ends it like this.
async fn is_waited_out(c: &Conversation, outage: Welcome) {
    let alice = c.user("alice");
    restless(c).await;
    c.welcomes(outage);
    c.breaks(Break::Close(1011));
    let asked = alice.dm("section 4");
    opened(c, 4).await;
    c.wait_for("a second word about it", |_| {
        (told(STILL_LOST) >= 1).then_some(())
    })
    .await;
    assert!(c.opened_lines() <= 8, "{}", c.opened_lines());
    assert_eq!((told(LOST), told(BACK)), (1, 0));
    c.welcomes(Welcome::Hello);
    c.wait_for("the word that it is over", |_| {
        (told(BACK) == 1).then_some(())
    })
    .await;
    if c.identifies() == 1 {
        asked.reply().await;
    }
    c.stop().await;
}

#[test]
fn an_outage_that_ends_each_connection_at_once_is_waited_out_and_nothing_is_lost() {
    conversation(async |c| {
        is_waited_out(c, Welcome::Close(Some(1011))).await;
        assert_eq!((c.identifies(), c.resumes()), (1, 1));
    });
}

#[test]
fn so_is_one_that_names_no_code() {
    conversation(async |c| {
        is_waited_out(c, Welcome::Close(None)).await;
        assert_eq!((c.identifies(), c.resumes()), (1, 1));
    });
}

#[test]
fn so_is_one_that_greets_first() {
    conversation(async |c| {
        is_waited_out(c, Welcome::HelloAndClose(Some(4000))).await;
        // The session may be given up: Discord's clock stood still meanwhile.
        c.take_violations();
    });
}

#[test]
fn who_greets_nobody_is_left_in_time() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.welcomes(Welcome::Nothing);
        impatient(c, Duration::from_millis(100)).await;
        opened(c, 2).await;
        c.welcomes(Welcome::Hello);
        c.ready().await;
        answers(&alice).await;
        c.stop().await;
    });
}

#[test]
fn who_grants_no_session_is_left_in_time() {
    // Also where each sign of life is acknowledged.
    for between_heartbeats in [Duration::from_secs(40), Duration::from_millis(50)] {
        conversation(async |c| {
            let alice = c.user("alice");
            c.heartbeat_every(between_heartbeats);
            impatient(c, Duration::from_millis(200)).await;
            c.ready().await;
            c.grants_nothing(true);
            c.breaks(Break::Drop);
            let asked = alice.dm("section 3");
            opened(c, 3).await;
            c.grants_nothing(false);
            asked.reply().await;
            assert_eq!((c.identifies(), c.resumes()), (1, 1));
            c.stop().await;
        });
    }
}

#[test]
fn one_heartbeat_that_is_not_acknowledged_is_enough() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.heartbeat_every(Duration::from_millis(600));
        c.start().await;
        c.heartbeat_every(Duration::from_secs(40));
        c.lines_go_dead();
        let began = Instant::now();
        let asked = alice.dm("section 3");
        asked.reply().await;
        is_over_soon(began, "a missing acknowledgement");
        assert_eq!((c.identifies(), c.resumes()), (1, 1));
        assert_eq!(c.closes(), [Some(4000)], "the session goes on");
    });
}

#[test]
fn heartbeats_that_are_acknowledged_keep_the_connection() {
    conversation(async |c| {
        c.heartbeat_every(Duration::from_millis(50));
        c.start().await;
        c.wait_for("ten heartbeats", |c| (c.heartbeats() >= 10).then_some(()))
            .await;
        assert_eq!((c.opened_lines(), c.open_lines()), (1, 1));
    });
}

#[test]
fn a_session_that_cannot_go_on_is_given_up_after_three_tries() {
    conversation(async |c| {
        let alice = c.user("alice");
        restless(c).await;
        c.pass(Duration::from_secs(5));
        c.close_on_resume(Some(4000));
        c.breaks(Break::Close(4000));
        c.wait_for("a second session", |c| {
            (c.identifies() == 2 && !c.online().is_empty()).then_some(())
        })
        .await;
        assert_eq!(c.opened_lines(), 5, "the first, three in vain, the last");
        answers(&alice).await;
        c.stop().await;
    });
}

/// Each of them costs a start, and each is one too many.
#[test]
fn sessions_that_end_at_once_are_begun_with_growing_pauses() {
    conversation(async |c| {
        c.close_on_identify(Some(4000));
        let pace = Pace {
            between_starts: Duration::ZERO,
            ..pace()
        };
        let options = Options { pace, ..options(c) };
        let bot = start_with(bot().await, options);
        for count in 1..=4 {
            opened(c, count).await;
            c.pass(Duration::from_secs(5));
        }
        assert_eq!(told(LOST), 1);
        assert_eq!(bot.stop().await, Ok(()));
        c.take_violations();
    });
}

#[test]
fn every_shard_stands_and_one_that_falls_leaves_the_others() {
    conversation(async |c| {
        let (first, second) = (c.guild(500), c.guild(1 << 22));
        let general = [first.channel("general"), second.channel("general")];
        let alice = c.user("alice");
        c.shards(2);
        c.max_concurrency(2);
        c.start().await;
        c.wait_for("both shards", |_| {
            (told("Every connection to Discord stands.") == 1).then_some(())
        })
        .await;
        let mut online = c.online();
        online.sort_unstable();
        assert_eq!(online, [(0, 2), (1, 2)]);
        c.breaks(Break::Reconnect);
        for channel in general {
            alice.slash(&channel, "help", json!({})).reply().await;
        }
        assert_eq!(c.identifies(), 2);
    });
}

#[test]
fn an_unreachable_gateway_is_tried_again() {
    conversation(async |c| {
        c.gateway_down(true);
        c.answers_once("GET", "/gateway/bot", 503, json!({}));
        c.start_with(bot().await, c.options());
        c.wait_for("three tries", |c| (c.refused_lines() >= 3).then_some(()))
            .await;
        c.gateway_down(false);
        c.ready().await;
        c.stop().await;
        assert_eq!(told("Discord cannot be reached"), 1, "one for its REST");
        assert_eq!(told(LOST), 1, "and one for its gateway");
    });
}

#[test]
fn a_stop_while_nothing_is_reached_ends_at_once() {
    conversation(async |c| {
        c.gateway_down(true);
        let bot = start_with(bot().await, options(c));
        c.wait_for("a try", |c| (c.refused_lines() >= 1).then_some(()))
            .await;
        assert_eq!(bot.stop().await, Ok(()));
    });
}

#[test]
fn a_session_whose_door_is_shut_goes_on_at_the_main_door() {
    // Nobody is there, and it would carry the token unencrypted to another machine.
    for door in ["ws://127.0.0.1:1", "ws://gateway.example"] {
        conversation(async |c| {
            let alice = c.user("alice");
            c.resumes_at(door);
            c.start().await;
            let began = Instant::now();
            c.breaks(Break::Drop);
            answers(&alice).await;
            is_over_soon(began, door);
            assert_eq!((c.identifies(), c.resumes()), (1, 1), "{door}");
        });
    }
}

/// A bot that keeps its session in `home` when it is stopped.
async fn coming_back(c: &Conversation, home: &Home) {
    let store = home.store().await;
    let bot = Bot::new(knowledge(), store, TOKEN).undelayed();
    let options = Options {
        keeping: Keeping::File(home.file().with_extension("session")),
        ..c.options()
    };
    c.start_with(bot, options);
}

async fn mentions_are_answered(home: &Home) {
    let store = home.store().await;
    set(&store, Change::Mentions(Mentions::In(Channels::All))).await;
    store.close().await;
}

#[test]
fn what_is_asked_between_a_stop_and_the_next_start_is_answered() {
    conversation(async |c| {
        let home = Home::new();
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        mentions_are_answered(&home).await;
        coming_back(c, &home).await;
        c.ready().await;
        let before = alice.dm("section 1");
        before.reply().await;
        c.stop().await;
        assert_eq!(c.closes(), [Some(4000)], "the session goes on");
        c.pass(Duration::from_secs(5));
        let named = format!("{} section 3", c.mention());
        let asked = [alice.dm("section 3"), alice.says(&general, &named)];
        let command = alice.slash(&general, "help", json!({}));
        coming_back(c, &home).await;
        command.reply().await;
        for asked in &asked {
            asked.reply().await;
        }
        c.wait_for("the new session", |c| {
            (c.identifies() == 2 && c.online().len() == 1).then_some(())
        })
        .await;
        assert_eq!(c.resumes(), 1);
        assert_eq!(c.closes()[1..], [Some(1000)], "the old session is over");
        alice.dm("section 5").reply().await;
        assert_eq!(c.messages(&alice.dms()).len(), 3, "each once");
    });
}

#[test]
fn a_session_that_discord_forgot_meanwhile_is_followed_by_another() {
    conversation(async |c| {
        let home = Home::new();
        let alice = c.user("alice");
        coming_back(c, &home).await;
        c.ready().await;
        c.stop().await;
        c.forgets_sessions();
        c.pass(Duration::from_secs(5));
        coming_back(c, &home).await;
        c.ready().await;
        answers(&alice).await;
        assert_eq!((c.identifies(), c.resumes()), (2, 0));
    });
}

/// Stopped once more before its new session stands, it still has the old one.
#[test]
fn a_stop_in_the_midst_of_a_start_loses_nothing() {
    conversation(async |c| {
        let home = Home::new();
        let alice = c.user("alice");
        coming_back(c, &home).await;
        c.ready().await;
        c.stop().await;
        c.pass(Duration::from_secs(5));
        c.grants_no_start(true);
        coming_back(c, &home).await;
        c.wait_for("the second start", |c| (c.identifies() == 2).then_some(()))
            .await;
        c.stop().await;
        c.grants_no_start(false);
        c.pass(Duration::from_secs(5));
        let asked = alice.dm("section 3");
        coming_back(c, &home).await;
        asked.reply().await;
        assert_eq!(c.resumes(), 2);
    });
}
