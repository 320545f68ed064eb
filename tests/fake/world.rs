//! Who and what is there: people, guilds, roles, channels.
//!
//! Facts only. How Discord writes them stands in `payloads`, what they permit in `permissions`.

use serde_json::Value;
use serenity::all::Permissions;
use std::collections::BTreeMap;

/// The token the bot must show.
pub const TOKEN: &str = "tok";
/// The bot's user.
pub const BOT: u64 = 900;
/// The bot's application: commands and interaction webhooks belong to it.
pub const APPLICATION: u64 = 901;

pub struct World {
    pub users: BTreeMap<u64, UserFacts>,
    pub guilds: BTreeMap<u64, GuildFacts>,
    pub channels: BTreeMap<u64, ChannelFacts>,
    last_id: u64,
}

pub struct UserFacts {
    pub id: u64,
    pub name: String,
    pub bot: bool,
    /// The channel of the direct messages with the bot.
    pub dm: u64,
    pub closed_dms: bool,
}

pub struct GuildFacts {
    pub id: u64,
    pub owner: u64,
    pub roles: BTreeMap<u64, RoleFacts>,
    /// The roles of each member; everyone has the role with the guild's own id.
    pub members: BTreeMap<u64, Vec<u64>>,
    pub nsfw_level: u8,
    /// Where Discord greets who comes.
    pub system_channel: Option<u64>,
    /// Where Discord writes to the moderators.
    pub updates_channel: Option<u64>,
    pub locale: String,
    pub automod: Vec<Value>,
}

pub struct RoleFacts {
    pub id: u64,
    pub name: String,
    pub permissions: Permissions,
}

pub struct ChannelFacts {
    pub id: u64,
    pub guild: Option<u64>,
    pub kind: ChannelKind,
    pub name: String,
    pub nsfw: bool,
    pub parent: Option<u64>,
    pub overwrites: Vec<Overwrite>,
    /// Who is in a direct or group conversation.
    pub people: Vec<u64>,
}

/// The numbers are Discord's channel types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelKind {
    Text = 0,
    Voice = 2,
    Direct = 1,
    Group = 3,
    Thread = 11,
    Stage = 13,
    Forum = 15,
}

impl ChannelKind {
    /// What stands in a server's list of channels; threads stand in one of their own.
    pub const OF_SERVER: &[ChannelKind] = &[
        ChannelKind::Text,
        ChannelKind::Voice,
        ChannelKind::Stage,
        ChannelKind::Forum,
    ];

    pub fn is_of_server(self) -> bool {
        ChannelKind::OF_SERVER.contains(&self)
    }
}

/// What a channel adds to or takes from one role or one member.
pub struct Overwrite {
    pub whom: u64,
    pub role: bool,
    pub allow: Permissions,
    pub deny: Permissions,
}

impl World {
    /// A world with the bot and nobody else.
    pub fn new() -> World {
        let bot = UserFacts {
            id: BOT,
            name: "verbatim".to_owned(),
            bot: true,
            dm: 0,
            closed_dms: true,
        };
        World {
            users: BTreeMap::from([(BOT, bot)]),
            guilds: BTreeMap::new(),
            channels: BTreeMap::new(),
            // Above every number a test would choose for a guild.
            last_id: 1_000_000,
        }
    }

    pub fn new_id(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }

    /// The user of this name, new or known.
    pub fn user_named(&mut self, name: &str) -> u64 {
        if let Some(user) = self.users.values().find(|user| user.name == name) {
            return user.id;
        }
        let id = self.new_id();
        let dm = self.add_channel(ChannelKind::Direct, None, name);
        self.channels.get_mut(&dm).expect("just added").people = vec![id, BOT];
        let user = UserFacts {
            id,
            name: name.to_owned(),
            bot: false,
            dm,
            closed_dms: false,
        };
        self.users.insert(id, user);
        id
    }

    pub fn add_guild(&mut self, id: u64) {
        let everyone = RoleFacts {
            id,
            name: "@everyone".to_owned(),
            permissions: ordinary(),
        };
        let guild = GuildFacts {
            id,
            owner: 1,
            roles: BTreeMap::from([(id, everyone)]),
            members: BTreeMap::from([(BOT, Vec::new())]),
            nsfw_level: 0,
            system_channel: None,
            updates_channel: None,
            locale: "en-US".to_owned(),
            automod: Vec::new(),
        };
        self.guilds.entry(id).or_insert(guild);
    }

    pub fn add_role(&mut self, guild: u64, name: &str, permissions: Permissions) -> u64 {
        let id = self.new_id();
        let role = RoleFacts {
            id,
            name: name.to_owned(),
            permissions,
        };
        self.guild_mut(guild).roles.insert(id, role);
        id
    }

    pub fn add_channel(&mut self, kind: ChannelKind, guild: Option<u64>, name: &str) -> u64 {
        let id = self.new_id();
        let channel = ChannelFacts {
            id,
            guild,
            kind,
            name: name.to_owned(),
            nsfw: false,
            parent: None,
            overwrites: Vec::new(),
            people: Vec::new(),
        };
        self.channels.insert(id, channel);
        id
    }

    pub fn guild(&self, id: u64) -> &GuildFacts {
        self.guilds.get(&id).expect("a guild of this fake")
    }

    pub fn guild_mut(&mut self, id: u64) -> &mut GuildFacts {
        self.guilds.get_mut(&id).expect("a guild of this fake")
    }

    pub fn channel(&self, id: u64) -> &ChannelFacts {
        self.channels.get(&id).expect("a channel of this fake")
    }

    pub fn channel_mut(&mut self, id: u64) -> &mut ChannelFacts {
        self.channels.get_mut(&id).expect("a channel of this fake")
    }

    pub fn user(&self, id: u64) -> &UserFacts {
        self.users.get(&id).expect("a user of this fake")
    }

    /// Whether the bot itself is there: in the guild, or in the conversation.
    pub fn bot_is_in(&self, channel: &ChannelFacts) -> bool {
        match channel.guild {
            Some(guild) => self.guild(guild).members.contains_key(&BOT),
            None => channel.people.contains(&BOT),
        }
    }
}

/// What everyone may do in a guild nobody configured.
fn ordinary() -> Permissions {
    Permissions::VIEW_CHANNEL
        | Permissions::SEND_MESSAGES
        | Permissions::SEND_MESSAGES_IN_THREADS
        | Permissions::CREATE_PUBLIC_THREADS
        | Permissions::READ_MESSAGE_HISTORY
        | Permissions::EMBED_LINKS
        | Permissions::ATTACH_FILES
        | Permissions::ADD_REACTIONS
        | Permissions::USE_APPLICATION_COMMANDS
}
