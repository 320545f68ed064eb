//! A sensitive article, where moderators or the operator keep it from those it is not for.

use crate::fake::{Channel, Fake};
use crate::support::{bot, choose, conversation};
use serde_json::json;
use verbatim::settings::{Change, Gate};

const QUESTION: &str = "section 3";

/// Whether somebody who asks in `channel` reads the article there.
async fn reads(fake: &Fake, channel: &Channel) -> bool {
    let asked = json!({ "question": QUESTION });
    let answer = fake
        .user("alice")
        .slash(channel, "ask", asked)
        .reply()
        .await;
    assert!(answer.ephemeral);
    !answer.embeds.is_empty()
}

#[test]
fn the_gate_opens_only_in_channels_for_adults() {
    conversation(async |c| {
        let guild = c.guild(500);
        let (open, adult) = (guild.channel("open"), guild.channel("adult").nsfw());
        let (open_thread, adult_thread) = (open.thread("a"), adult.thread("b"));
        let kept = bot().await;
        choose(&kept, Change::set("gate", Gate::AgeRestricted)).await;
        c.start_bot(kept).await;
        for (channel, expected) in [
            (&open, false),
            (&adult, true),
            (&open_thread, false),
            (&adult_thread, true),
        ] {
            assert_eq!(reads(c, channel).await, expected);
        }
        let need = json!({ "question": "i want to kill myself" });
        let card = c.user("bob").slash(&open, "ask", need).reply().await;
        assert!(
            card.content.starts_with("**A note for you**"),
            "{}",
            card.text()
        );
        assert!(
            !c.user("carol").dm(QUESTION).reply().await.embeds.is_empty(),
            "a server's gate is no matter of direct messages"
        );
    });
}

#[test]
fn a_server_for_adults_has_only_channels_for_adults() {
    conversation(async |c| {
        let guild = c.guild(500);
        let general = guild.channel("general");
        guild.nsfw_level(3);
        let kept = bot().await;
        choose(&kept, Change::set("gate", Gate::AgeRestricted)).await;
        c.start_bot(kept).await;
        assert!(reads(c, &general).await);
    });
}

#[test]
fn direct_messages_are_closed_only_when_the_operator_says_so() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(bot().await.outside(Gate::AgeRestricted)).await;
        let refused = alice.dm(QUESTION).reply().await;
        assert_eq!(
            refused.content,
            "Whoever runs me keeps this article out of direct messages. Please ask me in a server."
        );
        let card = alice.dm("i want to kill myself").reply().await;
        assert!(
            card.content.starts_with("**A note for you**"),
            "{}",
            card.text()
        );
        assert!(reads(c, &general).await, "servers decide for themselves");
    });
}
