//! `/help`, and what we say once when a server takes us in.

use crate::fake::Fake;
use crate::support::{restart, start};
use serde_json::json;
use serenity::all::Permissions;

#[tokio::test]
async fn help_is_one_screen_and_moderators_read_more() {
    let fake = Fake::start().await;
    let guild = fake.guild(500);
    let general = guild.channel("general");
    let managers = guild.role("managers", Permissions::MANAGE_GUILD);
    let (alice, bob) = (fake.user("alice"), fake.user("bob"));
    guild.member(&bob, &[managers]);
    let bot = start(&fake).await;
    let member = alice.slash(&general, "help", json!({})).reply().await;
    let moderator = bob.slash(&general, "help", json!({})).reply().await;
    assert!(member.ephemeral && moderator.ephemeral);
    assert!(moderator.content.starts_with(&member.content));
    insta::assert_snapshot!(moderator.text());
    assert!(moderator.content.contains("`/setup`") && !member.content.contains("`/setup`"));
    for help in [&member, &moderator] {
        // A phone shows about twenty lines of fifty characters.
        assert!(help.content.chars().count() <= 1_000, "{}", help.content);
    }
    let private = bob.dm("help").reply().await;
    assert_eq!(
        private.content, member.content,
        "nobody moderates a conversation of two"
    );
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn every_command_that_help_names_is_there() {
    let fake = Fake::start().await;
    let guild = fake.guild(500);
    let general = guild.channel("general");
    let managers = guild.role("managers", Permissions::MANAGE_GUILD);
    let bob = fake.user("bob");
    guild.member(&bob, &[managers]);
    let bot = start(&fake).await;
    let commands = fake.commands().expect("registered");
    let there = |name: &str| commands.iter().any(|command| command["name"] == name);
    let help = bob.slash(&general, "help", json!({})).reply().await;
    let named = help.content.split("`/").skip(1);
    let named: Vec<&str> = named
        .filter_map(|rest| rest.split(['`', ' ']).next())
        .collect();
    assert!(named.len() > 2);
    for name in named {
        assert!(there(name), "/{name}");
    }
    assert!(there("Find in the article"));
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn a_server_that_takes_us_in_is_greeted_once_where_everybody_is() {
    let fake = Fake::start().await;
    let (old, new) = (fake.guild(500), fake.guild(501));
    let (welcome, general) = (new.channel("welcome"), new.channel("general"));
    old.system_channel(&old.channel("welcome"));
    new.system_channel(&welcome);
    new.without_bot();
    let alice = fake.user("alice");
    let bot = start(&fake).await;
    new.takes_bot();
    let hello = fake
        .wait_for("a greeting", |fake| fake.messages(&welcome).pop())
        .await;
    insta::assert_snapshot!(hello.text(), @r#"
    Hello. I answer questions from an article, in its own words, and in private. `/ask` works already. Whoever manages this server can set me up with `/setup`; `/help` says the rest.
    [Delete]
    "#);
    new.announce();
    old.announce();
    let bot = restart(&fake, bot).await;
    alice.dm("section 3").reply().await;
    bot.stop().await.expect("a clean end");
    assert_eq!(fake.messages(&welcome).len(), 1);
    assert!(fake.messages(&general).is_empty());
    let posts = fake
        .requests()
        .into_iter()
        .filter(|sent| sent.method == "POST");
    let elsewhere = posts.filter(|sent| !sent.path.contains(&welcome.id.to_string()));
    let direct = alice.dms().id.to_string();
    assert!(
        elsewhere
            .into_iter()
            .all(|sent| sent.path.contains(&direct)),
        "no direct message to anybody else"
    );
    fake.finish().await;
}

#[tokio::test]
async fn where_discord_writes_to_the_moderators_the_greeting_is_theirs_alone() {
    let fake = Fake::start().await;
    let (open, closed) = (fake.guild(501), fake.guild(502));
    let mut expected = Vec::new();
    for guild in [&open, &closed] {
        let (welcome, team) = (guild.channel("welcome"), guild.channel("team"));
        guild.system_channel(&welcome);
        guild.updates_channel(&team);
        guild.without_bot();
        expected.push((welcome, team));
    }
    expected[1].1.deny_bot(Permissions::VIEW_CHANNEL);
    let bot = start(&fake).await;
    open.takes_bot();
    closed.takes_bot();
    fake.wait_for("a greeting for the moderators", |fake| {
        fake.messages(&expected[0].1).pop()
    })
    .await;
    fake.wait_for("one for everybody", |fake| {
        fake.messages(&expected[1].0).pop()
    })
    .await;
    bot.stop().await.expect("a clean end");
    assert!(fake.messages(&expected[0].0).is_empty());
    fake.finish().await;
}

#[tokio::test]
async fn a_greeting_is_deleted_by_moderators_alone() {
    let fake = Fake::start().await;
    let new = fake.guild(501);
    let welcome = new.channel("welcome");
    new.system_channel(&welcome);
    new.without_bot();
    let (alice, bob) = (fake.user("alice"), fake.user("bob"));
    new.owner(&bob);
    let bot = start(&fake).await;
    new.takes_bot();
    let hello = fake
        .wait_for("a greeting", |fake| fake.messages(&welcome).pop())
        .await;
    let refused = alice.press(&hello, "Delete").reply().await;
    assert!(refused.ephemeral);
    bob.press(&hello, "Delete").acknowledged().await;
    bot.stop().await.expect("a clean end");
    assert!(fake.messages(&welcome).is_empty());
    fake.finish().await;
}

#[tokio::test]
async fn where_greetings_are_not_ours_to_write_none_is() {
    let fake = Fake::start().await;
    let (closed, none) = (fake.guild(501), fake.guild(502));
    let welcome = closed.channel("welcome");
    welcome.deny_bot(Permissions::SEND_MESSAGES);
    closed.system_channel(&welcome);
    none.channel("general");
    closed.without_bot();
    none.without_bot();
    let alice = fake.user("alice");
    let bot = start(&fake).await;
    closed.takes_bot();
    none.takes_bot();
    alice.dm("section 3").reply().await;
    bot.stop().await.expect("a clean end");
    let posts = fake
        .requests()
        .into_iter()
        .filter(|sent| sent.method == "POST");
    assert_eq!(posts.count(), 1, "the direct message alone");
    fake.finish().await;
}
