//! Why we do not answer, and how we say so.

use crate::reply::{Reply, Voice};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::Duration;
use strum::IntoStaticStr;
use tracing::error;

/// Six digits are typed without a mistake, and seldom drawn twice.
const FIRST_NUMBER: u32 = 100_000;
const NUMBERS: u64 = 900_000;

/// Why we do not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Refusal {
    /// The button is older than what it opened.
    UnknownPress,
    /// The button is for the person who asked.
    NotYours,
    /// The moderators do not want us in this channel.
    NotHere,
    /// The moderators do not want us to answer somebody with these roles.
    Ignored,
    /// The article is kept to channels marked for adults, and this is none.
    AgeRestricted,
    /// The operator keeps the article out of direct messages.
    OnlyInServers,
    /// They ask quicker than the moderators want; for so long they should wait.
    TooQuick(Duration),
    /// It is for the moderators of this server.
    NotModerator,
    /// A file that was handed in is out of reach.
    NoFile,
    /// It is larger than any that holds settings.
    LargeFile,
    /// It sets nothing.
    NothingToImport,
    /// The moderators here take no questions.
    NoReview,
    /// So many questions wait for the moderators that they take no more.
    ReviewFull,
    /// The asker sent the moderators enough; for so long they should wait.
    SentEnough(Duration),
    /// They shared enough with everyone here; for so long they should wait.
    SharedEnough(Duration),
    /// The database is away.
    NoDatabase,
    /// What the moderators chose cannot be read.
    Unread,
    /// The message may be deleted by whoever had it written, and by moderators.
    NotYoursToDelete,
    /// We no longer have that command.
    UnknownCommand,
    /// There is no article called so.
    UnknownArticle,
    /// There are no words in what was sent.
    Wordless,
    /// Our fault; the operator's log says where, under this number.
    Trouble(u32),
}

impl Refusal {
    /// Our fault. The number is drawn anew each time, for the asker and for the log, so that an operator who is told it
    /// finds the place.
    pub fn trouble() -> Refusal {
        let drawn = RandomState::new().build_hasher().finish();
        let number = FIRST_NUMBER + (drawn % NUMBERS) as u32;
        error!(number, "An answer failed; the line above names the place.");
        Refusal::Trouble(number)
    }

    /// The refusal in words for the person asking: kind, short, with the next step.
    pub fn reply(self, voice: Voice<'_>) -> Reply {
        Reply::say(match self {
            Refusal::UnknownPress => voice.say("refusal-unknown-press"),
            Refusal::NotYours => voice.say("refusal-not-yours"),
            Refusal::NotHere => voice.say("refusal-not-here"),
            Refusal::Ignored => voice.say("refusal-ignored"),
            Refusal::AgeRestricted => voice.say("refusal-age-restricted"),
            Refusal::OnlyInServers => voice.say("refusal-only-in-servers"),
            Refusal::TooQuick(wait) => patience(voice, wait),
            Refusal::NotModerator => voice.say("refusal-not-moderator"),
            Refusal::NoFile => voice.say("refusal-no-file"),
            Refusal::LargeFile => voice.say("refusal-large-file"),
            Refusal::NothingToImport => voice.say("refusal-nothing-to-import"),
            Refusal::NoReview => voice.say("refusal-no-review"),
            Refusal::ReviewFull => voice.say("refusal-review-full"),
            Refusal::SentEnough(wait) => voice.say_count("refusal-sent-enough", minutes(wait)),
            Refusal::SharedEnough(wait) => voice.say_count("refusal-shared-enough", minutes(wait)),
            Refusal::NoDatabase => voice.say("refusal-no-database"),
            Refusal::Unread => voice.say("refusal-unread"),
            Refusal::NotYoursToDelete => voice.say("refusal-not-yours-to-delete"),
            Refusal::UnknownCommand => voice.say("refusal-unknown-command"),
            Refusal::UnknownArticle => voice.say("refusal-unknown-article"),
            Refusal::Wordless => voice.say("refusal-wordless"),
            Refusal::Trouble(number) => {
                voice.say_with("refusal-trouble", "number", &number.to_string())
            }
        })
    }
}

/// A request to wait, in the unit that people count in.
fn patience(voice: Voice<'_>, wait: Duration) -> String {
    let seconds = wait.as_millis().div_ceil(1_000);
    match seconds {
        ..=90 => voice.say_count("refusal-too-quick-seconds", seconds),
        _ => voice.say_count("refusal-too-quick-minutes", minutes(wait)),
    }
}

/// The minutes of `wait`, the last one begun.
pub(super) fn minutes(wait: Duration) -> u128 {
    wait.as_millis().div_ceil(60_000)
}
