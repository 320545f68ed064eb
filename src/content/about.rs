//! What an author says about an article: `article.toml`.

use super::mistake::{Mistake, Mistakes, instead_of};
use super::names::NAME_LIMIT;
use super::names::SectionId;
use super::phrases::tongue;
use super::reader::{self, At, Table};
use std::cell::RefCell;
use std::path::Path;

/// Who should read an article without being asked twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rating {
    /// Anyone. Care listens only to plain words of the asker's own danger.
    #[default]
    Everyone,
    /// It touches what not everyone wants to meet unprepared; moderators may keep it to age-restricted channels, and
    /// care listens to every sign of need.
    Sensitive,
}

/// What `article.toml` says about the whole article.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Who wrote it, if told.
    pub author: Option<String>,
    /// Where its words come from, if told.
    pub source: Option<String>,
    /// Under what licence it may be copied, if told.
    pub license: Option<String>,
    /// The language it is written in, as a tag: `en`.
    pub language: String,
    /// The other languages that there are example questions in, as tags; the loader finds them beside it.
    pub asked_in: Vec<String>,
    /// Who should read it without being asked twice.
    pub rating: Rating,
    /// The section whose last block is the closing advice, if the author names one.
    pub closing: Option<SectionId>,
    /// Whether the author says that there is no closing advice.
    pub no_closing: bool,
    title: Option<At<String>>,
    closing_at: usize,
    sections: Vec<Entry>,
}

/// What `article.toml` says about one section.
#[derive(Clone, Debug, Default)]
pub struct AboutSection {
    /// Its stable name, if the author gives one.
    pub id: Option<SectionId>,
    /// What readers call its topic.
    pub keywords: Vec<String>,
    /// One line to be shown before it, for sections that touch something tender.
    pub note: Option<String>,
    /// The sections a reader of this one needs next, the nearest first.
    pub related: Vec<SectionId>,
}

/// One `[[section]]` and how it finds its section.
#[derive(Clone, Debug)]
struct Entry {
    at: usize,
    number: Option<u32>,
    heading: Option<String>,
    taken: bool,
    section: AboutSection,
    related_at: Vec<usize>,
}

impl About {
    /// Reads `article.toml`.
    pub fn read(file: &Path, text: &str) -> (About, Vec<Mistake>) {
        let mistakes = RefCell::new(Mistakes::new(file, text));
        let about = reader::read(&mistakes, text, about);
        (about, mistakes.into_inner().into_vec())
    }

    /// Reads `article.fr.toml`, which tells of the text in `language` beside an article: what differs there.
    pub fn read_beside(file: &Path, text: &str, language: &str) -> (About, Vec<Mistake>) {
        let mistakes = RefCell::new(Mistakes::new(file, text));
        let about = reader::read(&mistakes, text, |root| beside(root, language));
        (about, mistakes.into_inner().into_vec())
    }

    /// The same of a text beside the article that `own` tells of: what is not told is as there.
    pub(super) fn completed(self, own: &About, closing: Option<SectionId>) -> About {
        let other = |tag: &&String| tongue(tag) != tongue(&self.language);
        About {
            asked_in: own.asked_in.iter().filter(other).cloned().collect(),
            author: self.author.or_else(|| own.author.clone()),
            source: self.source.or_else(|| own.source.clone()),
            license: self.license.or_else(|| own.license.clone()),
            rating: own.rating,
            no_closing: closing.is_none(),
            closing,
            ..self
        }
    }

    /// Whether one of its sections is named `id`.
    pub(super) fn names(&self, id: &SectionId) -> bool {
        let mut sections = self.sections.iter();
        sections.any(|entry| entry.section.id.as_ref() == Some(id))
    }

    /// What is said of the section with this number or, without one, this title; each is handed out once.
    pub(super) fn take(&mut self, number: Option<u32>, title: &str) -> AboutSection {
        let fits = |entry: &&mut Entry| match (number, &entry.heading) {
            _ if entry.taken => false,
            (Some(number), None) => entry.number == Some(number),
            (_, Some(heading)) => heading == title,
            (None, None) if title.is_empty() => entry.is(&SectionId::introduction()),
            (None, None) => {
                let closing = title.to_lowercase().starts_with("closing");
                closing && entry.is(&SectionId::closing())
            }
        };
        match self.sections.iter_mut().find(fits) {
            None => AboutSection::default(),
            Some(entry) => {
                entry.taken = true;
                entry.section.clone()
            }
        }
    }

    /// What is wrong with an entry that no section took, and what to do.
    fn untaken(&self, entry: &Entry, words: &str) -> (String, &'static str) {
        let twice = |other: &Entry| other.taken && other.same_heading(entry);
        match self.sections.iter().any(twice) {
            true => (
                "a second [[section]] for the same heading".to_owned(),
                "keep one of them",
            ),
            false => (
                format!("this [[section]] is not in {words}"),
                "give it the `number` of a heading, or the `heading` itself word for word",
            ),
        }
    }

