//! Sessions: what the fake demands of a client, and how it fails one on order.

use crate::case::http;
use crate::fake::{Break, Discord, Fake, logs};
use crate::tiny_bot::{TinyBot, intents, start, start_shard, start_with};
use serde_json::{Value, json};
use serenity::all::{ActivityData, GatewayIntents, ShardId};
use std::time::Duration;

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
    // The tiny bot does not notice; ours must.
    assert_eq!(said.followup(1).await.len(), 1);
    assert_eq!(fake.resumes(), 1);
    bot.stop().await.unwrap();
    fake.finish().await;
}

#[tokio::test]
async fn a_silent_peer_leaves_the_line_open() {
    for silent in [false, true] {
        let fake = Fake::start().await;
        let bot = start(&fake).await;
        if silent {
            fake.silent();
        }
        let stopping = tokio::spawn(bot.stop());
        fake.wait_for("the close frame", |d| d.closes().pop()).await;
        if silent {
            assert_eq!(fake.open_lines(), 1);
        } else {
            stopping.await.unwrap().unwrap();
            assert_eq!((fake.closes(), fake.open_lines()), (vec![Some(1000)], 0));
        }
        fake.finish().await;
    }
}

#[tokio::test]
async fn each_shard_gets_its_own_guilds() {
    let fake = Fake::start().await;
    let (first, second) = (fake.guild(500), fake.guild(1 << 22));
    let bot = start_shard(&fake, 1, 2).await;
    fake.ready().await;
    assert_eq!(fake.online(), [(1, 2)]);
    let cache = bot.cache.clone();
    fake.wait_for("its guild", |_| cache.guild(second.id).map(drop))
        .await;
    assert!(cache.guild(first.id).is_none());
    bot.stop().await.unwrap();
    fake.finish().await;
}

#[tokio::test]
async fn the_recommended_start_is_told() {
    let fake = Fake::start().await;
    fake.shards(3);
    fake.starts_left(7);
    let told = http(&fake).get_bot_gateway().await.unwrap();
    assert_eq!((told.shards, told.session_start_limit.remaining), (3, 7));
}

#[tokio::test]
async fn the_gateway_takes_no_floods_and_no_giants() {
    let rows = [
        (1, 5000, "a payload of"),
        (120, 1, "more than 120 events in a minute"),
    ];
    for (times, length, violation) in rows {
        let fake = Fake::start().await;
        let bot = start(&fake).await;
        let runners = bot.shards.runners.lock().await;
        let messenger = runners[&ShardId(0)].runner_tx.clone();
        drop(runners);
        for _ in 0..times {
            messenger.set_activity(Some(ActivityData::custom("x".repeat(length))));
        }
        let seen = |d: &Discord| d.violations().pop();
        let found = fake.wait_for(violation, seen).await;
        assert!(found.contains(violation), "{found}");
        bot.stop().await.unwrap();
        fake.take_violations();
        fake.finish().await;
    }
}

#[tokio::test]
async fn a_second_ready_registers_again() {
    let fake = Fake::start().await;
    let bot = start(&fake).await;
    fake.ready_again();
    let puts = |d: &Discord| {
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
    fake.pass(Duration::from_secs(5));
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
    fake.expects("lost an event");
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
