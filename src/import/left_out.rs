//! What an import left out, and why.

use crate::content::{Forbidden, forbidden, holds_number};
use serde::Deserialize;
use std::fmt;

/// Something of the text that is not in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it stood, counted from 1.
    pub line: usize,
    /// Its words; the digits of telephone and account numbers are hidden, so that no report spreads them.
    pub text: String,
    /// Why it is not in the article.
    pub why: Why,
}

/// Why something is not in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// A slogan above everything.
    Tagline,
    /// It stands above the title.
    AboveTitle,
    /// The text's facts about itself.
    FrontMatter,
    /// Who wrote it and when.
    Byline,
    /// A list of the headings.
    Contents,
    /// Titles of other articles, or a link to one.
    Related,
    /// Thanks for visiting and requests for support.
    Support,
    /// It holds a telephone or account number.
    PhoneNumber,
    /// It asks for money or says how to send it.
    Payment,
    /// About whoever wrote it.
    Author,
    /// Readers' comments.
    Comments,
    /// Buttons for sharing and following.
    Share,
    /// An invitation to subscribe.
    Newsletter,
    /// An advertisement.
    Advertisement,
    /// Whose the words are.
    Copyright,
    /// Where the facts come from.
    Sources,
    /// A picture.
    Image,
    /// HTML inside Markdown.
    Html,
    /// A tag of the program that makes pages of the text.
    Template,
    /// The foot or the head of a printed page.
    PageFoot,
    /// It is not shown to readers.
    Hidden,
    /// Where a link leads.
    Address,
    /// A program or what stands like one.
    Code,
    /// A table.
    Table,
    /// A line of signs between parts.
    Rule,
    /// A note of the page's makers, a script or a style.
    Script,
    /// A menu, a margin or a foot of the page.
    Frame,
    /// A form or a button.
    Form,
    /// It stands outside the page's main part.
    OutsideMain,
    /// A heading above nothing.
    EmptyHeading,
}

impl LeftOut {
    /// `text` on line `line`, left out for `why` or because of what it holds.
    pub(super) fn new(line: usize, text: &str, why: Why) -> LeftOut {
        let forbidden = text.lines().find_map(forbidden);
        let holds_number = text.lines().any(holds_number);
        let why = match (forbidden, why) {
            (Some(forbidden), _) => forbidden.into(),
            (None, Why::Support | Why::Frame | Why::OutsideMain) if holds_number => {
                Why::PhoneNumber
            }
            (None, why) => why,
        };
        LeftOut {
            line,
            text: match holds_number && !matches!(why, Why::Address | Why::Image) {
                true => without_digits(text),
                false => text.trim().to_owned(),
            },
            why,
        }
    }
}

fn without_digits(text: &str) -> String {
    text.trim().replace(|c: char| c.is_ascii_digit(), "•")
}

impl From<Forbidden> for Why {
    fn from(forbidden: Forbidden) -> Why {
        match forbidden {
            Forbidden::PhoneNumber => Why::PhoneNumber,
            Forbidden::Payment => Why::Payment,
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Why::Tagline => "a slogan above everything, neither title nor paragraph",
            Why::AboveTitle => "it stands above the title",
            Why::FrontMatter => "facts about the text, not its words",
            Why::Byline => "says who wrote it and when",
            Why::Contents => "a list of the headings; the bot makes its own",
            Why::Related => "points to other articles",
            Why::Support => "belongs to a request for support",
            Why::PhoneNumber => "holds a telephone or account number (digits hidden)",
            Why::Payment => "asks for money or says how to send it",
            Why::Author => "is about the author",
            Why::Comments => "is for readers' comments",
            Why::Share => "invites to share or follow",
            Why::Newsletter => "invites to subscribe",
            Why::Advertisement => "an advertisement",
            Why::Copyright => "says whose the words are; put that into article.toml",
            Why::Sources => "a list of sources",
            Why::Image => "a picture; Discord would show its address",
            Why::Html => "a tag of HTML; Discord would show its signs",
            Why::Address => "the address of a link",
            Why::Code => "a program text",
            Why::Table => "a table; Discord shows none",
            Why::Rule => "a line of signs between parts",
            Why::Script => "a script or a style",
            Why::Frame => "a menu, a margin or a foot of the page",
            Why::Form => "a form or a button",
            Why::OutsideMain => "stands outside the page's main part",
            Why::EmptyHeading => "a heading with nothing below it",
            Why::Template => "for the program that makes pages of the text",
            Why::PageFoot => "the foot or head of a printed page",
            Why::Hidden => "the page does not show it",
        })
    }
}
