//! Presses of the setup: the step stands in each of them, so that it goes on after a restart.

use super::panel::{Choice, List, Span, maybe, name, value};
use super::{Key, UnknownPress, number};
use std::fmt;

/// What a press of the setup means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setup {
    /// Go to a step.
    At(Step),
    /// Choose this, and go on.
    Choose(Choice),
    /// Pick these channels, and go on; the list held, when it was shown, what the key says.
    Pick(List, Key),
    /// Turn to a page of the places there are.
    Places(u8),
    /// Show the helplines of this place, and go on.
    Helplines(Option<Key>),
}

/// A step of the setup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl Step {
    /// The steps in their order.
    pub const ALL: [(&str, Step); 6] = [
        ("channels", Step::Channels),
        ("mentions", Step::Mentions),
        ("visibility", Step::Visibility),
        ("helplines", Step::Helplines),
        ("reports", Step::Reports),
        ("doctor", Step::Doctor),
    ];

    /// The place in their order, from 0.
    pub fn position(self) -> usize {
        let mut all = Step::ALL.iter();
        let position = all.position(|(_, step)| *step == self);
        position.expect("every step has its place")
    }

    /// The step after it.
    pub fn next(self) -> Step {
        let next = Step::ALL.get(self.position() + 1);
        next.map_or(Step::Doctor, |(_, step)| *step)
    }

    /// The step before it, if it is not the first.
    pub fn before(self) -> Option<Step> {
        let before = self.position().checked_sub(1)?;
        Some(Step::ALL[before].1)
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

impl fmt::Display for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Setup::At(step) => write!(f, "at:{}", name(&Step::ALL, *step)),
            Setup::Choose(choice) => write!(f, "choose:{}", choice.name()),
            Setup::Pick(list, seen) => write!(f, "pick:{}:{seen}", name(List::NAMES, *list)),
            Setup::Places(page) => write!(f, "places:{page}"),
            Setup::Helplines(Some(place)) => write!(f, "helplines:{place}"),
            Setup::Helplines(None) => write!(f, "helplines:-"),
        }
    }
}

impl Setup {
    /// What the fields of a custom id mean.
    pub(super) fn read(fields: &[&str]) -> Result<Setup, UnknownPress> {
        match fields {
            ["at", step] => Ok(Setup::At(value(&Step::ALL, step)?)),
            ["choose", choice] => Ok(Setup::Choose(Choice::named(choice).ok_or(UnknownPress)?)),
            ["pick", list, seen] => Ok(Setup::Pick(value(List::NAMES, list)?, seen.parse()?)),
            ["places", page] => Ok(Setup::Places(number(page)?)),
            ["helplines", place] => Ok(Setup::Helplines(maybe(place)?)),
            _ => Err(UnknownPress),
        }
    }

    /// Every press of the setup, as long as it gets.
    #[cfg(test)]
    pub(super) fn every(key: Key) -> Vec<Setup> {
        let places = Setup::Places(u8::MAX);
        let mut all = vec![places, Setup::Helplines(None), Setup::Helplines(Some(key))];
        all.extend(Step::ALL.iter().map(|(_, step)| Setup::At(*step)));
        all.extend(Choice::every().into_iter().map(Setup::Choose));
        all.extend(List::NAMES.iter().map(|(_, list)| Setup::Pick(*list, key)));
        all
    }
}
