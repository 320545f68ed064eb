//! What the operator signals to a program that has only begun to start.

use super::{TOKEN, database, end, on_rain, online, signal, tells, url, verbatim};
use crate::fake::Fake;
use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// A program reads its files within seconds, also on a busy machine.
const STARTING: Duration = Duration::from_secs(60);

/// How often is looked whether it does.
const LOOK: Duration = Duration::from_millis(20);

/// A program that reads its files, and waits for more of one of them until this is dropped.
struct Held {
    child: Child,
    content: PathBuf,
    rest: File,
}

impl Held {
    async fn start(name: &str, fake: &Fake) -> Held {
        let content = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        on_rain(&content, "Drops fall when they are heavy.");
        let pipe = pipe(&content);
        let child = verbatim()
            .arg("run")
            .arg("--content")
            .arg(&content)
            .envs([("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())])
            .env("DATABASE_URL", url(&database()))
            .spawn();
        let mut held = Held {
            child: child.expect("the program starts"),
            content,
            rest: written(&pipe).await,
        };
        // Who reads again need not wait.
        fs::remove_file(&pipe).expect("a pipe of ours");
        assert_eq!(held.child.try_wait().expect("a child of ours"), None);
        held
    }
}

/// A pipe where the encoder's first file would be.
fn pipe(content: &Path) -> PathBuf {
    let pipe = content.join("encoder/encoder.toml");
    fs::create_dir_all(content.join("encoder")).expect("a folder");
    drop(fs::remove_file(&pipe));
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo runs").success());
    pipe
}

/// The end of `pipe` that is written to, as soon as somebody reads the other.
async fn written(pipe: &Path) -> File {
    let mut looks = tokio::time::interval(LOOK);
    let began = Instant::now();
    loop {
        looks.tick().await;
        let mut options = OpenOptions::new();
        let options = options.write(true).custom_flags(libc::O_NONBLOCK);
        match options.open(pipe) {
            Ok(rest) => return rest,
            Err(error) => assert!(began.elapsed() < STARTING, "nobody reads it: {error}"),
        }
    }
}

#[tokio::test]
async fn who_asks_a_starting_program_to_read_anew_is_heard_once_it_serves() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let mut held = Held::start("starting-anew", &fake).await;
    signal(&held.child, "-HUP");
    on_rain(&held.content, "Drops drum on the roof.");
    drop(held.rest);
    tells(&mut held.child, "are read anew").await;
    online(&fake).await;
    let told = alice.dm("section 2").reply().await.text();
    assert!(told.contains("drum on the roof"), "{told}");
    signal(&held.child, "-TERM");
    let (code, told) = end(held.child).await;
    assert_eq!(code, Some(0), "{told}");
    fake.finish().await;
}

#[tokio::test]
async fn a_starting_program_that_is_told_to_end_does_so_at_once_and_cleanly() {
    for name in ["-TERM", "-INT"] {
        let fake = Fake::start().await;
        let held = Held::start(&format!("starting{name}"), &fake).await;
        signal(&held.child, name);
        let (code, told) = end(held.child).await;
        assert_eq!(code, Some(0), "{name}: {told}");
        assert!(fake.requests().is_empty(), "{name}");
        drop(held.rest);
        fake.finish().await;
    }
}
