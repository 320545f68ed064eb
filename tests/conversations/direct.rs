//! Direct messages: a conversation of two that goes on.

use crate::fake::{Person, Shown};
use crate::support::{at, bot, conversation, somebody};
use serde_json::json;
use std::time::{Duration, Instant};
use verbatim::bot::{Request, Response};
use verbatim::reply::Part;
use verbatim::who::Place;

async fn says(person: &Person, words: &str) -> Shown {
    person.dm(words).reply().await
}

#[track_caller]
fn title(reply: &Shown) -> &str {
    reply.embeds[0]["title"].as_str().expect("a quote")
}

#[test]
fn a_greeting_and_a_call_for_help_are_answered_with_what_to_ask() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let hello = says(&alice, "Hi there!").await;
        let said = hello.text();
        let lines: Vec<&str> = said.lines().collect();
        assert!(lines[0].starts_with("Hello. Ask me anything about “Why Men Withdraw After Sex”"));
        assert_eq!(
            lines.iter().filter(|line| line.starts_with("> ")).count(),
            3
        );
        assert_eq!(lines.last(), Some(&"[Contents]"));
        insta::assert_snapshot!(said);
        let swahili = says(&alice, "Habari").await.text();
        assert!(swahili.starts_with("Habari. Niulize chochote"), "{swahili}");
        let thanks = says(&alice, "thanks, that helped").await;
        assert_eq!(
            thanks.text(),
            "You are welcome. I am here whenever you want to ask something else.\n[Contents]"
        );
    });
}

#[test]
fn an_answer_invites_the_next_question_below_everything() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let answer = says(&alice, "section 3").await;
        let invites = "Ask me the next thing, or write “more” or “next” to read on.";
        assert_eq!(answer.embeds[1]["footer"]["text"], invites);
        let last = says(&alice, "the conclusion").await;
        let stands = last.embeds[0]["footer"]["text"].as_str().expect("a footer");
        assert!(
            stands.ends_with(invites) && stands.starts_with("From “"),
            "{stands}"
        );
        let none = says(&alice, "how do i bake bread").await;
        assert!(!none.text().contains("next thing"));
        let general = c.guild(500).channel("general");
        let asked = alice.slash(&general, "ask", json!({ "question": "section 3" }));
        assert!(!asked.reply().await.text().contains("next thing"));
    });
}

#[test]
fn more_and_next_read_on_from_the_last_answer() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let answer = says(&alice, "why does he roll over and fall asleep right after?").await;
        assert_eq!(title(&answer), "1. The Biological Crash After Sex");
        let more = says(&alice, "tell me more").await;
        assert_eq!(title(&more), "1. The Biological Crash After Sex");
        assert_ne!(more.embeds[0], answer.embeds[0], "the whole section");
        for (said, expected) in [
            ("more", "2. The Vulnerability Hangover"),
            ("Next!", "3. Attachment Styles"),
            ("next", "4. When Sex Stirs"),
            ("go back", "3. Attachment Styles"),
        ] {
            let reply = says(&alice, said).await;
            assert!(
                title(&reply).starts_with(expected),
                "{said}: {}",
                title(&reply)
            );
        }
    });
}

#[test]
fn more_and_next_read_on_in_the_language_of_the_conversation() {
    conversation(async |c| {
        c.start().await;
        for (question, third, contents, onward) in [
            (
                "pourquoi il ne me parle plus après l'amour ?",
                "partie 3",
                "[Sommaire]",
                &["suivant", "la suite", "continue"][..],
            ),
            (
                "¿por qué los hombres se alejan después del sexo?",
                "sección 3",
                "[Índice]",
                &["siguiente", "sigue", "continúa"],
            ),
            (
                "porque os homens se afastam depois do sexo",
                "seção 3",
                "[Sumário]",
                &["próxima", "continua", "mais"],
            ),
            (
                "kwa nini wanaume hujitenga baada ya tendo la ndoa",
                "sehemu ya 3",
                "[Yaliyomo]",
                &["inayofuata", "endelea", "zaidi"],
            ),
        ] {
            let alice = c.user(question);
            says(&alice, question).await;
            says(&alice, third).await;
            for (number, words) in (4..).zip(onward) {
                let reply = says(&alice, words).await;
                let begins = format!("{number}. ");
                assert!(
                    title(&reply).starts_with(&begins),
                    "{words}: {}",
                    title(&reply)
                );
                assert!(reply.text().contains(contents), "{words}: {}", reply.text());
            }
        }
    });
}

#[test]
fn what_is_pressed_counts_as_read_too() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let choices = says(&alice, "why is he cold").await;
        let label = choices.buttons()[0].label.clone();
        let opened = alice.press(&choices, &label).reply().await;
        assert_eq!(title(&opened), label);
        let next = says(&alice, "next").await;
        assert_ne!(title(&next), label);
        let back = says(&alice, "previous").await;
        assert_eq!(title(&back), label);
    });
}

