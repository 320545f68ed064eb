//! A question asked: care first, then the article.

use super::here::{Here, Sure};
use super::suggest::is_called;
use super::{Asking, Bot, Refusal, Response, Served, press};
use crate::answer::{Answer, Answered, Rule, Source, Talk, answer, answer_calmly};
use crate::care::Need;
use crate::press::{Opening, Shown};
use crate::reply::{Audience, Reply, hint, reply, teaser};
use crate::search::Taught;
use crate::settings::Mentioned;
use crate::watch::numbers;
use crate::who::{GuildId, Place};
use std::sync::Arc;

/// What a question met.
pub(super) struct Found {
    /// What comes before the article, if anything.
    pub(super) need: Option<Need>,
    /// What the article has, without a word of it.
    pub(super) shown: Shown,
    /// What the article has; nothing if nothing was asked.
    pub(super) answer: Option<Answer>,
    /// The sections that came next to the one it quotes.
    pub(super) next: Vec<usize>,
}

impl Bot {
    /// Answers a question that was put to us directly. A card comes wherever it is needed; the article
    /// only where it may.
    pub(super) fn asked(&self, here: &Here<'_>, asking: &Asking) -> Result<Reply, Refusal> {
        let served = self.served_for(here, asking.article.as_deref());
        let found = self.found(here, served, &asking.question);
        if let Some(need) = found.need {
            return Ok(self.carded(here, served, need, found.shown));
        }
        here.admits(&served.article)?;
        self.knows(asking.article.as_deref())?;
        if let Some(talk) = self.talk(here, &asking.question) {
            return self.talked(here, served, talk);
        }
        let Some(answer) = found.answer else {
            return Ok(hint(here.voice(), &served.article, Audience::OnlyAsker));
        };
        // Whoever looks for the way asks nothing.
        if answer != Answer::Contents {
            self.paced(here)?;
        }
        let answer = self.in_context(here, served, &asking.question, answer);
        self.remember_answer(here, served, &answer, &found.next);
        self.count_answer(here, &served.article, &answer);
        let reply = self.framed(here, served, &answer, asking, &found.next);
        Ok(match here.place {
            Place::Dm => reply.inviting(here.voice()),
            _ => reply,
        })
    }

    /// The reply to `asking`, which met `answer` and what came `next` to it, before those who see answers here.
    pub(super) fn framed(
        &self,
        here: &Here<'_>,
        served: &Served,
        answer: &Answer,
        asking: &Asking,
        next: &[usize],
    ) -> Reply {
        let audience = match is_open(answer) {
            true => here.audience(asking.audience),
            false => Audience::OnlyAsker,
        };
        let shown = self.edition_before(here, served, audience);
        let retold = self
            .knowledge
            .retold(answer.clone(), served, shown, &asking.question);
        let (served, answer) = (shown, &retold);
        let (voice, article) = (here.voice_before(audience), &served.article);
        let mut reply = reply(voice, article, answer);
        // Before everyone, who wrote in which language is theirs to tell.
        if audience == Audience::OnlyAsker {
            let asked = (&*asking.question, answer);
            reply = self.knowledge.in_languages(reply, voice, article, asked);
            reply = self.knowledge.beside(reply, voice, &asking.question);
        }
        let reply = here.advised(reply, Sure::of(answer)).before(audience);
        let reply = here.explained(reply, asking.audience);
        let reply = here.open(reply, served, answer, Some(&asking.question));
        self.leading_on(here, served, answer, next, reply)
    }

    /// Answers where everybody reads along, if the moderators want that here. Who needs a person, who should wait, and
    /// who is not answered surely meet the same public words; what a button shows counts when it is pressed.
    pub(super) fn mentioned(&self, here: &Here<'_>, question: &str) -> Response {
        let served = self.served_in(here);
        let Some(how) = here.mentioned(&served.article) else {
            return Response::Silence;
        };
        // Nothing was written, and everybody sees that. A sign without a word may be one of need as well as any word.
        if question.trim().is_empty() {
            let hint = hint(here.common_voice(), &served.article, Audience::Everyone);
            return Response::Reply(hint);
        }
        let found = self.found(here, served, question);
        let open = how == Mentioned::InPublic && found.need.is_none();
        Response::Reply(match &found.answer {
            Some(answer) if open && is_open(answer) && self.paced(here).is_ok() => {
                self.publicly(here, served, answer, &found.next)
            }
            _ => self.teased(here, served, found),
        })
    }

    /// `answer`, and what came `next` to it, for everyone to read.
    fn publicly(&self, here: &Here<'_>, served: &Served, answer: &Answer, next: &[usize]) -> Reply {
        self.count_answer(here, &served.article, answer);
        let reply = reply(here.common_voice(), &served.article, answer);
        let reply = here
            .advised(reply, Sure::of(answer))
            .before(Audience::Everyone);
        self.leading_on(here, served, answer, next, reply)
    }

    /// A button for everyone to see, by which the asker alone reads what was `found`.
    pub(super) fn teased(&self, here: &Here<'_>, served: &Served, found: Found) -> Reply {
        let opening = Opening {
            asker: here.asker.user,
            article: served.key(),
            need: found.need,
            shown: found.shown,
        };
        teaser(here.common_voice(), self.envelopes.close(&opening))
    }

