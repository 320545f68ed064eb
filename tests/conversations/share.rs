//! An answer for everyone, and away with it.

use crate::after::{asked, labels};
use crate::fake::{Channel, Discord, Fake, Install, Person, Shown};
use crate::support::{GUILD, bot, choose, conversation, heard};
use serde_json::json;
use serenity::all::Permissions;
use verbatim::bot::Bot;
use verbatim::settings::{Change, Pace, Sharing, Visibility};
use verbatim::who::ChannelId;

const NOT_SHARED: &str = "I may not write this here, so nothing was shared. The moderators can let me send messages and embed links in this channel.";

#[test]
fn a_shared_passage_says_nothing_of_who_asked_or_what() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let answer = asked(&alice, &general).await;
        let done = alice.press(&answer, "Share").reply().await;
        assert!(done.ephemeral);
        insta::assert_snapshot!(done.text(), @"Shared. Everyone here can read these words now. I did not say who asked, or what. You and the moderators can delete them.");
        let [post] = &c.messages(&general)[..] else {
            panic!("one public message");
        };
        assert_eq!(post.embeds, answer.embeds, "the same words");
        assert_eq!(post.replies_to, None);
        assert_eq!(post.allowed_mentions, json!({ "parse": [] }));
        let ways = "[Read the whole section] [Related] [Contents] [Delete]";
        assert_eq!(post.text().lines().last(), Some(ways));
        let everything = format!("{post:?}");
        for trace in [
            alice.id.to_string(),
            format!("{:x}", alice.id),
            "alice".to_owned(),
            "dopamine drop".to_owned(),
        ] {
            assert!(!everything.contains(&trace), "{trace} in {everything}");
        }
    });
}

#[test]
fn the_same_part_is_shared_once_in_a_while() {
    conversation(async |c| {
        let guild = c.guild(500);
        let (general, other) = (guild.channel("general"), guild.channel("other"));
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start().await;
        let answer = asked(&alice, &general).await;
        alice.press(&answer, "Share").reply().await;
        let again = asked(&bob, &general).await;
        let refused = bob.press(&again, "Share").reply().await;
        insta::assert_snapshot!(refused.text(), @"These words were shared here a few minutes ago. Please look a little above. They can be shared again in 10 minutes.");
        assert_eq!(c.messages(&general).len(), 1);
        let elsewhere = asked(&bob, &other).await;
        bob.press(&elsewhere, "Share").reply().await;
        assert_eq!(c.messages(&other).len(), 1);
    });
}

#[test]
fn one_person_fills_no_channel_with_what_is_shared() {
    conversation(async |c| {
        let general = c.guild(GUILD.0).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        let bot = bot().await;
        let (minute, hour) = (60, 600);
        choose(&bot, Change::Pace(Pace { minute, hour })).await;
        c.start_bot(bot).await;
        let shares = async |person: &Person, number: u32| {
            let question = json!({ "question": format!("section {number}") });
            let answer = person.slash(&general, "ask", question).reply().await;
            person.press(&answer, "Share").reply().await
        };
        for number in 1..=5 {
            assert!(shares(&alice, number).await.text().starts_with("Shared."));
        }
        let refused = shares(&alice, 6).await;
        assert!(refused.ephemeral);
        insta::assert_snapshot!(refused.text(), @"You have shared a good deal within ten minutes, and the others need time to read. You can share again in 10 minutes.");
        let said = bob
            .says(&general, "does dopamine drop after orgasm?")
            .message();
        let found = found_by(&alice, &said).await;
        let offered = alice.press(&found, "Offer this publicly").reply().await;
        assert_eq!(offered.text(), refused.text());
        assert_eq!(c.messages(&general).len(), 5);
        assert!(
            shares(&bob, 6).await.text().starts_with("Shared."),
            "what was refused does not stand"
        );
        bob.press(&found_by(&bob, &said).await, "Offer this publicly")
            .reply()
            .await;
        assert_eq!(c.messages(&general).len(), 7);
    });
}

async fn found_by(person: &Person, said: &Shown) -> Shown {
    person.menu("Find in the article", said).reply().await
}

