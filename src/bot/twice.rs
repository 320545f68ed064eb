//! The same words from the same person in the same place, a moment apart: answered once.
//!
//! A thumb slips, a phone sends again. Compared by a checksum that only this process can make, for its key is drawn
//! anew at every start; the words themselves are not held.

use super::here::Here;
use super::recent::Recent;
use super::{Bot, Request};
use crate::answer::Talk;
use crate::who::{Place, UserId};
use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, Instant};

/// What comes again sooner was sent twice; who waits longer wants another answer.
const MOMENT: Duration = Duration::from_secs(5);

/// So many messages are remembered; more do not come within a moment.
const REMEMBERED: usize = 4_096;

/// What was said a moment ago, by checksums.
#[derive(Debug)]
pub(super) struct Said {
    key: RandomState,
    recent: Recent<(UserId, u64), ()>,
}

impl Default for Said {
    fn default() -> Said {
        Said {
            key: RandomState::new(),
            recent: Recent::new(MOMENT, REMEMBERED),
        }
    }
}

impl Said {
    /// Forgets what `user` said.
    pub(super) fn forget(&self, user: UserId) {
        self.recent.forget(|(other, _)| *other == user);
    }

    /// What `user` says in `place`, by its checksum.
    fn message(&self, user: UserId, place: Place, words: &str) -> (UserId, u64) {
        let place = match place {
            Place::Channel(channel) => Some(channel.id.0),
            Place::Dm | Place::Elsewhere => None,
        };
        (user, self.key.hash_one((place, words.trim())))
    }

    pub(super) fn sweep(&self, now: Instant) {
        self.recent.sweep(now);
    }

    pub(super) fn len(&self) -> usize {
        self.recent.len()
    }
}

impl Bot {
    /// Whether `request` is a message that its writer sent a moment ago. A command is always answered: Discord
    /// waits for it.
    pub(super) fn said_twice(&self, here: &Here<'_>, request: &Request) -> bool {
        let (Request::Message(words) | Request::Mention(words)) = request else {
            return false;
        };
        // Who says "next" twice wants the one after the next, and who says "no" twice something else again.
        let talk = self.knowledge.shelf.commands().talk(words);
        if matches!(
            talk,
            Some(Talk::More | Talk::Next | Talk::Previous | Talk::Amiss)
        ) {
            return false;
        }
        // Where nobody reads along, words of need are heard each time.
        let ear = self.served_in(here).article.about.rating.into();
        let care = &self.knowledge.care;
        if here.place == Place::Dm && care.signal(here.question(words), ear).is_some() {
            return false;
        }
        let message = self.lately.said.message(here.asker.user, here.place, words);
        !self.lately.said.recent.first(message, here.now.instant)
    }

    /// Forgets that `user` said `request` in `place`, whose answer did not reach them: they may say it again.
    pub fn unsaid(&self, user: UserId, place: Place, request: &Request) {
        if let Request::Message(words) | Request::Mention(words) = request {
            let message = self.lately.said.message(user, place, words);
            self.lately.said.recent.forget(|other| *other == message);
        }
    }
}
