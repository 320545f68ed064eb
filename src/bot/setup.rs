//! The setup: a choice made, the next step shown, and at the end whether all of it can work.

use super::here::Here;
use super::panel::changes;
use super::tried::member;
use super::unkept::unkept;
use super::{Bot, Refusal, Response};
use crate::content::Rating;
use crate::press::{List, Page, Setup, Step};
use crate::reply::{self, Examined, Part, Reply};
use crate::settings::{Gate, Settings, Survey, examine};
use std::sync::Arc;

impl Bot {
    /// Does what a press of the setup means, for a moderator of this server. `picked` is what was picked with it,
    /// `survey` what the doctor looks at.
    pub(super) async fn setup(
        &self,
        here: &Here<'_>,
        setup: Setup,
        picked: &[u64],
        survey: &Survey,
    ) -> Result<Response, Refusal> {
        let moderator = here.moderator().ok_or(Refusal::NotModerator)?;
        let (step, changes) = match setup {
            Setup::At(step) => {
                return Ok(self.at(here, &here.settings, step, None, survey));
            }
            Setup::Places(page) => {
                let at = (Step::Helplines, page);
                let step = reply::step(here.voice(), &here.settings, &self.offer(), at, None);
                return Ok(Response::Reply(step));
            }
            Setup::Pick(list, seen) if reply::seen(&here.settings, list) != seen => {
                let note = here.voice().say("panel-changed-meanwhile");
                let step = step_of(setup);
                return Ok(self.at(here, &here.settings, step, Some(note), survey));
            }
            Setup::Choose(choice) => (step_of(setup), vec![self.change(choice)?]),
            Setup::Pick(list, _) => (
                step_of(setup),
                changes(&here.settings, list, Step::SPAN, 0, picked),
            ),
            Setup::Helplines(place) => (Step::Helplines, vec![self.place(place)?]),
        };
        let mut settings = Arc::clone(&here.settings);
        for change in changes {
            let user = here.asker.user;
            match self
                .store
                .change(moderator, user, change, here.now.time)
                .await
            {
                Ok(after) => settings = after,
                Err(error) => {
                    let note = Some(unkept(here.voice(), &error));
                    return Ok(self.at(here, &settings, step, note, survey));
                }
            }
        }
        let note = Some(here.voice().say("panel-saved"));
        Ok(self.at(here, &settings, step.next(), note, survey))
    }

    fn at(
        &self,
        here: &Here<'_>,
        settings: &Arc<Settings>,
        step: Step,
        note: Option<String>,
        survey: &Survey,
    ) -> Response {
        Response::Reply(match step {
            Step::Doctor => self.doctor(here, settings, survey),
            step => reply::step(here.voice(), settings, &self.offer(), (step, 0), note),
        })
    }

    fn doctor(&self, here: &Here<'_>, settings: &Arc<Settings>, survey: &Survey) -> Reply {
        // What members get is told, and they may be kept out where a moderator is not.
        let member = member(here.asker);
        let now = Here::new(
            &self.knowledge,
            &member,
            here.place,
            Arc::clone(settings),
            Arc::clone(&here.lessons),
            here.now,
        );
        let rating = self.served_in(&now).article.about.rating;
        let open = rating == Rating::Sensitive && settings.gate == Gate::Advise;
        let examined = Examined {
            survey,
            findings: examine(settings, &survey.channels),
            advice: open.then(|| here.voice().say("doctor-sensitive")),
            test: self.test(&now),
        };
        reply::doctor(here.voice(), settings, examined)
    }

    /// A question as members ask it, and the parts of the reply that they would get here.
    fn test(&self, here: &Here<'_>) -> (String, Vec<Part>) {
        let served = self.served_in(here);
        let title = served.article.title().as_str();
        let question = served.questions(here.voice().language).next();
        let question = question.unwrap_or(title).to_owned();
        let answer = self.met(here, served, &question);
        let reply = answer.unwrap_or_else(|refusal| refusal.reply(here.voice()));
        (question, reply.parts)
    }
}

/// The step that a choice belongs to.
fn step_of(setup: Setup) -> Step {
    match setup {
        Setup::At(step) => step,
        Setup::Helplines(_) | Setup::Places(_) => Step::Helplines,
        Setup::Pick(List::Mentions, _) => Step::Mentions,
        Setup::Pick(List::Review, _) => Step::Reports,
        Setup::Pick(..) => Step::Channels,
        Setup::Choose(choice) => match choice.page() {
            Page::Mentions => Step::Mentions,
            Page::Answers => Step::Visibility,
            _ => Step::Channels,
        },
    }
}
