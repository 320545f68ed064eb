//! How a question that was sent to the moderators becomes something they taught.

use super::here::Here;
use super::learned::{about, worked_out};
use super::press::position;
use super::unkept::unkept;
use super::{Bot, Refusal, Response, Served};
use crate::answer::{Source, effect, effects};
use crate::press::Key;
use crate::reply::{Reply, Words, busy, edit_form, not_taught, section_title, weighed};
use crate::store::{Lesson, Teaching, is_same};
use crate::who::Moderator;
use std::sync::Arc;

/// What a moderator is about to teach.
struct Draft<'d> {
    report: u64,
    /// What the asker sent.
    sent: String,
    served: &'d Served,
    section: usize,
    lesson: Lesson,
}

/// What is said where nothing can be taught.
type Instead = Result<Reply, Refusal>;

impl Bot {
    /// Lets a moderator change the words before they are taught; `words` are those that stood where they pressed.
    pub(super) async fn editing(
        &self,
        here: &Here<'_>,
        report: u64,
        section: Key,
        words: &str,
    ) -> Result<Response, Refusal> {
        let queue = self.queue(here).await?;
        let Some((kept, _)) = queue.about(self, report) else {
            return Ok(Response::Reply(queue.gone(here)));
        };
        let words = Words::of(&kept.words, words);
        let form = edit_form(here.voice(), report, section, words.as_str());
        Ok(Response::Form(form))
    }

    /// Shows what would change if the section answered the report in these words.
    pub(super) async fn weigh(
        &self,
        here: &Here<'_>,
        report: u64,
        section: Key,
        words: &str,
    ) -> Result<Reply, Refusal> {
        match self.draft(here, report, section, words).await {
            Ok(draft) => self.weighed(here, draft).await,
            Err(instead) => instead,
        }
    }

    /// Teaches that the section answers the report in these words; it is dealt with by this.
    pub(super) async fn teach(
        &self,
        here: &Here<'_>,
        moderator: Moderator,
        report: u64,
        section: Key,
        words: &str,
    ) -> Result<Reply, Refusal> {
        let draft = match self.draft(here, report, section, words).await {
            Ok(draft) => draft,
            Err(instead) => return instead,
        };
        let voice = here.voice();
        let teaching = Teaching {
            report,
            article: draft.served.article.slug.clone(),
            section: draft.lesson.section,
            words: draft.lesson.words,
        };
        if let Err(error) = self.store.teach(moderator, teaching).await {
            return Ok(not_taught(voice, report, unkept(voice, &error)));
        }
        let title = section_title(voice, &draft.served.article, draft.section);
        let done = voice.say_with("review-taught", "section", &title);
        Ok(self.queue(here).await?.show(here, None, Some(done)))
    }

    /// What would be taught, if the report still waits and may teach anything.
    async fn draft(
        &self,
        here: &Here<'_>,
        report: u64,
        section: Key,
        words: &str,
    ) -> Result<Draft<'_>, Instead> {
        let voice = here.voice();
        let queue = self.queue(here).await.map_err(Err)?;
        let Some((kept, served)) = queue.about(self, report) else {
            return Err(Ok(queue.gone(here)));
        };
        let section = position(&served.article, section).map_err(Err)?;
        let lesson = Lesson {
            number: 0,
            article: kept.article.clone(),
            section: served.article.sections()[section].id.as_str().to_owned(),
            words: Words::of(&kept.words, words).as_str().to_owned(),
        };
        let ear = served.article.about.rating.into();
        if self.knowledge.care.signal(&lesson.words, ear).is_some() {
            return Err(Ok(not_taught(voice, report, voice.say("review-care"))));
        }
        let same = |known: &&Lesson| {
            known.article == lesson.article && is_same(&known.words, &lesson.words)
        };
        if let Some(known) = here.lessons.iter().find(same) {
            let why = voice.say_with("review-known", "section", &self.titled(known));
            return Err(Ok(not_taught(voice, report, why)));
        }
        Ok(Draft {
            report,
            sent: kept.words.clone(),
            served,
            section,
            lesson,
        })
    }

    /// What `draft` would change.
    async fn weighed(&self, here: &Here<'_>, draft: Draft<'_>) -> Result<Reply, Refusal> {
        let article = &draft.served.article;
        let server = here.place.guild().ok_or(Refusal::UnknownPress)?;
        let Some(turn) = self.lately.weighing.turn(server).await else {
            let words = Words::of(&draft.sent, &draft.lesson.words);
            let (report, section) = (draft.report, draft.section);
            return Ok(busy(here.voice(), article, report, section, words));
        };
        let (slug, lessons) = (article.slug.clone(), Arc::clone(&here.lessons));
        let (knowledge, confidence) = (Arc::clone(&self.knowledge), here.settings.confidence);
        let lesson = draft.lesson;
        // Thousands of questions are read for it; those who ask meanwhile need not wait.
        let weighing = tokio::task::spawn_blocking(move || {
            // It ends with the work, even where nobody waits for that any more.
            let _turn = turn;
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
        let (own, others) = weighing.await.map_err(|_| Refusal::trouble())?;
        let words = Words::of(&draft.sent, &own.words);
        let reply = weighed(
            here.voice(),
            article,
            draft.report,
            draft.section,
            words,
            &own,
            &others,
        );
        Ok(reply)
    }
}
