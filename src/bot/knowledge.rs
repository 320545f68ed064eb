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
        let kept = drawer.open();
        let knowledge = Knowledge::recalling(library, &kept)?;
        drawer.keep(kept.news());
        Ok(Knowledge {
            drawer: Some(drawer),
            ..knowledge
        })
    }

    /// The same, but for what is `kept`.
    fn recalling(library: Library, kept: &Recollection) -> Result<Knowledge, Vec<Mistake>> {
        let Library {
            words,
            rules,
            cards,
            said,
            said_in,
            helplines,
            lines: translated,
            ..
        } = &library;
        let (rules, mut mistakes) = Care::read(rules, words);
        let (said, more) = Said::read(&said.file, &said.content);
        mistakes.extend(more);
        let (said_in, more) = Said::read_all(said_in);
        mistakes.extend(more);
        let (lines, more) = Helplines::read(&helplines.file, &helplines.content);
        mistakes.extend(more);
        let (lines, more) = lines.speaking(translated);
        mistakes.extend(more);
        let (rules, more) = rules.with(cards, lines);
        mistakes.extend(more);
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        let asked = library.articles.iter().map(|entry| &entry.asked);
        let (about, elsewhere) = questions(asked);
        let asked_in = library.articles.iter().flat_map(|entry| &entry.asked_in);
        let (about_in, elsewhere_in) = questions(asked_in);
        let own = Examples {
            said: &said,
            about: &about,
            elsewhere: &elsewhere,
        };
        let others = Examples {
            said: &said_in,
            about: &about_in,
            elsewhere: &elsewhere_in,
        };
        // Both learn for half a second, and neither needs the other.
        let (care, shelf) = thread::scope(|threads| {
            let care = threads.spawn(|| rules.recalling(own, others, kept));
            let shelf = threads.spawn(|| Shelf::build(library.articles, &library.words, kept));
            (packed(care.join()), packed(shelf.join()))
        });
        Ok(Knowledge {
            care,
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
        let kept = self.drawer.as_ref().map(Drawer::open);
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

/// The questions that `asked` has examples of: about an article, and about nothing in it.
fn questions<'a>(asked: impl Iterator<Item = &'a Asked> + Clone) -> (Vec<String>, Vec<String>) {
    let about = asked.clone().flat_map(Asked::about).cloned().collect();
    (about, asked.flat_map(Asked::elsewhere).cloned().collect())
}

/// What a thread `learned`, copied. The thread left it between holes, in memory of its own; a copy lies close together,
/// and that memory goes back to the system whole.
fn packed<T: Clone>(learned: thread::Result<T>) -> T {
    learned.expect("learning does not panic").clone()
}
