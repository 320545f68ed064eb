//! Every doorway leads here: one request in, one reply or one refusal out.

mod after;
mod ask;
mod brought;
mod browse;
mod cipher;
mod delay;
mod drawer;
mod edition;
mod envelope;
mod find;
mod first;
mod follow;
mod here;
mod knowledge;
mod lately;
mod learned;
mod memory;
mod notes;
mod notice;
mod pace;
mod panel;
mod posts;
mod press;
mod privacy;
mod reader;
mod recent;
mod refusal;
mod report;
mod request;
mod response;
mod review;
mod seal;
mod senders;
mod serve;
mod setup;
mod shared;
mod shelf;
mod suggest;
mod sweep;
mod talk;
mod tally;
mod teach;
mod told;
mod tried;
mod twice;
mod unkept;
mod unread;
mod weighing;

pub use delay::LOOK;
pub use follow::Followed;
pub use knowledge::Knowledge;
pub(crate) use recent::Recent;
pub use refusal::Refusal;
pub use request::{Asking, BoxOf, Pointed, Reading, Request, Typing};
pub use response::{Notice, Post, Removal, Response};
pub use shelf::{Served, Shelf};
pub use sweep::SWEEP;

use crate::encoder::Sense;
use crate::press::{Press, Review};
use crate::reply::{Pages, Reply, Voice};
use crate::settings::{Gate, Pace, Settings, Style};
use crate::store::{Lesson, Store, Trouble};
use crate::who::{Asker, Place};
use delay::Delay;
use envelope::Envelopes;
use here::Here;
use lately::Lately;
use learned::Learned;
use reader::Readers;
use seal::Sealer;
use senders::Senders;
use std::sync::Arc;
use std::time::Instant;
use time::OffsetDateTime;

/// Everything needed to serve.
#[derive(Debug)]
pub struct Bot {
    /// What the author wrote.
    pub knowledge: Arc<Knowledge>,
    /// What moderators chose.
    pub store: Store,
    /// What holds outside servers, where no moderators choose.
    elsewhere: Arc<Settings>,
    /// Pages of the operator's, for whoever asks for help.
    pages: Pages,
    /// How long what people send to moderators is held back.
    delay: Delay,
    /// What is remembered for a while.
    lately: Arc<Lately>,
    /// What servers taught, as the search wants it.
    learned: Learned,
    /// Where the encoder reads.
    readers: Readers,
    /// What keeps a public button from naming a person.
    sealer: Sealer,
    /// What keeps it from saying what it opens.
    envelopes: Arc<Envelopes>,
    /// What keeps the database from saying who sent a report.
    senders: Arc<Senders>,
}

/// When a request came.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    /// For lengths of time.
    pub instant: Instant,
    /// For what is written down.
    pub time: OffsetDateTime,
}

impl Bot {
    /// A bot that told nobody anything yet. `secret` is the same in every process and after every restart, so
    /// that a button it made is known again.
    pub fn new(knowledge: Arc<Knowledge>, store: Store, secret: &str) -> Bot {
        Bot {
            readers: Readers::start(knowledge.encoder.as_ref()),
            knowledge,
            store,
            elsewhere: Arc::default(),
            pages: Pages::default(),
            lately: Arc::default(),
            delay: Delay::default(),
            learned: Learned::default(),
            sealer: Sealer::new(secret.as_bytes()),
            envelopes: Arc::new(Envelopes::new(secret.as_bytes())),
            senders: Arc::new(Senders::new(secret.as_bytes())),
        }
    }

    /// The same bot with other `knowledge`; it remembers all that this one did.
    pub fn knowing(&self, knowledge: Arc<Knowledge>) -> Bot {
        Bot {
            readers: Readers::start(knowledge.encoder.as_ref()),
            knowledge,
            store: self.store.clone(),
            elsewhere: Arc::clone(&self.elsewhere),
            pages: self.pages.clone(),
            lately: Arc::clone(&self.lately),
            delay: self.delay.clone(),
            learned: Learned::default(),
            sealer: self.sealer.clone(),
            envelopes: Arc::clone(&self.envelopes),
            senders: Arc::clone(&self.senders),
        }
    }

    /// The same bot, where the operator keeps sensitive articles this way outside servers.
    pub fn outside(mut self, gate: Gate) -> Bot {
        self.elsewhere = Arc::new(Settings {
            gate,
            ..Settings::default()
        });
        self
    }

    /// The same bot, which leads to these `pages` of the operator's.
    pub fn leading_to(mut self, pages: Pages) -> Bot {
        self.pages = pages;
        self
    }

    /// The same bot, whose moderators hear at once of what is sent to them: for whoever tries that out alone.
    pub fn undelayed(mut self) -> Bot {
        self.delay = Delay::none();
        self
    }

    /// The same bot, of which anybody may ask outside servers as much as they like: for whoever tries it out alone.
    pub fn unpaced(mut self) -> Bot {
        let mut elsewhere = Settings::clone(&self.elsewhere);
        elsewhere.pace = Pace {
            minute: u32::MAX,
            hour: u32::MAX,
        };
        self.elsewhere = Arc::new(elsewhere);
        self
    }

    /// How the bot speaks `language`.
    pub fn voice<'b>(&'b self, language: &'b str) -> Voice<'b> {
        self.knowledge.voice(language)
    }