#[test]
fn where_the_bot_may_not_write_sharing_says_so_and_can_be_tried_again() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        general.deny_bot(Permissions::SEND_MESSAGES);
        let alice = c.user("alice");
        c.start().await;
        let answer = asked(&alice, &general).await;
        for _ in 0..2 {
            let refused = alice.press(&answer, "Share").reply().await;
            assert_eq!(refused.text(), NOT_SHARED);
        }
        assert!(c.messages(&general).is_empty());
    });
}

#[test]
fn where_embeds_are_forbidden_sharing_says_so() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        general.deny_bot(Permissions::EMBED_LINKS);
        let alice = c.user("alice");
        c.start().await;
        let answer = asked(&alice, &general).await;
        let refused = alice.press(&answer, "Share").reply().await;
        assert_eq!(refused.text(), NOT_SHARED);
    });
}

#[test]
fn where_the_moderators_want_no_answers_nothing_is_shared() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let answer = asked(&alice, &general).await;
        c.stop().await;
        c.pass(std::time::Duration::from_secs(5));
        let bot = bot().await;
        choose(&bot, Change::Forbid(ChannelId(general.id))).await;
        c.start_bot(bot).await;
        let refused = alice.press(&answer, "Share").reply().await;
        assert!(
            refused.text().contains("keep me out of this channel"),
            "{}",
            refused.text()
        );
        assert!(c.messages(&general).is_empty());
    });
}

#[test]
fn where_nobody_else_reads_there_is_nothing_to_share() {
    conversation(async |c| {
        let alice = c.user("alice");
        let group = c.private_channel(&[&alice, &c.user("bob")]);
        c.start().await;
        let direct = asked(&alice, &alice.dms()).await;
        assert!(!labels(&direct).contains(&"Share".to_owned()));
        let outside = asked(&alice.using(Install::User), &group).await;
        assert!(!labels(&outside).contains(&"Share".to_owned()));
    });
}

/// A server whose moderators hear of what is shared, in a channel of their own.
async fn told(fake: &Fake) -> (Bot, Channel, Channel) {
    let guild = fake.guild(GUILD.0);
    let (general, table) = (guild.channel("general"), guild.channel("moderators"));
    let bot = bot().await;
    choose(&bot, Change::Review(Some(ChannelId(table.id)))).await;
    choose(&bot, Change::set("sharing", Sharing::Told)).await;
    (bot, general, table)
}

/// The notices in `table`, once there are so many.
async fn notices(fake: &Fake, table: &Channel, count: usize) -> Vec<Shown> {
    let enough = |fake: &Discord| Some(fake.messages(table)).filter(|all| all.len() == count);
    fake.wait_for("the notices", enough).await
}

