//! The doors: every event that may ask something of us.

mod edits;
mod posts;

pub(super) use edits::{Edits, Fate};

use super::call::Call;
use super::context::Context;
use super::fetch::fetched;
use super::guild::Guild;
use super::inbound;
use super::outbound;
use super::outbound::{Sender, Way};
use super::permissions::{self, MaySpeak, Writer, may_post, may_speak};
use super::seen::Seen;
use super::servers::Servers;
use super::survey::surveyed;
use super::typing::typing;
use super::words;
use crate::bot::{Bot, Now, Post, Refusal, Request, Response};
use crate::content::phrases::FIRST_LANGUAGE;
use crate::reply::Reply;
use crate::watch::numbers;
use crate::who::{self, Asker, Place};
use serenity::all::{
    Attachment, ChannelId, GuildId, Interaction, Message, MessageId, Ready, UnavailableGuild,
};
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};
use tokio::sync::{Notify, watch};
use tokio::time::timeout;
use tokio_util::task::TaskTracker;

/// Takes every event.
pub(super) struct Doors {
    /// Another may take its place.
    bot: watch::Receiver<Arc<Bot>>,
    servers: Arc<Servers>,
    seen: Arc<Seen>,
    /// What came of direct messages, should their writers change them.
    edits: Arc<Edits>,
    /// Carries what we send, and fetches what is handed in.
    sender: Arc<Sender>,
    /// Counts the answers on their way.
    running: TaskTracker,
    /// Rings when we know who we are.
    connected: Arc<Notify>,
    /// Rings when Discord told of a server.
    told: Notify,
}

/// How long a question waits until Discord has told of its server, which comes right after the start. Discord itself waits
/// three seconds for an answer to a command.
const TO_BE_TOLD: Duration = Duration::from_millis(1_500);

/// The same where it waits for none.
const TO_BE_TOLD_IN_TIME: Duration = Duration::from_secs(10);

impl Doors {
    pub(super) fn new(
        bot: watch::Receiver<Arc<Bot>>,
        servers: Arc<Servers>,
        seen: Arc<Seen>,
        edits: Arc<Edits>,
        sender: Arc<Sender>,
        running: TaskTracker,
        connected: Arc<Notify>,
    ) -> Doors {
        Doors {
            bot,
            servers,
            seen,
            edits,
            sender,
            running,
            connected,
            told: Notify::new(),
        }
    }

    /// Works on what an event asks; a stop waits for it from the moment the event was heard.
    pub(super) fn work(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.running.spawn(work);
    }

    /// The bot that serves now.
    fn bot(&self) -> Arc<Bot> {
        Arc::clone(&self.bot.borrow())
    }

    fn way<'w>(&'w self, context: &'w Context) -> Way<'w> {
        Way {
            http: &context.http,
            sender: &self.sender,
        }
    }

    async fn answer(
        &self,
        asker: Asker,
        place: Place,
        request: Result<Request, Refusal>,
    ) -> Response {
        let typing = matches!(request, Ok(Request::Typing(_)));
        let bot = self.bot();
        let doorway = request.as_ref().map_or("unread", Request::doorway);
        let answered = match request {
            Ok(request) => guarded(bot.handle(&asker, place, request, Now::read())).await,
            Err(refusal) => Err(refusal),
        };
        count(doorway, &answered);
        match answered {
            Ok(response) => response,
            Err(_) if typing => Response::Suggestions(Vec::new()),
            Err(refusal) => Response::Reply(bot.refused(&asker, place, refusal).await),
        }
    }

    /// Waits until we know `server`, where Discord may still tell of it, but no longer than for `patience`.
    async fn be_told(&self, context: &Context, server: GuildId, patience: Duration) {
        let told = async {
            loop {
                let told = self.told.notified();
                let known = context.guilds.get(server).is_some();
                if known || !self.servers.may_have(who::GuildId(server.get())) {
                    return;
                }
                told.await;
            }
        };
        // What we then do not know is answered as far as it can be.
        drop(timeout(patience, told).await);
    }

    /// The settings in `file`; nothing is fetched for whoever may not bring them in.
    async fn handed_in(&self, call: &Call, file: &Attachment) -> Result<Request, Refusal> {
        self.bot().may_import(&call.asker, call.place).await?;
        fetched(self.sender.line(), file).await
    }

