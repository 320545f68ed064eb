//! Somebody's text becomes an article: its words byte for byte, its sections found, the rest reported.
//!
//! Reading and cutting are pure and know no article in particular. Only `write` touches the disk.

mod about;
mod closing;
mod draft;
mod error;
mod headings;
mod html;
mod keywords;
mod left_out;
mod markdown;
mod matter;
mod outline;
mod parts;
mod plain;
mod report;
mod write;

pub use error::ImportError;
pub use left_out::{LeftOut, Why};

use crate::content::{
    About, Article, Mistake, Mistakes, ReadError, SECTION_LIMIT, SectionId, Slug, note_forbidden,
    read_text,
};
use draft::Draft;
use parts::Part;
use std::path::{Path, PathBuf};

/// How the text to import is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Lines and empty lines; headings are numbered.
    Plain,
    /// Markdown, as CommonMark has it.
    Markdown,
    /// A web page.
    Html,
}

/// A text made into an article, not yet written.
#[derive(Clone, Debug)]
pub struct Imported {
    /// Its name.
    pub slug: Slug,
    /// Where it lies, or will.
    pub folder: PathBuf,
    /// The article's title.
    pub title: String,
    /// Whether the text told its title; without one it is made of the slug.
    pub title_told: bool,
    /// Its words.
    pub article_md: String,
    /// What is known about them: ids, numbers, keywords.
    pub article_toml: String,
    /// Its sections, in reading order.
    pub sections: Vec<Found>,
    /// What is not in it, in the order of the text.
    pub left_out: Vec<LeftOut>,
}

/// One section as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its name.
    pub id: SectionId,
    /// The number in its heading, if it has one.
    pub number: Option<u32>,
    /// Its heading without the number; empty for the introduction.
    pub title: String,
    /// The line of the text where it begins.
    pub line: usize,
}

impl Kind {
    /// The kind of `file` by the end of its name or, where that says nothing, by how `text` begins.
    pub fn of(file: &Path, text: &str) -> Kind {
        let end = file.extension().unwrap_or_default().to_string_lossy();
        match end.to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mkd" => Kind::Markdown,
            "html" | "htm" | "xhtml" => Kind::Html,
            _ if begins_as_html(text) => Kind::Html,
            _ => Kind::Plain,
        }
    }
}

fn begins_as_html(text: &str) -> bool {
    let first = text.trim_start().get(..9).unwrap_or_default();
    let first = first.to_ascii_lowercase();
    first == "<!doctype" || first.starts_with("<html")
}

/// Reads `file`, makes an article of it and writes that to the folder `slug` of `content_dir`.
///
/// # Errors
///
/// Why there is no article. Then nothing was written.
pub fn import_file(file: &Path, content_dir: &Path, slug: &str) -> Result<Imported, ImportError> {
    let slug = slug_for(slug)?;
    let goal = content_dir.join(slug.as_str());
    write::refuse_existing(&goal)?;
    let text = read_text(file).map_err(|error| unread(file, error))?;
    let imported = Imported {
        folder: goal.clone(),
        ..import(&text, Kind::of(file, &text), &slug)?
    };
    let files = [
        ("article.md", imported.article_md.as_str()),
        ("article.toml", imported.article_toml.as_str()),
    ];
    write::write(&goal, &files)?;
    Ok(imported)
}

/// `content/phrases/` holds the bot's own sentences.
const TAKEN: &str = "phrases";

fn slug_for(name: &str) -> Result<Slug, ImportError> {
    Slug::new(name)
        .filter(|slug| slug.as_str() != TAKEN && slug.as_str().contains(char::is_alphanumeric))
        .ok_or_else(|| ImportError::Slug(name.to_owned()))
}

fn unread(file: &Path, error: ReadError) -> ImportError {
    let file = file.to_owned();
    match error {
        ReadError::Io(error) => ImportError::Unreadable { file, error },
        ReadError::Unfit {
            line,
            what,
            instead,
        } => ImportError::Unfit(Mistake {
            file,
            line,
            what,
            instead,
        }),
    }
}

