//! How the bot ends.

use crate::fake::{Break, TOKEN};
use crate::support::{Home, bot, bot_with, conversation, options, start, start_with};
use serde_json::json;
use std::time::{Duration, Instant};
use verbatim::discord::{Keeping, Options, Stop, Token};

#[test]
fn a_stop_finishes_running_answers_and_hangs_up() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        let bot = start(c).await;
        let held = c.hold("/interactions");
        let asked = alice.slash(&general, "ask", json!({ "question": "section 3" }));
        c.wait_for("the answer to be on its way", |c| {
            let requests = c.requests();
            let sent = requests.iter().any(|r| r.path.starts_with("/interactions"));
            sent.then_some(())
        })
        .await;
        let began = Instant::now();
        let (stopped, ()) = tokio::join!(bot.stop(), async {
            c.wait_for("the gateway to be closed", |c| {
                (!c.closes().is_empty()).then_some(())
            })
            .await;
            drop(held);
        });
        assert_eq!(stopped, Ok(()));
        let took = began.elapsed();
        println!("stopped after {took:?}");
        assert!(took < Duration::from_secs(2), "{took:?}");
        assert_eq!(c.closes(), [Some(1000)]);
        asked.reply().await;
    });
}

#[test]
fn a_silent_gateway_does_not_hold_up_a_stop() {
    conversation(async |c| {
        let bot = start(c).await;
        c.silent();
        let began = Instant::now();
        assert_eq!(bot.stop().await, Ok(()));
        assert!(
            began.elapsed() < Duration::from_secs(2),
            "{:?}",
            began.elapsed()
        );
    });
}

#[test]
fn a_token_that_discord_does_not_know_ends_the_bot() {
    conversation(async |c| {
        let refused = json!({ "message": "401: Unauthorized", "code": 0 });
        c.answers_once("GET", "/gateway/bot", 401, refused);
        let ended = start_with(bot().await, options(c)).ends().await;
        assert_eq!(ended, Err(Stop::WrongToken));
        // And where only the gateway notices.
        let wrong = Options {
            token: Token::new("wrong").expect("a token"),
            ..options(c)
        };
        c.expects("without `Authorization: Bot tok`");
        c.expects("identify: a wrong token");
        assert_eq!(
            start_with(bot().await, wrong).ends().await,
            Err(Stop::WrongToken)
        );
    });
}

#[test]
fn the_last_connections_of_a_day_are_not_spent() {
    conversation(async |c| {
        c.starts_left(0);
        let ended = start_with(bot().await, options(c)).ends().await;
        assert_eq!(ended, Err(Stop::NoStartsLeft { hours: 24 }));
        assert_eq!(c.identifies(), 0);
    });
}

/// It costs none, and serves until there are new ones.
#[test]
fn a_session_that_goes_on_needs_none_of_them() {
    conversation(async |c| {
        let home = Home::new();
        let alice = c.user("alice");
        let start = async || {
            let keeping = Keeping::File(home.file().with_extension("session"));
            let options = Options {
                keeping,
                ..c.options()
            };
            c.start_with(bot_with(&home).await, options);
        };
        start().await;
        c.ready().await;
        c.stop().await;
        c.starts_left(0);
        let asked = alice.dm("section 3");
        start().await;
        asked.reply().await;
        c.breaks(Break::Drop);
        alice.dm("section 4").reply().await;
        assert_eq!((c.identifies(), c.resumes()), (1, 2));
        c.stop().await;
        start().await;
        alice.dm("section 5").reply().await;
        assert_eq!((c.identifies(), c.resumes()), (1, 3));
    });
}

#[test]
fn every_end_has_its_sentence_and_its_code() {
    let ends = [
        (Stop::NoToken, 78),
        (Stop::BadProxy, 78),
        (Stop::OpenProxy, 78),
        (Stop::OpenGateway, 78),
        (Stop::WrongToken, 77),
        (Stop::DisallowedIntents, 76),
        (Stop::NoStartsLeft { hours: 3 }, 75),
        (Stop::OldGateway, 76),
        (Stop::UnknownIntents, 76),
        (Stop::GaveUp, 70),
        (Stop::WrongShard, 69),
        (Stop::TooFewShards, 69),
    ];
    for (stop, code) in ends {
        assert_eq!(stop.code(), code, "{stop}");
        let told = stop.to_string();
        assert!(told.ends_with('.') && !told.contains('\n'), "{told}");
        assert!(!told.contains(TOKEN) || told.contains("token"), "{told}");
    }
}
