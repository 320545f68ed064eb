//! What stands around an article without being part of it: related links, support, shares, comments.

mod signs;

use super::closing;
use super::draft::{Draft, Line, Role};
use super::left_out::Why;
use super::line::{begins_small, ends_a_sentence};
use crate::content::{Forbidden, forbidden, is_item, numbered};
use crate::text::words;
use signs::{Reach, leads, sign, unmarked};
use std::collections::HashSet;

/// A slogan is shorter than a paragraph. In characters.
const TAGLINE_LIMIT: usize = 60;

/// A shorter line is a label, not prose. In words.
const PROSE: usize = 4;

/// Moves what is no part of the article from the lines of `draft` to what it leaves out.
pub fn leave_out(draft: &mut Draft) {
    leave_out_tagline(draft);
    let lines = std::mem::take(&mut draft.lines);
    let contents = headings_as_words(&lines);
    let foot = foot(&lines);
    let mut state = State {
        last: last_heading(&lines),
        ..State::default()
    };
    for at in 0..lines.len() {
        let line = &lines[at];
        let why = state.pass(&lines, at, &contents, foot);
        match why {
            Some(why) if !line.is_blank() => draft.leave_out(line.number, &line.text, why),
            Some(_) => (),
            None => draft.lines.push(line.clone()),
        }
    }
}

/// Where the contact lines at the end begin, if the section above them has words of its own.
fn foot(lines: &[Line]) -> usize {
    let contact = |line: &Line| line.is_blank() || forbidden(&line.text).is_some();
    let Some(last) = lines.iter().rposition(|line| !contact(line)) else {
        return lines.len();
    };
    match lines[last].role {
        Role::Text | Role::Code => last + 1,
        _ => lines.len(),
    }
}

/// The position of the last heading that begins a section of the article itself.
fn last_heading(lines: &[Line]) -> Option<usize> {
    lines
        .iter()
        .rposition(|line| line.is_heading() && sign(&line.text).is_none())
}

/// A short line in small letters above a paragraph is no title, and no sentence goes on below it.
pub fn leave_out_tagline(draft: &mut Draft) {
    let mut printed = draft
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_blank());
    let (Some((first, line)), Some((_, next))) = (printed.next(), printed.next()) else {
        return;
    };
    let text = line.text.trim();
    let short = text.chars().count() <= TAGLINE_LIMIT && !text.ends_with([':', ',']);
    let above_paragraph = next.role == Role::Text && !is_item(&next.text);
    let ends = above_paragraph && !begins_small(&next.text);
    if line.role == Role::Text && begins_small(text) && short && ends {
        let line = draft.lines.remove(first);
        draft.leave_out(line.number, &line.text, Why::Tagline);
    }
}

/// Whether `text` cannot be an article's title.
pub fn is_foreign(text: &str) -> bool {
    sign(text).is_some() || forbidden(text).is_some()
}

/// The words of every heading, with and without its number.
fn headings_as_words(lines: &[Line]) -> HashSet<Vec<String>> {
    let headings = lines.iter().filter(|line| line.is_heading());
    headings
        .flat_map(|line| [folded(&line.text), folded(numbered(&line.text).1)])
        .collect()
}

/// Where in the text we are.
#[derive(Default)]
struct State {
    number: Option<u32>,
    in_sections: bool,
    foreign: Option<(Reach, Why)>,
    /// The position of the last heading of the article itself.
    last: Option<usize>,
}

impl State {
    /// Why the line at `at` is no part of the article, if it is none.
    fn pass(
        &mut self,
        lines: &[Line],
        at: usize,
        contents: &HashSet<Vec<String>>,
        foot: usize,
    ) -> Option<Why> {
        let line = &lines[at];
        if line.is_blank() {
            return self
                .foreign
                .map(|(_, why)| why)
                .filter(|_| !self.keeps_prose());
        }
        if line.role == Role::Code {
            return self
                .foreign
                .filter(|_| !self.keeps_prose())
                .map(|(_, why)| why);
        }
        if let Some((reach, why)) = sign(&line.text)
            && !self.is_section(lines, at, why)
        {
            return Some(self.meet(line, at, reach, why));
        }
        if line.is_heading() {
            return self.enter(line);
        }
        if line.role == Role::Subheading && !matches!(self.foreign, Some((Reach::Rest, _))) {
            self.foreign = None;
        }
        if let Some((_, why)) = self.foreign {
            if !self.keeps_prose() || !is_prose(line) {
                return Some(why);
            }
            self.foreign = None;
        }
        let repeats = !self.in_sections && contents.contains(&folded(unmarked(&line.text)));
        let contact = || forbidden(&line.text).filter(|_| at >= foot).map(Why::from);
        repeats
            .then_some(Why::Contents)
            .or_else(contact)
            .or_else(|| unfit(line))
            .or_else(|| leads_away(lines, at).then_some(Why::Related))
    }

    /// Whether what is foreign ends at the first sentence: what a button shares is no prose.
    fn keeps_prose(&self) -> bool {
        matches!(self.foreign, Some((Reach::List, _)))
    }

    /// Whether a heading that may begin a list of sources begins a section of prose.
    fn is_section(&self, lines: &[Line], at: usize, why: Why) -> bool {
        if why != Why::Sources || !lines[at].is_heading() {
            return false;
        }
        let below = lines[at + 1..].iter().take_while(|line| !line.is_heading());
        let mut below = below.filter(|line| !line.is_blank()).peekable();
        below.peek().is_some()
            && below.all(|line| is_prose(line) && !is_item(&line.text) && !line.is_link)
    }

