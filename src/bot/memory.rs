//! What somebody read last in their direct messages, so that "more" and "next" mean something there.
//!
//! Only which section that was, what was offered and in which language, for a quarter of an hour, in this process alone;
//! not a word of what was asked.

use super::here::Here;
use super::press::position;
use super::recent::Recent;
use super::{Bot, Served};
use crate::answer::{Answer, Pick, Talk, after};
use crate::content::Article;
use crate::press::{After, Key, Press, Shown};
use crate::reply::pages;
use crate::search::EXCERPT_LIMIT;
use crate::who::{Place, UserId};
use std::time::{Duration, Instant};

/// Whoever comes back later begins anew.
const A_WHILE: Duration = Duration::from_secs(15 * 60);

/// So many people are remembered, two hundred bytes each.
const REMEMBERED: usize = 10_000;

/// Where a conversation stands.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Last {
    article: Key,
    /// What was read last, if anything was.
    read: Option<Bookmark>,
    /// The sections that were offered, in the order of their buttons.
    offered: Vec<Key>,
    /// Those that may have been meant instead of what was read.
    next: Vec<Key>,
}

/// A section, and which page of it; without one, an excerpt.
type Bookmark = (Key, Option<u8>);

/// Where people's conversations stand, and in which languages they go on.
#[derive(Debug)]
pub(super) struct Memory {
    last: Recent<UserId, Last>,
    spoken: Recent<UserId, Key>,
}

impl Default for Memory {
    fn default() -> Memory {
        Memory {
            last: Recent::new(A_WHILE, REMEMBERED),
            spoken: Recent::new(A_WHILE, REMEMBERED),
        }
    }
}

impl Memory {
    /// Forgets the conversation with `user`.
    pub(super) fn forget(&self, user: UserId) {
        self.last.forget(|other| *other == user);
        self.spoken.forget(|other| *other == user);
    }

    pub(super) fn sweep(&self, now: Instant) {
        self.last.sweep(now);
        self.spoken.sweep(now);
    }

    pub(super) fn len(&self) -> usize {
        self.last.len() + self.spoken.len()
    }
}

impl Bot {
    /// `here` in the language of the conversation: the one just spoken, which is remembered; where that is unclear, or
    /// a button was pressed, the last.
    pub(super) fn conversing<'h>(&'h self, mut here: Here<'h>) -> Here<'h> {
        if here.place != Place::Dm {
            return here;
        }
        let (user, now) = (here.asker.user, here.now.instant);
        let spoken = &self.lately.memory.spoken;
        match here.spoken {
            Some(language) => spoken.put(user, Key::of(language), now),
            None => {
                let last = spoken.get(user, now);
                let mut ours = self.knowledge.phrases.languages();
                here.spoken = ours.find(|ours| last == Some(Key::of(ours)));
            }
        }
        here
    }

    /// Remembers what `press` opened.
    pub(super) fn remember_press(&self, here: &Here<'_>, press: &Press) {
        let (article, section, page) = match press {
            Press::Open {
                article, section, ..
            } => (article, section, None),
            Press::Whole { article, section } => (article, section, Some(0)),
            Press::Page {
                article,
                section,
                page,
            } => (article, section, Some(*page)),
            Press::Meant { article, shown } => return self.remember_shown(here, *article, shown),
            _ => return,
        };
        let before = self.last(here).filter(|last| last.article == *article);
        let offered = before.map(|last| last.offered).unwrap_or_default();
        let next = match press {
            Press::Open { others, .. } => others.clone(),
            _ => Vec::new(),
        };
        let last = Last {
            article: *article,
            read: Some((*section, page)),
            // Whoever opened one of them may want another.
            offered: match offered.contains(section) {
                true => offered,
                false => Vec::new(),
            },
            next,
        };
        self.remember(here, last);
    }

    /// Remembers what `answer` quotes and offers, and what came `next` to it.
    pub(super) fn remember_answer(
        &self,
        here: &Here<'_>,
        served: &Served,
        answer: &Answer,
        next: &[usize],
    ) {
        let article = served.key();
        let shown = super::press::shown(&served.article, answer, next);
        self.remember_shown(here, article, &shown);
    }

    fn remember_shown(&self, here: &Here<'_>, article: Key, shown: &Shown) {
        let (section, offered, next) = match shown.clone() {
            Shown::Passage { section, next, .. } => (Some(section), Vec::new(), next),
            Shown::Likely {
                section, others, ..
            } => (Some(section), others.clone(), others),
            Shown::Choices(offered) | Shown::Nearest(offered) => (None, offered, Vec::new()),
            Shown::Clinic | Shown::OtherLanguage | Shown::Contents => return,
        };
        match section {
            Some(section) => self.remember(
                here,
                Last {
                    article,
                    read: Some((section, None)),
                    offered,
                    next,
                },
            ),
            None => self.remember_offered(here, article, offered),
        }
    }