    /// Lets the asker ask one more question, unless they should wait. Moderators need not.
    pub(super) fn paced(&self, here: &Here<'_>) -> Result<(), Refusal> {
        if here.moderator().is_some() {
            return Ok(());
        }
        let (pace, now) = (here.settings.pace, here.now.instant);
        let asked = self.lately.paced.ask(here.who(), pace, now);
        asked.map_err(Refusal::TooQuick)
    }

    /// What `message` says besides asking. Only a conversation of two goes on from one message to the next; about
    /// ourselves we may be asked anywhere.
    fn talk(&self, here: &Here<'_>, message: &str) -> Option<Talk> {
        let talk = self.knowledge.shelf.commands().talk(message)?;
        let heard = match (here.place, talk) {
            (_, Talk::About(_)) => true,
            // Without an offer before it, a number is one of the article's.
            (Place::Dm, Talk::Pick(_)) => self.onward(here, talk).is_some(),
            (Place::Dm, _) => true,
            (Place::Channel(_) | Place::Elsewhere, _) => false,
        };
        heard.then_some(talk)
    }

    /// The card for `need`, and behind it what was found in the article.
    pub(super) fn carded(
        &self,
        here: &Here<'_>,
        served: &Served,
        need: Need,
        shown: Shown,
    ) -> Reply {
        let length = self
            .lately
            .told
            .length(here.asker.user, need.route, here.now.instant);
        let article = served.key();
        numbers::card();
        self.card(here, need, length, None, article, shown)
    }

    /// The article that answers here: the moderators' choice, as long as there is such an article; in the language in
    /// which it is read here.
    pub(super) fn served_in(&self, here: &Here<'_>) -> &Served {
        let shelf = &self.knowledge.shelf;
        let served = here
            .article()
            .and_then(|slug| shelf.named(slug.as_str()))
            .unwrap_or_else(|| shelf.default_article());
        self.edition(here, served)
    }

    /// The article that the asker named, by its slug or as it is called, or the one that answers here.
    pub(super) fn served_for(&self, here: &Here<'_>, named: Option<&str>) -> &Served {
        let named = named.and_then(|name| self.called(name));
        match named {
            Some(served) => self.edition(here, served),
            None => self.served_in(here),
        }
    }

    /// Lets an article be `named`, or says that there is none called so.
    pub(super) fn knows(&self, named: Option<&str>) -> Result<(), Refusal> {
        let named = named.map(str::trim).filter(|name| !name.is_empty());
        let unknown = named.is_some_and(|name| self.called(name).is_none());
        match unknown {
            true => Err(Refusal::UnknownArticle),
            false => Ok(()),
        }
    }

    fn called(&self, name: &str) -> Option<&Served> {
        let shelf = &self.knowledge.shelf;
        let mut all = shelf.texts();
        let called = || all.find(|it| is_called(&it.article, name));
        shelf.named(name).or_else(called)
    }

    /// What this server taught about `served`.
    pub(super) fn taught_to(&self, here: &Here<'_>, served: &Served) -> Arc<Taught> {
        let guild = here.place.guild().unwrap_or(GuildId(0));
        let now = here.now.instant;
        self.learned.taught(guild, served, &here.lessons, now)
    }

    /// What `question` meets, told from `served`, whichever text of the article reads it best.
    pub(super) fn found(&self, here: &Here<'_>, served: &Served, question: &str) -> Found {
        let searched = self.knowledge.searched(served, question);
        let taught = self.taught_to(here, searched);
        let source = Source {
            taught: &taught,
            ..self.knowledge.shelf.source(searched)
        };
        let confidence = here.settings.confidence;
        let words = question;
        let question = here.question(question);
        let mut answered = answer(source, &self.knowledge.care, confidence, question);
        numbers::found((&answered.answer).into());
        let mut need = None;
        if let Answer::Care(signal) = &answered.answer {
            need = Some(signal.need());
            answered = answer_calmly(source, confidence, question);
        }
        let wordless = answered.rule == Rule::NoWords && need.is_none();
        let next = next(&answered);
        let knowledge = &self.knowledge;
        let answer = knowledge.retold(answered.answer, searched, served, words);
        Found {
            need,
            shown: press::shown(&served.article, &answer, &next),
            next,
            answer: (!wordless).then_some(answer),
        }
    }
}

/// Whether everybody may read `answer`, where moderators let them. Were anything else public too, those questions alone
/// would be answered otherwise whose writers need a person.
fn is_open(answer: &Answer) -> bool {
    match answer {
        Answer::Passage(_) | Answer::Section(_) | Answer::Sections(_) | Answer::Contents => true,
        Answer::Likely(..)
        | Answer::DidYouMean(_)
        | Answer::NotInArticle(_)
        | Answer::Clinic
        | Answer::OtherLanguage
        | Answer::Care(_) => false,
    }
}

/// So many sections are offered where an answer did not help.
const NEXT: usize = 3;

/// The sections that came next to the quoted one.
pub(super) fn next(answered: &Answered) -> Vec<usize> {
    let quoted = match &answered.answer {
        Answer::Passage(passage) | Answer::Section(passage) => Some(passage.section()),
        _ => None,
    };
    let hits = answered.ranking.iter().flat_map(|ranking| &ranking.hits);
    let others = hits.map(|hit| hit.section);
    others
        .filter(|section| Some(*section) != quoted)
        .take(NEXT)
        .collect()
}
