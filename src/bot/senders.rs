//! Whom to tell what moderators answer, written so that only we can read it.
//!
//! A report bears no name. Should its moderators answer, we must know whom to tell: that is encrypted for the database,
//! each time otherwise, so that not even two reports of one person look alike there (ChaCha20-Poly1305, as public buttons
//! are). The key is made of the bot's token; where the operator changes it, nobody is told any more.

use crate::who::{GuildId, UserId};
use hmac::{Hmac, KeyInit, Mac};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};
use sha2::Sha256;
use std::fmt;

/// Seals and opens who sent a report.
pub(super) struct Senders {
    key: LessSafeKey,
    chance: SystemRandom,
}

impl Senders {
    /// With a key made of `secret`.
    pub(super) fn new(secret: &[u8]) -> Senders {
        let mut key = Hmac::<Sha256>::new_from_slice(secret).expect("a key of any length");
        key.update(b"who sent a report");
        let key = UnboundKey::new(&CHACHA20_POLY1305, &key.finalize().into_bytes());
        Senders {
            key: LessSafeKey::new(key.expect("32 bytes")),
            chance: SystemRandom::new(),
        }
    }

    /// `sender` of a report in `server`, as nobody else can read it.
    pub(super) fn seal(&self, sender: UserId, server: GuildId) -> Vec<u8> {
        let mut nonce = [0; NONCE_LEN];
        let filled = self.chance.fill(&mut nonce);
        filled.expect("a system that serves has randomness");
        let mut sealed = sender.0.to_be_bytes().to_vec();
        let unique = Nonce::assume_unique_for_key(nonce);
        let server = Aad::from(server.0.to_be_bytes());
        self.key
            .seal_in_place_append_tag(unique, server, &mut sealed)
            .expect("so few bytes can be sealed");
        [nonce.as_slice(), &sealed].concat()
    }

    /// Who was sealed for `server`, if it was with this key.
    pub(super) fn open(&self, sealed: &[u8], server: GuildId) -> Option<UserId> {
        let (nonce, bytes) = sealed.split_first_chunk()?;
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let mut bytes = bytes.to_vec();
        let server = Aad::from(server.0.to_be_bytes());
        let opened = self.key.open_in_place(nonce, server, &mut bytes).ok()?;
        let sender = <[u8; 8]>::try_from(&*opened).ok()?;
        Some(UserId(u64::from_be_bytes(sender)))
    }
}

impl fmt::Debug for Senders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Senders(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_sent_a_report_is_read_with_our_key_alone_and_looks_different_each_time() {
        let (ours, again, other) = (
            Senders::new(b"secret"),
            Senders::new(b"secret"),
            Senders::new(b"another"),
        );
        let (user, server) = (UserId(7), GuildId(500));
        let sealed = ours.seal(user, server);
        assert_eq!(again.open(&sealed, server), Some(user));
        assert_eq!(other.open(&sealed, server), None);
        assert_eq!(again.open(&sealed, GuildId(501)), None, "of another server");
        assert_ne!(ours.seal(user, server), sealed);
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(again.open(&changed, server), None, "byte {at}");
        }
        assert_eq!(again.open(&[], server), None);
    }
}
