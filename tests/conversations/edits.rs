//! A direct message that its writer changes: answered anew, where the answer stands.

use crate::fake::{Discord, Exchange, Fake, Person, Shown};
use crate::support::conversation;
use serde_json::json;
use std::time::Duration;

const SLEEP: &str = "why does he roll over and fall asleep right after?";
const NEED: &str = "i want to kill myself";

/// The answer to `asked` once it says `words`.
async fn says(fake: &Fake, asked: &Exchange, words: &str) -> Shown {
    let first = asked.reply().await;
    let now = |fake: &Discord| {
        fake.message(first.id)
            .filter(|it| it.text().contains(words))
    };
    fake.wait_for(format!("an answer with “{words}”"), now)
        .await
}

/// Some moments on, `asked` is changed to `words`.
fn later(fake: &Fake, asked: &Exchange, words: &str) {
    fake.pass(Duration::from_secs(20));
    asked.becomes(words);
}

#[test]
fn an_edited_question_is_answered_anew_in_place() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let asked = alice.dm("section 3");
        says(c, &asked, "3. Attachment Styles").await;
        later(c, &asked, "section 4");
        says(c, &asked, "4. When Sex Stirs").await;
        later(c, &asked, "how do i bake bread");
        let none = says(c, &asked, "does not speak of that").await;
        assert!(none.embeds.is_empty(), "the quote is gone");
        later(c, &asked, SLEEP);
        says(c, &asked, "1. The Biological Crash After Sex").await;
        assert_eq!(c.messages(&alice.dms()).len(), 1, "one answer");
    });
}

#[test]
fn an_edit_that_needs_a_person_brings_the_card_and_no_edit_takes_it_away() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let asked = alice.dm("section 3");
        says(c, &asked, "3. Attachment Styles").await;
        later(c, &asked, NEED);
        let card = says(c, &asked, "**A note for you**").await;
        assert!(card.embeds.is_empty(), "nothing is quoted beside it");
        later(c, &asked, SLEEP);
        let two = |c: &Discord| Some(c.messages(&alice.dms())).filter(|all| all.len() == 2);
        let all = c.wait_for("an answer below the card", two).await;
        assert_eq!(all[0].text(), card.text(), "the card stays");
        assert!(all[1].text().contains("1. The Biological Crash After Sex"));
    });
}

/// Tells the bot that `person` changed a message of which it never heard, written at that minute and changed at this.
fn changes_unheard(fake: &Fake, person: &Person, (written, changed): (u64, u64)) {
    let time = |minute| format!("2026-01-01T00:{minute:02}:00.000000+00:00");
    let message = json!({
        "id": (9_100_000 + person.id).to_string(), "channel_id": person.dms().id.to_string(),
        "author": { "id": person.id.to_string(), "username": "x", "discriminator": "0", "avatar": null },
        "content": "section 3", "timestamp": time(written), "edited_timestamp": time(changed), "tts": false,
        "mention_everyone": false, "mention_roles": [], "attachments": [], "embeds": [],
        "mentions": [], "pinned": false, "type": 0,
    });
    fake.dispatch("MESSAGE_UPDATE", None, message);
}

#[test]
fn an_edit_of_a_message_that_was_never_answered_is_answered_while_it_is_young() {
    conversation(async |c| {
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start().await;
        changes_unheard(c, &alice, (10, 24));
        let one = |c: &Discord| c.messages(&alice.dms()).pop();
        let answer = c.wait_for("an answer", one).await;
        assert!(answer.text().contains("3. Attachment Styles"));
        changes_unheard(c, &bob, (10, 25));
        // What comes later is answered, and so the edit was met with silence.
        bob.dm("section 5").reply().await;
        assert_eq!(c.messages(&bob.dms()).len(), 1);
    });
}

#[test]
fn where_the_answer_is_gone_the_new_one_comes_below() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let asked = alice.dm("section 3");
        let first = asked.reply().await;
        alice.dms().loses(&first);
        asked.becomes("section 4");
        let again = asked.reply().await;
        assert_ne!(again.id, first.id);
        assert!(
            again.text().contains("4. When Sex Stirs"),
            "{}",
            again.text()
        );
    });
}

#[test]
fn an_unfolded_link_is_no_edit_and_one_edit_is_answered_once() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let asked = alice.dm("section 3");
        let first = asked.reply().await;
        let id = asked.message().id;
        let unfolded = || c.change(|state| state.announce("MESSAGE_UPDATE", id));
        unfolded();
        alice.dm("section 5").reply().await;
        later(c, &asked, "section 4");
        says(c, &asked, "4. When Sex Stirs").await;
        unfolded();
        let last = alice.dm("section 6").reply().await;
        assert!(last.text().contains("6. "), "{}", last.text());
        let changes = c.requests().into_iter();
        let changes = changes.filter(|request| request.method == "PATCH");
        assert_eq!(changes.count(), 1);
        assert_eq!(c.messages(&alice.dms())[0].id, first.id);
    });
}

#[test]
fn an_edit_waits_for_the_answer_to_what_it_changes() {
    conversation(async |c| {
        c.start().await;
        for round in 0..8 {
            let somebody = c.user(&format!("somebody {round}"));
            let asked = somebody.dm("section 2");
            asked.becomes("section 4");
            says(c, &asked, "4. When Sex Stirs").await;
            assert_eq!(c.messages(&somebody.dms()).len(), 1);
        }
    });
}
