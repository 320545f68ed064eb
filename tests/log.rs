//! What the log tells an operator: an hour's sums, and the place of an apology. The sums are a process's, so they stand in
//! one of their own.

#[path = "fake/mod.rs"]
mod fake;
#[path = "support/mod.rs"]
mod support;

use fake::{Fake, logs};
use serde_json::json;
use std::time::Duration;
use support::{heard, knowledge, options, start_with};
use verbatim::bot::Refusal;
use verbatim::reply::Part;

/// An hour, in a hurry.
const HOUR: Duration = Duration::from_millis(100);

/// What the line says of this.
fn said(line: &str, name: &str) -> u64 {
    let value = line
        .split(' ')
        .find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
    let value = value.unwrap_or_else(|| panic!("no {name} in: {line}"));
    value.parse().expect("a number")
}

/// Every such line so far.
fn lines() -> Vec<String> {
    let ours = logs().of("verbatim::watch");
    let lines = ours.records().iter().map(|record| record.text.clone());
    lines
        .filter(|line| line.contains("The last hour."))
        .collect()
}

#[tokio::test]
async fn each_hour_the_log_tells_how_much_was_done_and_of_nobody() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let (alice, bob) = (fake.user("alice"), fake.user("bob"));
    let mut options = options(&fake);
    options.pace.report = HOUR;
    let bot = start_with(heard().await, options);
    fake.ready().await;
    alice.dm("why is the quokka cold after sex").reply().await;
    alice.dm("i want to kill myself").reply().await;
    bob.slash(&general, "review", json!({})).reply().await;
    fake.stumbles(&alice).await;
    let told = lines().len();
    fake.wait_for("two more lines", |_| {
        (lines().len() > told + 1).then_some(())
    })
    .await;
    let lines = lines();
    let sum = |name: &str| -> u64 { lines.iter().map(|line| said(line, name)).sum() };
    assert_eq!(sum("requests"), 4, "{lines:?}");
    assert_eq!(sum("cards"), 1, "{lines:?}");
    assert_eq!(sum("refusals"), 1, "{lines:?}");
    assert_eq!(sum("rest_errors"), 1, "{lines:?}");
    assert_eq!(sum("reconnects"), 1, "{lines:?}");
    let last = lines.last().expect("a line");
    assert_eq!(said(last, "servers"), 1, "{last}");
    #[cfg(target_os = "linux")]
    assert!(said(last, "memory_mb") > 1, "{last}");
    for line in &lines {
        for word in ["quokka", "kill", "alice", "500", "self"] {
            assert!(!line.contains(word), "{line}");
        }
    }
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

/// Whoever reads the log from its first line on knows what runs there.
#[tokio::test]
async fn a_start_tells_what_runs_and_how_many_it_serves() {
    let fake = Fake::start().await;
    for server in [500, 501, 502] {
        fake.guild(server);
    }
    let bot = start_with(heard().await, options(&fake));
    fake.ready().await;
    let ours = logs().of("verbatim");
    let line = |words: &str| -> String {
        let mut lines = ours.records().iter().map(|record| record.text.clone());
        let line = lines.find(|line| line.starts_with(words));
        line.unwrap_or_else(|| panic!("nothing says: {words}"))
    };
    let answers = line("Discord answers; connecting.");
    let version = format!("version={}", env!("CARGO_PKG_VERSION"));
    for told in [version.as_str(), "commit=", "articles=1", "shards=1"] {
        assert!(answers.contains(told), "{told} in {answers}");
    }
    assert_eq!(said(&line("Connected to Discord. shard=0"), "servers"), 3);
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

/// A person tells the operator the number, and the operator finds the line.
#[tokio::test]
async fn the_number_of_an_apology_stands_in_the_log() {
    let before = logs();
    let refusal = Refusal::trouble();
    let Refusal::Trouble(number) = refusal else {
        panic!("{refusal:?}");
    };
    let number = number.to_string();
    assert!(!before.contains(&number) && logs().contains(&format!("number={number}")));
    for language in ["en", "fr", "es-ES", "pt-BR", "sw"] {
        let reply = refusal.reply(knowledge().voice(language));
        let [Part::Say(words)] = reply.parts.as_slice() else {
            panic!("{reply:?}");
        };
        assert!(words.contains(&number), "{words}");
    }
}
