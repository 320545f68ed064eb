//! Presses of the setup: the step stands in each of them, so that it goes on after a restart.

use super::table::table;
use super::wire::parsed;
use super::{Choice, Key, List, Span};
use strum::{EnumString, VariantArray};

table! {
    /// What a press of the setup means.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Setup {
        /// Go to a step.
        "at" => At(step: Step),
        /// Choose this, and go on.
        "choose" => Choose(choice: Choice),
        /// Pick these channels, and go on; the list held, when it was shown, what the key says.
        "pick" => Pick(list: List, seen: Key),
        /// Turn to a page of the places there are.
        "places" => Places(page: u8),
        /// Show the helplines of this place, and go on.
        "helplines" => Helplines(place: Option<Key>),
    }
}

/// A step of the setup, in their order; ids name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Step {
    /// Where commands are answered.
    Channels,
    /// Where mentions are answered.
    Mentions,
    /// Who sees answers.
    Visibility,
    /// Whose helplines a card shows.
    Helplines,
    /// Where reports go.
    Reports,
    /// Whether all of it can work.
    Doctor,
}

parsed! {
    Step: Step::ALL;
}

impl Step {
    /// The steps in their order.
    pub const ALL: &[Step] = Step::VARIANTS;

    /// The place in their order, from 0.
    pub fn position(self) -> usize {
        self as usize
    }

    /// The step after it.
    pub fn next(self) -> Step {
        let next = Step::ALL.get(self.position() + 1);
        next.map_or(Step::Doctor, |step| *step)
    }

    /// The step before it, if it is not the first.
    pub fn before(self) -> Option<Step> {
        let before = self.position().checked_sub(1)?;
        Some(Step::ALL[before])
    }

    /// What channels picked at this step mean.
    pub const SPAN: Span = Span::Only;
}

impl Setup {
    /// Whether the doctor may come next.
    pub fn leads_to_doctor(self) -> bool {
        matches!(self, Setup::At(Step::Doctor) | Setup::Pick(List::Review, _))
    }
}
