//! What a public button opens, written so that only we can read it.
//!
//! A button's id is open to every program in the channel, for as long as the message stands. Whether its asker needs a
//! person, and what was found for them, is nobody's business: all of it is encrypted and cannot be changed unnoticed
//! (ChaCha20-Poly1305, which TLS needs anyway). The key is made of the bot's token, as that of the seals is: every
//! process of ours can open what another closed, and so can the same one after a restart; where the operator changes
//! the token, older buttons have grown old.

use crate::reply::{Opening, Sealed};
use hmac::{Hmac, KeyInit, Mac};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};
use sha2::Sha256;
use std::fmt;

const _: () = assert!(NONCE_LEN == Sealed::NONCE);

/// Closes and opens what public buttons carry.
pub(super) struct Envelopes {
    key: LessSafeKey,
    /// Several processes close with one key and know nothing of each other, and a clock may be set back: neither a
    /// count nor a moment is sure to come once. Of random nonces two are alike after some 2⁴⁸ messages.
    chance: SystemRandom,
}

impl Envelopes {
    /// With a key made of `secret`.
    pub(super) fn new(secret: &[u8]) -> Envelopes {
        let mut key = Hmac::<Sha256>::new_from_slice(secret).expect("a key of any length");
        key.update(b"what a public button opens");
        let key = UnboundKey::new(&CHACHA20_POLY1305, &key.finalize().into_bytes());
        Envelopes {
            key: LessSafeKey::new(key.expect("32 bytes")),
            chance: SystemRandom::new(),
        }
    }

    /// `opening` as nobody else can read it; each time it looks different.
    pub(super) fn close(&self, opening: &Opening) -> Sealed {
        let mut nonce = [0; NONCE_LEN];
        let filled = self.chance.fill(&mut nonce);
        filled.expect("a system that serves has randomness");
        let mut bytes = opening.packed();
        let unique = Nonce::assume_unique_for_key(nonce);
        let proof = self
            .key
            .seal_in_place_separate_tag(unique, Aad::empty(), &mut bytes)
            .expect("so few bytes can be sealed");
        let sealed = [nonce.as_slice(), &bytes, proof.as_ref()].concat();
        Sealed(sealed.try_into().expect("these three make one"))
    }

    /// What was closed, if it was closed with this key and is as it was.
    pub(super) fn open(&self, sealed: &Sealed) -> Option<Opening> {
        let (nonce, bytes) = sealed.0.split_first_chunk()?;
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let mut bytes = bytes.to_vec();
        let opened = self.key.open_in_place(nonce, Aad::empty(), &mut bytes);
        let opened = opened.ok()?.first_chunk()?;
        Opening::unpacked(opened).ok()
    }
}

impl fmt::Debug for Envelopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Envelopes(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reply::{Press, every_opening};
    use crate::who::UserId;
    use std::collections::BTreeSet;

    fn id(sealed: Sealed) -> String {
        Press::Sealed(sealed).to_string()
    }

    #[test]
    fn whatever_a_button_opens_its_id_has_one_form_and_no_two_are_alike() {
        let envelopes = Envelopes::new(b"secret");
        let openings = every_opening(UserId(7));
        let twice = openings.iter().chain(&openings);
        let ids: BTreeSet<String> = twice.map(|it| id(envelopes.close(it))).collect();
        assert_eq!(ids.len(), 2 * openings.len(), "no two are alike");
        for id in ids {
            let letters = id.strip_prefix("sealed:").expect("one kind");
            assert_eq!(letters.len(), 86, "{id}");
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            assert!(letters.chars().all(plain), "{id}");
        }
    }

    /// What is alike in the bytes of many openings would tell something of them.
    #[test]
    fn no_byte_of_it_says_anything() {
        let envelopes = Envelopes::new(b"secret");
        for opening in every_opening(UserId(7)) {
            let sealed = [(); 64].map(|()| envelopes.close(&opening).0);
            for at in 0..Sealed::LENGTH {
                let values: BTreeSet<u8> = sealed.iter().map(|bytes| bytes[at]).collect();
                // Of 64 random bytes about 57 are different; fewer than 32 are not to be expected before the sun dies.
                assert!(values.len() > 32, "byte {at} of {opening:?}: {values:?}");
            }
        }
    }

    #[test]
    fn it_opens_with_its_own_key_alone_and_after_a_restart() {
        let (ours, again) = (Envelopes::new(b"secret"), Envelopes::new(b"secret"));
        for opening in every_opening(UserId(u64::MAX)) {
            let sealed = ours.close(&opening);
            assert_eq!(again.open(&sealed), Some(opening));
            assert_eq!(Envelopes::new(b"another").open(&sealed), None);
        }
    }

    #[test]
    fn whatever_is_changed_in_it_it_does_not_open() {
        let envelopes = Envelopes::new(b"secret");
        let sealed = envelopes.close(&every_opening(UserId(7))[0]);
        for at in 0..Sealed::LENGTH {
            let mut changed = sealed;
            changed.0[at] ^= 1;
            assert_eq!(envelopes.open(&changed), None, "byte {at}");
        }
    }
}
