//! Whether we may speak in a channel, by what the gateway told us of it.

use crate::reply::{Pickable, Reply, Row};
use crate::settings::{Lacks, Permission};
use crate::who::{self, Place};
use serenity::all::{
    Cache, ChannelId, ChannelType, Guild, GuildChannel, GuildId, NsfwLevel, PartialChannel,
    PermissionOverwriteType, Permissions, RoleId, UserId,
};

/// What makes a manager of a server: either is enough.
pub(super) const MANAGERS: Permissions =
    Permissions::MANAGE_GUILD.union(Permissions::ADMINISTRATOR);

/// A channel where we may speak.
#[derive(Clone, Debug)]
pub(super) struct MaySpeak {
    /// Where that is.
    pub place: Place,
    /// Whether a message may point at the one it answers: that takes the right to read it.
    pub may_reply: bool,
    /// Whether what we write may have frames: where we may not embed, Discord would drop the article's words.
    pub may_frame: bool,
    /// The language of the server, or of the message where there is none, as a tag.
    pub language: String,
    /// Whether the writer may manage the server.
    pub manages: bool,
}

impl MaySpeak {
    /// A direct message, answered in `language`: nobody reads along.
    pub(super) fn in_private(language: &str) -> MaySpeak {
        MaySpeak {
            place: Place::Dm,
            may_reply: false,
            may_frame: true,
            language: language.to_owned(),
            manages: false,
        }
    }
}

/// Who wrote something in a server.
#[derive(Clone, Copy, Debug)]
pub(super) struct Writer<'w> {
    pub user: UserId,
    pub roles: &'w [RoleId],
}

/// What `me` may say to `writer` in `channel`; nothing where we may not see or write, or know too little.
pub(super) fn may_speak(
    cache: &Cache,
    guild: GuildId,
    channel: ChannelId,
    me: UserId,
    writer: Writer<'_>,
) -> Option<MaySpeak> {
    let guild = cache.guild(guild)?;
    let (channel, parent) = find(&guild, channel)?;
    let has = rights(&guild, channel, parent, me)?;
    Some(MaySpeak {
        place: place_of(&guild, channel, parent),
        may_reply: has.contains(Permissions::READ_MESSAGE_HISTORY),
        may_frame: has.contains(Permissions::EMBED_LINKS),
        language: guild.preferred_locale.clone(),
        manages: manages(&guild, writer),
    })
}

/// The language of `guild`, as a tag.
pub(super) fn locale(cache: &Cache, guild: GuildId) -> String {
    let guild = cache.guild(guild);
    guild.map_or_else(String::new, |guild| guild.preferred_locale.clone())
}

/// Whether `me` may write a message into `channel`, and frames with it if it is `framed`.
pub(super) fn may_post(
    cache: &Cache,
    guild: GuildId,
    channel: ChannelId,
    me: UserId,
    framed: bool,
) -> bool {
    let has = cache.guild(guild).and_then(|guild| {
        let (channel, parent) = find(&guild, channel)?;
        rights(&guild, channel, parent, me)
    });
    has.is_some_and(|has| !framed || has.contains(Permissions::EMBED_LINKS))
}

/// What `me` may do in `channel`; nothing where we may not see or write.
fn rights(
    guild: &Guild,
    channel: &GuildChannel,
    parent: Option<&GuildChannel>,
    me: UserId,
) -> Option<Permissions> {
    let member = guild.members.get(&me)?;
    let has = guild.user_permissions_in(parent.unwrap_or(channel), member);
    let write = match parent {
        Some(_) => Permissions::SEND_MESSAGES_IN_THREADS,
        None => Permissions::SEND_MESSAGES,
    };
    has.contains(Permissions::VIEW_CHANNEL | write)
        .then_some(has)
}

/// Whether `writer` may manage `guild`, by the roles that Discord told with their message.
fn manages(guild: &Guild, writer: Writer<'_>) -> bool {
    let everyone = RoleId::new(guild.id.get());
    let held = writer.roles.iter().chain([&everyone]);
    let mut may = held.filter_map(|role| guild.roles.get(role).map(|role| role.permissions));
    guild.owner_id == writer.user || may.any(|may| may.intersects(MANAGERS))
}

/// The place that is the channel `id`, as `told` with the interaction itself: the gateway lists no private thread and
/// none that was reopened. What nobody told is unknown.
pub(super) fn place(
    cache: &Cache,
    guild: GuildId,
    id: ChannelId,
    told: Option<&PartialChannel>,
) -> Place {
    let known = cache.guild(guild);
    let home = match told {
        Some(told) if is_thread(told.kind) => told.parent_id,
        Some(_) => Some(id),
        None => known.as_deref().and_then(|guild| home_of(guild, id)),
    };
    Place::Channel(who::Channel {
        guild: who::GuildId(guild.get()),
        id: who::ChannelId(id.get()),
        home: home.map(|home| who::ChannelId(home.get())),
        age_restricted: known.as_deref().is_some_and(|guild| {
            guild.nsfw_level == NsfwLevel::AgeRestricted
                || home.is_some_and(|home| guild.channels.get(&home).is_some_and(|c| c.nsfw))
        }),
    })
}

/// The channel that the gateway says `id` belongs to: itself, unless it is a thread.
fn home_of(guild: &Guild, id: ChannelId) -> Option<ChannelId> {
    let (channel, parent) = find(guild, id)?;
    Some(parent.unwrap_or(channel).id)
}