#[test]
fn moderators_who_want_to_hear_learn_that_something_was_shared_and_not_by_whom() {
    conversation(async |c| {
        let (bot, general, table) = told(c).await;
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start_bot(bot).await;
        let answer = asked(&alice, &general).await;
        alice.press(&answer, "Share").reply().await;
        let notice = notices(c, &table, 1).await.remove(0);
        insta::assert_snapshot!(notice.text(), @r#"
        Something was shared in <#1000001>. Who had me write it was not sent along. If it does not belong there, you can delete it from here.
        [Look at it ↗] [Delete]
        "#);
        let [post] = &c.messages(&general)[..] else {
            panic!("one public message");
        };
        let page = notice.button("Look at it").url.expect("a link");
        assert!(
            page.ends_with(&format!("/500/{}/{}", general.id, post.id)),
            "{page}"
        );
        let everything = format!("{notice:?}");
        for trace in [
            alice.id.to_string(),
            format!("{:x}", alice.id),
            "alice".to_owned(),
        ] {
            assert!(!everything.contains(&trace), "{trace} in {everything}");
        }
        let said = bob
            .says(&general, "does dopamine drop after orgasm?")
            .message();
        let found = found_by(&alice, &said).await;
        alice.press(&found, "Offer this publicly").reply().await;
        let offered = notices(c, &table, 2).await.remove(1);
        assert_eq!(offered.text(), notice.text());
    });
}

#[test]
fn from_a_notice_a_moderator_deletes_what_was_shared_and_nobody_else() {
    conversation(async |c| {
        let (bot, general, table) = told(c).await;
        let (alice, mona) = (c.user("alice"), c.user("mona"));
        c.guild(GUILD.0).owner(&mona);
        c.start_bot(bot).await;
        let answer = asked(&alice, &general).await;
        alice.press(&answer, "Share").reply().await;
        let notice = notices(c, &table, 1).await.remove(0);
        let refused = alice.press(&notice, "Delete").reply().await;
        assert!(refused.ephemeral);
        assert_eq!(c.messages(&general).len(), 1);
        mona.press(&notice, "Delete").acknowledged().await;
        notices(c, &table, 0).await;
        assert!(c.messages(&general).is_empty());
    });
}

#[test]
fn a_notice_of_what_is_gone_goes_too_and_where_we_cannot_delete_it_stays() {
    conversation(async |c| {
        let (bot, general, table) = told(c).await;
        let (alice, mona) = (c.user("alice"), c.user("mona"));
        let guild = c.guild(GUILD.0);
        guild.owner(&mona);
        let other = guild.channel("other");
        c.start_bot(bot).await;
        for (number, channel) in [&general, &other].into_iter().enumerate() {
            let answer = asked(&alice, channel).await;
            alice.press(&answer, "Share").reply().await;
            notices(c, &table, number + 1).await;
        }
        let [here, there] = &notices(c, &table, 2).await[..] else {
            panic!("two notices");
        };
        let post = c.messages(&general).remove(0);
        alice.press(&post, "Delete").acknowledged().await;
        c.wait_for("the part to go", |c| {
            c.message(post.id).is_none().then_some(())
        })
        .await;
        mona.press(here, "Delete").acknowledged().await;
        notices(c, &table, 1).await;
        other.deny_bot(Permissions::VIEW_CHANNEL);
        let failed = mona.press(there, "Delete").reply().await;
        insta::assert_snapshot!(failed.text(), @"I could not delete it: I do not reach that channel. Please delete it there yourself.");
        assert_eq!(c.messages(&table).len(), 1);
    });
}

#[test]
fn moderators_who_chose_nothing_or_no_channel_hear_nothing() {
    conversation(async |c| {
        let (bot, general, table) = told(c).await;
        choose(&bot, Change::set("sharing", Sharing::Quiet)).await;
        let alice = c.user("alice");
        c.start_bot(bot).await;
        let answer = asked(&alice, &general).await;
        alice.press(&answer, "Share").reply().await;
        c.stop().await;
        assert_eq!(c.messages(&general).len(), 1);
        assert!(c.messages(&table).is_empty());
    });
}

/// Whether `message` is gone from `channel`.
fn gone(fake: &Fake, channel: &Channel, message: &Shown) -> bool {
    fake.messages(channel)
        .iter()
        .all(|other| other.id != message.id)
}

#[test]
fn who_shared_can_delete_it_after_a_restart_and_nobody_else_but_a_moderator() {
    conversation(async |c| {
        let guild = c.guild(500);
        let (general, other) = (guild.channel("general"), guild.channel("other"));
        let (alice, bob, carol) = (c.user("alice"), c.user("bob"), c.user("carol"));
        let keeper = guild.role("keeper", Permissions::MANAGE_GUILD);
        guild.member(&carol, &[keeper]);
        c.start().await;
        for channel in [&general, &other] {
            let answer = asked(&alice, channel).await;
            alice.press(&answer, "Share").reply().await;
        }
        c.restart().await;
        let post = c.messages(&general)[0].clone();
        let refused = bob.press(&post, "Delete").reply().await;
        assert!(refused.ephemeral);
        insta::assert_snapshot!(refused.text(), @"Only whoever had me write this, and the moderators, can delete it.");
        assert!(!gone(c, &general, &post));
        alice.press(&post, "Delete").acknowledged().await;
        let post = c.messages(&other)[0].clone();
        carol.press(&post, "Delete").acknowledged().await;
        c.stop().await;
        assert!(c.messages(&general).is_empty());
        assert!(c.messages(&other).is_empty());
    });
}

#[test]
fn everything_public_can_be_deleted_by_its_asker() {
    conversation(async |c| {
        let general = c.guild(GUILD.0).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        let bot = heard().await;
        choose(&bot, Change::set("visibility", Visibility::Public)).await;
        c.start_bot(bot).await;
        let answer = asked(&alice, &general).await;
        assert_eq!(
            labels(&answer),
            [
                "Read the whole section",
                "Related",
                "Contents",
                "Not what I asked",
                "Delete"
            ]
        );
        let contents = alice.slash(&general, "ask", json!({ "question": "contents" }));
        let teaser = alice.says(&general, &format!("{} why is he cold", c.mention()));
        for public in [answer, contents.reply().await, teaser.reply().await] {
            assert!(!public.ephemeral);
            let refused = bob.press(&public, "Delete").reply().await;
            assert!(refused.ephemeral);
            alice.press(&public, "Delete").acknowledged().await;
        }
        c.stop().await;
        assert!(c.messages(&general).is_empty());
    });
}

#[test]
fn where_one_of_us_may_not_write_an_answer_for_everyone_is_for_the_asker_alone() {
    conversation(async |c| {
        let guild = c.guild(GUILD.0);
        let (rules, quiet) = (guild.channel("rules"), guild.channel("quiet"));
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        rules.overwrite_person(&alice, Permissions::empty(), Permissions::SEND_MESSAGES);
        quiet.deny_bot(Permissions::SEND_MESSAGES);
        let bot = bot().await;
        choose(&bot, Change::set("visibility", Visibility::Public)).await;
        c.start_bot(bot).await;
        for channel in [&rules, &quiet] {
            assert!(asked(&alice, channel).await.ephemeral);
        }
        assert!(!asked(&bob, &rules).await.ephemeral);
    });
}

#[test]
fn what_somebody_else_reads_of_a_shared_passage_is_theirs_alone() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start().await;
        let answer = asked(&alice, &general).await;
        alice.press(&answer, "Share").reply().await;
        let post = c.messages(&general)[0].clone();
        for label in ["Read the whole section", "Related", "Contents"] {
            assert!(bob.press(&post, label).reply().await.ephemeral, "{label}");
        }
        assert_eq!(c.messages(&general).len(), 1);
    });
}

