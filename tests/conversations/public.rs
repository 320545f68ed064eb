//! What everybody can see of a mention tells nobody who needs a person.

use crate::care::NEEDS;
use crate::fake::{Channel, Fake, Person, Request};
use crate::support::{at, bot, heard, somebody, start_bot};
use serde_json::Value;
use std::time::Instant;
use verbatim::bot::Request as Asked;
use verbatim::reply::Key;
use verbatim::who::Place;

/// A question that no part answers surely.
const UNSURE: &str = "why is he cold";

/// Discord's mark on what one person alone sees.
const EPHEMERAL: u64 = 1 << 6;

/// How the ids begin that only we can read.
const UNREADABLE: [&str; 2] = ["sealed:", "after:delete:"];

/// Everything that Discord is asked to do because `person` mentions the bot with `words`, opens the answer and has it
/// deleted, as far as it is not for them alone.
async fn seen(fake: &Fake, channel: &Channel, person: &Person, words: &str) -> Vec<String> {
    let before = fake.requests().len();
    let said = person.says(channel, &format!("{} {words}", fake.mention()));
    let public = said.reply().await;
    let opened = person.press(&public, "Show me").reply().await;
    assert!(opened.ephemeral, "{words}");
    person.press(&public, "Delete").acknowledged().await;
    fake.wait_for("the teaser to go", |fake| {
        fake.message(public.id).is_none().then_some(())
    })
    .await;
    let requests = fake.requests().split_off(before);
    requests.into_iter().map(outside).collect()
}

/// What is to be seen of `request` from outside; of what is sealed, that is its length.
fn outside(request: Request) -> String {
    let Request {
        method,
        path,
        mut body,
        ..
    } = request;
    let path = without_numbers(&path);
    let flags = body["data"]["flags"].as_u64().unwrap_or_default();
    if flags & EPHEMERAL > 0 {
        return format!("{method} {path} for the asker alone");
    }
    cover(&mut body);
    format!("{method} {path} {body}")
}

fn without_numbers(path: &str) -> String {
    let parts = path.split(|c: char| c.is_ascii_digit());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("#")
}

/// Leaves out the numbers of messages, and puts the same for everything that cannot be read.
fn cover(body: &mut Value) {
    match body {
        Value::Array(list) => list.iter_mut().for_each(cover),
        Value::Object(fields) => {
            fields.retain(|name, _| name != "nonce" && name != "message_id");
            fields.values_mut().for_each(cover);
        }
        Value::String(text) => {
            let family = UNREADABLE.iter().find(|family| text.starts_with(**family));
            if let Some(family) = family {
                *text = format!("{family}{} letters", text.len() - family.len());
            }
        }
        _ => (),
    }
}

#[tokio::test]
async fn a_need_and_a_calm_question_are_the_same_to_everybody_else() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let bot = start_bot(&fake, heard().await).await;
    let calm = seen(&fake, &general, &fake.user("calm"), UNSURE).await;
    for (number, (need, _)) in NEEDS.iter().enumerate() {
        let person = fake.user(&format!("needs-{number}"));
        assert_eq!(seen(&fake, &general, &person, need).await, calm, "{need}");
    }
    assert_eq!(fake.typing(&general), 0);
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn a_button_that_stands_since_its_id_was_clear_still_opens() {
    let bot = bot().await;
    let (alice, now) = (somebody(), at(Instant::now()));
    let article = Key::of("why-he-withdraws");
    for (need, opens) in [("-", "The parts of"), ("00", "A note for you")] {
        let id = format!("show:{}:{article}:{need}:l", alice.user.0);
        let press = Asked::Press(id.parse().expect("a press of ours"));
        let opened = bot.handle(&alice, Place::Dm, press, now).await;
        let opened = format!("{:?}", opened.expect("an answer"));
        assert!(opened.contains(opens), "{opened}");
    }
}
