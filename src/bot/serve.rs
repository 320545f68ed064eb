//! Which room serves which request.

use super::here::Here;
use super::{Asking, Bot, Refusal, Request, Response};
use crate::press::{Press, Review};
use crate::reply;

impl Bot {
    /// Serves one request, whatever it shall look like. `words` were asked where it was pressed.
    pub(super) async fn serve(
        &self,
        here: &Here<'_>,
        request: Request,
        words: &str,
    ) -> Result<Response, Refusal> {
        let response = match request {
            Request::Ask(asking) => self.asked(here, &asking).map(Response::Reply),
            Request::Message(question) | Request::Edited(question) => {
                let asking = Asking::of(question);
                self.asked(here, &asking).map(Response::Reply)
            }
            Request::Read(reading) => self.read(here, &reading).map(Response::Reply),
            Request::Typing(typing) => Ok(Response::Suggestions(self.suggested(here, &typing))),
            Request::Mention(question) => Ok(self.mentioned(here, &question)),
            Request::Titled(title) => Ok(self.meets_post(here, &title)),
            Request::Privacy => Ok(Response::Reply(reply::privacy(here.voice()))),
            Request::Forget | Request::Press(Press::Forget) => {
                Ok(Response::Reply(self.forget(here).await))
            }
            Request::Setup(setup, picked, survey) => {
                self.setup(here, setup, &picked, &survey).await
            }
            Request::Import(file) => self.imported(here, &file),
            Request::Press(Press::Panel(panel)) => self.panel(here, panel).await,
            Request::Picked(Press::Panel(panel), ids) => self.panel_picked(here, panel, ids).await,
            Request::Filled(Press::Panel(panel), texts) => {
                self.panel_filled(here, panel, &texts).await
            }
            Request::Review => self.review(here).await.map(Response::Reply),
            Request::Taught => self.taught(here).map(Response::Reply),
            Request::Tally => self.tallied(here).await.map(Response::Reply),
            Request::Press(Press::Tally(press)) => {
                let told = self.tally_pressed(here, press).await;
                told.map(Response::Reply)
            }
            Request::Try(question) => self.tried(here, &question).map(Response::Reply),
            Request::Press(Press::Review(Review::Send { article, carded })) => {
                self.writing(here, article, carded, words)
            }
            Request::Filled(Press::Review(Review::Send { article, carded }), texts) => {
                let words = texts.first().map_or("", String::as_str);
                self.sent(here, article, carded, words).await
            }
            Request::Press(Press::Review(Review::Edit { report, section })) => {
                self.editing(here, report, section, words).await
            }
            Request::Filled(Press::Review(Review::Edit { report, section }), texts) => {
                let words = texts.first().map_or("", String::as_str);
                let weighed = self.weigh(here, report, section, words).await;
                weighed.map(Response::Reply)
            }
            Request::Press(Press::Review(Review::Answer { report })) => {
                self.answering(here, report).await
            }
            Request::Filled(Press::Review(Review::Answer { report }), texts) => {
                let words = texts.first().map_or("", String::as_str);
                let answered = self.answered(here, report, words).await;
                answered.map(Response::Reply)
            }
            Request::Press(Press::Review(Review::Remove { channel, message })) => {
                self.removing(here, channel, message)
            }
            Request::Press(Press::Review(press)) => {
                let reviewed = self.reviewed(here, press, words).await;
                reviewed.map(Response::Reply)
            }
            Request::Numbers(question) => self.numbers(here, &question).map(Response::Reply),
            Request::Find(pointed) => self.find(here, &pointed).map(Response::Reply),
            Request::Help => Ok(Response::Reply(self.help(here))),
            Request::Press(Press::Offer(press)) => self.offered(here, press),
            Request::Picked(Press::After(press), ids) => self.picked_for(here, press, &ids),
            Request::Press(Press::After(press)) => self.after(here, press),
            Request::Press(press) => {
                let reply = self.pressed(here, press.clone())?;
                self.remember_press(here, &press);
                Ok(Response::Reply(reply))
            }
            Request::Plainly(_)
            | Request::PressUnder(..)
            | Request::Picked(..)
            | Request::Filled(..) => Err(Refusal::UnknownPress),
        };
        response.map(|response| self.deletable(here, self.excused(here, response)))
    }
}
