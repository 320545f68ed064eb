//! How the bot starts, waits and ends.

use crate::fake::{Break, Fake, TOKEN, logs};
use crate::support::{bot, options, pace, start, start_with};
use serde_json::json;
use std::process::Command;
use std::time::{Duration, Instant};
use verbatim::discord::{Options, Pace, Stop, Threads, Token};

#[tokio::test]
async fn a_stop_finishes_running_answers_and_hangs_up() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let bot = start(&fake).await;
    let held = fake.hold("/interactions");
    let asked = alice.slash(&general, "ask", json!({ "question": "section 3" }));
    fake.wait_for("the answer to be on its way", |fake| {
        let requests = fake.requests();
        let sent = requests.iter().any(|r| r.path.starts_with("/interactions"));
        sent.then_some(())
    })
    .await;
    let began = Instant::now();
    let (stopped, ()) = tokio::join!(bot.stop(), async {
        fake.wait_for("the gateway to be closed", |fake| {
            (!fake.closes().is_empty()).then_some(())
        })
        .await;
        drop(held);
    });
    assert_eq!(stopped, Ok(()));
    let took = began.elapsed();
    println!("stopped after {took:?}");
    assert!(took < Duration::from_secs(2), "{took:?}");
    assert_eq!(fake.closes(), [Some(1000)]);
    asked.reply().await;
    fake.finish().await;
}

#[tokio::test]
async fn a_silent_gateway_does_not_hold_up_a_stop() {
    let fake = Fake::start().await;
    let bot = start(&fake).await;
    fake.silent();
    let began = Instant::now();
    assert_eq!(bot.stop().await, Ok(()));
    assert!(
        began.elapsed() < Duration::from_secs(2),
        "{:?}",
        began.elapsed()
    );
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
    let lines = logs().of("verbatim");
    let lines = lines.records().iter();
    let lines = lines.filter(|record| record.text.starts_with("Discord cannot be reached"));
    assert_eq!(lines.count(), fake.refused_lines() + 1, "one line a try");
    fake.finish().await;
}

#[tokio::test]
async fn a_connection_that_is_lost_is_told_once_and_mended() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let watchful = Options {
        pace: Pace {
            look: Duration::from_millis(20),
            ..pace()
        },
        ..options(&fake)
    };
    let bot = start_with(bot().await, watchful);
    fake.ready().await;
    let told = |words: &str| {
        let lines = logs().of("verbatim");
        let lines = lines.records().iter();
        lines
            .filter(|record| record.text.starts_with(words))
            .count()
    };
    let lost = "The connection to Discord is lost";
    fake.wait_for("the bot to know that it is online", |_| {
        (told("Every connection to Discord stands.") == 1).then_some(())
    })
    .await;
    fake.gateway_down(true);
    fake.breaks(Break::Drop);
    fake.wait_for("a try in vain", |fake| {
        (fake.refused_lines() >= 1 && told(lost) == 1).then_some(())
    })
    .await;
    fake.gateway_down(false);
    fake.wait_within(Duration::from_secs(15), "the bot to be back", |fake| {
        (!fake.online().is_empty() && told("Every connection to Discord stands again") == 1)
            .then_some(())
    })
    .await;
    alice.dm("section 3").reply().await;
    bot.stop().await.expect("a clean end");
    assert_eq!(told(lost), 1, "one line, not one a try");
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
async fn a_token_that_discord_does_not_know_ends_the_bot() {
    let fake = Fake::start().await;
    let refused = json!({ "message": "401: Unauthorized", "code": 0 });
    fake.answers_once("GET", "/gateway/bot", 401, refused);
    let ended = start_with(bot().await, options(&fake)).ends().await;
    assert_eq!(ended, Err(Stop::WrongToken));
    // And where only the gateway notices.
    let wrong = Options {
        token: Token::new("wrong").expect("a token"),
        ..options(&fake)
    };
    fake.expects("without `Authorization: Bot tok`");
    fake.expects("identify: a wrong token");
    assert_eq!(
        start_with(bot().await, wrong).ends().await,
        Err(Stop::WrongToken)
    );
    fake.finish().await;
}

#[tokio::test]
async fn a_disallowed_intent_ends_the_bot() {
    let fake = Fake::start().await;
    fake.close_on_identify(Some(4014));
    let ended = start_with(bot().await, options(&fake)).ends().await;
    assert_eq!(ended, Err(Stop::DisallowedIntents));
    fake.finish().await;
}

#[tokio::test]
async fn the_last_connections_of_a_day_are_not_spent() {
    let fake = Fake::start().await;
    fake.starts_left(0);
    let ended = start_with(bot().await, options(&fake)).ends().await;
    assert_eq!(ended, Err(Stop::NoStartsLeft { hours: 24 }));
    assert_eq!(fake.identifies(), 0);
    fake.finish().await;
}

#[tokio::test]
async fn connections_that_end_at_once_are_not_wasted() {
    let fake = Fake::start().await;
    fake.close_on_identify(Some(4012));
    let quick = Options {
        pace: Pace {
            look: Duration::from_millis(50),
            ask: Duration::from_millis(50),
            starts_an_hour: 0,
            ..pace()
        },
        ..options(&fake)
    };
    let ended = start_with(bot().await, quick).ends().await;
    assert_eq!(ended, Err(Stop::StartsWasted));
    assert_eq!(fake.identifies(), 2, "the first, and one in vain");
    fake.finish().await;
}

/// The library spins on such a line and never gives its thread back: what happens there happens in a process of its own,
/// or all tests after it would share what is left of the machine.
#[test]
fn a_connection_that_hangs_ends_the_bot() {
    let tests = std::env::current_exe().expect("the program that runs");
    let run = Command::new(tests)
        .args(["--exact", "endings::on_a_line_that_hangs", "--ignored"])
        .output()
        .expect("it runs again");
    let told = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{told}");
    assert!(told.contains("1 passed"), "{told}");
}

#[test]
#[ignore = "spins to the end of its process: `a_connection_that_hangs_ends_the_bot` gives it one"]
fn on_a_line_that_hangs() {
    Threads::start().block_on(async {
        let fake = Fake::start().await;
        fake.close_on_identify(Some(4011));
        let quick = Options {
            pace: Pace {
                look: Duration::from_millis(50),
                hanging: Duration::from_millis(500),
                stop: Duration::from_millis(100),
                ..pace()
            },
            ..options(&fake)
        };
        let ended = start_with(bot().await, quick).ends().await;
        assert_eq!(ended, Err(Stop::Stuck));
        fake.finish().await;
    });
}

#[test]
fn every_end_has_its_sentence_and_its_code() {
    let ends = [
        (Stop::NoToken, 78),
        (Stop::BadProxy, 78),
        (Stop::OpenProxy, 78),
        (Stop::OpenGateway, 78),
        (Stop::WrongToken, 77),
        (Stop::DisallowedIntents, 76),
        (Stop::NoStartsLeft { hours: 3 }, 75),
        (Stop::StartsWasted, 75),
        (Stop::GaveUp, 70),
        (Stop::Stuck, 69),
    ];
    for (stop, code) in ends {
        assert_eq!(stop.code(), code, "{stop}");
        let told = stop.to_string();
        assert!(told.ends_with('.') && !told.contains('\n'), "{told}");
        assert!(!told.contains(TOKEN) || told.contains("token"), "{told}");
    }
}
