//! From the moderators back to whoever sent them something: neither learns the other's name.
//!
//! What they answered waits sealed in the database for a week at most. Whoever sent the report reads it under the next
//! reply of ours that only they see, in that server or in direct messages; a care card comes alone.

use super::here::Here;
use super::unkept::not_kept;
use super::{Bot, Refusal, Response};
use crate::reply::{Arrival, Audience, Part, Reply, answer_form, from_moderators};
use crate::store::Note;
use crate::who::{Place, UserId};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use time::OffsetDateTime;

/// A message with what moderators answered is at most so long; else it waits for a shorter one. Frames take six thousand,
/// with what stands around the words. In characters.
const ROOM: usize = 5_000;

/// What waits, by whom it waits for.
#[derive(Default)]
pub(super) struct Notes(Mutex<HashMap<UserId, Vec<Note>>>);

impl Notes {
    fn replace(&self, notes: HashMap<UserId, Vec<Note>>) {
        *self.notes() = notes;
    }

    /// What waits for `user` and may be told in `place`; it does not wait here any more.
    fn take(&self, user: UserId, place: Place) -> Option<Note> {
        let mut notes = self.notes();
        let waiting = notes.get_mut(&user)?;
        let told_here = |note: &Note| match place {
            Place::Channel(channel) => channel.guild == note.guild,
            Place::Dm => true,
            Place::Elsewhere => false,
        };
        let at = waiting.iter().position(told_here)?;
        let note = waiting.remove(at);
        if waiting.is_empty() {
            notes.remove(&user);
        }
        Some(note)
    }

    pub(super) fn forget(&self, user: UserId) {
        self.notes().remove(&user);
    }

    pub(super) fn len(&self) -> usize {
        self.notes().len()
    }

    fn notes(&self) -> MutexGuard<'_, HashMap<UserId, Vec<Note>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Notes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Notes(…)")
    }
}

impl Bot {
    /// Looks which answers of moderators wait for whom. Whoever runs the bot sees to it now and then.
    pub async fn look_for_notes(&self, now: OffsetDateTime) {
        let Ok(open) = self.store.notes(now).await else {
            return;
        };
        let mut notes: HashMap<UserId, Vec<Note>> = HashMap::new();
        for note in open {
            if let Some(user) = self.senders.open(&note.sender, note.guild) {
                notes.entry(user).or_default().push(note);
            }
        }
        self.lately.notes.replace(notes);
    }

    /// Lets a moderator write to whoever sent a report.
    pub(super) async fn answering(
        &self,
        here: &Here<'_>,
        report: u64,
    ) -> Result<Response, Refusal> {
        let queue = self.queue(here).await?;
        Ok(match queue.answerable(report) {
            true => Response::Form(answer_form(here.voice(), report)),
            false => Response::Reply(queue.show(here, Some(report), self.unanswerable(here))),
        })
    }

    fn unanswerable(&self, here: &Here<'_>) -> Option<String> {
        Some(here.voice().say("review-unanswerable"))
    }

    /// Keeps what a moderator wrote to whoever sent a report.
    pub(super) async fn answered(
        &self,
        here: &Here<'_>,
        report: u64,
        words: &str,
    ) -> Result<Reply, Refusal> {
        let voice = here.voice();
        let moderator = here.moderator().ok_or(Refusal::NotModerator)?;
        if words.trim().is_empty() {
            return Err(Refusal::Wordless);
        }
        let done = if self.knowledge.shelf.commands().harms(words) {
            Some(voice.say("refusal-line-harms"))
        } else {
            let now = here.now.time;
            match self
                .store
                .answer(moderator, report, words.trim(), now)
                .await
            {
                Ok(true) => {
                    self.look_for_notes(now).await;
                    Some(voice.say("review-answered"))
                }
                Ok(false) => self.unanswerable(here),
                Err(error) => return Ok(not_kept(voice, &error)),
            }
        };
        Ok(self.queue(here).await?.show(here, Some(report), done))
    }

    /// `response` with what moderators answered its asker, if something waits and they alone read it.
    pub(super) async fn with_note(&self, here: &Here<'_>, mut response: Response) -> Response {
        let Response::Reply(reply) = &mut response else {
            return response;
        };
        if self.lately.notes.len() == 0 || !takes_note(here, reply) {
            return response;
        }
        let Some(note) = self.lately.notes.take(here.asker.user, here.place) else {
            return response;
        };
        // Where the database is away it waits on, and is found again.
        if let Ok(Some(words)) = self.store.deliver(&note).await {
            reply.parts.extend(from_moderators(here.voice(), &words));
        }
        response
    }
}

/// Whether something may stand under `reply`: one of its own, before its asker alone, with room left.
fn takes_note(here: &Here<'_>, reply: &Reply) -> bool {
    let alone = here.place == Place::Dm || reply.audience == Audience::OnlyAsker;
    let said = reply.parts.iter().map(|part| match part {
        Part::Say(words) | Part::Note(words) | Part::Onward(words) => words.chars().count(),
        Part::Quote(quote) => quote.words.chars().count() + quote.title.chars().count(),
        Part::Advice { lead, words }
        | Part::Asked { lead, words }
        | Part::Aside { lead, words } => lead.chars().count() + words.chars().count(),
        Part::File(_) => ROOM,
    });
    let longest = usize::from(crate::reply::REPORT_LIMIT);
    let fits = said.sum::<usize>() + longest <= ROOM;
    alone && fits && reply.arrival == Arrival::New && !reply.is_card()
}
