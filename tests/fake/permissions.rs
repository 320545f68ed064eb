//! What somebody may do in a channel, computed as Discord does.
//!
//! Source: developers/topics/permissions, "Permission Overwrites" and "Implicit Permissions".

use super::world::{BOT, ChannelFacts, ChannelKind, GuildFacts, Overwrite, World};
use serenity::all::Permissions;

impl World {
    pub fn permissions(&self, user: u64, channel: &ChannelFacts) -> Permissions {
        let Some(guild) = channel.guild else {
            return in_conversation();
        };
        let guild = self.guild(guild);
        let base = in_guild(guild, user);
        if base.contains(Permissions::ADMINISTRATOR) {
            return Permissions::all();
        }
        let ruling = match channel.kind {
            ChannelKind::Thread => self.channel(channel.parent.expect("a thread has a parent")),
            _ => channel,
        };
        overwritten(base, guild, user, &ruling.overwrites)
    }

    /// What the bot lacks to send into `channel`, if anything.
    pub fn bot_lacks_to_send(&self, channel: &ChannelFacts) -> Option<&'static str> {
        let has = self.permissions(BOT, channel);
        let (send, name) = match channel.kind {
            ChannelKind::Thread => (
                Permissions::SEND_MESSAGES_IN_THREADS,
                "SEND_MESSAGES_IN_THREADS",
            ),
            _ => (Permissions::SEND_MESSAGES, "SEND_MESSAGES"),
        };
        if !has.contains(Permissions::VIEW_CHANNEL) {
            Some("VIEW_CHANNEL")
        } else if !has.contains(send) {
            Some(name)
        } else {
            None
        }
    }
}

fn in_guild(guild: &GuildFacts, user: u64) -> Permissions {
    if guild.owner == user {
        return Permissions::all();
    }
    roles_of(guild, user)
        .filter_map(|role| guild.roles.get(&role))
        .fold(Permissions::empty(), |sum, role| sum | role.permissions)
}

fn roles_of(guild: &GuildFacts, user: u64) -> impl Iterator<Item = u64> {
    let own = guild.members.get(&user).into_iter().flatten().copied();
    std::iter::once(guild.id).chain(own)
}

/// Everyone's overwrite first, then all roles together, then the member's own.
fn overwritten(
    base: Permissions,
    guild: &GuildFacts,
    user: u64,
    overwrites: &[Overwrite],
) -> Permissions {
    let apply = |permissions: Permissions, fits: &dyn Fn(&Overwrite) -> bool| {
        let fitting = || overwrites.iter().filter(|overwrite| fits(overwrite));
        let denied = fitting().fold(Permissions::empty(), |sum, o| sum | o.deny);
        let allowed = fitting().fold(Permissions::empty(), |sum, o| sum | o.allow);
        (permissions - denied) | allowed
    };
    let own = guild.members.get(&user).cloned().unwrap_or_default();
    let permissions = apply(base, &|o| o.role && o.whom == guild.id);
    let permissions = apply(permissions, &|o| o.role && own.contains(&o.whom));
    apply(permissions, &|o| !o.role && o.whom == user)
}

/// In a conversation without a guild nobody has roles.
fn in_conversation() -> Permissions {
    Permissions::VIEW_CHANNEL
        | Permissions::SEND_MESSAGES
        | Permissions::READ_MESSAGE_HISTORY
        | Permissions::EMBED_LINKS
        | Permissions::ATTACH_FILES
        | Permissions::ADD_REACTIONS
}
