//! Somebody's text becomes an article: its words byte for byte, its sections found, the rest reported.
//!
//! Reading and cutting are pure and know no article in particular. Only `file`, `folder`, `write` and `known` touch the disk.

mod about;
mod asciidoc;
mod beside;
mod bytes;
mod changed;
mod closing;
mod code;
mod draft;
mod error;
mod file;
mod folder;
mod front;
mod headings;
mod html;
mod keywords;
mod kind;
mod known;
mod left_out;
mod line;
mod markdown;
mod matter;
mod outline;
mod part;
mod parts;
mod plain;
mod report;
mod rst;
mod signs;
mod table;
mod weak;
mod wrap;
mod write;

pub use changed::{Changed, Mark};
pub use error::{ImportError, Other};
pub use file::{import_file, import_wanted};
pub use folder::{Brought, import_folder, name_of};
pub use kind::Kind;
pub use known::Known;
pub use left_out::{LeftOut, Why};
pub use weak::Weak;

use crate::content::{
    About, Article, HEADING_LIMIT, Languages, Mistake, Mistakes, SECTION_LIMIT, SectionId, Slug,
    UNDETERMINED, is_in_other_letters,
};
use crate::text::typed;
use draft::Draft;
use known::{Match, Moved};
use part::Part;
use std::path::{Path, PathBuf};

/// What whoever imports says about a text.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Its title, instead of the one that it tells.
    pub title: Option<String>,
    /// Its language, as a tag, instead of the one that it tells.
    pub language: Option<String>,
    /// The name of an article in the same folder whose keywords, related parts and questions it takes.
    pub like: Option<String>,
    /// Whether it takes the place of an article that is there.
    pub again: bool,
    /// Whether it is an article that is there, in another language.
    pub beside: bool,
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
    /// Its language, as a tag.
    pub language: String,
    /// How we know.
    pub language_by: By,
    /// Its words.
    pub article_md: String,
    /// What is known about them: ids, numbers, keywords.
    pub article_toml: String,
    /// The files of questions that it takes from another article, by their names.
    pub asked: Vec<(String, String)>,
    /// Its sections, in reading order.
    pub sections: Vec<Found>,
    /// What is not in it, in the order of the text.
    pub left_out: Vec<LeftOut>,
    /// What was put into other marks.
    pub changed: Changed,
    /// What else there is to tell, a line each.
    pub notes: Vec<String>,
    /// The file of its words, where they stand beside the same article in another language.
    pub beside: Option<String>,
    /// What it took from another article, or from the one that it takes the place of.
    moved: Option<Moved>,
}

/// How the language of a text is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Whoever imports said so, or the text did.
    Told,
    /// Its letters and common words say so.
    Words,
    /// Nothing says so.
    Guess,
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
    /// What helps it most.
    pub weak: Option<Weak>,
}

/// Makes an article of `text`.
///
/// # Errors
///
/// Why there is none to be made.
pub fn import(text: &str, kind: Kind, slug: &Slug) -> Result<Imported, ImportError> {
    let languages = Languages::of_folder(Path::new(""));
    import_as(text, kind, slug, &Wanted::default(), &languages, None)
}

/// Makes an article of `text` as it is `wanted`, with what is `known` of another one.
///
/// # Errors
///
/// Why there is none to be made.
pub fn import_as(
    text: &str,
    kind: Kind,
    slug: &Slug,
    wanted: &Wanted,
    languages: &Languages,
    known: Option<&Known>,
) -> Result<Imported, ImportError> {
    let text = with_plain_line_ends(text);
    if text.trim().is_empty() {
        return Err(ImportError::NoWords);
    }
    let mut draft = read(&text, kind);
    draft.title = wanted.title.clone().or(draft.title);
    outline::find(&mut draft);
    draft.title = wanted.title.clone().or(draft.title);
    matter::leave_out(&mut draft);
    let mut parts = parts::cut(&mut draft);
    if parts.is_empty() {
        return Err(ImportError::NoWords);
    }
    name_only_part(&mut parts, draft.title.as_deref(), slug);
    refuse_book(&parts)?;
    closing::find(&mut parts);
    refuse_long(&parts)?;
    draft.notes.extend(weak::notes(&parts));
    let language = language(wanted, &draft, &parts, languages)?;
    checked(assembled(draft, &parts, slug, language, known))
}

