//! Where a question becomes an example, once it is seen what that would change.

use super::frame::hidden;
use crate::bot::Served;
use crate::page::desk::{Desk, Proposed};
use crate::page::example::{Change, Proposal};
use crate::page::talk::Talk;
use crate::page::verdict::title;
use maud::{Markup, html};

/// So many changes are told; who sees more of them does not want them.
const CHANGES: usize = 30;

/// Where the question of `talk` becomes an example of a section of `served`.
pub(super) fn example(
    desk: &Desk,
    talk: &Talk,
    served: &Served,
    proposed: Option<&Proposed>,
) -> Markup {
    html! {
        section.example #example data-part aria-labelledby="example-title" aria-live="polite" {
            h2 #example-title tabindex="-1" { "Add this as an example" }
            @if talk.question.trim().is_empty() {
                p.quiet { "A question that meets the wrong section can teach the right one." }
            } @else {
                @match proposed {
                    Some(Proposed::Seen(proposal)) => { (seen(desk, proposal)) }
                    Some(Proposed::Written(words)) => { p { (words) } (chooser(desk, served)) }
                    Some(Proposed::Refused(mistakes)) => {
                        p { "It cannot be added:" }
                        ul {
                            @for mistake in mistakes {
                                li { code { (mistake.file.display()) ":" (mistake.line) } " " (mistake.what) "; " strong { (mistake.instead) } }
                            }
                        }
                        (chooser(desk, served))
                    }
                    None => { (chooser(desk, served)) }
                }
            }
        }
    }
}

/// Where the section is chosen that answers the question.
fn chooser(desk: &Desk, served: &Served) -> Markup {
    let article = &served.article;
    html! {
        form.line-of-controls method="post" action="/example/see" {
            (hidden(desk))
            label for="section" { "It is answered by" }
            select #section name="section" {
                @for (at, section) in article.sections().iter().enumerate() {
                    option value=(section.id) { (title(article, at)) }
                }
            }
            button type="submit" { "See what it would change" }
        }
    }
}

/// What the example would change, before it is kept.
fn seen(desk: &Desk, proposal: &Proposal) -> Markup {
    let (now, then) = &proposal.own;
    let (asked, all) = proposal.asked;
    html! {
        p { q { (proposal.line) } " as an example of " strong { (proposal.section) } ":" }
        p { "It meets now: " (now) ". It would meet: " strong { (then) } "." }
        p {
            @match proposal.changes.len() {
                0 => { "Nothing else would be answered otherwise" }
                1 => { "One other question would be answered otherwise" }
                more => { (more) " other questions would be answered otherwise" }
            }
            ", of " (asked) " that were asked again"
            @if asked < all { " (of " (all) " there are, evenly)" }
            "."
        }
        (changes(&proposal.changes))
        div.line-of-controls {
            form method="post" action="/example/write" {
                (hidden(desk))
                button.primary type="submit" { "Write it into " (proposal.file.file_name().unwrap_or_default().to_string_lossy()) }
            }
            form method="post" action="/example/drop" {
                (hidden(desk))
                button type="submit" { "Leave it" }
            }
        }
    }
}

fn changes(changes: &[Change]) -> Markup {
    html! {
        @if !changes.is_empty() {
            div.scrolls tabindex="0" role="region" aria-label="Questions that would be answered otherwise" {
                table {
                    thead { tr { th scope="col" { "Question" } th scope="col" { "Meets now" } th scope="col" { "Would meet" } } }
                    tbody {
                        @for change in changes.iter().take(CHANGES) {
                            tr { td { (change.text) } td { (change.before) } td { (change.after) } }
                        }
                    }
                }
            }
            @if changes.len() > CHANGES { p.quiet { "And " (changes.len() - CHANGES) " more." } }
        }
    }
}
