//! One round trip through each door, with a real client behind the gateway.

use crate::fake::{Fake, Install, logs};
use crate::tiny_bot::{TinyBot, start};
use serde_json::json;
use serenity::all::Permissions;

#[tokio::test]
async fn a_slash_command_is_answered() {
    let (fake, bot) = online().await;
    let general = fake.guild(500).channel("general");
    let question = json!({ "question": "what @everyone?" });
    let asked = fake.user("alice").slash(&general, "ask", question);
    let reply = asked.reply().await;
    assert_eq!(
        reply.text(),
        "what @everyone?\n2. After opening up\nA hangover is usual.\nSection\n2 of 9\n\
         From the article\n[Next] [Read on ↗]\n<Go to: First | Second>"
    );
    assert!(!reply.ephemeral);
    assert_eq!(
        reply.button("Read on").url.as_deref(),
        Some("https://example.org")
    );
    assert_eq!(
        reply.selects()[0].options[1],
        ("Second".to_owned(), "2".to_owned())
    );
    assert_eq!(fake.messages(&general).len(), 1);
    goodbye(fake, bot).await;
}

#[tokio::test]
async fn choices_come_while_typing() {
    let (fake, bot) = online().await;
    let general = fake.guild(500).channel("general");
    let typed = json!({ "question": "vulner" });
    let typing = fake
        .user("alice")
        .autocomplete(&general, "ask", typed, "question");
    let choices = typing.choices().await;
    assert_eq!(
        (choices[0].name.as_str(), &choices[0].value),
        ("vulner?", &json!("vulner"))
    );
    goodbye(fake, bot).await;
}

#[tokio::test]
async fn a_modal_opens_and_is_sent() {
    let (fake, bot) = online().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let modal = alice
        .slash(&general, "settings edit", json!({}))
        .modal()
        .await;
    assert_eq!(modal.title, "Settings");
    let reply = alice.submit(&modal, &[("tone", "plain")]).reply().await;
    assert_eq!(reply.content, "Noted: plain");
    assert!(reply.ephemeral);
    goodbye(fake, bot).await;
}

#[tokio::test]
async fn a_button_turns_the_page_again_and_again() {
    let (fake, bot) = online().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let asked = alice.slash(&general, "ask", json!({ "question": "what?" }));
    let reply = asked.reply().await;
    let turned = alice.press(&reply, "Next").reply().await;
    assert_eq!(
        (turned.id, turned.text()),
        (reply.id, "The next page.\n[Next]".to_owned())
    );
    alice.press(&turned, "next").reply().await;
    assert_eq!(asked.edits().len(), 2);
    goodbye(fake, bot).await;
}

#[tokio::test]
async fn a_select_changes_its_message() {
    let (fake, bot) = online().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let reply = alice
        .slash(&general, "ask", json!({ "question": "what?" }))
        .reply()
        .await;
    let chosen = alice.select(&reply, "go", &["2"]).reply().await;
    assert_eq!(chosen.content, "2");
    goodbye(fake, bot).await;
}

#[tokio::test]
async fn a_message_menu_carries_the_content_without_an_intent() {
    let (fake, bot) = online().await;
    let general = fake.guild(500).channel("general");
    let said = fake.user("bob").says(&general, "a secret of bob").message();
    let found = fake
        .user("alice")
        .menu("Find in the article", &said)
        .reply()
        .await;
    assert_eq!(found.content, "a secret of bob");
    assert!(found.ephemeral);
    assert!(fake.messages(&general).is_empty());
    goodbye(fake, bot).await;
}

#[tokio::test]
async fn a_deferred_file_comes_with_a_followup() {
    let (fake, bot) = online().await;
    let general = fake.guild(500).channel("general");
    let asked = fake.user("alice").slash(&general, "export", json!({}));
    asked.acknowledged().await;
    assert_eq!(asked.followup(1).await[0].text(), "That was all.");
    let reply = asked.reply().await;
    assert_eq!(reply.text(), "Here it is.\n(article.md)");
    assert_eq!(reply.files[0].bytes, b"# Article");
    assert!(
        asked.edits().is_empty(),
        "the placeholder is no answer to edit"
    );
    goodbye(fake, bot).await;
}

