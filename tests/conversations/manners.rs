//! What the bot leaves alone, and what it answers once.

use crate::fake::{BOT, Break, Discord, Fake, logs};
use crate::support::{by_proxy, conversation, heard, options};
use serde_json::{Value, json};
use std::time::Duration;
use verbatim::discord::Options;

#[test]
fn bots_and_webhooks_and_itself_are_left_alone() {
    conversation(async |c| {
        let guild = c.guild(500);
        let general = guild.channel("general");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let message = |id: u64, author: serde_json::Value| {
            json!({
                "id": id.to_string(), "channel_id": general.id.to_string(), "guild_id": "500",
                "author": author, "content": format!("{} section 3", c.mention()),
                "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": null, "tts": false,
                "mention_everyone": false, "mention_roles": [], "attachments": [], "embeds": [],
                "mentions": [{ "id": BOT.to_string(), "username": "verbatim", "discriminator": "0", "avatar": null, "bot": true }],
                "pinned": false, "type": 0,
            })
        };
        let user = |id: u64, bot: bool| json!({ "id": id.to_string(), "username": "x", "discriminator": "0", "avatar": null, "bot": bot });
        c.dispatch(
            "MESSAGE_CREATE",
            Some(500),
            message(9_000_001, user(77, true)),
        );
        c.dispatch(
            "MESSAGE_CREATE",
            Some(500),
            message(9_000_002, user(BOT, true)),
        );
        let mut hook = message(9_000_003, user(78, false));
        hook["webhook_id"] = json!("78");
        c.dispatch("MESSAGE_CREATE", Some(500), hook);
        let mut joined = message(9_000_004, user(79, false));
        joined["type"] = json!(7);
        c.dispatch("MESSAGE_CREATE", Some(500), joined);
        alice.dm("section 3").reply().await;
        c.stop().await;
        assert!(c.messages(&general).is_empty());
    });
}

#[test]
fn talk_that_names_somebody_else_is_left_alone() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start_bot(heard().await).await;
        alice.says(&general, "why is he cold");
        alice.says(&general, &format!("{} why is he cold", bob.mention()));
        alice.says(&general, "@everyone why is he cold");
        alice.dm("section 3").reply().await;
        c.stop().await;
        assert!(c.messages(&general).is_empty());
    });
}

#[test]
fn a_message_that_comes_twice_is_answered_once() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        c.repeats_message_on_resume();
        let said = alice.says(&general, &format!("{} section 3", c.mention()));
        said.reply().await;
        c.breaks(Break::Close(4000));
        c.wait_for("a resume", |c| (c.resumes() > 0).then_some(()))
            .await;
        said.again();
        alice.dm("section 3").reply().await;
        c.stop().await;
        let sent = c.requests().into_iter();
        let sent = sent.filter(|request| request.path.contains(&general.id.to_string()));
        assert_eq!(sent.count(), 1);
    });
}

#[test]
fn a_failure_of_discord_is_tried_once_more_and_answered_once() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        c.answers_once("POST", "/channels", 502, json!({}));
        let said = alice.says(&general, &format!("{} section 3", c.mention()));
        said.reply().await;
        c.answers_once("POST", "/interactions", 500, json!({}));
        let asked = alice.slash(&general, "ask", json!({ "question": "section 3" }));
        asked.reply().await;
        assert_eq!(c.messages(&general).len(), 1);
    });
}

/// What came of each try under `path`, and when it came.
fn tries(fake: &Discord, path: &str) -> Vec<(u16, Duration)> {
    let requests = fake.requests().into_iter();
    let under =
        requests.filter(|request| request.method == "POST" && request.path.starts_with(path));
    under.map(|request| (request.status, request.at)).collect()
}

/// Short enough to be waited for by whoever waits three seconds.
const SHORT: Duration = Duration::from_millis(300);

#[test]
fn who_is_asked_to_wait_waits_as_long_as_somebody_listens() {
    for (path, bare) in [
        ("/channels", false),
        ("/channels", true),
        ("/interactions", false),
        ("/interactions", true),
    ] {
        for (global, way) in [(false, options as fn(&Fake) -> Options), (true, by_proxy)] {
            conversation(async |c| {
                let alice = c.user("alice");
                c.start_with(heard().await, way(c));
                c.ready().await;
                match bare {
                    true => c.answers_once("POST", path, 429, Value::Null),
                    false => c.limits_once("POST", path, SHORT, global),
                }
                let asked = match path {
                    "/channels" => alice.dm("section 3"),
                    _ => alice.slash(&alice.dms(), "ask", json!({ "question": "section 3" })),
                };
                asked.reply().await;
                let [(429, first), (_, second)] = tries(c, path)[..] else {
                    panic!("two tries: {:?}", tries(c, path));
                };
                assert!(second - first >= SHORT, "{path} {bare} {global}");
            });
        }
    }
}

/// Longer than Discord takes the answer to an interaction, and less than somebody who wrote looks at the screen.
const LONG: Duration = Duration::from_secs(4);

/// So long Discord takes the answer to an interaction.
const TAKEN: Duration = Duration::from_secs(3);

