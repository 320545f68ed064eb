//! How much one person may ask.

use super::Refused;
use serde::{Deserialize, Serialize};

/// The highest pace; more is no conversation. In questions.
pub const MOST_A_MINUTE: u32 = 60;

/// The same for an hour.
pub const MOST_AN_HOUR: u32 = 600;

/// How many questions one person may ask; moderators may ask more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pace {
    /// In a minute.
    pub minute: u32,
    /// In an hour.
    pub hour: u32,
}

impl Default for Pace {
    /// Six a minute is one every ten seconds, quicker than an answer is read; sixty an hour is an evening's worth.
    fn default() -> Pace {
        Pace {
            minute: 6,
            hour: 60,
        }
    }
}

impl Pace {
    pub(super) fn checked(self) -> Result<Pace, Refused> {
        let minute = (1..=MOST_A_MINUTE).contains(&self.minute);
        let hour = (self.minute..=MOST_AN_HOUR).contains(&self.hour);
        if minute && hour {
            Ok(self)
        } else {
            Err(Refused::Pace)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{Change, Settings};

    #[test]
    fn a_pace_lets_everyone_ask_and_nobody_flood() {
        let pace = |minute, hour| Settings::default().apply(Change::Pace(Pace { minute, hour }));
        for (minute, hour) in [(1, 1), (6, 60), (60, 600)] {
            assert!(pace(minute, hour).is_ok(), "{minute} {hour}");
        }
        for (minute, hour) in [(0, 0), (0, 60), (6, 5), (61, 600), (60, 601)] {
            assert_eq!(pace(minute, hour), Err(Refused::Pace), "{minute} {hour}");
        }
    }
}
