//! What Discord's gateway sends: true events with something in them replaced, taken out or doubled.

use super::cases;
use crate::fake::Fake;
use crate::support::{heard, start_bot};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};

/// So many at a time; then the bot must still answer.
const ROUND: u32 = 500;

/// Where the library breaks over a picture's hash.
const KNOWN: &str = "/serenity-0.12.5/src/model/misc.rs";

/// READY is not among them: nonsense there ends the connection, as it should, and so do frames and operations that are none.
const NAMES: &[&str] = &[
    "RESUMED",
    "GUILD_CREATE",
    "GUILD_DELETE",
    "GUILD_MEMBER_UPDATE",
    "MESSAGE_CREATE",
    "INTERACTION_CREATE",
    "GUILD_UPDATE",
    "GUILD_ROLE_CREATE",
    "GUILD_ROLE_DELETE",
    "CHANNEL_CREATE",
    "CHANNEL_UPDATE",
    "CHANNEL_DELETE",
    "THREAD_CREATE",
    "THREAD_DELETE",
    "USER_UPDATE",
    "PRESENCE_UPDATE",
    "",
    "message_create",
];

/// What may stand anywhere.
fn anything() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(|id| json!(id.to_string())),
        Just(json!("0")),
        Just(json!("")),
        "\\PC{0,12}".prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([null, {}, "1"])),
        Just(json!(1e300)),
        Just(json!("500")),
        Just(json!("900")),
    ]
}

/// One thing done to a payload.
#[derive(Clone, Debug)]
enum Twist {
    Replace(Value),
    Remove,
    Double,
}

fn twist() -> impl Strategy<Value = (Index, Twist)> {
    let twist = prop_oneof![
        anything().prop_map(Twist::Replace),
        Just(Twist::Remove),
        Just(Twist::Double),
    ];
    (any::<Index>(), twist)
}

/// Where every value below `value` stands, itself left out.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut below = |name: &str, value: &Value| {
        let place = format!("{at}/{name}");
        found.push(place.clone());
        places(value, &place, found);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| below(name, value)),
        Value::Array(items) => (0..)
            .zip(items)
            .for_each(|(place, item): (usize, _)| below(&place.to_string(), item)),
        _ => (),
    }
}

fn twisted(mut payload: Value, twists: &[(Index, Twist)]) -> Value {
    for (place, twist) in twists {
        let mut found = Vec::new();
        places(&payload, "", &mut found);
        if found.is_empty() {
            return payload;
        }
        let at = place.get(&found);
        let (around, name) = at.rsplit_once('/').expect("a place begins so");
        let Some(around) = payload.pointer_mut(around) else {
            continue;
        };
        match (around, twist) {
            (Value::Object(fields), Twist::Remove) => drop(fields.remove(name)),
            (Value::Object(fields), Twist::Replace(value)) => {
                fields.insert(name.to_owned(), value.clone());
            }
            (Value::Array(items), Twist::Double) => items.extend(items.clone()),
            _ => (),
        }
    }
    payload
}

/// The same under a number of its own, where it had its true one: what came before is not served again. A session goes on
/// as itself.
fn numbered(name: &str, mut payload: Value, place: u64) -> Value {
    if name == "READY" {
        payload["session_id"] = json!(SESSION);
        payload["resume_gateway_url"] = json!("");
    }
    if let Some(id) = payload.get_mut("id")
        && (id == MESSAGE || id == INTERACTION)
    {
        // Far from the numbers that the fake Discord gives.
        *id = json!((70_000_000 + place).to_string());
    }
    payload
}

const SESSION: &str = "session-1";
const MESSAGE: &str = "70000";
const INTERACTION: &str = "80000";

