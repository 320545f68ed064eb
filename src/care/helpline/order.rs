//! Which lines a card shows, and in which order: by the need, and within that by the file.

use super::{ANYWHERE, Group, Helplines, Line, Place};
use crate::care::{Detail, Need, Route, Whose};

/// So many lines a card shows in full: more overwhelm.
const FULL: usize = 2;

/// So many more it names in a few words each: those for men, for LGBTQ+ people, for a part of the country.
const BRIEF: usize = 4;

/// Whoever tells this has the first line for that group second, before any line for children. The last that is told comes
/// before the others.
const SECOND: [(Detail, Group); 2] = [
    (Detail::Pictures, Group::Pictures),
    (Detail::Taken, Group::Taken),
];

/// The groups whose lines nobody else has: a line for what was swallowed is none for what bleeds.
const ALONE: [(Detail, Group); 2] = [
    (Detail::Pictures, Group::Pictures),
    (Detail::Taken, Group::Taken),
];

/// The lines of a card.
#[derive(Debug, Default)]
pub(in crate::care) struct Chosen<'h> {
    /// With everything about them.
    pub(in crate::care) full: Vec<&'h Line>,
    /// In a few words.
    pub(in crate::care) brief: Vec<&'h Line>,
}

impl Chosen<'_> {
    /// Whether somebody answers, and not only a list of those who may.
    pub(in crate::care) fn is_answered(&self) -> bool {
        self.full.iter().any(|line| line.place != ANYWHERE)
    }
}

impl Helplines {
    /// The lines for `need` in `place`: its own first, and one for everywhere where few are known.
    pub(in crate::care) fn chosen(&self, need: Need, place: Option<&Place>) -> Chosen<'_> {
        let here = place.map(|place| place.id.0.as_str());
        let fits = |line: &&Line| line.fits(need);
        let own = || {
            let lines = self.lines.iter();
            lines.filter(|line| Some(line.place.as_str()) == here)
        };
        let mut found: Vec<&Line> = own().filter(fits).collect();
        let anywhere = |line: &&Line| line.place == ANYWHERE;
        let anywhere = self.lines.iter().filter(anywhere).filter(fits);
        let (special, usual): (Vec<&Line>, Vec<&Line>) =
            anywhere.partition(|line| line.groups.contains(&Group::Pictures));
        let wanted = match here {
            Some(_) if found.len() < FULL || found.iter().all(|line| line.is_childrens()) => 1,
            Some(_) => 0,
            None => FULL,
        };
        found.extend(usual.into_iter().take(wanted));
        found.extend(special);
        found.sort_by_key(|line| line.rank(need));
        if need.is_a_childs() {
            let childs = own().filter_map(|line| Some((line.childs(need)?, line)));
            let nearest = childs.min_by_key(|(distance, _)| *distance);
            second(&mut found, nearest.map(|(_, line)| line));
        } else if need.route != Route::Minor
            && let Some(at) = found.iter().position(|line| !line.is_childrens())
        {
            // No child's line is the first for whoever is no child.
            found[..=at].rotate_right(1);
        }
        for (detail, group) in SECOND {
            if need.tells(detail) {
                let mut lines = found.iter().copied();
                let line = lines.find(|line| line.groups.contains(&group));
                second(&mut found, line);
            }
        }
        let brief = found.split_off(found.len().min(FULL));
        Chosen {
            full: found,
            brief: brief.into_iter().take(BRIEF).collect(),
        }
    }
}

/// Puts `line` second, unless it stands first.
fn second<'h>(lines: &mut Vec<&'h Line>, line: Option<&'h Line>) {
    let is = |other: &&Line| line.is_some_and(|line| line.id == other.id);
    if let Some(line) = line.filter(|_| !lines.first().is_some_and(is)) {
        lines.retain(|other| !is(other));
        lines.insert(lines.len().min(1), line);
    }
}

impl Need {
    /// Whether a child asks for help. For a body in danger there are no lines but for what was taken: help must come at
    /// once. Whoever may have harmed has lines of their own, and those that are known take adults.
    fn is_a_childs(self) -> bool {
        let hurt = self.route != Route::Medical && self.whose != Whose::Done;
        self.tells(Detail::Young) && hurt
    }
}

impl Line {
    fn fits(&self, need: Need) -> bool {
        let mut alone = ALONE.iter();
        self.routes.contains(&need.route)
            && self.helps.contains(&need.whose)
            && alone.all(|(detail, group)| !self.groups.contains(group) || need.tells(*detail))
    }

    /// Whether it answers the young alone.
    fn is_childrens(&self) -> bool {
        self.groups.contains(&Group::Young) && !self.groups.contains(&Group::Women)
    }

    /// How far it is from a line for every child, where a child with `need` may turn to it; the lower, the nearer. What
    /// answers whoever is under 18 listens to them whatever the need.
    fn childs(&self, need: Need) -> Option<(bool, bool, bool)> {
        let answers = self.routes.contains(&Route::Minor) && self.helps.contains(&need.whose);
        let (others, few) = (!self.is_childrens(), self.groups.len() > 1);
        let elsewhere = !self.routes.contains(&need.route);
        answers.then_some((others, few, elsewhere))
    }

    /// The lower, the earlier: whom it is for, how much of the country, and whether it can be reached without a voice.
    fn rank(&self, need: Need) -> (u8, bool) {
        let youth = self.groups.contains(&Group::Young);
        let whom = match (need.route, youth) {
            // What is everywhere lists lines or takes pictures down: it comes after those who answer in the place.
            _ if self.place == ANYWHERE => 4,
            (Route::Minor, true) => 0,
            _ if self.regional => 3,
            _ if self.groups.is_empty() => 1,
            _ => 2,
        };
        // Whoever is hit may not be able to speak: the other one is in the next room.
        let aloud = need.route == Route::Violence && !self.ways.are_silent();
        (whom, aloud)
    }
}
