//! Content, mentions, files, edits.

use crate::bodies::{EPHEMERAL, V2, button, display, nobody, quiet, row, say};
use crate::case::{answer, broke, edit, followup, http, messages, named, none};
use crate::fake::Fake;
use serde_json::{Value, json};
use serenity::all::CreateAttachment;

#[tokio::test]
async fn a_message_keeps_its_limits() {
    messages(&[
        (
            "content: longer than 2000",
            json!({ "content": "x".repeat(2001) }),
            json!({ "content": "ü".repeat(2000) }),
        ),
        ("message: is empty", json!({ "content": " \n" }), say("x")),
        (
            "unknown key `embed`",
            json!({ "content": "x", "embed": {} }),
            json!({ "content": "x", "embeds": [] }),
        ),
        (
            "a flag that cannot be set here",
            json!({ "content": "x", "flags": EPHEMERAL }),
            json!({ "content": "x", "flags": 1 << 2 }),
        ),
        (
            "nonce: longer than 25",
            json!({ "content": "x", "nonce": "n".repeat(26) }),
            json!({ "content": "x", "nonce": "n".repeat(25) }),
        ),
        (
            "file 0 did not come along",
            json!({ "content": "x", "attachments": [{ "id": 0 }] }),
            json!({ "content": "x", "attachments": [] }),
        ),
    ])
    .await;
}

#[tokio::test]
async fn a_message_pings_nobody() {
    let fake = Fake::start().await;
    let (http, channel) = (http(&fake), fake.guild(500).channel("general"));
    for (allowed, fine) in [
        (Value::Null, false),
        (json!({}), false),
        (json!({ "parse": ["users"] }), false),
        (json!({ "parse": [], "users": ["7"] }), false),
        (json!({ "parse": [] }), true),
        (
            json!({ "parse": [], "users": [], "replied_user": false }),
            true,
        ),
    ] {
        let body = json!({ "content": "hi", "allowed_mentions": allowed });
        let sent = http.send_message(channel.id.into(), vec![], &body).await;
        assert!(sent.is_ok(), "Discord itself takes {body}");
        let violations = fake.take_violations();
        assert_eq!(violations.is_empty(), fine, "{body}: {violations:?}");
    }
}

#[tokio::test]
async fn every_kind_of_message_must_say_whom_it_pings() {
    let fake = Fake::start().await;
    let (http, general) = (http(&fake), fake.guild(500).channel("general"));
    let alice = fake.user("alice");
    let bare = json!({ "content": "x" });
    let law = "allowed_mentions: must be present";

    let posted = http
        .send_message(general.id.into(), vec![], &bare)
        .await
        .unwrap();
    broke(&fake, law);
    http.edit_message(general.id.into(), posted.id, &bare, vec![])
        .await
        .unwrap();
    broke(&fake, law);

    let asked = alice.slash(&general, "ask", json!({}));
    answer(&http, &asked, json!({ "type": 4, "data": bare }))
        .await
        .unwrap();
    broke(&fake, law);
    edit(&http, &asked, bare.clone()).await.unwrap();
    broke(&fake, law);
    followup(&http, &asked, bare.clone()).await.unwrap();
    broke(&fake, law);

    let buttons = json!({ "components": [row(vec![button("a")])], "allowed_mentions": nobody() });
    edit(&http, &asked, buttons).await.unwrap();
    let pressed = alice.press(&asked.reply().await, "a");
    answer(&http, &pressed, json!({ "type": 7, "data": bare }))
        .await
        .unwrap();
    broke(&fake, law);
    fake.finish().await;
}

#[tokio::test]
async fn an_edit_is_held_against_the_message_it_makes() {
    let fake = Fake::start().await;
    let (http, general) = (http(&fake), fake.guild(500).channel("general"));
    let laid_out = quiet(json!({ "flags": V2, "components": [display("x")] }));
    let posted = http
        .send_message(general.id.into(), vec![], &laid_out)
        .await
        .unwrap();
    let edit = async |body: Value| {
        let body = quiet(body);
        drop(
            http.edit_message(general.id.into(), posted.id, &body, vec![])
                .await,
        );
        fake.take_violations()
    };
    named(&edit(say("x")).await, "content: not with version 2");
    named(
        &edit(json!({ "components": [] })).await,
        "message: is empty",
    );
    named(&edit(json!({ "nonce": "x" })).await, "unknown key `nonce`");
    none(&edit(json!({ "components": [display("y")] })).await);
    assert_eq!(fake.messages(&general)[0].text(), "y");
}

#[tokio::test]
async fn files_come_along_or_are_refused() {
    let fake = Fake::start().await;
    let (http, general) = (http(&fake), fake.guild(500).channel("general"));
    let send = async |length: usize| {
        let file = CreateAttachment::bytes(vec![b'x'; length], "article.md");
        let body = quiet(json!({ "attachments": [{ "id": 0, "filename": "article.md" }] }));
        drop(
            http.send_message(general.id.into(), vec![file], &body)
                .await,
        );
        fake.take_violations()
    };
    named(
        &send(10 * 1024 * 1024 + 1).await,
        "a file of more than 10 MiB",
    );
    none(&send(3).await);
    let shown = &fake.messages(&general)[0];
    assert_eq!(shown.text(), "(article.md)");
    assert_eq!(shown.files[0].bytes, b"xxx");
}

#[tokio::test]
async fn the_same_nonce_gives_the_same_message() {
    let fake = Fake::start().await;
    let (http, general) = (http(&fake), fake.guild(500).channel("general"));
    let send = async |enforce: bool| {
        let body = quiet(json!({ "content": "x", "nonce": "n", "enforce_nonce": enforce }));
        http.send_message(general.id.into(), vec![], &body)
            .await
            .unwrap()
            .id
    };
    let first = send(true).await;
    assert_eq!(send(true).await, first);
    assert_ne!(send(false).await, first);
}
