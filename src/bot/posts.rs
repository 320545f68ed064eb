//! The title of a new post or thread, where moderators want that it may meet a line of ours.
//!
//! Nobody asked us, so we are silent wherever the article does not answer surely. Whether a person is needed decides nothing
//! that others see: who may need one meets a line where the article would answer anybody, and reads alone what it opens.

use super::here::Here;
use super::{Bot, Response};
use crate::answer::Answer;
use crate::who::{Place, UserId};
use std::time::Duration;

/// So many lines of ours stand under new posts of one channel within [`A_WHILE`]. More would drown who answers there.
const LINES: u32 = 5;

/// As long as people look at what is new.
const A_WHILE: Duration = Duration::from_secs(10 * 60);

impl Bot {
    /// The line under a new post with this `title`, if there is something for whoever opened it.
    pub(super) fn meets_post(&self, here: &Here<'_>, title: &str) -> Response {
        let Place::Channel(channel) = here.place else {
            return Response::Silence;
        };
        let served = self.served_in(here);
        let admitted = here.admits(&served.article).is_ok();
        let (true, true, Some(home)) = (
            here.settings.looks_at_posts(&channel),
            admitted,
            channel.home,
        ) else {
            return Response::Silence;
        };
        let found = self.found(here, served, title);
        let sure = matches!(found.answer, Some(Answer::Passage(_) | Answer::Section(_)));
        if !sure {
            return Response::Silence;
        }
        // A channel has a pace as a person has one.
        let who = (UserId(home.0), Some(channel.guild));
        let paced = self
            .lately
            .posts
            .take(who, &[(LINES, A_WHILE)], here.now.instant);
        match paced {
            Ok(()) => Response::Reply(self.teased(here, served, found)),
            Err(_) => Response::Silence,
        }
    }
}
