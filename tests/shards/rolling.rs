//! Three processes are replaced one after the other while people ask, and one is killed: the program itself, as it is run.

use crate::database;
use crate::fake::{Channel, Exchange, Fake, TOKEN};
use serde_json::json;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::interval;

/// Fifty questions a second.
const BETWEEN_QUESTIONS: Duration = Duration::from_millis(20);
/// A start takes seconds where nothing is optimised, and several at once share what processors there are.
const STARTING: Duration = Duration::from_secs(120);
/// Two beginnings of a session, an answer and a slow machine.
const SETTLING: Duration = Duration::from_secs(40);
/// For so long Discord takes the answer to a press.
const TAKEN: Duration = Duration::from_secs(3);
/// How long a shard may be nobody's after a death.
const TAKEN_OVER: Duration = Duration::from_secs(10);
/// How often is looked at what says nothing by itself.
const LOOK: Duration = Duration::from_millis(20);

/// So many have asked before one dies: three seconds of them.
const BEFORE_DEATH: usize = 150;

const SHARDS: u64 = 3;
/// What everybody asks, and a word of its answer.
const QUESTION: &str = "section 2";
const ANSWER: &str = "when they are heavy";

/// One process that serves one of the shards, whichever is free.
pub struct Process {
    child: Child,
    told: Arc<Mutex<String>>,
}

impl Process {
    pub fn start(fake: &Fake, url: &str, shards: &str) -> Process {
        let mut child = Command::new(env!("CARGO_BIN_EXE_verbatim"))
            .arg("run")
            .args(["--content".as_ref(), content().as_os_str()])
            .args(["--config".as_ref(), config().as_os_str()])
            .envs([("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())])
            .envs([("DATABASE_URL", url), ("VERBATIM_SHARDS", shards)])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let lines = BufReader::new(child.stderr.take().expect("it is piped")).lines();
        let told = Arc::<Mutex<String>>::default();
        let heard = Arc::clone(&told);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let mut told = heard.lock().expect("no panic under this lock");
                told.push_str(&line);
                told.push('\n');
            }
        });
        Process { child, told }
    }

    fn told(&self) -> String {
        self.told.lock().expect("no panic under this lock").clone()
    }

    /// Waits until it told `words`.
    async fn tells(&self, words: &str) {
        let start = Instant::now();
        while !self.told().contains(words) {
            assert!(
                start.elapsed() < STARTING,
                "no `{words}` in:\n{}",
                self.told()
            );
            tokio::time::sleep(LOOK).await;
        }
    }

    fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([name, &id]).status();
        assert!(sent.expect("kill runs").success());
    }

    /// Waits for its end.
    async fn ends(mut self) -> Option<i32> {
        let ended = spawn_blocking(move || self.child.wait()).await;
        ended.expect("no panic").expect("it ends").code()
    }

    /// Stops it as an operator does.
    pub async fn stops(self) {
        self.signal("-TERM");
        let told = Arc::clone(&self.told);
        let code = self.ends().await;
        assert_eq!(code, Some(0), "{}", told.lock().expect("no panic"));
    }
}

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("rolling-{}", std::process::id()))
}

/// A short article: what is measured here is not how it is searched.
pub fn content() -> PathBuf {
    folder().join("content")
}

pub fn config() -> PathBuf {
    folder().join("verbatim.toml")
}

pub fn write_files() {
    let article = content().join("on-rain/article.md");
    fs::create_dir_all(article.parent().expect("a folder")).expect("a folder");
    let text = format!(
        "# On Rain\n\n## 1. Clouds\n\nClouds gather water.\n\n## 2. Drops\n\nDrops fall {ANSWER}.\n\n## Closing\n\nTake a coat.\n"
    );
    fs::write(article, text).expect("a file");
    let database = folder().join("verbatim.db");
    let config_text = format!(
        "[answer]\nencoder = false\n[store]\nfile = \"{}\"\n",
        database.display()
    );
    fs::write(config(), config_text).expect("a file");
}

/// People who ask, each once, in direct messages and in servers of every shard.
struct People {
    enough: watch::Sender<bool>,
    asked: Arc<AtomicUsize>,
    asking: JoinHandle<Vec<Asked>>,
}

struct Asked {
    at: Instant,
    in_private: bool,
    what: Exchange,
}

impl People {
    fn ask(fake: &Fake, group: &'static str, channels: &[Channel]) -> People {
        let (enough, mut stop) = watch::channel(false);
        let (discord, channels) = (fake.hold_on(), channels.to_vec());
        let count = Arc::<AtomicUsize>::default();
        let counted = Arc::clone(&count);
        let asking = tokio::spawn(async move {
            let mut asked = Vec::new();
            let mut ticks = interval(BETWEEN_QUESTIONS);
            loop {
                tokio::select! {
                    _ = ticks.tick() => (),
                    _ = stop.changed() => return asked,
                }
                let number = asked.len();
                let asker = discord.user(&format!("{group}-{number}"));
                // Every other one in private, the others in one server after the other.
                let in_private = number.is_multiple_of(2);
                let what = match in_private {
                    true => asker.dm(QUESTION),
                    false => {
                        let channel = &channels[number / 2 % channels.len()];
                        asker.slash(channel, "ask", json!({ "question": QUESTION }))
                    }
                };
                asked.push(Asked {
                    at: Instant::now(),
                    in_private,
                    what,
                });
                counted.store(asked.len(), Ordering::Relaxed);
            }
        });
        People {
            enough,
            asked: count,
            asking,
        }
    }

