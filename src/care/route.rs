//! What kind of help a message needs, and whose the need is.

/// What kind of help a message needs. The first that fits decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// Someone may end or hurt their own life.
    SelfHarm,
    /// The asker or the partner is under 18.
    Minor,
    /// A body in acute danger.
    Medical,
    /// Hit, threatened, controlled, afraid.
    Violence,
    /// Sex that someone did not want.
    Assault,
}

impl Route {
    /// All of them, in the order in which they decide.
    pub const ALL: [Route; 5] = [
        Route::SelfHarm,
        Route::Minor,
        Route::Medical,
        Route::Violence,
        Route::Assault,
    ];

    /// Its name in files and answers.
    pub fn name(self) -> &'static str {
        match self {
            Route::SelfHarm => "self-harm",
            Route::Minor => "minor",
            Route::Medical => "medical",
            Route::Violence => "violence",
            Route::Assault => "assault",
        }
    }
}

/// Whose need a message tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    /// The asker's own.
    Own,
    /// Somebody whom the asker may have hurt.
    Done,
    /// Somebody about whom the asker worries.
    Friend,
}

impl Whose {
    /// All of them.
    pub const ALL: [Whose; 3] = [Whose::Own, Whose::Done, Whose::Friend];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Whose::Own => "own",
            Whose::Done => "done",
            Whose::Friend => "friend",
        }
    }
}
