//! From an asker to the moderators: a question that the article leaves open, without a name.
//!
//! The way is shown only in servers whose moderators chose a channel for it. Elsewhere nobody said that they would
//! read, and words would gather that nobody looks for.

use super::ask::next;
use super::here::Here;
use super::press::shown;
use super::unkept::not_kept;
use super::{Bot, Refusal, Response, Served};
use crate::answer::{Answer, Source, answer_calmly};
use crate::care::Signal;
use crate::press::Key;
use crate::reply::{
    Audience, REPORT_LIMIT, Reply, arrived, send_button, send_form, sent, shortened,
};
use crate::settings::Pace;
use crate::store::{Due, StoreError};
use crate::text::without_controls;
use crate::who::{ChannelId, GuildId};

/// How much one person may send: so that nobody alone fills the moderators' table.
const SENDING: Pace = Pace { minute: 5, hour: 5 };

impl Here<'_> {
    /// The server whose moderators take questions, and the channel in which they hear of them.
    pub(super) fn reviewers(&self) -> Option<(GuildId, ChannelId)> {
        self.place.guild().zip(self.settings.review)
    }

    /// `reply` to what met `answer`, with the way to the moderators where it leaves the question open. The asker's
    /// own `words` stand under it for them alone, so that they need not be typed again.
    pub(super) fn open(
        &self,
        mut reply: Reply,
        served: &Served,
        answer: &Answer,
        words: Option<&str>,
    ) -> Reply {
        let open = matches!(
            answer,
            Answer::Likely(..) | Answer::DidYouMean(_) | Answer::NotInArticle(_)
        );
        if !open || self.reviewers().is_none() {
            return reply;
        }
        let article = served.key();
        let voice = self.voice_before(reply.audience);
        reply.put(send_button(voice, article, false));
        if let Some(words) = words.filter(|_| reply.audience == Audience::OnlyAsker) {
            let words = shortened(words, REPORT_LIMIT.into());
            reply.parts.push(voice.repeated(words.into_owned()));
        }
        reply
    }
}

impl Bot {
    /// Lets the asker write to the moderators; `words` are what they asked, where we still see it.
    pub(super) fn writing(
        &self,
        here: &Here<'_>,
        article: Key,
        carded: bool,
        words: &str,
    ) -> Result<Response, Refusal> {
        self.sendable(here, article)?;
        let form = send_form(here.voice(), article, carded, words);
        Ok(Response::Form(form))
    }

    /// Keeps what somebody wrote for the moderators. Words that need a person meet the card first; who read it may
    /// send them all the same.
    pub(super) async fn sent(
        &self,
        here: &Here<'_>,
        article: Key,
        carded: bool,
        words: &str,
    ) -> Result<Response, Refusal> {
        let words = without_controls(words);
        let words = words.trim();
        let (served, guild) = match self.sendable(here, article) {
            Ok(sendable) => sendable,
            // Whoever may not send it needs a person all the same.
            Err(refusal) => {
                let card = self.card_for(here, words).filter(|_| !carded);
                return card.map(Response::Reply).ok_or(refusal);
            }
        };
        if words.is_empty() {
            return Err(Refusal::Wordless);
        }
        let ear = served.article.about.rating.into();
        let signal = self
            .knowledge
            .care
            .signal(here.question(words), ear)
            .filter(|_| !carded);
        if let Some(signal) = signal {
            return Ok(Response::Reply(
                self.carded_first(here, served, &signal, words),
            ));
        }
        let who = (here.asker.user, Some(guild));
        let paced = self.lately.sent.ask(who, SENDING, here.now.instant);
        paced.map_err(Refusal::SentEnough)?;
        let slug = &served.article.slug;
        let due = self.delay.due(here.now.time);
        let sender = Some(self.senders.seal(here.asker.user, guild));
        let kept = self.store.report_from(guild, slug, words, sender, due);
        match kept.await {
            Ok(_) => Ok(Response::Reply(sent(here.voice()))),
            Err(StoreError::Unkept(_)) => Err(Refusal::ReviewFull),
            Err(error) => Ok(Response::Reply(not_kept(here.voice(), &error))),
        }
    }

    /// What the moderators of a server that speaks `language` read of `due`, and where; nothing where they take no
    /// questions any more, or nobody can tell.
    pub async fn arrival(&self, due: Due, language: &str) -> Option<(ChannelId, Reply)> {
        let settings = self.store.settings(due.guild).await.ok()?;
        let chosen = self.knowledge.chosen(settings.language);
        let voice = self.voice(chosen.map_or(language, |head| &head.tag));
        Some((settings.review?, arrived(voice, due.number)))
    }

    /// The card, and under it the way on to the moderators.
    fn carded_first(
        &self,
        here: &Here<'_>,
        served: &Served,
        signal: &Signal,
        words: &str,
    ) -> Reply {
        let taught = self.taught_to(here, served);
        let source = Source {
            taught: &taught,
            ..self.knowledge.shelf.source(served)
        };
        let answered = answer_calmly(source, here.settings.confidence, words);
        let shown = shown(&served.article, &answered.answer, &next(&answered));
        let mut card = self.carded(here, served, signal.need(), shown);
        let article = served.key();
        card.put(send_button(here.voice(), article, true));
        card
    }

    /// The article whose questions may be sent from here, and to whose moderators.
    fn sendable(&self, here: &Here<'_>, article: Key) -> Result<(&Served, GuildId), Refusal> {
        let served = self.opened(here, article)?;
        here.admits(&served.article)?;
        let (guild, _) = here.reviewers().ok_or(Refusal::NoReview)?;
        Ok((served, guild))
    }
}
