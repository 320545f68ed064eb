//! Deadlines, tokens, and which answer fits what.

use crate::bodies::{EPHEMERAL, V2, display, message, of_kind, quiet, say, shows};
use crate::case::{Case, SECOND, code_of, named};
use crate::fake::Install;
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn an_answer_comes_within_three_seconds() {
    let case = Case::new().await;
    let late = case.ask();
    case.fake.pass(3 * SECOND + Duration::from_millis(1));
    assert_eq!(code_of(case.answer(&late, message("x")).await), 10062);
    case.broke("later than three seconds");
    case.broke_at_the_end("was never answered").await;

    let fine = Case::new().await;
    let just_in_time = fine.ask();
    fine.fake.pass(2 * SECOND);
    fine.answer(&just_in_time, message("x")).await.unwrap();
    fine.fake.finish().await;
}

#[tokio::test]
async fn an_interaction_is_answered_once() {
    let case = Case::new().await;
    let asked = case.ask();
    case.answer(&asked, message("x")).await.unwrap();
    assert_eq!(code_of(case.answer(&asked, message("y")).await), 40060);
    case.broke("answered twice");
    assert_eq!(asked.reply().await.text(), "x");
    case.fake.finish().await;
}

#[tokio::test]
async fn an_answer_names_its_interaction_and_its_token() {
    let case = Case::new().await;
    let asked = case.ask();
    let (id, token) = asked.credentials();
    for (id, token) in [(id, "other"), (7, token.as_str())] {
        let body = message("x");
        let sent = case
            .http
            .create_interaction_response(id.into(), token, &body, vec![])
            .await;
        assert_eq!(code_of(sent), 10062);
        assert_eq!(case.fake.take_violations().len(), 1);
    }
    case.answer(&asked, message("x")).await.unwrap();
    case.fake.finish().await;
}

#[tokio::test]
async fn what_is_never_answered_fails_the_test() {
    let ignored = Case::new().await;
    ignored.ask();
    ignored.broke_at_the_end("/ask was never answered").await;

    let forgotten = Case::new().await;
    let asked = forgotten.ask();
    forgotten
        .answer(&asked, json!({ "type": 5 }))
        .await
        .unwrap();
    forgotten
        .broke_at_the_end("/ask was deferred and never answered")
        .await;
}

#[tokio::test]
async fn each_kind_of_interaction_takes_its_kinds_of_answers() {
    let rows: [(&str, &[u64]); 5] = [
        ("slash", &[4, 5, 9]),
        ("autocomplete", &[8]),
        ("press", &[4, 5, 6, 7, 9]),
        ("submit", &[4, 5]),
        ("submit from a message", &[4, 5, 6, 7]),
    ];
    let case = Case::new().await;
    for (act, allowed) in rows {
        for kind in [1, 4, 5, 6, 7, 8, 9, 12] {
            let exchange = case.act(act).await;
            let sent = case.answer(&exchange, of_kind(kind)).await;
            let violations = case.fake.take_violations();
            assert_eq!(
                sent.is_ok(),
                allowed.contains(&kind),
                "{act}, type {kind}: {violations:?}"
            );
            if sent.is_err() {
                named(&violations, "does not answer this");
            }
        }
    }
    // What was refused stands unanswered.
    case.fake.expects("was never answered");
    case.fake.expects("was deferred and never answered");
    case.fake.finish().await;
}

#[tokio::test]
async fn a_deferral_bears_only_the_ephemeral_flag() {
    let case = Case::new().await;
    for data in [json!({ "content": "x" }), json!({ "flags": V2 })] {
        let asked = case.ask();
        let sent = case
            .answer(&asked, json!({ "type": 5, "data": data }))
            .await;
        assert!(sent.is_err());
        case.broke("no more than the ephemeral flag");
        case.answer(&asked, json!({ "type": 5, "data": { "flags": EPHEMERAL } }))
            .await
            .unwrap();
        case.edit(&asked, say("x")).await.unwrap();
        assert!(asked.reply().await.ephemeral);
    }
    case.fake.finish().await;
}

#[tokio::test]
async fn a_version_2_answer_to_a_deferral_sets_its_flag_in_the_edit() {
    let case = Case::new().await;
    let asked = case.ask();
    case.answer(&asked, json!({ "type": 5 })).await.unwrap();
    assert!(case.edit(&asked, shows(vec![display("x")])).await.is_err());
    case.broke("may not stand outside version 2");
    case.edit(&asked, json!({ "flags": V2, "components": [display("x")] }))
        .await
        .unwrap();
    assert_eq!(asked.reply().await.text(), "x");
    case.fake.finish().await;
}