fn is_thread(kind: ChannelType) -> bool {
    matches!(
        kind,
        ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread
    )
}

/// What each channel that people write in withholds from us, and from members who hold no role.
pub(super) fn survey(cache: &Cache, guild: who::GuildId) -> Vec<Lacks> {
    let me = cache.current_user().id;
    let Some(guild) = cache.guild(guild.0) else {
        return Vec::new();
    };
    let channels = guild.channels.values();
    let mut written_in: Vec<&GuildChannel> = channels
        .filter(|channel| {
            matches!(
                channel.kind,
                ChannelType::Text
                    | ChannelType::News
                    | ChannelType::Forum
                    | ChannelType::Voice
                    | ChannelType::Stage
            )
        })
        .collect();
    written_in.sort_by_key(|channel| (channel.position, channel.id));
    written_in
        .into_iter()
        .map(|channel| lacks(&guild, channel, me))
        .collect()
}

fn lacks(guild: &Guild, channel: &GuildChannel, me: UserId) -> Lacks {
    let ours = guild.members.get(&me);
    let ours = ours.map(|member| guild.user_permissions_in(channel, member));
    let (ours, members) = (ours.unwrap_or_default(), everyone_in(guild, channel));
    let needed = [
        (Permission::View, ours.contains(Permissions::VIEW_CHANNEL)),
        (Permission::Send, ours.contains(Permissions::SEND_MESSAGES)),
        (
            Permission::SendInThreads,
            ours.contains(Permissions::SEND_MESSAGES_IN_THREADS),
        ),
        (Permission::Embed, ours.contains(Permissions::EMBED_LINKS)),
        (
            Permission::History,
            ours.contains(Permissions::READ_MESSAGE_HISTORY),
        ),
        (
            Permission::UseCommands,
            members.contains(Permissions::USE_APPLICATION_COMMANDS),
        ),
    ];
    let withheld = needed.into_iter().filter(|(_, granted)| !granted);
    Lacks {
        channel: who::ChannelId(channel.id.get()),
        permissions: withheld.map(|(permission, _)| permission).collect(),
    }
}

/// What whoever holds no role may do in `channel`.
fn everyone_in(guild: &Guild, channel: &GuildChannel) -> Permissions {
    let everyone = RoleId::new(guild.id.get());
    let base = guild.roles.get(&everyone).map(|role| role.permissions);
    let mut overwrites = channel.permission_overwrites.iter();
    let own =
        overwrites.find(|overwrite| overwrite.kind == PermissionOverwriteType::Role(everyone));
    let (denied, allowed) = own.map_or_else(Default::default, |own| (own.deny, own.allow));
    (base.unwrap_or_default() - denied) | allowed
}

/// `reply`, whose menus show as picked only what still stands: Discord refuses what is gone.
pub(super) fn standing(cache: &Cache, place: Place, mut reply: Reply) -> Reply {
    let Some(guild) = place.guild().and_then(|guild| cache.guild(guild.0)) else {
        return reply;
    };
    for row in &mut reply.rows {
        if let Row::Pick(pick) = row {
            // Discord counts from 1, and its library does not take less.
            pick.chosen.retain(|id| *id != 0);
            pick.chosen.retain(|id| match pick.what {
                Pickable::Channels => guild.channels.contains_key(&ChannelId::new(*id)),
                Pickable::Roles => guild.roles.contains_key(&RoleId::new(*id)),
                // Of a server's members we know none, and show none as picked.
                Pickable::People => false,
            });
        }
    }
    reply
}

/// A channel, and of a thread or a forum post the channel it belongs to.
fn find(guild: &Guild, id: ChannelId) -> Option<(&GuildChannel, Option<&GuildChannel>)> {
    if let Some(channel) = guild.channels.get(&id) {
        return Some((channel, None));
    }
    let thread = guild.threads.iter().find(|thread| thread.id == id)?;
    let parent = guild.channels.get(&thread.parent_id?)?;
    Some((thread, Some(parent)))
}

fn place_of(guild: &Guild, channel: &GuildChannel, parent: Option<&GuildChannel>) -> Place {
    Place::Channel(who::Channel {
        guild: who::GuildId(guild.id.get()),
        id: who::ChannelId(channel.id.get()),
        home: Some(who::ChannelId(parent.unwrap_or(channel).id.get())),
        age_restricted: parent.unwrap_or(channel).nsfw
            || guild.nsfw_level == NsfwLevel::AgeRestricted,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_interaction_says_itself_where_it_was_made() {
        let told = |told| serde_json::from_value::<PartialChannel>(told).expect("a channel");
        let channel = told(json!({ "id": "7", "type": 0, "parent_id": "3" }));
        let thread = told(json!({ "id": "7", "type": 12, "parent_id": "3" }));
        let lost = told(json!({ "id": "7", "type": 12 }));
        for (told, home) in [
            (Some(&channel), Some(who::ChannelId(7))),
            (Some(&thread), Some(who::ChannelId(3))),
            (Some(&lost), None),
            (None, None),
        ] {
            let place = place(&Cache::new(), GuildId::new(1), ChannelId::new(7), told);
            let expected = who::Channel {
                guild: who::GuildId(1),
                id: who::ChannelId(7),
                home,
                age_restricted: false,
            };
            assert_eq!(place, Place::Channel(expected));
        }
    }
}
