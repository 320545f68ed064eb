//! Everything the author wrote, worked out once when the program starts.

use super::Shelf;
use super::drawer::Drawer;
use crate::answer::{Answer, Answered, Confidence, Source, answer, is_open};
use crate::care::{Care, Examples, Helplines, Said};
use crate::content::phrases::{Head, tongue};
use crate::content::words::Beside;
use crate::content::{Article, Asked, Languages, Library, Mistake, Phrases};
use crate::encoder::{Encoder, Question, Sense};
use crate::learn::Recollection;
use crate::reply::{Part, Reply, Voice};
use crate::settings;
use std::mem;
use std::path::Path;
use std::sync::Arc;
use std::thread;

/// What we answer with, when we do not, and how we speak.
#[derive(Debug)]
pub struct Knowledge {
    /// The articles and what is known of them.
    pub shelf: Shelf,
    /// When we do not quote.
    pub care: Care,
    /// The bot's own sentences.
    pub phrases: Phrases,
    /// The languages that we know when we meet them.
    pub languages: Arc<Languages>,
    /// What reads where the words leave something open; without it the words decide alone.
    pub encoder: Option<Arc<Encoder>>,
    /// Where what is learned is kept, if it is.
    drawer: Option<Drawer>,
}

impl Knowledge {
    /// Builds the index of every article of `library` and reads what care needs.
    ///
    /// # Errors
    ///
    /// Every mistake in the care files.
    pub fn build(library: Library) -> Result<Knowledge, Vec<Mistake>> {
        Knowledge::recalling(library, &Recollection::default())
    }

    /// The same where what the author's examples taught is kept in `folder`, and is put there if it is not yet.
    ///
    /// # Errors
    ///
    /// Every mistake in the care files.
    pub fn kept_in(folder: &Path, library: Library) -> Result<Knowledge, Vec<Mistake>> {
        let drawer = Drawer::of(folder, &library);
        let kept = Recollection::of(&drawer);
        let knowledge = Knowledge::recalling(library, &kept)?;
        drawer.keep(kept.news());
        Ok(Knowledge {
            drawer: Some(drawer),
            ..knowledge
        })
    }

    /// The same, but for what is `kept`.
    fn recalling(mut library: Library, kept: &Recollection<'_>) -> Result<Knowledge, Vec<Mistake>> {
        let articles = mem::take(&mut library.articles);
        let own = Questions::of(articles.iter().map(|entry| &entry.asked));
        let others = Questions::of(articles.iter().flat_map(|entry| &entry.asked_in));
        // Both learn for half a second, and neither needs the other.
        let (care, shelf) = thread::scope(|threads| {
            let care = threads.spawn(|| cared(&library, &own, &others, kept));
            let shelf = threads.spawn(|| Shelf::build(articles, &library.words, kept));
            let learned = "learning does not panic";
            (care.join().expect(learned), shelf.join().expect(learned))
        });
        Ok(Knowledge {
            care: care?,
            shelf,
            phrases: library.phrases,
            languages: Arc::clone(library.words.languages()),
            encoder: None,
            drawer: None,
        })
    }

    /// The same with an encoder.
    pub fn reading_with(self, encoder: impl Into<Arc<Encoder>>) -> Knowledge {
        let encoder = encoder.into();
        let classes = encoder.classes();
        let kept = self.drawer.as_ref().map(|drawer| Recollection::of(drawer));
        let kept = kept.unwrap_or_default();
        let shelf = self.shelf.hearing(classes).understood_by(&encoder, &kept);
        if let Some(drawer) = &self.drawer {
            drawer.keep(kept.news());
        }
        Knowledge {
            shelf,
            care: self.care.hearing(classes),
            encoder: Some(Arc::clone(&encoder)),
            ..self
        }
    }

    /// The encoder, if the words of `question` to `source` leave something open.
    pub fn reader(&self, source: Source<'_>, question: &str) -> Option<&Arc<Encoder>> {
        let encoder = self.encoder.as_ref()?;
        is_open(source, &self.care, question).then_some(encoder)
    }

    /// Answers `question` from `source`, and tells what the encoder made of it if it was asked.
    pub fn answer(
        &self,
        source: Source<'_>,
        confidence: Confidence,
        question: &str,
    ) -> (Answered, Option<Sense>) {
        let sense = self.sense(source, question);
        let asked = Question {
            text: question,
            sense: sense.as_ref(),
        };
        (answer(source, &self.care, confidence, asked), sense)
    }

