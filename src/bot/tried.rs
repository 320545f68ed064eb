//! A moderator tries a question: what a member would read here, and why.

use super::here::Here;
use super::learned::about;
use super::{Asking, Bot, Refusal, Served};
use crate::answer::{Explanation, Source, answer};
use crate::care::Length;
use crate::reply::{Audience, Part, Reply, hint, numbers_button, why_in_words};
use crate::search::Taught;
use crate::settings::Style;
use crate::text::without_masks;
use crate::who::Asker;
use std::sync::Arc;

impl Bot {
    /// The reply that an ordinary member would get here, before the moderator alone, and under it why. Nothing of it
    /// is kept, and no card counts as read.
    pub(super) fn tried(&self, here: &Here<'_>, question: &str) -> Result<Reply, Refusal> {
        here.moderator().ok_or(Refusal::NotModerator)?;
        let member = member(here.asker);
        let mut there = Here::new(
            &self.knowledge,
            &member,
            here.place,
            Arc::clone(&here.settings),
            Arc::clone(&here.lessons),
            here.now,
        );
        there.read = here.read.clone();
        there.spoken = self.knowledge.language_of(question);
        let there = there.reading(question);
        let voice = here.voice();
        let served = self.served_in(&there);
        let met = self.met(&there, served, question);
        let mut reply = met.unwrap_or_else(|refusal| refusal.reply(voice));
        let seen = match reply.audience {
            Audience::Everyone => "tried-public",
            Audience::OnlyAsker => "tried-private",
        };
        reply.audience = Audience::OnlyAsker;
        if !reply
            .parts
            .iter()
            .any(|part| matches!(part, Part::Asked { .. }))
        {
            reply.parts.push(voice.repeated(question.to_owned()));
        }
        reply.parts.push(Part::Aside {
            lead: voice.say("tried-why"),
            words: self.why(here, served, question).join("\n"),
        });
        // In plain text nothing tells the question from what stands around it, so no button could read it there.
        if here.settings.style == Style::Embeds {
            reply.put(numbers_button(voice));
        }
        reply.parts.insert(0, Part::Note(voice.say(seen)));
        Ok(reply)
    }

    /// The numbers behind what `question` meets here.
    pub(super) fn numbers(&self, here: &Here<'_>, question: &str) -> Result<Reply, Refusal> {
        here.moderator().ok_or(Refusal::NotModerator)?;
        let served = self.knowledge.searched(self.served_in(here), question);
        let (why, taught) = self.reasons(here, served, question);
        let mut lines = why.lines(&served.article);
        lines.extend(taught.map(|(alike, words, section)| {
            format!("taught here, {alike:.2} alike: {words} → {section}")
        }));
        Ok(Reply {
            parts: vec![Part::Aside {
                lead: here.voice().say("button-numbers"),
                words: lines.join("\n"),
            }],
            ..Reply::say("")
        })
    }

    /// What `question` meets there.
    pub(super) fn met(
        &self,
        there: &Here<'_>,
        served: &Served,
        question: &str,
    ) -> Result<Reply, Refusal> {
        let found = self.found(there, served, question);
        if let Some(need) = found.need {
            let article = served.key();
            let shown = found.shown;
            return Ok(self.card(there, need, Length::Full, None, article, shown));
        }
        there.admits(&served.article)?;
        Ok(match found.answer {
            Some(answer) => {
                let asking = Asking::of(question);
                self.framed(there, served, &answer, &asking, &found.next)
            }
            None => hint(there.voice(), &served.article, Audience::OnlyAsker),
        })
    }

    /// Why `question` meets here what it meets, in words.
    fn why(&self, here: &Here<'_>, served: &Served, question: &str) -> Vec<String> {
        let served = self.knowledge.searched(served, question);
        let (mut why, taught) = self.reasons(here, served, question);
        // Words of grammar tell as well, and tell a moderator nothing.
        let language = &served.article.about.language;
        let is_common = |word: &String| self.knowledge.languages.is_common(word, language);
        for section in why.search.iter_mut().flat_map(|it| &mut it.sections) {
            section.words.retain(|word| !is_common(word));
        }
        let mut lines = why_in_words(here.voice(), &served.article, &why);
        lines.extend(taught.map(|(_, words, section)| {
            let values = [("words", &*words), ("section", section.as_str())];
            here.voice().say_all("tried-taught", &values)
        }));
        lines
    }

    /// Why, and the lesson of this server that voted on it: how alike, its words, its section.
    fn reasons(
        &self,
        here: &Here<'_>,
        served: &Served,
        question: &str,
    ) -> (Explanation, Option<Nearest>) {
        let taught = self.taught_to(here, served);
        let source = Source {
            taught: &taught,
            ..self.knowledge.shelf.source(served)
        };
        let confidence = here.settings.confidence;
        let asked = here.question(question);
        let care = &self.knowledge.care;
        let answered = answer(source, care, confidence, asked);
        let why = Explanation::of(source.index, care, confidence, question, &answered);
        let taught = match why.care {
            None => nearest(here, served, &taught, question),
            Some(_) => None,
        };
        (why, taught)
    }
}

/// How alike a lesson is, its words, and the section it leads to.
type Nearest = (f32, String, String);

/// The lesson of this server that voted on `question`.
fn nearest(here: &Here<'_>, served: &Served, taught: &Taught, question: &str) -> Option<Nearest> {
    let nearest = served.index.nearest(question, taught)?;
    let (lesson, _) = about(served, here.lessons.iter()).nth(nearest.lesson)?;
    let words = without_masks(&lesson.words).into_owned();
    Some((nearest.alike, words, lesson.section.to_string()))
}

/// The same person without any rights or roles.
pub(super) fn member(asker: &Asker) -> Asker {
    let mut member = asker.clone();
    if let Some(member) = &mut member.member {
        member.manages_server = false;
        member.roles.clear();
    }
    member
}
