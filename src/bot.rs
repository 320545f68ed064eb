//! Every doorway leads here: one request in, one reply or one refusal out.

mod after;
mod ask;
mod browse;
mod find;
mod here;
mod knowledge;
mod learned;
mod memory;
mod pace;
mod panel;
mod press;
mod privacy;
mod recent;
mod report;
mod review;
mod seal;
mod setup;
mod shared;
mod shelf;
mod suggest;
mod talk;
mod told;
mod tried;
mod twice;

pub use ask::Asking;
pub use browse::Reading;
pub use find::Pointed;
pub use knowledge::Knowledge;
pub use shelf::{Served, Shelf};
pub use suggest::{BoxOf, Typing};
pub use told::Told;

use crate::reply::{self, Form, Press, Reply, Review, Setup, Suggestion, Voice};
use crate::settings::{Gate, Settings, Style, Survey};
use crate::store::{Lesson, Store};
use crate::who::{Asker, ChannelId, Place};
use find::Offered;
use here::Here;
use learned::Learned;
use memory::Memory;
use pace::Paced;
use seal::Sealer;
use shared::Shared;
use std::sync::Arc;
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use twice::Said;

/// Everything needed to serve.
#[derive(Debug)]
pub struct Bot {
    /// What the author wrote.
    pub knowledge: Arc<Knowledge>,
    /// What moderators chose.
    pub store: Store,
    /// What holds outside servers, where no moderators choose.
    elsewhere: Arc<Settings>,
    /// Who read which card today.
    told: Told,
    /// Who asked how much lately.
    paced: Paced,
    /// What was said a moment ago.
    said: Said,
    /// Under which messages the article was offered.
    offered: Offered,
    /// What people read last in their direct messages.
    memory: Memory,
    /// Who sent something to the moderators within the hour.
    sent: Paced,
    /// What servers taught, as the search wants it.
    learned: Learned,
    /// What was shared lately.
    shared: Shared,
    /// What keeps a public button from naming a person.
    sealer: Sealer,
}

/// Everything anyone can ask of us, whichever doorway they used.
#[derive(Debug)]
pub enum Request {
    /// A question by slash command.
    Ask(Asking),
    /// A part of the article, to be read.
    Read(Reading),
    /// A command that somebody is still typing.
    Typing(Typing),
    /// A direct message.
    Message(String),
    /// A message in a server that mentions the bot.
    Mention(String),
    /// What we keep of people.
    Privacy,
    /// Keep no more of the asker.
    Forget,
    /// A press of the setup, what was picked with it, and what the doctor looks at if it leads there.
    Setup(Setup, Vec<u64>, Survey),
    /// A server's settings, as an export wrote them.
    Import(String),
    /// What waits for the moderators.
    Review,
    /// What was taught in this server.
    Taught,
    /// A question as a member would ask it, and why it meets what it meets.
    Try(String),
    /// A message of anybody's, to be looked up.
    Find(Pointed),
    /// How to use us.
    Help,
    /// The same as another request, answered in plain text.
    Plainly(Box<Request>),
    /// A press of one of our buttons.
    Press(Press),
    /// A press of a button under a message that repeats what was asked, and those words.
    PressUnder(Press, String),
    /// Channels or roles picked from one of our menus.
    Picked(Press, Vec<u64>),
    /// One of our forms, filled in: its texts in their order.
    Filled(Press, Vec<String>),
}

/// Everything we may do about a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// Say this.
    Reply(Reply),
    /// Say this, and write something into a channel as well.
    Posting(Reply, Post),
    /// Let the asker write something first.
    Form(Form),
    /// Offer these while the asker types.
    Suggestions(Vec<Suggestion>),
    /// Say nothing. Only a mention may meet silence.
    Silence,
}

/// A message of its own, for everyone in a channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// Where it is written.
    pub channel: ChannelId,
    /// The message it is about, if there is one; of one message it is written once.
    pub about: Option<u64>,
    /// What it says.
    pub reply: Reply,
    /// What the asker reads instead where it cannot be written.
    pub otherwise: Reply,
}

