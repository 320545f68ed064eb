//! A server as Discord tells of it, as far as we ask: its channels and roles, and who may do what there.
//!
//! The library would keep five times as much of each channel, and every member. Of the members we keep ourselves alone.

use serde::Deserialize;
use serenity::all::{
    ChannelId, ChannelType, GuildId, NsfwLevel, PermissionOverwrite, PermissionOverwriteType,
    Permissions, RoleId, UserId,
};

/// A server, by the names of Discord's own fields.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Guild {
    pub id: GuildId,
    pub owner_id: UserId,
    /// Its language, as a tag.
    pub preferred_locale: String,
    nsfw_level: NsfwLevel,
    /// Where Discord itself writes to its moderators.
    pub public_updates_channel_id: Option<ChannelId>,
    /// Where everybody is greeted.
    pub system_channel_id: Option<ChannelId>,
    roles: Vec<Role>,
    #[serde(default)]
    channels: Vec<GuildChannel>,
    /// Those that are open, as far as we may see them.
    #[serde(default)]
    threads: Vec<GuildChannel>,
    /// Ourselves.
    #[serde(default)]
    members: Vec<Member>,
}

/// A channel or a thread.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct GuildChannel {
    pub id: ChannelId,
    #[serde(rename = "type")]
    pub kind: ChannelType,
    parent_id: Option<ChannelId>,
    #[serde(default)]
    pub position: i32,
    #[serde(default)]
    nsfw: bool,
    /// Those of roles, and our own.
    #[serde(default)]
    permission_overwrites: Vec<PermissionOverwrite>,
}

#[derive(Clone, Debug, Deserialize)]
struct Role {
    id: RoleId,
    permissions: Permissions,
}

/// A role that came or changed.
#[derive(Debug, Deserialize)]
pub(super) struct Granted {
    role: Role,
}

/// A role that is gone.
#[derive(Debug, Deserialize)]
pub(super) struct Withdrawn {
    role_id: RoleId,
}

/// A channel or a thread that is gone.
#[derive(Debug, Deserialize)]
pub(super) struct Closed {
    id: ChannelId,
}

/// A thread that was opened or changed.
#[derive(Debug, Deserialize)]
pub(super) struct Thread {
    thread_metadata: Option<State>,
    #[serde(flatten)]
    channel: GuildChannel,
}

#[derive(Debug, Deserialize)]
struct State {
    archived: bool,
}

/// Somebody in a server.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Member {
    user: User,
    roles: Vec<RoleId>,
}

#[derive(Clone, Debug, Deserialize)]
struct User {
    id: UserId,
}

impl Guild {
    /// The channel or thread `id`, and of a thread or a forum post the channel that it belongs to.
    pub(super) fn find(&self, id: ChannelId) -> Option<(&GuildChannel, Option<&GuildChannel>)> {
        if let Some(channel) = self.channel(id) {
            return Some((channel, None));
        }
        let thread = self.threads.iter().find(|thread| thread.id == id)?;
        Some((thread, Some(self.channel(thread.parent_id?)?)))
    }

    /// Its channels, threads aside, in no order.
    pub(super) fn channels(&self) -> &[GuildChannel] {
        &self.channels
    }

    pub(super) fn channel(&self, id: ChannelId) -> Option<&GuildChannel> {
        self.channels.iter().find(|channel| channel.id == id)
    }

    pub(super) fn has_role(&self, id: RoleId) -> bool {
        self.roles.iter().any(|role| role.id == id)
    }

    /// Whether `channel` or the whole server is for adults alone.
    pub(super) fn is_age_restricted(&self, channel: Option<&GuildChannel>) -> bool {
        self.nsfw_level == NsfwLevel::AgeRestricted || channel.is_some_and(|channel| channel.nsfw)
    }

    /// What whoever holds `roles` may do where no channel says otherwise.
    pub(super) fn granted(&self, roles: &[RoleId]) -> Permissions {
        let held = |role: &&Role| role.id == self.everyone() || roles.contains(&role.id);
        let held = self.roles.iter().filter(held);
        let granted = held.fold(Permissions::empty(), |all, role| all | role.permissions);
        match granted.contains(Permissions::ADMINISTRATOR) {
            true => Permissions::all(),
            false => granted,
        }
    }

    /// What whoever holds no role may do in `channel`.
    pub(super) fn everyone_in(&self, channel: &GuildChannel) -> Permissions {
        channel.overwrite(self.granted(&[]), |of| of == role(self.everyone()))
    }

