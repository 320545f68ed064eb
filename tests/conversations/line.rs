//! The way to Discord: itself or by a proxy, rate limits, failures, and answers that never come.

use crate::fake::{Discord, Fake, Request, logs};
use crate::support::{bot, by_proxy, conversation, heard, options, start_with};
use serde_json::json;
use std::time::{Duration, Instant};
use verbatim::discord::{Options, Stop, line};

/// Long enough to tell waiting from chance, short enough for a test.
const PAUSE: Duration = Duration::from_millis(400);

/// A line that loses patience within the test.
fn impatient(fake: &Fake) -> Options {
    let line = fake.reached_by(line(Duration::from_millis(100)));
    Options {
        line: line.build().expect("a client"),
        ..options(fake)
    }
}

/// The requests under `path`, in order.
fn sent(fake: &Discord, path: &str) -> Vec<Request> {
    let requests = fake.requests().into_iter();
    requests
        .filter(|request| request.path.starts_with(path))
        .collect()
}

/// What we logged that begins like this.
fn told(words: &str) -> Vec<String> {
    let lines = logs().of("verbatim");
    let lines = lines.records().iter().map(|record| record.text.clone());
    lines.filter(|text| text.starts_with(words)).collect()
}

async fn awaits(fake: &Fake, path: &str) {
    let what = format!("a request to {path}");
    let arrived = |fake: &Discord| (!sent(fake, path).is_empty()).then_some(());
    fake.wait_for(what, arrived).await;
}

#[test]
fn every_doorway_opens_with_and_without_a_proxy() {
    for way in [options, by_proxy] {
        conversation(async |c| {
            let general = c.guild(500).channel("general");
            let alice = c.user("alice");
            c.start_with(heard().await, way(c));
            c.ready().await;
            let asked = alice.slash(&general, "ask", json!({ "question": "section 3" }));
            let answer = asked.reply().await;
            assert!(answer.text().contains("3. Attachment Styles"));
            let contents = alice.press(&answer, "Contents").reply().await;
            assert!(contents.text().contains("3. Attachment Styles"));
            let answer = alice.dm("section 4").reply().await;
            assert!(answer.text().contains("4. When Sex Stirs"));
            let mention = format!("{} section 5", c.mention());
            let answer = alice.says(&general, &mention).reply().await;
            alice.press(&answer, "Show me").reply().await;
            c.stop().await;
            assert_eq!(c.closes().last(), Some(&Some(1000)));
        });
    }
}

#[test]
fn what_discord_limits_comes_again_when_it_may() {
    for global in [false, true] {
        conversation(async |c| {
            let alice = c.user("alice");
            c.start().await;
            c.limits_once("POST", "/channels", PAUSE, global);
            alice.dm("section 3").reply().await;
            let tries = sent(c, "/channels");
            let statuses: Vec<u16> = tries.iter().map(|request| request.status).collect();
            assert_eq!(statuses, [429, 200]);
            assert!(tries[1].at - tries[0].at >= PAUSE, "{tries:?}");
            let line = format!("Discord asks us to slow down. millis=400 global={global}");
            assert_eq!(told("Discord asks").last(), Some(&line));
        });
    }
}

#[test]
fn a_limit_told_in_advance_is_not_overstepped() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        c.quota("/channels", 2, PAUSE);
        alice.dm("section 1").reply().await;
        alice.dm("section 2");
        alice.dm("section 3");
        c.wait_for("three answers", |c| {
            (sent(c, "/channels").len() == 3).then_some(())
        })
        .await;
        let answers = sent(c, "/channels");
        assert!(answers.iter().all(|answer| answer.status == 200));
        assert!(answers[2].at - answers[0].at >= PAUSE, "{answers:?}");
    });
}

