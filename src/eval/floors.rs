//! The limits that figures must keep, by the kind of messages they were measured on.

use super::Figures;

/// A figure's limit.
#[derive(Clone, Copy, Debug)]
pub struct Floor {
    /// The figure's name.
    pub name: &'static str,
    /// Its value.
    pub of: fn(&Figures) -> f32,
    /// The limit.
    pub limit: f32,
    /// Whether it must be at least the limit; else at most.
    pub at_least: bool,
}

impl Floor {
    /// Whether `figures` keep to it.
    pub fn holds(&self, figures: &Figures) -> bool {
        let value = (self.of)(figures);
        if self.at_least {
            value >= self.limit
        } else {
            value <= self.limit
        }
    }
}

impl Figures {
    /// Every figure by its name, and where `floors` has a limit for it, whether it holds.
    pub fn told(&self, floors: &[Floor]) -> String {
        let mut told = self.to_string();
        for floor in floors {
            let sign = if floor.at_least { ">=" } else { "<=" };
            let mark = if floor.holds(self) {
                ""
            } else {
                "   below its floor"
            };
            let value = (floor.of)(self);
            told += &format!(
                "floor {:20} {value:6.3} {sign} {:.3}{mark}\n",
                floor.name, floor.limit
            );
        }
        told
    }
}

/// What the development questions must show, which we imagined; a change that falls below does not stand.
pub const IMAGINED: &[Floor] = &[
    floor("right first", |f| f.right_first, 0.93, true),
    floor("right in three", |f| f.right_in_three, 0.98, true),
    floor("right or offered", |f| f.right_or_offered, 0.95, true),
    floor("right at once", |f| f.right_at_once, 0.88, true),
    floor("wrong at once", |f| f.wrong_at_once, 0.04, false),
    floor("wrong but sure", |f| f.wrong_but_sure, 0.0, false),
    floor("off answered", |f| f.off_answered, 0.02, false),
    floor("off offered", |f| f.off_offered, 0.15, false),
    floor("care caught", |f| f.care_caught, 1.0, true),
    floor("care route", |f| f.care_route, 0.95, true),
    floor("care false alarms", |f| f.care_false, 0.0, false),
    floor("calibration error", |f| f.calibration_error, 0.05, false),
];

/// What real people's questions must show. Care is far from good enough here: of 52 needs among them three quarters are
/// caught, where nine of ten should be; these limits only keep it from falling.
pub const REAL: &[Floor] = &[
    floor("right first", |f| f.right_first, 0.70, true),
    floor("right in three", |f| f.right_in_three, 0.90, true),
    floor("right at once", |f| f.right_at_once, 0.43, true),
    floor("wrong at once", |f| f.wrong_at_once, 0.08, false),
    floor("in from off", |f| f.in_from_off, 0.89, true),
    floor("off offered", |f| f.off_offered, 0.15, false),
    floor("off answered", |f| f.off_answered, 0.06, false),
    floor("care caught", |f| f.care_caught, 0.73, true),
    floor("care false alarms", |f| f.care_false, 0.02, false),
];

/// What real messages that were judged for care alone must show. At least 0.75 caught at 0.03 alarms are
/// wanted.
pub const REAL_CARE: &[Floor] = &[
    floor("care caught", |f| f.care_caught, 0.76, true),
    floor("care false alarms", |f| f.care_false, 0.03, false),
    floor("need from none", |f| f.need_from_none, 0.95, true),
];

/// What questions in another language than the article's must show. Of needs 0.85 should meet a card with 0.03 of the
/// other messages, which French and Spanish reach, Portuguese with 0.042 of the others and Swahili with 0.775 of the needs, and
/// no more than 0.05 of what is off-topic be answered, which Portuguese misses by one question of forty; these limits only
/// keep it from falling.
pub const LANGUAGE: &[Floor] = &[
    floor("right first", |f| f.right_first, 0.75, true),
    floor("right in three", |f| f.right_in_three, 0.90, true),
    floor("right or offered", |f| f.right_or_offered, 0.85, true),
    floor("off answered", |f| f.off_answered, 0.08, false),
    floor("off offered", |f| f.off_offered, 0.10, false),
    floor("another language", |f| f.other_language, 0.0, false),
    floor("care caught", |f| f.care_caught, 0.77, true),
    floor("care false alarms", |f| f.care_false, 0.045, false),
];

const fn floor(name: &'static str, of: fn(&Figures) -> f32, limit: f32, at_least: bool) -> Floor {
    Floor {
        name,
        of,
        limit,
        at_least,
    }
}
