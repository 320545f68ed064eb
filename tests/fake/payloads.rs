//! How Discord writes each fact down: the JSON that serenity reads.

use super::discord::State;
use super::message::Message;
use super::world::{
    APPLICATION, BOT, ChannelFacts, ChannelKind, GuildFacts, RoleFacts, UserFacts, World,
};
use serde_json::{Value, json};
use serenity::all::Permissions;
use std::time::Duration;

const LONG_AGO: &str = "2020-01-01T00:00:00+00:00";

pub fn user(user: &UserFacts) -> Value {
    json!({
        "id": user.id.to_string(),
        "username": user.name,
        "discriminator": "0",
        "global_name": user.name,
        "avatar": null,
        "bot": user.bot,
        "flags": 0,
        "public_flags": 0,
    })
}

pub fn member(world: &World, guild: &GuildFacts, id: u64) -> Value {
    let mut member = member_alone(guild, id);
    member["user"] = user(world.user(id));
    member
}

/// Beside a message the member comes without its user.
fn member_alone(guild: &GuildFacts, id: u64) -> Value {
    let roles = guild.members.get(&id).into_iter().flatten();
    json!({
        "nick": null,
        "avatar": null,
        "roles": roles.map(u64::to_string).collect::<Vec<_>>(),
        "joined_at": LONG_AGO,
        "premium_since": null,
        "deaf": false,
        "mute": false,
        "flags": 0,
        "pending": false,
        "communication_disabled_until": null,
    })
}

pub fn role(role: &RoleFacts) -> Value {
    json!({
        "id": role.id.to_string(),
        "name": role.name,
        "color": 0,
        "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
        "hoist": false,
        "managed": false,
        "mentionable": false,
        "permissions": bits(role.permissions),
        "position": 0,
        "flags": 0,
    })
}

pub fn channel(world: &World, channel: &ChannelFacts) -> Value {
    let mut json = json!({
        "id": channel.id.to_string(),
        "type": channel.kind as u8,
        "name": channel.name,
        "last_message_id": null,
    });
    if let Some(guild) = channel.guild {
        json["guild_id"] = json!(guild.to_string());
        json["parent_id"] = json!(channel.parent.map(|parent| parent.to_string()));
        json["position"] = json!(0);
        json["nsfw"] = json!(channel.nsfw);
        json["permission_overwrites"] = overwrites(channel);
    } else {
        let people = channel.people.iter().filter(|id| **id != BOT);
        json["recipients"] = people.map(|id| user(world.user(*id))).collect();
    }
    if channel.kind == ChannelKind::Thread {
        json["owner_id"] = json!("1");
        json["message_count"] = json!(0);
        json["member_count"] = json!(1);
        json["thread_metadata"] = json!({
            "archived": false,
            "auto_archive_duration": 1440,
            "archive_timestamp": LONG_AGO,
            "locked": false,
        });
    }
    json
}

fn overwrites(channel: &ChannelFacts) -> Value {
    let overwrites = channel.overwrites.iter().map(|overwrite| {
        json!({
            "id": overwrite.whom.to_string(),
            "type": if overwrite.role { 0 } else { 1 },
            "allow": bits(overwrite.allow),
            "deny": bits(overwrite.deny),
        })
    });
    overwrites.collect()
}

pub fn guild(guild: &GuildFacts) -> Value {
    json!({
        "id": guild.id.to_string(),
        "name": format!("Guild {}", guild.id),
        "icon": null,
        "splash": null,
        "discovery_splash": null,
        "owner_id": guild.owner.to_string(),
        "afk_channel_id": null,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "roles": guild.roles.values().map(role).collect::<Vec<_>>(),
        "emojis": [],
        "features": [],
        "mfa_level": 0,
        "application_id": null,
        "system_channel_id": guild.system_channel.map(|id| id.to_string()),
        "system_channel_flags": 0,
        "public_updates_channel_id": guild.updates_channel.map(|id| id.to_string()),
        "rules_channel_id": null,
        "vanity_url_code": null,
        "description": null,
        "banner": null,
        "premium_tier": 0,
        "preferred_locale": guild.locale,
        "nsfw_level": guild.nsfw_level,
        "nsfw": guild.nsfw_level == 1 || guild.nsfw_level == 3,
        "stickers": [],
        "premium_progress_bar_enabled": false,
        "safety_alerts_channel_id": null,
    })
}