    /// Writes `post` into its channel, unless we or, in the same channel, the asker may not write there; the number it
    /// then stands under.
    async fn posted(&self, context: &Context, call: &Call, post: &Post) -> Option<MessageId> {
        let same = matches!(call.place, Place::Channel(channel) if channel.id == post.channel);
        let channel = ChannelId::new(post.channel.0);
        let framed = outbound::is_framed(&post.reply);
        let guild = call.place.guild();
        let guild = guild.and_then(|guild| context.guilds.get(guild.0.into()));
        let may = guild.is_some_and(|guild| may_post(&guild, channel, framed));
        let allowed = may && (call.may_write || !same);
        let stands = match allowed {
            true => outbound::post(self.way(context), call, post).await,
            false => None,
        };
        match stands {
            Some(_) => self.bot().written(call.place, post, Now::read()),
            None => self.bot().unwritten(post),
        }
        stands
    }

    /// Tells the moderators of `post`, which stands as `message`, if they want to hear of it and we may write there.
    async fn notify(&self, context: &Context, post: &Post, message: MessageId) {
        let Some(notice) = &post.notice else { return };
        let guild = context.guilds.get(notice.guild.0.into());
        let channel = ChannelId::new(notice.channel.0);
        if guild.is_some_and(|guild| may_post(&guild, channel, false)) {
            let said = self.bot().notice(notice, post, message.get());
            outbound::notify(self.way(context), channel, message, &said).await;
        }
    }

    /// Says hello to a server that has just taken us in: where Discord itself writes to its moderators, or else where
    /// everybody is greeted; elsewhere unasked words are none of our business. The number is the server's, so that
    /// it stands there once.
    async fn greet(&self, context: &Context, guild: &Guild) {
        let ourselves = Writer {
            user: context.me(),
            roles: &[],
        };
        let greeted = [guild.public_updates_channel_id, guild.system_channel_id];
        let greeted = greeted.into_iter().flatten().find_map(|channel| {
            let may = may_speak(guild, channel, ourselves)?;
            Some((channel, may.language))
        });
        if let Some((channel, language)) = greeted {
            let greeting = self.bot().greeting(&language);
            outbound::greet(self.way(context), channel, guild.id, &greeting).await;
        }
    }

    pub(super) fn ready(&self, ready: &Ready) {
        if let Some(shard) = ready.shard {
            self.servers.connected(shard, &ready.guilds);
        }
        self.connected.notify_one();
    }

    /// Notes that `shard` is no longer ours.
    pub(super) fn let_go(&self, shard: u32) {
        self.servers.away(shard);
    }

    /// Notes that it is again, with the servers that it had.
    pub(super) fn has_again(&self, shard: u32) {
        self.servers.back(shard);
    }

    pub(super) async fn guild_create(&self, context: Context, guild: Arc<Guild>) {
        self.told.notify_waiters();
        if self.servers.came(who::GuildId(guild.id.get())).await {
            self.greet(&context, &guild).await;
        }
    }

    pub(super) async fn guild_delete(&self, guild: UnavailableGuild) {
        // One that Discord cannot reach for a while has not left.
        if !guild.unavailable {
            let server = who::GuildId(guild.id.get());
            self.servers.went(server, Now::read().time).await;
        }
    }

