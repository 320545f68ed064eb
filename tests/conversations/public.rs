//! What everybody can see of a mention tells nobody who needs a person.

use crate::care::NEEDS;
use crate::fake::{Channel, Fake, Install, Person, Request};
use crate::support::{at, bot, choose, heard, somebody, start, start_bot};
use serde_json::{Value, json};
use std::time::Instant;
use verbatim::bot::{Bot, Request as Asked};
use verbatim::reply::Key;
use verbatim::settings::{Change, Mentioned, Pace};
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

/// What everybody reads where the answer is for the asker alone.
const TEASER: &str = "I have something for you that only you can see.\n[Show me] [Delete]";

/// A bot whose moderators let it answer mentions for everyone to read.
async fn in_public() -> Bot {
    let bot = heard().await;
    choose(&bot, Change::Mentioned(Mentioned::InPublic)).await;
    bot
}

/// Compares what is to be seen of a calm question with what is to be seen of each need.
async fn looks_the_same(bot: Bot) {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let bot = start_bot(&fake, bot).await;
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
async fn a_need_and_a_calm_question_are_the_same_to_everybody_else() {
    looks_the_same(heard().await).await;
}

#[tokio::test]
async fn where_mentions_are_answered_in_public_they_are_too() {
    looks_the_same(in_public().await).await;
}

#[tokio::test]
async fn only_what_is_sure_or_asked_for_by_name_is_public() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let bot = start_bot(&fake, in_public().await).await;
    for (number, (words, is_public)) in [
        ("does dopamine drop after orgasm?", true),
        ("section 3", true),
        ("contents", true),
        (UNSURE, false),
        ("how do i bake bread", false),
        ("pourquoi il ne me parle plus après l'amour ?", false),
        (NEEDS[0].0, false),
    ]
    .into_iter()
    .enumerate()
    {
        let person = fake.user(&format!("asks-{number}"));
        let said = person.says(&general, &format!("{} {words}", fake.mention()));
        let public = said.reply().await.text();
        assert_eq!(public != TEASER, is_public, "{words}: {public}");
    }
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

/// Who may ask once a minute has the next answer for themselves, whatever was behind the first button.
#[tokio::test]
async fn how_soon_something_is_public_again_tells_nothing() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let bot = in_public().await;
    let once = Pace { minute: 1, hour: 5 };
    choose(&bot, Change::Pace(once)).await;
    let bot = start_bot(&fake, bot).await;
    for (name, words) in [("calm", UNSURE), ("needs", NEEDS[0].0)] {
        let person = fake.user(name);
        let mention = async |words: &str| {
            let said = person.says(&general, &format!("{} {words}", fake.mention()));
            said.reply().await
        };
        let first = mention(words).await;
        person.press(&first, "Show me").reply().await;
        assert_eq!(mention("section 3").await.text(), TEASER, "{name}");
    }
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn in_a_conversation_of_several_everything_is_for_the_asker_alone() {
    let fake = Fake::start().await;
    let alice = fake.user("alice").using(Install::User);
    let group = fake.private_channel(&[&alice, &fake.user("bob")]);
    let bot = start(&fake).await;
    let ask = |person: &Person, question: &str| {
        let options = json!({ "question": question });
        person.slash(&group, "ask", options)
    };
    for person in [&alice, &alice.somewhere()] {
        for question in ["section 3", NEEDS[0].0] {
            let answer = ask(person, question).reply().await;
            assert!(answer.ephemeral, "{question}: {}", answer.text());
            let button = answer.buttons().pop().expect("a way on");
            let opened = match button.label.as_str() {
                "Hide this" => person.press(&answer, "I meant the article"),
                label => person.press(&answer, label),
            };
            assert!(opened.reply().await.ephemeral, "{question}");
        }
    }
    assert!(fake.messages(&group).is_empty());
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
