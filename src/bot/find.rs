//! A message that somebody else wrote, looked up in the article: first for whoever looks, then for everyone who wants.

use super::here::{Here, Sure};
use super::press::found;
use super::recent::Recent;
use super::{Bot, Now, Pointed, Post, Refusal, Response};
use crate::answer::Answer;
use crate::care::{Detail, Need, Whose};
use crate::press::Offering;
use crate::reply::{Reply, offer, reply};
use crate::who::Place;
use std::time::{Duration, Instant};

/// For so long a message has its offer. Later nobody looks at it any more.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// So many offers are remembered; a server sees a few a day.
const REMEMBERED: usize = 10_000;

/// The messages under which the article was offered.
#[derive(Debug)]
pub(super) struct Offered(Recent<u64, ()>);

impl Default for Offered {
    fn default() -> Offered {
        Offered(Recent::new(DAY, REMEMBERED))
    }
}

impl Offered {
    pub(super) fn sweep(&self, now: Instant) {
        self.0.sweep(now);
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

impl Pointed {
    /// The `need` in its words as whoever is `here` has it: what somebody else wrote is about a friend.
    pub(super) fn seen(&self, here: &Here<'_>, need: Need) -> Need {
        match (self.author == here.asker.user, here.place) {
            (true, Place::Dm) => need,
            (true, _) => need.with(Detail::Public),
            (false, _) => Need {
                whose: Whose::Friend,
                ..need
            },
        }
    }
}

impl Bot {
    /// Answers whoever points at a message, alone.
    pub(super) fn find(&self, here: &Here<'_>, pointed: &Pointed) -> Result<Reply, Refusal> {
        let (voice, served) = (here.voice(), self.served_in(here));
        let found = self.found(here, served, &pointed.text);
        if let Some(need) = found.need {
            let need = pointed.seen(here, need);
            return Ok(self.carded(here, served, need, found.shown));
        }
        here.admits(&served.article)?;
        let Some(answer) = found.answer else {
            return Ok(Reply::say(voice.say("find-wordless")));
        };
        self.paced(here)?;
        self.count_answer(here, &served.article, &answer);
        let told = reply(voice, &served.article, &answer);
        let told = here.advised(told, Sure::of(&answer));
        let answers = is_found(&answer);
        let others = matches!(here.place, Place::Channel(_));
        Ok(match answers && others {
            true => told.offering(voice, &served.article, pointed.message, found.shown),
            false => told,
        })
    }

    /// Offers the article under a message, once, or opens what was offered.
    pub(super) fn offered(&self, here: &Here<'_>, press: Offering) -> Result<Response, Refusal> {
        let voice = here.voice();
        let (message, article, shown) = match press {
            Offering::Alone { article, shown } => {
                // Nobody has read anything of it yet: whoever opens it reads it as they read the article here.
                let offered = self.opened(here, article)?;
                let served = self.edition(here, offered);
                let answer = found(offered, article, &shown)?;
                let answer = self.knowledge.retold(answer, offered, served, "");
                let opened = self.shown_from(here, served, &answer, &shown);
                self.count_shown(here, article, &shown);
                return Ok(Response::Reply(opened));
            }
            Offering::Publicly {
                message,
                article,
                shown,
            } => (message, article, shown),
        };
        let Place::Channel(channel) = &here.place else {
            return Err(Refusal::NotHere);
        };
        let served = self.opened(here, article)?;
        here.admits(&served.article)?;
        if !self.lately.offered.0.first(message, here.now.instant) {
            return Ok(Response::Reply(Reply::say(voice.say("offer-stands"))));
        }
        if let Err(wait) = self.lately.shared.write(here.who(), here.now.instant) {
            self.lately.offered.0.forget(|other| *other == message);
            return Err(Refusal::SharedEnough(wait));
        }
        let post = Post {
            channel: channel.id,
            about: Some(message),
            part: None,
            reply: offer(here.common_voice(), &served.article, shown),
            otherwise: Reply::say(voice.say("offer-impossible")),
            notice: here.notice(),
        };
        Ok(Response::Posting(Reply::say(voice.say("offer-done")), post))
    }

    /// Counts that `post` stands in `place` for everyone since `now`.
    pub fn written(&self, place: Place, post: &Post, now: Now) {
        if let Some((slug, section)) = &post.part {
            self.count_shared(place, slug, *section, now);
        }
    }

    /// Takes back that `post` was written: it could not be.
    pub fn unwritten(&self, post: &Post) {
        match post.about {
            Some(about) => self.lately.offered.0.forget(|message| *message == about),
            None => self.lately.shared.forget(post.channel),
        }
    }
}

/// Whether there is something in `answer` to offer to others.
fn is_found(answer: &Answer) -> bool {
    match answer {
        Answer::Passage(_) | Answer::Likely(..) | Answer::DidYouMean(_) => true,
        Answer::Section(_) | Answer::Sections(_) => true,
        Answer::NotInArticle(_) | Answer::Clinic | Answer::OtherLanguage => false,
        Answer::Contents | Answer::Care(_) => false,
    }
}
