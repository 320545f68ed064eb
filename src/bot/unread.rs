//! Where a server's choices cannot be read.
//!
//! Nobody knows then which channels, roles and ages are kept out, so nothing of the article is shown. Whoever needs a
//! person reads their card all the same, and whoever wants to be forgotten is.

use super::here::Here;
use super::{Bot, Now, Refusal, Request, Response};
use crate::care::Need;
use crate::press::{Press, Review};
use crate::reply::{Reply, privacy};
use crate::who::{Asker, Place};

impl Bot {
    /// Serves what needs no choice of the moderators'. A mention meets silence, whatever it says: what is said before
    /// everyone is theirs to allow.
    ///
    /// # Errors
    ///
    /// [`Refusal::Unread`] for everything else.
    pub(super) async fn unread(
        &self,
        asker: &Asker,
        place: Place,
        request: Request,
        now: Now,
    ) -> Result<Response, Refusal> {
        let here = Here::unread(&self.knowledge, asker, place, now).hearing(&request);
        match request {
            Request::Mention(_) | Request::Titled(_) => Ok(Response::Silence),
            Request::Forget | Request::Press(Press::Forget) => {
                Ok(Response::Reply(self.forget(&here).await))
            }
            request => {
                let reply = self.without_choices(&here, request);
                reply.map(Response::Reply).ok_or(Refusal::Unread)
            }
        }
    }

    /// The reply to `request` that would be the same whatever was chosen.
    fn without_choices(&self, here: &Here<'_>, request: Request) -> Option<Reply> {
        match request {
            Request::Privacy => Some(privacy(here.voice())),
            Request::Ask(asking) => self.card_for(here, &asking.question),
            Request::Message(words) => self.card_for(here, &words),
            Request::Read(reading) => self.card_for(here, &reading.section?),
            Request::Find(pointed) => {
                let seen = |need| pointed.seen(here, need);
                self.card_as(here, &pointed.text, seen)
            }
            Request::Filled(Press::Review(Review::Send { carded: false, .. }), texts) => {
                self.card_for(here, texts.first()?)
            }
            Request::PressUnder(press, _) => self.without_choices(here, Request::Press(press)),
            Request::Plainly(request) => self.plain_without_choices(here, *request),
            Request::Press(Press::Plain(press)) => {
                self.plain_without_choices(here, Request::Press(*press))
            }
            Request::Press(press @ (Press::Hide | Press::Place { .. })) => {
                self.pressed(here, press).ok()
            }
            Request::Press(Press::Sealed(sealed)) => {
                let opening = self.envelopes.open(&sealed)?;
                self.without_choices(here, Request::Press(Press::Show(opening)))
            }
            Request::Press(Press::Show(opening)) => {
                opening.need?;
                self.revealed(here, opening).ok()
            }
            _ => None,
        }
    }

    fn plain_without_choices(&self, here: &Here<'_>, request: Request) -> Option<Reply> {
        let reply = self.without_choices(here, request)?;
        Some(reply.plain().plainly())
    }

    /// The card for `words`, if they need one.
    pub(super) fn card_for(&self, here: &Here<'_>, words: &str) -> Option<Reply> {
        self.card_as(here, words, |need| need)
    }

    /// The same for whoever has that need `seen` so.
    fn card_as(
        &self,
        here: &Here<'_>,
        words: &str,
        seen: impl FnOnce(Need) -> Need,
    ) -> Option<Reply> {
        let served = self.served_in(here);
        let found = self.found(here, served, words);
        Some(self.carded(here, served, seen(found.need?), found.shown))
    }
}
