//! Bytes written so that only this bot can read them, and nobody can change them unnoticed.
//!
//! ChaCha20-Poly1305, which TLS needs anyway. The key is made of the bot's token and of what it is for, so that every
//! process of ours can open what another closed, and so can the same one after a restart; where the operator changes the
//! token, nothing older can be opened.

use hmac::{Hmac, KeyInit, Mac};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};
use sha2::Sha256;
use std::fmt;

/// In bytes, at the beginning of all that is sealed.
pub(super) const NONCE: usize = NONCE_LEN;

/// Seals and opens bytes of one kind.
pub(super) struct Cipher {
    key: LessSafeKey,
    /// Several processes seal with one key and know nothing of each other, and a clock may be set back: neither a count nor
    /// a moment is sure to come once. Of random nonces two are alike after some 2⁴⁸ messages.
    chance: SystemRandom,
}

impl Cipher {
    /// With a key made of `secret` for this `purpose`.
    pub(super) fn new(secret: &[u8], purpose: &str) -> Cipher {
        let mut key = Hmac::<Sha256>::new_from_slice(secret).expect("a key of any length");
        key.update(purpose.as_bytes());
        let key = UnboundKey::new(&CHACHA20_POLY1305, &key.finalize().into_bytes());
        Cipher {
            key: LessSafeKey::new(key.expect("32 bytes")),
            chance: SystemRandom::new(),
        }
    }

    /// A nonce, `bytes` as nobody else can read them, and a proof that they were sealed here for `place`; each time
    /// otherwise.
    pub(super) fn seal(&self, mut bytes: Vec<u8>, place: &[u8]) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        let filled = self.chance.fill(&mut nonce);
        filled.expect("a system that serves has randomness");
        let unique = Nonce::assume_unique_for_key(nonce);
        self.key
            .seal_in_place_append_tag(unique, Aad::from(place), &mut bytes)
            .expect("so few bytes can be sealed");
        [nonce.as_slice(), &bytes].concat()
    }

    /// What was sealed for `place`, if it was with this key and is as it was.
    pub(super) fn open(&self, sealed: &[u8], place: &[u8]) -> Option<Vec<u8>> {
        let (nonce, bytes) = sealed.split_first_chunk()?;
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let mut bytes = bytes.to_vec();
        let opened = self
            .key
            .open_in_place(nonce, Aad::from(place), &mut bytes)
            .ok()?
            .len();
        bytes.truncate(opened);
        Some(bytes)
    }
}

impl fmt::Debug for Cipher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cipher(…)")
    }
}
