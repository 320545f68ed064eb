//! Why a change is not made, in words for the moderator.

use super::Voice;
use crate::settings::{CARE_LINE_LIMIT, LIST_LIMIT, MOST_A_MINUTE, MOST_AN_HOUR, Refused};

/// The refusal, with the next step.
pub fn refused(voice: Voice<'_>, refused: Refused) -> String {
    let limit = |name, limit: usize| voice.say_with(name, "limit", &limit.to_string());
    match refused {
        Refused::Full => limit("refusal-list-full", LIST_LIMIT),
        Refused::TooLong => limit("refusal-line-too-long", CARE_LINE_LIMIT),
        Refused::Pings => voice.say("refusal-line-pings"),
        Refused::Masks => voice.say("refusal-line-masks"),
        Refused::Pace => voice.say_all(
            "refusal-pace",
            &[
                ("minute", &MOST_A_MINUTE.to_string()),
                ("hour", &MOST_AN_HOUR.to_string()),
            ],
        ),
        Refused::Place => voice.say("refusal-place"),
    }
}
