//! How a connection ended, and what that says of the session.
//!
//! | what ended it | then |
//! |---|---|
//! | close codes 4004, 4010 to 4014 | we end: another try would end the same |
//! | 4007, 4009, an invalid session | a new session |
//! | anything else | the session goes on |
//!
//! Source: topics/opcodes-and-status-codes ("Gateway Close Event Codes").

use crate::discord::stop::Stop;
use std::fmt;
use strum::IntoStaticStr;

/// How a connection ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(super) enum Ending {
    /// Nobody took it.
    Unreached,
    /// It was taken, and then no word came.
    Silent,
    /// Our sign of life was not answered.
    Unanswered,
    /// It broke.
    Broken,
    /// What came could not be read.
    Garbled,
    /// Discord closed it, with a code or without.
    Closed(Option<u16>),
    /// Discord asked us to come again.
    Recalled,
    /// Discord does not take the session, or not now.
    Invalid { resumable: bool },
}

/// What an ending says of the session.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It may go on.
    Kept,
    /// It is over.
    Over,
    /// So are we.
    End(Stop),
}

impl Ending {
    /// What it says of the session.
    pub(super) fn verdict(self) -> Verdict {
        match self {
            Ending::Closed(Some(4004)) => Verdict::End(Stop::WrongToken),
            Ending::Closed(Some(4010)) => Verdict::End(Stop::WrongShard),
            Ending::Closed(Some(4011)) => Verdict::End(Stop::TooFewShards),
            Ending::Closed(Some(4012)) => Verdict::End(Stop::OldGateway),
            Ending::Closed(Some(4013)) => Verdict::End(Stop::UnknownIntents),
            Ending::Closed(Some(4014)) => Verdict::End(Stop::DisallowedIntents),
            Ending::Closed(Some(4007 | 4009)) | Ending::Invalid { resumable: false } => {
                Verdict::Over
            }
            _ => Verdict::Kept,
        }
    }

    /// Whether the line was gone before we had a say. A farewell of Discord's is not returned: the code 1000 from us
    /// would end the session.
    pub(super) fn is_theirs(self) -> bool {
        matches!(self, Ending::Unreached | Ending::Broken | Ending::Closed(_))
    }
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ending::Unreached => write!(f, "nobody takes the connection"),
            Ending::Silent => write!(f, "not a word comes"),
            Ending::Unanswered => write!(f, "a heartbeat was not acknowledged"),
            Ending::Broken => write!(f, "it broke"),
            Ending::Garbled => write!(f, "what came cannot be read"),
            Ending::Closed(Some(code)) => write!(f, "Discord closed it with {code}"),
            Ending::Closed(None) => write!(f, "Discord closed it without a code"),
            Ending::Recalled => write!(f, "Discord asked us to come again"),
            Ending::Invalid { .. } => write!(f, "Discord does not take the session"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Ending::{Broken, Closed, Garbled, Invalid, Recalled, Silent, Unanswered, Unreached};

    #[test]
    fn each_ending_has_its_verdict() {
        let kept = [
            Unreached,
            Silent,
            Unanswered,
            Broken,
            Garbled,
            Recalled,
            Closed(None),
            Invalid { resumable: true },
        ];
        let codes = [
            1000, 1001, 1006, 1011, 4000, 4001, 4002, 4003, 4005, 4006, 4008, 4999,
        ];
        let kept = kept.into_iter().chain(codes.map(|code| Closed(Some(code))));
        let kept = kept.map(|how| (how, Verdict::Kept));
        let over = [
            Closed(Some(4007)),
            Closed(Some(4009)),
            Invalid { resumable: false },
        ];
        let over = over.map(|how| (how, Verdict::Over));
        let ends = [
            (4004, Stop::WrongToken),
            (4010, Stop::WrongShard),
            (4011, Stop::TooFewShards),
            (4012, Stop::OldGateway),
            (4013, Stop::UnknownIntents),
            (4014, Stop::DisallowedIntents),
        ];
        let ends = ends.map(|(code, stop)| (Closed(Some(code)), Verdict::End(stop)));
        for (how, verdict) in kept.chain(over).chain(ends) {
            assert_eq!(how.verdict(), verdict, "{how:?}");
        }
    }
}
