//! What kind of help somebody needs, as a public button may say it.

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

/// Two digits, so that a public button names no kind of help to whoever looks at its id.
impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let route = Route::ALL.iter().position(|route| *route == self.route);
        let whose = Whose::ALL.iter().position(|whose| *whose == self.whose);
        let of = |position: Option<usize>| position.unwrap_or_default();
        write!(f, "{}{}", of(route), of(whose))
    }
}

impl FromStr for Need {
    type Err = UnknownPress;

    fn from_str(need: &str) -> Result<Need, UnknownPress> {
        let digit = |at| Some(need.chars().nth(at)?.to_digit(10)? as usize);
        let (route, whose) = (digit(0), digit(1));
        let known = Option::zip(
            route.and_then(|route| Route::ALL.get(route)),
            whose.and_then(|whose| Whose::ALL.get(whose)),
        );
        let (&route, &whose) = known.filter(|_| need.len() == 2).ok_or(UnknownPress)?;
        Ok(Need { route, whose })
    }
}
