//! What the doctor looks at: what each channel withholds, and whether AutoMod keeps messages from us.

use super::context::Context;
use super::permissions::{self, MANAGERS};
use crate::bot::Request;
use crate::press::Press;
use crate::settings::{AutoMod, Survey};
use crate::who::{GuildId, Place};
use serenity::all::{Action, KeywordPresetType, Rule, Trigger};
use std::time::Duration;
use tokio::time::timeout;

/// Discord waits three seconds for the answer, and that must still be sent.
const PATIENCE: Duration = Duration::from_secs(1);

/// A press of the setup, with everything that the doctor looks at if it leads there; any other request as it is.
pub(super) async fn surveyed(context: &Context, place: Place, request: Request) -> Request {
    let (setup, picked) = match request {
        Request::Press(Press::Setup(setup)) | Request::PressUnder(Press::Setup(setup), _) => {
            (setup, Vec::new())
        }
        Request::Picked(Press::Setup(setup), picked) => (setup, picked),
        other => return other,
    };
    let survey = match place.guild().filter(|_| setup.leads_to_doctor()) {
        Some(guild) => Survey {
            channels: permissions::survey(&context.cache, guild),
            automod: automod(context, guild).await,
        },
        None => Survey::default(),
    };
    Request::Setup(setup, picked, survey)
}

/// Whether AutoMod blocks messages with sexual words. Discord tells only who may manage the server.
async fn automod(context: &Context, guild: GuildId) -> AutoMod {
    if !manages(context, guild) {
        return AutoMod::Unknown;
    }
    let rules = context.http.get_automod_rules(guild.0.into());
    match timeout(PATIENCE, rules).await {
        Ok(Ok(rules)) if rules.iter().any(swallows) => AutoMod::Swallows,
        Ok(Ok(_)) => AutoMod::LetsThrough,
        Ok(Err(_)) | Err(_) => AutoMod::Unknown,
    }
}

fn manages(context: &Context, guild: GuildId) -> bool {
    let me = context.me();
    let Some(guild) = context.cache.guild(guild.0) else {
        return false;
    };
    let member = guild.members.get(&me);
    member.is_some_and(|member| guild.member_permissions(member).intersects(MANAGERS))
}

fn swallows(rule: &Rule) -> bool {
    let sexual = match &rule.trigger {
        Trigger::KeywordPreset { presets, .. } => {
            presets.contains(&KeywordPresetType::SexualContent)
        }
        _ => false,
    };
    let blocks = |action: &Action| matches!(action, Action::BlockMessage { .. });
    rule.enabled && sexual && rule.actions.iter().any(blocks)
}