#[test]
fn a_message_waits_for_seconds_and_an_interaction_is_given_up_in_time() {
    for way in [options as fn(&Fake) -> Options, by_proxy] {
        conversation(async |c| {
            let alice = c.user("alice");
            c.start_with(heard().await, way(c));
            c.ready().await;
            let messages = format!("/channels/{}/messages", alice.dms().id);
            for path in [&messages, "/interactions"] {
                c.limits_once("POST", path, LONG, false);
            }
            let asked = alice.dm("section 3");
            let question = json!({ "question": "section 4" });
            alice.slash(&alice.dms(), "ask", question);
            c.wait_within(TAKEN, "a word that it is given up", |_| {
                let ours = logs().of("verbatim");
                ours.contains("could not be delivered").then_some(())
            })
            .await;
            asked.reply().await;
            let [(429, first), (200, second)] = tries(c, &messages)[..] else {
                panic!("two tries: {:?}", tries(c, &messages));
            };
            assert!(second - first >= LONG, "{:?}", second - first);
            c.stop().await;
            assert_eq!(tries(c, "/interactions").len(), 1);
            c.gives_up();
        });
    }
}

#[test]
fn two_failures_of_discord_cost_no_answer() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        for path in ["/channels", "/interactions"] {
            for _ in 0..2 {
                c.answers_once("POST", path, 502, Value::Null);
            }
        }
        alice.dm("section 3").reply().await;
        let question = json!({ "question": "section 3" });
        let asked = alice.slash(&alice.dms(), "ask", question);
        asked.reply().await;
        for path in ["/channels", "/interactions"] {
            let statuses = tries(c, path).into_iter().map(|(status, _)| status);
            assert_eq!(statuses.filter(|status| *status == 502).count(), 2);
        }
    });
}

/// Discord may have taken what it said nothing of.
#[test]
fn an_answer_whose_line_breaks_is_sent_again_and_stands_once() {
    for way in [options as fn(&Fake) -> Options, by_proxy] {
        conversation(async |c| {
            let alice = c.user("alice");
            c.start_with(heard().await, way(c));
            c.ready().await;
            c.expects("answered twice");
            for path in ["/channels", "/interactions"] {
                c.cuts_off_once("POST", path);
                let asked = match path {
                    "/channels" => alice.dm("section 3"),
                    _ => alice.slash(&alice.dms(), "ask", json!({ "question": "section 4" })),
                };
                asked.reply().await;
                c.wait_for("a second try", |c| {
                    (tries(c, path).len() == 2).then_some(())
                })
                .await;
            }
            let told = c.messages(&alice.dms()).into_iter();
            let told = told.filter(|message| message.text().contains("3. Attachment Styles"));
            assert_eq!(told.count(), 1);
            c.stop().await;
            let ours = logs().of("verbatim");
            assert!(!ours.contains("could not be delivered"));
        });
    }
}

#[test]
fn what_was_not_answered_may_be_asked_again_in_the_same_words() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_with(heard().await, by_proxy(c));
        c.ready().await;
        c.limits_once("POST", "/channels", Duration::from_secs(60), false);
        alice.dm("section 3");
        let told =
            "An answer could not be delivered. why=Discord asks to wait longer than it keeps";
        c.wait_for("a word about it", |_| {
            let lines = logs().of("verbatim");
            let mut lines = lines.records().iter();
            lines.any(|line| line.text.starts_with(told)).then_some(())
        })
        .await;
        alice.dm("section 3").reply().await;
    });
}

/// So many write at once, and so many answers at most are on their way.
const CROWD: usize = 120;
const AT_ONCE: usize = 50;

#[test]
fn a_crowd_is_answered_in_turn() {
    conversation(async |c| {
        c.start_bot(heard().await).await;
        let held = c.hold("/channels");
        let people: Vec<_> = (0..CROWD)
            .map(|at| c.user(&format!("person {at}")))
            .collect();
        let asked: Vec<_> = people.iter().map(|person| person.dm("section 3")).collect();
        let posted = |c: &Discord| tries(c, "/channels").len();
        c.wait_for("as many as may be sent at once", |c| {
            (posted(c) > AT_ONCE / 2).then_some(())
        })
        .await;
        // Whoever uses a command does not wait behind them.
        let ann = c.user("ann");
        ann.slash(&ann.dms(), "help", json!({})).reply().await;
        assert!(posted(c) <= AT_ONCE);
        drop(held);
        for asked in asked {
            asked.reply().await;
        }
    });
}

#[test]
fn commands_that_fail_to_register_leave_the_bot_listening() {
    conversation(async |c| {
        let alice = c.user("alice");
        for _ in 0..4 {
            c.answers_once("PUT", "/applications", 503, json!({}));
        }
        c.start_with(heard().await, c.options());
        let answer = alice.dm("section 3").reply().await;
        assert_eq!(
            answer.embeds.len(),
            2,
            "an answer while nothing is registered"
        );
        c.ready().await;
    });
}

#[test]
fn closed_direct_messages_harm_nobody() {
    conversation(async |c| {
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start_bot(heard().await).await;
        alice.closes_dms();
        alice.dm("section 3");
        bob.dm("section 3").reply().await;
    });
}

#[test]
fn our_own_lines_never_hold_a_question() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        c.expects("lost an event");
        let broken = json!({ "id": "1", "content": "why quokka cold", "author": 7 });
        c.dispatch("MESSAGE_CREATE", None, broken);
        c.answers_once(
            "POST",
            "/channels",
            400,
            json!({ "message": "quokka", "code": 50035 }),
        );
        alice.dm("why is the quokka cold");
        let asked = alice.slash(
            &general,
            "ask",
            json!({ "question": "why is the quokka cold" }),
        );
        asked.reply().await;
        c.stop().await;
        let ours = logs().of("verbatim");
        assert!(ours.contains("could not be delivered"));
        assert!(!ours.contains("quokka"));
    });
}
