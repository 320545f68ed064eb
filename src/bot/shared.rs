//! What was shared lately: the same part does not fill a channel. Who shared it is not remembered.

use super::recent::Recent;
use crate::reply::Key;
use crate::who::ChannelId;
use std::time::{Duration, Instant};

/// For so long a part that was shared need not be shared again: it still stands a little above.
const WHILE: Duration = Duration::from_secs(10 * 60);

/// So many are remembered; beyond it the oldest may be shared once more.
const REMEMBERED: usize = 10_000;

/// The sections of articles that were shared in channels.
#[derive(Debug)]
pub(super) struct Shared(Recent<(ChannelId, Key, Key), ()>);

impl Default for Shared {
    fn default() -> Shared {
        Shared(Recent::new(WHILE, REMEMBERED))
    }
}

impl Shared {
    /// Remembers that this section of `article` is shared in `channel`; if it was within the last while, gives how
    /// long to wait.
    pub(super) fn share(
        &self,
        channel: ChannelId,
        article: Key,
        section: Key,
        now: Instant,
    ) -> Result<(), Duration> {
        self.0.note((channel, article, section), now)
    }

    /// Forgets what was shared in `channel`, where it turned out that nothing can be written.
    pub(super) fn forget(&self, channel: ChannelId) {
        self.0.forget(|(other, ..)| *other == channel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_shared_once_in_a_while_and_channel() {
        let (shared, start) = (Shared::default(), Instant::now());
        let (article, part) = (Key::of("article"), Key::of("part"));
        let first = |channel, part, after| {
            let now = start + after;
            shared.share(ChannelId(channel), article, part, now).is_ok()
        };
        assert!(first(1, part, Duration::ZERO));
        assert!(!first(1, part, WHILE / 2));
        assert!(first(2, part, WHILE / 2));
        assert!(first(1, Key::of("other"), WHILE / 2));
        assert!(first(1, part, WHILE));
        shared.forget(ChannelId(1));
        assert!(first(1, part, WHILE));
        assert!(!first(2, part, WHILE));
    }
}
