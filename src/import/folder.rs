//! A folder of texts, each brought in as an article of its own.

use super::{ImportError, Imported, Kind, Wanted, import_wanted};
use crate::content::{NAME_LIMIT, SectionId};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What became of one file.
#[derive(Debug)]
pub struct Brought {
    /// The file.
    pub file: PathBuf,
    /// The name that its article has, or would have.
    pub slug: String,
    /// The article, or why there is none.
    pub result: Result<Imported, ImportError>,
}

/// Ends of names that are texts, beside those whose kind we know, and those whose sentence helps.
const TEXTS: &[&str] = &["txt", "text", "pdf", "docx", "odt", "epub", "rtf"];

/// Imports every text that lies in `folder` itself, named after its file, in the order of their names.
///
/// # Errors
///
/// That the folder cannot be read, or holds no text.
pub fn import_folder(
    folder: &Path,
    content_dir: &Path,
    wanted: &Wanted,
) -> Result<Vec<Brought>, ImportError> {
    let unreadable = |error| ImportError::Unreadable {
        file: folder.to_owned(),
        error,
    };
    let entries = fs::read_dir(folder).map_err(unreadable)?.flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|file| is_text(file))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(ImportError::NoTexts(folder.to_owned()));
    }
    let mut taken = BTreeSet::new();
    let brought = files.into_iter().map(|file| {
        let slug = free_name(&name_of(&file), &taken);
        taken.insert(slug.clone());
        Brought {
            result: import_wanted(&file, content_dir, &slug, wanted),
            file,
            slug,
        }
    });
    Ok(brought.collect())
}

/// The name that an article has after its file: `How to sow.md` becomes `how-to-sow`.
pub fn name_of(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    SectionId::made_of(&stem).as_str().to_owned()
}

fn is_text(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let end = file
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_ascii_lowercase();
    let known = Kind::by_name(file).is_some() || TEXTS.contains(&end.as_str());
    file.is_file() && known && !name.starts_with('.')
}

fn free_name(name: &str, taken: &BTreeSet<String>) -> String {
    let counted = (2..).map(|count| {
        let end = format!("-{count}");
        let room = name.len().min(NAME_LIMIT - end.len());
        format!("{}{end}", name[..room].trim_end_matches('-'))
    });
    let mut names = std::iter::once(name.to_owned()).chain(counted);
    names
        .find(|name| !taken.contains(name))
        .expect("the count goes on until a name is free")
}
