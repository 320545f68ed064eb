//! Whom to tell what moderators answer, written so that only we can read it.
//!
//! A report bears no name. Should its moderators answer, we must know whom to tell: that is sealed for the database, each
//! time otherwise, so that not even two reports of one person look alike there. Where the operator changes the token,
//! nobody is told any more.

use super::cipher::Cipher;
use crate::who::{GuildId, UserId};

/// Seals and opens who sent a report.
#[derive(Debug)]
pub(super) struct Senders(Cipher);

impl Senders {
    /// With a key made of `secret`.
    pub(super) fn new(secret: &[u8]) -> Senders {
        Senders(Cipher::new(secret, "who sent a report"))
    }

    /// `sender` of a report in `server`, as nobody else can read it.
    pub(super) fn seal(&self, sender: UserId, server: GuildId) -> Vec<u8> {
        let sender = sender.0.to_be_bytes().to_vec();
        self.0.seal(sender, &server.0.to_be_bytes())
    }

    /// Who was sealed for `server`, if it was with this key.
    pub(super) fn open(&self, sealed: &[u8], server: GuildId) -> Option<UserId> {
        let sender = self.0.open(sealed, &server.0.to_be_bytes())?;
        Some(UserId(u64::from_be_bytes(sender.try_into().ok()?)))
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
