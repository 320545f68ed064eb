//! What the bot leaves alone, and what it answers once.

use crate::fake::{BOT, Break, Fake, logs};
use crate::support::{heard, start_bot};
use serde_json::json;

#[tokio::test]
async fn bots_and_webhooks_and_itself_are_left_alone() {
    let fake = Fake::start().await;
    let guild = fake.guild(500);
    let general = guild.channel("general");
    let alice = fake.user("alice");
    let bot = start_bot(&fake, heard().await).await;
    let message = |id: u64, author: serde_json::Value| {
        json!({
            "id": id.to_string(), "channel_id": general.id.to_string(), "guild_id": "500",
            "author": author, "content": format!("{} section 3", fake.mention()),
            "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": null, "tts": false,
            "mention_everyone": false, "mention_roles": [], "attachments": [], "embeds": [],
            "mentions": [{ "id": BOT.to_string(), "username": "verbatim", "discriminator": "0", "avatar": null, "bot": true }],
            "pinned": false, "type": 0,
        })
    };
    let user = |id: u64, bot: bool| json!({ "id": id.to_string(), "username": "x", "discriminator": "0", "avatar": null, "bot": bot });
    fake.dispatch(
        "MESSAGE_CREATE",
        Some(500),
        message(9_000_001, user(77, true)),
    );
    fake.dispatch(
        "MESSAGE_CREATE",
        Some(500),
        message(9_000_002, user(BOT, true)),
    );
    let mut hook = message(9_000_003, user(78, false));
    hook["webhook_id"] = json!("78");
    fake.dispatch("MESSAGE_CREATE", Some(500), hook);
    let mut joined = message(9_000_004, user(79, false));
    joined["type"] = json!(7);
    fake.dispatch("MESSAGE_CREATE", Some(500), joined);
    alice.dm("section 3").reply().await;
    bot.stop().await.expect("a clean end");
    assert!(fake.messages(&general).is_empty());
    fake.finish().await;
}

#[tokio::test]
async fn talk_that_names_somebody_else_is_left_alone() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let (alice, bob) = (fake.user("alice"), fake.user("bob"));
    let bot = start_bot(&fake, heard().await).await;
    alice.says(&general, "why is he cold");
    alice.says(&general, &format!("{} why is he cold", bob.mention()));
    alice.says(&general, "@everyone why is he cold");
    alice.dm("section 3").reply().await;
    bot.stop().await.expect("a clean end");
    assert!(fake.messages(&general).is_empty());
    fake.finish().await;
}

#[tokio::test]
async fn a_message_that_comes_twice_is_answered_once() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let bot = start_bot(&fake, heard().await).await;
    fake.repeats_message_on_resume();
    let said = alice.says(&general, &format!("{} section 3", fake.mention()));
    said.reply().await;
    fake.breaks(Break::Close(4000));
    fake.wait_for("a resume", |fake| (fake.resumes() > 0).then_some(()))
        .await;
    said.again();
    alice.dm("section 3").reply().await;
    bot.stop().await.expect("a clean end");
    let sent = fake.requests().into_iter();
    let sent = sent.filter(|request| request.path.contains(&general.id.to_string()));
    assert_eq!(sent.count(), 1);
    fake.finish().await;
}

#[tokio::test]
async fn a_failure_of_discord_is_tried_once_more_and_answered_once() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let bot = start_bot(&fake, heard().await).await;
    fake.answers_once("POST", "/channels", 502, json!({}));
    let said = alice.says(&general, &format!("{} section 3", fake.mention()));
    said.reply().await;
    fake.answers_once("POST", "/interactions", 500, json!({}));
    let asked = alice.slash(&general, "ask", json!({ "question": "section 3" }));
    asked.reply().await;
    assert_eq!(fake.messages(&general).len(), 1);
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn commands_that_fail_to_register_leave_the_bot_listening() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    for _ in 0..4 {
        fake.answers_once("PUT", "/applications", 503, json!({}));
    }
    let bot = crate::support::start_with(heard().await, crate::support::options(&fake));
    let answer = alice.dm("section 3").reply().await;
    assert_eq!(
        answer.embeds.len(),
        2,
        "an answer while nothing is registered"
    );
    fake.ready().await;
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn closed_direct_messages_harm_nobody() {
    let fake = Fake::start().await;
    let (alice, bob) = (fake.user("alice"), fake.user("bob"));
    let bot = start_bot(&fake, heard().await).await;
    alice.closes_dms();
    alice.dm("section 3");
    bob.dm("section 3").reply().await;
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

/// The library tells whole payloads to whoever listens; `discord::quiet` listens to nobody but us.
#[tokio::test]
async fn our_own_lines_never_hold_a_question() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let bot = start_bot(&fake, heard().await).await;
    fake.expects("serenity lost an event");
    let broken = json!({ "id": "1", "content": "why quokka cold", "author": 7 });
    fake.dispatch("MESSAGE_CREATE", None, broken);
    fake.answers_once(
        "POST",
        "/channels",
        400,
        json!({ "message": "quokka", "code": 50035 }),
    );
    alice.dm("why is the quokka cold");
    let asked = alice.slash(
        &general,
        "ask",
        json!({ "question": "why is the quokka cold" }),
    );
    asked.reply().await;
    bot.stop().await.expect("a clean end");
    let (all, ours) = (logs(), logs().of("verbatim"));
    assert!(
        all.contains("quokka"),
        "the library stopped telling; good news"
    );
    assert!(ours.contains("could not be delivered"));
    assert!(!ours.contains("quokka"));
    fake.finish().await;
}
