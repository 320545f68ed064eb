//! Which lines a card shows, and in which order: by the need, and within that by the file.

use super::{ANYWHERE, Group, Helplines, Line, Place};
use crate::care::{Detail, Need, Route};

/// So many lines a card shows in full: more overwhelm.
const FULL: usize = 2;

/// So many more it names in a few words each: those for men, for LGBTQ+ people, for a part of the country.
const BRIEF: usize = 4;

/// Whoever tells this has the first line for that group second. The last that is told comes before the others.
const SECOND: [(Detail, Group); 3] = [
    (Detail::Young, Group::Young),
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

impl Helplines {
    /// The lines for `need` in `place`: its own first, and one for everywhere where few are known.
    pub(in crate::care) fn chosen(&self, need: Need, place: Option<&Place>) -> Chosen<'_> {
        let here = place.map(|place| place.id.0.as_str());
        let fits = |line: &&Line| line.fits(need);
        let own = |line: &&Line| Some(line.place.as_str()) == here;
        let mut found: Vec<&Line> = self.lines.iter().filter(own).filter(fits).collect();
        let anywhere = |line: &&Line| line.place == ANYWHERE;
        let anywhere = self.lines.iter().filter(anywhere).filter(fits);
        let (special, usual): (Vec<&Line>, Vec<&Line>) =
            anywhere.partition(|line| line.groups.contains(&Group::Pictures));
        let wanted = match here {
            Some(_) if found.len() < FULL => 1,
            Some(_) => 0,
            None => FULL,
        };
        found.extend(usual.into_iter().take(wanted));
        found.extend(special);
        found.sort_by_key(|line| line.rank(need));
        for (detail, group) in SECOND {
            if need.tells(detail) {
                second(&mut found, group);
            }
        }
        let brief = found.split_off(found.len().min(FULL));
        Chosen {
            full: found,
            brief: brief.into_iter().take(BRIEF).collect(),
        }
    }
}

/// Puts the first line for `group` second, unless one stands first.
fn second(lines: &mut Vec<&Line>, group: Group) {
    let at = lines.iter().position(|line| line.groups.contains(&group));
    if let Some(at) = at.filter(|at| *at > 1) {
        let line = lines.remove(at);
        lines.insert(1, line);
    }
}

impl Line {
    fn fits(&self, need: Need) -> bool {
        let mut alone = ALONE.iter();
        self.routes.contains(&need.route)
            && self.helps.contains(&need.whose)
            && alone.all(|(detail, group)| !self.groups.contains(group) || need.tells(*detail))
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
