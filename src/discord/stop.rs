//! Why the bot ended by itself: one clear sentence for the operator, one exit code for the supervisor.

use crate::config::NoShards;
use crate::store::OpenError;
use crate::watch::PageError;
use crate::watch::exit::{self, Exit};
use std::fmt;

/// Why we do not run, or run no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The environment holds no token.
    NoToken,
    /// The environment's proxy is no address.
    BadProxy,
    /// The environment's proxy would carry the token unencrypted to another machine.
    OpenProxy,
    /// The environment's shards are none.
    BadShards(NoShards),
    /// Any shards are to be served, and nobody is there to share them out.
    Unshared,
    /// The gateway that we were told of would carry the token unencrypted to another machine.
    OpenGateway,
    /// What moderators chose cannot be opened.
    Store(OpenError),
    /// What watches the bot can be told nothing.
    Page(PageError),
    /// Discord does not know the token.
    WrongToken,
    /// Discord does not grant what we ask to hear.
    DisallowedIntents,
    /// Today's connections are used up; more would make Discord take the token away.
    NoStartsLeft {
        /// When there are new ones.
        hours: u64,
    },
    /// Discord does not know the shard that we say we are.
    WrongShard,
    /// Discord wants more shards for as many servers.
    TooFewShards,
    /// Discord no longer speaks as we do.
    OldGateway,
    /// Discord does not know what we ask to hear.
    UnknownIntents,
    /// The connection failed inside.
    GaveUp,
}

impl Stop {
    /// The exit code.
    pub fn code(&self) -> u8 {
        self.exit().code
    }

    /// How a supervisor sees it.
    pub fn exit(&self) -> Exit {
        match self {
            Stop::NoToken | Stop::BadProxy | Stop::OpenProxy | Stop::OpenGateway => {
                exit::CONFIGURATION
            }
            Stop::BadShards(_) | Stop::Unshared => exit::CONFIGURATION,
            Stop::Store(OpenError::Url(_) | OpenError::Lax(_)) => exit::CONFIGURATION,
            Stop::Page(_) => exit::CONFIGURATION,
            Stop::Store(_) => exit::STORE,
            Stop::WrongToken => exit::TOKEN,
            Stop::DisallowedIntents => exit::LANGUAGE,
            Stop::OldGateway | Stop::UnknownIntents => exit::LANGUAGE,
            Stop::NoStartsLeft { .. } => exit::LATER,
            Stop::GaveUp => exit::INSIDE,
            Stop::WrongShard | Stop::TooFewShards => exit::SHARDS,
        }
    }
}

/// What whoever needs no encryption may do.
const TRUST: &str = "set trust-network = true under [discord] in config/verbatim.toml if nobody else is in the network between";

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::NoToken => write!(
                f,
                "There is no token: set DISCORD_TOKEN to the bot's token from the Developer Portal, page Bot."
            ),
            Stop::BadProxy => write!(
                f,
                "DISCORD_PROXY is no address: write one such as http://127.0.0.1:7979, or leave it out."
            ),
            Stop::OpenProxy => write!(
                f,
                "DISCORD_PROXY would carry the token unencrypted to another machine: write https://, or {TRUST}."
            ),
            Stop::BadShards(no) => write!(f, "{no}."),
            Stop::Unshared => write!(
                f,
                "Several processes share their shards out by a PostgreSQL: set DATABASE_URL to one, or name the shards of this process, such as shards = \"0-3/16\" under [discord] in config/verbatim.toml."
            ),
            Stop::OpenGateway => write!(
                f,
                "The gateway that the proxy names would carry the token unencrypted to another machine: let it name one by wss://, or {TRUST}."
            ),
            Stop::Store(error) => write!(f, "{error}."),
            Stop::Page(error) => write!(f, "{error}."),
            Stop::WrongToken => write!(
                f,
                "Discord does not accept the token: copy it again from the Developer Portal, page Bot, into DISCORD_TOKEN."
            ),
            Stop::DisallowedIntents => write!(
                f,
                "Discord refuses what the bot asks to hear, although none of it is privileged: look at the application in the Developer Portal, page Bot."
            ),
            Stop::NoStartsLeft { hours } => write!(
                f,
                "The token has no connections left for today, and one more would make Discord reset it: start again in {hours} hours."
            ),
            Stop::WrongShard => write!(
                f,
                "Discord does not take the shard that we say we are: start again, and the bot asks anew how many there are; where shards are written under [discord] in config/verbatim.toml, write what Discord takes."
            ),
            Stop::TooFewShards => write!(
                f,
                "The bot is in so many servers that Discord wants more shards: start again, and the bot asks anew how many it needs; where shards are written under [discord] in config/verbatim.toml, write more of them."
            ),
            Stop::OldGateway => write!(
                f,
                "Discord no longer takes the version of its gateway that this program speaks: install a newer one."
            ),
            Stop::UnknownIntents => write!(
                f,
                "Discord does not know what the bot asks to hear: install a newer version of this program."
            ),
            Stop::GaveUp => write!(
                f,
                "The connection to Discord failed inside; the log names the place: report it, and start again."
            ),
        }
    }
}

impl From<PageError> for Stop {
    fn from(error: PageError) -> Stop {
        Stop::Page(error)
    }
}

impl From<OpenError> for Stop {
    fn from(error: OpenError) -> Stop {
        Stop::Store(error)
    }
}
