//! What the bot remembers for a while. It outlives what the bot knows: where the author changes a word, nobody is
//! forgotten.

use super::brought::Brought;
use super::find::Offered;
use super::memory::Memory;
use super::notes::Notes;
use super::pace::Paced;
use super::shared::Shared;
use super::tally::Tally;
use super::told::Told;
use super::twice::Said;
use super::weighing::Weighing;

#[derive(Debug, Default)]
pub(super) struct Lately {
    /// Who read which card today.
    pub(super) told: Told,
    /// Who asked how much lately.
    pub(super) paced: Paced,
    /// What was said a moment ago.
    pub(super) said: Said,
    /// Under which messages the article was offered.
    pub(super) offered: Offered,
    /// What people read last in their direct messages.
    pub(super) memory: Memory,
    /// What moderators brought in and have not decided on.
    pub(super) brought: Brought,
    /// Who sent something to the moderators within the hour.
    pub(super) sent: Paced,
    /// Whose turn it is to weigh a lesson.
    pub(super) weighing: Weighing,
    /// What was shared lately.
    pub(super) shared: Shared,
    /// In which channels lines stand under new posts, and since when.
    pub(super) posts: Paced,
    /// What moderators answered, for those whom it waits for.
    pub(super) notes: Notes,
    /// What was counted and is not written yet.
    pub(super) tally: Tally,
}
