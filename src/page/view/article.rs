//! The article with its sections; what the reply quotes is marked.

use crate::answer::{Answer, Confidence};
use crate::bot::{Bot, Served};
use crate::page::marks::marks;
use crate::page::talk::Talk;
use crate::page::verdict::title;
use maud::{Markup, html};

/// The article that is asked.
pub(super) fn article(talk: &Talk, bot: &Bot, served: &Served) -> Markup {
    let article = &served.article;
    let sections = 0..article.sections().len();
    let quoted = quoted(talk, bot, served);
    html! {
        section.article #article data-part aria-labelledby="article-title" lang=(article.about.language) {
            h2 #article-title { (article.title().as_str()) }
            details open {
                summary lang="en" { (sections.len()) " sections" }
                nav aria-label="Sections" {
                    ol {
                        @for section in sections.clone() {
                            li { a href={ "#part-" (article.sections()[section].id) } { (title(article, section)) } }
                        }
                    }
                }
            }
            @for section in sections {
                @let here = quoted == Some(section);
                section.part.quoted[here] id={ "part-" (article.sections()[section].id) } {
                    h3 {
                        (title(article, section))
                        @if here { " " span.badge lang="en" { "quoted" } }
                    }
                    @if let Some(whole) = article.whole(section) { (marks(article.excerpt(whole).as_str())) }
                }
            }
        }
    }
}

/// The section that the question of `talk` is answered from.
fn quoted(talk: &Talk, bot: &Bot, served: &Served) -> Option<usize> {
    if talk.question.trim().is_empty() {
        return None;
    }
    let knowledge = &bot.knowledge;
    let source = knowledge.shelf.source(served);
    match knowledge
        .answer(source, Confidence::default(), &talk.question)
        .0
        .answer
    {
        Answer::Passage(passage) | Answer::Section(passage) | Answer::Likely(passage, _) => {
            Some(passage.section())
        }
        _ => None,
    }
}
