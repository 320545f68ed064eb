//! Many at once, and many servers: nobody is left out, and what they took is given back.

use super::{TOKEN, database, end, on_rain, online, signal, url};
use crate::fake::{BOT, Discord, Fake};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// So many people write in the same moment.
const CROWD: usize = 1_500;

/// So many files and connections some systems let a program hold open, whatever it asks for.
const DESCRIPTORS: usize = 256;

/// Whoever writes to us looks at the screen for so long; the way there and back takes the rest.
const PATIENCE: Duration = Duration::from_secs(35);

/// The program in a shell that gives it so few descriptors, told of `fake` and this `content`.
fn narrowed(fake: &Fake, content: &Path) -> Child {
    let program = env!("CARGO_BIN_EXE_verbatim");
    let run = format!(
        "ulimit -n {DESCRIPTORS} && exec {program} run --content {}",
        content.display()
    );
    let mut command = Command::new("sh");
    command
        .args(["-c", &run])
        .envs([("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())])
        .env("DATABASE_URL", url(&database()))
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.spawn().expect("the program starts")
}

/// How many messages the bot wrote so far.
fn written(fake: &Discord) -> usize {
    fake.look(|state| {
        let by_bot = state
            .messages
            .values()
            .filter(|message| message.author == BOT);
        by_bot.count()
    })
}

/// Each of a crowd writes what comes next in `questions`; whether each is answered in time.
async fn everybody_is_answered(fake: &Fake, questions: &[&str]) {
    let before = written(fake);
    let asked = (0..CROWD).zip(questions.iter().cycle());
    for (person, question) in asked {
        fake.user(&format!("person {person}")).dm(question);
    }
    fake.wait_within(PATIENCE, format!("{CROWD} answers"), |fake| {
        (written(fake) - before >= CROWD).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_crowd_is_answered_to_the_last_by_whoever_may_hold_little_open() {
    let fake = Fake::start().await;
    let content = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("crowded");
    on_rain(&content, "Drops fall when they are heavy.");
    let child = narrowed(&fake, &content);
    online(&fake).await;
    everybody_is_answered(&fake, &["section 2"]).await;
    signal(&child, "-TERM");
    assert_eq!(end(child).await.0, Some(0));
    fake.finish().await;
}

/// Memory is measured where the program is as it is shipped, and where the allocator tells.
#[cfg(all(target_os = "linux", target_env = "gnu", not(debug_assertions)))]
mod memory {
    use super::super::{config, resident, verbatim};
    use super::*;
    use serde_json::{Value, json};
    use std::fs;
    use std::time::Instant;
    use tokio::time::sleep;

    /// So much may stay of what a burst took, and so soon the rest is back: 5,044 were measured. In KiB.
    const STAYS: u64 = 9_765;
    const SOON: Duration = Duration::from_secs(60);

    /// So many servers have a bot that does well.
    const SERVERS: u64 = 1_000;
    /// What the program may hold then where words alone decide: 70 MB. In KiB.
    const WITH_SERVERS: u64 = 68_359;
    /// In each of them so many channels with three rights of their own, roles, people and pictures.
    const CHANNELS: u64 = 20;
    const ROLES: u64 = 10;
    const PEOPLE: u64 = 50;
    const PICTURES: u64 = 20;

    /// How often is looked.
    const LOOK: Duration = Duration::from_secs(1);

    /// The program, by words alone.
    async fn by_words(fake: &Fake) -> Child {
        let file = config("crowd.toml", "[answer]\nencoder = false\n");
        let child = verbatim()
            .arg("run")
            .arg("--config")
            .arg(file)
            .envs([("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())])
            .env("RUST_LOG", "info")
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        online(fake).await;
        fake.user("alice").dm("section 3").reply().await;
        child
    }

    /// What the program holds as soon as that is no more than `enough`, and in a minute at the latest. In KiB.
    async fn settled(child: &Child, enough: u64) -> u64 {
        let latest = Instant::now() + SOON;
        while resident(child) > enough && Instant::now() < latest {
            sleep(LOOK).await;
        }
        resident(child)
    }

    async fn stop(child: Child) {
        signal(&child, "-TERM");
        assert_eq!(end(child).await.0, Some(0));
    }

    #[tokio::test]
    async fn what_a_crowd_took_is_given_back_within_a_minute() {
        let asked = fs::read_to_string("content/why-he-withdraws/asked.toml").expect("a file");
        let questions = asked.lines().filter_map(|line| {
            let line = line.trim().trim_end_matches(',');
            line.strip_prefix('"')?.strip_suffix('"')
        });
        let questions: Vec<&str> = questions.take(CROWD).collect();
        let fake = Fake::start().await;
        let child = by_words(&fake).await;
        // What it learned by is given back too.
        let rest = settled(&child, 0).await;
        everybody_is_answered(&fake, &questions).await;
        let after = resident(&child);
        let back = settled(&child, rest + STAYS).await;
        println!("{rest} KiB at rest, {after} after {CROWD} at once, {back} within a minute");
        assert!(back <= rest + STAYS, "{rest}, {after}, {back} KiB");
        stop(child).await;
        fake.finish().await;
    }

    /// A server as Discord tells of one that lives: channels with rights of their own, roles, people, pictures.
    fn server(id: u64) -> Value {
        let number = |kind: u64, at: u64| (id * 1_000_000 + kind * 1_000 + at).to_string();
        let channel = |at| {
            json!({
                "id": number(1, at), "type": 0, "name": format!("channel-{at}"), "position": at,
                "topic": "What belongs here, and what does not: please read it before you write.",
                "permission_overwrites": [
                    { "id": id.to_string(), "type": 0, "allow": "0", "deny": "2048" },
                    { "id": number(2, at % ROLES), "type": 0, "allow": "2048", "deny": "0" },
                    { "id": "900", "type": 1, "allow": "2048", "deny": "0" },
                ],
            })
        };
        let role = |at| {
            json!({
                "id": number(2, at), "name": format!("role {at}"), "colors": {
                    "primary_color": 0, "secondary_color": null, "tertiary_color": null,
                },
                "color": 0, "hoist": false, "position": at, "permissions": "2048", "managed": false,
                "mentionable": false, "flags": 0,
            })
        };
        let person = |id: String| {
            json!({
                "user": { "id": id, "username": "somebody", "discriminator": "0", "avatar": null }, "roles": [],
                "joined_at": "2020-01-01T00:00:00+00:00", "deaf": false, "mute": false, "flags": 0,
            })
        };
        let picture =
            |at| json!({ "id": number(4, at), "name": "smile", "roles": [], "animated": false });
        let mut roles: Vec<Value> = (0..ROLES).map(role).collect();
        roles[0]["id"] = json!(id.to_string());
        let mut people: Vec<Value> = (0..PEOPLE).map(|at| person(number(3, at))).collect();
        people.push(person("900".to_owned()));
        json!({
            "id": id.to_string(), "name": "A server", "owner_id": "1", "afk_timeout": 300, "verification_level": 0,
            "default_message_notifications": 0, "explicit_content_filter": 0, "roles": roles,
            "emojis": (0..PICTURES).map(picture).collect::<Vec<Value>>(), "features": [], "mfa_level": 0,
            "system_channel_flags": 0, "premium_tier": 0, "preferred_locale": "en-US", "nsfw_level": 0,
            "premium_progress_bar_enabled": false, "stickers": [], "joined_at": "2020-01-01T00:00:00+00:00",
            "large": false, "member_count": PEOPLE + 1, "voice_states": [], "members": people,
            "channels": (0..CHANNELS).map(channel).collect::<Vec<Value>>(), "threads": [], "presences": [],
            "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": [],
        })
    }

    #[tokio::test]
    async fn a_thousand_servers_need_little_memory() {
        let fake = Fake::start().await;
        let child = by_words(&fake).await;
        let rest = settled(&child, 0).await;
        for id in 1..=SERVERS {
            fake.dispatch("GUILD_CREATE", None, server(10_000 + id));
        }
        // They were all read before this.
        fake.user("bob").dm("section 3").reply().await;
        let with = settled(&child, WITH_SERVERS).await;
        let each = (with - rest) * 1_024 / SERVERS;
        println!("{rest} KiB at rest, {with} with {SERVERS} servers: {each} bytes each");
        assert!(with <= WITH_SERVERS, "{with} KiB");
        stop(child).await;
        fake.finish().await;
    }
}
