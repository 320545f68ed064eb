//! A server with a moderator, a member and a bot, and what the moderator does on the panel.

use crate::fake::{Channel, Exchange, Guild, Person, Shown, TOKEN};
use crate::support::{Conversation, GUILD, Home, knowledge, set};
use serde_json::json;
use serenity::all::Permissions;
use std::sync::Arc;
use std::time::Duration;
use verbatim::bot::{Bot, Knowledge};
use verbatim::settings::{Change, Settings};
use verbatim::store::Store;

/// A server with a moderator and a member, and a bot in it.
pub struct Server<'c> {
    pub c: &'c Conversation,
    pub guild: Guild,
    pub general: Channel,
    pub mia: Person,
    pub ben: Person,
    pub store: Store,
    pub home: Home,
    knowledge: Arc<Knowledge>,
}

impl<'c> Server<'c> {
    pub async fn open(c: &'c Conversation) -> Server<'c> {
        Server::of(c, knowledge(), Home::new()).await
    }

    /// The same with a bot that knows this, and keeps what is chosen in `home`.
    pub async fn of(c: &'c Conversation, knowledge: Arc<Knowledge>, home: Home) -> Server<'c> {
        let guild = c.guild(GUILD.0);
        let general = guild.channel("general");
        let (mia, ben) = (c.user("mia"), c.user("ben"));
        let manager = guild.role("manager", Permissions::MANAGE_GUILD);
        guild.member(&mia, &[manager]);
        guild.member(&ben, &[]);
        let store = home.store().await;
        let bot = Bot::new(Arc::clone(&knowledge), store.clone(), TOKEN).undelayed();
        c.start_bot(bot).await;
        Server {
            c,
            guild,
            general,
            mia,
            ben,
            store,
            home,
            knowledge,
        }
    }

    pub async fn used_by(&self, person: &Person, subcommand: &str) -> Shown {
        let command = format!("settings {subcommand}");
        person
            .slash(&self.general, &command, json!({}))
            .reply()
            .await
    }

    /// The panel at one of its pages.
    pub async fn page(&self, page: &str) -> Shown {
        let panel = self.used_by(&self.mia, "panel").await;
        assert!(panel.ephemeral);
        self.chooses(&panel, page).await
    }

    /// The moderator chooses the option `label` of `message`.
    pub async fn chooses(&self, message: &Shown, label: &str) -> Shown {
        choose(&self.mia, message, label).reply().await
    }

    /// The moderator picks channels or roles from the menu `label` of `message`.
    pub async fn picks(&self, message: &Shown, label: &str, ids: &[u64]) -> Shown {
        pick(&self.mia, message, label, ids).reply().await
    }

    /// The moderator presses a button of `message`.
    pub async fn presses(&self, message: &Shown, button: &str) -> Shown {
        self.mia.press(message, button).reply().await
    }

    /// The moderator fills in the form behind a button of `message`.
    pub async fn fills(&self, message: &Shown, button: &str, fields: &[(&str, &str)]) -> Shown {
        let form = self.mia.press(message, button).modal().await;
        self.mia.submit(&form, fields).reply().await
    }

    /// The owner changes what is set, by no panel.
    pub async fn set(&self, change: Change) {
        set(&self.store, change).await;
    }

    pub async fn settings(&self) -> Arc<Settings> {
        self.store.settings(GUILD).await.expect("they can be read")
    }

    /// The same with a bot that was stopped and started anew, on the same database.
    pub async fn restart(mut self) -> Server<'c> {
        self.c.stop().await;
        self.store.close().await;
        drop(self.store);
        // Discord takes one identify in five seconds.
        self.c.pass(Duration::from_secs(5));
        self.store = self.home.store().await;
        let bot = Bot::new(Arc::clone(&self.knowledge), self.store.clone(), TOKEN).undelayed();
        self.c.start_bot(bot).await;
        self
    }
}

/// Chooses the option `label` of whichever menu has it.
#[track_caller]
pub fn choose(person: &Person, message: &Shown, label: &str) -> Exchange {
    for menu in message.selects() {
        let found = menu.options.iter().find(|(offered, _)| offered == label);
        if let Some((_, value)) = found {
            return person.select(message, &menu.custom_id, &[value]);
        }
    }
    panic!("no option `{label}`:\n{}", message.text());
}

/// Picks `ids` from the menu of channels or roles with this label.
#[track_caller]
pub fn pick(person: &Person, message: &Shown, label: &str, ids: &[u64]) -> Exchange {
    let mut menus = message.selects().into_iter();
    let menu = menus.find(|menu| menu.placeholder == label);
    let menu = menu.unwrap_or_else(|| panic!("no menu `{label}`:\n{}", message.text()));
    let ids: Vec<String> = ids.iter().map(u64::to_string).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    person.select(message, &menu.custom_id, &ids)
}

/// What a menu of channels or roles shows as picked.
pub fn picked(message: &Shown, label: &str) -> Vec<u64> {
    let mut menus = message.selects().into_iter();
    let menu = menus.find(|menu| menu.placeholder == label);
    menu.expect("the menu").picked
}
