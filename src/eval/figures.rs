//! The figures of one evaluation, and the floors they must not fall below.

use super::question::Kind;
use super::{Calibration, Judged, Outcome};
use serde::Serialize;
use std::fmt;

/// What a set of labelled questions shows. Shares are from 0 to 1; times in microseconds.
#[derive(Clone, Debug, Serialize)]
pub struct Figures {
    /// Questions that the article answers.
    pub questions_in: usize,
    /// Questions that it does not.
    pub questions_off: usize,
    /// Messages that need a person first.
    pub questions_care: usize,
    /// A right section ranks first.
    pub right_first: f32,
    /// A right section is among the first three.
    pub right_in_three: f32,
    /// A right section was quoted or offered.
    pub right_or_offered: f32,
    /// Another section was quoted.
    pub wrong_but_sure: f32,
    /// Something was quoted although the article is silent.
    pub off_answered: f32,
    /// Choices were offered although the article is silent.
    pub off_offered: f32,
    /// Messages in need that got a card.
    pub care_caught: f32,
    /// Cards of the right route, among those caught.
    pub care_route: f32,
    /// Other messages that got a card.
    pub care_false: f32,
    /// Expected calibration error of the first section's probability.
    pub calibration_error: f32,
    /// Excerpts of which somebody labelled the line that answers.
    pub lines: usize,
    /// Of those, the excerpts that hold it.
    pub line_quoted: f32,
    /// Half of the answers took less.
    pub micros_median: f32,
    /// All but one in a hundred took less.
    pub micros_p99: f32,
    #[serde(skip)]
    calibration: Calibration,
}

/// A figure's limit on the development questions.
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

/// What the development questions must show; a change that falls below does not stand.
pub const FLOORS: &[Floor] = &[
    floor("right first", |f| f.right_first, 0.93, true),
    floor("right in three", |f| f.right_in_three, 0.98, true),
    floor("right or offered", |f| f.right_or_offered, 0.95, true),
    floor("wrong but sure", |f| f.wrong_but_sure, 0.03, false),
    floor("off answered", |f| f.off_answered, 0.02, false),
    floor("off offered", |f| f.off_offered, 0.15, false),
    floor("care caught", |f| f.care_caught, 1.0, true),
    floor("care route", |f| f.care_route, 0.95, true),
    floor("care false alarms", |f| f.care_false, 0.0, false),
    floor("calibration error", |f| f.calibration_error, 0.05, false),
];

const fn floor(name: &'static str, of: fn(&Figures) -> f32, limit: f32, at_least: bool) -> Floor {
    Floor {
        name,
        of,
        limit,
        at_least,
    }
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
    /// Counts what was judged.
    pub fn of(judged: &[Judged]) -> Figures {
        let kind =
            |kind| -> Vec<&Judged> { judged.iter().filter(|j| j.question.kind == kind).collect() };
        let (inside, off, care) = (kind(Kind::In), kind(Kind::Off), kind(Kind::Care));
        let caught: Vec<&Judged> = care.iter().copied().filter(|j| is_care(j)).collect();
        let others: Vec<&Judged> = inside.iter().chain(&off).copied().collect();
        let calm = others.iter().filter(|j| !j.ranked.is_empty());
        let said: Vec<(f32, bool)> = calm.map(|j| (j.sure, j.right_within(1))).collect();
        let calibration = Calibration::of(&said);
        let lines: Vec<&Judged> = judged.iter().filter(|j| j.line.is_some()).collect();
        let mut nanos: Vec<u64> = judged.iter().map(|j| j.nanos).collect();
        nanos.sort_unstable();
        Figures {
            questions_in: inside.len(),
            questions_off: off.len(),
            questions_care: care.len(),
            right_first: share(&inside, |j| j.right_within(1)),
            right_in_three: share(&inside, |j| j.right_within(3)),
            right_or_offered: share(&inside, Judged::right_or_offered),
            wrong_but_sure: share(&inside, Judged::wrong_but_sure),
            off_answered: share(&off, |j| matches!(j.outcome, Outcome::Quoted(_))),
            off_offered: share(&off, |j| matches!(j.outcome, Outcome::Offered(_))),
            care_caught: share(&care, is_care),
            care_route: share(&caught, right_route),
            care_false: share(&others, is_care),
            calibration_error: calibration.error,
            lines: lines.len(),
            line_quoted: share(&lines, |j| j.line == Some(true)),
            micros_median: quantile(&nanos, 0.5),
            micros_p99: quantile(&nanos, 0.99),
            calibration,
        }
    }
}

fn is_care(judged: &Judged) -> bool {
    matches!(judged.outcome, Outcome::Care(_))
}

/// Whether the card's route is the labelled one; labels write `selfharm` for `self-harm`.
fn right_route(judged: &Judged) -> bool {
    matches!(judged.outcome, Outcome::Care(route) if route.replace('-', "") == judged.question.style.replace('-', ""))
}

/// The share of `judged` for which `is` holds; none counts as 0.
fn share(judged: &[&Judged], is: impl Fn(&Judged) -> bool) -> f32 {
    judged.iter().filter(|j| is(j)).count() as f32 / judged.len().max(1) as f32
}

/// The value below which `part` of the sorted `nanos` lie, in microseconds.
fn quantile(nanos: &[u64], part: f32) -> f32 {
    let at = (nanos.len() as f32 * part) as usize;
    nanos
        .get(at.min(nanos.len().saturating_sub(1)))
        .map_or(0.0, |n| *n as f32 / 1000.0)
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} questions the article answers, {} it does not, {} that need a person",
            self.questions_in, self.questions_off, self.questions_care
        )?;
        for floor in FLOORS {
            let sign = if floor.at_least { ">=" } else { "<=" };
            let mark = if floor.holds(self) {
                ""
            } else {
                "   below its floor"
            };
            writeln!(
                f,
                "{:20} {:6.3}   floor {sign} {:.2}{mark}",
                floor.name,
                (floor.of)(self),
                floor.limit
            )?;
        }
        if self.lines > 0 {
            writeln!(
                f,
                "{:20} {:6.3}   of {} excerpts",
                "line quoted", self.line_quoted, self.lines
            )?;
        }
        writeln!(f, "{:20} {:6.1} us", "median", self.micros_median)?;
        writeln!(f, "{:20} {:6.1} us", "p99", self.micros_p99)?;
        writeln!(f, "\nsaid      count   mean said   were right")?;
        for (bin, (count, said, right)) in self.calibration.bins.iter().enumerate() {
            let from = bin as f32 / 10.0;
            writeln!(
                f,
                "{from:.1}-{:.1}   {count:5}       {said:.3}        {right:.3}",
                from + 0.1
            )?;
        }
        Ok(())
    }
}
