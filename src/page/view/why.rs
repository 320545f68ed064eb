//! Why a question meets what it meets: the rule, the words, the examples, the encoder, the probabilities.

use crate::answer::{Answered, Confidence, Explanation, answer};
use crate::bot::{Bot, Served};
use crate::page::talk::Talk;
use crate::page::verdict::title;
use crate::search::Reasons;
use maud::{Markup, html};

/// Why the question of `talk` meets what it meets in `served`.
pub(super) fn why(talk: &Talk, bot: &Bot, served: &Served) -> Markup {
    html! {
        section.why #why data-part aria-labelledby="why-title" {
            h2 #why-title { "Why" }
            @if talk.question.trim().is_empty() {
                p.quiet { "What decided, and what spoke for each section." }
            } @else {
                (reasons(&talk.question, bot, served))
            }
        }
    }
}

fn reasons(question: &str, bot: &Bot, served: &Served) -> Markup {
    let knowledge = &bot.knowledge;
    let (source, confidence) = (knowledge.shelf.source(served), Confidence::default());
    let (answered, sense) = knowledge.answer(source, confidence, question);
    let by_words = answer(source, &knowledge.care, confidence, question);
    let why = Explanation::of(
        source.index,
        &knowledge.care,
        confidence,
        question,
        &answered,
    );
    let encoder = match (&knowledge.encoder, &sense) {
        (None, _) => "There is no encoder: words alone decided.",
        (Some(_), None) => "The words left nothing open: the encoder was not asked.",
        (Some(_), Some(_)) => "The words left something open: the encoder read it too.",
    };
    html! {
        p.rule { strong { (why.rule) } }
        p { (encoder) }
        @if let Some(care) = &why.care {
            p { "Care: the route " strong { (care.route.name()) } ", by the rule " code { (care.rule) } "." }
        }
        @if let Some(like) = &why.like { p { "The example of need most like it: " q { (like) } } }
        @if let Some(costs) = why.costs { p { "Expected costs: " (costs) "." } }
        @if let Some(search) = &why.search {
            @for read in &search.corrections {
                p { "Read " q { (read.typed) } " as " q { (read.read) } "." }
            }
            table {
                caption { "The likeliest sections" }
                thead { tr {
                    th scope="col" { "Section" }
                    th scope="col" { "How likely" }
                    @if sense.is_some() { th scope="col" { "By words alone" } }
                    th scope="col" { "What spoke for it" }
                } }
                tbody {
                    @for reasons in &search.sections {
                        tr {
                            th scope="row" { (title(&served.article, reasons.section)) }
                            td { (likely(reasons.probability)) }
                            @if sense.is_some() { td { (likely(of(&by_words, reasons.section))) } }
                            td { (spoke(reasons)) }
                        }
                    }
                    tr {
                        th scope="row" { "Not in the article" }
                        td { (likely(search.elsewhere)) }
                        @if sense.is_some() {
                            td { (likely(by_words.ranking.as_ref().map_or(0.0, |it| it.elsewhere))) }
                        }
                        td {}
                    }
                }
            }
        }
    }
}

/// How likely `section` was in `answered`.
fn of(answered: &Answered, section: usize) -> f32 {
    let hits = answered.ranking.iter().flat_map(|ranking| &ranking.hits);
    let mut hits = hits.filter(|hit| hit.section == section);
    hits.next().map_or(0.0, |hit| hit.probability)
}

/// A probability, to be read and to be seen.
fn likely(probability: f32) -> Markup {
    let told = format!("{probability:.2}");
    html! { (told) " " meter min="0" max="1" value=(told) aria-hidden="true" {} }
}

/// The words and the examples of one section.
fn spoke(reasons: &Reasons) -> Markup {
    html! {
        @if !reasons.words.is_empty() { p { "Words: " (reasons.words.join(", ")) } }
        @for example in &reasons.examples {
            p { "Like " q { (example.text) } " " span.quiet { (format!("{:.2}", example.alike)) } }
        }
    }
}
