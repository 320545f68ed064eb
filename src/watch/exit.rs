//! How the program ends, in numbers that a supervisor reads.

/// One way to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exit {
    /// The exit code, after `sysexits.h` where it has one.
    pub code: u8,
    /// Whether another start may go better.
    pub again: bool,
    /// What it means, for the operator.
    pub means: &'static str,
}

/// An end after which another start may go better.
const fn passes(code: u8, means: &'static str) -> Exit {
    Exit {
        code,
        again: true,
        means,
    }
}

/// An end that somebody must do something about.
const fn stays(code: u8, means: &'static str) -> Exit {
    Exit {
        code,
        again: false,
        means,
    }
}

/// The operator stopped it.
pub const STOPPED: Exit = stays(0, "it was stopped, by ctrl-c or SIGTERM");

/// The command line itself is wrong; whoever reads it ends with this code.
pub const USAGE: Exit = stays(2, "the command line is wrong");

/// Discord wants other shards.
pub const SHARDS: Exit = passes(69, "Discord wants other shards; the next start asks which");

/// The connection failed inside.
pub const INSIDE: Exit = passes(
    70,
    "the connection failed inside; the log names the place, please report it",
);

/// What moderators chose cannot be opened.
pub const STORE: Exit = stays(
    74,
    "the database cannot be opened: damaged, of a newer program, held by another process, or it refuses us",
);

/// Today's connections are used up.
pub const LATER: Exit = passes(
    75,
    "the token has no connections left for today; every start asks again and uses none up",
);

/// Discord no longer speaks as we do.
pub const LANGUAGE: Exit = stays(
    76,
    "Discord does not take what this version asks; install a newer one",
);

/// Discord does not know the token.
pub const TOKEN: Exit = stays(77, "Discord does not accept the token");

/// Something that the operator or the author wrote is wrong.
pub const CONFIGURATION: Exit = stays(
    78,
    "the environment, the configuration or the content is wrong",
);

/// Every way in which `verbatim run` ends by itself. The unit and the page in `config/deploy/` say the same, which
/// `tests/deploy` holds them to.
pub const EXITS: [Exit; 9] = [
    STOPPED,
    USAGE,
    SHARDS,
    INSIDE,
    STORE,
    LATER,
    LANGUAGE,
    TOKEN,
    CONFIGURATION,
];