#[tokio::test]
async fn a_direct_message_is_answered() {
    let (fake, bot) = online().await;
    let alice = fake.user("alice");
    let said = alice.dm("what is Veto?");
    let reply = said.reply().await;
    assert_eq!(reply.content, "You said: what is Veto?");
    assert_eq!(reply.replies_to, Some(said.message().id));
    assert_eq!(fake.typing(&alice.dms()), 1);
    goodbye(fake, bot).await;
}

#[tokio::test]
async fn only_a_mention_is_read_in_a_guild() {
    let (fake, bot) = online().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    alice.says(&general, "not for you");
    let said = alice.says(&general, &format!("{} what is Veto?", fake.mention()));
    assert_eq!(said.reply().await.content, "You said: <@900> what is Veto?");
    assert_eq!(fake.messages(&general).len(), 1);
    assert!(
        !logs().contains("not for you"),
        "the content never reached the client"
    );
    goodbye(fake, bot).await;
}

#[tokio::test]
async fn a_reply_to_the_bot_is_read() {
    let (fake, bot) = online().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let first = alice.says(&general, &fake.mention()).reply().await;
    let said = alice.replies(&first, "and then?");
    assert_eq!(said.reply().await.content, "You said: and then?");
    goodbye(fake, bot).await;
}

#[tokio::test]
async fn the_same_event_comes_twice_on_order() {
    let (fake, bot) = online().await;
    let alice = fake.user("alice");
    let said = alice.dm("hello");
    said.reply().await;
    said.again();
    // The tiny bot does not notice; ours must.
    assert_eq!(said.followup(1).await.len(), 1);
    goodbye(fake, bot).await;
}

#[tokio::test]
async fn a_command_reaches_where_the_bot_is_not() {
    let (fake, bot) = online().await;
    let (alice, bob) = (fake.user("alice").using(Install::User), fake.user("bob"));
    let foreign = fake.guild(501);
    foreign.without_bot();
    let group = fake.private_channel(&[&alice, &bob]);
    for place in [foreign.channel("general"), group, alice.dms()] {
        let question = json!({ "question": "what?" });
        let reply = alice.slash(&place, "ask", question).reply().await;
        assert_eq!(reply.content, "what?");
    }
    goodbye(fake, bot).await;
}

#[tokio::test]
async fn the_cache_knows_guilds_channels_and_threads() {
    let fake = Fake::start().await;
    let guild = fake.guild(500);
    guild.nsfw_level(3);
    let adult = guild.channel("adult").nsfw();
    let thread = adult.thread("thread");
    adult.deny_bot(Permissions::SEND_MESSAGES);
    let bot = start(&fake).await;
    let cache = bot.cache.clone();
    let known = |_: &_| cache.guild(500).map(|guild| guild.clone());
    let cached = fake.wait_for("the guild in the cache", known).await;
    assert_eq!(u8::from(cached.nsfw_level), 3);
    assert!(cached.channels[&adult.id.into()].nsfw);
    assert_eq!(cached.threads[0].id.get(), thread.id);
    let me = &cached.members[&bot.cache.current_user().id];
    let may = cached.user_permissions_in(&cached.channels[&adult.id.into()], me);
    assert!(!may.contains(Permissions::SEND_MESSAGES));
    goodbye(fake, bot).await;
}

#[tokio::test]
#[should_panic(expected = "no button `Back`")]
async fn nobody_presses_a_button_that_is_not_there() {
    let (fake, _bot) = online().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let reply = alice
        .slash(&general, "ask", json!({ "question": "what?" }))
        .reply()
        .await;
    alice.press(&reply, "Back");
}

#[tokio::test]
#[should_panic(expected = "only another person sees")]
async fn nobody_presses_what_another_sees() {
    let (fake, _bot) = online().await;
    let general = fake.guild(500).channel("general");
    let said = fake.user("bob").says(&general, "x").message();
    let found = fake
        .user("alice")
        .menu("Find in the article", &said)
        .reply()
        .await;
    fake.user("bob").press(&found, "Next");
}

async fn online() -> (Fake, TinyBot) {
    let fake = Fake::start().await;
    fake.guild(500);
    let bot = start(&fake).await;
    (fake, bot)
}

async fn goodbye(fake: Fake, bot: TinyBot) {
    bot.stop().await.expect("an orderly end");
    fake.finish().await;
}
