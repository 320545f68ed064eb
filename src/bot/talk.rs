//! What people say in direct messages besides asking: a greeting, thanks, "more", "next".

use super::here::Here;
use super::{Bot, Refusal, Served};
use crate::answer::Talk;
use crate::reply::{Arrival, Audience, Reply, delete_button, greeting, hello, help, hint, welcome};
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

    /// Answers `talk`. What it means is what was read last; where nothing was, we say what to ask.
    pub(super) fn talked(
        &self,
        here: &Here<'_>,
        served: &Served,
        talk: Talk,
    ) -> Result<Reply, Refusal> {
        let voice = here.voice();
        match talk {
            Talk::Hello => {
                let questions: Vec<&str> = served.questions().take(QUESTIONS).collect();
                Ok(hello(voice, &served.article, &questions))
            }
            Talk::Help => Ok(self.help(here)),
            Talk::Thanks => Ok(welcome(voice, &served.article)),
            Talk::More | Talk::Next | Talk::Previous => match self.onward(here, talk) {
                Some(press) => {
                    let opened = self.pressed(here, press.clone())?;
                    self.remember_press(here, &press);
                    Ok(opened.arriving(Arrival::New).inviting(voice))
                }
                None => Ok(hint(voice, &served.article, Audience::OnlyAsker)),
            },
        }
    }
}
