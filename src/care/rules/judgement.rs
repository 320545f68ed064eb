//! From the signs that stand in a message to what it needs.

use super::{Found, Rule, Strength};
use crate::care::{Details, Route, Signal, Whose};
use std::collections::BTreeSet;

/// What the rules say of a message.
pub(in crate::care) struct Judgement {
    /// The points of the weaker signs together.
    pub(in crate::care) points: u64,
    /// Whether anything was met that speaks of a child.
    pub(in crate::care) minor: bool,
    /// What else the message tells, whatever it needs.
    pub(in crate::care) details: Details,
    /// What the rules would answer.
    pub(in crate::care) signal: Option<Signal>,
    /// What those rules answer that nobody may overrule.
    pub(in crate::care) certain: Option<Signal>,
}

impl Judgement {
    /// What `found` says; weaker signs call for a card from `enough` points on.
    pub(super) fn of(rules: &[Rule], enough: u64, found: &[Found]) -> Judgement {
        let met: BTreeSet<usize> = found.iter().map(|found| found.rule).collect();
        let met: Vec<&Rule> = met.into_iter().map(|rule| &rules[rule]).collect();
        let told = met.iter().map(|rule| rule.tells);
        let details = told.fold(Details::default(), Details::and);
        let signal = |route: Option<Route>| {
            let signal = signal(rules, route?, found)?;
            Some(Signal { details, ..signal })
        };
        let certain = decided(&met, Strength::Certain);
        let decided = decided(&met, Strength::Strong);
        Judgement {
            points: met.iter().map(|rule| rule.points()).sum(),
            minor: met.iter().any(|rule| rule.route == Route::Minor),
            details,
            signal: signal(decided.or_else(|| outweighed(&met, enough))),
            certain: signal(certain),
        }
    }
}

impl Rule {
    fn points(&self) -> u64 {
        match self.strength {
            Strength::Weak(points) => points,
            Strength::Certain | Strength::Strong => 0,
        }
    }
}

/// The first route for which a rule decides alone that is no weaker than `least`.
fn decided(met: &[&Rule], least: Strength) -> Option<Route> {
    let alone = met.iter().filter(|rule| rule.strength <= least);
    alone.map(|rule| rule.route).min()
}

/// The first route whose weaker signs together weigh enough.
fn outweighed(met: &[&Rule], enough: u64) -> Option<Route> {
    Route::ALL.into_iter().find(|route| {
        let signs = met.iter().filter(|rule| rule.route == *route);
        signs.map(|rule| rule.points()).sum::<u64>() >= enough
    })
}

/// The strongest of the rules that call for `route`, and where the words stand that it met.
fn signal(rules: &[Rule], route: Route, found: &[Found]) -> Option<Signal> {
    let of_route = |found: &&Found| rules[found.rule].route == route;
    let strongest = found.iter().filter(of_route).min_by_key(|found| {
        let rule = &rules[found.rule];
        (
            matches!(rule.strength, Strength::Weak(_)),
            order(rule),
            found.rule,
        )
    })?;
    let rule = &rules[strongest.rule];
    let spoke = found.iter().filter(|found| match rule.strength {
        Strength::Certain | Strength::Strong => found.rule == strongest.rule,
        Strength::Weak(_) => of_route(found),
    });
    Some(Signal {
        route,
        whose: rule.whose,
        details: Details::default(),
        rule: rule.id.clone(),
        spans: spoke.map(|found| found.span).collect(),
    })
}

/// Whose need comes first. An adult who tells of somebody under 18 must never read what a child should.
fn order(rule: &Rule) -> (bool, Whose) {
    let adult = rule.route == Route::Minor && rule.whose == Whose::Done;
    (!adult, rule.whose)
}
