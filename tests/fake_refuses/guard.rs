//! The fake as a guard: what it demands of every request, and how a test learns of it.

use crate::bodies::{quiet, say};
use crate::case::{Case, broke, http, none, say_in};
use crate::fake::{BOT, Fake, TOKEN};
use serde_json::json;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[tokio::test]
async fn discords_own_description_is_asked_too() {
    let case = Case::new().await;
    let sent = case.send(json!({ "content": "x", "tts": "yes" })).await;
    if sent.is_ok() {
        return eprintln!("Nothing to test without openapi.json.");
    }
    case.broke("openapi MessageCreateRequest/tts");
    case.send(json!({ "content": "x", "tts": false }))
        .await
        .unwrap();
    case.fake.finish().await;
}

#[tokio::test]
async fn a_request_shows_its_token_and_its_name() {
    let agent = "DiscordBot (https://example.org, 1.0)";
    let rows = [
        ("Bot tok", agent, None),
        ("Bot other", agent, Some("without `Authorization: Bot tok`")),
        (TOKEN, agent, Some("without `Authorization: Bot tok`")),
        ("Bot tok", "curl/8", Some("User-Agent `curl/8`")),
        ("Bot tok", "DiscordBot", Some("User-Agent `DiscordBot`")),
    ];
    let fake = Fake::start().await;
    for (authorization, agent, violation) in rows {
        raw(
            &fake,
            &format!("authorization: {authorization}\r\nuser-agent: {agent}"),
        )
        .await;
        match violation {
            None => none(&fake.take_violations()),
            Some(text) => broke(&fake, text),
        }
    }
}

#[tokio::test]
#[should_panic(expected = "unknown channel 7")]
async fn a_violation_fails_the_test_at_its_end() {
    let fake = Fake::start().await;
    drop(say_in(&fake, 7).await);
    fake.finish().await;
}

#[tokio::test]
#[should_panic(expected = "dropped unread")]
async fn a_violation_fails_a_test_that_forgets_to_finish() {
    let fake = Fake::start().await;
    drop(say_in(&fake, 7).await);
}

#[tokio::test]
async fn an_expected_violation_is_no_failure() {
    let fake = Fake::start().await;
    fake.expects("unknown channel 7");
    drop(say_in(&fake, 7).await);
    fake.finish().await;
}

#[tokio::test]
#[should_panic(expected = "never came: unknown channel 7")]
async fn an_expectation_must_come_true() {
    let fake = Fake::start().await;
    fake.expects("unknown channel 7");
    fake.finish().await;
}

#[tokio::test]
#[should_panic(expected = "waited in vain for the moon")]
async fn a_wait_says_what_it_waited_for() {
    let fake = Fake::start().await;
    fake.wait_within(Duration::ZERO, "the moon", |_| None::<()>)
        .await;
}

#[tokio::test]
async fn a_canned_answer_comes_once() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    fake.answers_once(
        "POST",
        "/channels/",
        500,
        json!({ "message": "oops", "code": 0 }),
    );
    assert!(say_in(&fake, general.id).await.is_err());
    assert!(say_in(&fake, general.id).await.is_ok());
    assert_eq!(fake.messages(&general).len(), 1);
    fake.finish().await;
}

#[tokio::test]
async fn a_held_answer_waits_for_its_keeper() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let held = fake.hold("/channels/");
    let http = http(&fake);
    let id = general.id;
    let sending =
        tokio::spawn(async move { http.send_message(id.into(), vec![], &quiet(say("x"))).await });
    fake.wait_for("the message to arrive", |d| {
        (!d.messages(&general).is_empty()).then_some(())
    })
    .await;
    assert!(!sending.is_finished());
    drop(held);
    sending.await.unwrap().unwrap();
    fake.finish().await;
}

/// A request written by hand, for headers serenity would never send.
#[tokio::test]
async fn a_quota_is_told_and_kept() {
    let case = Case::new().await;
    case.fake.quota("/channels", 1, Duration::from_secs(60));
    case.send(say("x")).await.unwrap();
    case.fake.pass(Duration::from_secs(59));
    assert!(case.send(say("x")).await.is_err());
    case.broke("sooner than the last answer allows");
    case.fake.pass(Duration::from_secs(1));
    case.send(say("x")).await.unwrap();
    case.fake.finish().await;
}

async fn raw(fake: &Fake, headers: &str) {
    let mut stream = TcpStream::connect(fake.address()).await.unwrap();
    let request = format!(
        "GET /api/v10/users/{BOT} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{headers}\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}
