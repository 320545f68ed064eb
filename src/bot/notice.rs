//! A word to the moderators that something was shared, where they want one; never by whom.

use super::here::Here;
use super::response::{Notice, Post, Removal};
use super::{Bot, Refusal, Response};
use crate::reply::{Reply, shared_in};
use crate::settings::Sharing;
use crate::who::ChannelId;

impl Here<'_> {
    /// The notice of what somebody has us write here for everyone, if the moderators want one.
    pub(super) fn notice(&self) -> Option<Notice> {
        let (guild, channel) = self.reviewers()?;
        let language = self.common_voice().language.to_owned();
        (self.settings.sharing == Sharing::Told).then_some(Notice {
            channel,
            guild,
            language,
        })
    }
}

impl Bot {
    /// What `notice` says of `post`, which stands as `message`.
    pub fn notice(&self, notice: &Notice, post: &Post, message: u64) -> Reply {
        let voice = self.voice(&notice.language);
        shared_in(voice, notice.guild, post.channel, message)
    }

    /// Lets a moderator delete what they had notice of.
    pub(super) fn removing(
        &self,
        here: &Here<'_>,
        channel: ChannelId,
        message: u64,
    ) -> Result<Response, Refusal> {
        here.moderator().ok_or(Refusal::NotModerator)?;
        Ok(Response::Removing(Removal {
            channel,
            message,
            otherwise: Reply::say(here.voice().say("review-not-deleted")),
        }))
    }
}
