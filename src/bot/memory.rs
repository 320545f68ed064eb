//! What somebody read last in their direct messages, so that "more" and "next" mean something there.
//!
//! Only which section that was, for a quarter of an hour, in this process alone; not a word of what was asked.

use super::here::Here;
use super::press::position;
use super::recent::Recent;
use super::{Bot, Served};
use crate::answer::{Answer, Talk, after};
use crate::content::Article;
use crate::reply::{Key, Press, Shown, pages};
use crate::search::EXCERPT_LIMIT;
use crate::who::{Place, UserId};
use std::time::{Duration, Instant};

/// Whoever comes back later begins anew.
const A_WHILE: Duration = Duration::from_secs(15 * 60);

/// So many people are remembered, a hundred bytes each.
const REMEMBERED: usize = 10_000;

/// What somebody read last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Last {
    article: Key,
    section: Key,
    /// Which page of it; without one, an excerpt.
    page: Option<u8>,
}

/// What people read last.
#[derive(Debug)]
pub(super) struct Memory(Recent<UserId, Last>);

impl Default for Memory {
    fn default() -> Memory {
        Memory(Recent::new(A_WHILE, REMEMBERED))
    }
}

impl Memory {
    /// Forgets what `user` read.
    pub(super) fn forget(&self, user: UserId) {
        self.0.forget(|other| *other == user);
    }

    pub(super) fn sweep(&self, now: Instant) {
        self.0.sweep(now);
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

impl Bot {
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
            Press::Meant {
                article,
                shown: Shown::Passage { section, .. } | Shown::Likely { section, .. },
            } => (article, section, None),
            _ => return,
        };
        self.remember(here, *article, *section, page);
    }

    /// Remembers the section that `answer` quotes.
    pub(super) fn remember_answer(&self, here: &Here<'_>, served: &Served, answer: &Answer) {
        if let Answer::Passage(passage) | Answer::Likely(passage, _) | Answer::Section(passage) =
            answer
        {
            let article = Key::of(served.article.slug.as_str());
            let section = &served.article.sections()[passage.section()];
            self.remember(here, article, Key::of(section.id.as_str()), None);
        }
    }

    /// Elsewhere than in direct messages several conversations may go on at once.
    fn remember(&self, here: &Here<'_>, article: Key, section: Key, page: Option<u8>) {
        if here.place == Place::Dm {
            let last = Last {
                article,
                section,
                page,
            };
            self.lately
                .memory
                .0
                .put(here.asker.user, last, here.now.instant);
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
        let last = self
            .last(here)
            .filter(|(of, ..)| unsure && *of == Key::of(served.article.slug.as_str()));
        let meant = last.and_then(|(_, section, _)| {
            let section = position(&served.article, section).ok()?;
            after(
                self.knowledge.shelf.source(served),
                section,
                here.question(question),
            )
        });
        meant.map_or(answer, Answer::Passage)
    }

    /// The press that would open what `talk` asks for, after what the asker read last.
    pub(super) fn onward(&self, here: &Here<'_>, talk: Talk) -> Option<Press> {
        let (key, section, page) = self.last(here)?;
        let article = &self.knowledge.shelf.keyed(key)?.article;
        let at = position(article, section).ok()?;
        let open = |at: usize| {
            let section = &article.sections().get(at)?.id;
            Some(Press::Open {
                article: key,
                section: Key::of(section.as_str()),
                others: Vec::new(),
            })
        };
        let onward = match talk {
            Talk::More => match next_page(article, at, page) {
                Some(0) => Some(Press::Whole {
                    article: key,
                    section,
                }),
                Some(page) => Some(Press::Page {
                    article: key,
                    section,
                    page,
                }),
                None => open(at + 1),
            },
            Talk::Next => open(at + 1),
            Talk::Previous => at.checked_sub(1).and_then(open),
            Talk::Hello | Talk::Help | Talk::Thanks => return None,
        };
        // Beyond the first and the last section there are only the contents.
        Some(onward.unwrap_or(Press::Contents { article: key }))
    }

    fn last(&self, here: &Here<'_>) -> Option<(Key, Key, Option<u8>)> {
        let here_only = here.place == Place::Dm;
        let last = self.lately.memory.0.get(here.asker.user, here.now.instant);
        last.filter(|_| here_only)
            .map(|last| (last.article, last.section, last.page))
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
