//! How the bot ends.

use crate::fake::{Fake, TOKEN};
use crate::support::{bot, options, start, start_with};
use serde_json::json;
use std::time::{Duration, Instant};
use verbatim::discord::{Options, Stop, Token};

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
async fn the_last_connections_of_a_day_are_not_spent() {
    let fake = Fake::start().await;
    fake.starts_left(0);
    let ended = start_with(bot().await, options(&fake)).ends().await;
    assert_eq!(ended, Err(Stop::NoStartsLeft { hours: 24 }));
    assert_eq!(fake.identifies(), 0);
    fake.finish().await;
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
        (Stop::OldGateway, 76),
        (Stop::UnknownIntents, 76),
        (Stop::GaveUp, 70),
        (Stop::WrongShard, 69),
        (Stop::TooFewShards, 69),
    ];
    for (stop, code) in ends {
        assert_eq!(stop.code(), code, "{stop}");
        let told = stop.to_string();
        assert!(told.ends_with('.') && !told.contains('\n'), "{told}");
        assert!(!told.contains(TOKEN) || told.contains("token"), "{told}");
    }
}