    /// What we may do where no channel says otherwise; nothing as long as we are not told of ourselves.
    pub(super) fn ours(&self) -> Option<Permissions> {
        let us = self.members.first()?;
        match us.user.id == self.owner_id {
            true => Some(Permissions::all()),
            false => Some(self.granted(&us.roles)),
        }
    }

    /// What we may do in `channel`: what it takes and gives everybody, then the roles we hold, then us
    /// (Discord's documentation, "Permission Overwrites").
    pub(super) fn ours_in(&self, channel: &GuildChannel) -> Option<Permissions> {
        let (us, ours) = (self.members.first()?, self.ours()?);
        if ours.contains(Permissions::ADMINISTRATOR) {
            return Some(ours);
        }
        let everyone = role(self.everyone());
        let ours = channel.overwrite(ours, |of| of == everyone);
        let ours = channel.overwrite(ours, |of| match of {
            PermissionOverwriteType::Role(id) => of != everyone && us.roles.contains(&id),
            _ => false,
        });
        let us = PermissionOverwriteType::Member(us.user.id);
        Some(channel.overwrite(ours, |of| of == us))
    }

    pub(super) fn put_channel(&mut self, channel: GuildChannel) {
        put(&mut self.channels, channel, |channel| channel.id);
    }

    pub(super) fn remove_channel(&mut self, gone: Closed) {
        self.channels.retain(|channel| channel.id != gone.id);
        self.threads.retain(|it| it.parent_id != Some(gone.id));
    }

    /// One that was closed is told like one that is gone.
    pub(super) fn put_thread(&mut self, thread: Thread) {
        let Thread {
            thread_metadata,
            channel,
        } = thread;
        match thread_metadata.is_some_and(|state| state.archived) {
            true => self.remove_thread(Closed { id: channel.id }),
            false => put(&mut self.threads, channel, |thread| thread.id),
        }
    }

    pub(super) fn remove_thread(&mut self, gone: Closed) {
        self.threads.retain(|thread| thread.id != gone.id);
    }

    pub(super) fn put_role(&mut self, granted: Granted) {
        put(&mut self.roles, granted.role, |role| role.id);
    }

    pub(super) fn remove_role(&mut self, withdrawn: Withdrawn) {
        self.roles.retain(|role| role.id != withdrawn.role_id);
    }

    pub(super) fn put_member(&mut self, member: Member) {
        put(&mut self.members, member, |member| member.user.id);
    }

    /// The role that everybody has bears the number of its server.
    fn everyone(&self) -> RoleId {
        RoleId::new(self.id.get())
    }

    /// What is `told` of the server itself, with its channels and us as they were.
    pub(super) fn describe(&mut self, told: Guild) {
        *self = Guild {
            channels: std::mem::take(&mut self.channels),
            threads: std::mem::take(&mut self.threads),
            members: std::mem::take(&mut self.members),
            ..told
        };
    }

    /// Forgets of its members all but `me`, and the rights that a channel gives others singly.
    pub(super) fn keep_little(&mut self, me: UserId) {
        self.members.retain(|member| member.user.id == me);
        self.members.shrink_to_fit();
        for channel in &mut self.channels {
            channel.permission_overwrites.retain(|it| match it.kind {
                PermissionOverwriteType::Member(id) => id == me,
                _ => true,
            });
            channel.permission_overwrites.shrink_to_fit();
        }
    }
}

impl GuildChannel {
    /// `granted`, less what the channel takes from `whom` and with what it gives them.
    fn overwrite(
        &self,
        granted: Permissions,
        whom: impl Fn(PermissionOverwriteType) -> bool,
    ) -> Permissions {
        let its = self.permission_overwrites.iter().filter(|it| whom(it.kind));
        let none = (Permissions::empty(), Permissions::empty());
        let (taken, given) = its.fold(none, |(taken, given), it| {
            (taken | it.deny, given | it.allow)
        });
        (granted - taken) | given
    }
}

fn role(id: RoleId) -> PermissionOverwriteType {
    PermissionOverwriteType::Role(id)
}

/// Puts `new` in the place of the one of `all` that has its id, or beside them.
fn put<T, I: PartialEq>(all: &mut Vec<T>, new: T, id: impl Fn(&T) -> I) {
    match all.iter_mut().find(|old| id(old) == id(&new)) {
        Some(old) => *old = new,
        None => all.push(new),
    }
}

#[cfg(test)]
mod tests {
    use super::super::guilds::Guilds;
    use super::*;
    use serde_json::{Value, json};

    const ME: UserId = UserId::new(900);
    const SERVER: GuildId = GuildId::new(1);
    const VIEW: Permissions = Permissions::VIEW_CHANNEL;
    const SEND: Permissions = Permissions::SEND_MESSAGES;

