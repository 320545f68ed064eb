//! What an operator sees of the running program from outside: health, numbers, and what systemd is told.

use super::{TOKEN, config, database, end, ended, online, signal, url, verbatim};
use crate::fake::{Break, Fake};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::net::TcpListener;
use std::os::unix::net::UnixDatagram;
use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// An address that nobody listens at.
fn free() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").to_string()
}

/// The program, watched at `address`, serving `fake`.
fn watched(fake: &Fake, address: &str) -> Command {
    let name = format!("watched-{}.toml", address.replace(['.', ':'], "-"));
    let file = config(&name, &format!("[watch]\naddress = \"{address}\"\n"));
    let mut command = verbatim();
    command
        .arg("run")
        .arg("--config")
        .arg(file)
        .envs([("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())]);
    command
}

/// The status and the body of `page`.
async fn page(address: &str, page: &str) -> (u16, String) {
    let url = format!("http://{address}{page}");
    let answer = reqwest::get(&url).await.expect("somebody listens");
    let status = answer.status().as_u16();
    (status, answer.text().await.expect("a body"))
}

/// A start takes seconds where nothing is optimised, and several at once share what processors there are.
const STARTING: Duration = Duration::from_secs(120);

/// How often is looked at a page that says nothing by itself.
const LOOK: Duration = Duration::from_millis(20);

/// So soon is noticed that the database's file is gone or back: every five seconds is looked, and a slow machine takes some.
const NOTICED: Duration = Duration::from_secs(10);

/// Waits until `/readyz` answers with the status `wanted`.
async fn becomes(address: &str, wanted: u16) -> String {
    let asked = async {
        let mut looks = tokio::time::interval(LOOK);
        loop {
            looks.tick().await;
            let (status, told) = page(address, "/readyz").await;
            if status == wanted {
                return told;
            }
        }
    };
    let within = timeout(STARTING, asked).await;
    within.expect("the page changes in time")
}

/// The program, once its page says that it serves `fake`; and where that page is.
async fn serving(fake: &Fake) -> (Child, String) {
    let address = free();
    let child = watched(fake, &address).spawn();
    online(fake).await;
    becomes(&address, 200).await;
    (child.expect("the program starts"), address)
}

async fn stop(child: Child) -> String {
    signal(&child, "-TERM");
    let (code, told) = end(child).await;
    assert_eq!(code, Some(0), "{told}");
    told
}

#[tokio::test]
async fn whoever_watches_sees_that_it_serves_and_how_much() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let (child, address) = serving(&fake).await;
    assert_eq!(becomes(&address, 200).await, "The bot serves.\n");
    assert_eq!(page(&address, "/healthz").await.0, 200);
    let messages = format!("/channels/{}/messages", alice.dms().id);
    fake.answers_once("POST", &messages, 503, json!({}));
    alice.dm("why is he cold after sex").reply().await;
    alice.dm("i want to kill myself").reply().await;
    let (status, told) = page(&address, "/metrics").await;
    assert_eq!(status, 200);
    for line in [
        "verbatim_requests_total{doorway=\"message\",outcome=\"reply\"} 2",
        "verbatim_care_cards_total 1",
        "verbatim_rest_retries_total{status=\"503\"} 1",
        "verbatim_shards 1",
        "verbatim_shards_standing 1",
        "verbatim_store_errors_total{doing=\"reading\"} 0",
        "# TYPE verbatim_resident_memory_bytes gauge",
    ] {
        assert!(
            told.lines().any(|told| told == line),
            "{line} is missing:\n{told}"
        );
    }
    assert!(!told.contains("verbatim_rest_errors_total{"), "{told}");
    let words = ["cold", "kill", "self-harm", "self_harm", "alice"];
    let told = told.to_lowercase();
    assert!(!words.iter().any(|word| told.contains(word)), "{told}");
    stop(child).await;
    fake.finish().await;
}

#[tokio::test]
async fn while_a_connection_is_down_it_is_not_ready() {
    let fake = Fake::start().await;
    let (child, address) = serving(&fake).await;
    fake.gateway_down(true);
    fake.breaks(Break::Drop);
    let told = becomes(&address, 503).await;
    assert_eq!(told, "Not ready: a connection to Discord is down.\n");
    fake.gateway_down(false);
    becomes(&address, 200).await;
    stop(child).await;
    fake.finish().await;
}

#[tokio::test]
async fn while_its_database_is_gone_it_is_not_ready() {
    let fake = Fake::start().await;
    let (address, database) = (free(), database());
    let child = watched(&fake, &address)
        .env("DATABASE_URL", url(&database))
        .spawn()
        .expect("the program starts");
    online(&fake).await;
    becomes(&address, 200).await;
    let away = database.with_extension("away");
    fs::rename(&database, &away).expect("a file of its own");
    let told = timeout(NOTICED, becomes(&address, 503)).await;
    let told = told.expect("it is noticed though nobody changes anything");
    assert_eq!(told, "Not ready: the database's file is gone.\n");
    fs::rename(&away, &database).expect("room where it was");
    let back = timeout(NOTICED, becomes(&address, 200)).await;
    back.expect("it is back");
    stop(child).await;
    fake.finish().await;
}

#[tokio::test]
async fn an_address_that_is_taken_is_told() {
    let fake = Fake::start().await;
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let child = watched(&fake, &address)
        .spawn()
        .expect("the program starts");
    let (code, told) = end(child).await;
    assert_eq!(code, Some(78), "{told}");
    assert!(
        told.contains(&format!("Nothing can be served at {address}: ")),
        "{told}"
    );
    fake.finish().await;
}

#[tokio::test]
async fn systemd_is_told_that_it_serves_and_lives() {
    let fake = Fake::start().await;
    let socket =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("notify-{}", std::process::id()));
    drop(std::fs::remove_file(&socket));
    let systemd = UnixDatagram::bind(&socket).expect("a socket");
    systemd.set_read_timeout(Some(STARTING)).expect("a limit");
    let child = watched(&fake, &free())
        .env("NOTIFY_SOCKET", &socket)
        .env("WATCHDOG_USEC", "200000")
        .spawn()
        .expect("the program starts");
    let told = spawn_blocking(move || -> io::Result<Vec<String>> {
        let mut buffer = [0; 256];
        let mut next = || {
            let length = systemd.recv(&mut buffer)?;
            Ok(String::from_utf8_lossy(&buffer[..length]).trim().to_owned())
        };
        (0..3).map(|_| next()).collect()
    });
    let told = told.await.expect("no panic").expect("somebody tells");
    assert_eq!(told, ["READY=1", "WATCHDOG=1", "WATCHDOG=1"]);
    stop(child).await;
    fake.finish().await;
}

/// Every name of a number of ours in `text`; a histogram is told by its buckets, its sum and how many there are.
fn numbers(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    let names = words.filter(|word| word.starts_with("verbatim_"));
    names.map(str::to_owned).collect()
}

#[tokio::test]
async fn alerts_and_board_ask_for_numbers_that_there_are() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let (alice, bob) = (fake.user("alice"), fake.user("bob"));
    let (child, address) = serving(&fake).await;
    let question = json!({ "question": "i want to kill myself" });
    alice.slash(&general, "ask", question).reply().await;
    bob.slash(&general, "review", json!({})).reply().await;
    fake.stumbles(&alice).await;
    becomes(&address, 200).await;
    let (_, told) = page(&address, "/metrics").await;
    let told = numbers(&told);
    for name in ["alerts.yml", "board.json"] {
        let text = fs::read_to_string(Path::new("config/deploy").join(name)).expect("a file");
        let asked = numbers(&text);
        assert!(asked.len() > 5, "{asked:?}");
        let missing: Vec<&String> = asked.difference(&told).collect();
        assert!(missing.is_empty(), "{name}: {missing:?} of {told:?}");
    }
    stop(child).await;
    fake.finish().await;
}

#[tokio::test]
async fn whoever_has_only_the_program_asks_it_whether_it_serves() {
    let fake = Fake::start().await;
    let (child, address) = serving(&fake).await;
    let name = format!("asked-{}.toml", address.replace(['.', ':'], "-"));
    // As in a container, where it listens at every address.
    let port = address.rsplit(':').next().expect("a port");
    let file = config(&name, &format!("[watch]\naddress = \"0.0.0.0:{port}\"\n"));
    let health = |file: &Path| {
        let mut command = verbatim();
        ended(command.arg("health").arg("--config").arg(file))
    };
    assert_eq!(health(&file), (Some(0), "The bot serves.\n".to_owned()));
    stop(child).await;
    let (code, told) = health(&file);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.starts_with("Nobody answers at 0.0.0.0:"), "{told}");
    let (code, told) = health(&config("unasked.toml", ""));
    assert_eq!(code, Some(1), "{told}");
    assert!(told.starts_with("Nobody can ask: "), "{told}");
    fake.finish().await;
}