#[tokio::test]
async fn the_first_followup_to_a_deferral_should_be_an_edit() {
    let case = Case::new().await;
    let asked = case.ask();
    case.answer(&asked, json!({ "type": 5 })).await.unwrap();
    case.followup(&asked, say("x")).await.unwrap();
    case.broke("edit `@original` instead");
    case.followup(&asked, say("y")).await.unwrap();
    assert_eq!(asked.reply().await.text(), "x");
    assert_eq!(asked.followup(1).await[0].text(), "y");
    case.fake.finish().await;
}

#[tokio::test]
async fn the_token_works_after_an_answer_and_for_fifteen_minutes() {
    let case = Case::new().await;
    let asked = case.ask();
    assert_eq!(code_of(case.edit(&asked, say("y")).await), 10015);
    case.broke("before it was answered");
    assert_eq!(code_of(case.followup(&asked, say("y")).await), 10015);
    case.broke("before it was answered");

    case.answer(&asked, message("x")).await.unwrap();
    case.fake.pass(14 * 60 * SECOND);
    case.edit(&asked, say("y")).await.unwrap();
    assert_eq!(asked.edits()[0].text(), "y");

    case.fake.pass(60 * SECOND);
    assert_eq!(code_of(case.edit(&asked, say("z")).await), 50027);
    case.broke("after fifteen minutes");
    assert_eq!(code_of(case.followup(&asked, say("z")).await), 50027);
    case.broke("after fifteen minutes");
    case.fake.finish().await;
}

#[tokio::test]
async fn a_user_install_allows_five_followups() {
    for (install, sixth) in [(Install::User, false), (Install::Both, true)] {
        let case = Case::new().await;
        let asked = case
            .alice
            .using(install)
            .slash(&case.general, "ask", json!({}));
        case.answer(&asked, message("x")).await.unwrap();
        for _ in 0..5 {
            case.followup(&asked, say("more")).await.unwrap();
        }
        assert_eq!(case.followup(&asked, say("more")).await.is_ok(), sixth);
        assert_eq!(case.fake.take_violations().is_empty(), sixth);
        case.fake.finish().await;
    }
}

#[tokio::test]
async fn an_ephemeral_answer_stays_with_its_reader() {
    let case = Case::new().await;
    let asked = case.ask();
    let mut hidden = message("x");
    hidden["data"]["flags"] = json!(EPHEMERAL);
    case.answer(&asked, hidden).await.unwrap();
    let shown = asked.reply().await;
    assert!(shown.ephemeral);
    assert!(case.fake.messages(&case.general).is_empty());

    let (channel, id) = (case.general.id.into(), shown.id.into());
    let edited = case
        .http
        .edit_message(channel, id, &quiet(say("y")), vec![])
        .await;
    assert_eq!(code_of(edited), 10008);
    case.broke("is ephemeral");
    let read = case.http.get_message(channel, id).await;
    assert_eq!(code_of(read), 10008);
    case.broke("is ephemeral");
    let open = json!({ "content": "y", "flags": EPHEMERAL });
    assert!(case.edit(&asked, open).await.is_err());
    case.broke("a flag that cannot be set here");
    case.edit(&asked, say("y")).await.unwrap();
    assert!(asked.reply().await.ephemeral, "an edit cannot change that");
    case.fake.finish().await;
}

#[tokio::test]
async fn original_and_followups_are_read_edited_and_deleted() {
    let case = Case::new().await;
    let asked = case.ask();
    case.answer(&asked, message("x")).await.unwrap();
    let (_, token) = asked.credentials();
    let original = case
        .http
        .get_original_interaction_response(&token)
        .await
        .unwrap();
    assert_eq!(original.content, "x");
    let more = case.followup(&asked, say("more")).await.unwrap();
    let body = quiet(say("less"));
    case.http
        .edit_followup_message(&token, more, &body, vec![])
        .await
        .unwrap();
    assert_eq!(asked.followups()[0].text(), "less");
    case.http
        .delete_original_interaction_response(&token)
        .await
        .unwrap();
    assert_eq!(case.fake.messages(&case.general).len(), 1);
    assert_eq!(code_of(case.edit(&asked, say("y")).await), 10008);
    case.fake.finish().await;
}
