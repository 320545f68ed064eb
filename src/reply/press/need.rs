//! What kind of help somebody needs, and whose need it is.

use super::UnknownPress;
use crate::care::{Route, Whose};
use std::fmt;
use std::str::FromStr;

/// What kind of help, and whose need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// The kind of help.
    pub route: Route,
    /// Whose need.
    pub whose: Whose,
}

impl Need {
    /// So many bytes it takes, and as many where there is none.
    pub(super) const LENGTH: usize = 2;

    /// The bytes of `need`: its places from one on, or nothing but zeros.
    pub(super) fn to_bytes(need: Option<Need>) -> [u8; Need::LENGTH] {
        need.map_or([0, 0], |need| need.places().map(|place| place + 1))
    }

    /// What has these bytes.
    pub(super) fn from_bytes(bytes: [u8; Need::LENGTH]) -> Result<Option<Need>, UnknownPress> {
        match bytes.map(|byte| byte.checked_sub(1)) {
            [None, None] => Ok(None),
            [Some(route), Some(whose)] => Need::at(route, whose).map(Some),
            _ => Err(UnknownPress),
        }
    }

    /// Where its route and its person stand among all.
    fn places(self) -> [u8; 2] {
        let route = Route::ALL.iter().position(|route| *route == self.route);
        let whose = Whose::ALL.iter().position(|whose| *whose == self.whose);
        [route, whose].map(|place| place.and_then(|at| u8::try_from(at).ok()).unwrap_or(0))
    }

    /// The one with these places.
    fn at(route: u8, whose: u8) -> Result<Need, UnknownPress> {
        let route = Route::ALL.get(usize::from(route));
        let whose = Whose::ALL.get(usize::from(whose));
        let (&route, &whose) = Option::zip(route, whose).ok_or(UnknownPress)?;
        Ok(Need { route, whose })
    }

    /// Every one.
    #[cfg(test)]
    pub(super) fn every() -> impl Iterator<Item = Need> {
        let routes = Route::ALL.into_iter();
        routes.flat_map(|route| Whose::ALL.map(|whose| Need { route, whose }))
    }
}

/// Two digits, under messages that the person alone sees.
impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [route, whose] = self.places();
        write!(f, "{route}{whose}")
    }
}

impl FromStr for Need {
    type Err = UnknownPress;

    fn from_str(need: &str) -> Result<Need, UnknownPress> {
        let digit = |byte: &u8| byte.checked_sub(b'0').filter(|digit| *digit < 10);
        let [route, whose] = need.as_bytes() else {
            return Err(UnknownPress);
        };
        let places = Option::zip(digit(route), digit(whose));
        let (route, whose) = places.ok_or(UnknownPress)?;
        Need::at(route, whose)
    }
}
