//! What moderators do about the questions that people sent them, and about what they taught.

use super::here::Here;
use super::learned::about;
use super::unkept::not_kept;
use super::{Bot, Refusal, Served};
use crate::press::Review;
use crate::reply::{
    Arrival, Listed, Reply, Waiting, Words, choosing, nothing_waits, taught, waiting,
};
use crate::store::{Lesson, Report, StoreError};
use std::sync::Arc;

impl Bot {
    /// The question that waits longest, and how many wait.
    pub(super) async fn review(&self, here: &Here<'_>) -> Result<Reply, Refusal> {
        let queue = self.queue(here).await?;
        Ok(queue.show(here, None, None).arriving(Arrival::New))
    }

    /// What was taught in this server.
    pub(super) fn taught(&self, here: &Here<'_>) -> Result<Reply, Refusal> {
        here.moderator().ok_or(Refusal::NotModerator)?;
        let list = self.listed(&here.lessons);
        Ok(taught(here.voice(), &list, 0, None).arriving(Arrival::New))
    }

    /// Does what a moderator pressed where these `words` stood. Whatever was dealt with meanwhile, by somebody else
    /// or by time, shows what waits now.
    pub(super) async fn reviewed(
        &self,
        here: &Here<'_>,
        press: Review,
        words: &str,
    ) -> Result<Reply, Refusal> {
        let voice = here.voice();
        let moderator = here.moderator().ok_or(Refusal::NotModerator)?;
        match press {
            Review::Send { .. }
            | Review::Edit { .. }
            | Review::Answer { .. }
            | Review::Remove { .. }
            | Review::Numbers => Err(Refusal::UnknownPress),
            Review::Look { report } => Ok(self.queue(here).await?.show(here, Some(report), None)),
            Review::Dismiss { report } => {
                let done = match self.store.dismiss(moderator, report).await {
                    Ok(true) => voice.say("review-dismissed"),
                    Ok(false) => voice.say("review-gone"),
                    Err(error) => return Ok(not_kept(voice, &error)),
                };
                Ok(self.queue(here).await?.show(here, None, Some(done)))
            }
            Review::Choose { report, page } => {
                let queue = self.queue(here).await?;
                Ok(match queue.about(self, report) {
                    Some((report, served)) => {
                        let words = Words::of(&report.words, words);
                        choosing(voice, &served.article, report.number, words, page.into())
                    }
                    None => queue.gone(here),
                })
            }
            Review::Weigh { report, section } => self.weigh(here, report, section, words).await,
            Review::Teach { report, section } => {
                self.teach(here, moderator, report, section, words).await
            }
            Review::Taught { page } => {
                let list = self.listed(&here.lessons);
                Ok(taught(voice, &list, page.into(), None))
            }
            Review::Unteach { lesson, page } => {
                let (left, done) = match self.store.unteach(moderator, lesson).await {
                    Ok(left) => (left, voice.say("taught-removed")),
                    Err(StoreError::Unkept(_)) => {
                        (Arc::clone(&here.lessons), voice.say("taught-gone"))
                    }
                    Err(error) => return Ok(not_kept(voice, &error)),
                };
                Ok(taught(voice, &self.listed(&left), page.into(), Some(done)))
            }
        }
    }

    /// Everything that waits here, if a moderator asks.
    pub(super) async fn queue(&self, here: &Here<'_>) -> Result<Queue, Refusal> {
        let moderator = here.moderator().ok_or(Refusal::NotModerator)?;
        let reports = self.store.reports(moderator, here.now.time).await;
        let reports = reports.map_err(|_| Refusal::NoDatabase)?;
        Ok(Queue(reports))
    }

    fn listed(&self, lessons: &[Lesson]) -> Vec<Listed> {
        let listed = |lesson: &Lesson| Listed {
            number: lesson.number,
            words: lesson.words.clone(),
            section: self.titled(lesson),
        };
        lessons.iter().map(listed).collect()
    }

    /// The title of the section that a lesson names; its id, if the article has no such section any more.
    pub(super) fn titled(&self, lesson: &Lesson) -> String {
        let served = self.knowledge.shelf.named(&lesson.article);
        let known = served.and_then(|served| {
            let (_, section) = about(served, [lesson].into_iter()).next()?;
            let title = served.article.section_title(section).as_str();
            (!title.is_empty()).then(|| title.to_owned())
        });
        known.unwrap_or_else(|| lesson.section.clone())
    }
}

/// The reports of one server that wait, the oldest first.
pub(super) struct Queue(Vec<Report>);

impl Queue {
    /// The report `number`, or else the oldest; `done` is what was done before.
    pub(super) fn show(&self, here: &Here<'_>, number: Option<u64>, done: Option<String>) -> Reply {
        let numbered = |number| self.0.iter().position(|report| report.number == number);
        let wanted = number.map(numbered);
        let done = match wanted {
            Some(None) => Some(here.voice().say("review-gone")),
            _ => done,
        };
        let place = wanted.flatten().unwrap_or(0);
        let Some(report) = self.0.get(place) else {
            return nothing_waits(here.voice(), done);
        };
        let at = |place: usize| self.0.get(place).map(|report| report.number);
        let shown = Waiting {
            number: report.number,
            words: &report.words,
            at: report.when.unix_timestamp(),
            place: place + 1,
            of: self.0.len(),
            before: place.checked_sub(1).and_then(at),
            after: at(place + 1),
            answerable: report.answerable,
        };
        waiting(here.voice(), shown, done)
    }

    /// Whether whoever sent the report `number` can be told something.
    pub(super) fn answerable(&self, number: u64) -> bool {
        let mut waiting = self.0.iter();
        waiting.any(|report| report.number == number && report.answerable)
    }

    /// What waits now that the report in hand is gone.
    pub(super) fn gone(&self, here: &Here<'_>) -> Reply {
        let gone = here.voice().say("review-gone");
        self.show(here, None, Some(gone))
    }

    /// The report `number` and its article, if both are still there.
    pub(super) fn about<'b>(&self, bot: &'b Bot, number: u64) -> Option<(&Report, &'b Served)> {
        let report = self.0.iter().find(|report| report.number == number)?;
        Some((report, bot.knowledge.shelf.named(&report.article)?))
    }
}
