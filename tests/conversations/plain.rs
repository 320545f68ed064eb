//! Plain text: the same words without frames, for a server or for one person.

use crate::fake::{Carrier, check_message};
use crate::support::{bot, choose, conversation};
use serde_json::json;
use serenity::all::Permissions;
use verbatim::settings::{Change, Channels, Mentioned, Mentions, Style};

#[test]
fn a_server_that_wants_plain_text_reads_it_by_every_door() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        let bot = bot().await;
        for change in [
            Change::set("style", Style::Plain),
            Change::Mentions(Mentions::In(Channels::All)),
            Change::set("mentioned", Mentioned::InPublic),
        ] {
            choose(&bot, change).await;
        }
        c.start_bot(bot).await;
        let question = "why does he roll over and fall asleep right after?";
        let asked = alice.slash(&general, "ask", json!({ "question": question }));
        let answer = asked.reply().await;
        assert!(answer.embeds.is_empty());
        let in_order = [
            "**1. The Biological Crash After Sex**",
            "> Part of the quiet after sex",
            "> - a rush of dopamine",
            "-# From “Why Men Withdraw After Sex”",
            "And in the end:",
            "> What keeps a relationship healthy",
        ];
        let stands = in_order.map(|words| answer.content.find(words).expect(words));
        assert!(stands.is_sorted(), "{}", answer.content);
        insta::assert_snapshot!(answer.text());
        let said = alice.says(&general, &format!("{} section 6", c.mention()));
        assert!(said.reply().await.embeds.is_empty());
        let whole = alice.press(&answer, "Read the whole section").reply().await;
        assert!(whole.embeds.is_empty());
        assert!(
            whole
                .content
                .starts_with("**1. The Biological Crash After Sex**\n> ")
        );
    });
}

#[test]
fn one_person_asks_for_plain_text_and_keeps_it_on_the_way() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let options = json!({ "question": "why does he roll over and fall asleep right after?", "style": "plain" });
        let answer = alice.slash(&general, "ask", options).reply().await;
        assert!(answer.embeds.is_empty() && answer.ephemeral);
        let whole = alice.press(&answer, "Read the whole section").reply().await;
        assert!(whole.embeds.is_empty() && !whole.content.is_empty());
        let options = json!({ "section": "7", "style": "plain" });
        let page = alice.slash(&general, "read", options).reply().await;
        assert!(page.embeds.is_empty() && page.ephemeral);
        let next = alice.press(&page, "Next").reply().await;
        assert_eq!(next.id, page.id);
        assert!(next.embeds.is_empty() && next.content.contains("**8. "));
        let framed = alice.slash(&general, "ask", json!({ "question": "section 3" }));
        assert!(!framed.reply().await.embeds.is_empty());
    });
}

#[test]
fn where_frames_are_taken_from_us_the_words_still_arrive() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        general.deny_bot(Permissions::EMBED_LINKS);
        let alice = c.user("alice");
        let bot = bot().await;
        choose(&bot, Change::Mentions(Mentions::In(Channels::All))).await;
        choose(&bot, Change::set("mentioned", Mentioned::InPublic)).await;
        c.start_bot(bot).await;
        let said = alice.says(&general, &format!("{} section 6", c.mention()));
        let answer = said.reply().await;
        assert!(answer.embeds.is_empty());
        assert!(
            answer
                .content
                .starts_with("**6. Performance Anxiety After Sex**\n> ")
        );
    });
}

/// The trial behind the choice in `discord::outbound::body`: both forms are taken, but only embeds can be changed into
/// what else we say.
#[test]
fn embeds_and_components_v2_are_both_taken_but_do_not_turn_into_each_other() {
    const V2: u64 = 1 << 15;
    let embeds =
        json!({ "embeds": [{ "title": "3. Title", "description": "Words." }], "flags": 0 });
    let container = json!({
        "flags": V2,
        "components": [{ "type": 17, "components": [{ "type": 10, "content": "**3. Title**\nWords." }] }],
    });
    let faults =
        |before: &serde_json::Value, body| check_message(Carrier::Update, before, body, &[]);
    let new = json!({});
    assert!(faults(&new, &embeds).is_empty());
    assert!(faults(&new, &container).is_empty());
    assert!(!faults(&container, &embeds).is_empty());
    assert!(!faults(&embeds, &container).is_empty());
    let card = json!({ "content": "A card.", "embeds": [], "components": [], "flags": 4 });
    assert!(faults(&embeds, &card).is_empty());
    assert!(!faults(&container, &card).is_empty());
}
