//! What Discord tells us, kept where it is needed and handed to the doors.
//!
//! Only the events named here are read. Of a server's members we keep ourselves alone.

use crate::discord::context::Context;
use crate::discord::doors::Doors;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serenity::all::{
    ChannelCreateEvent, ChannelDeleteEvent, ChannelUpdateEvent, GuildCreateEvent, GuildDeleteEvent,
    GuildMemberUpdateEvent, GuildRoleCreateEvent, GuildRoleDeleteEvent, GuildRoleUpdateEvent,
    GuildUpdateEvent, InteractionCreateEvent, Message, MessageCreateEvent, ReadyEvent,
    ThreadCreateEvent, ThreadDeleteEvent, ThreadUpdateEvent, UserId, UserUpdateEvent,
};
use serenity::cache::CacheUpdate;
use std::sync::Arc;
use tracing::{info, warn};

/// Where what is told goes.
#[derive(Clone)]
pub(in crate::discord) struct Events {
    pub doors: Arc<Doors>,
    pub context: Context,
}

impl Events {
    /// Takes the event `name`, told to `shard`.
    pub(super) fn take(&self, shard: u32, name: &str, data: Value) {
        let taken = match name {
            "READY" => self.ready(shard, data),
            "RESUMED" => {
                info!(shard, "Connected to Discord again.");
                Ok(())
            }
            "GUILD_CREATE" => self.guild_create(data),
            "GUILD_DELETE" => self.guild_delete(data),
            "GUILD_MEMBER_UPDATE" => self.member_update(data),
            "MESSAGE_CREATE" => self.message(data),
            "MESSAGE_UPDATE" => self.message_update(data),
            "INTERACTION_CREATE" => self.interaction(data),
            "GUILD_UPDATE" => self.keep::<GuildUpdateEvent>(data),
            "GUILD_ROLE_CREATE" => self.keep::<GuildRoleCreateEvent>(data),
            "GUILD_ROLE_UPDATE" => self.keep::<GuildRoleUpdateEvent>(data),
            "GUILD_ROLE_DELETE" => self.keep::<GuildRoleDeleteEvent>(data),
            "CHANNEL_CREATE" => self.keep::<ChannelCreateEvent>(data),
            "CHANNEL_UPDATE" => self.keep::<ChannelUpdateEvent>(data),
            "CHANNEL_DELETE" => self.keep::<ChannelDeleteEvent>(data),
            "THREAD_CREATE" => self.thread_create(data),
            "THREAD_UPDATE" => self.keep::<ThreadUpdateEvent>(data),
            "THREAD_DELETE" => self.keep::<ThreadDeleteEvent>(data),
            "USER_UPDATE" => self.keep::<UserUpdateEvent>(data),
            _ => Ok(()),
        };
        if taken.is_err() {
            // Not its words, nor what they were expected to be.
            warn!(name, "An event of Discord's cannot be read.");
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
        for server in self.context.cache.guilds() {
            let its = (server.get() >> 22).checked_rem(u64::from(of));
            let gone = json!({ "id": server.to_string(), "unavailable": true });
            if its == Some(u64::from(shard))
                && let Ok(mut gone) = read::<GuildDeleteEvent>(gone)
            {
                self.context.cache.update(&mut gone);
            }
        }
    }

    fn ready(&self, shard: u32, data: Value) -> Result<(), Unreadable> {
        let event: ReadyEvent = self.kept(data)?;
        let servers = event.ready.guilds.len();
        info!(shard, servers, "Connected to Discord.");
        let http = &self.context.http;
        http.set_application_id(event.ready.application.id);
        self.doors.ready(&event.ready);
        Ok(())
    }

    fn guild_create(&self, mut data: Value) -> Result<(), Unreadable> {
        // One that Discord cannot reach for a while has nothing to tell.
        if data["unavailable"] == true {
            return Ok(());
        }
        leave_out(&mut data, self.context.me());
        let event: GuildCreateEvent = self.kept(data)?;
        let (doors, context) = self.at_work();
        let work = async move { doors.guild_create(context, event.guild).await };
        self.doors.work(work);
        Ok(())
    }

    fn guild_delete(&self, data: Value) -> Result<(), Unreadable> {
        let event: GuildDeleteEvent = self.kept(data)?;
        let (doors, _) = self.at_work();
        let work = async move { doors.guild_delete(event.guild).await };
        self.doors.work(work);
        Ok(())
    }

    /// Others than ourselves we do not know.
    fn member_update(&self, data: Value) -> Result<(), Unreadable> {
        let mut event: GuildMemberUpdateEvent = read(data)?;
        if event.user.id == self.context.me() {
            self.context.cache.update(&mut event);
        }
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
        let opened = data["newly_created"] == true;
        let event: ThreadCreateEvent = self.kept(data)?;
        if opened {
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

    fn keep<E: DeserializeOwned + CacheUpdate>(&self, data: Value) -> Result<(), Unreadable> {
        self.kept::<E>(data).map(drop)
    }

    /// What `data` says, noted.
    fn kept<E: DeserializeOwned + CacheUpdate>(&self, data: Value) -> Result<E, Unreadable> {
        let mut event: E = read(data)?;
        self.context.cache.update(&mut event);
        Ok(event)
    }
}

/// What of a server we never ask for.
const UNNEEDED: [&str; 6] = [
    "presences",
    "voice_states",
    "emojis",
    "stickers",
    "stage_instances",
    "guild_scheduled_events",
];

/// Leaves that out of `guild`, and everybody but `me`: a thousand servers would fill a machine with it.
fn leave_out(guild: &mut Value, me: UserId) {
    for unneeded in UNNEEDED {
        if let Some(list) = guild.get_mut(unneeded).and_then(Value::as_array_mut) {
            list.clear();
        }
    }
    let me = me.to_string();
    if let Some(members) = guild.get_mut("members").and_then(Value::as_array_mut) {
        members.retain(|member| member["user"]["id"] == me);
    }
    let channels = guild.get_mut("channels").and_then(Value::as_array_mut);
    for channel in channels.into_iter().flatten() {
        leave_out_of_channel(channel, &me);
    }
}

/// Leaves out of `channel` what it is for, in up to a thousand letters, and what single members may do there but `me`.
fn leave_out_of_channel(channel: &mut Value, me: &str) {
    if let Some(topic) = channel.get_mut("topic") {
        *topic = Value::Null;
    }
    let rights = channel.get_mut("permission_overwrites");
    if let Some(rights) = rights.and_then(Value::as_array_mut) {
        rights.retain(|right| right["type"] != OF_MEMBER || right["id"] == me);
    }
}

/// Rights of a single member, among those that a channel gives and takes.
const OF_MEMBER: u8 = 1;

struct Unreadable;

fn read<E: DeserializeOwned>(data: Value) -> Result<E, Unreadable> {
    serde_json::from_value(data).map_err(|_| Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_servers_members_we_keep_ourselves_alone() {
        let member = |id: &str| json!({ "user": { "id": id } });
        let right = |id: &str, kind: u8| json!({ "id": id, "type": kind, "allow": "8" });
        let mut guild = json!({
            "id": "1",
            "members": [member("7"), member("900"), member("8")],
            "emojis": [{ "id": "2" }],
            "channels": [{
                "id": "3",
                "topic": "rain",
                "permission_overwrites": [right("1", 0), right("8", 1), right("900", 1)],
            }],
        });
        leave_out(&mut guild, UserId::new(900));
        let kept = json!({
            "id": "1",
            "members": [member("900")],
            "emojis": [],
            "channels": [{
                "id": "3",
                "topic": null,
                "permission_overwrites": [right("1", 0), right("900", 1)],
            }],
        });
        assert_eq!(guild, kept);
    }
}
