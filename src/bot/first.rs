//! What a direct message shows to somebody who wrote nothing before, and who chose nothing: a terminal shows the same.

use super::after::another_try;
use super::ask::next;
use super::talk::said;
use super::{Knowledge, Served};
use crate::answer::{Answer, Answered, Rule, Talk};
use crate::content::phrases::FIRST_LANGUAGE;
use crate::reply::{Audience, Reply, hint, reply};

impl Knowledge {
    /// The reply to the first `message` of somebody, which `served` meets with `answered`. Care has a card of its own.
    pub fn first_reply(&self, served: &Served, message: &str, answered: &Answered) -> Reply {
        let (voice, article) = (self.voice(self.first_language(message)), &served.article);
        let talk = self.shelf.commands().talk(message);
        if let Some(talk) = talk.filter(|talk| !matches!(talk, Talk::Pick(_))) {
            return said(voice, served, talk);
        }
        if answered.rule == Rule::NoWords {
            return hint(voice, article, Audience::OnlyAsker);
        }
        let answer = &answered.answer;
        let told = reply(voice, article, answer);
        let told = self.in_languages(told, voice, article, (message, answer));
        let mut told = self.beside(told, voice, message);
        if let Answer::Passage(passage) | Answer::Section(passage) = answer {
            told.put(another_try(voice, article, *passage, &next(answered)));
        }
        told.inviting(voice)
    }

    /// The language in which we answer the first `message` of somebody of whom we know no other.
    pub fn first_language<'k>(&'k self, message: &str) -> &'k str {
        self.language_of(message).unwrap_or(FIRST_LANGUAGE)
    }
}
