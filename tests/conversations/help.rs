//! `/help`, and what we say once when a server takes us in.

use crate::support::conversation;
use serde_json::json;
use serenity::all::Permissions;

#[test]
fn help_is_one_screen_and_moderators_read_more() {
    conversation(async |c| {
        let guild = c.guild(500);
        let general = guild.channel("general");
        let managers = guild.role("managers", Permissions::MANAGE_GUILD);
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        guild.member(&bob, &[managers]);
        c.start().await;
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
    });
}

#[test]
fn every_command_that_help_names_is_there() {
    conversation(async |c| {
        let guild = c.guild(500);
        let general = guild.channel("general");
        let managers = guild.role("managers", Permissions::MANAGE_GUILD);
        let bob = c.user("bob");
        guild.member(&bob, &[managers]);
        c.start().await;
        let commands = c.commands().expect("registered");
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
    });
}

#[test]
fn a_server_that_takes_us_in_is_greeted_once_where_everybody_is() {
    conversation(async |c| {
        let (old, new) = (c.guild(500), c.guild(501));
        let (welcome, general) = (new.channel("welcome"), new.channel("general"));
        old.system_channel(&old.channel("welcome"));
        new.system_channel(&welcome);
        new.without_bot();
        let alice = c.user("alice");
        c.start().await;
        new.takes_bot();
        let hello = c
            .wait_for("a greeting", |c| c.messages(&welcome).pop())
            .await;
        insta::assert_snapshot!(hello.text(), @r#"
        Hello. I answer questions from an article, in its own words, and in private. `/ask` works already. Whoever manages this server can set me up with `/setup`; `/help` says the rest.
        [Delete]
        "#);
        new.announce();
        old.announce();
        c.restart().await;
        alice.dm("section 3").reply().await;
        c.stop().await;
        assert_eq!(c.messages(&welcome).len(), 1);
        assert!(c.messages(&general).is_empty());
        let posts = c
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
    });
}

#[test]
fn where_discord_writes_to_the_moderators_the_greeting_is_theirs_alone() {
    conversation(async |c| {
        let (open, closed) = (c.guild(501), c.guild(502));
        let mut expected = Vec::new();
        for guild in [&open, &closed] {
            let (welcome, team) = (guild.channel("welcome"), guild.channel("team"));
            guild.system_channel(&welcome);
            guild.updates_channel(&team);
            guild.without_bot();
            expected.push((welcome, team));
        }
        expected[1].1.deny_bot(Permissions::VIEW_CHANNEL);
        c.start().await;
        open.takes_bot();
        closed.takes_bot();
        c.wait_for("a greeting for the moderators", |c| {
            c.messages(&expected[0].1).pop()
        })
        .await;
        c.wait_for("one for everybody", |c| c.messages(&expected[1].0).pop())
            .await;
        c.stop().await;
        assert!(c.messages(&expected[0].0).is_empty());
    });
}

#[test]
fn a_greeting_is_deleted_by_moderators_alone() {
    conversation(async |c| {
        let new = c.guild(501);
        let welcome = new.channel("welcome");
        new.system_channel(&welcome);
        new.without_bot();
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        new.owner(&bob);
        c.start().await;
        new.takes_bot();
        let hello = c
            .wait_for("a greeting", |c| c.messages(&welcome).pop())
            .await;
        let refused = alice.press(&hello, "Delete").reply().await;
        assert!(refused.ephemeral);
        bob.press(&hello, "Delete").acknowledged().await;
        c.stop().await;
        assert!(c.messages(&welcome).is_empty());
    });
}

#[test]
fn where_greetings_are_not_ours_to_write_none_is() {
    conversation(async |c| {
        let (closed, none) = (c.guild(501), c.guild(502));
        let welcome = closed.channel("welcome");
        welcome.deny_bot(Permissions::SEND_MESSAGES);
        closed.system_channel(&welcome);
        none.channel("general");
        closed.without_bot();
        none.without_bot();
        let alice = c.user("alice");
        c.start().await;
        closed.takes_bot();
        none.takes_bot();
        alice.dm("section 3").reply().await;
        c.stop().await;
        let posts = c
            .requests()
            .into_iter()
            .filter(|sent| sent.method == "POST");
        assert_eq!(posts.count(), 1, "the direct message alone");
    });
}