/// An article of one part has its title for a heading: what is quoted needs a name.
fn name_only_part(parts: &mut [Part], title: Option<&str>, slug: &Slug) {
    if let [part] = parts
        && part.heading.is_none()
    {
        let title = title.map_or_else(|| title_of(slug.as_str()), in_one_line);
        part.heading = Some(title).filter(|title| title.chars().count() <= HEADING_LIMIT);
    }
}

fn read(text: &str, kind: Kind) -> Draft {
    let mut facts = Draft::default();
    let (text, first) = front::take(text, &mut facts);
    let mut draft = match kind {
        Kind::Plain => plain::read(text, first),
        Kind::Markdown => markdown::read(text, first),
        Kind::Html => html::read(text, first),
        Kind::Rst => rst::read(text, first, Draft::default()),
        Kind::AsciiDoc => asciidoc::read(text, first, Draft::default()),
    };
    draft.title = facts.title.or(draft.title);
    draft.author = facts.author.or(draft.author);
    draft.language = facts.language.or(draft.language);
    draft.license = facts.license.or(draft.license);
    draft.left_out.extend(facts.left_out);
    draft
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

/// The language: as it is wanted, as the text tells, as its words show.
fn language(
    wanted: &Wanted,
    draft: &Draft,
    parts: &[Part],
    languages: &Languages,
) -> Result<(String, By), ImportError> {
    if let Some(tag) = &wanted.language {
        let code = about::language(tag).ok_or_else(|| ImportError::Language(tag.clone()))?;
        return Ok((code, By::Told));
    }
    if let Some(code) = draft.language.as_deref().and_then(about::language) {
        return Ok((code, By::Told));
    }
    let mut words = draft.title.clone().unwrap_or_default();
    for part in parts {
        words.push_str(&format!("\n{}\n{}", part.title(), part.body()));
    }
    Ok(match languages.written_in(&words) {
        Some(tag) => (tag.to_owned(), By::Words),
        None => (guess(&words).to_owned(), By::Guess),
    })
}

/// English shows by its common words long before. In words.
const TELLING: usize = 40;

/// The language to write down where none shows. As English, a text in another would take questions in its own language
/// for foreign.
fn guess(text: &str) -> &'static str {
    match is_in_other_letters(text) || typed(text).count() > TELLING {
        true => UNDETERMINED,
        false => "en",
    }
}

fn assembled(
    draft: Draft,
    parts: &[Part],
    slug: &Slug,
    (language, language_by): (String, By),
    known: Option<&Known>,
) -> Imported {
    let title_told = draft.title.is_some();
    let before = known
        .filter(|known| known.is_before())
        .map(|known| known.title.clone());
    let title = draft
        .title
        .clone()
        .or(before)
        .map(|title| in_one_line(&title))
        .unwrap_or_else(|| title_of(slug.as_str()));
    let matched = known.map(|known| Match::of(parts, known));
    let ids = parts::ids(parts, matched.as_ref());
    let facts = about::Facts {
        title: &title,
        title_told,
        author: draft.author.as_deref(),
        license: draft.license.as_deref(),
        language: &language,
    };
    let article_toml = about::article_toml(&facts, parts, &ids, matched.as_ref());
    let asked = matched.as_ref().map(|matched| matched.asked(&ids));
    let sections = parts::found(parts, &ids, matched.as_ref());
    let moved = matched.map(|matched| matched.moved(parts, &ids));
    let mut left_out = draft.left_out;
    left_out.sort_by_key(|left| left.line);
    Imported {
        slug: slug.clone(),
        folder: PathBuf::from(slug.as_str()),
        article_md: parts::article_md(&title, parts),
        article_toml,
        asked: asked.unwrap_or_default(),
        title,
        title_told,
        language,
        language_by,
        sections,
        left_out,
        changed: draft.changed,
        notes: draft.notes,
        beside: None,
        moved,
    }
}

fn in_one_line(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
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
    let text = imported.article_md.clone();
    let article = Article::read(imported.slug.clone(), text, about, &mut mistakes);
    found.extend(mistakes.into_vec());
    let mut mistakes = Mistakes::new(toml, &imported.article_toml);
    article.compare(&mut mistakes);
    found.extend(mistakes.into_vec());
    found
}
