//! What moderators do about the questions that people sent them, and about what they taught.

use super::here::Here;
use super::learned::{about, worked_out};
use super::press::position;
use super::unkept::{not_kept, unkept};
use super::{Bot, Refusal, Served};
use crate::answer::{Source, effect, effects};
use crate::reply::{
    Arrival, Key, Listed, Reply, Review, Waiting, choosing, not_taught, nothing_waits,
    section_title, taught, waiting, weighed,
};
use crate::store::{Lesson, Report, StoreError, Teaching, is_same};
use crate::who::Moderator;
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

    /// Does what a moderator pressed. Whatever was dealt with meanwhile, by somebody else or by time, shows what
    /// waits now.
    pub(super) async fn reviewed(&self, here: &Here<'_>, press: Review) -> Result<Reply, Refusal> {
        let voice = here.voice();
        let moderator = here.moderator().ok_or(Refusal::NotModerator)?;
        match press {
            Review::Send { .. } => Err(Refusal::UnknownPress),
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
                        let (article, number) = (&served.article, report.number);
                        choosing(voice, article, number, &report.words, page.into())
                    }
                    None => queue.gone(here),
                })
            }
            Review::Weigh { report, section } => self.weigh(here, report, section).await,
            Review::Teach { report, section } => self.teach(here, moderator, report, section).await,
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

    /// Shows what would change if the section answered the report.
    async fn weigh(&self, here: &Here<'_>, number: u64, section: Key) -> Result<Reply, Refusal> {
        let voice = here.voice();
        let queue = self.queue(here).await?;
        let Some((report, served)) = queue.about(self, number) else {
            return Ok(queue.gone(here));
        };
        let section = position(&served.article, section)?;
        if self.knowledge.care.signal(&report.words).is_some() {
            return Ok(not_taught(voice, number, voice.say("review-care")));
        }
        let lesson = Lesson {
            number: 0,
            article: report.article.clone(),
            section: served.article.sections()[section].id.as_str().to_owned(),
            words: report.words.clone(),
        };
        if let Some(known) = here
            .lessons
            .iter()
            .find(|known| known.article == lesson.article && is_same(&known.words, &lesson.words))
        {
            let title = self.titled(known);
            let why = voice.say_with("review-known", "section", &title);
            return Ok(not_taught(voice, number, why));
        }
        let (slug, lessons) = (served.article.slug.clone(), Arc::clone(&here.lessons));
        let (knowledge, confidence) = (Arc::clone(&self.knowledge), here.settings.confidence);
        // Thousands of questions are read for it; those who ask meanwhile need not wait.
        let weighing = tokio::task::spawn_blocking(move || {
            let served = knowledge.shelf.named(slug.as_str());
            let served = served.expect("an article that was just found");
            let now = worked_out(served, lessons.iter());
            let then = worked_out(served, lessons.iter().chain([&lesson]));
            let alone = worked_out(served, [&lesson].into_iter());
            let source = Source {
                taught: &now,
                ..knowledge.shelf.source(served)
            };
            let taught = about(served, lessons.iter()).map(|(known, _)| known.words.as_str());
            let others = taught.chain(served.index.examples());
            let others = others.filter(|words| !is_same(words, &lesson.words));
            (
                effect(source, &then, confidence, &lesson.words),
                effects(source, &then, &alone, confidence, others),
            )
        });
        let (own, others) = weighing.await.map_err(|_| Refusal::Trouble)?;
        let article = &served.article;
        Ok(weighed(voice, article, number, section, &own, &others))
    }

    /// Teaches that the section answers the report, which is dealt with by this.
    async fn teach(
        &self,
        here: &Here<'_>,
        moderator: Moderator,
        number: u64,
        section: Key,
    ) -> Result<Reply, Refusal> {
        let voice = here.voice();
        let queue = self.queue(here).await?;
        let Some((report, served)) = queue.about(self, number) else {
            return Ok(queue.gone(here));
        };
        let section = position(&served.article, section)?;
        if self.knowledge.care.signal(&report.words).is_some() {
            return Ok(not_taught(voice, number, voice.say("review-care")));
        }
        let teaching = Teaching {
            report: number,
            article: served.article.slug.clone(),
            section: served.article.sections()[section].id.as_str().to_owned(),
            words: report.words.clone(),
        };
        if let Err(error) = self.store.teach(moderator, teaching).await {
            return Ok(not_taught(voice, number, unkept(voice, &error)));
        }
        let title = section_title(voice, &served.article, section);
        let done = voice.say_with("review-taught", "section", &title);
        Ok(self.queue(here).await?.show(here, None, Some(done)))
    }

    /// Everything that waits here, if a moderator asks.
    async fn queue(&self, here: &Here<'_>) -> Result<Queue, Refusal> {
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
    fn titled(&self, lesson: &Lesson) -> String {
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
struct Queue(Vec<Report>);

impl Queue {
    /// The report `number`, or else the oldest; `done` is what was done before.
    fn show(&self, here: &Here<'_>, number: Option<u64>, done: Option<String>) -> Reply {
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
        };
        waiting(here.voice(), shown, done)
    }

    /// What waits now that the report in hand is gone.
    fn gone(&self, here: &Here<'_>) -> Reply {
        let gone = here.voice().say("review-gone");
        self.show(here, None, Some(gone))
    }

    /// The report `number` and its article, if both are still there.
    fn about<'d>(&'d self, bot: &'d Bot, number: u64) -> Option<(&'d Report, &'d Served)> {
        let report = self.0.iter().find(|report| report.number == number)?;
        Some((report, bot.knowledge.shelf.named(&report.article)?))
    }
}
