//! The lines cut at their headings, and put together again as `article.md`.

use super::Found;
use super::draft::{Draft, Line, Role};
use super::known::Match;
use super::left_out::Why;
use super::part::Part;
use super::weak::Weak;
use crate::content::{NAME_LIMIT, SectionId};

/// Cuts the lines of `draft` into the introduction and what stands below each heading.
pub fn cut(draft: &mut Draft) -> Vec<Part> {
    let mut parts = vec![Part {
        heading: None,
        line: 1,
        is_closing: false,
        lines: Vec::new(),
    }];
    for line in std::mem::take(&mut draft.lines) {
        match parts.last_mut() {
            Some(open) if !line.is_heading() => open.lines.push(line),
            _ => parts.push(Part {
                line: line.number,
                heading: Some(line.text),
                is_closing: false,
                lines: Vec::new(),
            }),
        }
    }
    let full: Vec<bool> = parts.iter().map(has_words).collect();
    let last = full.iter().rposition(|full| *full);
    let mut kept = Vec::with_capacity(parts.len());
    for (at, part) in parts.into_iter().enumerate() {
        if full[at] {
            kept.push(from_first_line(part));
            continue;
        }
        if let Some(heading) = &part.heading {
            match last.is_some_and(|last| at < last) {
                true => draft.group(part.line, heading),
                false => draft.leave_out(part.line, heading, Why::EmptyHeading),
            }
        }
        for line in part.lines.iter().filter(|line| !line.is_blank()) {
            draft.leave_out(line.number, &line.text, Why::EmptyHeading);
        }
    }
    kept
}

fn has_words(part: &Part) -> bool {
    let is_named = part.heading.as_deref().is_none_or(|h| !h.trim().is_empty());
    let printed = |line: &Line| matches!(line.role, Role::Text | Role::Code);
    is_named && part.lines.iter().any(printed)
}

/// An introduction begins where its words do.
fn from_first_line(part: Part) -> Part {
    let first = part.lines.iter().find(|line| !line.is_blank());
    let line = match (&part.heading, first) {
        (None, Some(first)) => first.number,
        _ => part.line,
    };
    Part { line, ..part }
}

/// `parts` as `article.md`.
pub fn article_md(title: &str, parts: &[Part]) -> String {
    let mut text = format!("# {title}\n");
    for part in parts {
        if let Some(heading) = &part.heading {
            text.push_str(&format!("\n## {heading}\n"));
        }
        text.push('\n');
        text.push_str(&part.body());
    }
    text
}

/// What was found in `parts`, which have `ids`.
pub fn found(parts: &[Part], ids: &[SectionId], matched: Option<&Match<'_>>) -> Vec<Found> {
    let found = parts.iter().zip(ids).enumerate();
    let found = found.map(|(at, (part, id))| {
        let known = matched.and_then(|matched| matched.section(at));
        let written = known.is_some_and(|known| !known.keywords.is_empty());
        let questions = matched.map_or(0, |matched| matched.questions(at));
        Found {
            id: id.clone(),
            number: part.number(),
            title: part.title().to_owned(),
            line: part.line,
            weak: Weak::of(parts, at, written, questions),
        }
    });
    found.collect()
}

/// A name for each of `parts`: the one that its section has already, or one made of its heading.
pub fn ids(parts: &[Part], matched: Option<&Match<'_>>) -> Vec<SectionId> {
    let known = |at: usize| Some(matched?.section(at)?.id.clone());
    let mut ids: Vec<Option<SectionId>> = (0..parts.len()).map(known).collect();
    for at in 0..parts.len() {
        if ids[at].is_none() {
            ids[at] = Some(name(&parts[at], &ids));
        }
    }
    ids.into_iter().flatten().collect()
}

fn name(part: &Part, taken: &[Option<SectionId>]) -> SectionId {
    let reserved = [SectionId::introduction(), SectionId::closing()];
    let is_taken = |id: &SectionId| taken.iter().flatten().any(|taken| taken == id);
    if part.heading.is_none() {
        return SectionId::introduction();
    }
    if part.is_closing && !is_taken(&SectionId::closing()) {
        return SectionId::closing();
    }
    let made = SectionId::made_of(part.title());
    let free = |id: &SectionId| !is_taken(id) && !reserved.contains(id);
    let counted = (2..).map(|count| with_count(&made, count));
    std::iter::once(made.clone())
        .chain(counted)
        .find(free)
        .expect("the count goes on until a name is free")
}

/// `id` with a number behind it, within the limit of a name.
fn with_count(id: &SectionId, count: usize) -> SectionId {
    let end = format!("-{count}");
    let room = (NAME_LIMIT - end.len()).min(id.as_str().len());
    let begin = id.as_str()[..room].trim_end_matches('-');
    SectionId::new(&format!("{begin}{end}")).expect("a name with digits behind it is a name")
}
