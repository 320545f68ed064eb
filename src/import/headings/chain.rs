//! Which numbered lines are headings, and which are the steps of a list.

use super::label::{Kind, label};
use super::{FEWEST, SHORT};
use crate::import::draft::{Line, Role};
use crate::import::line::bare;
use std::collections::HashMap;

/// A number that is missing between two headings was forgotten; more are another list.
const MISSING: u32 = 2;

/// What one missing number takes from a chain's worth: a chain without gaps is the better one.
const GAP: u32 = 300;

/// A numbered line that could be a heading.
struct Candidate {
    at: usize,
    number: u32,
    kind: Kind,
    looks: u32,
}

/// The positions of the headings among `lines`: short numbered lines with words below them, whose
/// numbers run 1, 2, 3 … through the text. A run of them with nothing between is a list.
pub fn numbered_headings(lines: &[Line]) -> Vec<usize> {
    let chain = best_chain(&candidates(lines));
    if chain.len() < FEWEST {
        return Vec::new();
    }
    chain
}

fn candidates(lines: &[Line]) -> Vec<Candidate> {
    let printed: Vec<(usize, &Line)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_blank())
        .collect();
    let number = |at: usize| printed.get(at).and_then(|(_, line)| number_of(line));
    let mut found = Vec::new();
    for (at, (position, line)) in printed.iter().enumerate() {
        let Some((value, kind)) = number(at) else {
            continue;
        };
        let next = number(at + 1).map(|(next, _)| next);
        let is_last_line = at + 1 == printed.len();
        if is_last_line || next == value.checked_add(1) {
            continue;
        }
        let before = at.checked_sub(1).and_then(number);
        let ends_a_list = before.is_some_and(|(before, _)| before.checked_add(1) == Some(value));
        let after_blank = position.checked_sub(1).is_none_or(|b| lines[b].is_blank());
        found.push(Candidate {
            at: *position,
            number: value,
            kind,
            looks: looks(&line.text, ends_a_list, after_blank),
        });
    }
    found
}

/// The number of a short line, and how it is written.
fn number_of(line: &Line) -> Option<(u32, Kind)> {
    let heading = bare(&line.text);
    if line.role != Role::Text || heading.chars().count() > SHORT {
        return None;
    }
    let label = label(heading).filter(|label| label.has_words)?;
    Some((label.number, label.kind))
}

/// How much a numbered line looks like a heading. A longer chain beats any looks.
fn looks(text: &str, ends_a_list: bool, after_blank: bool) -> u32 {
    let heading = bare(text);
    let is_sentence = heading.ends_with(['.', ',', ';', '…']);
    1000 + 8 * u32::from(!is_sentence)
        + 4 * u32::from(!ends_a_list)
        + 2 * u32::from(after_blank)
        + u32::from(heading.chars().count() <= SHORT / 2)
}

/// The chain 1, 2, 3 … through `candidates` that is the longest and, among those, looks best.
fn best_chain(candidates: &[Candidate]) -> Vec<usize> {
    let mut before: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    let mut worth: Vec<u32> = Vec::with_capacity(candidates.len());
    let mut best: HashMap<(u32, &Kind), usize> = HashMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let ways = (1..=1 + MISSING).filter_map(|step| {
            let number = candidate.number.checked_sub(step)?;
            let previous = *best.get(&(number, &candidate.kind))?;
            Some((worth[previous].saturating_sub((step - 1) * GAP), previous))
        });
        let previous = ways
            .max_by_key(|(worth, _)| *worth)
            .filter(|_| candidate.number > 1);
        let reached = candidate.number == 1 || previous.is_some();
        let so_far = previous.map_or(0, |(worth, _)| worth);
        before.push(previous.map(|(_, at)| at));
        worth.push(if reached { so_far + candidate.looks } else { 0 });
        if !reached {
            continue;
        }
        let place = best
            .entry((candidate.number, &candidate.kind))
            .or_insert(at);
        if worth[at] > worth[*place] {
            *place = at;
        }
    }
    let mut next = (0..candidates.len()).max_by_key(|&at| (worth[at], usize::MAX - at));
    next = next.filter(|&at| worth[at] > 0);
    let mut chain = Vec::new();
    while let Some(at) = next {
        chain.push(candidates[at].at);
        next = before[at];
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        super::super::tests::check(numbered_headings, text, expected);
    }

    #[test]
    fn headings_run_through_the_text() {
        check(
            "intro\n1. One\na\n2. Two\nb\n3. Three\nc",
            &["1. One", "2. Two", "3. Three"],
        );
        check(
            "**1) One**\na\n\n**2) Two**\n\nb",
            &["**1) One**", "**2) Two**"],
        );
    }

    #[test]
    fn the_steps_of_a_list_are_no_headings() {
        check("Do this:\n1. Wait\n2. Ask\n3. Leave\nThen rest.", &[]);
        check(
            "1. One\nDo:\n1. Wait.\n2. Ask.\nthen\n2. Two\nb",
            &["1. One", "2. Two"],
        );
        check(
            "1. One\n2. Two\n3. Three\n\n1. One\na\n2. Two\nb\n3. Three\nc",
            &["1. One", "2. Two", "3. Three"],
        );
        check(
            "1. One\na\n\n2. Two\n1. Wait a little.\nas long as it takes\n2. Ask him.\nonce\n3. Leave it.\nyes\n\n3. Three\nb\n\n4. Four\nc",
            &["1. One", "2. Two", "3. Three", "4. Four"],
        );
    }

    #[test]
    fn a_number_may_be_missing_and_may_be_written_in_many_ways() {
        check(
            "1. One\na\n2. Two\nb\n4. Four\nc",
            &["1. One", "2. Two", "4. Four"],
        );
        check(
            "Reason 1: One\na\nReason 2: Two\nb",
            &["Reason 1: One", "Reason 2: Two"],
        );
        check("I. One\na\nII. Two\nb", &["I. One", "II. Two"]);
        check("Article 1\na\n\nArticle 2\nb", &["Article 1", "Article 2"]);
    }

    #[test]
    fn numbers_that_do_not_run_on_are_no_headings() {
        check("2. Two\na\n4. Four\nb", &[]);
        check("1. One\na\n9. Nine\nb", &[]);
        check("2. Two\na\n3. Three\nb", &[]);
        check("1. One\na", &[]);
        check("1. One\na\n2) Two\nb", &[]);
        check("1. One\na\n2. Two", &[]);
    }
}
