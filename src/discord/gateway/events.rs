//! What Discord tells us, kept where it is needed and handed to the doors.
//!
//! Only the events named here are read.

use crate::discord::context::Context;
use crate::discord::doors::Doors;
use crate::discord::guild::{Guild, Thread};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serenity::all::{
    GuildId, InteractionCreateEvent, Message, MessageCreateEvent, ReadyEvent, ThreadCreateEvent,
    UnavailableGuild,
};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use tracing::{info, warn};

/// Where what is told goes.
#[derive(Clone)]
pub(in crate::discord) struct Events {
    pub doors: Arc<Doors>,
    pub context: Context,
}

impl Events {
    /// Takes the event `name`, told to `shard`. One that cannot be read is told, and costs no other.
    pub(super) fn take(&self, shard: u32, name: &str, data: Value) {
        // serenity 0.12.5 cuts a picture's hash into bytes, and panics between those of a letter (model/misc.rs:146).
        let taken = catch_unwind(AssertUnwindSafe(|| self.try_take(shard, name, data)));
        if taken.is_ok_and(|taken| taken.is_ok()) {
            return;
        }
        // Not its words, nor what they were expected to be.
        warn!(name, "An event of Discord's cannot be read.");
    }

    fn try_take(&self, shard: u32, name: &str, data: Value) -> Result<(), Unreadable> {
        match name {
            "READY" => self.ready(shard, data),
            "RESUMED" => {
                info!(shard, "Connected to Discord again.");
                Ok(())
            }
            "GUILD_CREATE" => self.guild_create(data),
            "GUILD_DELETE" => self.guild_delete(data),
            "GUILD_UPDATE" => read(data).map(|guild| self.context.guilds.describe(guild)),
            "GUILD_MEMBER_UPDATE" => self.change(&data, Guild::put_member),
            "GUILD_ROLE_CREATE" | "GUILD_ROLE_UPDATE" => self.change(&data, Guild::put_role),
            "GUILD_ROLE_DELETE" => self.change(&data, Guild::remove_role),
            "CHANNEL_CREATE" | "CHANNEL_UPDATE" => self.change(&data, Guild::put_channel),
            "CHANNEL_DELETE" => self.change(&data, Guild::remove_channel),
            "THREAD_CREATE" => self.thread_create(data),
            "THREAD_UPDATE" => self.change(&data, Guild::put_thread),
            "THREAD_DELETE" => self.change(&data, Guild::remove_thread),
            "MESSAGE_CREATE" => self.message(data),
            "MESSAGE_UPDATE" => self.message_update(data),
            "INTERACTION_CREATE" => self.interaction(data),
            _ => Ok(()),
        }
    }

    /// Notes that `shard` is no longer ours: what we know of its servers may become untrue.
    pub(super) fn let_go(&self, shard: u32) {
        self.doors.let_go(shard);
    }

    /// Notes that `shard` is ours again, and nobody else heard of its servers meanwhile.
    pub(super) fn has_again(&self, shard: u32) {
        self.doors.has_again(shard);
    }

    /// Forgets the servers of `shard`, one of so many.
    pub(super) fn forgets(&self, shard: u32, of: u32) {
        self.doors.let_go(shard);
        self.context.guilds.forget_shard(shard, of);
    }

    fn ready(&self, shard: u32, data: Value) -> Result<(), Unreadable> {
        let event: ReadyEvent = read(data)?;
        let (servers, guilds) = (event.ready.guilds.len(), &self.context.guilds);
        guilds.is(event.ready.user.id);
        // Each is told anew.
        if let Some(of) = event.ready.shard {
            guilds.forget_shard(of.id.0, of.total);
        }
        info!(shard, servers, "Connected to Discord.");
        let http = &self.context.http;
        http.set_application_id(event.ready.application.id);
        self.doors.ready(&event.ready);
        Ok(())
    }

    fn guild_create(&self, data: Value) -> Result<(), Unreadable> {
        // One that Discord cannot reach for a while has nothing to tell.
        if data["unavailable"] == true {
            return Ok(());
        }
        let guild = self.context.guilds.keep(read(data)?);
        let (doors, context) = self.at_work();
        let work = async move { doors.guild_create(context, guild).await };
        self.doors.work(work);
        Ok(())
    }

    fn guild_delete(&self, data: Value) -> Result<(), Unreadable> {
        let guild: UnavailableGuild = read(data)?;
        self.context.guilds.forget(guild.id);
        let (doors, _) = self.at_work();
        let work = async move { doors.guild_delete(guild).await };
        self.doors.work(work);
        Ok(())
    }

    /// Nothing of a message is kept.
    fn message(&self, data: Value) -> Result<(), Unreadable> {
        let event: MessageCreateEvent = read(data)?;
        let (doors, context) = self.at_work();
        // Whoever changes it at once waits behind this.
        let fate = doors.begin(&event.message);
        let work = async move { doors.message(context, event.message, fate).await };
        self.doors.work(work);
        Ok(())
    }

    /// Most of these only say that a link was unfolded, and not all are told whole.
    fn message_update(&self, data: Value) -> Result<(), Unreadable> {
        let by_its_writer = data["guild_id"].is_null() && !data["edited_timestamp"].is_null();
        if !by_its_writer || data["author"].is_null() {
            return Ok(());
        }
        let message: Message = read(data)?;
        let (doors, context) = self.at_work();
        let work = async move { doors.edited(context, message).await };
        self.doors.work(work);
        Ok(())
    }

    /// A thread is told when somebody opens it, and when we may first see it.
    fn thread_create(&self, data: Value) -> Result<(), Unreadable> {
        self.change::<Thread>(&data, Guild::put_thread)?;
        if data["newly_created"] == true {
            let event: ThreadCreateEvent = read(data)?;
            let (doors, context) = self.at_work();
            let work = async move { doors.opened(context, event.thread).await };
            self.doors.work(work);
        }
        Ok(())
    }

    fn interaction(&self, data: Value) -> Result<(), Unreadable> {
        let event: InteractionCreateEvent = read(data)?;
        let (doors, context) = self.at_work();
        let work = async move { doors.interaction_create(context, event.interaction).await };
        self.doors.work(work);
        Ok(())
    }

    fn at_work(&self) -> (Arc<Doors>, Context) {
        (Arc::clone(&self.doors), self.context.clone())
    }

    /// Changes what is known of a server by what `data` says.
    fn change<E: DeserializeOwned>(
        &self,
        data: &Value,
        change: fn(&mut Guild, E),
    ) -> Result<(), Unreadable> {
        let In { guild_id } = In::deserialize(data).map_err(|_| Unreadable)?;
        let told = E::deserialize(data).map_err(|_| Unreadable)?;
        self.context
            .guilds
            .update(guild_id, |guild| change(guild, told));
        Ok(())
    }
}

/// Where something changed.
#[derive(Deserialize)]
struct In {
    guild_id: GuildId,
}

struct Unreadable;

fn read<E: DeserializeOwned>(data: Value) -> Result<E, Unreadable> {
    serde_json::from_value(data).map_err(|_| Unreadable)
}
