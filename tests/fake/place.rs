//! Guilds, channels and threads as a test arranges them.

use super::Person;
use super::discord::Discord;
use super::payloads;
use super::world::{BOT, ChannelKind, Overwrite};
use serde_json::{Value, json};
use serenity::all::Permissions;

#[derive(Clone)]
pub struct Guild {
    discord: Discord,
    pub id: u64,
}

#[derive(Clone)]
pub struct Channel {
    pub(super) discord: Discord,
    pub id: u64,
}

/// Arranges before the bot comes; later changes want `announce`.
impl Guild {
    pub fn new(discord: Discord, id: u64) -> Guild {
        Guild { discord, id }
    }

    /// Adds a text channel.
    pub fn channel(&self, name: &str) -> Channel {
        let add = |state: &mut super::discord::State| {
            state
                .world
                .add_channel(ChannelKind::Text, Some(self.id), name)
        };
        let id = self.discord.change(add);
        Channel {
            discord: self.discord.clone(),
            id,
        }
    }

    /// Adds a forum; its posts are threads, and nobody writes into the forum itself.
    pub fn forum(&self, name: &str) -> Channel {
        let add = |state: &mut super::discord::State| {
            state
                .world
                .add_channel(ChannelKind::Forum, Some(self.id), name)
        };
        let id = self.discord.change(add);
        Channel {
            discord: self.discord.clone(),
            id,
        }
    }

    /// Adds a voice channel, which has a chat of its own.
    pub fn voice(&self, name: &str) -> Channel {
        self.of_kind(ChannelKind::Voice, name)
    }

    /// Adds a stage, which has a chat too.
    pub fn stage(&self, name: &str) -> Channel {
        self.of_kind(ChannelKind::Stage, name)
    }

    fn of_kind(&self, kind: ChannelKind, name: &str) -> Channel {
        let add =
            |state: &mut super::discord::State| state.world.add_channel(kind, Some(self.id), name);
        let id = self.discord.change(add);
        Channel {
            discord: self.discord.clone(),
            id,
        }
    }

    /// Adds a role and gives its id.
    pub fn role(&self, name: &str, permissions: Permissions) -> u64 {
        self.discord
            .change(|state| state.world.add_role(self.id, name, permissions))
    }

    /// Lets `person` be a member with these roles.
    pub fn member(&self, person: &Person, roles: &[u64]) {
        self.discord.change(|state| {
            let guild = state.world.guild_mut(self.id);
            guild.members.insert(person.id, roles.to_vec());
        });
    }

    pub fn owner(&self, person: &Person) {
        self.member(person, &[]);
        self.discord
            .change(|state| state.world.guild_mut(self.id).owner = person.id);
    }

    /// Gives the bot a role with these permissions.
    pub fn bot_may(&self, permissions: Permissions) {
        let role = self.role("verbatim", permissions);
        self.discord.change(|state| {
            let guild = state.world.guild_mut(self.id);
            guild.members.entry(BOT).or_default().push(role);
        });
    }

    /// Replaces what everyone may do in this guild.
    pub fn everyone_may(&self, permissions: Permissions) {
        self.discord.change(|state| {
            let guild = state.world.guild_mut(self.id);
            guild.roles.get_mut(&self.id).expect("everyone").permissions = permissions;
        });
    }

    /// 0 default, 1 explicit, 2 safe, 3 age-restricted.
    pub fn nsfw_level(&self, level: u8) {
        self.discord
            .change(|state| state.world.guild_mut(self.id).nsfw_level = level);
    }

    /// Makes `channel` the one where Discord greets who comes.
    pub fn system_channel(&self, channel: &Channel) {
        let id = Some(channel.id);
        self.discord
            .change(|state| state.world.guild_mut(self.id).system_channel = id);
    }

    /// Where Discord writes to the moderators of a community.
    pub fn updates_channel(&self, channel: &Channel) {
        let id = Some(channel.id);
        self.discord
            .change(|state| state.world.guild_mut(self.id).updates_channel = id);
    }

    pub fn locale(&self, locale: &str) {
        self.discord
            .change(|state| locale.clone_into(&mut state.world.guild_mut(self.id).locale));
    }

    /// An AutoMod rule, as `GET …/auto-moderation/rules` gives it.
    pub fn automod(&self, rule: Value) {
        self.discord
            .change(|state| state.world.guild_mut(self.id).automod.push(rule));
    }

    /// Takes the bot out of the guild without a word: only a user install reaches here then.
    pub fn without_bot(&self) {
        self.discord
            .change(|state| state.world.guild_mut(self.id).members.remove(&BOT));
    }

