//! Which headings begin a section, which stand inside one, and which one is the title.

use super::changed::Mark;
use super::draft::{Draft, Line, Role};
use super::headings;
use super::left_out::Why;
use super::line::bare;
use super::matter::is_foreign;
use crate::content::{HEADING_LIMIT, numbered};

/// More words above the first heading are no menu: they belong to the article. In words.
const ABOVE: usize = 40;

/// So many questions below a heading are sections of their own.
const QUESTIONS: usize = 2;

/// Finds the title and the headings of sections; a text without marked headings may have lines that look like some.
pub fn find(draft: &mut Draft) {
    draft.title = draft.title.take().filter(|title| !is_foreign(title));
    take_title(draft);
    if section_level(&draft.lines).is_none() {
        headings::mark_numbered(draft);
    }
    if section_level(&draft.lines).is_none() {
        headings::mark_by_looks(draft);
        take_first_look(draft);
    }
    let Some(level) = section_level(&draft.lines) else {
        return;
    };
    raise_questions(draft, level);
    lower(draft, level);
}

/// Headings below `level` stand inside a section; one that no message could print is a paragraph.
fn lower(draft: &mut Draft, level: u8) {
    let deeper = draft.lines.iter().filter_map(|line| match line.role {
        Role::Heading(deeper) if deeper > level => Some(deeper),
        _ => None,
    });
    let first = deeper.min().unwrap_or(level);
    for line in &mut draft.lines {
        match line.role {
            Role::Heading(_) if line.text.chars().count() > HEADING_LIMIT => {
                let length = line.text.chars().count();
                draft.notes.push(format!(
                    "line {}: a heading of {length} characters is a paragraph; at most {HEADING_LIMIT} can be one",
                    line.number
                ));
                line.role = Role::Text;
            }
            Role::Heading(deeper) if deeper > level => {
                // `# ` and `## ` are kept for the title and the sections, and Discord knows no fourth.
                line.text = match deeper == first {
                    true => format!("### {}", line.text),
                    false => {
                        draft.changed.note(line.number, Mark::DeepHeading);
                        format!("**{}**", line.text.replace("**", ""))
                    }
                };
                line.role = Role::Subheading;
            }
            _ => (),
        }
    }
}

/// Makes sections of the questions that stand below a heading of `level`, where most headings below it are some.
fn raise_questions(draft: &mut Draft, level: u8) {
    let heads = |line: &Line| matches!(line.role, Role::Heading(own) if own <= level);
    let mut groups: Vec<(usize, usize)> = Vec::new();
    let starts: Vec<usize> = (0..draft.lines.len())
        .filter(|&at| heads(&draft.lines[at]))
        .collect();
    for (at, &start) in starts.iter().enumerate() {
        groups.push((
            start,
            starts.get(at + 1).copied().unwrap_or(draft.lines.len()),
        ));
    }
    for (start, end) in groups {
        let below: Vec<(usize, u8)> = (start + 1..end)
            .filter_map(|at| match draft.lines[at].role {
                Role::Heading(deeper) => Some((at, deeper)),
                _ => None,
            })
            .collect();
        let Some(first) = below.iter().map(|(_, deeper)| *deeper).min() else {
            continue;
        };
        let below: Vec<usize> = below
            .iter()
            .filter(|(_, deeper)| *deeper == first)
            .map(|(at, _)| *at)
            .collect();
        let asks = |at: &&usize| {
            draft.lines[**at]
                .text
                .trim_end()
                .ends_with(['?', '？', '؟'])
        };
        let questions = below.iter().filter(asks).count();
        if questions < QUESTIONS || questions * 2 < below.len() {
            continue;
        }
        let own_words = draft.lines[start + 1..below[0]]
            .iter()
            .any(|line| !line.is_blank());
        for at in below {
            draft.lines[at].role = Role::Heading(level);
        }
        if !own_words {
            let (number, text) = (draft.lines[start].number, draft.lines[start].text.clone());
            draft.group(number, &text);
            draft.lines[start] = Line::blank(number);
        }
    }
}

