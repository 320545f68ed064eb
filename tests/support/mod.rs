//! A bot of ours against a Discord of ours: the real client between them.

#![allow(dead_code, reason = "each test binary uses another part")]

mod conversation;

pub use conversation::{Conversation, conversation};

use crate::fake::{Fake, TOKEN};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;
use verbatim::bot::{Bot, Knowledge, Now};
use verbatim::config::{Network, Shards};
use verbatim::content::Library;
use verbatim::discord::{Keeping, Options, Pace, Stop, Token, line, serve};
use verbatim::encoder::Encoder;
use verbatim::settings::{Change, Channels, Mentions};
use verbatim::store::{Location, OpenError, Store};
use verbatim::who::{Asker, GuildId, Member, UserId};

/// What was learned is the same for every test.
const LEARNED: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/learned");

/// What the first article's author wrote. The index is built once a process.
pub fn knowledge() -> Arc<Knowledge> {
    static KNOWLEDGE: OnceLock<Arc<Knowledge>> = OnceLock::new();
    let knowledge = KNOWLEDGE.get_or_init(|| knowledge_of(Path::new("content")));
    Arc::clone(knowledge)
}

pub fn knowledge_of(content: &Path) -> Arc<Knowledge> {
    let library = Library::load(content).expect("the content has no mistakes");
    Arc::new(
        Knowledge::kept_in(Path::new(LEARNED), library).expect("the care files have no mistakes"),
    )
}

/// A bot whose encoder reads, which hears other languages than the article's.
pub async fn reading() -> Bot {
    static READING: OnceLock<Arc<Knowledge>> = OnceLock::new();
    let knowledge = READING.get_or_init(|| {
        let library = Library::load(Path::new("content")).expect("the content has no mistakes");
        let knowledge = Knowledge::kept_in(Path::new(LEARNED), library)
            .expect("the care files have no mistakes");
        let encoder = Encoder::open(Path::new("content/encoder")).expect("the encoder's files");
        Arc::new(knowledge.reading_with(encoder))
    });
    Bot::new(Arc::clone(knowledge), Home::new().store().await, TOKEN)
}

/// A bot that told nobody anything yet, for servers that never chose.
pub async fn bot() -> Bot {
    bot_with(&Home::new()).await
}

/// The same with what was kept in `home`.
pub async fn bot_with(home: &Home) -> Bot {
    Bot::new(knowledge(), home.store().await, TOKEN)
}

/// The server in most conversations.
pub const GUILD: GuildId = GuildId(500);

/// A bot whose moderators in [`GUILD`] let it answer mentions in every channel.
pub async fn heard() -> Bot {
    let bot = bot().await;
    choose(&bot, Change::Mentions(Mentions::In(Channels::All))).await;
    bot
}

/// Makes a change in [`GUILD`] as its owner.
pub async fn choose(bot: &Bot, change: Change) {
    set(&bot.store, change).await;
}

/// The same beside a bot that keeps its choices in `store`.
pub async fn set(store: &Store, change: Change) {
    let owner = Member {
        guild: GUILD,
        manages_server: true,
        roles: Vec::new(),
    };
    let moderator = owner.moderator(&BTreeSet::new()).expect("the owner");
    let now = OffsetDateTime::now_utc();
    let made = store.change(moderator, UserId(1), change, now).await;
    made.expect("a change that is allowed");
}

/// Somebody who asked nothing yet, each time another: one person asks no more than a few questions a minute.
pub fn somebody() -> Asker {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    Asker {
        user: UserId(COUNT.fetch_add(1, Ordering::Relaxed)),
        language: "en-US".to_owned(),
        common: "en-US".to_owned(),
        member: None,
    }
}

/// That moment, by the test's own clock.
pub fn at(instant: Instant) -> Now {
    Now {
        instant,
        time: OffsetDateTime::now_utc(),
    }
}

pub async fn bot_of(content: &Path) -> Bot {
    Bot::new(knowledge_of(content), Home::new().store().await, TOKEN)
}

/// A folder with two short articles that nobody wrote anything about.
pub fn two_articles() -> &'static Path {
    static WRITTEN: OnceLock<&Path> = OnceLock::new();
    WRITTEN.get_or_init(|| {
        let dir = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/two"));
        let text = "# On Rain\n\n## 1. Clouds\n\nClouds gather water.\n\n## 2. Drops\n\nDrops fall when they are heavy.\n\n## Closing\n\nTake a coat.\n";
        written(&dir.join("on-rain/article.md"), text);
        let text = "# All About Tea\n\n## 1. Leaves\n\nLeaves are picked.\n\n## Closing\n\nDrink it hot.\n";
        written(&dir.join("all-about-tea/article.md"), text);
        dir
    })
}

pub fn written(file: &Path, text: &str) {
    let folder = file.parent().expect("a folder around it");
    std::fs::create_dir_all(folder).expect("a folder");
    std::fs::write(file, text).expect("a file");
}