    /// Serves one request that came at `now`.
    ///
    /// # Errors
    ///
    /// A refusal; [`Refusal::reply`] has the words.
    pub async fn handle(
        &self,
        asker: &Asker,
        place: Place,
        request: Request,
        now: Now,
    ) -> Result<Response, Refusal> {
        let Ok((settings, lessons)) = self.chosen(place).await else {
            return self.unread(asker, place, request, now).await;
        };
        let here = Here::new(&self.knowledge, asker, place, settings, lessons, now);
        let mut here = self.conversing(here.hearing(&request));
        let (request, words) = match request {
            Request::PressUnder(Press::Review(Review::Numbers), words) => {
                (Request::Numbers(words), String::new())
            }
            Request::PressUnder(press, words) => (Request::Press(press), words),
            request => (request, String::new()),
        };
        here.read = self.heard(&here, &request).await;
        if self.said_twice(&here, &request) {
            return Ok(Response::Silence);
        }
        match request {
            Request::Plainly(request) => {
                let response = self.serve(&here, *request, &words).await?;
                let response = self.with_note(&here, response).await;
                Ok(response.each(|reply| reply.plain().plainly()))
            }
            Request::Press(Press::Plain(press)) => {
                let response = self.serve(&here, Request::Press(*press), &words).await?;
                let response = self.with_note(&here, response).await;
                Ok(response.each(|reply| reply.plain().plainly()))
            }
            request => {
                let response = self.serve(&here, request, &words).await?;
                let response = self.with_note(&here, response).await;
                Ok(match here.settings.style {
                    Style::Embeds => response,
                    Style::Plain => response.each(Reply::plain),
                })
            }
        }
    }

    /// What `request` asks, and what the encoder makes of it, if its words leave something open.
    ///
    /// The encoder takes its time, and everybody sees how long a mention waits. So it reads every one of them, or one that
    /// needs a person for certain would be answered sooner than those that are unsure.
    async fn heard(&self, here: &Here<'_>, request: &Request) -> Option<(String, Sense)> {
        let question = request.question()?;
        let searched = self.knowledge.searched(self.served_in(here), question);
        let source = self.knowledge.shelf.source(searched);
        let open = self.knowledge.reader(source, question).is_some();
        if !open && !matches!(request, Request::Mention(_) | Request::Titled(_)) {
            return None;
        }
        let sense = self.readers.sense(question, here.now.instant).await?;
        open.then(|| (question.to_owned(), sense))
    }

    /// `refusal` in words for the asker, in the language in which we speak to them here.
    pub async fn refused(&self, asker: &Asker, place: Place, refusal: Refusal) -> Reply {
        let now = Now::read();
        let here = match self.chosen(place).await {
            Ok((settings, lessons)) => {
                Here::new(&self.knowledge, asker, place, settings, lessons, now)
            }
            Err(_) => Here::unread(&self.knowledge, asker, place, now),
        };
        refusal.reply(self.conversing(here).voice())
    }

    /// What holds in `place`, and what was taught there; outside servers, what the operator decides.
    async fn chosen(&self, place: Place) -> Result<(Arc<Settings>, Arc<[Lesson]>), Trouble> {
        match place.guild() {
            Some(guild) => self.store.chosen(guild).await,
            None => Ok((Arc::clone(&self.elsewhere), Arc::default())),
        }
    }
}

impl Now {
    /// This moment, by the machine's clocks.
    pub fn read() -> Now {
        Now {
            instant: Instant::now(),
            time: OffsetDateTime::now_utc(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Library;
    use crate::encoder::Sense;
    use crate::store::Location;
    use crate::who::UserId;
    use std::fs;
    use std::sync::mpsc::channel;

    /// In bytes. What a database does, which few questions need, is ten times as much.
    const ROOM: usize = 4096;

    #[test]
    fn a_question_takes_little_room_while_it_is_answered() {
        fn room<A, B, C, D, E, F>(_: impl FnOnce(A, B, C, D, E) -> F) -> usize {
            size_of::<F>()
        }
        assert!(room(Bot::handle) <= ROOM, "{} bytes", room(Bot::handle));
    }

    /// A bot with an article of its own, whose encoder does `read` for each message.
    pub(super) async fn bot(name: &str, read: impl Fn() + Send + 'static) -> Bot {
        let home = std::env::temp_dir().join(format!("verbatim-{name}-{}", std::process::id()));
        fs::create_dir_all(home.join("on-rain")).expect("a folder");
        let article =
            "# On Rain\n\n## 1. Clouds\n\nClouds gather water.\n\n## Closing\n\nTake a coat.\n";
        fs::write(home.join("on-rain/article.md"), article).expect("a file");
        let knowledge = Knowledge::build(Library::load(&home).expect("an article"));
        let file = Location::File(home.join("verbatim.db"));
        let store = Store::open(&file).await.expect("a store");
        let sense = move |_: &str| {
            read();
            Sense::default()
        };
        Bot {
            readers: Readers::reading(Some(sense)),
            ..Bot::new(Arc::new(knowledge.expect("no rules")), store, "secret")
        }
    }

    #[tokio::test]
    async fn the_encoder_reads_every_mention_whatever_it_needs() {
        let (read, reads) = channel();
        let read = move || read.send(()).expect("somebody counts");
        let bot = bot("every-mention", read).await;
        let asker = Asker {
            user: UserId(1),
            language: "en".to_owned(),
            common: "en".to_owned(),
            member: None,
        };
        for words in [
            "1. Clouds",
            "why is he cold",
            "i want to kill myself",
            "kms",
        ] {
            let mention = Request::Mention(words.to_owned());
            let handled = bot.handle(&asker, Place::Elsewhere, mention, Now::read());
            handled.await.expect("silence at least");
            assert_eq!(reads.try_iter().count(), 1, "{words}");
        }
    }
}