    /// Lets the bot in again, as somebody with an invite link does.
    pub fn takes_bot(&self) {
        self.discord.change(|state| {
            let guild = state.world.guild_mut(self.id);
            guild.members.entry(BOT).or_default();
        });
        self.announce();
    }

    /// Sends `GUILD_CREATE`: the bot comes in, or the guild is back.
    pub fn announce(&self) {
        self.discord.change(|state| {
            let data = payloads::guild_create(&state.world, self.id);
            state.gateway.dispatch("GUILD_CREATE", Some(self.id), data);
        });
    }

    /// Sends the bot away: `GUILD_DELETE` without `unavailable`.
    pub fn removes_bot(&self) {
        self.without_bot();
        let data = json!({ "id": self.id.to_string() });
        self.discord.dispatch("GUILD_DELETE", Some(self.id), data);
    }
}

impl Channel {
    /// A group conversation without the bot.
    pub fn group(discord: Discord, people: &[&Person]) -> Channel {
        let id = discord.change(|state| {
            let id = state.world.add_channel(ChannelKind::Group, None, "group");
            let ids = people.iter().map(|person| person.id);
            state.world.channel_mut(id).people = ids.collect();
            id
        });
        Channel { discord, id }
    }

    pub fn direct(discord: Discord, id: u64) -> Channel {
        Channel { discord, id }
    }

    /// Starts a thread in this channel.
    pub fn thread(&self, name: &str) -> Channel {
        let id = self.discord.change(|state| {
            let guild = state.world.channel(self.id).guild;
            let id = state.world.add_channel(ChannelKind::Thread, guild, name);
            state.world.channel_mut(id).parent = Some(self.id);
            id
        });
        Channel {
            discord: self.discord.clone(),
            id,
        }
    }

    /// Lets `person` open a thread or a post in this channel: `THREAD_CREATE`.
    pub fn opens(&self, person: &Person, title: &str) -> Channel {
        let thread = self.thread(title);
        self.discord.change(|state| {
            let channel = state.world.channel(thread.id);
            let (guild, mut data) = (channel.guild, payloads::channel(&state.world, channel));
            data["owner_id"] = json!(person.id.to_string());
            data["newly_created"] = json!(true);
            state.gateway.dispatch("THREAD_CREATE", guild, data);
        });
        thread
    }

    /// Restricts the channel by age.
    pub fn nsfw(self) -> Channel {
        self.discord
            .change(|state| state.world.channel_mut(self.id).nsfw = true);
        self
    }

    /// Takes permissions from the bot, here only.
    pub fn deny_bot(&self, permissions: Permissions) {
        self.overwrite(BOT, false, Permissions::empty(), permissions);
    }

    /// Gives the bot permissions, here only.
    pub fn gives_bot(&self, permissions: Permissions) {
        self.overwrite(BOT, false, permissions, Permissions::empty());
    }

    /// Changes what a role may do here; the guild's own id is everyone's role.
    pub fn overwrite_role(&self, role: u64, allow: Permissions, deny: Permissions) {
        self.overwrite(role, true, allow, deny);
    }

    /// Changes what one person may do here.
    pub fn overwrite_person(&self, person: &Person, allow: Permissions, deny: Permissions) {
        self.overwrite(person.id, false, allow, deny);
    }

    fn overwrite(&self, whom: u64, role: bool, allow: Permissions, deny: Permissions) {
        let overwrite = Overwrite {
            whom,
            role,
            allow,
            deny,
        };
        // Discord keeps one for each role and member.
        self.discord.change(|state| {
            let overwrites = &mut state.world.channel_mut(self.id).overwrites;
            overwrites.retain(|other| other.whom != whom);
            overwrites.push(overwrite);
        });
    }

    /// Sends what changed: `CHANNEL_UPDATE` or `THREAD_UPDATE`.
    pub fn announce(&self) {
        self.discord.change(|state| {
            let channel = state.world.channel(self.id);
            let event = match channel.kind {
                ChannelKind::Thread => "THREAD_UPDATE",
                _ => "CHANNEL_UPDATE",
            };
            let (guild, data) = (channel.guild, payloads::channel(&state.world, channel));
            state.gateway.dispatch(event, guild, data);
        });
    }

    /// Deletes the channel, as a moderator would: `CHANNEL_DELETE`.
    pub fn is_deleted(&self) {
        self.discord.change(|state| {
            let channel = state.world.channel(self.id);
            let (guild, data) = (channel.guild, payloads::channel(&state.world, channel));
            state.world.channels.remove(&self.id);
            state.gateway.dispatch("CHANNEL_DELETE", guild, data);
        });
    }

    /// Deletes a message, as a moderator would.
    pub fn loses(&self, message: &super::Shown) {
        self.discord.change(|state| state.delete(message.id));
    }
}
