//! A text put beside an article that is there: the same in another language, section for section.

use super::about::beside_toml;
use super::error::ImportError;
use super::{Imported, known, write};
use crate::content::phrases::tongue;
use crate::content::{About, Article, Mistakes};
use std::fs;
use std::path::Path;

/// Puts `imported` beside the article in `goal` and writes both files that it takes; what else lies there stays.
///
/// # Errors
///
/// Why it is not that article in another language. Then nothing was written.
pub fn put_beside(imported: &mut Imported, goal: &Path, again: bool) -> Result<(), ImportError> {
    let own = known::article(goal).ok_or_else(|| ImportError::NothingBeside(goal.to_owned()))?;
    let language = imported.language.clone();
    if own.is_in(&language) {
        return Err(ImportError::SameLanguage(language));
    }
    let there = there(goal, &language);
    if let Some(there) = there.as_ref().filter(|_| !again) {
        return Err(ImportError::Exists(
            goal.join(format!("article.{there}.md")),
        ));
    }
    let language = there.unwrap_or(language);
    let (words, toml) = (
        format!("article.{language}.md"),
        format!("article.{language}.toml"),
    );
    let itself = itself(imported);
    let beside = beside(imported, &own, &language);
    refuse_another(&own, &beside)?;
    imported.article_toml = beside_toml(imported, &beside, &itself);
    imported.beside = Some(words.clone());
    for (found, section) in imported.sections.iter_mut().zip(beside.sections()) {
        found.id = section.id.clone();
    }
    let files = [
        (words.as_str(), imported.article_md.as_str()),
        (toml.as_str(), imported.article_toml.as_str()),
    ];
    write::write_over(goal, &files)
}

/// The tag in the name of the text in `language` that lies in `goal` already.
fn there(goal: &Path, language: &str) -> Option<String> {
    let entries = fs::read_dir(goal).into_iter().flatten().flatten();
    let mut names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names.find_map(|name| {
        let tag = name.strip_prefix("article.")?.strip_suffix(".md")?;
        (tongue(tag) == tongue(language)).then(|| tag.to_owned())
    })
}

/// Refuses `beside` unless it has the sections of `own`, in their order.
fn refuse_another(own: &Article, beside: &Article) -> Result<(), ImportError> {
    let told = |article: &Article, sections: Vec<usize>| -> Vec<String> {
        let sections = sections.into_iter();
        sections.map(|at| article.told(at)).collect()
    };
    let lacks = told(own, beside.without(own));
    let alone = told(beside, own.without(beside));
    let mut pairs = own.sections().iter().zip(beside.sections());
    let swapped = pairs.position(|(there, here)| there.id != here.id);
    match (swapped, lacks.is_empty() && alone.is_empty()) {
        (None, true) => Ok(()),
        (swapped, same) => Err(ImportError::NotTheSame {
            lacks,
            alone,
            swapped: swapped.filter(|_| same).map(|at| beside.told(at)),
        }),
    }
}

/// `imported` as an article by itself, for what an import finds out about its sections.
fn itself(imported: &Imported) -> Article {
    let file = Path::new("article.toml");
    let (about, _) = About::read(file, &imported.article_toml);
    let mut mistakes = Mistakes::new(file, &imported.article_md);
    let text = imported.article_md.clone();
    Article::read(imported.slug.clone(), text, about, &mut mistakes)
}

/// `imported` as the text of `own` in `language`.
fn beside(imported: &Imported, own: &Article, language: &str) -> Article {
    let file = Path::new("article.md");
    let (about, _) = About::read_beside(file, "", language);
    let mut mistakes = Mistakes::new(file, &imported.article_md);
    Article::beside(own, imported.article_md.clone(), about, &mut mistakes)
}
