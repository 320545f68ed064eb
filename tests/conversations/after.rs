//! What leads on from an answer: related parts, and another try.

use crate::fake::{Channel, Person, Shown};
use crate::support::{GUILD, bot, choose, conversation, heard};
use serde_json::json;
use verbatim::settings::Change;
use verbatim::who::ChannelId;

const AMISS: &str = "Not what I asked";
const QUESTION: &str = "does dopamine drop after orgasm?";

pub async fn asked(person: &Person, channel: &Channel) -> Shown {
    let asked = person.slash(channel, "ask", json!({ "question": QUESTION }));
    asked.reply().await
}

pub fn labels(message: &Shown) -> Vec<String> {
    let buttons = message.buttons().into_iter();
    buttons.map(|button| button.label).collect()
}

#[test]
fn related_parts_are_one_press_away_even_after_a_restart() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let answer = asked(&alice, &general).await;
        c.restart().await;
        let related = alice.press(&answer, "Related").reply().await;
        assert!(related.ephemeral);
        insta::assert_snapshot!(related.text(), @r#"
        After “1. The Biological Crash After Sex”, these parts lead on.
        [11. Post-Coital Dysphoria (PCD)]
        [7. Emotional Overstimulation]
        [15. Space or Rejection: How to Tell Them Apart]
        [Contents]
        "#);
        let label = &labels(&related)[0];
        let opened = alice.press(&related, label).reply().await;
        assert_eq!(opened.embeds[0]["title"], label.as_str());
    });
}

#[test]
fn what_was_not_asked_for_makes_room_for_the_next_best() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let answer = asked(&alice, &general).await;
        let id = answer.button(AMISS).custom_id.expect("a press");
        assert!(
            id.bytes()
                .all(|b| b.is_ascii_hexdigit() || b",:aftermis".contains(&b)),
            "{id}"
        );
        c.restart().await;
        let other = alice.press(&answer, AMISS).reply().await;
        insta::assert_snapshot!(other.text(), @r#"
        Then it may be one of these. You can also look through the contents, or ask me again in other words.
        [11. Post-Coital Dysphoria (PCD)]
        [5. When the Chase Is Over]
        [Introduction]
        [Contents]
        "#);
        assert!(!labels(&other).contains(&"1. The Biological Crash After Sex".to_owned()));
        for label in labels(&other).iter().filter(|label| *label != "Contents") {
            let opened = alice.press(&other, label).reply().await;
            assert_eq!(opened.embeds[0]["title"], label.as_str());
        }
    });
}

#[test]
fn where_moderators_take_questions_what_was_not_answered_can_go_to_them() {
    conversation(async |c| {
        let guild = c.guild(GUILD.0);
        let (general, table) = (guild.channel("general"), guild.channel("table"));
        let alice = c.user("alice");
        let bot = bot().await;
        choose(&bot, Change::Review(Some(ChannelId(table.id)))).await;
        c.start_bot(bot).await;
        let answer = asked(&alice, &general).await;
        let other = alice.press(&answer, AMISS).reply().await;
        let last = labels(&other);
        assert_eq!(
            last[last.len() - 2..],
            ["Contents", "Send this to the moderators"]
        );
        let form = alice
            .press(&other, "Send this to the moderators")
            .modal()
            .await;
        assert_eq!(form.inputs.len(), 1);
    });
}

#[test]
fn try_after_try_ends_at_the_contents_and_at_the_moderators() {
    conversation(async |c| {
        let guild = c.guild(GUILD.0);
        let (general, table) = (guild.channel("general"), guild.channel("table"));
        let alice = c.user("alice");
        let bot = bot().await;
        choose(&bot, Change::Review(Some(ChannelId(table.id)))).await;
        c.start_bot(bot).await;
        let mut answer = asked(&alice, &general).await;
        let mut tried = vec![answer.embeds[0]["title"].clone()];
        let end = loop {
            let others = alice.press(&answer, AMISS).reply().await;
            let labels = labels(&others);
            let (ways, parts) = (&labels[labels.len() - 2..], &labels[..labels.len() - 2]);
            assert_eq!(ways, ["Contents", "Send this to the moderators"]);
            let Some(next) = parts.first() else {
                break others;
            };
            answer = alice.press(&others, next).reply().await;
            let title = answer.embeds[0]["title"].clone();
            assert!(!tried.contains(&title), "{title} again");
            tried.push(title);
        };
        assert_eq!(tried.len(), 4, "{tried:?}");
        insta::assert_snapshot!(end.text(), @r#"
        Then please look through the contents, or ask me again in other words.
        [Contents] [Send this to the moderators]
        "#);
        let contents = alice.press(&end, "Contents").reply().await;
        assert_eq!(contents.selects()[0].options.len(), 19);
        let form = alice
            .press(&end, "Send this to the moderators")
            .modal()
            .await;
        let sent = alice.submit(&form, &[("0", QUESTION)]).reply().await;
        assert!(sent.text().starts_with("Sent."), "{}", sent.text());
    });
}

#[test]
fn whoever_asks_by_a_mention_is_offered_the_same_next_best() {
    conversation(async |c| {
        let general = c.guild(GUILD.0).channel("general");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let answer = asked(&alice, &general).await;
        let expected = alice.press(&answer, AMISS).reply().await;
        let said = alice.says(&general, &format!("{} {QUESTION}", c.mention()));
        let shown = alice.press(&said.reply().await, "Show me").reply().await;
        let other = alice.press(&shown, AMISS).reply().await;
        assert_eq!(other.text(), expected.text());
    });
}

#[test]
fn beside_a_wrong_choice_stand_the_others_that_were_offered() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let question = json!({ "question": "thinks it was sinful" });
        let choices = alice.slash(&general, "ask", question).reply().await;
        let offered = labels(&choices);
        let chosen = alice.press(&choices, &offered[1]).reply().await;
        let other = alice.press(&chosen, AMISS).reply().await;
        let rest: Vec<String> = offered
            .iter()
            .filter(|label| **label != offered[1])
            .cloned()
            .collect();
        assert_eq!(labels(&other), rest);
    });
}