    /// Notes what does not fit the article, whose `words` are that file: entries without a section, links to nowhere,
    /// another title, no closing.
    pub(super) fn compare(
        &self,
        title: &str,
        sections: &[SectionId],
        has_closing: bool,
        words: &str,
        mistakes: &mut Mistakes<'_>,
    ) {
        if let Some(told) = self.title.as_ref().filter(|told| told.value != title) {
            mistakes.at(
                told.at,
                format!("the title differs from {words}, which says \"{title}\""),
                "write the same in both",
            );
        }
        for entry in &self.sections {
            if !entry.taken {
                let (what, instead) = self.untaken(entry, words);
                mistakes.at(entry.at, what, instead);
            }
            for (link, at) in entry.section.related.iter().zip(&entry.related_at) {
                if !sections.contains(link) {
                    mistakes.at(
                        *at,
                        format!("`related` names `{link}`, which is no section"),
                        instead_of(link.as_str(), sections.iter().map(SectionId::as_str)),
                    );
                }
            }
        }
        if let Some(named) = self.closing.as_ref().filter(|_| !has_closing) {
            mistakes.at(
                self.closing_at,
                format!("`closing` names `{named}`, which is no section"),
                instead_of(named.as_str(), sections.iter().map(SectionId::as_str)),
            );
        } else if !has_closing && !self.no_closing {
            mistakes.at(
                0,
                "the article has no closing",
                "write a section `## Closing …`, or `closing = \"its id\"`, or `closing = \"none\"`",
            );
        }
    }
}

impl Entry {
    /// Whether both speak of the same heading.
    fn same_heading(&self, other: &Entry) -> bool {
        let told = self.number.is_some() || self.heading.is_some();
        let same_id = self.section.id == other.section.id;
        self.number == other.number && self.heading == other.heading && (told || same_id)
    }

    fn is(&self, id: &SectionId) -> bool {
        self.number.is_none() && self.section.id.as_ref() == Some(id)
    }
}

fn about(root: &Table<'_, '_, '_>) -> About {
    let ratings = [
        ("everyone", Rating::Everyone),
        ("sensitive", Rating::Sensitive),
    ];
    let closing = root.text("closing");
    root.texts("tone");
    About {
        asked_in: Vec::new(),
        title: root.text("title"),
        author: value(root.text("author")),
        source: value(root.text("source")),
        license: value(root.text("license")),
        language: value(root.text("language")).unwrap_or_else(|| "en".to_owned()),
        rating: root.one_of("audience", &ratings).unwrap_or_default(),
        no_closing: closing.as_ref().is_some_and(|id| id.value == "none"),
        closing_at: closing.as_ref().map_or(0, |id| id.at),
        closing: closing
            .filter(|id| id.value != "none")
            .and_then(|id| section_id(root, id)),
        sections: root.tables("section").iter().map(entry).collect(),
    }
}

/// What tells of a text in `language` beside an article. Who may read it, how it ends and what leads where is one for
/// all of its texts, and stands in `article.toml`.
fn beside(root: &Table<'_, '_, '_>, language: &str) -> About {
    root.texts("tone");
    if let Some(told) = root
        .text("language")
        .filter(|told| tongue(&told.value) != tongue(language))
    {
        root.mistake(
            told.at,
            format!(
                "the language is `{}`, and the file's name says `{language}`",
                told.value
            ),
            "write the same in both",
        );
    }
    About {
        title: root.text("title"),
        author: value(root.text("author")),
        source: value(root.text("source")),
        license: value(root.text("license")),
        language: language.to_owned(),
        sections: root.tables("section").iter().map(told_of).collect(),
        ..About::default()
    }
}

fn told_of(table: &Table<'_, '_, '_>) -> Entry {
    entry_with(table, Vec::new())
}

fn entry(table: &Table<'_, '_, '_>) -> Entry {
    entry_with(table, table.texts("related"))
}

fn entry_with(table: &Table<'_, '_, '_>, related: Vec<At<String>>) -> Entry {
    let number = table.number("number");
    let entry = Entry {
        at: table.at,
        number: number.and_then(|number| u32::try_from(number.value).ok()),
        heading: value(table.text("heading")),
        taken: false,
        section: AboutSection {
            id: table
                .required_text("id")
                .and_then(|id| section_id(table, id)),
            keywords: table
                .texts("keywords")
                .into_iter()
                .map(|k| k.value)
                .collect(),
            note: value(table.text("note")),
            related: Vec::new(),
        },
        related_at: Vec::new(),
    };
    table.end();
    let links = related.into_iter().filter_map(|link| {
        let at = link.at;
        Some((section_id(table, link)?, at))
    });
    let (related, related_at) = links.unzip();
    Entry {
        section: AboutSection {
            related,
            ..entry.section
        },
        related_at,
        ..entry
    }
}

fn section_id(table: &Table<'_, '_, '_>, name: At<String>) -> Option<SectionId> {
    let id = SectionId::new(&name.value);
    if id.is_none() {
        table.mistake(
            name.at,
            format!("`{}` cannot be a section's id", name.value),
            format!("write small letters, digits and hyphens, at most {NAME_LIMIT}"),
        );
    }
    id
}

fn value<T>(found: Option<At<T>>) -> Option<T> {
    found.map(|found| found.value)
}