    /// Remembers that these sections were `offered`. What was read before is still what "more" means.
    pub(super) fn remember_offered(&self, here: &Here<'_>, article: Key, offered: Vec<Key>) {
        let before = self.last(here).filter(|last| last.article == article);
        let last = Last {
            article,
            read: before.and_then(|last| last.read),
            offered,
            next: Vec::new(),
        };
        self.remember(here, last);
    }

    /// Elsewhere than in direct messages several conversations may go on at once.
    fn remember(&self, here: &Here<'_>, last: Last) {
        if here.place == Place::Dm {
            let (user, now) = (here.asker.user, here.now.instant);
            self.lately.memory.last.put(user, last, now);
        }
    }

    /// What `question`, unsure when it stands alone, means after what the asker read last.
    pub(super) fn in_context(
        &self,
        here: &Here<'_>,
        served: &Served,
        question: &str,
        answer: Answer,
    ) -> Answer {
        let unsure = matches!(
            answer,
            Answer::Likely(..) | Answer::DidYouMean(_) | Answer::NotInArticle(_)
        );
        // Whoever goes on in another language goes on in the same article.
        let same = |last: &Last| {
            let read = self.knowledge.shelf.keyed(last.article);
            read.is_some_and(|read| read.article.slug == served.article.slug)
        };
        let last = self.last(here).filter(|last| unsure && same(last));
        let meant = last.and_then(|last| {
            let (section, _) = last.read?;
            let section = position(&served.article, section).ok()?;
            after(
                self.knowledge.shelf.source(served),
                section,
                here.question(question),
            )
        });
        meant.map_or(answer, Answer::Passage)
    }

    /// The press that would do what `talk` asks for, after what the asker read last and was offered.
    pub(super) fn onward(&self, here: &Here<'_>, talk: Talk) -> Option<Press> {
        let last = self.last(here)?;
        let article = &self.knowledge.shelf.keyed(last.article)?.article;
        match talk {
            Talk::More | Talk::Next | Talk::Previous => read_on(article, &last, talk),
            Talk::Pick(pick) => picked(article, &last, pick),
            Talk::Amiss => Some(Press::After(After::Amiss {
                article: last.article,
                next: last.next,
                section: last.read.map(|(section, _)| section),
            })),
            Talk::Hello | Talk::Help | Talk::Thanks => None,
            Talk::Fine | Talk::Blame | Talk::About(_) => None,
        }
    }

    fn last(&self, here: &Here<'_>) -> Option<Last> {
        let here_only = here.place == Place::Dm;
        let last = self
            .lately
            .memory
            .last
            .get(here.asker.user, here.now.instant);
        last.filter(|_| here_only)
    }
}

/// The press that reads on from what was read last.
fn read_on(article: &Article, last: &Last, talk: Talk) -> Option<Press> {
    let (section, page) = last.read?;
    let at = position(article, section).ok()?;
    let open = |at: usize| {
        let section = &article.sections().get(at)?.id;
        Some(opening(last.article, Key::of(section.as_str()), &[]))
    };
    let onward = match talk {
        Talk::Previous => at.checked_sub(1).and_then(open),
        Talk::More => match next_page(article, at, page) {
            Some(0) => Some(Press::Whole {
                article: last.article,
                section,
            }),
            Some(page) => Some(Press::Page {
                article: last.article,
                section,
                page,
            }),
            None => open(at + 1),
        },
        _ => open(at + 1),
    };
    // Beyond the first and the last section there are only the contents.
    let contents = Press::Contents {
        article: last.article,
    };
    Some(onward.unwrap_or(contents))
}

/// The press that opens the one of what was offered that `pick` means. A number that stands on a button means that one.
fn picked(article: &Article, last: &Last, pick: Pick) -> Option<Press> {
    let at = |place: u32| {
        last.offered
            .get(usize::try_from(place).ok()?.checked_sub(1)?)
    };
    let numbered = |number: u32| {
        let bears = |key: &&Key| {
            let section = position(article, **key).ok();
            section.is_some_and(|at| article.sections()[at].number == Some(number))
        };
        last.offered.iter().find(bears)
    };
    let section = match pick {
        Pick::Number(number) => numbered(number).or_else(|| at(number)),
        Pick::Place(place) => at(place),
        Pick::Last => last.offered.last(),
    };
    Some(opening(last.article, *section?, &last.offered))
}

/// The press that opens `section`, beside those that were `offered` with it.
fn opening(article: Key, section: Key, offered: &[Key]) -> Press {
    let others = offered.iter().copied().filter(|other| *other != section);
    Press::Open {
        article,
        section,
        others: others.collect(),
    }
}

/// The page of the section at `section` that follows `page`; after an excerpt that was not all of it, the first.
fn next_page(article: &Article, section: usize, page: Option<u8>) -> Option<u8> {
    let next = match page {
        Some(page) => page.checked_add(1)?,
        None => {
            let whole = article.excerpt(article.whole(section)?);
            return (whole.chars() > EXCERPT_LIMIT).then_some(0);
        }
    };
    (usize::from(next) < pages(article, section).len()).then_some(next)
}