/// When a request came.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    /// For lengths of time.
    pub instant: Instant,
    /// For what is written down.
    pub time: OffsetDateTime,
}

/// Why we do not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The button is older than what it opened.
    UnknownPress,
    /// The button is for the person who asked.
    NotYours,
    /// The moderators do not want us in this channel.
    NotHere,
    /// The moderators do not want us to answer somebody with these roles.
    Ignored,
    /// The article is kept to channels marked for adults, and this is none.
    AgeRestricted,
    /// The operator keeps the article out of direct messages.
    OnlyInServers,
    /// They ask quicker than the moderators want; for so long they should wait.
    TooQuick(Duration),
    /// It is for the moderators of this server.
    NotModerator,
    /// A file that was handed in is too large, or out of reach.
    NoFile,
    /// The moderators here take no questions.
    NoReview,
    /// So many questions wait for the moderators that they take no more.
    ReviewFull,
    /// The asker sent the moderators enough for now.
    SentEnough,
    /// The database is away.
    NoDatabase,
    /// The message may be deleted by whoever had it written, and by moderators.
    NotYoursToDelete,
    /// We no longer have that command.
    UnknownCommand,
    /// Our fault; the operator's log says where.
    Trouble,
}

impl Refusal {
    /// The refusal in words for the person asking: kind, short, with the next step.
    pub fn reply(self, voice: Voice<'_>) -> Reply {
        Reply::say(match self {
            Refusal::UnknownPress => voice.say("refusal-unknown-press"),
            Refusal::NotYours => voice.say("refusal-not-yours"),
            Refusal::NotHere => voice.say("refusal-not-here"),
            Refusal::Ignored => voice.say("refusal-ignored"),
            Refusal::AgeRestricted => voice.say("refusal-age-restricted"),
            Refusal::OnlyInServers => voice.say("refusal-only-in-servers"),
            Refusal::TooQuick(wait) => patience(voice, wait),
            Refusal::NotModerator => voice.say("refusal-not-moderator"),
            Refusal::NoFile => voice.say("refusal-no-file"),
            Refusal::NoReview => voice.say("refusal-no-review"),
            Refusal::ReviewFull => voice.say("refusal-review-full"),
            Refusal::SentEnough => voice.say("refusal-sent-enough"),
            Refusal::NoDatabase => voice.say("refusal-no-database"),
            Refusal::NotYoursToDelete => voice.say("refusal-not-yours-to-delete"),
            Refusal::UnknownCommand => voice.say("refusal-unknown-command"),
            Refusal::Trouble => voice.say("refusal-trouble"),
        })
    }
}

