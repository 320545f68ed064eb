//! The program itself: `verbatim run` as an operator starts it, against a fake Discord.

#[path = "program/copied.rs"]
mod copied;
#[path = "program/crowd.rs"]
mod crowd;
#[path = "program/disk.rs"]
mod disk;
#[path = "fake/mod.rs"]
mod fake;
#[cfg(target_os = "linux")]
#[path = "program/outage.rs"]
mod outage;
#[path = "program/starting.rs"]
mod starting;
#[path = "program/watched.rs"]
mod watched;

use fake::{Fake, TOKEN};
use serde_json::json;
use sqlx::sqlite::SqlitePool;
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, ErrorKind};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use tokio::task::spawn_blocking;
use verbatim::settings::{Change, Channels, Mentions};
use verbatim::store::{Location, Store};
use verbatim::who::{GuildId, Member, UserId};

/// The program in an environment of its own.
fn verbatim() -> Command {
    alone(Command::new(env!("CARGO_BIN_EXE_verbatim")))
}

/// `command`, which ends in the program, in an environment of its own.
fn alone(mut command: Command) -> Command {
    command
        .env_remove("DISCORD_TOKEN")
        .env_remove("DISCORD_PROXY")
        .env("DATABASE_URL", url(&database()))
        .env("RUST_LOG", "trace")
        .env("RUST_BACKTRACE", "full")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// A database of its own for every program.
fn database() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("program-{}-{count}/verbatim.db", std::process::id());
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn url(database: &Path) -> String {
    format!("sqlite:{}", database.display())
}

/// A database in which the moderators of the server 500 let mentions be answered everywhere.
async fn heard() -> PathBuf {
    let file = database();
    let store = Store::open(&Location::File(file.clone())).await;
    let store = store.expect("a store of its own");
    let owner = Member {
        guild: GuildId(500),
        manages_server: true,
        roles: Vec::new(),
    };
    let moderator = owner.moderator(&BTreeSet::new()).expect("the owner");
    let heard = Change::Mentions(Mentions::In(Channels::All));
    let made = store
        .change(moderator, UserId(1), heard, OffsetDateTime::now_utc())
        .await;
    made.expect("a change that is allowed");
    store.close().await;
    file
}

/// Every file in `folder` and below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let below = entries.flat_map(|entry| match entry.path() {
        path if path.is_dir() => files(&path),
        file => vec![file],
    });
    below.collect()
}

/// A configuration file with this text.
fn config(name: &str, text: &str) -> PathBuf {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, text).expect("a file");
    file
}

/// Runs to its end and gives the exit code and what was told.
#[track_caller]
fn ended(command: &mut Command) -> (Option<i32>, String) {
    told(&command.output().expect("the program runs"))
}

fn told(output: &Output) -> (Option<i32>, String) {
    let told = [output.stdout.as_slice(), &output.stderr].concat();
    let told = String::from_utf8(told).expect("UTF-8");
    (output.status.code(), told)
}

/// Waits for the end of a running program without holding up the fake.
async fn end(child: Child) -> (Option<i32>, String) {
    let output = spawn_blocking(|| child.wait_with_output()).await;
    told(&output.expect("no panic").expect("the program ends"))
}

/// Waits until the program is online and its commands stand: it learns for seconds where it is not optimised.
async fn online(fake: &Fake) {
    fake.wait_within(
        Duration::from_secs(120),
        "the program to be online",
        |fake| (!fake.online().is_empty() && fake.commands().is_some()).then_some(()),
    )
    .await;
}

fn signal(child: &Child, name: &str) {
    let id = child.id().to_string();
    let sent = Command::new("kill").args([name, &id]).status();
    assert!(sent.expect("kill runs").success());
}

#[test]
fn a_missing_token_is_told() {
    let (code, told) = ended(verbatim().arg("run"));
    assert_eq!(code, Some(78));
    insta::assert_snapshot!(told, @"There is no token: set DISCORD_TOKEN to the bot's token from the Developer Portal, page Bot.");
}

#[test]
fn a_misspelt_key_is_told_with_its_line() {
    let file = config("misspelt.toml", "[log]\nlevle = \"info\"\n");
    let (code, told) = ended(verbatim().arg("run").arg("--config").arg(&file));
    assert_eq!(code, Some(78));
    let rest = told.strip_prefix(&format!("{}:", file.display()));
    assert_eq!(
        rest,
        Some("2: unknown key `levle`; did you mean `level`?\n")
    );
}

