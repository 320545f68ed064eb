//! A file becomes an article in a folder.

use super::beside::put_beside;
use super::known::Known;
use super::{ImportError, Imported, Kind, Wanted, bytes, import_as, write};
use crate::content::{Languages, Mistake, ReadError, Slug, read_bytes};
use std::path::Path;

/// Reads `file`, makes an article of it and writes that to the folder `slug` of `content_dir`.
///
/// # Errors
///
/// Why there is no article. Then nothing was written.
pub fn import_file(file: &Path, content_dir: &Path, slug: &str) -> Result<Imported, ImportError> {
    import_wanted(file, content_dir, slug, &Wanted::default())
}

/// The same as `wanted`.
///
/// # Errors
///
/// Why there is no article. Then nothing was written.
pub fn import_wanted(
    file: &Path,
    content_dir: &Path,
    slug: &str,
    wanted: &Wanted,
) -> Result<Imported, ImportError> {
    let slug = slug_for(slug)?;
    let goal = content_dir.join(slug.as_str());
    if !wanted.again && !wanted.beside {
        write::refuse_existing(&goal)?;
    }
    let known = match (&wanted.like, wanted.again && !wanted.beside) {
        (_, true) => Some(Known::before(&goal)?),
        (Some(like), false) => Some(Known::sibling(&content_dir.join(like))?),
        (None, false) => None,
    };
    let bytes = read_bytes(file).map_err(|error| unread(file, error))?;
    let (text, note) = bytes::text(file, &bytes)?;
    let languages = Languages::of_folder(content_dir);
    let kind = Kind::of(file, &text);
    let mut imported = import_as(&text, kind, &slug, wanted, &languages, known.as_ref())?;
    imported.folder = goal.clone();
    imported.notes.splice(0..0, note);
    if wanted.beside {
        put_beside(&mut imported, &goal, wanted.again)?;
        return Ok(imported);
    }
    let mut files = vec![
        ("article.md", imported.article_md.as_str()),
        ("article.toml", imported.article_toml.as_str()),
    ];
    files.extend(
        imported
            .asked
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str())),
    );
    match wanted.again {
        true => write::write_over(&goal, &files)?,
        false => write::write(&goal, &files)?,
    }
    Ok(imported)
}

/// `content/phrases/` holds the bot's own sentences, and other folders other things of ours.
const TAKEN: &[&str] = &["phrases", "care", "encoder"];

fn slug_for(name: &str) -> Result<Slug, ImportError> {
    Slug::new(name)
        .filter(|slug| {
            !TAKEN.contains(&slug.as_str()) && slug.as_str().contains(char::is_alphanumeric)
        })
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
