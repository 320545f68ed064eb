//! What people say in direct messages besides asking: a greeting, thanks, "more", "next".

use super::here::Here;
use super::{Bot, Refusal, Served};
use crate::answer::Talk;
use crate::content::words::Itself;
use crate::press::{After, Press};
use crate::reply::{
    Arrival, Audience, Pages, Reply, Voice, about_us, blamed, delete_button, fine, greeting, hello,
    help, hint, welcome,
};
use crate::who::{ChannelId, UserId};
use time::OffsetDateTime;

/// So many questions show what can be asked.
const QUESTIONS: usize = 3;

impl Bot {
    /// How to use us, for whoever asks.
    pub(super) fn help(&self, here: &Here<'_>) -> Reply {
        help(
            here.voice(),
            &self.served_in(here).article,
            here.moderator(),
            &self.pages,
        )
    }

    /// What we say once to a server that has just taken us in, in its language. Nobody asked for it, so it is
    /// sealed for nobody, and moderators alone can delete it.
    pub fn greeting(&self, language: &str) -> Reply {
        let voice = self.voice(language);
        let nobody = self
            .sealer
            .seal(UserId(0), ChannelId(0), OffsetDateTime::UNIX_EPOCH);
        let mut greeting = greeting(voice);
        greeting.put(delete_button(voice, nobody));
        greeting
    }

    /// Answers `talk`. What it means is what was read last and offered; where nothing was, we say what to ask.
    pub(super) fn talked(
        &self,
        here: &Here<'_>,
        served: &Served,
        talk: Talk,
    ) -> Result<Reply, Refusal> {
        if talk == Talk::About(Itself::Stop) {
            self.lately.memory.forget(here.asker.user);
        }
        match self.onward(here, talk) {
            Some(press) => {
                let opened = self.gone_on(here, press)?;
                Ok(opened.arriving(Arrival::New).inviting(here.voice()))
            }
            // Nobody moderates a conversation of two.
            None if talk == Talk::Help => Ok(self.help(here)),
            None => Ok(said(here.voice(), served, talk)),
        }
    }

    /// What a button would have done.
    fn gone_on(&self, here: &Here<'_>, press: Press) -> Result<Reply, Refusal> {
        match press {
            Press::After(After::Amiss {
                article,
                next,
                section,
            }) => self.amiss(here, article, &next, section),
            press => {
                let opened = self.pressed(here, press.clone())?;
                self.remember_press(here, &press);
                Ok(opened)
            }
        }
    }
}

/// The answer to `talk` where nothing went before it.
pub(super) fn said(voice: Voice<'_>, served: &Served, talk: Talk) -> Reply {
    let article = &served.article;
    match talk {
        Talk::Hello => {
            let questions = served.questions(voice.language).take(QUESTIONS);
            let questions: Vec<&str> = questions.collect();
            hello(voice, article, &questions)
        }
        Talk::Help => help(voice, article, None, &Pages::default()),
        Talk::Thanks => welcome(voice, article),
        Talk::Fine => fine(voice),
        Talk::Blame => blamed(voice, article),
        Talk::About(asked) => about_us(voice, article, asked),
        Talk::More | Talk::Next | Talk::Previous | Talk::Pick(_) | Talk::Amiss => {
            hint(voice, article, Audience::OnlyAsker)
        }
    }
}