    /// What the encoder makes of `question` to `source`, if its words leave something open.
    pub fn sense(&self, source: Source<'_>, question: &str) -> Option<Sense> {
        let encoder = self.reader(source, question)?;
        Some(encoder.read(question))
    }

    /// The language of `message`, as a tag, if it is clear and we speak it.
    pub fn language_of(&self, message: &str) -> Option<&str> {
        let language = self.languages.of(message)?;
        let spoken = self.phrases.spoken(language);
        (tongue(spoken) == tongue(language)).then_some(spoken)
    }

    /// `reply` to `question`, which was `answer` to a question in the asker's own words: where we do not speak their
    /// language, it tells them in that language which we understand; else it says where the article's is another.
    pub fn in_languages(
        &self,
        reply: Reply,
        voice: Voice<'_>,
        article: &Article,
        (question, answer): (&str, &Answer),
    ) -> Reply {
        let spoken = self.language_of(question).is_some();
        match answer {
            Answer::OtherLanguage if spoken => reply,
            Answer::OtherLanguage => {
                let language = self.languages.foreign(question, &article.about.language);
                let known = language.and_then(|tag| self.languages.known(tag));
                let sentence = known.and_then(|known| known.sentence.as_deref());
                // The sentence names every language that we speak.
                let heard = self.phrases.languages().all(|ours| article.hears(ours));
                match sentence.filter(|_| heard) {
                    Some(sentence) => reply.under(sentence),
                    None => reply,
                }
            }
            _ if spoken => reply.naming_language(voice, article),
            _ => reply,
        }
    }

    /// `reply` to `question`, which tells who else can be asked, where the question says that somebody is wanted.
    pub fn beside(&self, mut reply: Reply, voice: Voice<'_>, question: &str) -> Reply {
        let said = match self.shelf.commands().beside(question) {
            Some(Beside::Company) => {
                let page = self.care.anywhere();
                page.map(|page| voice.say_with("company", "page", page))
            }
            // Where it is all that there is to say, it is said already.
            Some(Beside::Clinic) => {
                let quotes = reply
                    .parts
                    .iter()
                    .any(|part| matches!(part, Part::Quote(_)));
                quotes.then(|| voice.say("clinic"))
            }
            // Said to us, they hurt nobody.
            Some(Beside::Harm) | None => None,
        };
        reply.parts.splice(0..0, said.map(Part::Say));
        reply
    }

    /// The language that moderators chose, if they chose one that we speak.
    pub fn chosen(&self, language: settings::Language) -> Option<&Head> {
        let name = language.name()?;
        self.phrases.heads().find(|head| head.setting == *name)
    }

    /// How the bot speaks `language`.
    pub fn voice<'k>(&'k self, language: &'k str) -> Voice<'k> {
        Voice {
            phrases: &self.phrases,
            language,
        }
    }
}

/// The questions that the author has examples of.
struct Questions {
    /// About an article.
    about: Vec<String>,
    /// About nothing in any.
    elsewhere: Vec<String>,
}

impl Questions {
    fn of<'a>(asked: impl Iterator<Item = &'a Asked> + Clone) -> Questions {
        Questions {
            about: asked.clone().flat_map(Asked::about).cloned().collect(),
            elsewhere: asked.flat_map(Asked::elsewhere).cloned().collect(),
        }
    }

    /// What care learns from: these, and what people `said`.
    fn beside<'q>(&'q self, said: &'q Said) -> Examples<'q> {
        Examples {
            said,
            about: &self.about,
            elsewhere: &self.elsewhere,
        }
    }
}

/// When we do not quote: what `library` says of it, learned from its messages and from its `own` questions and, apart from
/// them, from those in other languages, but for what is `kept`.
///
/// # Errors
///
/// Every mistake in the care files.
fn cared(
    library: &Library,
    own: &Questions,
    others: &Questions,
    kept: &Recollection<'_>,
) -> Result<Care, Vec<Mistake>> {
    let (care, mut mistakes) = Care::read(&library.rules, &library.words);
    let (said, more) = Said::read(&library.said.file, &library.said.content);
    mistakes.extend(more);
    let (said_in, more) = Said::read_all(&library.said_in);
    mistakes.extend(more);
    let helplines = &library.helplines;
    let (lines, more) = Helplines::read(&helplines.file, &helplines.content);
    mistakes.extend(more);
    let (lines, more) = lines.speaking(&library.lines);
    mistakes.extend(more);
    let (care, more) = care.with(&library.cards, lines);
    mistakes.extend(more);
    match mistakes.is_empty() {
        true => Ok(care.recalling(own.beside(&said), others.beside(&said_in), kept)),
        false => Err(mistakes),
    }
}
