//! Who is talking to us and where, in our own terms.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct GuildId(pub u64);

/// A channel, a thread or a forum post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ChannelId(pub u64);

/// A person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UserId(pub u64);

/// A role in a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RoleId(pub u64);

/// Where a request came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A direct message to the bot.
    Dm,
    /// A channel of a server that has the bot.
    Channel(Channel),
    /// Anywhere else, through the person's own installation of the bot.
    Elsewhere,
}

/// A channel of a server, with what we were told about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Channel {
    /// The server.
    pub guild: GuildId,
    /// The channel or thread.
    pub id: ChannelId,
    /// The channel whose settings hold here: of a thread or forum post the one it belongs to. Nothing where nobody
    /// told us.
    pub home: Option<ChannelId>,
    /// Whether it is marked for adults; unknown counts as no.
    pub age_restricted: bool,
}

impl Place {
    /// The server, if it is one.
    pub fn guild(self) -> Option<GuildId> {
        match self {
            Place::Channel(channel) => Some(channel.guild),
            Place::Dm | Place::Elsewhere => None,
        }
    }
}

/// The person asking, as Discord described them with this very request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asker {
    /// Who.
    pub user: UserId,
    /// The language their Discord speaks, as a tag: `en-US`.
    pub language: String,
    /// The language of the place they ask in: the server's, or their own.
    pub common: String,
    /// What they are in the server they ask from, if they ask from one.
    pub member: Option<Member>,
}

/// A person in one server, as Discord described them with this very request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The server they spoke in.
    pub guild: GuildId,
    /// Whether Discord says they may manage it.
    pub manages_server: bool,
    /// The roles they hold.
    pub roles: Vec<RoleId>,
}

/// Proof that someone may change one server's settings. Only [`Member::moderator`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moderator {
    guild: GuildId,
}

impl Member {
    /// This member as a moderator, if they manage the server or hold one of `roles`.
    pub fn moderator(&self, roles: &BTreeSet<RoleId>) -> Option<Moderator> {
        let trusted = self.roles.iter().any(|role| roles.contains(role));
        (self.manages_server || trusted).then_some(Moderator { guild: self.guild })
    }
}

impl Moderator {
    /// The one server they moderate.
    pub fn guild(self) -> GuildId {
        self.guild
    }
}
