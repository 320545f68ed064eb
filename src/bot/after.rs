//! What goes on from an answer: what to read next, what else was meant, the same for everyone.

use super::here::{Here, Sure};
use super::press::{known, passage, position};
use super::refusal::minutes;
use super::shared::Unshared;
use super::{Bot, Post, Refusal, Response, Served};
use crate::answer::Answer;
use crate::content::{Article, Passage};
use crate::press::{After, Key, Seal};
use crate::reply::{
    Audience, Button, Reply, Voice, amiss, amiss_button, delete_button, quoted, related,
    share_button, share_with, share_with_button, shared, shared_for,
};
use crate::who::{Place, UserId};

impl Bot {
    /// Does what was pressed under an answer.
    pub(super) fn after(&self, here: &Here<'_>, press: After) -> Result<Response, Refusal> {
        match press.clone() {
            After::Related { article, section } => {
                let served = self.opened(here, article)?;
                let section = position(&served.article, section)?;
                let next = served.related(section);
                self.remember_offered(here, article, keys(&served.article, next));
                let reply = related(here.voice(), &served.article, section, next);
                Ok(Response::Reply(reply))
            }
            After::Amiss {
                article,
                next,
                section,
            } => {
                let amiss = self.amiss(here, article, &next, section);
                amiss.map(Response::Reply)
            }
            After::Share {
                article,
                section,
                blocks,
            } => self.share(here, (article, section, blocks), None),
            After::ShareWith { article, .. } => {
                let served = self.opened(here, article)?;
                here.admits(&served.article)?;
                Ok(Response::Reply(share_with(here.voice(), press)))
            }
            After::Delete(seal) => self.delete(here, seal),
        }
    }

    /// What came `next` to an answer from `section` that was not what was asked.
    pub(super) fn amiss(
        &self,
        here: &Here<'_>,
        article: Key,
        next: &[Key],
        section: Option<Key>,
    ) -> Result<Reply, Refusal> {
        let served = self.opened(here, article)?;
        self.count_amiss(here, &served.article, section);
        self.remember_offered(here, article, next.to_vec());
        let next = known(&served.article, next);
        let reply = amiss(here.voice(), &served.article, &next);
        let unanswered = Answer::NotInArticle(next);
        Ok(here.open(reply, served, &unanswered, None))
    }

    /// `reply` with what leads on from `answer`, if that quotes: to what came `next` to it, and to everyone in
    /// the channel.
    pub(super) fn leading_on(
        &self,
        here: &Here<'_>,
        served: &Served,
        answer: &Answer,
        next: &[usize],
        mut reply: Reply,
    ) -> Reply {
        let &(Answer::Passage(passage) | Answer::Section(passage)) = answer else {
            return reply;
        };
        let (voice, article) = (here.voice_before(reply.audience), &served.article);
        reply.put(another_try(voice, article, passage, next));
        let alone = reply.audience == Audience::OnlyAsker;
        if alone && matches!(here.place, Place::Channel(_)) {
            reply.put(share_button(voice, article, passage));
            reply.put(share_with_button(voice, article, passage));
        }
        reply
    }

    /// `response`, which its asker and the moderators can delete where everyone in this channel sees it.
    pub(super) fn deletable(&self, here: &Here<'_>, mut response: Response) -> Response {
        let Place::Channel(channel) = here.place else {
            return response;
        };
        let public = match &mut response {
            Response::Reply(reply) => Some(reply),
            Response::Posting(_, post) if post.channel == channel.id => Some(&mut post.reply),
            _ => None,
        };
        if let Some(reply) = public.filter(|reply| reply.audience == Audience::Everyone) {
            let seal = self.sealer.seal(here.asker.user, channel.id, here.now.time);
            reply.put(delete_button(here.common_voice(), seal));
        }
        response
    }

    /// Shares a passage for whoever was picked.
    pub(super) fn picked_for(
        &self,
        here: &Here<'_>,
        press: After,
        ids: &[u64],
    ) -> Result<Response, Refusal> {
        match (press, ids) {
            (
                After::ShareWith {
                    article,
                    section,
                    blocks,
                },
                [person, ..],
            ) => self.share(here, (article, section, blocks), Some(UserId(*person))),
            // Whoever takes their choice back shares nothing.
            (press @ After::ShareWith { .. }, []) => self.after(here, press),
            _ => Err(Refusal::UnknownPress),
        }
    }

    /// Writes a passage for everyone: the article's words, and for whom they are if somebody was named; neither the
    /// question nor who asked it.
    fn share(
        &self,
        here: &Here<'_>,
        (article, section, blocks): (Key, Key, (u16, u16)),
        person: Option<UserId>,
    ) -> Result<Response, Refusal> {
        let voice = here.voice();
        let Place::Channel(channel) = here.place else {
            return Err(Refusal::UnknownPress);
        };
        let served = self.opened(here, article)?;
        here.admits(&served.article)?;
        let passage = passage(served, article, section, blocks)?;
        let part = (channel.id, article, section);
        match self.lately.shared.share(here.who(), part, here.now.instant) {
            Ok(()) => (),
            Err(Unshared::Enough(wait)) => return Err(Refusal::SharedEnough(wait)),
            Err(Unshared::Stands(wait)) => {
                let said = voice.say_count("shared-already", minutes(wait));
                return Ok(Response::Reply(Reply::say(said)));
            }
        }
        let quote = quoted(here.common_voice(), &served.article, passage);
        let mut quote = here.advised(quote, Sure::Yes);
        if let Some(person) = person {
            let named = shared_for(here.common_voice(), person);
            quote.parts.insert(0, named);
        }
        let post = Post {
            channel: channel.id,
            about: None,
            part: Some((served.article.slug.clone(), section)),
            reply: quote.before(Audience::Everyone),
            otherwise: Reply::say(voice.say("not-shared")),
            notice: here.notice(),
        };
        Ok(Response::Posting(shared(voice), post))
    }

    /// Deletes the pressed message for the one it is sealed for, and for moderators.
    fn delete(&self, here: &Here<'_>, seal: Seal) -> Result<Response, Refusal> {
        let Place::Channel(channel) = here.place else {
            return Err(Refusal::UnknownPress);
        };
        let theirs = self.sealer.opens(seal, here.asker.user, channel.id);
        match theirs || here.moderator().is_some() {
            true => Ok(Response::Reply(Reply::gone())),
            false => Err(Refusal::NotYoursToDelete),
        }
    }
}

/// The button that makes room for what came `next` to `passage`.
pub(super) fn another_try(
    voice: Voice<'_>,
    article: &Article,
    passage: Passage,
    next: &[usize],
) -> Button {
    let others = next.iter().copied();
    let others: Vec<usize> = others.filter(|other| *other != passage.section()).collect();
    amiss_button(voice, article, passage.section(), &others)
}

/// The keys of these `sections`.
fn keys(article: &Article, sections: &[usize]) -> Vec<Key> {
    let ids = sections
        .iter()
        .map(|&section| &article.sections()[section].id);
    ids.map(|id| Key::of(id.as_str())).collect()
}
