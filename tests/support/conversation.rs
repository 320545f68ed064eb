//! A whole talk: a fake Discord, the bots in it, and an end that no test can forget.

use super::{Running, bot, options, start_bot, start_with};
use crate::fake::Fake;
use std::cell::RefCell;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Builder;
use verbatim::bot::{Bot, Knowledge};
use verbatim::discord::Options;

/// A fake Discord, which it reads as, and the bot that was started in it.
pub struct Conversation {
    fake: Fake,
    bot: RefCell<Option<Running>>,
}

/// Opens a Discord, lets `talk` happen, stops the bot if one still runs, and reads what Discord refused. Gives what the
/// talk gave.
///
/// # Panics
///
/// If the bot does not end cleanly, or Discord refused what nobody expected.
#[track_caller]
pub fn conversation<T>(talk: impl AsyncFnOnce(&Conversation) -> T) -> T {
    let runtime = Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let c = Conversation {
            fake: Fake::start().await,
            bot: RefCell::default(),
        };
        let said = talk(&c).await;
        if c.bot.borrow().is_some() {
            c.stop().await;
        }
        c.fake.finish().await;
        said
    })
}

impl Conversation {
    /// Starts the bot of most conversations and waits until it is online and its commands stand.
    pub async fn start(&self) {
        self.start_bot(bot().await).await;
    }

    /// The same with a bot of the test's own.
    pub async fn start_bot(&self, bot: Bot) {
        self.holds(start_bot(&self.fake, bot).await);
    }

    /// Starts `bot` in its own way and waits for nothing.
    pub fn start_with(&self, bot: Bot, options: Options) {
        self.holds(start_with(bot, options));
    }

    /// How a bot reaches this Discord unless told otherwise.
    pub fn options(&self) -> Options {
        options(&self.fake)
    }

    /// Stops the bot and starts another, which remembers nothing.
    pub async fn restart(&self) {
        self.restart_as(bot().await).await;
    }

    pub async fn restart_as(&self, bot: Bot) {
        self.stop_to_start().await;
        self.start_bot(bot).await;
    }

    /// Stops the bot, and lets the time go by after which Discord takes another start.
    pub async fn stop_to_start(&self) {
        self.stop().await;
        // Discord takes one identify in five seconds.
        self.pass(Duration::from_secs(5));
    }

    /// Stops the bot as the operator does.
    pub async fn stop(&self) {
        let bot = self.bot.take().expect("a bot that was started");
        bot.stop().await.expect("a clean end");
    }

    /// Lets the bot know this from now on.
    pub fn knows(&self, knowledge: Arc<Knowledge>) {
        let bot = self.bot.borrow();
        bot.as_ref()
            .expect("a bot that was started")
            .knows(knowledge);
    }

    fn holds(&self, bot: Running) {
        let before = self.bot.replace(Some(bot));
        assert!(before.is_none(), "two bots in one conversation");
    }
}

impl Deref for Conversation {
    type Target = Fake;

    fn deref(&self) -> &Fake {
        &self.fake
    }
}
