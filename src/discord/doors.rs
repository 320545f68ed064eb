//! The doors: every event that may ask something of us.

use super::fetch::fetched;
use super::inbound::{self, Call};
use super::outbound::{Sender, Way};
use super::permissions::{self, MaySpeak, Writer, may_post, may_speak};
use super::seen::Seen;
use super::servers::Servers;
use super::survey::surveyed;
use super::typing::typing;
use super::{commands, outbound};
use crate::bot::{Bot, Now, Post, Refusal, Request, Response};
use crate::content::phrases::FIRST_LANGUAGE;
use crate::reply::Reply;
use crate::watch::numbers;
use crate::who::{self, Asker, Place};
use serenity::all::{
    Attachment, ChannelId, Context, EventHandler, Guild, GuildId, Interaction, Message, MessageId,
    RatelimitInfo, Ready, ResumedEvent, UnavailableGuild,
};
use serenity::async_trait;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::time::{Duration, Instant};
use tokio_util::task::TaskTracker;
use tracing::{error, info, warn};

/// Takes every event.
pub(super) struct Doors {
    bot: Arc<Bot>,
    servers: Arc<Servers>,
    seen: Arc<Seen>,
    /// Carries what we send, and fetches what is handed in.
    sender: Arc<Sender>,
    /// Counts the answers on their way.
    running: TaskTracker,
    registering: AtomicBool,
    first_pause: Duration,
}

impl Doors {
    pub(super) fn new(
        bot: Arc<Bot>,
        servers: Arc<Servers>,
        seen: Arc<Seen>,
        sender: Arc<Sender>,
        running: TaskTracker,
        first_pause: Duration,
    ) -> Doors {
        Doors {
            bot,
            servers,
            seen,
            sender,
            running,
            registering: AtomicBool::new(false),
            first_pause,
        }
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
        let doorway = request.as_ref().map_or("unread", Request::doorway);
        let answered = match request {
            Ok(request) => guarded(self.bot.handle(&asker, place, request, Now::read())).await,
            Err(refusal) => Err(refusal),
        };
        count(doorway, &answered);
        match answered {
            Ok(response) => response,
            Err(_) if typing => Response::Suggestions(Vec::new()),
            Err(refusal) => Response::Reply(self.bot.refused(&asker, place, refusal).await),
        }
    }

    /// The settings in `file`; nothing is fetched for whoever may not bring them in.
    async fn handed_in(&self, call: &Call, file: &Attachment) -> Result<Request, Refusal> {
        self.bot.may_import(&call.asker, call.place).await?;
        fetched(self.sender.line(), file).await
    }

    /// Writes `post` into its channel, unless we or, in the same channel, the asker may not write there; the number it
    /// then stands under.
    async fn posted(&self, context: &Context, call: &Call, post: &Post) -> Option<MessageId> {
        let same = matches!(call.place, Place::Channel(channel) if channel.id == post.channel);
        let (channel, me) = (
            ChannelId::new(post.channel.0),
            context.cache.current_user().id,
        );
        let framed = outbound::is_framed(&post.reply);
        let may = call.place.guild().is_some_and(|guild| {
            may_post(&context.cache, GuildId::new(guild.0), channel, me, framed)
        });
        let allowed = may && (call.may_write || !same);
        let stands = match allowed {
            true => outbound::post(self.way(context), call, post).await,
            false => None,
        };
        if stands.is_none() {
            self.bot.unwritten(post);
        }
        stands
    }

    /// Tells the moderators of `post`, which stands as `message`, if they want to hear of it and we may write there.
    async fn notify(&self, context: &Context, post: &Post, message: MessageId) {
        let Some(notice) = &post.notice else { return };
        let (guild, channel) = (
            GuildId::new(notice.guild.0),
            ChannelId::new(notice.channel.0),
        );
        let me = context.cache.current_user().id;
        if may_post(&context.cache, guild, channel, me, false) {
            let said = self.bot.notice(notice, post, message.get());
            outbound::notify(self.way(context), channel, message, &said).await;
        }
    }

