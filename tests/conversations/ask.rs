//! `/ask` and direct messages.

use crate::support::{conversation, start};
use serde_json::json;

#[test]
fn a_command_is_answered_for_the_asker_alone() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        let bot = start(c).await;
        let question = json!({ "question": "why does he roll over and fall asleep right after?" });
        let reply = alice.slash(&general, "ask", question).reply().await;
        assert!(reply.ephemeral);
        insta::assert_snapshot!(reply.text(), @r#"
        1. The Biological Crash After Sex
        Part of the quiet after sex is simply the body coming down. Orgasm is followed by a steep change in brain chemistry, and for a while that change can leave a man flat, tired, or in need of silence.

        During arousal and orgasm, a man's brain goes through:
        - a rush of dopamine, which carries pleasure and reward
        - more adrenaline
        - a rise in testosterone
        - very strong stimulation of the nerves

        Once he has ejaculated, the chemistry turns around dramatically:
        - dopamine falls
        - prolactin rises
        - the refractory period sets in, the body's pause before it can respond again
        - the nervous system comes down from high alert and starts to recover

        A swing like that can bring on:
        - a feeling of flatness
        - tiredness that arrives all at once
        - a short temper
        - a wish for quiet, or for some room
        From “Why Men Withdraw After Sex”
        And in the end:
        What keeps a relationship healthy is not that it never wavers, but that two people keep talking. Silence after closeness does not have to be the last word. What you say to each other next matters more.
        [Read the whole section] [Related] [Contents] [Not what I asked] [Share]
        [Share with …]
        "#);
        let quote = reply.embeds[0]["description"].as_str().expect("a quote");
        let printed = include_str!("../../content/why-he-withdraws/article.md");
        assert!(printed.contains(quote));
        assert_eq!(bot.stop().await, Ok(()));
    });
}

#[test]
fn a_direct_message_is_answered_plainly() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let reply = alice.dm("what is a vulnerabilty hangovr?").reply().await;
        assert!(!reply.ephemeral);
        assert_eq!(reply.embeds[0]["title"], "2. The Vulnerability Hangover");
        let asked = alice.slash(&alice.dms(), "ask", json!({ "question": "section 3" }));
        let reply = asked.reply().await;
        assert!(
            !reply.ephemeral,
            "in a conversation of two nobody reads along"
        );
    });
}

#[test]
fn between_other_people_only_the_asker_sees_the_answer() {
    conversation(async |c| {
        let alice = c.user("alice").using(crate::fake::Install::User);
        let group = c.private_channel(&[&alice, &c.user("bob")]);
        c.start().await;
        let asked = alice.slash(&group, "ask", json!({ "question": "section 3" }));
        assert!(asked.reply().await.ephemeral);
    });
}

#[test]
fn what_the_article_does_not_say_is_said_plainly() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let reply = alice.dm("how do i bake bread").reply().await;
        insta::assert_snapshot!(reply.text(), @r#"
        “Why Men Withdraw After Sex” does not speak of that, as far as I can tell. These parts come nearest. You can also ask in other words.
        [16. What to Do When He Pulls Away]
        [17. The Deeper Question: Do You Fit Together?]
        [14. Emotional Unavailability: When Distance Is the Pattern]
        [Contents]
        "#);
    });
}

#[test]
fn ready_and_registered_within_a_second() {
    conversation(async |c| {
        let bot = crate::support::bot().await;
        let started = std::time::Instant::now();
        c.start_with(bot, c.options());
        c.ready().await;
        let took = started.elapsed();
        println!("ready and registered after {took:?}");
        assert!(took.as_millis() < 1_000, "{took:?}");
        let commands = c.commands().expect("registered");
        assert!(commands.iter().any(|command| command["name"] == "ask"));
    });
}
