//! An interaction, read: who asks what of us, and where the answer goes.

use crate::bot::{Refusal, Request};
use crate::who::{Asker, Place};
use serenity::all::{Attachment, InteractionId};
use tokio::time::Instant;

/// An interaction, read.
pub(super) struct Call {
    pub id: InteractionId,
    /// When it came.
    pub came: Instant,
    pub token: String,
    pub asker: Asker,
    pub place: Place,
    pub request: Result<Request, Refusal>,
    /// A file that was handed in, and stands for the request once it is fetched.
    pub file: Option<Attachment>,
    /// Whether the pressed message is the asker's alone, so that it may change in place.
    pub in_private: bool,
    /// Whether the asker may write where they asked, and we too.
    pub may_write: bool,
    /// Whether a message of ours may point at another there.
    pub may_point: bool,
}
