//! What every page has: its head, the way from one to the other, and what is wrong in the files.

use crate::bot::{Bot, Served};
use crate::content::Mistake;
use crate::page::desk::{Desk, Standing};
use maud::{DOCTYPE, Markup, html};

/// One of the pages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Ask,
    Coverage,
}

/// Each page with its address and what it is called.
const TABS: [(Tab, &str, &str); 2] = [
    (Tab::Ask, "/", "Ask"),
    (Tab::Coverage, "/coverage", "Coverage"),
];

/// `content` as a whole page.
pub(super) fn frame(desk: &Desk, tab: Tab, content: &Markup) -> Markup {
    let standing = desk.standing();
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "Verbatim: try" }
                link rel="stylesheet" href="/page.css";
                script src="/page.js" defer {}
            }
            body data-number=(desk.number()) {
                a.skip href="#main" { "To the page" }
                header {
                    h1 { "Verbatim" }
                    nav aria-label="Pages" {
                        @for (its, address, name) in TABS {
                            a href=(address) aria-current=[(its == tab).then_some("page")] { (name) }
                        }
                    }
                }
                (state(&standing))
                (content)
                p #word role="status" aria-live="polite" {}
            }
        }
    }
}

/// What is wrong in the files, where, and what to write instead.
fn state(standing: &Standing) -> Markup {
    html! {
        div #state data-part role="alert" {
            @if !standing.mistakes.is_empty() {
                section.mistakes aria-labelledby="mistakes" {
                    h2 #mistakes { (counted(standing.mistakes.len())) }
                    ul {
                        @for mistake in &standing.mistakes { (told(mistake)) }
                    }
                    p {
                        @if standing.bot.is_some() { "Until they are mended the last good state answers." }
                        @else { "Nothing answers before they are mended." }
                    }
                }
            }
        }
    }
}

fn counted(mistakes: usize) -> String {
    match mistakes {
        1 => "One mistake in your files".to_owned(),
        more => format!("{more} mistakes in your files"),
    }
}

fn told(mistake: &Mistake) -> Markup {
    html! {
        li {
            code { (mistake.file.display()) ":" (mistake.line) } " "
            span { (mistake.what) } "; "
            strong { (mistake.instead) }
        }
    }
}

/// What every form carries.
pub(super) fn hidden(desk: &Desk) -> Markup {
    html! { input type="hidden" name="secret" value=(desk.door.secret); }
}

/// Where another article is chosen, if there are several. It leads to `address`.
pub(super) fn picker(bot: &Bot, served: &Served, address: &str) -> Markup {
    let all = bot.knowledge.shelf.all();
    html! {
        @if all.len() > 1 {
            form.line-of-controls method="get" action=(address) {
                label for="article-name" { "Article" }
                select #article-name name="article" {
                    @for other in all {
                        @let slug = &other.article.slug;
                        option value=(slug) selected[*slug == served.article.slug] { (other.article.title().as_str()) }
                    }
                }
                button type="submit" { "Open" }
            }
        }
    }
}