#[test]
fn beyond_the_last_section_are_the_contents() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        says(&alice, "the conclusion").await;
        let contents = says(&alice, "next").await;
        assert_eq!(
            contents.text().lines().next(),
            Some("The parts of “Why Men Withdraw After Sex”:")
        );
    });
}

#[test]
fn a_question_that_is_unsure_alone_means_what_was_just_read() {
    conversation(async |c| {
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start().await;
        let alone = says(&bob, "what can i do").await;
        assert!(alone.embeds.is_empty(), "a choice");
        assert_eq!(
            title(&says(&alice, "the one about guilt").await),
            "8. Guilt, Values, and Cognitive Dissonance"
        );
        assert_eq!(
            title(&says(&alice, "what should I do?").await),
            "16. What to Do When He Pulls Away"
        );
        says(&alice, "section 6").await;
        assert_eq!(
            title(&says(&alice, "what can i do").await),
            "16. What to Do When He Pulls Away"
        );
    });
}

#[test]
fn what_was_read_is_remembered_for_one_person_and_no_longer_than_the_process() {
    conversation(async |c| {
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start().await;
        says(&alice, "section 3").await;
        let hint = says(&bob, "more").await;
        assert!(hint.text().starts_with("Ask me anything about"));
        c.restart().await;
        assert_eq!(says(&alice, "next").await.text(), hint.text());
        says(&alice, "section 3").await;
        let forgotten = alice.slash(&alice.dms(), "privacy", json!({ "delete": true }));
        forgotten.reply().await;
        assert_eq!(says(&alice, "next").await.text(), hint.text());
    });
}

#[tokio::test]
async fn after_a_quarter_of_an_hour_a_conversation_begins_anew() {
    let bot = bot().await;
    let alice = somebody();
    let start = Instant::now();
    let quotes = async |minutes: u64, words: &str| {
        let now = at(start + Duration::from_secs(minutes * 60));
        let request = Request::Message(words.to_owned());
        match bot.handle(&alice, Place::Dm, request, now).await {
            Ok(Response::Reply(reply)) => reply
                .parts
                .iter()
                .any(|part| matches!(part, Part::Quote(_))),
            other => panic!("{other:?}"),
        }
    };
    assert!(quotes(0, "section 3").await);
    assert!(quotes(14, "next").await);
    assert!(quotes(28, "next").await, "every answer counts anew");
    assert!(!quotes(43, "next").await);
}

#[test]
fn who_needs_a_person_meets_the_card_in_the_middle_of_a_conversation() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        says(&alice, "section 3").await;
        let card = says(&alice, "i want to kill myself").await;
        assert!(card.text().starts_with("**A note for you**"));
        assert!(!card.text().contains("next thing"));
    });
}

#[test]
fn what_is_forwarded_framed_or_polled_is_read_and_care_comes_first() {
    conversation(async |c| {
        c.start().await;
        let framed = |words: &str| json!([{ "type": "rich", "description": words }]);
        let forwarded = |words: &str| {
            json!([{ "message": { "content": words, "type": 0, "embeds": [], "attachments": [],
            "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": null,
            "mentions": [], "mention_roles": [] } }])
        };
        let poll = |words: &str| {
            json!({ "question": { "text": words }, "answers": [], "expiry": null,
            "allow_multiselect": false, "layout_type": 1 })
        };
        let question = "why does he roll over and fall asleep right after?";
        let need = "i want to kill myself";
        for (at, (field, said, card)) in [
            ("embeds", framed(question), false),
            ("message_snapshots", forwarded(question), false),
            ("poll", poll(question), false),
            ("message_snapshots", forwarded(need), true),
            ("embeds", framed(need), true),
        ]
        .into_iter()
        .enumerate()
        {
            let person = c.user(&format!("person {at}"));
            let dms = person.dms();
            let mut message = json!({
                "id": (9_100_000 + at).to_string(), "channel_id": dms.id.to_string(),
                "author": { "id": person.id.to_string(), "username": "x", "discriminator": "0", "avatar": null },
                "content": "", "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": null, "tts": false,
                "mention_everyone": false, "mention_roles": [], "attachments": [], "embeds": [],
                "mentions": [], "pinned": false, "type": 0,
            });
            message[field] = said;
            c.dispatch("MESSAGE_CREATE", None, message);
            let reply = c.wait_for("an answer", |c| c.messages(&dms).pop()).await;
            match card {
                true => assert!(reply.text().starts_with("**A note for you**"), "{field}"),
                false => assert_eq!(
                    title(&reply),
                    "1. The Biological Crash After Sex",
                    "{field}"
                ),
            }
        }
    });
}
