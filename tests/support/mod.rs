//! A bot of ours against a Discord of ours: the real client between them.

#![allow(dead_code, reason = "each test binary uses another part")]

use crate::fake::{Fake, TOKEN};
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use verbatim::bot::{Bot, Told};
use verbatim::content::Library;
use verbatim::discord::{Options, Pace, Stop, Token, serve};

/// A bot that told nobody anything yet. The index is built once a process.
pub fn bot() -> Bot {
    static BOT: OnceLock<Bot> = OnceLock::new();
    let bot = BOT.get_or_init(|| bot_of(Path::new("content")));
    Bot {
        shelf: Arc::clone(&bot.shelf),
        care: Arc::clone(&bot.care),
        phrases: Arc::clone(&bot.phrases),
        told: Told::default(),
    }
}

pub fn bot_of(content: &Path) -> Bot {
    let library = Library::load(content).expect("the content has no mistakes");
    Bot::build(library).expect("the care files have no mistakes")
}

/// A bot that serves a fake Discord.
pub struct Running {
    stop: oneshot::Sender<()>,
    ended: JoinHandle<Result<(), Stop>>,
}

/// As patient as usual, but in a hurry between tries.
pub fn pace() -> Pace {
    Pace {
        first_pause: Duration::from_millis(10),
        ..Pace::default()
    }
}

pub fn options(fake: &Fake) -> Options {
    Options {
        token: Token::new(TOKEN).expect("a token"),
        proxy: Some(fake.base()),
        pace: pace(),
    }
}

/// Starts the bot and waits until it is online and its commands stand.
pub async fn start(fake: &Fake) -> Running {
    start_bot(fake, bot()).await
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
    Running {
        stop,
        ended: tokio::spawn(serve(Arc::new(bot), options, stopped)),
    }
}

/// Stops the bot and starts another, which remembers nothing.
pub async fn restart(fake: &Fake, first: Running) -> Running {
    restart_as(fake, first, bot()).await
}

pub async fn restart_as(fake: &Fake, first: Running, bot: Bot) -> Running {
    first.stop().await.expect("a clean end");
    // Discord takes one identify in five seconds.
    fake.pass(Duration::from_secs(5));
    start_bot(fake, bot).await
}

impl Running {
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
