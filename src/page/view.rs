//! The page as HTML. Whatever a text holds is escaped where it is put in.

mod article;
mod coverage;
mod example;
mod frame;
mod message;
mod why;

use super::desk::{Desk, Proposed, served};
use super::talk::Talk;
use crate::bot::{Bot, Served};
use frame::{Tab, frame, hidden, picker};
use maud::{Markup, html};

pub(super) use coverage::coverage_page;

/// The page on which one asks.
pub(super) fn ask_page(desk: &Desk, talk: &Talk, proposed: Option<&Proposed>) -> Markup {
    let standing = desk.standing();
    let bot = standing.bot.as_deref();
    let content = html! {
        main #main {
            div.talk {
                @if let Some(bot) = bot {
                    (question(desk, talk, bot, served(bot, talk.article.as_deref())))
                }
                (message::reply(desk, talk))
                @if let Some(bot) = bot {
                    (example::example(desk, talk, served(bot, talk.article.as_deref()), proposed))
                    (why::why(talk, bot, served(bot, talk.article.as_deref())))
                }
            }
            @if let Some(bot) = bot {
                (article::article(talk, bot, served(bot, talk.article.as_deref())))
            }
        }
    };
    frame(desk, Tab::Ask, &content)
}

/// Where the question is written.
fn question(desk: &Desk, talk: &Talk, bot: &Bot, served: &Served) -> Markup {
    let languages: Vec<&str> = bot.knowledge.phrases.languages().collect();
    html! {
        section.asking aria-labelledby="asking" {
            h2 #asking { "Ask" }
            (picker(bot, served, "/"))
            form method="post" action="/ask" {
                (hidden(desk))
                label for="question" { "A member’s message" }
                textarea #question name="question" rows="3" maxlength=(super::routes::MESSAGE) autofocus { (talk.question) }
                div.line-of-controls {
                    label for="language" { "Their Discord speaks" }
                    select #language name="language" {
                        @for tag in languages {
                            option value=(tag) selected[tag == talk.language] { (tag) }
                        }
                    }
                    button.primary type="submit" { "Ask" }
                }
            }
        }
    }
}
