//! Where and by whom we are asked, and what holds there.

use super::pace::Who;
use super::{Knowledge, Now, Refusal, Request};
use crate::answer::Answer;
use crate::content::{Article, Slug};
use crate::encoder::{Question, Sense};
use crate::reply::{Audience, Part, Reply, Voice};
use crate::settings::{Closing, Mention, Mentioned, Settings, Visibility};
use crate::store::Lesson;
use crate::who::{Asker, Moderator, Place, RoleId};
use std::sync::{Arc, OnceLock};

/// Whether a quote answers what was asked, or is one that the asker chose to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sure {
    /// It answers.
    Yes,
    /// It was chosen, or may answer.
    No,
}

impl Sure {
    /// Whether what `answer` quotes is sure to answer.
    pub(super) fn of(answer: &Answer) -> Sure {
        match answer {
            Answer::Likely(..) => Sure::No,
            _ => Sure::Yes,
        }
    }
}

/// One asker in one place, with what the server's moderators chose for it.
pub(super) struct Here<'h> {
    pub(super) asker: &'h Asker,
    pub(super) place: Place,
    /// What holds here; outside servers, what the operator decides.
    pub(super) settings: Arc<Settings>,
    /// What the server taught.
    pub(super) lessons: Arc<[Lesson]>,
    pub(super) now: Now,
    /// What was read before we serve it, and what the encoder makes of it.
    pub(super) read: Option<(String, Sense)>,
    /// The language in which the asker just spoke to us, if it is clear and ours too.
    pub(super) spoken: Option<&'h str>,
    /// The language that was chosen to read in, as a tag.
    pub(super) chosen: Option<String>,
    /// The language in which the asker writes, if it is clear, whether we speak it or not.
    pub(super) written: Option<&'h str>,
    /// What the asker writes.
    pub(super) words: Option<String>,
    /// Whether everybody sees what they write.
    pub(super) openly: bool,
    /// A language in which the article was wanted and is not there.
    missed: OnceLock<String>,
    knowledge: &'h Knowledge,
}

