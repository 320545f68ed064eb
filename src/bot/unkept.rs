//! Why something was not kept, in words for the person who asked for it.

use crate::reply::{Reply, Voice, refused};
use crate::store::{LESSONS, StoreError, Trouble, Unkept};

/// The reason, with the next step. What the operator should know of it stands in the log.
pub(super) fn unkept(voice: Voice<'_>, error: &StoreError) -> String {
    voice.say(match error {
        StoreError::Refused(why) => return refused(voice, *why),
        StoreError::Unkept(Unkept::Full) => {
            return voice.say_with("refusal-lessons-full", "limit", &LESSONS.to_string());
        }
        StoreError::Unkept(Unkept::Known) => "refusal-lesson-known",
        StoreError::Unkept(Unkept::Gone) => "refusal-lesson-gone",
        StoreError::Trouble(Trouble::Away(_) | Trouble::Damaged | Trouble::Gone) => {
            "refusal-no-database"
        }
        StoreError::Trouble(Trouble::Full) => "refusal-disk-full",
        StoreError::Trouble(Trouble::ReadOnly) => "refusal-read-only",
        StoreError::Trouble(Trouble::Newer) => "refusal-newer",
        StoreError::Trouble(Trouble::Unreadable(_)) => "refusal-unreadable",
        StoreError::Trouble(Trouble::Unfit(_)) => "refusal-unfit",
        StoreError::Trouble(Trouble::Clash) => "refusal-clash",
        StoreError::Unsure(_) => "refusal-unsure",
    })
}

/// The same as a reply of its own.
pub(super) fn not_kept(voice: Voice<'_>, error: &StoreError) -> Reply {
    Reply::say(unkept(voice, error))
}
