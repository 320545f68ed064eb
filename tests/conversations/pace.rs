//! How much one person may ask, and what is answered once.

use crate::fake::{Fake, Person, Shown};
use crate::support::{GUILD, at, bot, choose, conversation, heard, somebody};
use serde_json::json;
use serenity::all::Permissions;
use std::time::{Duration, Instant};
use verbatim::bot::{Bot, Refusal, Request};
use verbatim::settings::{Change, Mentioned, Pace};
use verbatim::who::{Place, RoleId};

const NEED: &str = "i want to kill myself since he left";

async fn paced(minute: u32, hour: u32) -> Bot {
    let bot = heard().await;
    choose(&bot, Change::Pace(Pace { minute, hour })).await;
    bot
}

/// Waits until the bot has read everything before: it answers a direct message of somebody new.
async fn everything_is_read(fake: &Fake) {
    let person = fake.user("the last one");
    person.dm("section 3").reply().await;
}

async fn asks(person: &Person, channel: &crate::fake::Channel, question: &str) -> Shown {
    let asked = person.slash(channel, "ask", json!({ "question": question }));
    asked.reply().await
}

#[tokio::test]
async fn who_asks_too_quickly_is_told_how_long_to_wait() {
    let bot = bot().await;
    let alice = somebody();
    let start = Instant::now();
    let told = async |after: u64, question: &str| {
        let now = at(start + Duration::from_secs(after));
        let request = Request::Message(question.to_owned());
        match bot.handle(&alice, Place::Dm, request, now).await {
            Err(refusal @ Refusal::TooQuick(_)) => {
                let said = refusal.reply(bot.voice("en"));
                Some(format!("{:?}", said.parts[0]))
            }
            other => {
                other.expect("an answer");
                None
            }
        }
    };
    for number in 1..=6 {
        assert_eq!(told(number, &format!("section {number}")).await, None);
    }
    let wait = told(21, "section 7").await;
    insta::assert_snapshot!(wait.expect("a wait"), @r#"Say("You ask quicker than I can follow. Please give me 40 seconds, and then ask again.")"#);
    let wait = told(60, "section 8").await;
    insta::assert_snapshot!(wait.expect("a wait"), @r#"Say("You ask quicker than I can follow. Please give me one second, and then ask again.")"#);
    assert_eq!(told(61, "section 9").await, None);
    for asked in 0..53 {
        assert_eq!(
            told(100 + asked * 12, &format!("section {asked}")).await,
            None
        );
    }
    let wait = told(800, "section 10").await;
    insta::assert_snapshot!(wait.expect("a wait"), @r#"Say("You have asked many questions within the hour. Please wait 47 minutes, and then ask again. Reading needs no wait: try /read.")"#);
}

#[test]
fn a_server_sets_the_pace_of_its_members_and_cards_know_none() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start_bot(paced(1, 5).await).await;
        assert!(!asks(&alice, &general, "section 3").await.embeds.is_empty());
        let wait = asks(&alice, &general, "section 4").await;
        assert!(wait.ephemeral && wait.embeds.is_empty());
        assert!(
            wait.text()
                .starts_with("You ask quicker than I can follow. Please give me ")
        );
        let card = asks(&alice, &general, NEED).await;
        assert!(card.text().starts_with("**A note for you**"));
        assert!(!asks(&bob, &general, "section 3").await.embeds.is_empty());
        assert_eq!(
            alice.dm("section 3").reply().await.embeds.len(),
            2,
            "a pace of its own"
        );
    });
}

#[test]
fn only_words_that_are_searched_are_a_question() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start_bot(paced(1, 5).await).await;
        let reads = async |section: &str| {
            let read = alice.slash(&general, "read", json!({ "section": section }));
            read.reply().await
        };
        let answer = asks(&alice, &general, "does dopamine drop after orgasm?").await;
        for button in ["Related", "Read the whole section", "Not what I asked"] {
            let opened = alice.press(&answer, button).reply().await;
            let label = &opened.buttons()[0].label;
            assert_ne!(alice.press(&opened, label).reply().await.text(), "");
        }
        let contents = alice.slash(&general, "read", json!({})).reply().await;
        assert!(!contents.selects().is_empty());
        for section in ["7", "guilt", "the conclusion", "what-to-do"] {
            assert!(!reads(section).await.embeds.is_empty(), "{section}");
        }
        asks(&alice, &general, "😀").await;
        let said = bob.says(&general, "why is he cold").message();
        let found = alice.menu("Find in the article", &said).reply().await;
        for wait in [
            reads("why is he so cold now").await,
            found,
            asks(&alice, &general, "section 7").await,
        ] {
            assert!(wait.ephemeral && wait.embeds.is_empty());
            assert!(
                wait.text()
                    .starts_with("You ask quicker than I can follow."),
                "{}",
                wait.text()
            );
        }
    });
}

#[test]
fn whoever_reads_on_in_a_conversation_never_waits() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_bot(bot().await).await;
        alice.dm("section 1").reply().await;
        for _ in 2..10 {
            let next = alice.dm("next").reply().await;
            assert!(!next.embeds.is_empty(), "{}", next.text());
        }
        for question in 2..7 {
            let answer = alice.dm(&format!("section {question}")).reply().await;
            assert!(!answer.embeds.is_empty(), "{}", answer.text());
        }
        let wait = alice.dm("section 7").reply().await;
        assert!(wait.text().starts_with("You ask quicker"));
        assert!(!alice.dm("next").reply().await.embeds.is_empty());
    });
}

