//! How well each section is found, in numbers and pictures.

use super::frame::{Tab, frame, picker};
use crate::bot::{Bot, Served};
use crate::content::Mistake;
use crate::page::coverage::{Coverage, Failure, Measured, Row};
use crate::page::desk::Desk;
use crate::page::pictures::{curve, matrix};
use maud::{Markup, html};

/// So many pairs of sections that are taken for each other are told.
const CONFUSED: usize = 12;

/// The page about `served`, of which this much is `measured`.
pub(in crate::page) fn coverage_page(
    desk: &Desk,
    served: Option<(&Bot, &Served)>,
    measured: &Measured,
) -> Markup {
    let content = html! {
        main.wide #main {
            section.coverage #coverage data-part aria-labelledby="coverage-title" aria-live="polite" {
                h2 #coverage-title tabindex="-1" { "Coverage" }
                @if let Some((bot, served)) = served {
                    (picker(bot, served, "/coverage"))
                    (body(served, measured))
                }
            }
        }
    };
    frame(desk, Tab::Coverage, &content)
}

fn body(served: &Served, measured: &Measured) -> Markup {
    match measured {
        Measured::Nothing | Measured::Running => html! {
            p #measuring { "“" (served.article.title().as_str()) "” is being measured: it learns five times over, and answers what was kept out." }
        },
        Measured::Done(_, Err(mistakes)) => html! {
            p { "Nothing is measured before your files are mended." }
            ul { @for mistake in mistakes { li { (mistake) } } }
        },
        Measured::Done(_, Ok(coverage)) => html! {
            @if coverage.examples() == 0 {
                p { "There are no examples yet. Write some under each section in " code { "asked.toml" } ", or ask a question and add it." }
            } @else {
                p {
                    (coverage.examples()) " examples, each answered by what was learned without it (a fifth is kept out in turn), by words \
                     alone. Your own lines resemble each other: strangers are understood a little less."
                }
                (rows(&coverage.rows))
                (examples(&coverage.rows))
                (pictures(coverage))
            }
            @if let Some(questions) = &coverage.questions { (self::questions(questions)) }
        },
    }
}

fn rows(rows: &[Row]) -> Markup {
    html! {
        div.scrolls tabindex="0" role="region" aria-label="Sections and how well they are found" {
            table {
                caption { "Sections" }
                thead { tr {
                    th scope="col" { "Section" }
                    th scope="col" { "Examples" }
                    th scope="col" { "Found first" }
                    th scope="col" { "Quoted or offered" }
                    th scope="col" { "How sure, on average" }
                } }
                tbody {
                    @for (at, row) in rows.iter().enumerate() {
                        tr.weak[row.examples.is_empty()] {
                            th scope="row" { (row.title) }
                            td { (row.examples.len()) }
                            @if row.examples.is_empty() {
                                td colspan="3" { "Nobody wrote an example." }
                            } @else {
                                td { (share(row.first(), row.examples.len())) }
                                // Nothing is shown for what no section answers.
                                td {
                                    @if at + 1 == rows.len() { "–" } @else { (share(row.shown, row.examples.len())) }
                                }
                                td { (format!("{:.2}", row.sure())) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The examples of each row, those that did not lead to it first.
fn examples(rows: &[Row]) -> Markup {
    html! {
        @for row in rows.iter().filter(|row| !row.examples.is_empty()) {
            details {
                summary { (row.title) ": " (row.first()) " of " (row.examples.len()) " examples lead here first" }
                ul {
                    @for (example, _) in row.examples.iter().filter(|(_, first)| !first) {
                        li { q { (example) } " – leads elsewhere" }
                    }
                    @for (example, _) in row.examples.iter().filter(|(_, first)| *first) { li { q { (example) } } }
                }
            }
        }
    }
}

/// So many of `all`, to be read and to be seen.
fn share(some: usize, all: usize) -> Markup {
    let share = format!("{:.2}", some as f32 / all.max(1) as f32);
    html! { (share) " " meter min="0" max="1" value=(share) aria-hidden="true" {} }
}

fn pictures(coverage: &Coverage) -> Markup {
    let confused = coverage.confused();
    html! {
        div.pictures {
            section aria-labelledby="confused-title" {
                h3 #confused-title { "What is taken for what" }
                div.scrolls tabindex="0" role="region" aria-label="Matrix" { (matrix(coverage)) }
                @if confused.is_empty() { p { "Nothing was taken for anything else." } }
                @else {
                    ol {
                        @for (asked, found, count) in confused.into_iter().take(CONFUSED) {
                            li { (coverage.rows[asked].title) " → " (coverage.rows[found].title) ": " (count) }
                        }
                    }
                }
            }
            section aria-labelledby="reliable-title" {
                h3 #reliable-title { "Whether it is as sure as it should be" }
                (curve(&coverage.curve))
                p { "On average it is " (format!("{:.2}", coverage.curve.error)) " away from the diagonal." }
                details {
                    summary { "The same in numbers" }
                    table {
                        thead { tr { th scope="col" { "Said" } th scope="col" { "Right" } th scope="col" { "Questions" } } }
                        tbody {
                            @for (count, said, right) in coverage.curve.bins.iter().filter(|bin| bin.0 > 0) {
                                tr { td { (format!("{said:.2}")) } td { (format!("{right:.2}")) } td { (count) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn questions(questions: &Result<(usize, Vec<Failure>), Mistake>) -> Markup {
    html! {
        section aria-labelledby="failing-title" {
            h3 #failing-title { "Your questions that fail" }
            @match questions {
                Err(mistake) => { p { (mistake) } }
                Ok((all, failing)) => {
                    p { (failing.len()) " of " (all) " meet something else than they should, with the encoder if there is one." }
                    @if !failing.is_empty() {
                        div.scrolls tabindex="0" role="region" aria-label="Questions that fail" {
                            table {
                                thead { tr {
                                    th scope="col" { "Name" } th scope="col" { "Question" } th scope="col" { "Should meet" } th scope="col" { "Meets" }
                                } }
                                tbody {
                                    @for failure in failing {
                                        tr {
                                            th scope="row" { (failure.id) }
                                            td { (failure.text) }
                                            td { (failure.wanted) }
                                            td { (failure.met) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