    /// Waits until so `many` have asked.
    async fn have_asked(&self, fake: &Fake, many: usize) {
        fake.wait_within(SETTLING, "so many questions", |_| {
            (self.asked.load(Ordering::Relaxed) >= many).then_some(())
        })
        .await;
    }

    /// Lets nobody ask any more; what was asked, once all of it that can be is answered.
    async fn enough(self, fake: &Fake) -> Vec<Asked> {
        self.enough.send_replace(true);
        let asked = self.asking.await.expect("no panic");
        let since = Instant::now();
        fake.wait_within(SETTLING, "every answer", |_| {
            let open = asked.iter().filter(|asked| asked.what.answers() == 0);
            // A press that waited for longer is lost.
            let open = open.filter(|asked| asked.in_private || since.elapsed() < 2 * TAKEN);
            (open.count() == 0).then_some(())
        })
        .await;
        asked
    }
}

/// Tells what came of all that was `asked`; what was lost. Nothing was answered twice.
fn told<'a>(what: &str, asked: &'a [Asked]) -> Vec<&'a Asked> {
    let lost: Vec<&Asked> = asked.iter().filter(|it| it.what.answers() == 0).collect();
    let twice = asked.iter().filter(|it| it.what.answers() > 1).count();
    let (all, gone) = (asked.len(), lost.len());
    println!("{what}: of {all} questions {gone} were lost and {twice} answered twice");
    assert_eq!(twice, 0);
    lost
}

/// Waits until every shard is served, by one session each, after so many in all.
pub async fn settled(fake: &Fake, shards: u64, identified: usize) {
    fake.wait_within(STARTING, "every shard to be served once", |fake| {
        let mut online = fake.online();
        online.sort_unstable();
        let all: Vec<(u64, u64)> = (0..shards).map(|shard| (shard, shards)).collect();
        (online == all && fake.identifies() == identified && fake.commands().is_some())
            .then_some(())
    })
    .await;
}

/// Where the server of `shard` is asked.
fn channel(fake: &Fake, shard: u64) -> Channel {
    fake.guild((shard << 22) + 500).channel("general")
}

#[tokio::test]
async fn no_question_is_lost_while_three_processes_are_replaced() {
    let Some(url) = database("rolling").await else {
        return;
    };
    write_files();
    let fake = Fake::start().await;
    fake.shards(SHARDS);
    fake.max_concurrency(16);
    let channels: Vec<Channel> = (0..SHARDS).map(|shard| channel(&fake, shard)).collect();
    let start = || Process::start(&fake, &url, "1 of 3");
    let mut serving = vec![start(), start(), start()];
    settled(&fake, SHARDS, 3).await;

    let people = People::ask(&fake, "patient", &channels);
    for replaced in 0..3 {
        let spare = start();
        spare.tells("waiting for it to stop").await;
        serving.push(spare);
        serving.remove(0).stops().await;
        settled(&fake, SHARDS, 4 + replaced).await;
    }
    let asked = people.enough(&fake).await;
    assert_eq!(
        fake.resumes(),
        3,
        "each went on with the session of the one before"
    );
    let lost = told("three replaced", &asked);
    assert_eq!(lost.len(), 0);
    for asked in asked {
        let reply = asked.what.reply().await;
        assert!(reply.text().contains(ANSWER), "{}", reply.text());
    }
    assert_eq!(fake.violations(), Vec::<String>::new());

    // Now the one that hears direct messages dies, and a spare one stands by.
    let spare = start();
    spare.tells("waiting for it to stop").await;
    let hears = |process: &Process| process.told().contains("Connected to Discord. shard=0");
    let place = serving
        .iter()
        .position(hears)
        .expect("one serves the first shard");
    let people = People::ask(&fake, "unlucky", &channels);
    people.have_asked(&fake, BEFORE_DEATH).await;
    let killed = serving.remove(place);
    let resumed = fake.resumes();
    killed.signal("-KILL");
    let death = Instant::now();
    killed.ends().await;
    serving.push(spare);
    fake.wait_within(TAKEN_OVER, "a successor", |fake| {
        (fake.resumes() > resumed).then_some(())
    })
    .await;
    let gap = death.elapsed();
    println!("one killed: its shard was had again after {gap:?}");
    settled(&fake, SHARDS, 7).await;
    let asked = people.enough(&fake).await;
    for lost in told("one killed", &asked) {
        assert!(!lost.in_private, "a direct message was lost");
        let on_its_way = lost.at < death + gap && lost.at + TAKEN > death;
        assert!(on_its_way, "a press was lost without need");
    }
    fake.gives_up();
    // What the dead one answered in its last seconds is told again, and Discord takes no second answer.
    let known = ["answered twice", "answered later than three seconds"];
    let others = fake.take_violations().into_iter();
    let others = others.filter(|fault| !known.iter().any(|known| fault.contains(known)));
    assert_eq!(others.collect::<Vec<_>>(), Vec::<String>::new());
    for process in serving {
        process.stops().await;
    }
    fake.finish().await;
}

/// Discord lets one session begin in five seconds; the fake refuses a second.
#[tokio::test]
async fn processes_that_start_together_take_turns_to_begin() {
    let Some(url) = database("together").await else {
        return;
    };
    write_files();
    let fake = Fake::start().await;
    fake.shards(2);
    let begins = Instant::now();
    let both = ["0/2", "1/2"].map(|shards| Process::start(&fake, &url, shards));
    fake.wait_within(STARTING, "both shards", |fake| {
        (fake.online().len() == 2).then_some(())
    })
    .await;
    println!("both stand after {:?}", begins.elapsed());
    for process in both {
        process.stops().await;
    }
    fake.finish().await;
}