#[test]
fn moderators_ask_as_much_as_they_like_by_every_door() {
    conversation(async |c| {
        let guild = c.guild(500);
        let general = guild.channel("general");
        let managers = guild.role("managers", Permissions::MANAGE_GUILD);
        let trusted = guild.role("trusted", Permissions::empty());
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        guild.member(&alice, &[managers]);
        guild.member(&bob, &[trusted]);
        let bot = paced(1, 1).await;
        choose(&bot, Change::Trust(RoleId(trusted))).await;
        choose(&bot, Change::set("mentioned", Mentioned::InPublic)).await;
        c.start_bot(bot).await;
        for person in [&alice, &bob] {
            for number in 1..4 {
                let question = format!("section {number}");
                assert!(!asks(person, &general, &question).await.embeds.is_empty());
                let said = person.says(&general, &format!("{} {question}", c.mention()));
                assert!(!said.reply().await.embeds.is_empty(), "{question}");
            }
        }
    });
}

#[test]
fn a_mention_looks_the_same_whether_one_should_wait_or_needs_a_person() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(paced(1, 5).await).await;
        let mention = async |words: &str| {
            let said = alice.says(&general, &format!("{} {words}", c.mention()));
            said.reply().await
        };
        let (first, second, need) = (
            mention("section 3").await,
            mention("section 4").await,
            mention(NEED).await,
        );
        assert_eq!(first.text(), second.text());
        assert_eq!(first.text(), need.text());
        let opened = alice.press(&first, "Show me").reply().await;
        assert!(!opened.embeds.is_empty());
        let wait = alice.press(&second, "Show me").reply().await;
        assert!(wait.ephemeral && wait.text().starts_with("You ask quicker"));
        let card = alice.press(&need, "Show me").reply().await;
        assert!(card.text().starts_with("**A note for you**"));
    });
}

#[test]
fn in_public_too_who_should_wait_learns_it_alone() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        let bot = paced(1, 5).await;
        choose(&bot, Change::set("mentioned", Mentioned::InPublic)).await;
        c.start_bot(bot).await;
        let said = alice.says(&general, &format!("{} section 3", c.mention()));
        assert!(!said.reply().await.embeds.is_empty());
        let said = alice.says(&general, &format!("{} section 4", c.mention()));
        let public = said.reply().await;
        assert_eq!(
            public.text(),
            "I have something for you that only you can see.\n[Show me] [Delete]"
        );
        let wait = alice.press(&public, "Show me").reply().await;
        assert!(wait.ephemeral && wait.text().starts_with("You ask quicker"));
    });
}

#[test]
fn a_double_send_is_answered_once() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start_bot(heard().await).await;
        let words = format!("{} section 3", c.mention());
        for _ in 0..3 {
            alice.says(&general, &words);
            alice.dm("why is he cold");
        }
        bob.says(&general, &words).reply().await;
        everything_is_read(c).await;
        c.stop().await;
        assert_eq!(c.messages(&general).len(), 2, "one for each of them");
        assert_eq!(c.messages(&alice.dms()).len(), 1);
    });
}

#[tokio::test]
async fn the_same_words_later_are_a_new_question() {
    let bot = bot().await;
    let alice = somebody();
    let start = Instant::now();
    let mut answered = Vec::new();
    for seconds in [0, 1, 4, 5, 11] {
        let now = at(start + Duration::from_secs(seconds));
        let request = Request::Message("why is he cold".to_owned());
        let response = bot.handle(&alice, Place::Dm, request, now).await;
        answered.push(response != Ok(verbatim::bot::Response::Silence));
    }
    assert_eq!(answered, [true, false, false, true, true]);
}

#[test]
fn what_is_edited_or_taken_back_is_not_answered_again() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let said = alice.says(&general, &format!("{} section 3", c.mention()));
        let first = said.reply().await;
        said.becomes(&format!("{} section 4", c.mention()));
        said.goes();
        let plain = alice.says(&general, "section 5");
        plain.becomes(&format!("{} section 5", c.mention()));
        everything_is_read(c).await;
        c.stop().await;
        let all = c.messages(&general);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].text(), first.text());
    });
}

#[test]
fn threads_and_forum_posts_are_answered_in_place() {
    conversation(async |c| {
        let guild = c.guild(500);
        let thread = guild.channel("general").thread("feelings");
        let post = guild.forum("questions").thread("why so quiet?");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        for place in [&thread, &post] {
            let said = alice.says(place, &format!("{} section 3", c.mention()));
            assert_eq!(said.reply().await.channel, place.id);
            let asked = asks(&alice, place, "section 3").await;
            assert_eq!((asked.channel, asked.ephemeral), (place.id, true));
        }
        c.stop().await;
        assert_eq!(GUILD.0, guild.id);
    });
}

#[test]
fn whoever_is_not_answered_is_not_answered_by_mention_either() {
    conversation(async |c| {
        let guild = c.guild(500);
        let general = guild.channel("general");
        let muted = guild.role("muted", Permissions::empty());
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        guild.member(&alice, &[muted]);
        let bot = heard().await;
        choose(&bot, Change::Ignore(RoleId(muted))).await;
        c.start_bot(bot).await;
        alice.says(&general, &format!("{} section 3", c.mention()));
        let refused = asks(&alice, &general, "section 3").await;
        assert_eq!(
            refused.text(),
            "The moderators of this server have asked me not to answer you here. You can ask me in a direct message."
        );
        let said = bob.says(&general, &format!("{} section 3", c.mention()));
        said.reply().await;
        c.stop().await;
        assert_eq!(c.messages(&general).len(), 1);
    });
}
