//! What a message needs, and what else it tells that a card should know.

use super::{Route, Whose};

/// What kind of help, whose need, and what else was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Need {
    /// The kind of help.
    pub route: Route,
    /// Whose need.
    pub whose: Whose,
    /// What else was told.
    pub details: Details,
}

/// One thing that changes what a card says, or whose lines it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// It has happened already: somebody has hurt themselves or has taken something.
    Acted,
    /// Whoever asks is under 18.
    Young,
    /// Private pictures are passed on, or threatened with.
    Pictures,
    /// What was written can be read by others.
    Public,
    /// Something was taken or swallowed: tablets, too much of anything, poison.
    Taken,
}

impl Detail {
    /// All of them.
    pub const ALL: [Detail; 5] = [
        Detail::Acted,
        Detail::Young,
        Detail::Pictures,
        Detail::Public,
        Detail::Taken,
    ];

    /// Those that a message itself can tell, by their names in files.
    pub(super) const TOLD: [(&'static str, Detail); 4] = [
        ("acted", Detail::Acted),
        ("young", Detail::Young),
        ("pictures", Detail::Pictures),
        ("taken", Detail::Taken),
    ];
}

/// Any number of details.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Details(u8);

impl Details {
    /// So many sets there are.
    pub const COUNT: u8 = 1 << Detail::ALL.len();

    /// Whether `detail` is among them.
    pub fn has(self, detail: Detail) -> bool {
        self.0 & 1 << detail as u8 != 0
    }

    /// These and `detail`.
    pub fn with(self, detail: Detail) -> Details {
        Details(self.0 | 1 << detail as u8)
    }

    /// These and those of `others`.
    pub fn and(self, others: Details) -> Details {
        Details(self.0 | others.0)
    }

    /// Which set it is: below [`Details::COUNT`].
    pub fn number(self) -> u8 {
        self.0
    }

    /// The set with this number.
    pub fn numbered(number: u8) -> Option<Details> {
        (number < Details::COUNT).then_some(Details(number))
    }
}

impl FromIterator<Detail> for Details {
    fn from_iter<I: IntoIterator<Item = Detail>>(details: I) -> Details {
        let none = Details::default();
        details.into_iter().fold(none, Details::with)
    }
}

impl Need {
    /// This need with nothing else told.
    pub fn of(route: Route, whose: Whose) -> Need {
        Need {
            route,
            whose,
            details: Details::default(),
        }
    }

    /// The same, and `detail` too.
    pub fn with(self, detail: Detail) -> Need {
        Need {
            details: self.details.with(detail),
            ..self
        }
    }

    /// Whether `detail` was told.
    pub fn tells(self, detail: Detail) -> bool {
        self.details.has(detail)
    }

    /// Every need, with everything that can be told.
    pub fn every() -> impl Iterator<Item = Need> {
        let sets = || (0..Details::COUNT).filter_map(Details::numbered);
        Route::ALL.into_iter().flat_map(move |route| {
            Whose::ALL.into_iter().flat_map(move |whose| {
                sets().map(move |details| Need {
                    route,
                    whose,
                    details,
                })
            })
        })
    }
}
