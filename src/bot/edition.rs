//! In which language an article is read: the one place that chooses among its texts.

use super::here::Here;
use super::{Bot, Knowledge, Response, Served, Shelf};
use crate::answer::{Answer, Answered, Confidence, named, retold};
use crate::content::phrases::tongue;
use crate::reply::{Audience, Part};

impl Knowledge {
    /// The text of the article of `served` in the first of `languages` that there is one in; else the author's own.
    pub fn edition<'k, 'l>(
        &'k self,
        served: &'k Served,
        mut languages: impl Iterator<Item = &'l str>,
    ) -> &'k Served {
        let Knowledge { shelf, .. } = self;
        let found = languages.find_map(|language| shelf.in_language(served, language));
        found.unwrap_or_else(|| shelf.own(served))
    }

    /// The text of the article of `served` that reads `question` best: the one in its language, if that is clear.
    pub fn searched<'k>(&'k self, served: &'k Served, question: &str) -> &'k Served {
        let language = self.languages.of(question);
        let same = language.and_then(|language| self.shelf.in_language(served, language));
        same.unwrap_or(served)
    }

    /// Answers `question` from `served`, whichever text of the article reads it best.
    pub fn answer_from(&self, served: &Served, confidence: Confidence, question: &str) -> Answered {
        let searched = self.searched(served, question);
        let source = self.shelf.source(searched);
        let (answered, _) = self.answer(source, confidence, question);
        Answered {
            answer: self.retold(answered.answer, searched, served, question),
            ..answered
        }
    }

    /// `answer` to `question` from the text that was `searched`, told from `served`.
    pub fn retold(
        &self,
        answer: Answer,
        searched: &Served,
        served: &Served,
        question: &str,
    ) -> Answer {
        match searched.key() == served.key() {
            true => answer,
            false => retold(answer, self.shelf.source(served), question),
        }
    }
}

impl Bot {
    /// The text of the article of `served` that is read here: in the language that was chosen with the command; else the
    /// one that the asker writes in; else the one in which we speak to them; else the author's own.
    pub(super) fn edition<'b>(&'b self, here: &Here<'_>, served: &'b Served) -> &'b Served {
        let spoken = match here.openly {
            true => here.common_voice(),
            false => here.voice(),
        };
        let languages = here.written.into_iter().chain([spoken.language]);
        let chosen = self.chosen_or(here, served, languages);
        let Some(words) = &here.words else {
            return chosen;
        };
        // Whoever chose a line of ours may have chosen it out of another text.
        match here.chosen.is_some() || named(&chosen.article, words).is_some() {
            true => chosen,
            false => {
                let mut texts = self.knowledge.shelf.texts_of(served);
                let named = texts.find(|text| named(&text.article, words).is_some());
                named.unwrap_or(chosen)
            }
        }
    }

    /// The same for what `audience` reads. Everyone reads in the server's language: in which one somebody asked alone is
    /// theirs to tell.
    pub(super) fn edition_before<'b>(
        &'b self,
        here: &Here<'_>,
        served: &'b Served,
        audience: Audience,
    ) -> &'b Served {
        match audience {
            Audience::Everyone if !here.openly => {
                self.chosen_or(here, served, [here.common_voice().language].into_iter())
            }
            _ => served,
        }
    }

    /// The text in the language that was chosen with the command, or in the first of `languages` that there is one in.
    fn chosen_or<'b, 'l>(
        &'b self,
        here: &Here<'_>,
        served: &'b Served,
        languages: impl Iterator<Item = &'l str>,
    ) -> &'b Served {
        let chosen = here.chosen.as_deref();
        let wanted = chosen.map(|language| self.knowledge.shelf.in_language(served, language));
        if let (Some(language), Some(None)) = (chosen, wanted) {
            here.misses(language);
        }
        wanted
            .flatten()
            .unwrap_or_else(|| self.knowledge.edition(served, languages))
    }

    /// `response` under a line that says in which language the article is not there, or not any more, if it was wanted.
    pub(super) fn excused(&self, here: &Here<'_>, mut response: Response) -> Response {
        if let (Some(wanted), Response::Reply(reply) | Response::Posting(reply, _)) =
            (here.missed(), &mut response)
            && reply.audience == Audience::OnlyAsker
        {
            let said = here
                .voice()
                .say_with("no-edition", "language", tongue(wanted));
            reply.parts.insert(0, Part::Note(said));
        }
        response
    }
}

impl Shelf {
    /// The languages in which some article can be read, where one of them can be read in several: as tags, in the order
    /// of the articles.
    pub fn languages(&self) -> Vec<&str> {
        let several = self
            .all()
            .iter()
            .filter(|own| self.texts_of(own).nth(1).is_some());
        let texts = several.flat_map(|own| self.texts_of(own));
        let mut languages: Vec<&str> = Vec::new();
        for text in texts {
            if languages.iter().all(|known| !text.article.is_in(known)) {
                languages.push(&text.article.about.language);
            }
        }
        languages
    }
}