/// The first heading of level 1 is the title, unless such headings begin the sections or it comes late.
fn take_title(draft: &mut Draft) {
    drop_repeated_title(draft);
    let is_top = |line: &Line| line.role == Role::Heading(1);
    let Some(first) = draft.lines.iter().position(is_top) else {
        return;
    };
    let text = &draft.lines[first].text;
    let only = draft.lines.iter().filter(|line| is_top(line)).count() == 1;
    let above = &draft.lines[..first];
    let leads = above.iter().all(Line::is_blank);
    let late = above.iter().any(Line::is_heading);
    let told = draft.title.as_ref();
    let agrees =
        told.is_none_or(|told| told.contains(text.as_str()) || text.contains(told.as_str()));
    let is_title = numbered(text).0.is_none() && !late && (only || (leads && agrees));
    if !is_title || text.trim().is_empty() || is_foreign(text) {
        return;
    }
    let text = text.clone();
    if let Some(told) = draft.title.replace(text).filter(|_| !agrees) {
        draft.leave_out(1, &told, Why::AboveTitle);
    }
    let above = &draft.lines[..first];
    let words = above
        .iter()
        .map(|line| line.text.split_whitespace().count());
    if words.sum::<usize>() > ABOVE {
        draft.lines.remove(first);
        return;
    }
    let below = draft.lines.split_off(first + 1);
    let above = std::mem::replace(&mut draft.lines, below);
    for line in above[..first].iter().filter(|line| !line.is_blank()) {
        draft.leave_out(line.number, &line.text, Why::AboveTitle);
    }
}

/// Of two lines that look like headings with nothing between, the first is the title.
fn take_first_look(draft: &mut Draft) {
    let mut printed = (0..draft.lines.len()).filter(|&at| !draft.lines[at].is_blank());
    let (Some(first), Some(second)) = (printed.next(), printed.next()) else {
        return;
    };
    let both = draft.lines[first].is_heading() && draft.lines[second].is_heading();
    if both && draft.title.is_none() {
        draft.title = Some(draft.lines.remove(first).text);
    }
}

/// A page that tells its title often prints it once more, above everything.
fn drop_repeated_title(draft: &mut Draft) {
    let first = draft.lines.iter().position(|line| !line.is_blank());
    let (Some(told), Some(first)) = (&draft.title, first) else {
        return;
    };
    let line = &draft.lines[first];
    let text = bare(&line.text).to_owned();
    let heads = matches!(line.role, Role::Text | Role::Heading(_));
    let site = told.strip_prefix(text.as_str()).is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with(['-', '–', '—', '|', ':', '·', '•'])
    });
    let others = draft.lines[first + 1..]
        .iter()
        .any(|other| !other.is_blank());
    if heads && site && others && !text.is_empty() {
        draft.title = Some(text);
        draft.lines.remove(first);
    }
}

/// The level whose headings begin sections: the numbered one, or the highest that has several.
fn section_level(lines: &[Line]) -> Option<u8> {
    let mut all = [0; 7];
    let mut in_order = [0; 7];
    for line in lines {
        if let Role::Heading(level) = line.role {
            let level = usize::from(level.min(6));
            all[level] += 1;
            if numbered(&line.text).0 == Some(in_order[level] + 1) {
                in_order[level] += 1;
            }
        }
    }
    let most_in_order = (1..=6).max_by_key(|&level| (in_order[level], 6 - level));
    let level = most_in_order
        .filter(|&level| in_order[level] > 1)
        .or_else(|| (1..=6).find(|&level| all[level] > 1))
        .or_else(|| (1..=6).find(|&level| all[level] > 0))?;
    u8::try_from(level).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headings: &[(u8, &str)], title: Option<&str>, sections: &[&str]) {
        let mut draft = Draft::default();
        for (level, text) in headings {
            let mut line = Line::of(1, text);
            line.role = Role::Heading(*level);
            draft.lines.extend([line, Line::of(1, "words")]);
        }
        find(&mut draft);
        let found = draft.lines.iter().filter(|line| line.is_heading());
        let found: Vec<&str> = found.map(|line| line.text.as_str()).collect();
        assert_eq!(
            (draft.title.as_deref(), found.as_slice()),
            (title, sections)
        );
    }

    #[test]
    fn sections_begin_at_the_level_that_the_text_uses() {
        check(
            &[(1, "T"), (2, "A"), (3, "a"), (3, "b"), (2, "B")],
            Some("T"),
            &["A", "B"],
        );
        check(&[(1, "T"), (3, "A"), (3, "B")], Some("T"), &["A", "B"]);
        check(
            &[
                (1, "T"),
                (2, "P"),
                (3, "1. A"),
                (3, "2. B"),
                (2, "End"),
                (2, "X"),
            ],
            Some("T"),
            &["P", "1. A", "2. B", "End", "X"],
        );
        check(&[(1, "1. A"), (1, "2. B")], None, &["1. A", "2. B"]);
        check(&[(1, "T"), (1, "A"), (1, "B")], Some("T"), &["A", "B"]);
        check(&[(1, "T")], Some("T"), &[]);
        check(&[(2, "A"), (1, "T"), (2, "B")], None, &["A", "T", "B"]);
        check(
            &[(2, "A"), (3, "a?"), (3, "b?"), (2, "B")],
            None,
            &["A", "a?", "b?", "B"],
        );
    }
}
