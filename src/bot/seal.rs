//! Who may delete what everyone sees, written so that only we can read it.
//!
//! A button's id is open to every program in the channel. A shared passage says nothing of who shared it, so
//! its button must not either: neither by an id nor by a plain checksum of one, which anyone could find by trying
//! every member. The key is made of the bot's token, which every process of ours has and which outlives a
//! restart; where the operator changes it, older messages can still be deleted by moderators.

use crate::press::Seal;
use crate::who::{ChannelId, UserId};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use time::OffsetDateTime;

/// The key of every seal.
#[derive(Clone)]
pub(super) struct Sealer(Hmac<Sha256>);

impl Sealer {
    /// A key made of `secret`.
    pub(super) fn new(secret: &[u8]) -> Sealer {
        let mut key = Hmac::new_from_slice(secret).expect("a key of any length");
        key.update(b"who may delete");
        Sealer(key)
    }

    /// Seals `user` for a message written into `channel` at `time`.
    pub(super) fn seal(&self, user: UserId, channel: ChannelId, time: OffsetDateTime) -> Seal {
        let millis = time.unix_timestamp_nanos() / 1_000_000;
        let moment = u64::try_from(millis).unwrap_or_default();
        Seal {
            moment,
            digest: self.digest(user, channel, moment),
        }
    }

    /// Whether `seal` was made for `user` in `channel`.
    pub(super) fn opens(&self, seal: Seal, user: UserId, channel: ChannelId) -> bool {
        self.digest(user, channel, seal.moment) == seal.digest
    }

    /// Half of it would be enough: a wrong guess costs a press, and a right one deletes one message.
    fn digest(&self, user: UserId, channel: ChannelId, moment: u64) -> u64 {
        let mut digest = self.0.clone();
        for number in [user.0, channel.0, moment] {
            digest.update(&number.to_be_bytes());
        }
        let bytes = digest.finalize().into_bytes();
        let (first, _) = bytes.split_first_chunk().expect("32 bytes");
        u64::from_be_bytes(*first)
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealer(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::Duration;

    #[test]
    fn a_seal_opens_for_one_person_in_one_channel() {
        let (sealer, now) = (Sealer::new(b"secret"), OffsetDateTime::UNIX_EPOCH);
        let seal = sealer.seal(UserId(1), ChannelId(2), now);
        assert!(sealer.opens(seal, UserId(1), ChannelId(2)));
        assert!(!sealer.opens(seal, UserId(2), ChannelId(2)));
        assert!(!sealer.opens(seal, UserId(1), ChannelId(3)));
        assert!(!Sealer::new(b"another").opens(seal, UserId(1), ChannelId(2)));
        assert!(Sealer::new(b"secret").opens(seal, UserId(1), ChannelId(2)));
    }

    #[test]
    fn two_seals_of_one_person_do_not_look_alike() {
        let (sealer, now) = (Sealer::new(b"secret"), OffsetDateTime::UNIX_EPOCH);
        let first = sealer.seal(UserId(1), ChannelId(2), now);
        let second = sealer.seal(UserId(1), ChannelId(2), now + Duration::MILLISECOND);
        assert_ne!(first.digest, second.digest);
    }
}