#[test]
fn a_failure_of_discord_is_tried_again_while_somebody_waits_and_no_longer() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        c.answers_once("POST", "/channels", 500, json!({}));
        alice.dm("section 3").reply().await;
        let tries = sent(c, "/channels");
        let statuses: Vec<u16> = tries.iter().map(|request| request.status).collect();
        assert_eq!(statuses, [500, 200]);
        assert_eq!(tries[0].body, tries[1].body, "and with one number");
        assert!(tries[0].body["nonce"].is_string());
        for _ in 0..20 {
            c.answers_once("POST", "/interactions", 500, json!({}));
        }
        c.expects("was never answered");
        let question = json!({ "question": "section 4" });
        alice.slash(&alice.dms(), "ask", question);
        let undelivered = "An answer could not be delivered. why=Discord refuses it status=500";
        c.wait_for("a word about it", |_| {
            (!told(undelivered).is_empty()).then_some(())
        })
        .await;
        assert_eq!(told(undelivered).len(), 1);
        let tries = sent(c, "/interactions");
        let lasted = tries[tries.len() - 1].at - tries[0].at;
        assert!(tries.len() > 2 && lasted < Duration::from_secs(3));
        alice.dm("section 5").reply().await;
    });
}

#[test]
fn a_start_that_is_never_answered_is_tried_again() {
    conversation(async |c| {
        let never = c.hold("/gateway/bot");
        c.start_with(bot().await, impatient(c));
        c.wait_for("two tries", |c| {
            (sent(c, "/gateway/bot").len() >= 2).then_some(())
        })
        .await;
        drop(never);
        c.ready().await;
        let line = "Discord cannot be reached; trying again.";
        assert!(!told(line).is_empty(), "{:?}", told(""));
    });
}

#[test]
fn an_answer_that_discord_never_takes_leaves_the_bot_serving() {
    conversation(async |c| {
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start_with(bot().await, impatient(c));
        c.ready().await;
        let never = c.hold(&format!("/channels/{}", alice.dms().id));
        alice.dm("section 3");
        let undelivered = "An answer could not be delivered.";
        c.wait_for("a word about it", |_| {
            (!told(undelivered).is_empty()).then_some(())
        })
        .await;
        bob.dm("section 3").reply().await;
        drop(never);
    });
}

#[test]
fn nothing_that_is_never_answered_holds_up_a_stop() {
    // Each of these comes at another moment: before the start, after it, and in an answer.
    for path in ["/gateway/bot", "/applications", "/channels"] {
        conversation(async |c| {
            let _never = c.hold(path);
            let bot = start_with(bot().await, options(c));
            if path == "/channels" {
                c.ready().await;
                c.user("alice").dm("section 3");
            }
            awaits(c, path).await;
            let began = Instant::now();
            assert_eq!(bot.stop().await, Ok(()));
            let took = began.elapsed();
            println!("{path}: stopped after {took:?}");
            assert!(took < Duration::from_secs(2), "{path}: {took:?}");
        });
    }
}

/// Whoever takes the name of Discord without its certificate is not told the token.
#[test]
fn a_stranger_that_answers_for_discord_hears_nothing() {
    conversation(async |c| {
        let mistrustful = c.found_by(line(Duration::from_secs(10)));
        c.start_with(
            bot().await,
            Options {
                line: mistrustful.build().expect("a client"),
                ..options(c)
            },
        );
        c.wait_for("two tries", |_| {
            (told("Discord cannot be reached").len() >= 2).then_some(())
        })
        .await;
        c.stop().await;
        assert!(c.requests().is_empty());
    });
}

/// Whoever reads on the way to another machine would read the token.
#[test]
fn a_gateway_elsewhere_that_encrypts_nothing_is_refused() {
    conversation(async |c| {
        c.gateway_at("ws://gateway.example/?at=127.0.0.1");
        let bot = start_with(bot().await, by_proxy(c));
        assert_eq!(bot.ends().await, Err(Stop::OpenGateway));
        assert!(
            Stop::OpenGateway
                .to_string()
                .contains("trust-network = true")
        );
        assert_eq!(Stop::OpenGateway.code(), 78);
    });
}
