//! The article, cut into sections. The only maker of excerpts.

mod edition;

pub use edition::Edition;

use super::about::{About, AboutSection};
use super::blocks::{Block, blocks, is_fence};
use super::mistake::Mistakes;
use super::names::{SectionId, Slug};
use super::phrases::tongue;
use crate::text::{Span, sentences};
use std::collections::HashSet;
use std::ops::RangeInclusive;

/// A section longer than this takes a dozen messages to read; it wants a second heading. In characters.
pub const SECTION_LIMIT: usize = 20_000;

/// Discord prints no longer embed title, and a heading is printed as one. In characters.
pub const HEADING_LIMIT: usize = 256;

/// An article: its words, its sections and what its author says about it.
#[derive(Clone, Debug)]
pub struct Article {
    /// The name of its folder.
    pub slug: Slug,
    /// What `article.toml` says about the whole.
    pub about: About,
    /// Which of the article's texts it is.
    pub edition: Edition,
    /// The languages of its other texts, as tags, the author's own first.
    beside: Vec<String>,
    text: String,
    title: Span,
    sections: Vec<Section>,
    closing: Option<usize>,
}

/// One section: the introduction, a numbered topic, or the closing.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its stable name.
    pub id: SectionId,
    /// The number in its heading, if it has one.
    pub number: Option<u32>,
    /// What `article.toml` says about it.
    pub about: AboutSection,
    title: Span,
    blocks: Vec<Block>,
}

/// Whole blocks of one section. Only [`Article::passage`] makes one, so no passage cuts a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    section: usize,
    first: usize,
    last: usize,
}

impl Passage {
    /// The position of its section in [`Article::sections`].
    pub fn section(self) -> usize {
        self.section
    }

    /// The positions of its blocks in [`Section::blocks`].
    pub fn blocks(self) -> RangeInclusive<usize> {
        self.first..=self.last
    }
}

/// Words of the article, exactly as printed. Only [`Article`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excerpt<'a>(&'a str);

impl<'a> Excerpt<'a> {
    /// The printed words.
    pub fn as_str(self) -> &'a str {
        self.0
    }

    /// How many characters it prints.
    pub fn chars(self) -> usize {
        self.0.chars().count()
    }
}

impl Section {
    /// Its blocks, in reading order: paragraphs, and lists with their lead-in.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }
}

impl Article {
    /// Cuts `text` (`article.md`) at its headings and joins what `about` says of each section.
    ///
    /// What is wrong is noted and the rest is kept, so that one look shows every mistake.
    pub fn read(
        slug: Slug,
        text: String,
        mut about: About,
        mistakes: &mut Mistakes<'_>,
    ) -> Article {
        let title = title(&text, mistakes);
        let cuts = cuts(&text, title, mistakes);
        let told = |cut: &Cut, title: &str| about.take(cut.number, title);
        let sections = sections(&text, cuts, told, mistakes);
        let named = about.closing.clone().unwrap_or_else(SectionId::closing);
        Article {
            title: title.unwrap_or(Span { start: 0, end: 0 }),
            closing: sections.iter().position(|section| section.id == named),
            slug,
            about,
            edition: Edition::Own,
            beside: Vec::new(),
            text,
            sections,
        }
    }

    /// The sections, in reading order.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The position of the section named `id`.
    pub fn position(&self, id: &SectionId) -> Option<usize> {
        self.sections.iter().position(|section| section.id == *id)
    }