/// Makes an article of `text`.
///
/// # Errors
///
/// Why there is none to be made.
pub fn import(text: &str, kind: Kind, slug: &Slug) -> Result<Imported, ImportError> {
    let text = with_plain_line_ends(text);
    if text.trim().is_empty() {
        return Err(ImportError::NoWords);
    }
    let mut draft = match kind {
        Kind::Plain => plain::read(&text),
        Kind::Markdown => markdown::read(&text),
        Kind::Html => html::read(&text),
    };
    outline::find(&mut draft);
    matter::leave_out(&mut draft);
    let mut parts = parts::cut(&mut draft);
    if parts.iter().all(|part| part.heading.is_none()) {
        return Err(ImportError::NoHeadings);
    }
    refuse_book(&parts)?;
    closing::find(&mut parts);
    refuse_long(&parts)?;
    let imported = assembled(draft, &parts, slug);
    checked(imported)
}

/// `text` without a byte order mark and without carriage returns.
fn with_plain_line_ends(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// More sections than anybody pages through; the longest lists of reasons have a hundred.
const SECTIONS_LIMIT: usize = 500;

fn refuse_book(parts: &[Part]) -> Result<(), ImportError> {
    if parts.len() > SECTIONS_LIMIT {
        return Err(ImportError::TooManySections(parts.len()));
    }
    Ok(())
}

fn refuse_long(parts: &[Part]) -> Result<(), ImportError> {
    for part in parts {
        let length = part.body().trim().chars().count();
        if length > SECTION_LIMIT {
            return Err(ImportError::LongSection {
                line: part.line,
                length,
            });
        }
    }
    Ok(())
}

fn assembled(draft: Draft, parts: &[Part], slug: &Slug) -> Imported {
    let title_told = draft.title.is_some();
    let title = draft
        .title
        .clone()
        .unwrap_or_else(|| title_of(slug.as_str()));
    let sections = parts::found(parts);
    let mut left_out = draft.left_out;
    left_out.sort_by_key(|left| left.line);
    let facts = about::Facts {
        title: &title,
        title_told,
        author: draft.author.as_deref(),
        language: draft.language.as_deref(),
    };
    Imported {
        slug: slug.clone(),
        folder: PathBuf::from(slug.as_str()),
        article_md: parts::article_md(&title, parts),
        article_toml: about::article_toml(&facts, parts, &sections),
        title,
        title_told,
        sections,
        left_out,
    }
}

/// "why-he-left" as a title: "Why He Left".
fn title_of(slug: &str) -> String {
    let words = slug.split('-').filter(|word| !word.is_empty());
    let words: Vec<String> = words
        .map(|word| word[..1].to_uppercase() + &word[1..])
        .collect();
    words.join(" ")
}

/// `imported`, if it would pass the check that every article must pass.
fn checked(imported: Imported) -> Result<Imported, ImportError> {
    let mistakes = mistakes(&imported);
    if mistakes.is_empty() {
        return Ok(imported);
    }
    Err(ImportError::WouldNotPass(mistakes))
}

fn mistakes(imported: &Imported) -> Vec<Mistake> {
    let toml = Path::new("article.toml");
    let (about, mut found) = About::read(toml, &imported.article_toml);
    let mut mistakes = Mistakes::new(Path::new("article.md"), &imported.article_md);
    note_forbidden(&imported.article_md, &mut mistakes);
    let text = imported.article_md.clone();
    let article = Article::read(imported.slug.clone(), text, about, &mut mistakes);
    found.extend(mistakes.into_vec());
    let mut mistakes = Mistakes::new(toml, &imported.article_toml);
    article.compare(&mut mistakes);
    found.extend(mistakes.into_vec());
    found
}