/// True events of each kind that ask something.
fn events() -> Vec<(&'static str, Value)> {
    let user = json!({ "id": "77", "username": "mallory", "discriminator": "0", "avatar": null });
    let member = json!({
        "user": user, "roles": ["501"], "joined_at": "2020-01-01T00:00:00+00:00", "deaf": false, "mute": false, "flags": 0,
        "permissions": "2147486720",
    });
    let message = json!({
        "id": MESSAGE, "channel_id": "700", "guild_id": "500", "author": user, "member": member, "content": "<@900> why is he cold",
        "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": null, "tts": false, "mention_everyone": false,
        "mentions": [{ "id": "900", "username": "bot", "discriminator": "0", "avatar": null, "bot": true }],
        "mention_roles": [], "attachments": [], "embeds": [{ "type": "rich", "title": "a", "description": "b" }], "pinned": false, "type": 0,
        "components": [], "flags": 0, "message_snapshots": [],
    });
    let interaction = |kind: u64, data: Value| {
        json!({
            "id": INTERACTION, "application_id": "901", "type": kind, "token": "token", "version": 1, "channel_id": "700", "guild_id": "500",
            "channel": { "id": "700", "type": 0, "permissions": "2048" }, "locale": "en-US", "guild_locale": "en-US", "entitlements": [],
            "attachment_size_limit": 10_485_760, "app_permissions": "2147486720", "authorizing_integration_owners": { "0": "500" }, "context": 0,
            "member": member, "message": message, "data": data,
        })
    };
    let option =
        json!({ "name": "question", "type": 3, "value": "why is he cold", "focused": true });
    vec![
        ("MESSAGE_CREATE", message.clone()),
        (
            "INTERACTION_CREATE",
            interaction(
                2,
                json!({ "id": "1", "name": "ask", "type": 1, "options": [option] }),
            ),
        ),
        (
            "INTERACTION_CREATE",
            interaction(
                2,
                json!({ "id": "1", "name": "settings", "type": 1, "options": [{ "name": "panel", "type": 1, "options": [] }] }),
            ),
        ),
        (
            "INTERACTION_CREATE",
            interaction(
                3,
                json!({ "custom_id": "contents:deadbeef", "component_type": 2 }),
            ),
        ),
        (
            "INTERACTION_CREATE",
            interaction(
                3,
                json!({ "custom_id": "panel:set", "component_type": 3, "values": ["1"] }),
            ),
        ),
        (
            "INTERACTION_CREATE",
            interaction(
                4,
                json!({ "id": "1", "name": "ask", "type": 1, "options": [option] }),
            ),
        ),
        (
            "INTERACTION_CREATE",
            interaction(
                5,
                json!({ "custom_id": "send:1", "components": [{ "type": 1, "components": [{ "type": 4, "custom_id": "0", "value": "x" }] }] }),
            ),
        ),
        (
            "GUILD_CREATE",
            json!({ "id": "500", "name": "server", "owner_id": "1", "channels": [], "roles": [], "members": [member], "joined_at": "2020-01-01T00:00:00+00:00" }),
        ),
        (
            "READY",
            json!({
                "v": 10, "user": { "id": "900", "username": "bot", "discriminator": "0", "avatar": null, "bot": true },
                "guilds": [{ "id": "500", "unavailable": true }], "session_id": SESSION, "resume_gateway_url": "",
                "shard": [0, 1], "application": { "id": "901", "flags": 0 },
            }),
        ),
        ("GUILD_DELETE", json!({ "id": "502", "unavailable": true })),
        (
            "CHANNEL_UPDATE",
            json!({ "id": "700", "type": 0, "guild_id": "500", "name": "general", "position": 0, "permission_overwrites": [{ "id": "500", "type": 0, "allow": "0", "deny": "0" }] }),
        ),
        (
            "THREAD_CREATE",
            json!({ "id": "701", "type": 11, "guild_id": "500", "parent_id": "700", "name": "t", "thread_metadata": { "archived": false } }),
        ),
        (
            "GUILD_ROLE_CREATE",
            json!({ "guild_id": "500", "role": { "id": "501", "name": "r", "permissions": "0", "position": 1 } }),
        ),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_the_gateway_sends_the_bot_goes_on() {
    static PANICS: AtomicUsize = AtomicUsize::new(0);
    let told = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        // That costs one event, and is caught.
        let place = panic.location().map_or("", |place| place.file());
        if !place.ends_with(KNOWN) {
            PANICS.fetch_add(1, Ordering::Relaxed);
            told(panic);
        }
    }));
    let fake = Fake::start().await;
    fake.guild(500).channel("general");
    let bot = start_bot(&fake, heard().await).await;
    let named = (select(events()), vec(twist(), 1..4));
    let unnamed = (select(NAMES), anything()).prop_map(|(name, data)| (name, data));
    let event = prop_oneof![
        8 => named.prop_map(|((name, payload), twists)| (name, twisted(payload, &twists))),
        1 => unnamed,
    ];
    let mut runner = TestRunner::default();
    let total = cases(1_000);
    let mut sent = 0;
    while sent < total {
        let round = ROUND.min(total - sent);
        let mut last = Vec::new();
        for _ in 0..round {
            let (name, data) = event.new_tree(&mut runner).expect("an event").current();
            let data = numbered(name, data, u64::from(sent) + last.len() as u64);
            last.push((name, data.clone()));
            fake.dispatch(name, None, data);
        }
        sent += round;
        // Whoever asks much in a minute is asked to wait, and whoever says the same again at once is answered once.
        let stranger = fake.user(&format!("stranger {sent}"));
        let reply = stranger.dm("section 3").reply().await;
        assert!(!reply.text().is_empty());
        let broken = PANICS.load(Ordering::Relaxed);
        assert_eq!(broken, 0, "one of these broke something: {last:?}");
        fake.pass(std::time::Duration::from_secs(60));
    }
    println!("gateway: {sent} cases");
    bot.stop().await.expect("a clean end");
    fake.take_violations();
    fake.expects("lost an event");
    fake.finish().await;
}
