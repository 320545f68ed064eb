//! What lies on the author's desk: the last state of the files that had no mistake, the mistakes that came since, and
//! what was asked.

use super::door::Door;
use super::example::Proposal;
use super::measured::Measured;
use super::talk::Talk;
use super::{Options, Read};
use crate::bot::{Bot, Knowledge, Served};
use crate::config::Config;
use crate::content::Mistake;
use crate::store::Store;
use std::sync::Arc;
use std::sync::Mutex as Held;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::{Mutex, watch};

/// Everything the page shows, shared by all who look at it.
pub(super) struct Desk {
    pub(super) options: Options,
    pub(super) read: Read,
    pub(super) door: Door,
    store: Store,
    standing: watch::Sender<Arc<Standing>>,
    /// What is asked and pressed; one after the other, as in a conversation.
    pub(super) talk: Mutex<Talk>,
    /// The example that is being looked at.
    pub(super) proposal: Mutex<Option<Proposed>>,
    /// The coverage that was measured last.
    pub(super) measured: Held<Measured>,
    /// How often anything changed, for pages that follow.
    changes: AtomicU64,
    news: watch::Sender<u64>,
}

/// An example that may be kept, or why it cannot be one; or that it was kept.
pub(super) enum Proposed {
    Seen(Proposal),
    Refused(Vec<Mistake>),
    Written(String),
}

/// How the files stand.
#[derive(Default)]
pub(super) struct Standing {
    /// How often something without a mistake was read: states of `bot` are told apart by it.
    pub(super) number: u64,
    /// What answers: the last state without a mistake, if there was one yet.
    pub(super) bot: Option<Arc<Bot>>,
    /// What is wrong now.
    pub(super) mistakes: Vec<Mistake>,
}

impl Desk {
    pub(super) fn new(options: Options, read: Read, store: Store, door: Door) -> Desk {
        Desk {
            talk: Mutex::new(Talk::new(options.article.clone())),
            options,
            read,
            door,
            store,
            standing: watch::Sender::default(),
            proposal: Mutex::default(),
            measured: Held::default(),
            changes: AtomicU64::default(),
            news: watch::Sender::default(),
        }
    }

    /// How the files stand now.
    pub(super) fn standing(&self) -> Arc<Standing> {
        Arc::clone(&self.standing.borrow())
    }

    /// Takes over what was read: what has no mistake answers from now on, over mistakes the last good state stays. What
    /// was asked is asked again.
    pub(super) async fn take(&self, read: Result<(Knowledge, Config), Vec<Mistake>>) {
        let last = self.standing();
        let (number, last) = (last.number, last.bot.clone());
        let standing = match read {
            Ok((knowledge, config)) => Standing {
                number: number + 1,
                bot: Some(Arc::new(self.bot(last.as_deref(), knowledge, &config))),
                mistakes: Vec::new(),
            },
            Err(mistakes) => Standing {
                number,
                bot: last,
                mistakes,
            },
        };
        let anew = standing.mistakes.is_empty();
        let standing = Arc::new(standing);
        self.standing.send_replace(Arc::clone(&standing));
        if let Some(bot) = standing.bot.as_ref().filter(|_| anew) {
            self.talk.lock().await.again(bot).await;
        }
        self.changed();
    }

    /// A bot that answers from `knowledge`, and remembers what the `last` one did.
    fn bot(&self, last: Option<&Bot>, knowledge: Knowledge, config: &Config) -> Bot {
        let knowledge = Arc::new(knowledge);
        let bot = match last {
            Some(last) => last.knowing(knowledge),
            None => Bot::new(knowledge, self.store.clone(), &self.door.secret).unpaced(),
        };
        bot.leading_to(config.addresses.clone())
    }

    /// Tells every page that follows that there is something to see.
    pub(super) fn changed(&self) {
        let number = self.changes.fetch_add(1, Ordering::Relaxed) + 1;
        self.news.send_replace(number);
    }

    /// The number of the last change.
    pub(super) fn number(&self) -> u64 {
        *self.news.borrow()
    }

    /// What tells of changes.
    pub(super) fn news(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }
}

/// The article named `slug`, or the one that answers where nobody chose.
pub(super) fn served<'b>(bot: &'b Bot, slug: Option<&str>) -> &'b Served {
    let shelf = &bot.knowledge.shelf;
    let named = slug.and_then(|slug| shelf.named(slug));
    named.unwrap_or_else(|| shelf.default_article())
}