/// What the bot gets when it comes into a guild or comes back to it.
pub fn guild_create(world: &World, id: u64) -> Value {
    let facts = world.guild(id);
    let of_kind = |wanted: &[ChannelKind]| -> Value {
        let own = world.channels.values();
        own.filter(|channel| channel.guild == Some(id) && wanted.contains(&channel.kind))
            .map(|facts| channel(world, facts))
            .collect()
    };
    let mut json = guild(facts);
    json["joined_at"] = json!(LONG_AGO);
    json["large"] = json!(false);
    json["unavailable"] = json!(false);
    json["member_count"] = json!(facts.members.len());
    json["voice_states"] = json!([]);
    // Without the members intent Discord sends only the bot itself.
    json["members"] = json!([member(world, facts, BOT)]);
    json["channels"] = of_kind(ChannelKind::OF_SERVER);
    json["threads"] = of_kind(&[ChannelKind::Thread]);
    json["presences"] = json!([]);
    json["stage_instances"] = json!([]);
    json["guild_scheduled_events"] = json!([]);
    json["soundboard_sounds"] = json!([]);
    json
}

/// The whole message, as answers to the bot's own requests and interactions carry it.
pub fn message(state: &State, message: &Message) -> Value {
    let world = &state.world;
    let empty = || json!([]);
    let list = |key: &str| Some(message.body[key].clone()).filter(Value::is_array);
    let mut json = json!({
        "id": message.id.to_string(),
        "channel_id": message.channel.to_string(),
        "author": user(world.user(message.author)),
        "content": message.content(),
        "timestamp": timestamp(message.at),
        "edited_timestamp": (!message.history.is_empty())
            .then(|| timestamp(message.edited.unwrap_or(message.at))),
        "tts": false,
        "mention_everyone": false,
        "mentions": mentions(state, message),
        "mention_roles": [],
        "attachments": attachments(message),
        "embeds": list("embeds").unwrap_or_else(empty),
        "components": list("components").unwrap_or_else(empty),
        "pinned": false,
        "type": kind(message),
        "flags": message.flags(),
    });
    if !message.nonce.is_null() {
        json["nonce"] = message.nonce.clone();
    }
    if message.interaction.is_some() {
        json["application_id"] = json!(APPLICATION.to_string());
        json["webhook_id"] = json!(APPLICATION.to_string());
    }
    if let Some(answered) = message.replies_to {
        json["message_reference"] = json!({
            "type": 0,
            "message_id": answered.to_string(),
            "channel_id": message.channel.to_string(),
        });
        let answered = state.messages.get(&answered);
        json["referenced_message"] = answered.map_or(Value::Null, |m| self::message(state, m));
        // Discord goes one message deep.
        json["referenced_message"]["referenced_message"].take();
    }
    json
}

/// The message as the gateway and `GET` show it to a bot without the Message Content intent.
pub fn message_event(state: &State, facts: &Message) -> Value {
    let mut json = message(state, facts);
    if !state.bot_reads(facts) {
        json["content"] = json!("");
        for key in ["embeds", "attachments", "components"] {
            json[key] = json!([]);
        }
    }
    let channel = state.world.channel(facts.channel);
    if let Some(guild) = channel.guild {
        json["guild_id"] = json!(guild.to_string());
        json["member"] = member_alone(state.world.guild(guild), facts.author);
    }
    json
}

/// A reply is 19, an answer to a command 20, everything else 0.
fn kind(message: &Message) -> u8 {
    match (message.replies_to, message.interaction) {
        (_, Some(_)) => 20,
        (Some(_), None) => 19,
        (None, None) => 0,
    }
}

/// Whom the message names; a message of the bot names only those it may ping.
fn mentions(state: &State, message: &Message) -> Value {
    if message.author == BOT {
        return json!([]);
    }
    let named = state.world.users.values().filter(|user| {
        let by_name = message.content().contains(&format!("<@{}>", user.id));
        by_name || (user.id == BOT && (message.mentions_bot() || state.pings_bot(message)))
    });
    named.map(user).collect()
}

fn attachments(message: &Message) -> Value {
    let files = message.files.iter().zip(1..).map(|(file, i)| {
        let url = format!("https://cdn.discordapp.com/attachments/{}", file.name);
        json!({
            "id": (message.id * 10 + i).to_string(),
            "filename": file.name,
            "size": file.bytes.len(),
            "url": url,
            "proxy_url": url,
        })
    });
    files.collect()
}

pub fn bits(permissions: Permissions) -> String {
    permissions.bits().to_string()
}

/// The fake's day begins at midnight of the first of January 2026.
fn timestamp(at: Duration) -> String {
    let seconds = at.as_secs();
    let (hours, minutes) = (seconds / 3600 % 24, seconds / 60 % 60);
    format!(
        "2026-01-01T{hours:02}:{minutes:02}:{:02}.{:06}+00:00",
        seconds % 60,
        at.subsec_micros()
    )
}