    /// The article's title, as printed.
    pub fn title(&self) -> Excerpt<'_> {
        Excerpt(self.title.of(&self.text))
    }

    /// The title of the section at `position`, as printed, without its number. The introduction's
    /// is empty: it stands under the title of the whole.
    pub fn section_title(&self, position: usize) -> Excerpt<'_> {
        Excerpt(self.sections[position].title.of(&self.text))
    }

    /// The blocks `blocks` of the section at `section`, if it has them.
    pub fn passage(&self, section: usize, blocks: RangeInclusive<usize>) -> Option<Passage> {
        let (first, last) = (*blocks.start(), *blocks.end());
        let known = self.sections.get(section)?.blocks.len();
        (first <= last && last < known).then_some(Passage {
            section,
            first,
            last,
        })
    }

    /// The whole section at `section`, as one passage.
    pub fn whole(&self, section: usize) -> Option<Passage> {
        let last = self.sections.get(section)?.blocks.len().checked_sub(1)?;
        self.passage(section, 0..=last)
    }

    /// The printed words of `passage`.
    pub fn excerpt(&self, passage: Passage) -> Excerpt<'_> {
        let blocks = &self.sections[passage.section].blocks;
        let span = Span {
            start: blocks[passage.first].span.start,
            end: blocks[passage.last].span.end,
        };
        Excerpt(span.of(&self.text))
    }

    /// How the section at `section` begins: the first sentence of its first block, as printed.
    pub fn beginning(&self, section: usize) -> Excerpt<'_> {
        let first = self
            .passage(section, 0..=0)
            .map_or("", |first| self.excerpt(first).as_str());
        let sentence = sentences(first)
            .first()
            .map_or(first, |span| span.of(first));
        Excerpt(sentence)
    }

    /// The languages in which questions to it are understood, as tags, its own first.
    pub fn heard(&self) -> impl Iterator<Item = &str> {
        let known = |tag: &&String| self.beside.iter().all(|it| tongue(it) != tongue(tag));
        let asked_in = self.about.asked_in.iter().filter(known);
        let own = std::iter::once(&self.about.language);
        own.chain(&self.beside).chain(asked_in).map(String::as_str)
    }

    /// Whether questions in `language`, a tag, are understood.
    pub fn hears(&self, language: &str) -> bool {
        self.heard().any(|heard| tongue(heard) == tongue(language))
    }

    /// The position of the introduction, if the article has one.
    pub fn introduction(&self) -> Option<usize> {
        self.position(&SectionId::introduction())
    }

    /// Notes what `article.toml` says that does not fit these words.
    pub fn compare(&self, mistakes: &mut Mistakes<'_>) {
        let ids: Vec<SectionId> = self.sections.iter().map(|s| s.id.clone()).collect();
        let title = self.title().as_str();
        self.about
            .compare(title, &ids, self.closing.is_some(), &self.file(), mistakes);
    }

    /// The position of the closing section, if the article has one.
    pub fn closing(&self) -> Option<usize> {
        self.closing
    }

    /// The closing advice: the last block of the closing section.
    pub fn advice(&self) -> Option<Excerpt<'_>> {
        let closing = self.closing?;
        let last = self.sections[closing].blocks.len() - 1;
        Some(self.excerpt(self.passage(closing, last..=last)?))
    }
}

/// One section as it lies in the text.
struct Cut {
    number: Option<u32>,
    title: Span,
    body: Span,
}

/// The first `# Title` of `text`.
fn title(text: &str, mistakes: &mut Mistakes<'_>) -> Option<Span> {
    let mut titles = prose(text).filter(|line| line.of(text).starts_with("# "));
    let first = titles.next();
    for second in titles {
        mistakes.at(
            second.start,
            "a second `# ` title",
            "write `## ` before a section's heading",
        );
    }
    match first {
        Some(line) => Some(Span {
            start: line.start + 2,
            end: line.end,
        }),
        None => {
            mistakes.at(0, "the article has no title", "begin with a line `# Title`");
            None
        }
    }
}

