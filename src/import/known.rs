//! What is known of an article that is there already: a sibling about the same, or the one that a newer text replaces.

mod matching;

pub use matching::{Match, Moved};

use super::error::ImportError;
use crate::content::{About, Article, Mistakes, Rating, SectionId, Slug, read_text};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// An article that is there, as far as another can take from it.
#[derive(Clone, Debug)]
pub struct Known {
    /// The name of its folder.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What its author says about the whole.
    pub about: About,
    /// How it speaks, a line each.
    pub tone: Vec<String>,
    /// Its sections, in reading order.
    pub sections: Vec<KnownSection>,
    /// Its files of questions, by their names.
    pub asked: Vec<(String, String)>,
    /// How many questions in its own language each section has, by its id.
    counts: BTreeMap<String, usize>,
    role: Role,
}

/// Why it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Sibling,
    Before,
}

/// A section that is there.
#[derive(Clone, Debug)]
pub struct KnownSection {
    /// Its stable name.
    pub id: SectionId,
    /// The number in its heading.
    pub number: Option<u32>,
    /// Its heading without the number.
    pub title: String,
    /// What readers call its topic.
    pub keywords: Vec<String>,
    /// One line to be shown before it.
    pub note: Option<String>,
    /// The sections that its reader needs next.
    pub related: Vec<SectionId>,
    /// Whether it is the closing.
    pub is_closing: bool,
}

impl Known {
    /// Reads the article in `folder`, whose words of knowledge another one takes.
    ///
    /// # Errors
    ///
    /// That there is none.
    pub fn sibling(folder: &Path) -> Result<Known, ImportError> {
        read(folder, Role::Sibling).ok_or_else(|| ImportError::NoSibling(folder.to_owned()))
    }

    /// Reads the article in `folder`, over which a newer text is imported.
    ///
    /// # Errors
    ///
    /// That there is none.
    pub fn before(folder: &Path) -> Result<Known, ImportError> {
        read(folder, Role::Before).ok_or_else(|| ImportError::NothingBefore(folder.to_owned()))
    }

    /// Whether a newer text takes its place.
    pub fn is_before(&self) -> bool {
        self.role == Role::Before
    }

    /// Whether its author says that it touches what not everyone wants to meet.
    pub fn is_sensitive(&self) -> bool {
        self.about.rating == Rating::Sensitive
    }
}

fn read(folder: &Path, role: Role) -> Option<Known> {
    let article = article(folder)?;
    let sections = article.sections().iter().enumerate();
    let sections = sections.map(|(at, section)| KnownSection {
        id: section.id.clone(),
        number: section.number,
        title: article.section_title(at).as_str().to_owned(),
        keywords: section.about.keywords.clone(),
        note: section.about.note.clone(),
        related: section.about.related.clone(),
        is_closing: article.closing() == Some(at),
    });
    let sections = sections.collect();
    let asked = asked(folder);
    let about_text = read_text(&folder.join("article.toml")).unwrap_or_default();
    Some(Known {
        name: article.slug.to_string(),
        title: article.title().as_str().to_owned(),
        about: article.about,
        tone: tone(&about_text),
        sections,
        counts: counts(&asked),
        asked,
        role,
    })
}

/// The article in `folder`, its author's own text.
pub fn article(folder: &Path) -> Option<Article> {
    let slug = Slug::new(folder.file_name()?.to_str()?)?;
    let text = read_text(&folder.join("article.md")).ok()?;
    let toml = folder.join("article.toml");
    let (about, _) = About::read(&toml, &read_text(&toml).unwrap_or_default());
    // What is wrong in it is its author's to mend; what is right serves.
    let mut mistakes = Mistakes::new(Path::new("article.md"), &text);
    Some(Article::read(slug, text.clone(), about, &mut mistakes))
}

fn tone(about: &str) -> Vec<String> {
    let table: toml::Table = toml::from_str(about).unwrap_or_default();
    let lines = table.get("tone").and_then(toml::Value::as_array);
    let lines = lines.into_iter().flatten().filter_map(toml::Value::as_str);
    lines.map(str::to_owned).collect()
}

fn counts(asked: &[(String, String)]) -> BTreeMap<String, usize> {
    let own = asked.iter().find(|(name, _)| name == "asked.toml");
    let table: Option<toml::Table> = own.and_then(|(_, text)| toml::from_str(text).ok());
    let sections = table.and_then(|mut table| table.remove("sections"));
    let Some(toml::Value::Table(sections)) = sections else {
        return BTreeMap::new();
    };
    let counted = sections
        .into_iter()
        .map(|(id, lines)| (id, lines.as_array().map_or(0, Vec::len)));
    counted.collect()
}

/// `asked.toml` and `asked.fr.toml` and so on, in the order of their names.
fn asked(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.starts_with("asked.") && name.ends_with(".toml"))
        .collect();
    names.sort();
    let text = |name: String| Some((name.clone(), read_text(&folder.join(&name)).ok()?));
    names.into_iter().filter_map(text).collect()
}