#[test]
fn an_unknown_article_is_told_with_its_line() {
    let file = config("unknown.toml", "[answer]\narticle = \"why-he-withdrew\"\n");
    let (code, told) = ended(verbatim().arg("run").arg("--config").arg(&file));
    assert_eq!(code, Some(78));
    assert!(told.contains("did you mean `why-he-withdraws`?"), "{told}");
}

#[test]
fn a_proxy_that_is_no_address_is_told() {
    let proxied = |command: &mut Command| {
        let environment = [("DISCORD_TOKEN", "x"), ("DISCORD_PROXY", "localhost")];
        ended(command.arg("run").envs(environment))
    };
    let (code, told) = proxied(&mut verbatim());
    assert_eq!(code, Some(78));
    assert!(told.starts_with("DISCORD_PROXY is no address"), "{told}");
}

#[test]
fn what_carries_secrets_to_another_machine_is_encrypted_or_meant() {
    let run = |name: &str, value: &str, config: &Path| {
        let mut command = verbatim();
        command.arg("run").arg("--config").arg(config);
        ended(command.envs([("DISCORD_TOKEN", "x"), (name, value)]))
    };
    let open = config("open.toml", "");
    let (code, told) = run("DISCORD_PROXY", "http://proxy.example:7979", &open);
    assert_eq!(code, Some(78));
    assert!(
        told.starts_with("DISCORD_PROXY would carry the token unencrypted"),
        "{told}"
    );
    let database = "postgres://me:secret@db.example/settings?sslmode=require";
    let (code, told) = run("DATABASE_URL", database, &open);
    assert_eq!(code, Some(78));
    assert!(
        told.contains("does not make db.example prove who it is"),
        "{told}"
    );
    assert!(
        told.contains("trust-network = true") && !told.contains("secret"),
        "{told}"
    );
}

