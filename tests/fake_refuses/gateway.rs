//! Sessions: what the fake demands of a client, and how it fails one on order.

use crate::fake::{Break, Fake, logs};
use crate::tiny_bot::{TinyBot, intents, start, start_with};
use serde_json::{Value, json};
use serenity::all::GatewayIntents;

#[tokio::test]
async fn a_broken_line_is_resumed_and_nothing_is_lost() {
    for how in [
        Break::Close(4000),
        Break::Reconnect,
        Break::InvalidSession { resumable: true },
        Break::Drop,
    ] {
        let fake = Fake::start().await;
        let bot = start(&fake).await;
        fake.breaks(how);
        let said = fake.user("alice").dm("still there?");
        assert_eq!(
            said.reply().await.content,
            "You said: still there?",
            "{how:?}"
        );
        assert_eq!(fake.identifies(), 1, "{how:?} may resume");
        bot.stop().await.unwrap();
        fake.finish().await;
    }
}

#[tokio::test]
async fn a_resume_repeats_the_last_message_on_order() {
    let fake = Fake::start().await;
    let bot = start(&fake).await;
    let said = fake.user("alice").dm("hello");
    said.reply().await;
    fake.repeats_message_on_resume();
    fake.breaks(Break::Close(4000));
    // The tiny bot answers its repeated message again; ours must not. Its own reply may be the
    // last message instead, which it leaves alone.
    fake.wait_for("the resume", |d| (d.resumes() == 1).then_some(()))
        .await;
    fake.wait_for("the shard", |d| (!d.online().is_empty()).then_some(()))
        .await;
    bot.stop().await.unwrap();
    fake.finish().await;
}

#[tokio::test]
async fn a_second_ready_registers_again() {
    let fake = Fake::start().await;
    let bot = start(&fake).await;
    fake.ready_again();
    let puts = |d: &crate::fake::Discord| {
        let puts = d
            .requests()
            .into_iter()
            .filter(|request| request.method == "PUT");
        (puts.count() == 2).then_some(())
    };
    fake.wait_for("the second registration", puts).await;
    bot.stop().await.unwrap();
    fake.finish().await;
}

#[tokio::test]
async fn other_intents_are_refused() {
    let rows = [
        (
            intents() | GatewayIntents::MESSAGE_CONTENT,
            "privileged intents",
            true,
        ),
        (
            intents() - GatewayIntents::DIRECT_MESSAGES,
            "intents are",
            false,
        ),
    ];
    for (intents, violation, fatal) in rows {
        let fake = Fake::start().await;
        fake.expects(violation);
        let bot = start_with(&fake, intents).await;
        if fatal {
            bot.running.await.unwrap().expect_err("4014 ends the bot");
        } else {
            fake.ready().await;
            bot.stop().await.unwrap();
        }
        fake.finish().await;
    }
}

#[tokio::test]
async fn a_refused_identify_ends_the_bot() {
    let fake = Fake::start().await;
    fake.close_on_identify(Some(4004));
    let TinyBot { running, .. } = start_with(&fake, intents()).await;
    running.await.unwrap().expect_err("4004 ends the bot");
    fake.finish().await;
}

#[tokio::test]
async fn two_identifies_need_five_seconds_between_them() {
    let fake = Fake::start().await;
    let first = start(&fake).await;
    fake.pass(std::time::Duration::from_secs(5));
    let second = start_with(&fake, intents()).await;
    fake.wait_for("the second", |d| (d.identifies() == 2).then_some(()))
        .await;
    assert!(fake.take_violations().is_empty());
    let third = start_with(&fake, intents()).await;
    fake.wait_for("the third", |d| (d.identifies() == 3).then_some(()))
        .await;
    assert_eq!(
        fake.take_violations(),
        ["identify: twice within five seconds"]
    );
    for bot in [first, second, third] {
        bot.stop().await.unwrap();
    }
    fake.finish().await;
}

#[tokio::test]
async fn no_session_starts_left_is_noticed() {
    let fake = Fake::start().await;
    fake.starts_left(0);
    fake.expects("no session starts left");
    start(&fake).await.stop().await.unwrap();
    fake.finish().await;
}

#[tokio::test]
async fn an_event_serenity_cannot_read_fails_the_test() {
    let fake = Fake::start().await;
    let bot = start(&fake).await;
    fake.dispatch("MESSAGE_CREATE", None, json!({ "id": "what?" }));
    fake.user("alice").dm("after it").reply().await;
    assert_eq!(logs().lost_events().records().len(), 1);
    fake.expects("serenity lost an event");
    bot.stop().await.unwrap();
    fake.finish().await;
}

#[tokio::test]
async fn an_unknown_event_is_no_loss() {
    let fake = Fake::start().await;
    let bot = start(&fake).await;
    fake.dispatch("SOMETHING_NEW", None, Value::Null);
    fake.user("alice").dm("after it").reply().await;
    bot.stop().await.unwrap();
    fake.finish().await;
}

#[tokio::test]
async fn a_large_event_comes_compressed() {
    let fake = Fake::start().await;
    let bot = start(&fake).await;
    let said = fake.user("alice").dm(&"long ".repeat(300));
    assert!(
        said.reply()
            .await
            .content
            .starts_with("You said: long long")
    );
    bot.stop().await.unwrap();
    fake.finish().await;
}

#[tokio::test]
async fn the_bot_comes_and_goes_in_guilds() {
    let fake = Fake::start().await;
    let bot = start(&fake).await;
    let guild = fake.guild(500);
    guild.channel("general");
    guild.announce();
    let cache = bot.cache.clone();
    fake.wait_for("the guild", |_| cache.guild(500).map(drop))
        .await;
    guild.removes_bot();
    // The answer comes after the event before it was read.
    fake.user("alice").dm("gone?").reply().await;
    assert!(cache.guild(500).is_none());
    bot.stop().await.unwrap();
    fake.finish().await;
}

#[tokio::test]
async fn the_gateway_may_be_away() {
    let fake = Fake::start().await;
    fake.gateway_down(true);
    let bot = start_with(&fake, intents()).await;
    fake.wait_for("a vain knock", |d| d.refused_lines().checked_sub(1))
        .await;
    bot.running.abort();
    assert_eq!(fake.identifies(), 0);
    fake.finish().await;
}