    /// Answers `message`, if it is for us; what came of a direct one is noted in its `fate`.
    pub(super) async fn message(&self, context: Context, message: Message, fate: Option<Fate>) {
        let me = context.me();
        let Some(request) = inbound::asked(&message, me) else {
            return;
        };
        let may = match message.guild_id {
            None => {
                let bot = self.bot();
                let language = bot.knowledge.language_of(&words::said(&message));
                MaySpeak::in_private(language.unwrap_or(FIRST_LANGUAGE))
            }
            Some(guild) => {
                self.be_told(&context, guild, TO_BE_TOLD_IN_TIME).await;
                let writer = Writer {
                    user: message.author.id,
                    roles: inbound::roles(&message),
                };
                let guild = context.guilds.get(guild);
                let may = guild.and_then(|guild| may_speak(&guild, message.channel_id, writer));
                match may {
                    Some(may) => may,
                    None => return,
                }
            }
        };
        if !self.seen.first(message.id.get(), Instant::now()) {
            return;
        }
        let asker = inbound::writer(&message, may.language, may.manages);
        let asked_by = asker.user;
        // What a message cannot be answered with, nobody asks for by message.
        let answer = pin!(self.answer(asker, may.place, Ok(request)));
        let response = match may.place {
            Place::Dm => typing(self.way(&context), message.channel_id, answer).await,
            _ => answer.await,
        };
        let (Response::Reply(reply) | Response::Posting(reply, _)) = response else {
            return;
        };
        let reply = match may.may_frame {
            true => reply,
            false => reply.plain(),
        };
        let (channel, id) = (message.channel_id, message.id);
        let way = self.way(&context);
        let stands = outbound::answer(way, channel, id, may.may_reply, &reply).await;
        match (stands, fate) {
            (Some(answer), Some(mut fate)) => fate.answered(answer, &reply),
            (Some(_), None) => (),
            (None, _) => {
                if let Some(request) = inbound::asked(&message, me) {
                    self.bot().unsaid(asked_by, may.place, &request);
                }
            }
        }
    }

    pub(super) async fn interaction_create(&self, context: Context, interaction: Interaction) {
        if let Some(guild) = inbound::server(&interaction) {
            self.be_told(&context, guild, TO_BE_TOLD).await;
        }
        let Some(mut call) = inbound::call(&context.guilds, interaction) else {
            return;
        };
        if !self.seen.first(call.id.get(), Instant::now()) {
            return;
        }
        let request = match &call.file {
            Some(file) => self.handed_in(&call, file).await,
            None => std::mem::replace(&mut call.request, Err(Refusal::UnknownCommand)),
        };
        let request = match request {
            Ok(request) => Ok(surveyed(&context, call.place, request).await),
            refused => refused,
        };
        let Call { asker, place, .. } = &call;
        match self.answer(asker.clone(), *place, request).await {
            Response::Reply(reply) => {
                let reply = permissions::standing(&context.guilds, *place, reply);
                outbound::respond(self.way(&context), &call, &reply).await;
            }
            Response::Form(form) => outbound::ask_for(self.way(&context), &call, &form).await,
            Response::Suggestions(lines) => {
                outbound::suggest(self.way(&context), &call, &lines).await
            }
            Response::Posting(reply, post) => {
                let stands = self.posted(&context, &call, &post).await;
                let reply = if stands.is_some() {
                    &reply
                } else {
                    &post.otherwise
                };
                outbound::respond(self.way(&context), &call, reply).await;
                // Whoever pressed waits no longer for us than Discord does; moderators may.
                if let Some(message) = stands {
                    self.notify(&context, &post, message).await;
                }
            }
            Response::Removing(removal) => {
                let reply = match outbound::remove(self.way(&context), &call, &removal).await {
                    true => Reply::gone(),
                    false => removal.otherwise,
                };
                outbound::respond(self.way(&context), &call, &reply).await;
            }
            Response::Silence => (),
        }
    }
}

/// Counts what came of a request by `doorway`.
fn count(doorway: &'static str, answered: &Result<Response, Refusal>) {
    match answered {
        Ok(response) => numbers::asked(doorway, response.into()),
        Err(refusal) => {
            numbers::asked(doorway, "refused");
            numbers::refused(refusal.into());
        }
    }
}

/// Lets a panic end only the answer it happened in. Its words may be the question's, so nobody prints them.
///
/// What it leaves behind is whole: whoever finds a lock poisoned by it goes on with what is there.
async fn guarded<T>(answer: impl Future<Output = Result<T, Refusal>>) -> Result<T, Refusal> {
    let mut answer = pin!(answer);
    poll_fn(|context| {
        let polled = AssertUnwindSafe(|| answer.as_mut().poll(context));
        catch_unwind(polled).unwrap_or_else(|_| Poll::Ready(Err(Refusal::trouble())))
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_becomes_an_apology() {
        let broken = true;
        let panics = async move {
            assert!(!broken, "in a test, on purpose");
            Ok(())
        };
        let apology = guarded(panics).await;
        assert!(matches!(apology, Err(Refusal::Trouble(_))), "{apology:?}");
        assert_eq!(guarded(async { Ok(1) }).await, Ok(1));
    }
}