impl Bot {
    /// A bot that told nobody anything yet. `secret` is the same in every process and after every restart, so
    /// that a button it made is known again.
    pub fn new(knowledge: Arc<Knowledge>, store: Store, secret: &str) -> Bot {
        Bot {
            knowledge,
            store,
            elsewhere: Arc::default(),
            told: Told::default(),
            paced: Paced::default(),
            said: Said::default(),
            offered: Offered::default(),
            memory: Memory::default(),
            sent: Paced::default(),
            learned: Learned::default(),
            shared: Shared::default(),
            sealer: Sealer::new(secret.as_bytes()),
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
        let (settings, lessons) = self.chosen(place).await;
        let here = Here::new(&self.knowledge, asker, place, settings, lessons, now);
        let (request, words) = match request {
            Request::PressUnder(press, words) => (Request::Press(press), words),
            request => (request, String::new()),
        };
        if self.said_twice(&here, &request) {
            return Ok(Response::Silence);
        }
        match request {
            Request::Plainly(request) => {
                let response = self.serve(&here, *request, &words).await?;
                Ok(response.each(|reply| reply.plain().plainly()))
            }
            Request::Press(Press::Plain(press)) => {
                let response = self.serve(&here, Request::Press(*press), &words).await?;
                Ok(response.each(|reply| reply.plain().plainly()))
            }
            request => {
                let response = self.serve(&here, request, &words).await?;
                Ok(match here.settings.style {
                    Style::Embeds => response,
                    Style::Plain => response.each(Reply::plain),
                })
            }
        }
    }

    /// Serves one request, whatever it shall look like. `words` were asked where it was pressed.
    async fn serve(
        &self,
        here: &Here<'_>,
        request: Request,
        words: &str,
    ) -> Result<Response, Refusal> {
        let response = match request {
            Request::Ask(asking) => self.asked(here, &asking).map(Response::Reply),
            Request::Message(question) => {
                let asking = Asking::of(question);
                self.asked(here, &asking).map(Response::Reply)
            }
            Request::Read(reading) => self.read(here, &reading).map(Response::Reply),
            Request::Typing(typing) => Ok(Response::Suggestions(self.suggested(here, &typing))),
            Request::Mention(question) => Ok(self.mentioned(here, &question)),
            Request::Privacy => Ok(Response::Reply(reply::privacy(here.voice()))),
            Request::Forget | Request::Press(Press::Forget) => {
                Ok(Response::Reply(self.forget(here).await))
            }
            Request::Setup(setup, picked, survey) => {
                self.setup(here, setup, &picked, &survey).await
            }
            Request::Import(file) => self.imported(here, &file).await,
            Request::Press(Press::Panel(panel)) => self.panel(here, panel).await,
            Request::Picked(Press::Panel(panel), ids) => self.panel_picked(here, panel, ids).await,
            Request::Filled(Press::Panel(panel), texts) => {
                self.panel_filled(here, panel, &texts).await
            }
            Request::Review => self.review(here).await.map(Response::Reply),
            Request::Taught => self.taught(here).map(Response::Reply),
            Request::Try(question) => self.tried(here, &question).map(Response::Reply),
            Request::Press(Press::Review(Review::Send { article, carded })) => {
                self.writing(here, article, carded, words)
            }
            Request::Filled(Press::Review(Review::Send { article, carded }), texts) => {
                let words = texts.first().map_or("", String::as_str);
                self.sent(here, article, carded, words).await
            }
            Request::Press(Press::Review(press)) => {
                self.reviewed(here, press).await.map(Response::Reply)
            }
            Request::Find(pointed) => self.find(here, &pointed).map(Response::Reply),
            Request::Help => Ok(Response::Reply(self.help(here))),
            Request::Press(Press::Offer(press)) => self.offered(here, press),
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
        response.map(|response| self.deletable(here, response))
    }

    /// `refusal` in words for the asker, in the language in which we speak to them here.
    pub async fn refused(&self, asker: &Asker, place: Place, refusal: Refusal) -> Reply {
        let (settings, lessons) = self.chosen(place).await;
        let here = Here::new(
            &self.knowledge,
            asker,
            place,
            settings,
            lessons,
            Now::read(),
        );
        refusal.reply(here.voice())
    }

    /// What holds in `place`, and what was taught there; outside servers, what the operator decides.
    async fn chosen(&self, place: Place) -> (Arc<Settings>, Arc<[Lesson]>) {
        match place.guild() {
            Some(guild) => self.store.chosen(guild).await,
            None => (Arc::clone(&self.elsewhere), Arc::default()),
        }
    }
}

/// A request to wait, in the unit that people count in.
fn patience(voice: Voice<'_>, wait: Duration) -> String {
    let seconds = wait.as_millis().div_ceil(1_000);
    match seconds {
        ..=90 => voice.say_count("refusal-too-quick-seconds", seconds),
        _ => voice.say_count("refusal-too-quick-minutes", seconds.div_ceil(60)),
    }
}

impl Response {
    /// The same response, each of its replies made over.
    fn each(self, over: impl Fn(Reply) -> Reply) -> Response {
        match self {
            Response::Reply(reply) => Response::Reply(over(reply)),
            Response::Posting(reply, post) => {
                let post = Post {
                    reply: over(post.reply),
                    otherwise: over(post.otherwise),
                    ..post
                };
                Response::Posting(over(reply), post)
            }
            other => other,
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