/// The introduction under the title, then every `## ` heading with what stands below it.
fn cuts(text: &str, title: Option<Span>, mistakes: &mut Mistakes<'_>) -> Vec<Cut> {
    let headings: Vec<Span> = prose(text)
        .filter(|line| line.of(text).starts_with("## "))
        .collect();
    let introduction = Span {
        start: title.map_or(0, |title| title.end),
        end: headings.first().map_or(text.len(), |line| line.start),
    };
    // A short article may be a single part, which stands under its title.
    if headings.is_empty() && introduction.of(text).trim().is_empty() {
        mistakes.at(
            0,
            "the article has no headings",
            "write `## 1. Heading` above each section",
        );
    }
    let mut cuts = Vec::with_capacity(headings.len() + 1);
    if !introduction.of(text).trim().is_empty() {
        cuts.push(Cut {
            number: None,
            title: Span {
                start: introduction.start,
                end: introduction.start,
            },
            body: introduction,
        });
    }
    for (at, line) in headings.iter().enumerate() {
        let (number, heading) = numbered(line.of(text)["## ".len()..].trim_start());
        cuts.push(Cut {
            number,
            title: Span {
                start: line.end - heading.len(),
                end: line.end,
            },
            body: Span {
                start: line.end,
                end: headings.get(at + 1).map_or(text.len(), |next| next.start),
            },
        });
    }
    cuts
}

/// `12. Heading`, `12) Heading` or `12: Heading` as its number and the rest.
pub fn numbered(heading: &str) -> (Option<u32>, &str) {
    let digits = heading.bytes().take_while(u8::is_ascii_digit).count();
    let after = heading[digits..].strip_prefix(['.', ')', ':']);
    match (heading[..digits].parse(), after) {
        (Ok(number), Some(rest)) if rest.starts_with(char::is_whitespace) => {
            (Some(number), rest.trim_start())
        }
        _ => (None, heading),
    }
}

/// The lines of `text` without the white space at their ends.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let span = Span {
            start,
            end: start + line.trim_end().len(),
        };
        start += line.len();
        span
    })
}

/// The lines of `text` that are no program text: between fences, `# ` begins no heading.
fn prose(text: &str) -> impl Iterator<Item = Span> {
    let mut fenced = false;
    lines(text).filter(move |line| {
        let fence = is_fence(line.of(text));
        fenced ^= fence;
        !fenced && !fence
    })
}

/// The sections at `cuts`, each under the name that it is `told` by or one made of its title.
fn sections(
    text: &str,
    cuts: Vec<Cut>,
    mut told: impl FnMut(&Cut, &str) -> AboutSection,
    mistakes: &mut Mistakes<'_>,
) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::with_capacity(cuts.len());
    let mut ids = HashSet::with_capacity(cuts.len());
    for cut in cuts {
        let title = cut.title.of(text);
        measure(text, &cut, mistakes);
        let about = told(&cut, title);
        let id = about.id.clone().unwrap_or_else(|| name_for(title));
        if !ids.insert(id.clone()) {
            mistakes.at(
                cut.title.start,
                format!("two sections are named `{id}`"),
                "give one of them another heading, or another `id` in article.toml",
            );
        }
        let mut blocks = blocks(text, cut.body);
        blocks.shrink_to_fit();
        if blocks.is_empty() {
            mistakes.at(
                cut.title.start,
                format!("the section \"{title}\" is empty"),
                "write at least one line below its heading, or delete it",
            );
            continue;
        }
        sections.push(Section {
            id,
            number: cut.number,
            about,
            title: cut.title,
            blocks,
        });
    }
    sections
}

/// Notes a heading or a section that no message could print.
fn measure(text: &str, cut: &Cut, mistakes: &mut Mistakes<'_>) {
    let heading = cut.title.of(text).chars().count();
    if heading > HEADING_LIMIT {
        mistakes.at(
            cut.title.start,
            format!("a heading of {heading} characters"),
            format!("write at most {HEADING_LIMIT}"),
        );
    }
    let body = cut.body.of(text).trim().chars().count();
    if body > SECTION_LIMIT {
        mistakes.at(
            cut.title.start,
            format!("a section of {body} characters"),
            format!("cut it in two with another `## ` heading; at most {SECTION_LIMIT}"),
        );
    }
}

fn name_for(title: &str) -> SectionId {
    if title.is_empty() {
        return SectionId::introduction();
    }
    if title.to_lowercase().starts_with("closing") {
        return SectionId::closing();
    }
    SectionId::made_of(title)
}