    /// Says hello to a server that has just taken us in: where Discord itself writes to its moderators, or else where
    /// everybody is greeted; elsewhere unasked words are none of our business. The number is the server's, so that
    /// it stands there once.
    async fn greet(&self, context: &Context, guild: &Guild) {
        let me = context.cache.current_user().id;
        let ourselves = Writer {
            user: me,
            roles: &[],
        };
        let greeted = [guild.public_updates_channel_id, guild.system_channel_id];
        let greeted = greeted.into_iter().flatten().find_map(|channel| {
            let may = may_speak(&context.cache, guild.id, channel, me, ourselves)?;
            Some((channel, may.language))
        });
        if let Some((channel, language)) = greeted {
            let greeting = self.bot.greeting(&language);
            outbound::greet(self.way(context), channel, guild.id, &greeting).await;
        }
    }
}

#[async_trait]
impl EventHandler for Doors {
    async fn ready(&self, context: Context, ready: Ready) {
        info!(shard = context.shard_id.0, "Connected to Discord.");
        if let Some(shard) = ready.shard {
            self.servers.connected(shard, &ready.guilds);
        }
        if !self.registering.swap(true, Ordering::Relaxed) {
            let bot = Arc::clone(&self.bot);
            let sender = Arc::clone(&self.sender);
            tokio::spawn(commands::register(
                context.http,
                sender,
                bot,
                self.first_pause,
            ));
        }
    }

    async fn resume(&self, context: Context, _: ResumedEvent) {
        info!(shard = context.shard_id.0, "Connected to Discord again.");
    }

    async fn guild_create(&self, context: Context, guild: Guild, _: Option<bool>) {
        let _running = self.running.token();
        if self.servers.came(who::GuildId(guild.id.get())).await {
            self.greet(&context, &guild).await;
        }
    }

    async fn guild_delete(&self, _: Context, guild: UnavailableGuild, _: Option<Guild>) {
        let _running = self.running.token();
        // One that Discord cannot reach for a while has not left.
        if !guild.unavailable {
            let server = who::GuildId(guild.id.get());
            self.servers.went(server, Now::read().time).await;
        }
    }

    async fn ratelimit(&self, limit: RatelimitInfo) {
        // Not its path: that may hold an interaction's token.
        let millis = u64::try_from(limit.timeout.as_millis()).unwrap_or(u64::MAX);
        warn!(
            millis,
            global = limit.global,
            "Discord asks us to slow down."
        );
    }

    async fn message(&self, context: Context, message: Message) {
        let _running = self.running.token();
        let me = context.cache.current_user().id;
        let Some(request) = inbound::asked(&message, me) else {
            return;
        };
        let may = match message.guild_id {
            None => {
                let language = self.bot.knowledge.language_of(&message.content);
                MaySpeak::in_private(language.unwrap_or(FIRST_LANGUAGE))
            }
            Some(guild) => {
                let writer = Writer {
                    user: message.author.id,
                    roles: inbound::roles(&message),
                };
                match may_speak(&context.cache, guild, message.channel_id, me, writer) {
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
        if !outbound::answer(way, channel, id, may.may_reply, &reply).await
            && let Some(request) = inbound::asked(&message, me)
        {
            self.bot.unsaid(asked_by, may.place, &request);
        }
    }

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let _running = self.running.token();
        let Some(mut call) = inbound::call(&context.cache, interaction) else {
            return;
        };
        if !self.seen.first(call.id.get(), Instant::now()) {
            return;
        }
        let request = match &call.file {
            Some(file) => self.handed_in(&call, file).await,
            None => std::mem::replace(&mut call.request, Err(Refusal::Trouble)),
        };
        let request = match request {
            Ok(request) => Ok(surveyed(&context, call.place, request).await),
            refused => refused,
        };
        let Call { asker, place, .. } = &call;
        match self.answer(asker.clone(), *place, request).await {
            Response::Reply(reply) => {
                let reply = permissions::standing(&context.cache, *place, reply);
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
        catch_unwind(polled).unwrap_or_else(|_| {
            error!("An answer failed; the line above names the place.");
            Poll::Ready(Err(Refusal::Trouble))
        })
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
        assert_eq!(guarded(panics).await, Err(Refusal::Trouble));
        assert_eq!(guarded(async { Ok(1) }).await, Ok(1));
    }
}
