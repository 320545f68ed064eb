//! A section read whole: one message where it fits, else page by page. No page cuts a block.

use super::build::{advice, contents_button, framed, key_of, section_key, turns};
use super::press::Press;
use super::{Arrival, Audience, Button, Reply, Row, Voice};
use crate::content::{Article, Passage};

/// A page is at most this long: with its title, the bars of a quote and the closing advice it is a message of plain
/// text, which takes 2,000; framed, it is far below the 6,000 of all embeds. A screen or two of a phone. In characters.
pub const PAGE_LIMIT: usize = 1_400;

/// The section at `section` as runs of whole blocks, each as long as a page allows.
pub fn pages(article: &Article, section: usize) -> Vec<Passage> {
    let blocks = article.sections()[section].blocks().len();
    let mut pages: Vec<Passage> = Vec::new();
    let mut first = 0;
    for last in 0..blocks {
        let run = |first| article.passage(section, first..=last);
        let longer = run(first).filter(|run| article.excerpt(*run).chars() <= PAGE_LIMIT);
        match (longer, pages.last_mut()) {
            (Some(longer), Some(open)) if first < last => *open = longer,
            (Some(longer), _) => pages.push(longer),
            // No block is longer than a page, so a block by itself always fits.
            (None, _) => {
                first = last;
                pages.extend(run(first));
            }
        }
    }
    pages
}

/// One page of a section, the way to its neighbours, and under the last one the closing advice.
pub fn page(voice: Voice<'_>, article: &Article, section: usize, page: usize) -> Reply {
    let pages = pages(article, section);
    let page = page.min(pages.len() - 1);
    let told = (pages.len() > 1).then(|| {
        let (page, pages) = ((page + 1).to_string(), pages.len().to_string());
        let values = [("page", page.into()), ("pages", pages.into())];
        voice.phrases.say(voice.language, "page-of", &values)
    });
    let mut parts = framed(voice, article, pages[page], told);
    if page + 1 == pages.len() {
        parts.extend(advice(voice, article, section));
    }
    let turn = |page| Press::Page {
        article: key_of(article),
        section: section_key(article, section),
        page,
    };
    let mut row: Vec<Button> = match turns(voice, page, pages.len(), turn) {
        Some(Row::Buttons(buttons)) => buttons,
        _ => Vec::new(),
    };
    row.push(contents_button(voice, article));
    Reply {
        parts,
        rows: vec![Row::Buttons(row)],
        audience: Audience::OnlyAsker,
        arrival: Arrival::New,
    }
}
