//! Which headings begin a section, which stand inside one, and which one is the title.

use super::draft::{Draft, Line, Role};
use super::left_out::Why;
use super::matter::is_foreign;
use super::plain;
use crate::content::{HEADING_LIMIT, numbered};

/// Finds the title and the headings of sections; a text without marked headings may have numbered lines.
pub fn find(draft: &mut Draft) {
    draft.title = draft.title.take().filter(|title| !is_foreign(title));
    take_title(draft);
    match section_level(&draft.lines) {
        None => plain::mark_headings(&mut draft.lines),
        Some(level) => {
            for line in &mut draft.lines {
                lower(line, level);
            }
        }
    }
}

/// Headings below `level` stand inside a section; one that no message could print is a paragraph.
fn lower(line: &mut Line, level: u8) {
    match line.role {
        Role::Heading(_) if line.text.chars().count() > HEADING_LIMIT => line.role = Role::Text,
        Role::Heading(deeper) if deeper > level => {
            // `# ` and `## ` are kept for the title and the sections.
            let marks = "#".repeat(usize::from(deeper.max(3)));
            line.text = format!("{marks} {}", line.text);
            line.role = Role::Subheading;
        }
        _ => (),
    }
}

/// The first heading of level 1 is the title, unless such headings begin the sections.
fn take_title(draft: &mut Draft) {
    let is_top = |line: &Line| line.role == Role::Heading(1);
    let Some(first) = draft.lines.iter().position(is_top) else {
        return;
    };
    let text = &draft.lines[first].text;
    let only = draft.lines.iter().filter(|line| is_top(line)).count() == 1;
    let leads = draft.lines[..first].iter().all(Line::is_blank);
    let told = draft.title.as_ref();
    let agrees = told.is_none_or(|told| told.contains(text.as_str()));
    let is_title = numbered(text).0.is_none() && (only || (leads && agrees));
    if !is_title || text.trim().is_empty() || is_foreign(text) {
        return;
    }
    draft.title = Some(text.clone());
    let below = draft.lines.split_off(first + 1);
    let above = std::mem::replace(&mut draft.lines, below);
    for line in above[..first].iter().filter(|line| !line.is_blank()) {
        draft.leave_out(line.number, &line.text, Why::AboveTitle);
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
    }
}
