//! A section read whole: one message where it fits, else page by page. No page cuts a block.

use super::build::{advice, framed};
use super::ways::{key_of, reading};
use super::{Arrival, Audience, Button, MENU_LIMIT, Reply, Row, Voice};
use crate::content::{Article, Passage};
use crate::press::Press;

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

/// One page of a section, under the last one the closing advice, and the way to the pages before and after:
/// at a section's end it leads on into the next one.
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
    Reply {
        parts,
        rows: vec![Row::Buttons(ways(
            voice,
            article,
            section,
            page,
            pages.len(),
        ))],
        audience: Audience::OnlyAsker,
        arrival: Arrival::New,
    }
}

/// Back, on, and to the contents, all in place of the page that is read.
fn ways(
    voice: Voice<'_>,
    article: &Article,
    section: usize,
    page: usize,
    pages: usize,
) -> Vec<Button> {
    let before = match page.checked_sub(1) {
        Some(page) => Some((section, page)),
        None => section
            .checked_sub(1)
            .map(|section| (section, self::pages(article, section).len() - 1)),
    };
    let after = match page + 1 < pages {
        true => Some((section, page + 1)),
        false => Some((section + 1, 0)).filter(|(section, _)| *section < article.sections().len()),
    };
    let turn = |name: &str, to: Option<(usize, usize)>| {
        let (section, page) = to?;
        let press = reading(article, section, u8::try_from(page).ok()?);
        Some(Button::press(voice.say(name), press))
    };
    let contents = Press::ContentsPage {
        article: key_of(article),
        page: u8::try_from(section / MENU_LIMIT).unwrap_or_default(),
    };
    let contents = Button::press(voice.say("button-contents"), contents);
    let (previous, next) = (turn("button-previous", before), turn("button-next", after));
    previous.into_iter().chain(next).chain([contents]).collect()
}
