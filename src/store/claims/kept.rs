//! A shard whose lock we have, and what is written of its session.

use super::{Held, Standing};
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::time::Instant;

/// How often it is looked how far sessions were heard.
const NOTING: Duration = Duration::from_secs(1);

/// What was heard so long ago is answered by now, and need not be told again after a death. What is told twice is answered
/// once: Discord takes no second answer.
const ANSWERED: Duration = Duration::from_secs(5);

/// How often it is written that a session goes on though nothing was said: a few times in the minutes that Discord keeps
/// it for.
const STANDING: Duration = Duration::from_secs(60);

/// A shard that is ours.
pub(super) struct Kept {
    pub(super) held: Arc<Held>,
    pub(super) given: Given,
    pub(super) noted: Option<Standing>,
    pub(super) noted_at: Instant,
    /// How far the session was heard in the last seconds, and when.
    heard: VecDeque<(Instant, u64)>,
}

#[derive(PartialEq)]
pub(super) enum Given {
    /// Not before then: somebody may just be letting go of it.
    At(Instant),
    Already,
}

impl Kept {
    pub(super) fn new(held: Held, given: Given, now: Instant) -> Kept {
        Kept {
            held: Arc::new(held),
            given,
            noted: None,
            noted_at: now,
            heard: VecDeque::new(),
        }
    }

    /// What is to be written of the session at `now`, if anything: where all that was asked is answered.
    pub(super) fn due(&mut self, now: Instant) -> Option<Standing> {
        let session = self.held.session().clone()?;
        if self
            .noted
            .as_ref()
            .is_none_or(|noted| noted.id != session.id)
        {
            self.heard.clear();
            return Some(Standing {
                sequence: self.held.began_at.load(Ordering::Acquire),
                ..session
            });
        }
        let last = self.heard.back();
        if last.is_none_or(|(at, _)| now - *at >= NOTING) {
            self.heard.push_back((now, session.sequence));
        }
        let mut sequence = self.noted.as_ref()?.sequence;
        while let Some((at, heard)) = self.heard.front().copied()
            && now - at >= ANSWERED
        {
            sequence = sequence.max(heard);
            self.heard.pop_front();
        }
        let due = Standing {
            sequence,
            ..session
        };
        let is_news = self.noted.as_ref() != Some(&due);
        (is_news || now - self.noted_at >= STANDING).then_some(due)
    }
}