    /// A server with two roles, of which we hold the second, and a channel with these rights.
    fn guild(rights: &Value) -> Guild {
        let told = json!({
            "id": "1", "owner_id": "5", "preferred_locale": "fr", "nsfw_level": 0,
            "public_updates_channel_id": null, "system_channel_id": "3",
            "roles": [
                { "id": "1", "permissions": VIEW.bits().to_string() },
                { "id": "2", "permissions": SEND.bits().to_string() },
            ],
            "members": [
                { "user": { "id": "7" }, "roles": [] },
                { "user": { "id": "900" }, "roles": ["2"] },
            ],
            "channels": [{ "id": "3", "type": 0, "name": "rain", "permission_overwrites": rights }],
            "threads": [{ "id": "4", "type": 11, "parent_id": "3" }],
        });
        serde_json::from_value(told).expect("a server")
    }

    fn kept(rights: &Value) -> Guilds {
        let guilds = Guilds::default();
        guilds.is(ME);
        guilds.keep(guild(rights));
        guilds
    }

    fn right(id: u64, kind: u8, allow: Permissions, deny: Permissions) -> Value {
        let (allow, deny) = (allow.bits().to_string(), deny.bits().to_string());
        json!({ "id": id.to_string(), "type": kind, "allow": allow, "deny": deny })
    }

    #[test]
    fn of_a_servers_members_we_keep_ourselves_alone() {
        let none = Permissions::empty();
        let guilds = kept(&json!([right(7, 1, SEND, none), right(900, 1, none, SEND)]));
        let guild = guilds.get(SERVER).expect("it was told");
        assert_eq!(guild.members.len(), 1);
        let rights = &guild.channels[0].permission_overwrites;
        assert_eq!(rights.len(), 1);
        assert_eq!(rights[0].kind, PermissionOverwriteType::Member(ME));
    }

    #[test]
    fn a_channel_first_speaks_of_everybody_then_of_roles_then_of_us() {
        let (none, both) = (Permissions::empty(), VIEW | SEND);
        for (rights, expected) in [
            (json!([]), both),
            (json!([right(1, 0, none, VIEW)]), SEND),
            (
                json!([right(2, 0, VIEW, none), right(1, 0, none, VIEW)]),
                both,
            ),
            (
                json!([right(2, 0, SEND, none), right(900, 1, none, SEND)]),
                VIEW,
            ),
            (json!([right(8, 0, none, both)]), both),
        ] {
            let guild = kept(&rights).get(SERVER).expect("it was told");
            let (channel, _) = guild.find(ChannelId::new(4)).expect("a thread");
            assert_eq!(channel.kind, ChannelType::PublicThread);
            let (channel, _) = guild.find(ChannelId::new(3)).expect("a channel");
            assert_eq!(guild.ours_in(channel), Some(expected), "{rights}");
        }
    }

    #[test]
    fn whoever_owns_or_administers_a_server_may_do_everything() {
        let guilds = kept(&json!([right(1, 0, Permissions::empty(), VIEW)]));
        guilds.update(SERVER, |guild| guild.owner_id = ME);
        let guild = guilds.get(SERVER).expect("it was told");
        assert_eq!(guild.ours_in(&guild.channels[0]), Some(Permissions::all()));
        let granted = json!({ "role": { "id": "2", "permissions": "8" } });
        guilds.update(SERVER, |guild| {
            guild.owner_id = UserId::new(5);
            guild.put_role(serde_json::from_value(granted).expect("a role"));
        });
        let guild = guilds.get(SERVER).expect("it was told");
        assert_eq!(guild.ours_in(&guild.channels[0]), Some(Permissions::all()));
    }

    #[test]
    fn a_server_described_anew_keeps_its_channels_and_a_closed_thread_is_gone() {
        let guilds = kept(&json!([]));
        let mut described = guild(&json!([]));
        described.channels.clear();
        described.members.clear();
        described.preferred_locale = "sw".to_owned();
        guilds.describe(described);
        let closed = json!({
            "id": "4", "type": 11, "parent_id": "3", "guild_id": "1",
            "thread_metadata": { "archived": true },
        });
        guilds.update(SERVER, |guild| {
            guild.put_thread(serde_json::from_value(closed).expect("a thread"));
        });
        let guild = guilds.get(SERVER).expect("it was told");
        assert_eq!(guild.preferred_locale, "sw");
        assert!(guild.ours().is_some() && guild.find(ChannelId::new(3)).is_some());
        assert!(guild.find(ChannelId::new(4)).is_none());
        guilds.forget_shard(0, 1);
        assert!(guilds.get(SERVER).is_none());
    }
}
