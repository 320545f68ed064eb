//! The sessions of a bot that was stopped, kept until it starts again: a number and how far we heard, and nobody's data.

use super::law::Session;
use crate::discord::token::Token;
use crate::store::write_private;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::Path;
use time::OffsetDateTime;

/// For so long Discord keeps what a session missed, in seconds; an older one would be refused.
const FRESH: i64 = 5 * 60;

/// What stands in the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::discord) struct Sessions {
    /// When we were stopped, in seconds since 1970.
    stopped: i64,
    /// Which token the sessions belong to; the token cannot be found from it.
    token: String,
    /// Who we are.
    pub me: u64,
    pub application: u64,
    /// Of how many shards the sessions are.
    shards: u32,
    sessions: Vec<(u32, Session)>,
}

/// Whose sessions, and when.
#[derive(Clone, Copy)]
pub(in crate::discord) struct Owner<'t> {
    pub token: &'t Token,
    pub shards: u32,
    pub now: OffsetDateTime,
}

impl Sessions {
    pub(in crate::discord) fn new(
        owner: Owner<'_>,
        me: u64,
        application: u64,
        sessions: Vec<(u32, Session)>,
    ) -> Sessions {
        Sessions {
            stopped: owner.now.unix_timestamp(),
            token: owner.token.mark(),
            me,
            application,
            shards: owner.shards,
            sessions,
        }
    }

    /// Writes it to `file`, whole or not at all.
    pub(in crate::discord) fn write(&self, file: &Path) -> io::Result<()> {
        write_private(file, &serde_json::to_vec(self)?)
    }

    /// What `file` keeps, if it is the owner's and fresh. It is gone then: a session goes on once.
    pub(in crate::discord) fn take(file: &Path, owner: Owner<'_>) -> Option<Sessions> {
        let bytes = fs::read(file).ok()?;
        // Where it stays, the next start finds it stale.
        drop(fs::remove_file(file));
        let kept: Sessions = serde_json::from_slice(&bytes).ok()?;
        let age = owner.now.unix_timestamp() - kept.stopped;
        let fits = kept.token == owner.token.mark() && kept.shards == owner.shards;
        (fits && (0..FRESH).contains(&age) && kept.me > 0 && kept.application > 0).then_some(kept)
    }

    /// For how many of `shards` there is one.
    pub(in crate::discord) fn count(&self, shards: &[u32]) -> usize {
        let there = |id: &&u32| self.session(**id).is_some();
        shards.iter().filter(there).count()
    }

    /// The session of `shard`.
    pub(super) fn session(&self, shard: u32) -> Option<Session> {
        let mut sessions = self.sessions.iter();
        let found = sessions.find(|(id, _)| *id == shard);
        found.map(|(_, session)| session.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;
    use time::Duration;

    fn file(name: &str) -> PathBuf {
        let name = format!("verbatim-kept-{name}-{}", std::process::id());
        std::env::temp_dir().join(name)
    }

    fn session() -> Session {
        Session {
            id: "s".to_owned(),
            url: "wss://there".to_owned(),
            sequence: 7,
        }
    }

    #[test]
    fn what_is_kept_goes_on_once_and_only_for_its_owner_and_for_minutes() {
        let file = file("once");
        let token = Token::new("secret").expect("a token");
        let other = Token::new("another").expect("a token");
        let now = OffsetDateTime::now_utc();
        let owner = Owner {
            token: &token,
            shards: 2,
            now,
        };
        let later = |seconds| Owner {
            now: now + Duration::seconds(seconds),
            ..owner
        };
        let rows = [
            (owner, true),
            (later(FRESH - 1), true),
            (later(FRESH), false),
            (later(-60), false),
            (Owner { shards: 3, ..owner }, false),
            (
                Owner {
                    token: &other,
                    ..owner
                },
                false,
            ),
        ];
        for (row, (who, goes_on)) in rows.into_iter().enumerate() {
            let kept = Sessions::new(owner, 900, 901, vec![(1, session())]);
            kept.write(&file).expect("a file");
            let mode = fs::metadata(&file).expect("it").permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
            let words = fs::read_to_string(&file).expect("text");
            assert!(!words.contains("secret"), "{words}");
            let taken = Sessions::take(&file, who);
            let found = taken.and_then(|kept| kept.session(1));
            assert_eq!(found, goes_on.then(session), "{row}");
            assert!(Sessions::take(&file, owner).is_none(), "once");
        }
    }

    #[test]
    fn what_cannot_be_read_is_nothing() {
        let file = file("broken");
        let token = Token::new("secret").expect("a token");
        let owner = Owner {
            token: &token,
            shards: 1,
            now: OffsetDateTime::now_utc(),
        };
        for words in ["", "{}", "[1, 2", "\0\0"] {
            fs::write(&file, words).expect("a file");
            assert!(Sessions::take(&file, owner).is_none(), "{words}");
            assert!(!file.exists());
        }
    }
}
