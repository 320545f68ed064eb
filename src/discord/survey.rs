//! What the doctor looks at: what each channel withholds, and whether AutoMod keeps messages from us.

use super::context::Context;
use super::guild::Guild;
use super::permissions::{self, MANAGERS};
use crate::bot::Request;
use crate::press::Press;
use crate::settings::{AutoMod, Survey};
use crate::who::Place;
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
        Some(id) => {
            let guild = context.guilds.get(id.0.into());
            let guild = guild.as_deref();
            Survey {
                channels: guild.map_or_else(Vec::new, permissions::survey),
                automod: automod(context, guild).await,
            }
        }
        None => Survey::default(),
    };
    Request::Setup(setup, picked, survey)
}

/// Whether AutoMod blocks messages with sexual words. Discord tells only who may manage the server.
async fn automod(context: &Context, guild: Option<&Guild>) -> AutoMod {
    let Some(guild) = guild.filter(|guild| manages(guild)) else {
        return AutoMod::Unknown;
    };
    let rules = context.http.get_automod_rules(guild.id);
    match timeout(PATIENCE, rules).await {
        Ok(Ok(rules)) if rules.iter().any(swallows) => AutoMod::Swallows,
        Ok(Ok(_)) => AutoMod::LetsThrough,
        Ok(Err(_)) | Err(_) => AutoMod::Unknown,
    }
}

fn manages(guild: &Guild) -> bool {
    guild.ours().is_some_and(|ours| ours.intersects(MANAGERS))
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
