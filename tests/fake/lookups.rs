//! What the bot may ask about itself, guilds, channels and people.

use super::discord::State;
use super::outcome::{Outcome, Refused};
use super::payloads;
use super::world::{APPLICATION, BOT, ChannelKind, GuildFacts};
use serde_json::{Value, json};
use serenity::all::Permissions;
use std::net::SocketAddr;

impl State {
    /// `GET /gateway/bot`; `GET /gateway` gives its `url` alone.
    pub fn gateway_bot(&self, address: SocketAddr) -> Outcome {
        let own = format!("ws://{address}");
        Ok(json!({
            "url": self.faults.gateway.as_ref().unwrap_or(&own),
            "shards": self.faults.shards,
            "session_start_limit": {
                "total": 1000,
                "remaining": self.faults.starts_left,
                "reset_after": 86_400_000,
                "max_concurrency": self.faults.max_concurrency,
            },
        }))
    }

    /// `GET /applications/@me` and its older name.
    pub fn application(&self) -> Outcome {
        Ok(json!({
            "id": APPLICATION.to_string(),
            "name": "verbatim",
            "icon": null,
            "description": "",
            "rpc_origins": [],
            "bot_public": true,
            "bot_require_code_grant": false,
            "verify_key": "00",
            "team": null,
            "flags": 0,
        }))
    }

    pub fn get_user(&self, id: u64) -> Outcome {
        let user = self.world.users.get(&id);
        user.map(payloads::user)
            .ok_or_else(|| Refused::fate(404, 10013))
    }

    pub fn get_channel(&self, id: u64) -> Outcome {
        let channel = self.known_channel(id)?;
        let sees = self
            .world
            .permissions(BOT, channel)
            .contains(Permissions::VIEW_CHANNEL);
        match self.world.bot_is_in(channel) && sees {
            true => Ok(payloads::channel(&self.world, channel)),
            false => Err(Refused::fate(403, 50001)),
        }
    }

    pub fn get_guild(&self, id: u64) -> Outcome {
        self.our_guild(id).map(payloads::guild)
    }

    pub fn guild_channels(&self, id: u64) -> Outcome {
        self.our_guild(id)?;
        let all = self.world.channels.values();
        let own = all.filter(|c| c.guild == Some(id) && c.kind.is_of_server());
        Ok(own
            .map(|channel| payloads::channel(&self.world, channel))
            .collect())
    }

    pub fn guild_roles(&self, id: u64) -> Outcome {
        let guild = self.our_guild(id)?;
        Ok(guild.roles.values().map(payloads::role).collect())
    }

    pub fn guild_member(&self, id: u64, user: u64) -> Outcome {
        let guild = self.our_guild(id)?;
        match guild.members.contains_key(&user) {
            true => Ok(payloads::member(&self.world, guild, user)),
            false => Err(Refused::fate(404, 10007)),
        }
    }

    /// `GET /guilds/{guild}/auto-moderation/rules`, for those who may manage the guild.
    pub fn automod_rules(&self, id: u64) -> Outcome {
        let guild = self.our_guild(id)?;
        match self.bot_manages(guild) {
            true => Ok(Value::Array(guild.automod.clone())),
            false => Err(Refused::fate(403, 50013)),
        }
    }

    fn bot_manages(&self, guild: &GuildFacts) -> bool {
        let of_role = |id: &u64| guild.roles.get(id).map(|role| role.permissions);
        let own = guild.members.get(&BOT).into_iter().flatten();
        let all = own.chain([&guild.id]).filter_map(of_role);
        let sum = all.fold(Permissions::empty(), |sum, more| sum | more);
        sum.intersects(Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR)
    }

    /// A guild the bot is in; any other does not exist for it.
    fn our_guild(&self, id: u64) -> Result<&GuildFacts, Refused> {
        let guild = self.world.guilds.get(&id);
        let inside = guild.filter(|guild| guild.members.contains_key(&BOT));
        inside.ok_or_else(|| Refused::fate(404, 10004))
    }
}
