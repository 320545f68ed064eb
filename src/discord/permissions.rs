//! Whether we may speak in a channel, by what the gateway told us of it.

use super::guild::{Guild, GuildChannel};
use super::guilds::Guilds;
use crate::reply::{Pickable, Reply, Row};
use crate::settings::{Lacks, Permission};
use crate::who::{self, Place};
use serenity::all::{ChannelId, ChannelType, GuildId, PartialChannel, Permissions, RoleId, UserId};

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

/// What we may say to `writer` in `channel`; nothing where we may not see or write, or know too little.
pub(super) fn may_speak(guild: &Guild, channel: ChannelId, writer: Writer<'_>) -> Option<MaySpeak> {
    let (channel, parent) = guild.find(channel)?;
    let has = rights(guild, channel, parent)?;
    Some(MaySpeak {
        place: place_of(guild, channel, parent),
        may_reply: has.contains(Permissions::READ_MESSAGE_HISTORY),
        may_frame: has.contains(Permissions::EMBED_LINKS),
        language: guild.preferred_locale.clone(),
        manages: manages(guild, writer),
    })
}

/// Whether we may write a message into `channel`, and frames with it if it is `framed`.
pub(super) fn may_post(guild: &Guild, channel: ChannelId, framed: bool) -> bool {
    let found = guild.find(channel);
    let has = found.and_then(|(channel, parent)| rights(guild, channel, parent));
    has.is_some_and(|has| !framed || has.contains(Permissions::EMBED_LINKS))
}

/// What we may do in `channel`; nothing where we may not see or write.
fn rights(
    guild: &Guild,
    channel: &GuildChannel,
    parent: Option<&GuildChannel>,
) -> Option<Permissions> {
    let has = guild.ours_in(parent.unwrap_or(channel))?;
    let write = match parent {
        Some(_) => Permissions::SEND_MESSAGES_IN_THREADS,
        None => Permissions::SEND_MESSAGES,
    };
    has.contains(Permissions::VIEW_CHANNEL | write)
        .then_some(has)
}

/// Whether `writer` may manage `guild`, by the roles that Discord told with their message.
fn manages(guild: &Guild, writer: Writer<'_>) -> bool {
    guild.owner_id == writer.user || guild.granted(writer.roles).intersects(MANAGERS)
}

/// The place that is the channel `id`, as `told` with the interaction itself: the gateway lists no private thread and
/// none that was reopened. What nobody told is unknown.
pub(super) fn place(
    guilds: &Guilds,
    guild: GuildId,
    id: ChannelId,
    told: Option<&PartialChannel>,
) -> Place {
    let known = guilds.get(guild);
    let home = match told {
        Some(told) if is_thread(told.kind) => told.parent_id,
        Some(_) => Some(id),
        None => known.as_deref().and_then(|guild| home_of(guild, id)),
    };
    Place::Channel(who::Channel {
        guild: who::GuildId(guild.get()),
        id: who::ChannelId(id.get()),
        home: home.map(|home| who::ChannelId(home.get())),
        age_restricted: known.is_some_and(|guild| {
            let home = home.and_then(|home| guild.channel(home));
            guild.is_age_restricted(home)
        }),
    })
}

/// The channel that the gateway says `id` belongs to: itself, unless it is a thread.
fn home_of(guild: &Guild, id: ChannelId) -> Option<ChannelId> {
    let (channel, parent) = guild.find(id)?;
    Some(parent.unwrap_or(channel).id)
}

fn is_thread(kind: ChannelType) -> bool {
    matches!(
        kind,
        ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread
    )
}

/// What each channel that people write in withholds from us, and from members who hold no role.
pub(super) fn survey(guild: &Guild) -> Vec<Lacks> {
    let channels = guild.channels().iter();
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
        .map(|channel| lacks(guild, channel))
        .collect()
}

fn lacks(guild: &Guild, channel: &GuildChannel) -> Lacks {
    let ours = guild.ours_in(channel).unwrap_or_default();
    let members = guild.everyone_in(channel);
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

/// `reply`, whose menus show as picked only what still stands: Discord refuses what is gone.
pub(super) fn standing(guilds: &Guilds, place: Place, mut reply: Reply) -> Reply {
    let Some(guild) = place.guild().and_then(|guild| guilds.get(guild.0.into())) else {
        return reply;
    };
    for row in &mut reply.rows {
        if let Row::Pick(pick) = row {
            // Discord counts from 1, and its library does not take less.
            pick.chosen.retain(|id| *id != 0);
            pick.chosen.retain(|id| match pick.what {
                Pickable::Channels => guild.channel(ChannelId::new(*id)).is_some(),
                Pickable::Roles => guild.has_role(RoleId::new(*id)),
                // Of a server's members we know none, and show none as picked.
                Pickable::People => false,
            });
        }
    }
    reply
}

fn place_of(guild: &Guild, channel: &GuildChannel, parent: Option<&GuildChannel>) -> Place {
    let home = parent.unwrap_or(channel);
    Place::Channel(who::Channel {
        guild: who::GuildId(guild.id.get()),
        id: who::ChannelId(channel.id.get()),
        home: Some(who::ChannelId(home.id.get())),
        age_restricted: guild.is_age_restricted(Some(home)),
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
            let place = place(&Guilds::default(), GuildId::new(1), ChannelId::new(7), told);
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
