//! The figures of one evaluation, and the floors they must not fall below.

use super::apart::apart;
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
    /// Messages that need none, of which nobody said more.
    pub questions_calm: usize,
    /// A right section ranks first.
    pub right_first: f32,
    /// A right section is among the first three.
    pub right_in_three: f32,
    /// A right section was quoted or offered.
    pub right_or_offered: f32,
    /// Another section was quoted, surely or not.
    pub wrong_at_once: f32,
    /// Another section was quoted as if it answered.
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
    /// Messages whose writers were asked for another language.
    pub other_language: f32,
    /// How well belief tells what the article answers from what it does not (AUROC).
    pub in_from_off: f32,
    /// How well the nearness to a card tells need from none (AUROC).
    pub need_from_none: f32,
    /// Sections were offered to choose from, of the questions that the article answers.
    pub asked_back: f32,
    /// A right section was quoted at once.
    pub right_at_once: f32,
    /// Expected calibration error of the first section's probability.
    pub calibration_error: f32,
    /// Excerpts of which somebody labelled the line that answers.
    pub lines: usize,
    /// Of those, the excerpts that hold it.
    pub line_quoted: f32,
    /// Questions of which somebody labelled the section and its line.
    pub labelled: usize,
    /// Of those, the ones for which an excerpt of that section would hold the line.
    pub line_chosen: f32,
    /// Half of the answers took less.
    pub micros_median: f32,
    /// All but one in a hundred took less.
    pub micros_p99: f32,
    #[serde(skip)]
    calibration: Calibration,
}

impl Figures {
    /// Counts what was judged.
    pub fn of(judged: &[Judged]) -> Figures {
        let kind =
            |kind| -> Vec<&Judged> { judged.iter().filter(|j| j.question.kind == kind).collect() };
        let (inside, off, care) = (kind(Kind::In), kind(Kind::Off), kind(Kind::Care));
        let calm_only = kind(Kind::Calm);
        let caught: Vec<&Judged> = care.iter().copied().filter(|j| is_care(j)).collect();
        let others: Vec<&Judged> = inside
            .iter()
            .chain(&off)
            .chain(&calm_only)
            .copied()
            .collect();
        let everything: Vec<&Judged> = judged.iter().collect();
        let judged_for_matter = inside.iter().chain(&off);
        let calm = judged_for_matter.filter(|j| !j.ranked.is_empty());
        let said: Vec<(f32, bool)> = calm.map(|j| (j.sure, j.right_within(1))).collect();
        let calibration = Calibration::of(&said);
        let lines: Vec<&Judged> = judged.iter().filter(|j| j.line.is_some()).collect();
        let labelled = judged.iter().filter(|j| j.chosen.is_some());
        let labelled: Vec<&Judged> = labelled.collect();
        let mut nanos: Vec<u64> = judged.iter().map(|j| j.nanos).collect();
        nanos.sort_unstable();
        Figures {
            questions_in: inside.len(),
            questions_off: off.len(),
            questions_care: care.len(),
            questions_calm: calm_only.len(),
            right_first: share(&inside, |j| j.right_within(1)),
            right_in_three: share(&inside, |j| j.right_within(3)),
            right_or_offered: share(&inside, Judged::right_or_offered),
            wrong_at_once: share(&inside, Judged::wrong_at_once),
            wrong_but_sure: share(&inside, Judged::wrong_but_sure),
            off_answered: share(&off, |j| j.quoted().is_some()),
            off_offered: share(&off, |j| matches!(j.outcome, Outcome::Offered(_))),
            care_caught: share(&care, is_care),
            care_route: share(&caught, right_route),
            care_false: share(&others, is_care),
            other_language: share(&everything, |j| j.outcome == Outcome::OtherLanguage),
            in_from_off: apart(&scores(&inside, inside_of), &scores(&off, inside_of)),
            need_from_none: apart(&scores(&care, |j| j.need), &scores(&others, |j| j.need)),
            asked_back: share(&inside, |j| matches!(j.outcome, Outcome::Offered(_))),
            right_at_once: share(&inside, Judged::right_at_once),
            calibration_error: calibration.error,
            lines: lines.len(),
            line_quoted: share(&lines, |j| j.line == Some(true)),
            labelled: labelled.len(),
            line_chosen: share(&labelled, |j| j.chosen == Some(true)),
            micros_median: quantile(&nanos, 0.5),
            micros_p99: quantile(&nanos, 0.99),
            calibration,
        }
    }
}

fn inside_of(judged: &Judged) -> f32 {
    1.0 - judged.elsewhere
}

fn scores(judged: &[&Judged], score: impl Fn(&Judged) -> f32) -> Vec<f32> {
    judged.iter().map(|j| score(j)).collect()
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

/// One figure of them all.
type Figure = fn(&Figures) -> f32;

/// What every figure is called; times and counts stand apart.
const NAMED: &[(&str, Figure)] = &[
    ("right first", |f| f.right_first),
    ("right in three", |f| f.right_in_three),
    ("right or offered", |f| f.right_or_offered),
    ("right at once", |f| f.right_at_once),
    ("asked back", |f| f.asked_back),
    ("wrong at once", |f| f.wrong_at_once),
    ("wrong but sure", |f| f.wrong_but_sure),
    ("off answered", |f| f.off_answered),
    ("off offered", |f| f.off_offered),
    ("another language", |f| f.other_language),
    ("in from off", |f| f.in_from_off),
    ("care caught", |f| f.care_caught),
    ("care route", |f| f.care_route),
    ("care false alarms", |f| f.care_false),
    ("need from none", |f| f.need_from_none),
    ("calibration error", |f| f.calibration_error),
];

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} questions the article answers, {} it does not, {} that need a person, {} that need none",
            self.questions_in, self.questions_off, self.questions_care, self.questions_calm
        )?;
        for (name, of) in NAMED {
            writeln!(f, "{name:20} {:6.3}", of(self))?;
        }
        if self.lines > 0 {
            writeln!(
                f,
                "{:20} {:6.3}   of {} excerpts",
                "line quoted", self.line_quoted, self.lines
            )?;
        }
        if self.labelled > 0 {
            writeln!(
                f,
                "{:20} {:6.3}   of {} questions, their section given",
                "line chosen", self.line_chosen, self.labelled
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
