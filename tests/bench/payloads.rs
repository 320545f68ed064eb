//! What a Discord of a few lines tells a bot of itself.

use serde_json::{Value, json};
use std::net::SocketAddr;

/// The server in which everybody asks, so that a bot looks up what it looks up in others.
pub fn server() -> Value {
    let everyone = json!({
        "id": "500", "name": "@everyone", "color": 0, "colors": { "primary_color": 0 }, "hoist": false,
        "position": 0, "permissions": "2147486720", "managed": false, "mentionable": false, "flags": 0,
    });
    let channel = json!({
        "id": "700", "type": 0, "guild_id": "500", "name": "general", "position": 0, "permission_overwrites": [],
        "nsfw": false,
    });
    json!({
        "id": "500", "name": "server", "owner_id": "1", "afk_timeout": 300, "verification_level": 0,
        "default_message_notifications": 0, "explicit_content_filter": 0, "roles": [everyone], "emojis": [],
        "features": [], "mfa_level": 0, "system_channel_flags": 0, "premium_tier": 0, "preferred_locale": "en-US",
        "nsfw_level": 0, "premium_progress_bar_enabled": false, "stickers": [], "joined_at": "2020-01-01T00:00:00+00:00",
        "large": false, "member_count": 2, "voice_states": [], "members": [], "channels": [channel], "threads": [],
        "presences": [], "stage_instances": [], "guild_scheduled_events": [],
    })
}

/// The first word of a session, whose servers are told later.
pub fn ready(address: SocketAddr) -> Value {
    let me = json!({ "id": "900", "username": "bot", "discriminator": "0", "avatar": null, "bot": true });
    json!({
        "v": 10, "user": me, "guilds": [{ "id": "500", "unavailable": true }], "session_id": "s", "shard": [0, 1],
        "resume_gateway_url": format!("ws://{address}"),
        "application": { "id": "901", "flags": 0 },
    })
}
