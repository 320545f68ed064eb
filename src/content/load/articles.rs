//! Every folder that holds an article.

mod beside;

use super::{Entry, Loader, Text, in_other_languages};
use crate::content::about::About;
use crate::content::article::Article;
use crate::content::asked::Asked;
use crate::content::forbidden::note_forbidden;
use crate::content::mistake::{Mistake, Mistakes};
use crate::content::names::{NAME_LIMIT, SectionId, Slug};
use std::fs;
use std::path::{Path, PathBuf};

impl Loader {
    /// Every folder of `dir` that holds an article.
    pub(super) fn articles(&mut self, dir: &Path) -> Vec<Entry> {
        let mut folders: Vec<PathBuf> = match fs::read_dir(dir) {
            Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
            Err(error) => {
                self.unreadable(dir, &error);
                return Vec::new();
            }
        };
        folders.sort();
        let articles: Vec<Entry> = folders
            .iter()
            .filter(|folder| is_meant_as_article(folder))
            .filter_map(|folder| self.article(folder))
            .collect();
        if articles.is_empty() && self.mistakes.is_empty() {
            self.note(
                dir,
                "no article in this folder",
                "put one in a folder of its own: NAME/article.md, or use `verbatim import FILE --as NAME`",
            );
        }
        articles
    }

    fn article(&mut self, folder: &Path) -> Option<Entry> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let Some(slug) = Slug::new(&name) else {
            self.note(
                folder,
                format!("`{name}` cannot be an article's name"),
                format!(
                    "name the folder with small letters, digits and hyphens, at most {NAME_LIMIT}"
                ),
            );
            return None;
        };
        let about_text = self.optional(&folder.join("article.toml"), "");
        let (mut about, mistakes) = About::read(&about_text.file, &about_text.content);
        self.mistakes.extend(mistakes);
        let others = in_other_languages(folder, "asked", "toml");
        about.asked_in = others
            .iter()
            .map(|(language, _)| language.clone())
            .collect();
        let asked_file = folder.join("asked.toml");
        let Some(text) = self.words_of(folder) else {
            self.asked(&asked_file, None);
            return None;
        };

        let mut warnings = Mistakes::new(&text.file, &text.content);
        note_forbidden(&text.content, &mut warnings);
        self.warnings.extend(warnings.into_vec());
        let mut mistakes = Mistakes::new(&text.file, &text.content);
        let article = Article::read(slug, text.content.clone(), about, &mut mistakes);
        self.mistakes.extend(mistakes.into_vec());
        let (article, beside) = self.in_languages_of(folder, article);
        self.note_title(&article, &text.file);
        let ids: Vec<SectionId> = article.sections().iter().map(|s| s.id.clone()).collect();
        let mut mistakes = Mistakes::new(&about_text.file, &about_text.content);
        article.compare(&mut mistakes);
        self.mistakes.extend(mistakes.into_vec());

        let asked = self.asked(&asked_file, Some(&ids));
        let others = others.iter();
        Some(Entry {
            article,
            beside,
            asked,
            asked_in: others
                .map(|(_, file)| self.asked(file, Some(&ids)))
                .collect(),
        })
    }

    /// Notes an article that has the title of another: members could not tell which they choose.
    fn note_title(&mut self, article: &Article, file: &Path) {
        let title = crate::text::fold(article.title().as_str().trim());
        let same = self.titles.iter().find(|(other, _)| *other == title);
        if let Some((_, other)) = same {
            self.warnings.push(Mistake {
                file: file.to_owned(),
                line: 1,
                what: format!("the title of {} too", other.display()),
                instead: "say in it what is special here, in both files".to_owned(),
            });
        }
        self.titles.push((title, file.to_owned()));
    }

    /// The article's words, if its folder has any that can be read.
    fn words_of(&mut self, folder: &Path) -> Option<Text> {
        let file = folder.join("article.md");
        if file.exists() {
            return self.required(&file);
        }
        self.note(
            folder,
            "no article.md in this folder",
            "write it there, or delete the folder",
        );
        None
    }

    fn asked(&mut self, file: &Path, ids: Option<&[SectionId]>) -> Asked {
        let text = self.optional(file, "");
        let (asked, mistakes) = Asked::read(file, &text.content, ids);
        self.mistakes.extend(mistakes);
        asked
    }
}

/// Whether somebody put `folder` there to be an article. A name that begins with a dot belongs to
/// a tool: an import that is still writing, a mounted volume, a repository.
fn is_meant_as_article(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let files = ["article.md", "article.toml", "asked.toml"];
    !name.starts_with('.') && files.iter().any(|file| folder.join(file).exists())
}