impl<'h> Here<'h> {
    pub(super) fn new(
        knowledge: &'h Knowledge,
        asker: &'h Asker,
        place: Place,
        settings: Arc<Settings>,
        lessons: Arc<[Lesson]>,
        now: Now,
    ) -> Here<'h> {
        Here {
            asker,
            place,
            settings,
            lessons,
            now,
            read: None,
            spoken: None,
            chosen: None,
            written: None,
            words: None,
            openly: false,
            missed: OnceLock::new(),
            knowledge,
        }
    }

    /// The same where `request` was put to us.
    pub(super) fn hearing(self, request: &Request) -> Here<'h> {
        let words = request.own_words();
        let here = Here {
            spoken: words.and_then(|words| self.knowledge.language_of(words)),
            chosen: request.language().map(str::to_owned),
            openly: request.is_open(),
            ..self
        };
        match request.written() {
            Some(words) => here.reading(words),
            None => here,
        }
    }

    /// The same where the asker writes `words`.
    pub(super) fn reading(self, words: &str) -> Here<'h> {
        Here {
            written: self.knowledge.languages.of(words),
            words: Some(words.to_owned()),
            ..self
        }
    }

    /// Notes that the article is not there in `language`, in which it was wanted.
    pub(super) fn misses(&self, language: &str) {
        let _ = self.missed.set(language.to_owned());
    }

    /// In which language the article was wanted and is not there.
    pub(super) fn missed(&self) -> Option<&str> {
        self.missed.get().map(String::as_str)
    }

    /// `text` as a question, with what the encoder makes of it if that is known.
    pub(super) fn question<'q>(&'q self, text: &'q str) -> Question<'q> {
        let read = self.read.as_ref().filter(|(read, _)| read == text);
        Question {
            text,
            sense: read.map(|(_, sense)| sense),
        }
    }

    /// The same where nobody knows what was chosen: everything that can be closed is closed.
    pub(super) fn unread(
        knowledge: &'h Knowledge,
        asker: &'h Asker,
        place: Place,
        now: Now,
    ) -> Here<'h> {
        let closed = Arc::new(Settings::closed());
        Here::new(knowledge, asker, place, closed, Arc::default(), now)
    }

    /// How we speak to the asker alone: as they just spoke, else as their Discord does, unless the server speaks a
    /// language that no Discord does.
    pub(super) fn voice(&self) -> Voice<'h> {
        let chosen = self.knowledge.chosen(self.settings.language);
        let only_ours = chosen.filter(|head| head.locales.is_empty());
        let only_ours = only_ours.map(|head| head.tag.as_str());
        self.knowledge
            .voice(self.spoken.or(only_ours).unwrap_or(&self.asker.language))
    }

    /// How we speak before everyone: as the server does, and never as the asker, whose language is theirs to tell.
    pub(super) fn common_voice(&self) -> Voice<'h> {
        let chosen = self.knowledge.chosen(self.settings.language);
        let chosen = chosen.map(|head| head.tag.as_str());
        self.knowledge.voice(chosen.unwrap_or(&self.asker.common))
    }

    /// How we speak before `audience`.
    pub(super) fn voice_before(&self, audience: Audience) -> Voice<'h> {
        match audience {
            Audience::OnlyAsker => self.voice(),
            Audience::Everyone => self.common_voice(),
        }
    }

    /// Whoever asks, as a pace counts them.
    pub(super) fn who(&self) -> Who {
        (self.asker.user, self.place.guild())
    }

    /// The asker as a moderator of the server we are in, if they are one.
    pub(super) fn moderator(&self) -> Option<Moderator> {
        let member = self.asker.member.as_ref()?;
        let here = self.place.guild() == Some(member.guild);
        member
            .moderator(&self.settings.moderator_roles)
            .filter(|_| here)
    }

    /// The article that the moderators chose for here, if they did.
    pub(super) fn article(&self) -> Option<&Slug> {
        match &self.place {
            Place::Channel(channel) => self.settings.article_in(channel),
            Place::Dm | Place::Elsewhere => None,
        }
    }

    /// Lets `article` be read here by this asker, or says why not. A moderator is heard everywhere; what is
    /// kept to channels for adults is kept from everyone elsewhere.
    pub(super) fn admits(&self, article: &Article) -> Result<(), Refusal> {
        if let Place::Channel(channel) = &self.place
            && self.moderator().is_none()
        {
            if self.settings.ignores(self.roles()) {
                return Err(Refusal::Ignored);
            }
            if !self.settings.speaks_in(channel) {
                return Err(Refusal::NotHere);
            }
        }
        self.shows(article)
    }

    /// Lets `article` be shown here at all, to whoever presses a button.
    pub(super) fn shows(&self, article: &Article) -> Result<(), Refusal> {
        match &self.place {
            Place::Channel(channel) if !self.settings.admits(article.about.rating, channel) => {
                Err(Refusal::AgeRestricted)
            }
            Place::Dm | Place::Elsewhere if !self.settings.open_to(article.about.rating) => {
                Err(Refusal::OnlyInServers)
            }
            _ => Ok(()),
        }
    }

    /// How a mention is answered here, if it is.
    pub(super) fn mentioned(&self, article: &Article) -> Option<Mentioned> {
        let Place::Channel(channel) = &self.place else {
            return None;
        };
        self.admits(article).ok()?;
        match self.settings.mention(channel) {
            Mention::Answer(how) => Some(how),
            Mention::Silence | Mention::NotChosen => None,
        }
    }

    /// `reply` with the closing advice where the moderators want it.
    pub(super) fn advised(&self, mut reply: Reply, sure: Sure) -> Reply {
        if self.settings.closing == Closing::WhenSure && sure == Sure::No {
            reply
                .parts
                .retain(|part| !matches!(part, Part::Advice { .. }));
        }
        reply
    }

    /// Who sees an answer here: those whom the asker `wanted`, where the moderators let them choose.
    pub(super) fn audience(&self, wanted: Option<Audience>) -> Audience {
        match (self.place, self.settings.visibility, wanted) {
            (Place::Channel(_), Visibility::Public, None | Some(Audience::Everyone)) => {
                Audience::Everyone
            }
            _ => Audience::OnlyAsker,
        }
    }

    /// `reply`, and why not everyone sees it, for whoever `wanted` that.
    pub(super) fn explained(&self, mut reply: Reply, wanted: Option<Audience>) -> Reply {
        let missed = wanted == Some(Audience::Everyone) && reply.audience == Audience::OnlyAsker;
        let why = match (&self.place, self.settings.visibility) {
            (Place::Channel(_), Visibility::Private) => "visible-private",
            (Place::Channel(_), Visibility::Public) => "visible-unsure",
            (Place::Elsewhere, _) => "visible-elsewhere",
            (Place::Dm, _) => return reply,
        };
        if missed {
            reply.parts.insert(0, Part::Note(self.voice().say(why)));
        }
        reply
    }

    fn roles(&self) -> &[RoleId] {
        self.asker
            .member
            .as_ref()
            .map_or(&[], |member| member.roles.as_slice())
    }
}
