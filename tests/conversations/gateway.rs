//! What Discord's gateway may say beside events, and troubles that come one upon the other: what is asked meanwhile is
//! answered, or one session is begun.

use crate::connection::opened;
use crate::fake::{Break, Welcome};
use crate::support::{bot, conversation, pace};
use serde_json::json;
use std::time::Duration;
use verbatim::discord::{Options, Pace};

/// No heartbeat is due while a test runs.
const NEVER: Duration = Duration::from_secs(24 * 60 * 60);

#[test]
fn a_heartbeat_that_discord_asks_for_is_given() {
    conversation(async |c| {
        c.heartbeat_every(NEVER);
        c.start().await;
        c.breaks(Break::Operation(1));
        c.wait_for("a heartbeat", |c| (c.heartbeats() == 1).then_some(()))
            .await;
        assert_eq!((c.opened_lines(), c.open_lines()), (1, 1));
    });
}

#[test]
fn an_operation_that_nobody_knows_is_left_alone() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        c.breaks(Break::Operation(99));
        alice.dm("section 3").reply().await;
        assert_eq!((c.opened_lines(), c.open_lines()), (1, 1));
    });
}

#[test]
fn what_cannot_be_read_ends_the_line_and_not_the_session() {
    let rows = [
        (Break::Binary, vec![], 2),
        (Break::Drop, vec![Welcome::HelloWithoutInterval], 3),
    ];
    for (how, met, lines) in rows {
        conversation(async |c| {
            let alice = c.user("alice");
            c.start().await;
            c.welcomes_next(&met);
            c.breaks(how);
            alice.dm("section 3").reply().await;
            assert_eq!(c.opened_lines(), lines, "{how:?}");
            assert_eq!((c.identifies(), c.resumes()), (1, 1), "{how:?}");
        });
    }
}

#[test]
fn a_picture_that_no_reader_can_cut_costs_its_event_alone() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        // As long as a hash, in letters of three bytes.
        let avatar = format!("{}ab", "ฦ".repeat(10));
        let author = json!({ "id": "77", "username": "m", "discriminator": "0", "avatar": avatar });
        let message = json!({
            "id": "70000", "channel_id": "700", "author": author, "content": "section 2", "timestamp": "2026-01-01T00:00:00+00:00",
            "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [],
            "embeds": [], "pinned": false, "type": 0,
        });
        c.expects("lost an event");
        c.dispatch("MESSAGE_CREATE", None, message);
        alice.dm("section 3").reply().await;
        assert_eq!((c.opened_lines(), c.open_lines()), (1, 1));
    });
}

#[test]
fn a_session_that_is_over_and_then_a_silent_door_cost_one_start() {
    conversation(async |c| {
        let alice = c.user("alice");
        let pace = Pace {
            patience: Duration::from_millis(200),
            between_starts: Duration::ZERO,
            ..pace()
        };
        let options = Options {
            pace,
            ..c.options()
        };
        c.start_with(bot().await, options);
        c.ready().await;
        c.pass(Duration::from_secs(5));
        c.forgets_sessions();
        c.welcomes_next(&[Welcome::Hello, Welcome::Nothing]);
        c.breaks(Break::Close(4000));
        opened(c, 4).await;
        alice.dm("section 3").reply().await;
        assert_eq!((c.identifies(), c.resumes()), (2, 0));
    });
}

#[test]
fn a_door_that_is_shut_and_then_slammed_is_waited_for() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        c.gateway_down(true);
        c.breaks(Break::Drop);
        let asked = alice.dm("section 3");
        c.wait_for("a vain try", |c| (c.refused_lines() > 0).then_some(()))
            .await;
        c.welcomes_next(&[Welcome::HelloAndClose(Some(1011))]);
        c.gateway_down(false);
        asked.reply().await;
        assert_eq!((c.identifies(), c.opened_lines()), (1, 3));
    });
}

#[test]
fn who_is_asked_to_come_again_while_it_resumes_does() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        c.recalls_on_resume();
        c.breaks(Break::Drop);
        let asked = alice.dm("section 3");
        c.wait_for("the second try", |c| (c.resumes() == 1).then_some(()))
            .await;
        asked.reply().await;
        alice.dm("section 4").reply().await;
        assert_eq!((c.identifies(), c.opened_lines()), (1, 3));
        assert_eq!(c.messages(&alice.dms()).len(), 2, "each once");
    });
}