#[test]
fn the_invitation_is_printed() {
    let link = "https://discord.com/oauth2/authorize?client_id=198622483471925248&scope=bot%20applications.commands&permissions=274877975552\n";
    let token = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs";
    let by_token = ended(verbatim().arg("invite").env("DISCORD_TOKEN", token));
    assert_eq!(by_token, (Some(0), link.to_owned()));
    let by_id = ended(verbatim().args(["invite", "--application", "198622483471925248"]));
    assert_eq!(by_id, (Some(0), link.to_owned()));
    let (code, told) = ended(verbatim().arg("invite"));
    assert_eq!(code, Some(78));
    assert!(told.starts_with("Which application?"), "{told}");
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_refused_with_one_sentence() {
    let file = heard().await;
    let newer = SqlitePool::connect(&url(&file)).await.expect("the file");
    sqlx::query("INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (99, 'later', true, '', 0)")
        .execute(&newer)
        .await
        .expect("a step of the future");
    newer.close().await;
    let child = verbatim()
        .arg("run")
        .env("DISCORD_TOKEN", TOKEN)
        .env("DATABASE_URL", url(&file))
        .spawn();
    let (code, told) = end(child.expect("the program starts")).await;
    assert_eq!(code, Some(74));
    let place = file.display().to_string();
    insta::assert_snapshot!(told.replace(&place, "verbatim.db"), @"verbatim.db: a newer verbatim brought it to version 99, and this one knows 8; start the newer one, or put back an older copy.");
}

#[tokio::test]
async fn a_wrong_token_ends_with_one_sentence() {
    let fake = Fake::start().await;
    let refused = json!({ "message": "401: Unauthorized", "code": 0 });
    fake.answers_once("GET", "/gateway/bot", 401, refused);
    let child = verbatim()
        .arg("run")
        .envs([("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())])
        .spawn();
    let (code, told) = end(child.expect("the program starts")).await;
    assert_eq!(code, Some(77));
    insta::assert_snapshot!(told, @"Discord does not accept the token: copy it again from the Developer Portal, page Bot, into DISCORD_TOKEN.");
    fake.finish().await;
}

#[tokio::test]
async fn whatever_the_log_level_nothing_written_holds_a_question() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    for (name, format) in [("text.toml", "text"), ("json.toml", "json")] {
        let log = format!(
            "[discord]\nproxy = \"{}\"\n[log]\nlevel = \"trace\"\nformat = \"{format}\"\n",
            fake.base()
        );
        let database = heard().await;
        let child = verbatim()
            .arg("run")
            .arg("--config")
            .arg(config(name, &log))
            .env("DISCORD_TOKEN", TOKEN)
            .env("DATABASE_URL", url(&database))
            .spawn()
            .expect("the program starts");
        online(&fake).await;
        let broken = json!({ "id": "1", "content": "why quokka cold", "author": 7 });
        fake.dispatch("MESSAGE_CREATE", None, broken);
        alice.dm("why is the quokka cold").reply().await;
        alice
            .says(&general, &format!("{} is the quokka cold", fake.mention()))
            .reply()
            .await;
        let question = json!({ "question": "quokka. i want to kill myself" });
        alice.slash(&general, "ask", question).reply().await;
        fake.answers_once(
            "POST",
            "/channels",
            400,
            json!({ "message": "quokka", "code": 50035 }),
        );
        alice.dm("is the quokka cold");
        fake.wait_for("the refused answer", |fake| {
            fake.requests()
                .iter()
                .any(|r| r.status == 400)
                .then_some(())
        })
        .await;

        let began = Instant::now();
        signal(&child, if format == "text" { "-TERM" } else { "-INT" });
        let (code, told) = end(child).await;
        assert!(
            began.elapsed() < Duration::from_secs(2),
            "{:?}",
            began.elapsed()
        );
        assert_eq!(code, Some(0), "{told}");
        assert!(told.contains("Connected to Discord."), "{told}");
        for word in ["quokka", "kill", TOKEN_SHOWN] {
            assert!(!told.contains(word), "`{word}` in:\n{told}");
        }
        let files = files(database.parent().expect("a folder"));
        assert!(files.contains(&database), "{files:?}");
        for file in files {
            let bytes = fs::read(&file).expect("a file of ours");
            let holds = |word: &str| bytes.windows(word.len()).any(|at| at == word.as_bytes());
            assert!(!holds("quokka"), "in {}", file.display());
        }
        fake.pass(Duration::from_secs(5));
    }
    fake.finish().await;
}

#[tokio::test]
async fn what_is_asked_while_the_program_is_replaced_is_answered() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let database = database();
    let content = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("replaced");
    on_rain(&content, "Drops fall when they are heavy.");
    let start = || {
        let mut command = verbatim();
        let environment = [("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())];
        let command = command.arg("run").arg("--content").arg(&content);
        let command = command.envs(environment);
        let child = command.env("DATABASE_URL", url(&database)).spawn();
        child.expect("the program starts")
    };
    let first = start();
    online(&fake).await;
    signal(&first, "-TERM");
    let (code, told) = end(first).await;
    assert_eq!(code, Some(0), "{told}");
    let session = fs::read_to_string(database.with_extension("session")).expect("it is kept");
    assert!(!session.contains(TOKEN_SHOWN), "{session}");
    fake.pass(Duration::from_secs(5));
    let asked = alice.dm("section 2");
    let second = start();
    fake.wait_within(Duration::from_secs(30), "the answer", |fake| {
        (!fake.messages(&alice.dms()).is_empty()).then_some(())
    })
    .await;
    asked.reply().await;
    fake.wait_for("the new session to stand alone", |fake| {
        (fake.identifies() == 2 && fake.online().len() == 1).then_some(())
    })
    .await;
    assert_eq!(fake.resumes(), 1);
    assert!(
        !database.with_extension("session").exists(),
        "it goes on once"
    );
    signal(&second, "-TERM");
    let (code, told) = end(second).await;
    assert_eq!(code, Some(0), "{told}");
    fake.finish().await;
}

/// Reads what `child` tells until a line holds `words`.
async fn tells(child: &mut Child, words: &'static str) -> String {
    let told = child.stderr.take().expect("nobody reads it yet");
    let (told, rest) = spawn_blocking(move || {
        let (mut told, mut lines) = (String::new(), BufReader::new(told));
        while lines.read_line(&mut told).expect("UTF-8") > 0 && !told.contains(words) {}
        (told, lines)
    })
    .await
    .expect("no panic");
    assert!(told.contains(words), "{told}");
    child.stderr = Some(rest.into_inner());
    told
}

/// An article of two sections, the second of which says this.
fn on_rain(content: &Path, drops: &str) {
    let folder = content.join("on-rain");
    fs::create_dir_all(&folder).expect("a folder");
    let text = format!(
        "# On Rain\n\n## 1. Clouds\n\nClouds gather water.\n\n## 2. Drops\n\n{drops}\n\n## Closing\n\nTake a coat.\n"
    );
    fs::write(folder.join("article.md"), text).expect("a file");
}

#[tokio::test]
async fn a_signal_reads_everything_anew_and_a_mistake_keeps_the_old() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let content = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("renewed");
    on_rain(&content, "Drops fall when they are heavy.");
    let file = config("renewed.toml", "");
    let child = verbatim()
        .arg("run")
        .arg("--content")
        .arg(&content)
        .arg("--config")
        .arg(&file)
        .envs([("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())])
        .spawn();
    let mut child = child.expect("the program starts");
    online(&fake).await;
    let old = alice.dm("section 2").reply().await;
    assert!(old.text().contains("when they are heavy"), "{}", old.text());
    on_rain(&content, "Drops drum on the roof.");
    signal(&child, "-HUP");
    tells(&mut child, "are read anew").await;
    let new = alice.press(&old, "Contents").reply().await;
    assert!(new.text().contains("2. Drops"), "{}", new.text());
    let new = alice.dm("2. Drops").reply().await;
    assert!(new.text().contains("drum on the roof"), "{}", new.text());
    fs::write(&file, "[log]\nlevle = \"info\"\n").expect("a file");
    on_rain(&content, "Drops are round.");
    signal(&child, "-HUP");
    let told = tells(&mut child, "stay as they were").await;
    let place = format!("{}:2: unknown key `levle`", file.display());
    assert!(told.contains(&place), "{told}");
    let question = json!({ "question": "section 2" });
    let kept = alice.slash(&alice.dms(), "ask", question).reply().await;
    assert!(kept.text().contains("drum on the roof"), "{}", kept.text());
    let page = "https://example.org/help";
    let changed = format!("[addresses]\nsupport = \"{page}\"\n[log]\nlevel = \"warn\"\n");
    fs::write(&file, changed).expect("a file");
    signal(&child, "-HUP");
    tells(&mut child, "holds from the next start").await;
    let help = alice.slash(&alice.dms(), "help", json!({})).reply().await;
    assert!(help.text().contains("Support"), "{}", help.text());
    signal(&child, "-TERM");
    let (code, told) = end(child).await;
    assert_eq!(code, Some(0), "{told}");
    fake.finish().await;
}

#[tokio::test]
async fn what_is_saved_holds_at_once_where_the_operator_wants_it_and_a_mistake_keeps_the_old() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let content = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("followed");
    on_rain(&content, "Drops fall when they are heavy.");
    let child = verbatim()
        .arg("run")
        .arg("--content")
        .arg(&content)
        .arg("--config")
        .arg(config("followed.toml", "[content]\nwatch = true\n"))
        .envs([("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())])
        .spawn();
    let mut child = child.expect("the program starts");
    online(&fake).await;
    alice.dm("section 2").reply().await;
    on_rain(&content, "Drops drum on the roof.");
    tells(&mut child, "are read anew").await;
    let new = alice.dm("2. Drops").reply().await;
    assert!(new.text().contains("drum on the roof"), "{}", new.text());
    let article = content.join("on-rain/article.md");
    fs::write(&article, "no title\n").expect("a file");
    let told = tells(&mut child, "stay as they were").await;
    let place = format!("{}:1: the article has no title", article.display());
    assert!(told.contains(&place), "{told}");
    let kept = alice.dm("1. Clouds").reply().await;
    assert!(kept.text().contains("Clouds"), "{}", kept.text());
    signal(&child, "-TERM");
    let (code, told) = end(child).await;
    assert_eq!(code, Some(0), "{told}");
    fake.finish().await;
}

/// The environment of a machine may name a proxy for everybody; what carries the token goes where the operator says.
#[tokio::test]
async fn no_proxy_of_the_machines_hears_the_token() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let stranger = TcpListener::bind("127.0.0.1:0").expect("a port");
    stranger.set_nonblocking(true).expect("a listener");
    let proxy = format!("http://{}", stranger.local_addr().expect("an address"));
    let content = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("unproxied");
    on_rain(&content, "Drops fall when they are heavy.");
    let names = ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];
    let child = verbatim()
        .arg("run")
        .arg("--content")
        .arg(&content)
        .envs([("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())])
        .envs(names.map(|name| (name, &proxy)))
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .spawn();
    let child = child.expect("the program starts");
    online(&fake).await;
    let reply = alice.dm("section 2").reply().await;
    assert!(
        reply.text().contains("when they are heavy"),
        "{}",
        reply.text()
    );
    let heard = stranger.accept().map(drop).map_err(|error| error.kind());
    assert_eq!(heard, Err(ErrorKind::WouldBlock), "a stranger was asked");
    signal(&child, "-TERM");
    assert_eq!(end(child).await.0, Some(0));
    fake.finish().await;
}

/// A program sets its own limits as it starts; in seconds it would have.
#[cfg(target_os = "linux")]
const STARTING: Duration = Duration::from_secs(10);

/// The program asks for it itself: many systems let every program be written down when it crashes.
#[cfg(target_os = "linux")]
#[test]
fn a_crash_leaves_no_memory_behind() {
    use std::os::unix::process::ExitStatusExt;
    let run = format!(
        "ulimit -c unlimited 2>/dev/null; exec {} run",
        env!("CARGO_BIN_EXE_verbatim")
    );
    let mut child = Command::new("sh")
        .args(["-c", &run])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .env("DISCORD_TOKEN", TOKEN)
        .env("DATABASE_URL", url(&database()))
        .spawn()
        .expect("the program starts");
    let end = Instant::now() + STARTING;
    while !writes_no_core(&child) && Instant::now() < end {
        std::thread::yield_now();
    }
    let asked = writes_no_core(&child);
    signal(&child, "-ABRT");
    let status = child.wait().expect("the program ends");
    assert!(status.signal().is_some(), "{status}");
    assert!(asked && !status.core_dumped(), "{status}");
}

/// Whether the limits of `child` let nothing of its memory be written down.
#[cfg(target_os = "linux")]
fn writes_no_core(child: &Child) -> bool {
    let limits = fs::read_to_string(format!("/proc/{}/limits", child.id()));
    let limits = limits.expect("a program that runs");
    let mut limits = limits.lines();
    let core = limits.find_map(|line| line.strip_prefix("Max core file size"));
    let core: Vec<&str> = core.expect("a limit").split_whitespace().collect();
    core.starts_with(&["0", "0"])
}

/// What the program may hold at rest, with its encoder and without: 107 and 44 MiB were measured with five languages' examples,
/// and a tenth more is room for the next. In KiB.
#[cfg(all(target_os = "linux", target_env = "gnu", not(debug_assertions)))]
const AT_REST: [u64; 2] = [117_000, 49_000];

#[cfg(all(target_os = "linux", target_env = "gnu", not(debug_assertions)))]
#[tokio::test]
async fn at_rest_it_needs_little_memory() {
    let alone = Path::new(env!("CARGO_TARGET_TMPDIR")).join("words-alone.toml");
    fs::write(&alone, "[answer]\nencoder = false\n").expect("a file of our own");
    let with = at_rest(Path::new("config/verbatim.toml")).await;
    let without = at_rest(&alone).await;
    println!("at rest: {with} KiB, by words alone {without} KiB");
    assert!(
        with <= AT_REST[0] && without <= AT_REST[1],
        "{with}, {without} KiB"
    );
}

/// What the program that `config` runs holds after one answer, in KiB.
#[cfg(all(target_os = "linux", target_env = "gnu", not(debug_assertions)))]
async fn at_rest(config: &Path) -> u64 {
    let fake = Fake::start().await;
    fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let began = Instant::now();
    let child = verbatim()
        .arg("run")
        .arg("--config")
        .arg(config)
        .envs([("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())])
        .env("RUST_LOG", "info")
        .spawn()
        .expect("the program starts");
    online(&fake).await;
    println!("ready and registered after {:?}", began.elapsed());
    alice.dm("section 3").reply().await;
    let resident = resident(&child);
    signal(&child, "-TERM");
    assert_eq!(end(child).await.0, Some(0));
    fake.finish().await;
    resident
}

/// What `child` holds in the machine's memory now, in KiB.
#[cfg(all(target_os = "linux", target_env = "gnu", not(debug_assertions)))]
fn resident(child: &Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id()));
    let status = status.expect("a program that runs");
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let resident = resident.and_then(|line| line.trim().strip_suffix(" kB"));
    resident.and_then(|kb| kb.parse().ok()).expect("a size")
}

/// How a header would show the token.
const TOKEN_SHOWN: &str = "Bot tok";
