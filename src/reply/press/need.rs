//! A need on the wire: what kind of help, whose, and what else was told.

use super::UnknownPress;
use crate::care::{Details, Need, Route, Whose};
use std::fmt;
use std::str::FromStr;

/// A need takes so many bytes, and as many where there is none.
pub(super) const LENGTH: usize = 2;

/// Where the details stand in the byte that says whose the need is.
const DETAILS: u32 = 4;

/// The bytes of `need`: its places from one on, or nothing but zeros.
pub(super) fn to_bytes(need: Option<Need>) -> [u8; LENGTH] {
    need.map_or([0, 0], |need| {
        let [route, whose] = places(need);
        [route + 1, (whose + 1) | (need.details.number() << DETAILS)]
    })
}

/// What has these bytes.
pub(super) fn from_bytes([route, whose]: [u8; LENGTH]) -> Result<Option<Need>, UnknownPress> {
    let (whose, details) = (whose & 0xF, whose >> DETAILS);
    match [route, whose].map(|byte| byte.checked_sub(1)) {
        [None, None] if details == 0 => Ok(None),
        [Some(route), Some(whose)] => at(route, whose, details).map(Some),
        _ => Err(UnknownPress),
    }
}

/// Where its route and its person stand among all.
fn places(need: Need) -> [u8; 2] {
    let route = Route::ALL.iter().position(|route| *route == need.route);
    let whose = Whose::ALL.iter().position(|whose| *whose == need.whose);
    [route, whose].map(|place| place.and_then(|at| u8::try_from(at).ok()).unwrap_or(0))
}

/// The need with these places and details.
fn at(route: u8, whose: u8, details: u8) -> Result<Need, UnknownPress> {
    let route = Route::ALL.get(usize::from(route));
    let whose = Whose::ALL.get(usize::from(whose));
    let (&route, &whose) = Option::zip(route, whose).ok_or(UnknownPress)?;
    let details = Details::numbered(details).ok_or(UnknownPress)?;
    Ok(Need {
        route,
        whose,
        details,
    })
}

/// Two digits, and a third if more was told: under messages that the person alone sees.
pub(super) struct Written(pub(super) Need);

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [route, whose] = places(self.0);
        write!(f, "{route}{whose}")?;
        match self.0.details.number() {
            0 => Ok(()),
            details => write!(f, "{details:x}"),
        }
    }
}

impl FromStr for Written {
    type Err = UnknownPress;

    fn from_str(need: &str) -> Result<Written, UnknownPress> {
        let digit = |byte: &u8| char::from(*byte).to_digit(16).map(|digit| digit as u8);
        let (route, whose, details) = match need.as_bytes() {
            [route, whose] => (digit(route), digit(whose), Some(0)),
            [route, whose, details] => (digit(route), digit(whose), digit(details)),
            _ => return Err(UnknownPress),
        };
        let places = Option::zip(route, whose).zip(details);
        let ((route, whose), details) = places.ok_or(UnknownPress)?;
        at(route, whose, details).map(Written)
    }
}
