//! Mentions: one short public reply that says nothing, and a button for the asker alone.

use crate::fake::{Fake, Person};
use crate::support::{conversation, heard};
use serenity::all::Permissions;

/// `person` mentions the bot with `words`.
fn mentioning(fake: &Fake, words: &str) -> String {
    format!("{} {words}", fake.mention())
}

/// Waits until the bot has read everything before: it answers a direct message.
async fn everything_is_read(person: &Person) {
    person.dm("section 3").reply().await;
}

#[test]
fn a_mention_is_answered_without_a_word_of_it() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let said = alice.says(&general, &mentioning(c, "does dopamine drop after orgasm?"));
        let public = said.reply().await;
        assert!(!public.ephemeral);
        assert_eq!(public.replies_to, Some(said.message().id));
        insta::assert_snapshot!(public.text(), @r#"
        I have something for you that only you can see.
        [Show me] [Delete]
        "#);
        let id = public.button("Show me").custom_id.expect("a press");
        assert!(
            !id.contains("dopamine") && !id.contains("biological"),
            "{id}"
        );

        let shown = alice.press(&public, "Show me").reply().await;
        assert!(shown.ephemeral);
        assert_eq!(
            shown.embeds[0]["title"],
            "1. The Biological Crash After Sex"
        );
        assert_eq!(c.messages(&general).len(), 1, "nothing more in public");
    });
}

#[test]
fn the_excerpt_is_the_same_however_it_is_asked_for() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let question = "does dopamine drop after orgasm?";
        let direct = alice.dm(question).reply().await;
        let said = alice.says(&general, &mentioning(c, question));
        let shown = alice.press(&said.reply().await, "Show me").reply().await;
        assert_eq!(shown.embeds[0], direct.embeds[0]);
        assert_eq!(
            shown.embeds[1]["description"],
            direct.embeds[1]["description"]
        );
    });
}

#[test]
fn only_the_asker_may_open_the_answer() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start_bot(heard().await).await;
        let said = alice.says(&general, &mentioning(c, "why is he cold"));
        let public = said.reply().await;
        let refused = bob.press(&public, "Show me").reply().await;
        assert!(refused.ephemeral);
        insta::assert_snapshot!(refused.text(), @"That one is for the person who asked. You can ask me yourself, with /ask or in a direct message.");
    });
}

#[test]
fn a_bare_mention_gets_a_hint() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let hint = alice.says(&general, &c.mention()).reply().await;
        insta::assert_snapshot!(hint.text(), @r#"
        Ask me anything about “Why Men Withdraw After Sex”, and I show you what it says, word for word. You can also look through its parts.
        [Contents] [Delete]
        "#);
        let contents = alice.press(&hint, "Contents").reply().await;
        assert!(contents.ephemeral);
    });
}

#[test]
fn where_the_bot_may_not_speak_a_mention_meets_silence() {
    conversation(async |c| {
        let guild = c.guild(500);
        let rules = guild.channel("rules");
        rules.deny_bot(Permissions::SEND_MESSAGES);
        let thread = guild.channel("quiet threads");
        thread.deny_bot(Permissions::SEND_MESSAGES_IN_THREADS);
        let thread = thread.thread("one of them");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let before = c.requests().len();
        alice.says(&rules, &mentioning(c, "why is he cold"));
        alice.says(&thread, &mentioning(c, "why is he cold"));
        everything_is_read(&alice).await;
        c.stop().await;
        let sent = c.requests().len() - before;
        assert_eq!(sent, 1, "the direct message alone");
    });
}

#[test]
fn a_permission_taken_away_later_silences_too() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let said = alice.says(&general, &mentioning(c, "why is he cold"));
        said.reply().await;
        general.deny_bot(Permissions::SEND_MESSAGES);
        general.announce();
        alice.says(&general, &mentioning(c, "why is he cold"));
        everything_is_read(&alice).await;
        c.stop().await;
        assert_eq!(c.messages(&general).len(), 1);
    });
}

#[test]
fn without_the_right_to_read_history_the_reply_points_at_nothing() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        general.deny_bot(Permissions::READ_MESSAGE_HISTORY);
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let said = alice.says(&general, &mentioning(c, "why is he cold"));
        assert_eq!(said.reply().await.replies_to, None);
    });
}

#[test]
fn a_thread_is_answered_in_place() {
    conversation(async |c| {
        let thread = c.guild(500).channel("general").thread("feelings");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let said = alice.says(&thread, &mentioning(c, "why is he cold"));
        assert_eq!(said.reply().await.channel, thread.id);
    });
}

#[test]
fn a_press_after_a_restart_opens_the_same() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let said = alice.says(&general, &mentioning(c, "why is he cold"));
        let public = said.reply().await;
        c.restart_as(heard().await).await;
        let choices = alice.press(&public, "Show me").reply().await;
        assert!(choices.ephemeral);
        let direct = alice.dm("why is he cold").reply().await;
        assert_eq!(choices.text(), direct.text());
    });
}

#[test]
fn where_no_moderator_allowed_it_a_mention_meets_silence() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        alice.says(&general, &mentioning(c, "why is he cold"));
        everything_is_read(&alice).await;
        c.stop().await;
        assert!(c.messages(&general).is_empty());
    });
}