#[test]
fn what_is_shared_for_somebody_names_them_and_pings_nobody() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start().await;
        let answer = asked(&alice, &general).await;
        let asks = alice.press(&answer, "Share with …").reply().await;
        assert!(asks.ephemeral);
        insta::assert_snapshot!(asks.text());
        let menu = asks.selects().remove(0);
        assert_eq!(menu.kind, 5, "a menu of people");
        let none = alice.select(&asks, &menu.custom_id, &[]).reply().await;
        assert_eq!(none.text(), asks.text());
        assert!(c.messages(&general).is_empty());
        let chosen = bob.id.to_string();
        let done = alice.select(&asks, &menu.custom_id, &[&chosen]);
        assert!(done.reply().await.text().starts_with("Shared."));
        let [post] = &c.messages(&general)[..] else {
            panic!("one public message");
        };
        assert_eq!(post.content, format!("For {}:", bob.mention()));
        assert_eq!(post.embeds, answer.embeds, "the same words");
        assert_eq!(post.allowed_mentions, json!({ "parse": [] }));
        let everything = format!("{post:?}");
        for trace in [alice.id.to_string(), "alice".to_owned()] {
            assert!(!everything.contains(&trace), "{trace} in {everything}");
        }
        // It stands there: neither is shared again at once.
        let again = asked(&bob, &general).await;
        let refused = bob.press(&again, "Share").reply().await;
        assert!(refused.text().starts_with("These words were shared here"));
        alice.press(post, "Delete").acknowledged().await;
        c.stop().await;
        assert!(c.messages(&general).is_empty());
    });
}
