//! What servers taught, worked out once for each and thrown away when it changes.

use super::Served;
use crate::press::Key;
use crate::search::Taught;
use crate::store::Lesson;
use crate::who::GuildId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
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
    held: Mutex<HashMap<Place, Held>>,
}

/// One server's lessons about one article.
type Place = (GuildId, Key);

#[derive(Debug)]
struct Held {
    lessons: Arc<[Lesson]>,
    /// Empty while somebody works it out.
    taught: Arc<OnceLock<Arc<Taught>>>,
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
        let place = (guild, served.key());
        self.at(place, lessons, now, || worked_out(served, lessons.iter()))
    }

    /// What `lessons` teach at `place`, by `work` if nobody worked it out yet. Whoever needs the same waits for it; the
    /// others do not.
    fn at(
        &self,
        place: Place,
        lessons: &Arc<[Lesson]>,
        now: Instant,
        work: impl FnOnce() -> Taught,
    ) -> Arc<Taught> {
        let taught = self.place(place, lessons, now);
        Arc::clone(taught.get_or_init(|| Arc::new(work())))
    }

    /// Where what `lessons` teach at `place` stands, or will.
    fn place(
        &self,
        place: Place,
        lessons: &Arc<[Lesson]>,
        now: Instant,
    ) -> Arc<OnceLock<Arc<Taught>>> {
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
        let taught = Arc::default();
        let known = Held {
            lessons: Arc::clone(lessons),
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

    fn held(&self) -> MutexGuard<'_, HashMap<Place, Held>> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;
    use std::thread;

    /// By then whoever waits for nobody is done, however busy the machine is.
    const LONG_SINCE: Duration = Duration::from_secs(20);

    fn lessons() -> Arc<[Lesson]> {
        let lesson = Lesson {
            number: 1,
            article: "an-article".to_owned(),
            section: "a-section".to_owned(),
            words: "why".to_owned(),
        };
        Arc::new([lesson])
    }

    fn place(guild: u64) -> Place {
        (GuildId(guild), Key::of("an-article"))
    }

    #[test]
    fn while_one_server_is_worked_out_no_other_waits() {
        let (learned, now) = (Arc::new(Learned::default()), Instant::now());
        let ours = lessons();
        let (begin, begun) = channel();
        let (end, ended) = channel::<()>();
        let slow = thread::spawn({
            let (learned, ours) = (Arc::clone(&learned), Arc::clone(&ours));
            move || {
                learned.at(place(1), &ours, now, || {
                    begin.send(()).expect("somebody waits");
                    let _ = ended.recv();
                    Taught::default()
                })
            }
        });
        begun.recv_timeout(LONG_SINCE).expect("it is worked out");
        let (tell, told) = channel();
        thread::spawn({
            let learned = Arc::clone(&learned);
            move || {
                learned.at(place(2), &lessons(), now, Taught::default);
                learned.sweep(now);
                tell.send(learned.len()).expect("somebody waits");
            }
        });
        let others = told.recv_timeout(LONG_SINCE);
        drop(end);
        let taught = slow.join().expect("no panic");
        assert_eq!(others, Ok(2), "they were done while ours was worked out");
        let again = learned.at(place(1), &ours, now, || panic!("it is worked out already"));
        assert!(Arc::ptr_eq(&taught, &again));
    }

    #[test]
    fn other_lessons_are_worked_out_anew_and_unused_ones_let_go() {
        let (learned, now) = (Learned::default(), Instant::now());
        let (first, second) = (lessons(), lessons());
        let one = learned.at(place(1), &first, now, Taught::default);
        let other = learned.at(place(1), &second, now, Taught::default);
        assert!(!Arc::ptr_eq(&one, &other));
        assert_eq!(learned.len(), 1);
        learned.sweep(now + UNUSED);
        assert_eq!(learned.len(), 0);
    }
}
