//! A need on the wire: what kind of help, whose, and what else was told.

use super::UnknownPress;
use super::wire::{Parts, Wire};
use crate::care::{Details, Need, Route, Whose};
use std::fmt::{self, Formatter, Write};

/// A need takes so many bytes, and as many where there is none.
pub(super) const LENGTH: usize = 2;

/// Whose the need is, in the second byte.
const WHOSE: u8 = 0b0111;

/// The first four details stand so much higher there than among themselves.
const FIRST: u32 = 4;

/// A fifth came later, and stands where buttons that were closed before hold nothing.
const FIFTH: u8 = 0b1000;

/// The bytes of `need`: its places from one on, or nothing but zeros.
pub(super) fn to_bytes(need: Option<Need>) -> [u8; LENGTH] {
    need.map_or([0, 0], |need| {
        let [route, whose] = places(need);
        let details = need.details.number();
        let fifth = details >> 1 & FIFTH;
        [route + 1, (whose + 1) | details << FIRST | fifth]
    })
}

/// What has these bytes.
pub(super) fn from_bytes([route, whose]: [u8; LENGTH]) -> Result<Option<Need>, UnknownPress> {
    let details = whose >> FIRST | (whose & FIFTH) << 1;
    let whose = whose & WHOSE;
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

/// One digit for every set of details. The first sixteen are written as when there were no more.
const BASE: u32 = Details::COUNT as u32;

/// Two digits, and a third if more was told: under messages that the person alone sees.
impl Wire for Need {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let [route, whose] = places(*self);
        write!(f, "{route}{whose}")?;
        match self.details.number() {
            0 => Ok(()),
            details => {
                let digit = char::from_digit(details.into(), BASE);
                f.write_char(digit.expect("a digit for every set"))
            }
        }
    }

    fn read(parts: &mut Parts<'_>) -> Result<Need, UnknownPress> {
        let digit = |byte: &u8| char::from(*byte).to_digit(BASE).map(|digit| digit as u8);
        let (route, whose, details) = match parts.take()?.as_bytes() {
            [route, whose] => (digit(route), digit(whose), Some(0)),
            [route, whose, details] => (digit(route), digit(whose), digit(details)),
            _ => return Err(UnknownPress),
        };
        let places = Option::zip(route, whose).zip(details);
        let ((route, whose), details) = places.ok_or(UnknownPress)?;
        at(route, whose, details)
    }

    #[cfg(test)]
    fn every() -> Vec<Need> {
        Need::every().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::Detail;

    /// Of buttons that were closed or written when there were four details and no fifth.
    #[test]
    fn what_stood_before_there_was_a_fifth_detail_is_read_as_it_was_meant() {
        let meant = Need::of(Route::Minor, Whose::Friend)
            .with(Detail::Young)
            .with(Detail::Public);
        assert_eq!(from_bytes([2, 0xA3]), Ok(Some(meant)));
        assert_eq!(Need::read(&mut Parts::of("12a")), Ok(meant));
        assert_eq!(from_bytes([0, 0]), Ok(None));
    }

    #[test]
    fn every_need_survives_as_bytes() {
        for need in Need::every() {
            assert_eq!(from_bytes(to_bytes(Some(need))), Ok(Some(need)));
        }
    }
}