/// Where a bot keeps what moderators choose: a file of its own, which outlives the bot and not the test run.
#[derive(Clone)]
pub struct Home(PathBuf);

impl Home {
    pub fn new() -> Home {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("homes")
            .join(name);
        drop(std::fs::remove_dir_all(&folder));
        Home::in_folder(&folder)
    }

    /// The same in a folder of the test's own.
    pub fn in_folder(folder: &Path) -> Home {
        Home(folder.join("verbatim.db"))
    }

    /// The database file.
    pub fn file(&self) -> &Path {
        &self.0
    }

    /// Whether `words` stand in any file beside the database.
    pub fn holds(&self, words: &str) -> bool {
        let folder = self.0.parent().expect("a folder around it");
        let files = std::fs::read_dir(folder).expect("the folder");
        let mut files = files.map(|file| std::fs::read(file.expect("a file").path()));
        files.any(|file| {
            let file = file.expect("a file of ours");
            file.windows(words.len()).any(|at| at == words.as_bytes())
        })
    }

    /// Lets the database file be written, or only read.
    pub fn may_write(&self, may: bool) {
        use std::os::unix::fs::PermissionsExt;
        let mode = if may { 0o600 } else { 0o400 };
        let permissions = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(&self.0, permissions).expect("a file of ours");
    }

    /// The store, as soon as whoever had it before lets go of it: one that was stopped while it wiped its file finishes
    /// that.
    pub async fn store(&self) -> Store {
        let start = Instant::now();
        let mut looks = tokio::time::interval(LOOK);
        loop {
            looks.tick().await;
            match Store::open(&Location::File(self.0.clone())).await {
                Err(OpenError::InUse(_)) if start.elapsed() < PATIENCE => (),
                opened => return opened.expect("a store of its own"),
            }
        }
    }
}

/// A bot that serves a fake Discord.
pub struct Running {
    stop: oneshot::Sender<()>,
    serving: watch::Sender<Arc<Bot>>,
    ended: JoinHandle<Result<(), Stop>>,
}

/// As patient as usual, but in a hurry between tries: what is a minute elsewhere is less than a second.
pub fn pace() -> Pace {
    Pace {
        first_pause: Duration::from_millis(10),
        minute: Duration::from_millis(600),
        tell: Duration::from_millis(10),
        ..Pace::default()
    }
}

/// Reaches Discord itself, as the program does unless it is told of a proxy.
pub fn options(fake: &Fake) -> Options {
    Options {
        token: Token::new(TOKEN).expect("a token"),
        proxy: None,
        network: Network::Open,
        line: fake.reached_by(line(PATIENCE)).build().expect("a client"),
        shards: Shards::All,
        keeping: Keeping::Nowhere,
        pace: pace(),
        vitals: Arc::default(),
    }
}

/// How often is looked whether a file is free.
const LOOK: Duration = Duration::from_millis(10);

/// As the program's. No test waits so long.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reaches Discord by a proxy, which keeps the rate limits.
pub fn by_proxy(fake: &Fake) -> Options {
    Options {
        proxy: Some(fake.base()),
        ..options(fake)
    }
}

/// Starts the bot and waits until it is online and its commands stand.
pub async fn start(fake: &Fake) -> Running {
    start_bot(fake, bot().await).await
}

pub async fn start_bot(fake: &Fake, bot: Bot) -> Running {
    let running = start_with(bot, options(fake));
    fake.ready().await;
    running
}

/// Starts the bot and waits for nothing.
pub fn start_with(bot: Bot, options: Options) -> Running {
    let (stop, stopped) = oneshot::channel();
    let stopped = async { stopped.await.unwrap_or(()) };
    let (serving, bot) = watch::channel(Arc::new(bot));
    Running {
        stop,
        serving,
        ended: tokio::spawn(serve(bot, options, stopped)),
    }
}

/// Stops the bot and starts another, which remembers nothing.
pub async fn restart(fake: &Fake, first: Running) -> Running {
    restart_as(fake, first, bot().await).await
}

pub async fn restart_as(fake: &Fake, first: Running, bot: Bot) -> Running {
    first.stop().await.expect("a clean end");
    // Discord takes one identify in five seconds.
    fake.pass(Duration::from_secs(5));
    start_bot(fake, bot).await
}

impl Running {
    /// Lets the bot know this from now on.
    pub fn knows(&self, knowledge: Arc<Knowledge>) {
        let bot = self.serving.borrow().knowing(knowledge);
        self.serving.send_replace(Arc::new(bot));
    }

    /// Stops the bot as the operator does, and gives how it ended.
    pub async fn stop(self) -> Result<(), Stop> {
        // A bot that ended already hears nothing.
        let _ = self.stop.send(());
        self.ended.await.expect("the bot does not panic")
    }

    /// Waits until the bot ends by itself.
    pub async fn ends(self) -> Result<(), Stop> {
        let ended = self.ended.await.expect("the bot does not panic");
        drop(self.stop);
        ended
    }
}
