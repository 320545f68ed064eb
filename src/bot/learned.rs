//! What servers taught, worked out once for each and thrown away when it changes.

use super::Served;
use crate::reply::Key;
use crate::search::Taught;
use crate::store::Lesson;
use crate::who::GuildId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Of so many servers and articles the lessons are held worked out: a hundred kilobytes each at most. Beyond it all
/// are worked out again when they are needed, which takes a millisecond.
const REMEMBERED: usize = 1_000;

/// So long the lessons of a server are held worked out after a question was last asked there: a conversation.
const UNUSED: Duration = Duration::from_secs(10 * 60);

/// The lessons of servers that taught something, as the search wants them.
#[derive(Debug, Default)]
pub(super) struct Learned {
    nothing: Arc<Taught>,
    held: Mutex<HashMap<(GuildId, Key), Held>>,
}

#[derive(Debug)]
struct Held {
    lessons: Arc<[Lesson]>,
    taught: Arc<Taught>,
    used: Instant,
}

impl Learned {
    /// What `guild` taught about `served` by its `lessons`, which is needed at `now`.
    pub(super) fn taught(
        &self,
        guild: GuildId,
        served: &Served,
        lessons: &Arc<[Lesson]>,
        now: Instant,
    ) -> Arc<Taught> {
        if lessons.is_empty() {
            return Arc::clone(&self.nothing);
        }
        let place = (guild, Key::of(served.article.slug.as_str()));
        let mut held = self.held();
        if let Some(held) = held.get_mut(&place)
            && Arc::ptr_eq(&held.lessons, lessons)
        {
            held.used = now;
            return Arc::clone(&held.taught);
        }
        if held.len() >= REMEMBERED {
            held.clear();
        }
        let taught = Arc::new(worked_out(served, lessons.iter()));
        let lessons = Arc::clone(lessons);
        let known = Held {
            lessons,
            taught: Arc::clone(&taught),
            used: now,
        };
        held.insert(place, known);
        taught
    }

    /// Lets go what nobody needed for a while at `now`: the lessons of a server that left, or took them out, too.
    pub(super) fn sweep(&self, now: Instant) {
        let unused = |held: &Held| now.saturating_duration_since(held.used) >= UNUSED;
        self.held().retain(|_, held| !unused(held));
    }

    /// Of how many servers and articles lessons are held.
    pub(super) fn len(&self) -> usize {
        self.held().len()
    }

    fn held(&self) -> MutexGuard<'_, HashMap<(GuildId, Key), Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `lessons` as the search wants them.
pub(super) fn worked_out<'l>(
    served: &'l Served,
    lessons: impl Iterator<Item = &'l Lesson>,
) -> Taught {
    let about = about(served, lessons);
    let words = about.map(|(lesson, section)| (lesson.words.as_str(), section));
    served.index.taught(words)
}

/// Those of `lessons` that are about `served`, each with the section that it names. One that the article no longer
/// has teaches nothing.
pub(super) fn about<'l>(
    served: &'l Served,
    lessons: impl Iterator<Item = &'l Lesson>,
) -> impl Iterator<Item = (&'l Lesson, usize)> {
    let article = &served.article;
    lessons.filter_map(move |lesson| {
        let mut sections = article.sections().iter();
        let section = sections.position(|section| section.id.as_str() == lesson.section)?;
        (lesson.article == article.slug.as_str()).then_some((lesson, section))
    })
}
