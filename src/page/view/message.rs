//! Messages as Discord shows them.

use super::frame::hidden;
use crate::page::body::{Body, Control, Embed, Row};
use crate::page::desk::Desk;
use crate::page::marks::{is_page, marks};
use crate::page::talk::Talk;
use maud::{Markup, html};

/// What was asked and what stands below it.
pub(super) fn reply(desk: &Desk, talk: &Talk) -> Markup {
    html! {
        section.reply #reply data-part aria-labelledby="reply-title" aria-live="polite" {
            h2 #reply-title tabindex="-1" { "Reply" }
            @if talk.question.trim().is_empty() {
                p.quiet { "Ask something: the reply stands here as a direct message shows it." }
            } @else {
                div.message.asked {
                    p.name { "You" }
                    p.as-written { (talk.question) }
                }
                @for (at, body) in talk.messages.iter().enumerate() {
                    @if let Some(body) = body { (message(desk, at, body)) }
                }
            }
        }
    }
}

fn message(desk: &Desk, at: usize, body: &Body) -> Markup {
    html! {
        article.message aria-label="Message of the bot" {
            p.name { "Verbatim " span.app { "APP" } }
            @if !body.content.is_empty() { (marks(&body.content)) }
            @for embed in &body.embeds { (framed(embed)) }
            @for (row, controls) in body.components.iter().enumerate() {
                (self::row(desk, (at, row), controls))
            }
        }
    }
}

fn framed(embed: &Embed) -> Markup {
    html! {
        div.embed.coloured[embed.color.is_some()] {
            @if let Some(author) = &embed.author { p.author { (author.name) } }
            @if let Some(title) = &embed.title { p.title { (title) } }
            (marks(&embed.description))
            @if let Some(footer) = &embed.footer { p.footer.as-written { (footer.text) } }
        }
    }
}

/// The row `place` of a message: where the message stands, and the row in it.
fn row(desk: &Desk, (at, row): (usize, usize), controls: &Row) -> Markup {
    html! {
        form.row method="post" action="/press" {
            (hidden(desk))
            input type="hidden" name="message" value=(at);
            @for control in &controls.components {
                @match control {
                    Control::Button { label, custom_id } => {
                        button type="submit" name="press" value=(custom_id) { (label) }
                    }
                    Control::Link { label, url } => {
                        @if is_page(url) { a.button href=(url) rel="noreferrer" target="_blank" { (label) } }
                    }
                    Control::Menu { placeholder, options } => {
                        @let id = format!("menu-{at}-{row}");
                        label.unseen for=(id) { (placeholder) }
                        select id=(id) name="press" {
                            @for option in options { option value=(option.value) { (option.label) } }
                        }
                        button type="submit" { "Choose" }
                    }
                    Control::Pick { placeholder } => { span.quiet { (placeholder) } }
                }
            }
        }
    }
}