    /// A sign of foreign matter; above the first section it says nothing about what follows.
    fn meet(&mut self, line: &Line, at: usize, reach: Reach, why: Why) -> Why {
        let before = self.foreign.map(|(before, _)| before);
        let goes_on = self.last.is_some_and(|last| last > at);
        let reach = match self.in_sections {
            true if before == Some(Reach::Rest) => Reach::Rest,
            // Where the article goes on below, a comment's heading is no end of it, nor is an appeal.
            true if goes_on && why == Why::Comments => Reach::List,
            true if goes_on && why == Why::Support => Reach::Here,
            true => reach,
            false => Reach::Here,
        };
        let heads = matches!(line.role, Role::Heading(_) | Role::Subheading);
        if heads || reach == Reach::Rest || reach == Reach::List {
            let reach = if reach == Reach::Here && why == Why::Share {
                Reach::List
            } else {
                reach
            };
            self.foreign = Some((reach, why));
        }
        why
    }

    /// A heading: the article goes on there, unless it numbers its sections and this one has no number.
    fn enter(&mut self, line: &Line) -> Option<Why> {
        let (number, title) = numbered(&line.text);
        let is_next = number.is_some() && number > self.number;
        if let Some((Reach::Rest, why)) = self.foreign
            && self.number.is_some()
            && !is_next
            && !closing::is_name(title)
        {
            return Some(why);
        }
        self.foreign = None;
        self.in_sections = true;
        self.number = number.or(self.number);
        None
    }
}

/// Whether a line says something whole.
fn is_prose(line: &Line) -> bool {
    let words = line.text.split_whitespace().count();
    line.role == Role::Text && words >= PROSE && ends_a_sentence(&line.text) && !line.is_link
}

/// Whether the line at `at` is nothing but a link, by itself or in a list of nothing but links that nothing led into.
fn leads_away(lines: &[Line], at: usize) -> bool {
    if !lines[at].is_link {
        return false;
    }
    if !is_item(&lines[at].text) {
        return true;
    }
    let in_list = |line: &&Line| line.is_blank() || is_item(&line.text);
    let above: Vec<&Line> = lines[..at].iter().rev().take_while(in_list).collect();
    let below = lines[at + 1..].iter().take_while(in_list);
    let only_links = above
        .iter()
        .copied()
        .chain(below)
        .all(|line| line.is_blank() || line.is_link);
    let lead_in = at.checked_sub(above.len() + 1).map(|at| &lines[at]);
    let led = lead_in
        .is_some_and(|line| line.role != Role::Text || line.text.trim_end().ends_with([':', '：']));
    only_links && !led
}

/// Why a line cannot stand in an article, wherever it is.
fn unfit(line: &Line) -> Option<Why> {
    if let Some(Forbidden::Payment) = forbidden(&line.text) {
        return Some(Why::Payment);
    }
    leads_elsewhere(&line.text).then_some(Why::Related)
}

/// Whether `text` is nothing but a link, or says what else to read.
fn leads_elsewhere(text: &str) -> bool {
    let text = unmarked(text);
    let is_address = text.contains("://") || text.starts_with("www.");
    let is_bare = is_address && !text.contains(char::is_whitespace);
    is_bare
        || text
            .split_once(':')
            .is_some_and(|(before, _)| leads(before))
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn left(text: &str) -> Vec<(usize, Why)> {
        let mut draft = super::super::plain::read(text, 1);
        leave_out(&mut draft);
        draft
            .left_out
            .iter()
            .map(|left| (left.line, left.why))
            .collect()
    }

    #[test]
    fn what_follows_the_article_is_left_out_with_its_reason() {
        assert_eq!(
            left(
                "1. One\na.\n2. Two\nb.\nRELATED POSTS\nTen ways\nSupport us!\nThank you.\nCall +254 701 838 999"
            ),
            [
                (5, Why::Related),
                (6, Why::Related),
                (7, Why::Payment),
                (8, Why::Support),
                (9, Why::PhoneNumber),
            ]
        );
    }

    #[test]
    fn an_interruption_ends_where_the_numbers_go_on() {
        assert_eq!(
            left(
                "1. One\na.\nShare this article\nb.\nRead also: Ten ways\nRelated posts\nTen ways\n2. Two\nc."
            ),
            [
                (3, Why::Share),
                (5, Why::Related),
                (6, Why::Related),
                (7, Why::Related),
            ]
        );
    }

    #[test]
    fn a_button_in_the_middle_ends_only_itself() {
        assert_eq!(
            left(
                "Cats\n\nWhy\n---\n\na b c d.\n\nShare this\n----------\n\n- Copy\n\nLoud guests scare it.\n\nComments\n--------\n\nWrite them on the box.\n\nHow\n---\n\ne f g h.\n\n"
            ),
            [(8, Why::Share), (11, Why::Share), (15, Why::Comments)]
        );
    }

    #[test]
    fn prose_that_begins_like_a_sign_stays() {
        assert_eq!(
            left(
                "1. One\nComments hurt.\nSources of joy are near.\nRelated to this, he left.\n2. Two\nCopyright is not love, he said to me.\nShare this with him."
            ),
            []
        );
    }
}
