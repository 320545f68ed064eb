//! What a public button opens, written so that only we can read it.
//!
//! A button's id is open to every program in the channel, for as long as the message stands. Whether its asker needs a
//! person, and what was found for them, is nobody's business: all of it is sealed. Where the operator changes the token,
//! older buttons have grown old.

use super::cipher::{self, Cipher};
use crate::press::{Opening, Sealed};

const _: () = assert!(cipher::NONCE == Sealed::NONCE);

/// Closes and opens what public buttons carry.
#[derive(Debug)]
pub(super) struct Envelopes(Cipher);

impl Envelopes {
    /// With a key made of `secret`.
    pub(super) fn new(secret: &[u8]) -> Envelopes {
        Envelopes(Cipher::new(secret, "what a public button opens"))
    }

    /// `opening` as nobody else can read it; each time it looks different.
    pub(super) fn close(&self, opening: &Opening) -> Sealed {
        let sealed = self.0.seal(opening.packed().to_vec(), &[]);
        Sealed(
            sealed
                .try_into()
                .expect("nonce, opening and proof make one"),
        )
    }

    /// What was closed, if it was closed with this key and is as it was.
    pub(super) fn open(&self, sealed: &Sealed) -> Option<Opening> {
        let opened = self.0.open(&sealed.0, &[])?;
        Opening::unpacked(opened.first_chunk()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::{Press, every_opening};
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
