//! A direct message that its writer changed, answered anew.
//!
//! Where our answer stands it becomes the new one. Only a care card stays: what was said was said, and whoever takes it
//! back may still want the lines. Which message was answered by which of ours is known for a quarter of an hour, in this
//! process alone; nothing of their words.

use super::Doors;
use crate::bot::{Recent, Request, Response};
use crate::content::phrases::FIRST_LANGUAGE;
use crate::discord::context::Context;
use crate::discord::outbound;
use crate::discord::typing::typing;
use crate::discord::{inbound, words};
use crate::reply::Reply;
use crate::who::Place;
use serenity::all::{Message, MessageId, Timestamp};
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::{Mutex, OwnedMutexGuard};

/// Whoever changes a message later than this looks for no answer any more: a conversation is over by then.
const YOUNG: Duration = Duration::from_secs(15 * 60);

/// So many messages are remembered, a hundred bytes each; who changes an older one is answered below it.
const REMEMBERED: usize = 10_000;

/// What came of the latest direct messages.
#[derive(Debug)]
pub(in crate::discord) struct Edits(Recent<u64, Arc<Mutex<Came>>>);

/// What came of a message, held by whoever answers it: the others wait.
pub(in crate::discord) type Fate = OwnedMutexGuard<Came>;

/// What came of a message.
#[derive(Debug, Default)]
pub(in crate::discord) struct Came {
    /// Our answer.
    answer: Option<MessageId>,
    /// Whether that is a care card.
    carded: bool,
    /// When its writer last changed it.
    changed: Option<Timestamp>,
}

impl Default for Edits {
    fn default() -> Edits {
        Edits(Recent::new(YOUNG, REMEMBERED))
    }
}

impl Edits {
    /// The fate of a message that has just come; nothing if it came before.
    fn begin(&self, message: MessageId, now: Instant) -> Option<Fate> {
        if self.0.get(message.get(), now).is_some() {
            return None;
        }
        self.of(message, now).try_lock_owned().ok()
    }

    /// What came of `message`.
    fn of(&self, message: MessageId, now: Instant) -> Arc<Mutex<Came>> {
        self.0.get(message.get(), now).unwrap_or_else(|| {
            let came = Arc::<Mutex<Came>>::default();
            self.0.put(message.get(), Arc::clone(&came), now);
            came
        })
    }

    /// Forgets what is over at `now`.
    pub(in crate::discord) fn sweep(&self, now: Instant) {
        self.0.sweep(now);
    }
}

impl Came {
    /// Notes that `reply` stands as `answer`.
    pub(super) fn answered(&mut self, answer: MessageId, reply: &Reply) {
        self.answer = Some(answer);
        self.carded = reply.is_card();
    }

    /// Whether its writer changed it again; `at` is noted.
    fn is_news(&mut self, at: Timestamp) -> bool {
        let news = self.changed.is_none_or(|last| last < at);
        self.changed = self.changed.max(Some(at));
        news
    }

    /// The answer that may become another.
    fn replaceable(&self) -> Option<MessageId> {
        self.answer.filter(|_| !self.carded)
    }
}

impl Doors {
    /// Holds the fate of a person's direct message from the moment it came.
    pub(in crate::discord) fn begin(&self, message: &Message) -> Option<Fate> {
        let theirs = message.guild_id.is_none() && !message.author.bot;
        let begun = || self.edits.begin(message.id, Instant::now());
        theirs.then(begun).flatten()
    }

    /// Answers a direct message anew that its writer changed while it was young.
    pub(in crate::discord) async fn edited(&self, context: Context, message: Message) {
        let asked = inbound::asked(&message, context.me());
        let (Some(Request::Message(_)), Some(at)) = (asked, message.edited_timestamp) else {
            return;
        };
        if !is_young(message.timestamp, at) {
            return;
        }
        let mut fate = self.edits.of(message.id, Instant::now()).lock_owned().await;
        if !fate.is_news(at) {
            return;
        }
        let (words, bot) = (words::said(&message), self.bot());
        let language = bot.knowledge.language_of(&words).unwrap_or(FIRST_LANGUAGE);
        let asker = inbound::writer(&message, language.to_owned(), false);
        let (way, channel) = (self.way(&context), message.channel_id);
        let answer = pin!(self.answer(asker, Place::Dm, Ok(Request::Edited(words))));
        let Response::Reply(reply) = typing(way, channel, answer).await else {
            return;
        };
        if let Some(answer) = fate.replaceable()
            && outbound::change(way, channel, answer, &reply).await
        {
            return fate.answered(answer, &reply);
        }
        // Each change has a number of its own, or Discord would take its answer for the one that stands.
        let change = at.unix_timestamp_nanos() / 1_000_000;
        let change = u64::try_from(change).unwrap_or_default();
        let number = MessageId::new(message.id.get().wrapping_add(change).max(1));
        if let Some(answer) = outbound::answer(way, channel, number, false, &reply).await {
            fate.answered(answer, &reply);
        }
    }
}

/// Whether a message written at `written` was changed soon enough, by Discord's own clock.
fn is_young(written: Timestamp, changed: Timestamp) -> bool {
    (*changed - *written).unsigned_abs() < YOUNG
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_of_a_message_is_known_for_a_quarter_of_an_hour_and_bounded() {
        let (edits, start) = (Edits::default(), Instant::now());
        let first = edits.begin(MessageId::new(1), start);
        assert!(first.is_some() && edits.begin(MessageId::new(1), start).is_none());
        for id in 1..=REMEMBERED as u64 + 9 {
            edits.of(MessageId::new(id), start);
        }
        assert_eq!(edits.0.len(), REMEMBERED);
        edits.sweep(start + YOUNG);
        assert_eq!(edits.0.len(), 0);
    }
}
